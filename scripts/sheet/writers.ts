import { createHash } from 'node:crypto';
import type { Glyph, Glyphs } from '../../src/engines/sheet/synthetic/marks.ts';

/** Of one who wrote hundreds of letters, no more than so many of each kind are used. */
const MOST_OF_ONE = 40;

export type Split = 'training' | 'tuning' | 'test';

/**
 * Four fifths of the writers are learnt from; a tenth says how sure the answers may be; a tenth is only for the report. By a hash
 * of the name, so that the split does not depend on the order of the file.
 */
export function splitByWriter(glyphs: readonly Glyph[]): Readonly<Record<Split, Glyphs>> {
  const of = (split: Split) => sorted(glyphs.filter(({ w }) => splitOf(w) === split));
  return { training: of('training'), tuning: of('tuning'), test: of('test') };
}

function splitOf(writer: string): Split {
  const [first = 0, second = 0] = createHash('sha256').update(writer).digest();
  if (first >= 51) return 'training';
  return second % 2 === 0 ? 'tuning' : 'test';
}

function sorted(glyphs: readonly Glyph[]): Glyphs {
  const counts = new Map<string, number>();
  const few = glyphs.filter(({ w, c }) => {
    const count = (counts.get(`${w} ${c}`) ?? 0) + 1;
    counts.set(`${w} ${c}`, count);
    return count <= MOST_OF_ONE;
  });
  return {
    V: few.filter(({ c }) => c === 'V'),
    X: few.filter(({ c }) => c === 'X'),
    other: few.filter(({ c }) => c === 'other'),
  };
}

export function writersOf({ V, X, other }: Glyphs): readonly string[] {
  return [...new Set([...V, ...X, ...other].map(({ w }) => w))];
}

/** One writer's letters; what is lacking comes from all. */
export function handOf(glyphs: Glyphs, writer: string): Glyphs {
  const own = (all: readonly Glyph[]) => {
    const few = all.filter(({ w }) => w === writer);
    return few.length > 0 ? few : all;
  };
  return { V: own(glyphs.V), X: own(glyphs.X), other: glyphs.other };
}
