/** Fewer than this is a person, not a figure. */
export const FEWEST = 5;

/** A group as it may be read: `null` where it is hidden. */
export type Guarded = number | null;

export interface GuardedCounts {
  readonly total: Guarded;
  /** As `parts` went in, each as long as it was. */
  readonly parts: readonly (readonly Guarded[])[];
}

/**
 * People counted in one or more ways (by department, by answer), without anybody being found in the figures. Each part
 * divides the same people: its counts add up to `total`.
 *
 * In a part, groups below FEWEST are hidden, and with them every group of the smallest size that may be shown: so the
 * sum of what is hidden says nothing about who is small. Proof: which groups are hidden depends on their sizes alone, so
 * two hidden groups that change places print the same page, and a reader can never tell the small one from the large.
 * Where all are small, the page is also that of one large group among empty ones.
 */
export function guardSmallGroups(total: number, parts: readonly (readonly number[])[]): GuardedCounts {
  if (total < FEWEST) return { total: null, parts: parts.map((part) => part.map(() => null)) };
  return { total, parts: parts.map(guardPart) };
}

function guardPart(part: readonly number[]): readonly Guarded[] {
  if (!part.some(isSmall)) return part;
  const smallestShown = Math.min(...part.filter((count) => !isSmall(count)));
  return part.map((count) => (count <= smallestShown ? null : count));
}

function isSmall(count: number): boolean {
  return count < FEWEST;
}
