import type { Id } from '../../../../kernel/id.ts';
import type { Answer, Reading, Said } from './checking.ts';
import type { CameBy } from './sheets.ts';

/** A picture that shows a sheet, and what the reader made of it. */
export interface Witness {
  readonly id: Id<'workshop_photo'>;
  readonly cameBy: CameBy;
  readonly readings: readonly Reading[];
}

type Decided = ReadonlyMap<string, Answer>;

/** What the reader is sure of in a picture. */
function decidedIn({ readings }: Pick<Witness, 'readings'>): Decided {
  return new Map(readings.flatMap(({ field, label }) => (label === 'unsure' ? [] : [[field, label] as const])));
}

/** What a settled sheet says in its boxes. */
function decidedBy(settled: readonly Said[]): Decided {
  return new Map(settled.flatMap(({ field, answer }) => (answer ? [[field, answer] as const] : [])));
}

/**
 * Boxes that two pictures of one sheet do not say the same of, or a picture and what was confirmed before it came, each with
 * all that is said. Where one is unsure they do not differ. Nobody's word goes for another's without a person.
 */
export function contested(
  witnesses: readonly Pick<Witness, 'readings'>[],
  settled: readonly Said[],
): ReadonlyMap<string, readonly Answer[]> {
  const all = [...witnesses.map(decidedIn), decidedBy(settled)];
  const fields = new Set(all.flatMap((one) => [...one.keys()]));
  return new Map(
    [...fields].flatMap((field) => {
      const said = [...new Set(all.flatMap((one) => one.get(field) ?? []))];
      return said.length > 1 ? [[field, said] as const] : [];
    }),
  );
}

/**
 * The picture to go through, of those in the order in which they came: the newest where none says another thing. Where they do,
 * the newest that did not come by the link, which anybody may have; else the first of all.
 */
export function leading<W extends Witness>(witnesses: readonly W[]): W | null {
  if (contested(witnesses, []).size === 0) return witnesses.at(-1) ?? null;
  return witnesses.findLast(({ cameBy }) => cameBy !== 'link') ?? witnesses[0] ?? null;
}
