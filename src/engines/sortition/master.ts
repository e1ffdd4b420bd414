import type { Highs } from 'highs';
import { HighsProgram, openHighs } from './highs.ts';
import type { Panel } from './panel-search.ts';
import type { Problem } from './problem.ts';
import { Simplex, type SimplexEnd } from './simplex.ts';
import type { Column } from './tableau.ts';

/** With more kinds than this, the dense inverse of `Simplex` costs more than HiGHS with all its ways. */
export const MOST_KINDS_HERE = 150;

/** HiGHS where the problem is large enough to need it. */
export function highsFor(problem: Problem): Promise<Highs | null> {
  return problem.kinds.length > MOST_KINDS_HERE ? openHighs() : Promise.resolve(null);
}

/** Each panel once, in the order they came. */
export class PanelSet {
  readonly list: Panel[] = [];
  private readonly known = new Set<string>();

  /** False when the panel is known already. */
  add(panel: Panel): boolean {
    const key = panel.join();
    if (this.known.has(key)) return false;
    this.known.add(key);
    this.list.push(panel);
    return true;
  }
}

/** What a lottery over the known panels can give: a row for each kind, and one that makes the shares of all panels sum to 1. */
export class Master {
  private readonly program: Simplex | HighsProgram;
  private readonly problem: Problem;
  private readonly first: number;
  private readonly set = new PanelSet();

  /** `extra` are the columns before those of the panels. `highs` is needed for many kinds. */
  constructor(problem: Problem, seats: ArrayLike<number>, extra: readonly Column[], highs: Highs | null) {
    this.problem = problem;
    this.first = extra.length;
    const rows = [...Array.from(seats, (least) => ({ least, most: Number.POSITIVE_INFINITY })), { least: 1, most: 1 }];
    this.program = highs ? new HighsProgram(highs, rows, extra) : new Simplex(rows, extra);
  }

  /** False when the panel is known already. */
  add(panel: Panel): boolean {
    if (!this.set.add(panel)) return false;
    const rows: number[] = [];
    for (const [kind, seats] of panel.entries()) if (seats > 0) rows.push(kind);
    this.program.addColumn({
      cost: 0,
      least: 0,
      most: Number.POSITIVE_INFINITY,
      rows: [...rows, panel.length],
      values: [...rows.map((kind) => panel[kind] as number), 1],
    });
    return true;
  }

  get panels(): readonly Panel[] {
    return this.set.list;
  }

  setSeats(kind: number, least: number): void {
    this.program.setRow(kind, least, Number.POSITIVE_INFINITY);
  }

  setCoefficient(kind: number, column: number, value: number): void {
    this.program.setCoefficient(kind, column, value);
  }

  solve(): SimplexEnd {
    return this.program.solve();
  }

  objective(): number {
    return this.program.objective();
  }

  columnValue(column: number): number {
    return this.program.columnValue(column);
  }

  /** What a seat of each kind is worth: a panel that weighs more by these than `panelPrice` makes the lottery better. */
  seatPrices(): Float64Array {
    return Float64Array.from(this.problem.kinds, (_, kind) => Math.max(0, -this.program.rowPrice(kind)));
  }

  panelPrice(): number {
    return this.program.rowPrice(this.problem.kinds.length);
  }

  /** The panels that are drawn at all, and how often. */
  lottery(): Lottery {
    const shares = this.panels.map((_, at) => Math.max(0, this.program.columnValue(this.first + at)));
    const sum = shares.reduce((one, other) => one + other, 0);
    return this.panels.flatMap((panel, at) => {
      const share = (shares[at] as number) / sum;
      return share > 1e-12 ? [{ panel, share }] : [];
    });
  }

  dispose(): void {
    if (this.program instanceof HighsProgram) this.program.dispose();
  }
}

export type Lottery = readonly { readonly panel: Panel; readonly share: number }[];

/** For each kind, the seats that it has on average. */
export function seatsOf(problem: Problem, lottery: Lottery): Float64Array {
  const seats = new Float64Array(problem.kinds.length);
  for (const { panel, share } of lottery) {
    for (const [kind, count] of panel.entries()) seats[kind] = (seats[kind] as number) + share * count;
  }
  return seats;
}
