import { type Ore, sumOre, toOre } from '../../kernel/money.ts';

/** The sum, what is missing counted as nothing. Null when the first is missing, or the sum is beyond the safe integers. */
export function plus(first: Ore | null | undefined, ...others: readonly (Ore | null)[]): Ore | null {
  if (first === null || first === undefined) return null;
  try {
    return sumOre([first, ...others.filter((one) => one !== null)]);
  } catch {
    return null;
  }
}

export function minus(amount: Ore | null): Ore | null {
  return amount === null ? null : toOre(-amount);
}
