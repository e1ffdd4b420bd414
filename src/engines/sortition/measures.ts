/** Chances that differ by less are the same level: rounding, not fairness. */
const SAME = 1e-7;

/** Half the mean difference of all pairs, as a share of the mean: 0 when all have the same, near 1 when one has everything. */
export function giniOf(chances: readonly number[]): number {
  const sorted = [...chances].sort((one, other) => one - other);
  const sum = sorted.reduce((total, one) => total + one, 0);
  if (sum === 0) return 0;
  const ranked = sorted.reduce((total, one, rank) => total + (2 * (rank + 1) - sorted.length - 1) * one, 0);
  return Math.max(0, ranked / (sorted.length * sum));
}

/** Who cannot be drawn counts as this, as in the published tables: a single zero would hide what all others have. */
const NO_CHANCE = 1e-12;

export function geometricMeanOf(chances: readonly number[]): number {
  if (chances.length === 0) return 0;
  return Math.exp(chances.reduce((sum, one) => sum + Math.log(Math.max(one, NO_CHANCE)), 0) / chances.length);
}

/** The different chances above nothing, smallest first. */
export function levelsIn(chances: readonly number[]): number[] {
  const levels: number[] = [];
  for (const chance of [...chances].sort((one, other) => one - other)) {
    if (chance > SAME && chance - (levels.at(-1) ?? 0) > SAME) levels.push(chance);
  }
  return levels;
}
