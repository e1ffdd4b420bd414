/**
 * A claim about all panels that keep the rules: counted with `weights` by kind, no panel weighs more than `most`. The seats of
 * a kind in a lottery are its people times their chance, so a claim bounds what chances a lottery can give.
 */
export interface Claim {
  /** The chance that the claim proves: those with a weight who are not yet settled cannot all have more. Nash: the geometric mean. */
  readonly level: number;
  readonly weights: readonly number[];
  readonly most: number;
}

/** A panel by kinds, `[kind, seats]`, and how often the exact lottery draws it. */
export interface WeighedPanel {
  readonly share: number;
  readonly seats: readonly (readonly [number, number])[];
}

/** Why the chances are the best there are, so that somebody else can check it without solving the problem again. */
export interface Certificate {
  /** Kinds of which no panel has anybody. */
  readonly unreachable: readonly number[];
  /** One claim for each level that is proved, smallest first. */
  readonly claims: readonly Claim[];
  /** The lottery that gives exactly the chances; the list of panels comes as near to it as whole numbers can. */
  readonly lottery: readonly WeighedPanel[];
}
