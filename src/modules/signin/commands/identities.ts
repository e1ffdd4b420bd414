import { personIdOf, ROLES, type Role, SYSTEM } from '../../../kernel/actor.ts';
import { MS_PER_DAY } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { record } from '../../../platform/journal/journal.ts';
import type { Party, PartyRefusal } from '../../../platform/oidc/oidc.ts';
import { hashOfCode } from '../../../platform/secret/code.ts';
import type { SignInWay } from '../../../platform/web/session.ts';
import {
  correctPerson,
  endRole,
  grantRole,
  loadActor,
  mayBeUnder15,
  ownOrganisation,
  personById,
} from '../../housing/public.ts';
import { isUnder15, type NameFit, nameFit, type VouchedWay, wordsOfName } from '../rules/ways.ts';
import { JOBS } from '../rules.ts';
import { type Attempt, beginAttempt, takeAttempt } from '../store/attempts.ts';
import {
  deleteDirectoryGrant,
  deleteIdentity,
  directoryGrants,
  findIdentity,
  insertDirectoryGrant,
  insertIdentity,
  lapsedIdentities,
  markIdentityUsed,
} from '../store/identities.ts';
import { openWays } from '../store/settings.ts';
import { holdGround } from './ground.ts';

/** `stale`: not this browser's, or too late. `taken`: somebody else has it here. `under15`: a parent must say yes first. `paper`: show something of your own first. */
export type VouchRefusal = PartyRefusal | 'stale' | 'taken' | 'under15' | 'paper';

/** How colleagues hear of a role that the directory gave. */
export type RoleTeller = (
  tx: TenantDb,
  given: { readonly personId: Id<'person'>; readonly role: Role; readonly byDirectory: true },
) => Promise<void>;

interface Trip {
  readonly party: Party;
  readonly way: VouchedWay;
  /** Where the party sends the browser back to. */
  readonly redirectUri: string;
}

/** Sends the browser to somebody who vouches for its person. */
export async function beginJourney(
  tx: TenantDb,
  { party, way, redirectUri }: Trip,
  { language, returnPath }: { readonly language: Language; readonly returnPath: string | null },
): Promise<Outcome<{ readonly url: string; readonly secret: string }, VouchRefusal>> {
  const begun = await party.begin(redirectUri, language);
  if (!begun.ok) return begun;
  const { url, journey } = begun.value;
  const held = { way, returnPath, ...journey };
  return ok({ url, secret: await beginAttempt(tx, { kind: 'journey', personId: personIdOf(tx.actor), held }) });
}

/** `in`: somebody known, and by which way: a tie made on paper is worth a letter. `new`: nobody here has it; the browser holds it until its person says that it is theirs. */
export type Arrived =
  | {
      readonly kind: 'in';
      readonly personId: Id<'person'>;
      readonly way: SignInWay;
      readonly returnPath: string | null;
    }
  | { readonly kind: 'new'; readonly secret: string; readonly returnPath: string | null };

/** The browser is back. The journey is over, however it ends. */
export async function endJourney(
  tx: TenantDb,
  { party, way, redirectUri }: Trip,
  back: { readonly query: URLSearchParams; readonly secret: string | null; readonly tell: RoleTeller },
): Promise<Outcome<Arrived, VouchRefusal>> {
  const attempt = await takeAttempt(tx, 'journey', back.secret);
  const me = personIdOf(tx.actor);
  if (!attempt || attempt.held.way !== way || (attempt.personId && attempt.personId !== me)) return refused('stale');
  const { state, nonce, verifier } = attempt.held;
  const journey = { state: String(state), nonce: String(nonce), verifier: String(verifier) };
  const finished = await party.finish(redirectUri, back.query, journey);
  if (!finished.ok) return finished;
  const { subject, roles, name, ...told } = finished.value;
  const level = told.level ?? 'directory';
  const returnPath = attempt.held.returnPath === null ? null : String(attempt.held.returnPath);

  const found = await findIdentity(tx, { issuer: party.issuer, subject });
  if (found) {
    if (me && found.personId !== me) return refused('taken');
    if (!(await loadActor(tx, found.personId))) return refused('under15');
    await markIdentityUsed(tx, found.id, level);
    if (told.protected) await protect(tx, found.personId);
    if (way === 'entra') await followDirectory(tx, found, { appRoles: roles, meaning: party.roles, tell: back.tell });
    record(tx, { kind: 'signin.signed_in', subject: { kind: 'person', id: found.personId }, facts: { by: way } });
    return ok({ kind: 'in', personId: found.personId, way: found.onPaper ? 'letter' : way, returnPath });
  }
  const under15 = isUnder15(told, tx.today);
  if (under15 && !me) return refused('under15');
  const names = namesFor(subject, name ?? '').join(' ');
  const held = { way, subject, level, protected: told.protected, under15, roles: roles.join('\n'), names };
  return ok({ kind: 'new', secret: await beginAttempt(tx, { kind: 'identity', personId: me, held }), returnPath });
}

/** Stands for the words of a name, so that they can be compared and are not kept. */
function namesFor(subject: string, name: string): string[] {
  return wordsOfName(name).map((word) => hashOfCode(`${subject} ${word}`).toString('base64url').slice(0, 12));
}

/** Does the party know whom this browser holds by the name that the person goes by here? */
export function fitOf({ held }: Pick<Attempt, 'held'>, name: string): NameFit {
  const told = String(held.names ?? '')
    .split(' ')
    .filter(Boolean);
  return nameFit(told, namesFor(String(held.subject), name));
}

/** The identity that this browser holds belongs to the person who is signed in: they said so. */
export async function tie(
  tx: TenantDb,
  personId: Id<'person'>,
  given: Omit<Trip, 'redirectUri'> & {
    readonly secret: string | null;
    readonly tell: RoleTeller;
    readonly onPaper: boolean;
  },
): Promise<Outcome<null, VouchRefusal>> {
  const { party, way, tell } = given;
  const attempt = await takeAttempt(tx, 'identity', given.secret);
  const person = await personById(tx, personId);
  const offered = attempt && (attempt.personId === null || attempt.personId === personId);
  if (!offered || attempt.held.way !== way || !person) return refused('stale');
  const { subject, level, under15, roles } = attempt.held;
  // Whoever is registered as a child is signed in because a parent has said yes.
  if (under15 && !mayBeUnder15(person.birthYear, tx.today)) return refused('under15');
  const ground = await holdGround(tx, personId, given.onPaper);
  // A work account gives roles, and paper gives none.
  if (ground === 'nothing' || (ground === 'paper' && way === 'entra')) return refused('paper');
  const known = {
    way,
    onPaper: ground === 'paper',
    issuer: party.issuer,
    subject: String(subject),
    level: String(level),
  };
  const id = await insertIdentity(tx, personId, known);
  if (!id) return refused('taken');
  if (attempt.held.protected) await protect(tx, personId);
  const told = { appRoles: String(roles).split('\n'), meaning: party.roles, tell };
  if (way === 'entra') await followDirectory(tx, { id, personId }, told);
  record(tx, { kind: 'signin.way_added', subject: { kind: 'person', id: personId }, facts: { way } });
  await enqueue(tx, JOBS.tellWay, { person: personId, way });
  return ok(null);
}

/** The person said no: what the browser held is forgotten. */
export async function forgetIdentity(tx: TenantDb, secret: string | null): Promise<void> {
  await takeAttempt(tx, 'identity', secret);
}

/** It vouches no more. What the directory gave goes with it. Null when the person has none by that id. */
export async function untie(tx: TenantDb, id: Id<'sign_in_identity'>): Promise<VouchedWay | null> {
  const personId = personIdOf(tx.actor);
  if (!personId) return null;
  const given = await directoryGrants(tx, id);
  const way = await deleteIdentity(tx, personId, id);
  if (!way) return null;
  for (const { grantId } of given) await endRole(tx, grantId);
  record(tx, { kind: 'signin.way_removed', subject: { kind: 'person', id: personId }, facts: { way } });
  return way;
}

/**
 * The directory is asked only when somebody comes by it: what it gave ends when they have not for as long as the house says.
 * They are told how to get it back.
 */
export async function endLapsedRoles(tx: TenantDb): Promise<void> {
  const { directoryDays } = await openWays(tx);
  const since = new Date(tx.now.getTime() - directoryDays * MS_PER_DAY);
  for (const { id, personId } of await lapsedIdentities(tx, since)) {
    const given = await directoryGrants(tx, id);
    for (const { grantId } of given) {
      await endRole(tx, grantId);
      await deleteDirectoryGrant(tx, grantId);
    }
    if (given.length === 0) continue;
    record(tx, { kind: 'signin.roles_lapsed', subject: { kind: 'person', id: personId }, facts: { person: personId } });
    await enqueue(tx, JOBS.tellLapsed, { person: personId });
  }
}

/** MitID says that name and address are protected: then they are so here too, and only people take it away again. */
async function protect(tx: TenantDb, personId: Id<'person'>): Promise<void> {
  const person = await personById(tx, personId);
  if (person && !person.protected) await correctPerson(tx, { ...person, protected: true });
}

interface Told {
  readonly appRoles: readonly string[];
  readonly meaning: Readonly<Record<string, string>>;
  readonly tell: RoleTeller;
}

/** Roles are what the directory's app roles say, by the house's setting; those that people gave here are left alone. */
async function followDirectory(
  tx: TenantDb,
  identity: { readonly id: Id<'sign_in_identity'>; readonly personId: Id<'person'> },
  { appRoles, meaning, tell }: Told,
): Promise<void> {
  const directory: TenantDb = { ...tx, actor: SYSTEM, channel: 'system' };
  const wanted = new Set(appRoles.flatMap((appRole) => ROLES.filter((role) => role === meaning[appRole])));
  for (const { grantId, role } of await directoryGrants(tx, identity.id)) {
    if (ROLES.some((one) => one === role && wanted.delete(one))) continue;
    await endRole(directory, grantId);
    await deleteDirectoryGrant(tx, grantId);
    noteDirectory(directory, 'signin.directory_took', identity.personId, role);
  }
  const { id: organisationId } = await ownOrganisation(tx);
  for (const role of wanted) {
    const scope = { organisationId, departmentId: null, from: tx.today, until: null };
    const granted = await grantRole(directory, { personId: identity.personId, role, ...scope });
    // One that they hold already, or that another of theirs rules out, is for people to sort out.
    if (!granted.ok) continue;
    await insertDirectoryGrant(tx, identity.id, granted.value);
    noteDirectory(directory, 'signin.directory_gave', identity.personId, role);
    await tell(directory, { personId: identity.personId, role, byDirectory: true });
  }
}

function noteDirectory(tx: TenantDb, kind: string, person: Id<'person'>, role: string): void {
  record(tx, { kind, subject: { kind: 'person', id: person }, facts: { person, role } });
}
