import type { Reader } from './judge.ts';
import stored from './trained.json' with { type: 'json' };
import { readerOf } from './weights.ts';

let reader: Reader | null = null;

/** The network that comes with Grobund: `scripts/train-sheet.ts` made `trained.json`. A browser may fetch that file and use `readerOf`. */
export function trained(): Reader {
  reader ??= readerOf(stored);
  return reader;
}
