import { z } from 'zod';
import { type Outcome, ok, refused } from './kernel/outcome.ts';
import { LEVELS } from './platform/oidc/brokers.ts';
import type { PartySettings } from './platform/oidc/oidc.ts';

/** Roles that a directory may give: those of the employed, in the whole organisation. */
const DIRECTORY_ROLES = ['consultant', 'secretariat', 'finance', 'operations'];

const SIGNATURGRUPPEN = 'https://netseidbroker.dk/op';
const OWN = /^(MITID|ENTRA)_[A-Z]+(?:_[A-Z]+)*?(?:__([A-Z0-9_]+))?$/;

const address = z.url({ protocol: /^https$/, error: 'must be an address such as https://house.idura.broker' });
const words = (what: string) => z.string({ error: `is missing: ${what}` });

const MITID = z.object({
  BROKER: z.enum(['signaturgruppen', 'idura'], 'must be signaturgruppen or idura'),
  URL: address.optional(),
  CLIENT_ID: words('the broker knows Grobund by it'),
  CLIENT_SECRET: words('the broker gave it with the client'),
  LEVEL: z.enum(LEVELS, `must be one of ${LEVELS.join(', ')}`).default('substantial'),
});

const ENTRA = z.object({
  TENANT: z.uuid({ error: 'must be the directory (tenant) id, such as 11111111-2222-3333-4444-555555555555' }),
  CLIENT_ID: words('the application (client) id'),
  CLIENT_SECRET: words('a client secret of the application'),
  HOUSES: z
    .string()
    .regex(
      /^\s*[a-z0-9-]+(\s*,\s*[a-z0-9-]+)*\s*$/,
      'must be slugs of houses with commas between, such as bakken,ab-nord',
    )
    .transform((text) => text.split(',').map((slug) => slug.trim()))
    .optional(),
  ROLES: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((pair) => pair.trim() !== ''))
    .refine(
      (pairs) => pairs.every(isRolePair),
      `must be pairs such as Grobund.Finance=finance; a role is one of ${DIRECTORY_ROLES.join(', ')}`,
    )
    .transform((pairs) => Object.fromEntries(pairs.map((pair) => pair.split('=').map((word) => word.trim())))),
});

const HOUSES_MISSING =
  'is missing: name the houses, by their slugs, in which this directory gives roles (ENTRA_HOUSES=bakken), else its people would have them in every house';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Who vouches for people: `MITID_…` and `ENTRA_…` for every house, `MITID_…__BAKKEN` for the house `bakken` alone. Refused
 * with one sentence for each setting that is wrong or missing.
 */
export function readParties(env: Environment): Outcome<PartySettings[], string[]> {
  const problems: string[] = [];
  const parties: PartySettings[] = [];
  for (const { way, suffix, given } of groups(env)) {
    const read = way === 'MITID' ? mitid(given, suffix) : entra(given, suffix);
    if (read.ok) parties.push(read.value);
    else
      problems.push(
        ...read.refusal.map((issue) => `${way}_${issue.name}${suffix ? `__${suffix}` : ''} ${issue.message}.`),
      );
  }
  return problems.length > 0 ? refused(problems) : ok(parties);
}

interface Issue {
  readonly name: string;
  readonly message: string;
}

function mitid(given: Environment, suffix: string): Outcome<PartySettings, Issue[]> {
  const read = MITID.safeParse(given);
  if (!read.success) return refused(issuesOf(read.error));
  const { BROKER, URL: url, CLIENT_ID, CLIENT_SECRET, LEVEL } = read.data;
  const issuer = url ?? (BROKER === 'signaturgruppen' ? SIGNATURGRUPPEN : null);
  if (!issuer) return refused([{ name: 'URL', message: 'is missing: Idura gives each customer an address' }]);
  return ok({
    ...partyOf(suffix, CLIENT_ID, CLIENT_SECRET),
    way: 'mitid',
    broker: BROKER,
    issuer,
    level: LEVEL,
    roles: {},
  });
}

function entra(given: Environment, suffix: string): Outcome<PartySettings, Issue[]> {
  const read = ENTRA.safeParse(given);
  if (!read.success) return refused(issuesOf(read.error));
  const { TENANT, CLIENT_ID, CLIENT_SECRET, HOUSES, ROLES } = read.data;
  const party = partyOf(suffix, CLIENT_ID, CLIENT_SECRET);
  const houses = party.houses ?? HOUSES ?? null;
  if (!houses && Object.keys(ROLES).length > 0) return refused([{ name: 'HOUSES', message: HOUSES_MISSING }]);
  const issuer = `https://login.microsoftonline.com/${TENANT}/v2.0`;
  return ok({
    ...party,
    houses,
    way: 'entra',
    broker: 'entra',
    issuer,
    level: 'low',
    roles: ROLES,
  });
}

function partyOf(suffix: string, clientId: string, clientSecret: string) {
  return { houses: suffix ? [suffix.toLowerCase().replaceAll('_', '-')] : null, clientId, clientSecret };
}

function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.map((issue) => ({ name: String(issue.path[0]), message: issue.message }));
}

function isRolePair(pair: string): boolean {
  const [appRole, role, more] = pair.split('=').map((word) => word.trim());
  return more === undefined && !!appRole && DIRECTORY_ROLES.includes(role ?? '');
}

function groups(env: Environment): { way: 'MITID' | 'ENTRA'; suffix: string; given: Record<string, string> }[] {
  const found = new Map<string, { way: 'MITID' | 'ENTRA'; suffix: string; given: Record<string, string> }>();
  for (const [name, value] of Object.entries(env)) {
    const match = OWN.exec(name);
    if (!match || !value) continue;
    const way = match[1] as 'MITID' | 'ENTRA';
    const suffix = match[2] ?? '';
    const group = found.get(`${way} ${suffix}`) ?? { way, suffix, given: {} };
    group.given[name.slice(way.length + 1, suffix ? -suffix.length - 2 : undefined)] = value;
    found.set(`${way} ${suffix}`, group);
  }
  return [...found.values()];
}
