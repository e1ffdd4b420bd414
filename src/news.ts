import type { Id } from './kernel/id.ts';
import type { Language } from './kernel/language.ts';
import { drivenBy, driversOfAny, insidePlace } from './modules/initiatives/public.ts';
import { triedNearby } from './modules/inspire/stories/public.ts';
import { type Happening, type News, wishDueSince, wishersOf, wishesOf, wishTold } from './modules/turns/public.ts';
import type { TenantDb } from './platform/db/tenant-db.ts';
import { liveThreads, newsInThreads } from './platform/journal/read.ts';
import { tellEntries } from './platform/journal/tell.ts';
import { THREAD_TONGUE } from './tellings.ts';

const MOST_NEWS = 12;

/** What the weekly digest tells: what others did in the initiatives that the reader drives, and what they have asked to read. */
export const NEWS: News = {
  readers: async (tx, since) => [
    ...(await driversOfAny(tx, await liveThreads(tx, since))),
    ...(await wishersOf(tx, 'nearby', wishDueSince(tx.today))),
  ],
  of: async (tx, personId, since, language) => [
    ...(await inTheirThreads(tx, personId, since, language)),
    ...(await tried(tx, personId, language)),
  ],
};

async function inTheirThreads(
  tx: TenantDb,
  personId: Id<'person'>,
  since: Date,
  language: Language,
): Promise<Happening[]> {
  const extract = { kinds: THREAD_TONGUE.kinds, audience: 'members', limit: MOST_NEWS } as const;
  const entries = await newsInThreads(tx, await drivenBy(tx, personId), { personId, since }, extract);
  const told = await tellEntries(THREAD_TONGUE.kinds, entries, THREAD_TONGUE.names(tx, language), language);
  const threads = new Map(entries.map((entry) => [entry.seq, entry.thread]));
  return told.flatMap(({ seq, sentence }) => {
    const id = threads.get(seq);
    return id ? [{ sentence, path: insidePlace({ id }) }] : [];
  });
}

/** Something that another department of the house has tried; once a month for those who have asked for it. */
async function tried(tx: TenantDb, personId: Id<'person'>, language: Language): Promise<Happening[]> {
  const toldOn = (await wishesOf(tx, personId)).get('nearby');
  if (toldOn === undefined || (toldOn !== null && toldOn > wishDueSince(tx.today))) return [];
  const found = await triedNearby(tx, personId, toldOn, language);
  if (!found) return [];
  await wishTold(tx, personId, 'nearby');
  return [found];
}
