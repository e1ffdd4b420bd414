import type { Language } from '../../kernel/language.ts';

/** NSIS levels of assurance, the lowest first (digst.dk: National Standard for Identiteters Sikringsniveauer 2.0.1). */
export const LEVELS = ['low', 'substantial', 'high'] as const;
export type Level = (typeof LEVELS)[number];

const BROKERS = ['signaturgruppen', 'idura', 'entra'] as const;
export type BrokerName = (typeof BROKERS)[number];

/** What a token and the user information said, together; those of the token win. */
export type Claims = Readonly<Record<string, unknown>>;

/** What is kept of somebody whom another party vouches for. Names are not: people have told us theirs. */
export interface Vouched {
  /** The party's own, lasting word for the person: a pseudonym. */
  readonly subject: string;
  /** How sure the party is; null where it does not say (Entra ID). */
  readonly level: Level | null;
  /** The person's name and address are protected (CPR-loven § 28), and the party tells neither. */
  readonly protected: boolean;
  /** As the party knows the person, to be compared and forgotten; null where it is not told, or protected. */
  readonly name: string | null;
  /** In whole years, or the day of birth as `YYYY-MM-DD`, whichever is told. */
  readonly age: number | null;
  readonly birthDate: string | null;
  /** App roles that the directory has given (Entra ID). */
  readonly roles: readonly string[];
}

/** In what one broker differs from another: what is asked for, and what the answer's names are. */
export interface Broker {
  readonly scope: string;
  ask(wanted: { readonly level: Level; readonly language: Language }): Readonly<Record<string, string>>;
  /** Null when it is no answer to what was asked: another scheme, another directory. */
  read(claims: Claims, expected: { readonly issuer: string }): Vouched | null;
}

const NSIS = 'https://data.gov.dk/concept/core/nsis/';
const IDURA_MITID = 'urn:grn:authn:dk:mitid:';
const REFERENCE = 'Log ind i Grobund';

/**
 * Signaturgruppen Broker (Nets eID Broker), https://signaturgruppen-a-s.github.io/signaturgruppen-broker-documentation:
 * MitID by `idp_values`, its level in `idp_params`, its claims with the prefix `mitid.`, the level got in `loa`.
 */
const signaturgruppen: Broker = {
  scope: 'openid mitid',
  ask: ({ level }) => ({
    idp_values: 'mitid',
    idp_params: JSON.stringify({
      mitid: { loa_value: level, reference_text: Buffer.from(REFERENCE).toString('base64') },
    }),
    prompt: 'login',
  }),
  read(claims) {
    const subject = textOf(claims.sub);
    const scheme = textOf(claims.idp);
    const loa = textOf(claims.loa) ?? '';
    if (!subject || (scheme !== null && scheme !== 'mitid')) return null;
    return {
      subject,
      level: loa.startsWith(NSIS) ? levelOf(loa.slice(NSIS.length)) : null,
      protected: isProtected(claims['mitid.identity_name']),
      name: nameOf(claims['mitid.identity_name']),
      age: numberOf(claims['mitid.age']),
      birthDate: dayOf(claims['mitid.date_of_birth']),
      roles: [],
    };
  },
};

/**
 * Idura Verify (formerly Criipto), https://docs.idura.app/verify: MitID and its level in `acr_values`; `sub` a lasting
 * pseudonym, `identityscheme` says that it was MitID, `authenticationtype` (or `acr`) at which level.
 */
const idura: Broker = {
  scope: 'openid',
  ask: ({ level }) => ({ acr_values: IDURA_MITID + level, prompt: 'login' }),
  read(claims) {
    const subject = textOf(claims.sub);
    if (!subject || claims.identityscheme !== 'dkmitid') return null;
    const type = textOf(claims.authenticationtype) ?? textOf(claims.acr) ?? '';
    return {
      subject,
      level: type.startsWith(IDURA_MITID) ? levelOf(type.slice(IDURA_MITID.length)) : null,
      protected: isProtected(claims.name),
      name: nameOf(claims.name),
      age: numberOf(claims.age),
      birthDate: dayOf(claims.birthdate),
      roles: [],
    };
  },
};

/**
 * Microsoft Entra ID (learn.microsoft.com/entra/identity-platform/id-token-claims-reference): one directory alone, since
 * the address of its issuer holds `tid`; a person is `tid` and `oid`, never an e-mail; roles are app roles, not groups.
 */
const entra: Broker = {
  scope: 'openid profile',
  ask: () => ({ prompt: 'select_account' }),
  read(claims, { issuer }) {
    const [subject, directory] = [textOf(claims.oid), textOf(claims.tid)];
    if (!subject || !directory || !new URL(issuer).pathname.split('/').includes(directory)) return null;
    const roles = Array.isArray(claims.roles) ? claims.roles.filter((role) => typeof role === 'string') : [];
    return { subject, level: null, protected: false, name: nameOf(claims.name), age: null, birthDate: null, roles };
  },
};

export const BROKER: Readonly<Record<BrokerName, Broker>> = { signaturgruppen, idura, entra };

/** Is the level that was reached high enough? One that was not told is not. */
export function reaches(level: Level | null, wanted: Level): boolean {
  return level !== null && LEVELS.indexOf(level) >= LEVELS.indexOf(wanted);
}

function levelOf(word: string): Level | null {
  return LEVELS.find((level) => level === word.toLowerCase()) ?? null;
}

/** The name of a protected person is literally "NAVNE & ADRESSEBESKYTTET". */
function isProtected(name: unknown): boolean {
  return typeof name === 'string' && /adressebeskyt/i.test(name);
}

function nameOf(name: unknown): string | null {
  return isProtected(name) ? null : textOf(name);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function numberOf(value: unknown): number | null {
  const number = typeof value === 'number' ? value : Number.parseInt(textOf(value) ?? '', 10);
  return Number.isInteger(number) && number >= 0 ? number : null;
}

function dayOf(value: unknown): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(textOf(value) ?? '')?.[0] ?? null;
}
