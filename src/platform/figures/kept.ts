import type { TenantDb } from '../db/tenant-db.ts';
import { lastSeq } from '../live/live.ts';

/** What is kept of a look, and what it holds for. */
interface Kept<Counted> {
  readonly edition: string;
  readonly counted: Counted;
}

/** Some kilobytes each. */
const MOST = 300;

/**
 * Keeps what was counted, so that a table of figures that nobody has changed anything in is not counted again for the next
 * reader. The first argument says what was counted and for whom, the second is its edition: where that differs, it is
 * counted anew. A process keeps its own; what the edition is made of must therefore be the same for all of them.
 */
export function keepCounts<Counted>(most = MOST) {
  const kept = new Map<string, Kept<Counted>>();
  return async (what: string, edition: string, count: () => Promise<Counted>): Promise<Counted> => {
    const known = kept.get(what);
    if (known?.edition === edition) return known.counted;
    const counted = await count();
    kept.delete(what);
    kept.set(what, { edition, counted });
    // The oldest first.
    for (const old of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(old);
    }
    return counted;
  };
}

const MINUTE_MS = 60_000;

/**
 * The edition of everything that is counted in a house: what anything tells in the journal is counted at once, what nothing
 * tells of a minute later at the most. Ask for it before what is counted.
 */
export async function editionOfCounts(tx: TenantDb): Promise<string> {
  return `${await lastSeq(tx)} ${Math.floor(tx.now.getTime() / MINUTE_MS)}`;
}
