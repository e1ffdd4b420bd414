import { randomInt } from 'node:crypto';
import { personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { personById } from '../../housing/public.ts';
import { JOBS } from '../rules/jobs.ts';
import { insertAct, markAllUndone } from '../store/acts.ts';
import {
  forgetMailTests,
  insertMailTest,
  keepMailCode,
  latestMailTest,
  mailTestById,
  markArrived,
  tryMailCode,
} from '../store/mail-tests.ts';
import { note } from './progress.ts';

const TRIES = 10;

/** A mail to oneself, by the way that all mail goes. Refused for who has no address. */
export async function askMailTest(tx: TenantDb): Promise<Outcome<string, 'no_address'>> {
  const personId = personIdOf(tx.actor);
  const email = personId && (await personById(tx, personId))?.email;
  if (!personId || !email) return refused('no_address');
  await enqueue(tx, JOBS.mailTest, { test: await insertMailTest(tx, personId) });
  return ok(email);
}

/** The code for the mail, made when it leaves; null when the mail is not wanted any more. */
export async function mailTestToSend(
  tx: TenantDb,
  id: Id<'setup_mail_test'>,
): Promise<{ readonly code: string; readonly email: string; readonly language: 'da' | 'en' } | null> {
  const test = await mailTestById(tx, id);
  const person = test && !test.arrivedAt ? await personById(tx, test.personId) : null;
  if (!person?.email) return null;
  const code = String(randomInt(10_000)).padStart(4, '0');
  await keepMailCode(tx, id, code);
  return { code, email: person.email, language: person.language };
}

/** What came in the mail comes back: then mail works from end to end. */
export async function enterMailCode(tx: TenantDb, code: string): Promise<Outcome<null, 'wrong' | 'too_many' | 'none'>> {
  const test = await latestMailTest(tx);
  if (!test) return refused('none');
  if (test.tries >= TRIES) return refused('too_many');
  if (!(await tryMailCode(tx, test.id, code))) return refused('wrong');
  await markArrived(tx, test.id);
  return ok(null);
}

/** What a person has looked at, and can be asked about: the ways in, the backup and its key. */
export async function noteSeen(tx: TenantDb, seen: 'ways' | 'backup'): Promise<void> {
  await insertAct(tx, 'checks', { seen });
  note(tx, 'done', 'checks');
}

export async function undoChecks(tx: TenantDb): Promise<void> {
  await forgetMailTests(tx);
  await markAllUndone(tx, 'checks');
}
