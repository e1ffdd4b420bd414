/** One bar; `shown` is the number as people read it ("47 %"), `value` its length. Null: no measurement, shown as "mangler". */
export interface Bar {
  readonly label: string;
  readonly value: number | null;
  readonly shown: string;
}

/** Things counted twice, each pair with its own scale: 12 is seen beside 373. */
export interface Pairs {
  readonly kind: 'pairs';
  readonly caption: string;
  readonly alt: string;
  /** What the two bars are: "2026", "2025". */
  readonly names: readonly [string, string];
  readonly pairs: readonly Pair[];
}

/** Two bars; `shown` also says why a value is null. */
export interface Pair {
  readonly label: string;
  readonly bars: readonly [Omit<Bar, 'label'>, Omit<Bar, 'label'>];
}
