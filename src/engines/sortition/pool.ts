/** Somebody who can be drawn. */
export interface PoolMember {
  /** Unique in the pool. Never published: the proof has codes in its place. */
  readonly id: string;
  /** The answers: feature → value, both as they stand in the quotas. */
  readonly values: Readonly<Record<string, string>>;
  /** People with the same key are one household, and at most one of them is drawn. Empty or absent: nobody shares their home. */
  readonly household?: string;
}

/**
 * How many of the drawn must have a value, both ends included. A combination is written `a×b` with value `x×y`, where `a`
 * and `b` are features of the pool; whoever has both values counts.
 */
export interface Quota {
  readonly feature: string;
  readonly value: string;
  readonly min: number;
  readonly max: number;
}

/** The sign between the parts of a combination. */
export const TIMES = '×';

/** `leximin`: nobody's chance can be raised without lowering that of somebody less lucky. `stratified`: no promise of chances. */
export type Algorithm = 'leximin' | 'maximin' | 'nash' | 'stratified';

/** What is asked for. */
export interface DrawRequest {
  readonly pool: readonly PoolMember[];
  readonly quotas: readonly Quota[];
  readonly seats: number;
  readonly algorithm: Algorithm;
  /** The same seed and the same input give the same answer, unless time ran out. */
  readonly seed: string;
  /** How many panels are on the list that is drawn from: 1 to 100,000. */
  readonly panels: number;
  /** Ids of those who must be in every panel, and of those who must be in none. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** The calculation stops then, with the best it has and the gap that is left. */
  readonly timeLimitMs: number;
}

/** Which people a quota counts: those who have all these values. */
export function partsOf(quota: Pick<Quota, 'feature' | 'value'>): readonly (readonly [string, string])[] {
  const features = quota.feature.split(TIMES);
  const values = quota.value.split(TIMES);
  if (features.length !== values.length) return [[quota.feature, quota.value]];
  return features.map((feature, at) => [feature.trim(), (values[at] as string).trim()] as const);
}

export function isCounted(member: PoolMember, parts: readonly (readonly [string, string])[]): boolean {
  return parts.every(([feature, value]) => member.values[feature] === value);
}
