/**
 * A claim about all panels that keep the rules: counted with `weights`, no panel weighs more than `most`.
 * Somebody's weight in a panel is `weights[kind] / people of that kind`, so the claim bounds Σ weight · chance for every lottery.
 */
export interface Claim {
  /** The chance that the claim proves: nobody not yet settled can be promised more. */
  readonly level: number;
  readonly weights: readonly number[];
  readonly most: number;
}

/** Why the chances are the best, so that somebody else can check it without solving the problem again. */
export interface Certificate {
  /** People in the same position, by kind: the order of `weights`. Ids; not published. */
  readonly kinds: readonly (readonly string[])[];
  /** Kinds of which no panel has anybody. */
  readonly unreachable: readonly number[];
  /** One claim for each level that is proved, smallest first. */
  readonly claims: readonly Claim[];
}
