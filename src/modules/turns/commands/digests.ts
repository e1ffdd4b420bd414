import type { Role } from '../../../kernel/actor.ts';
import { addDays, type Day, utc } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { anchorJournal } from '../../../platform/journal/anchor.ts';
import { loadActor } from '../../housing/public.ts';
import { digestSaid, type Happening } from '../letters.ts';
import { digestWeek, JOBS, TURNS_A_PAGE } from '../rules.ts';
import {
  digestTime,
  insertDigests,
  lastDigestBefore,
  linkDigest,
  personsWithTurns,
  rolesWithTurns,
  takeDigestWeek,
} from '../store/digests.ts';
import { countTurnsOf, openTurnsOf } from '../store/holder.ts';
import { stoppedTopics } from '../store/stops.ts';
import { peopleWhoseTurn } from './announcing.ts';
import { send, wayToPerson } from './notify.ts';
import { type Tongue, tellTurns } from './telling.ts';

/** What happened in what a person is part of; told by the modules that know it. */
export interface News {
  /** Who may have something to hear of since then. */
  readers(tx: TenantDb, since: Date): Promise<Id<'person'>[]>;
  of(tx: TenantDb, personId: Id<'person'>, since: Date, language: Language): Promise<Happening[]>;
}

const WEEK_DAYS = 7;
/** Whose digest carries the journal's seal: those who could be asked to keep it. */
const SEAL_READERS: readonly Role[] = ['consultant', 'secretariat', 'organisation_board', 'board_member'];

/** Once a week, in its hour or as soon after as the house is up: one small job for each person who may have something to read. */
export async function askForDigests(tx: TenantDb, news: News): Promise<void> {
  const week = digestWeek(tx.now, await digestTime(tx));
  // Whoever gets something to do later in the day is told of it then, not by a late digest.
  if (!week || !(await takeDigestWeek(tx, week))) return;
  const people = new Set(await personsWithTurns(tx));
  for (const { role, departmentId } of await rolesWithTurns(tx)) {
    for (const id of await peopleWhoseTurn(tx, role, departmentId)) people.add(id);
  }
  for (const id of await news.readers(tx, await sinceLastDigest(tx, week))) people.add(id);
  for (const person of await insertDigests(tx, week, [...people])) await enqueue(tx, JOBS.digest, { person, week });
}

/** One person's week. Nothing to say: nothing is sent. */
export async function sendDigest(
  tx: TenantDb,
  { tongue, news }: { readonly tongue: Tongue; readonly news: News },
  { person: personId, week }: { readonly person: Id<'person'>; readonly week: Day },
): Promise<void> {
  const way = await wayToPerson(tx, personId);
  const actor = await loadActor(tx, personId);
  if (typeof way === 'string' || actor?.kind !== 'person') return;
  if ((await stoppedTopics(tx, way.stopper)).has('digest')) return;
  const open = await openTurnsOf(tx, actor, { limit: TURNS_A_PAGE, offset: 0 });
  const turns = await tellTurns(tx, tongue, open, way.language);
  const happened = await news.of(tx, personId, await sinceLastDigest(tx, week), way.language);
  if (turns.length + happened.length === 0) return;
  const sealed = actor.grants.some((grant) => SEAL_READERS.includes(grant.role));
  const seal = sealed ? await anchorJournal(tx, 'weekly_digest') : null;
  const turnsInAll = await countTurnsOf(tx, actor);
  const reader = { language: way.language, origin: tx.origin, sender: tx.tenant.name };
  const said = digestSaid({ turns, turnsInAll, happened, seal }, reader);
  const id = await send(tx, { ...way, topic: 'digest', turnId: null, said });
  if (id) await linkDigest(tx, { personId, week }, id);
}

/** Nothing is told twice and nothing left out, also when a digest came late. The first one, and the first in long, tells of a week. */
async function sinceLastDigest(tx: TenantDb, week: Day): Promise<Date> {
  const earliest = new Date(utc(addDays(week, -2 * WEEK_DAYS)));
  return (await lastDigestBefore(tx, week, earliest)) ?? new Date(utc(addDays(week, -WEEK_DAYS)));
}
