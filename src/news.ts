import { drivenBy, driversOfAny, insidePlace } from './modules/initiatives/public.ts';
import type { News } from './modules/turns/public.ts';
import { liveThreads, newsInThreads } from './platform/journal/read.ts';
import { tellEntries } from './platform/journal/tell.ts';
import { THREAD_TONGUE } from './tellings.ts';

const MOST_NEWS = 12;

/** What the weekly digest tells: what others did in the initiatives that the reader drives. */
export const NEWS: News = {
  readers: async (tx, since) => driversOfAny(tx, await liveThreads(tx, since)),
  async of(tx, personId, since, language) {
    const extract = { kinds: THREAD_TONGUE.kinds, audience: 'members', limit: MOST_NEWS } as const;
    const entries = await newsInThreads(tx, await drivenBy(tx, personId), { personId, since }, extract);
    const told = await tellEntries(THREAD_TONGUE.kinds, entries, THREAD_TONGUE.names(tx, language), language);
    const threads = new Map(entries.map((entry) => [entry.seq, entry.thread]));
    return told.flatMap(({ seq, sentence }) => {
      const id = threads.get(seq);
      return id ? [{ sentence, path: insidePlace({ id }) }] : [];
    });
  },
};
