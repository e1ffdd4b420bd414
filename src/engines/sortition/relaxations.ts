import type { Quota } from './pool.ts';

/** One change of a quota that helps to make a panel possible: `[from, to]`. */
export interface Relaxation extends Pick<Quota, 'feature' | 'value'> {
  readonly min: readonly [number, number];
  readonly max: readonly [number, number];
}
