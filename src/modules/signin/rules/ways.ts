import { type Day, yearOf } from '../../../kernel/day.ts';

/** The ways in that somebody else vouches for: MitID by a broker, and Entra ID for staff. */
export const VOUCHED_WAYS = ['mitid', 'entra'] as const;
export type VouchedWay = (typeof VOUCHED_WAYS)[number];

export function readVouchedWay(text: string): VouchedWay | null {
  return VOUCHED_WAYS.find((way) => way === text) ?? null;
}

/** Which ways are open in a house. Mail and printed letters always are, so that nobody can shut everybody out. */
export interface OpenWays {
  readonly sms: boolean;
  readonly passkey: boolean;
  readonly mitid: boolean;
  readonly entra: boolean;
  /** What codes by SMS may take in a day, in parts of 160 characters. */
  readonly smsADay: number;
  /** Roles that the directory gave end so many days after the last sign-in by it. */
  readonly directoryDays: number;
}

/** Until the house has said anything: all that are set up. */
export const OPEN_AT_FIRST: OpenWays = {
  sms: true,
  passkey: true,
  mitid: true,
  entra: true,
  smsADay: 200,
  directoryDays: 30,
};

/** What the house is known by says which ways to show. It may be a moment old: who acts on it asks again. */
export function waysShown({ settings }: { readonly settings?: unknown }): Pick<OpenWays, 'passkey' | VouchedWay> {
  const { waysIn } = (settings ?? {}) as { readonly waysIn?: Partial<OpenWays> };
  return { ...OPEN_AT_FIRST, ...waysIn };
}

/**
 * What a new passkey or tie would rest on. `own`: something that is the person's alone. `paper`: a code on paper, when they have
 * nothing else. `nothing`: paper, though they could show more, or are trusted with more.
 */
export type Ground = 'own' | 'paper' | 'nothing';

export function groundOf(who: {
  readonly onPaper: boolean;
  readonly hasOwnWay: boolean;
  readonly isTrusted: boolean;
}): Ground {
  if (!who.onPaper) return 'own';
  return who.hasOwnWay || who.isTrusted ? 'nothing' : 'paper';
}

export const MOST_SMS_A_DAY = 100_000;
export const MOST_DIRECTORY_DAYS = 365;

/** A passkey is called so until its owner says otherwise, and no longer than this. */
export const NAME_LENGTH = 60;
export const MOST_PASSKEYS = 20;

/** A browser has so long for what it has begun. */
export const ATTEMPT_MINUTES = { passkey: 5, new_passkey: 10, journey: 10, identity: 5 } as const;
export type AttemptKind = keyof typeof ATTEMPT_MINUTES;

/**
 * Passkeys belong to a name of a site (WebAuthn: RP ID), and an address of numbers is no name. Null where none can be had.
 * `origin` is the house's front page: `https://lyngbakken.dk`, `http://localhost:3000/lyngbakken`.
 */
export function passkeySite(origin: string): { readonly name: string; readonly origin: string } | null {
  const { hostname, origin: site, protocol } = new URL(origin);
  const numbers = /^[\d.]+$/.test(hostname) || hostname.startsWith('[');
  const safe = protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost');
  return safe && !numbers ? { name: hostname, origin: site } : null;
}

/** The words of a name, to be compared whatever their case: "Poul Erik Munk". */
export function wordsOfName(name: string): string[] {
  return (
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  );
}

/** Whether two names may be one person's. `unknown`: the party tells none. */
export type NameFit = 'fits' | 'differs' | 'unknown';

/**
 * Two words in common, or all of the shorter one: "Poul Munk" is "Poul Erik Munk", and "Signe" is "Signe Holm". Takes words,
 * or what stands for them one by one.
 */
export function nameFit(told: readonly string[], own: readonly string[]): NameFit {
  if (told.length === 0 || own.length === 0) return 'unknown';
  const common = own.filter((word) => told.includes(word)).length;
  return common >= Math.min(2, told.length, own.length) ? 'fits' : 'differs';
}

/** By what a party told of somebody's age: younger than may sign up without a parent (databeskyttelsesloven § 6)? */
export function isUnder15(
  told: { readonly age: number | null; readonly birthDate: string | null },
  today: Day,
): boolean {
  if (told.birthDate) return told.birthDate > `${yearOf(today) - 15}${today.slice(4)}`;
  return told.age !== null && told.age < 15;
}
