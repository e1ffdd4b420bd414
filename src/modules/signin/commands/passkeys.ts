import { personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { record } from '../../../platform/journal/journal.ts';
import { askForAny, askForNew, credentialIn, proveUse, readNew } from '../../../platform/passkey/passkey.ts';
import type { SignInWay } from '../../../platform/web/session.ts';
import { loadActor } from '../../housing/public.ts';
import { MOST_PASSKEYS, passkeySite } from '../rules/ways.ts';
import { JOBS } from '../rules.ts';
import { beginAttempt, takeAttempt } from '../store/attempts.ts';
import {
  credentialsOf,
  deletePasskey,
  insertPasskey,
  lockPasskey,
  markPasskeyUsed,
  renamePasskey,
} from '../store/passkeys.ts';
import { openWays } from '../store/settings.ts';
import { holdGround } from './ground.ts';

/** What the browser's script is asked, and the secret that the browser holds until it answers. */
export interface PasskeyAsk {
  readonly options: object;
  readonly secret: string;
}

/** `paper`: they came in by paper, and first show something of their own. */
export type PasskeyRefusal = 'closed' | 'many' | 'failed' | 'unknown' | 'paper';

/** A new passkey for the person who is signed in. */
export async function askForPasskey(
  tx: TenantDb,
  person: { readonly id: Id<'person'>; readonly name: string; readonly onPaper: boolean },
): Promise<Outcome<PasskeyAsk, PasskeyRefusal>> {
  const site = passkeySite(tx.origin);
  if (!site || !(await openWays(tx)).passkey) return refused('closed');
  if ((await holdGround(tx, person.id, person.onPaper)) === 'nothing') return refused('paper');
  const have = await credentialsOf(tx, person.id);
  if (have.length >= MOST_PASSKEYS) return refused('many');
  const handle = Buffer.from(person.id.replaceAll('-', ''), 'hex');
  const asked = await askForNew(site, { houseName: tx.tenant.name, handle, name: person.name, have });
  const held = { challenge: asked.challenge };
  const secret = await beginAttempt(tx, { kind: 'new_passkey', personId: person.id, held });
  return ok({ options: asked.options, secret });
}

/** The browser made one. `name` is what its owner will know it by. */
export async function addPasskey(
  tx: TenantDb,
  personId: Id<'person'>,
  given: {
    readonly secret: string | null;
    readonly answer: unknown;
    readonly name: string;
    readonly onPaper: boolean;
  },
): Promise<Outcome<null, PasskeyRefusal>> {
  const attempt = await takeAttempt(tx, 'new_passkey', given.secret);
  const site = passkeySite(tx.origin);
  if (!attempt || attempt.personId !== personId || !site) return refused('failed');
  const ground = await holdGround(tx, personId, given.onPaper);
  if (ground === 'nothing') return refused('paper');
  const key = await readNew(site, String(attempt.held.challenge), given.answer);
  const kept = { name: given.name, onPaper: ground === 'paper' };
  if (!key || !(await insertPasskey(tx, personId, key, kept))) return refused('failed');
  record(tx, { kind: 'signin.way_added', subject: { kind: 'person', id: personId }, facts: { way: 'passkey' } });
  await enqueue(tx, JOBS.tellWay, { person: personId, way: 'passkey' });
  return ok(null);
}

/** Somebody wants to sign in with a passkey. Nobody says yet who they are. */
export async function askToUsePasskey(tx: TenantDb): Promise<Outcome<PasskeyAsk, PasskeyRefusal>> {
  const site = passkeySite(tx.origin);
  if (!site || !(await openWays(tx)).passkey) return refused('closed');
  const asked = await askForAny(site);
  const held = { challenge: asked.challenge };
  return ok({ options: asked.options, secret: await beginAttempt(tx, { kind: 'passkey', personId: null, held }) });
}

/** The browser answered for a passkey: whose it is, and by which way they are in. One that was added on paper is worth a letter. */
export async function usePasskey(
  tx: TenantDb,
  given: { readonly secret: string | null; readonly answer: unknown },
): Promise<Outcome<{ readonly personId: Id<'person'>; readonly way: SignInWay }, PasskeyRefusal>> {
  const attempt = await takeAttempt(tx, 'passkey', given.secret);
  const site = passkeySite(tx.origin);
  const credentialId = credentialIn(given.answer);
  if (!attempt || !site || !credentialId || !(await openWays(tx)).passkey) return refused('failed');
  const key = await lockPasskey(tx, credentialId);
  if (!key) return refused('unknown');
  const counter = await proveUse(site, String(attempt.held.challenge), given.answer, key);
  if (counter === null) return refused('failed');
  if (!(await loadActor(tx, key.personId))) return refused('unknown');
  await markPasskeyUsed(tx, key.id, counter);
  record(tx, { kind: 'signin.signed_in', subject: { kind: 'person', id: key.personId }, facts: { by: 'passkey' } });
  return ok({ personId: key.personId, way: key.onPaper ? 'letter' : 'passkey' });
}

/** False when the person has no such passkey. */
export async function namePasskey(tx: TenantDb, id: Id<'passkey'>, name: string): Promise<boolean> {
  const personId = personIdOf(tx.actor);
  return personId !== null && renamePasskey(tx, personId, id, name);
}

/** False when the person has no such passkey. A code by mail is always left, so the last one may go too. */
export async function removePasskey(tx: TenantDb, id: Id<'passkey'>): Promise<boolean> {
  const personId = personIdOf(tx.actor);
  if (!personId || !(await deletePasskey(tx, personId, id))) return false;
  record(tx, { kind: 'signin.way_removed', subject: { kind: 'person', id: personId }, facts: { way: 'passkey' } });
  return true;
}
