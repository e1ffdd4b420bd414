/** Numbers that look thrown and are the same for the same seed (Mulberry32). */
export interface Dice {
  /** From 0 up to 1. */
  next(): number;
  between(low: number, high: number): number;
  /** A whole number from 0 up to `count`. */
  under(count: number): number;
  /** True with this probability. */
  chance(share: number): boolean;
  /** Around 0 with a spread of 1 (Box-Muller). */
  bell(): number;
  oneOf<Item>(items: readonly Item[]): Item;
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const under = (count: number) => Math.floor(next() * count);
  return {
    next,
    under,
    between: (low, high) => low + (high - low) * next(),
    chance: (share) => next() < share,
    bell: () => Math.sqrt(-2 * Math.log(next() + 1e-12)) * Math.cos(2 * Math.PI * next()),
    oneOf: (items) => {
      const item = items[under(items.length)];
      if (item === undefined) throw new RangeError('nothing to choose from');
      return item;
    },
  };
}
