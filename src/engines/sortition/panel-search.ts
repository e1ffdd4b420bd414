import { type Problem, seatColumns } from './problem.ts';
import { Simplex } from './simplex.ts';

/** How many of each kind sit in a panel, in the order of the problem's kinds. */
export type Panel = Uint8Array | Uint16Array;

export interface Found {
  /** Panels that weigh more than was asked, the heaviest first. */
  readonly panels: readonly { readonly panel: Panel; readonly weight: number }[];
  /** No panel weighs more than this. */
  readonly bound: number;
  /** `bound` is what the heaviest panel weighs, or no more than what was asked. */
  readonly proven: boolean;
}

/** Bounds within those of the problem, for panels of which one knows more. */
export interface Face {
  readonly rows: readonly { readonly least: number; readonly most: number }[];
  readonly kinds: readonly { readonly least: number; readonly most: number }[];
}

function wholeFace(problem: Problem): Face {
  return { rows: problem.rows, kinds: problem.kinds.map(({ most }) => ({ least: 0, most })) };
}

const WHOLE = 1e-6;
const TOLERANCE = 1e-9;
/** Kinds for each row that a narrow search may still choose. */
const NARROW = 4;
/** Half solved branches carry a little rounding; a panel must weigh so much more to be worth having. */
const MARGIN = 1e-10;

/** Looks for the heaviest panel by branch and bound, from where the last search ended. */
export class PanelSearch {
  private readonly program: Simplex;
  private readonly face: Face;
  private readonly problem: Problem;
  private nodes = 0;
  private sound = true;

  constructor(problem: Problem, face: Face = wholeFace(problem)) {
    this.problem = problem;
    this.face = face;
    this.program = new Simplex(
      face.rows,
      seatColumns(problem).map((column, kind) => ({ ...column, ...face.kinds[kind] })),
    );
  }

  /** The heaviest panel above `above`, looking at no more than `mostNodes` linear programs. */
  heaviest(weights: ArrayLike<number>, above: number, mostNodes: number, enough = Number.POSITIVE_INFINITY): Found {
    const { program } = this;
    for (let kind = 0; kind < weights.length; kind++) program.setCost(kind, weights[kind] as number);
    this.nodes = mostNodes;
    this.sound = true;
    const state: Hunt = { weights, best: above, panels: [], enough };
    const end = program.solve();
    if (end === 'stuck') return { panels: [], bound: Number.POSITIVE_INFINITY, proven: false };
    if (end === 'infeasible') return { panels: [], bound: Number.NEGATIVE_INFINITY, proven: true };
    const bound = program.objective();
    if (Number.isFinite(enough)) {
      const fixed = this.narrow();
      if (fixed.length > 0) this.branch(state, 0);
      this.release(fixed);
      // What was not found among a few kinds is looked for among all.
      if (fixed.length > 0 && state.panels.length === 0) {
        this.nodes = mostNodes;
        this.sound = program.solve() === 'optimal';
      }
    }
    if (state.panels.length < enough) {
      const fixed = this.fixByReducedCost(bound - above);
      this.branch(state, 0);
      this.release(fixed);
    }
    const done = this.sound && this.nodes > 0 && state.panels.length < enough;
    const panels = state.panels.sort((one, other) => other.weight - one.weight);
    return { panels, bound: done ? Math.max(state.best, Math.min(bound, above)) : bound, proven: done };
  }

  private release(fixed: readonly number[]): void {
    for (const kind of fixed) {
      const { least, most } = this.face.kinds[kind] as Face['kinds'][number];
      this.program.setBounds(kind, least, most);
    }
    this.program.lookOnlyAt(null);
  }

  /** A kind whose every seat costs more than can be spared keeps to its bound. */
  private fixByReducedCost(spare: number): number[] {
    const { program, face } = this;
    const fixed: number[] = [];
    for (let kind = 0; kind < face.kinds.length; kind++) {
      const { least, most } = face.kinds[kind] as Face['kinds'][number];
      if (least === most || program.isBasic(kind)) continue;
      const reduced = program.reducedCost(kind);
      const value = program.columnValue(kind);
      if (Math.abs(reduced) > spare + TOLERANCE && (reduced < 0 ? value === least : value === most)) {
        program.setBounds(kind, value, value);
        fixed.push(kind);
      }
    }
    return fixed;
  }

  /** Any heavy panel will do: only the kinds that cost least to take are looked at. */
  private narrow(): number[] {
    const { program, face } = this;
    const loose = [...face.kinds.keys()].filter((kind) => {
      const { least, most } = face.kinds[kind] as Face['kinds'][number];
      return least < most && !program.isBasic(kind);
    });
    const left = NARROW * face.rows.length;
    if (loose.length <= left) return [];
    const costs = loose.map((kind) => Math.abs(program.reducedCost(kind)));
    const most = [...costs].sort((one, other) => one - other)[left] as number;
    const fixed = loose.filter((_, at) => (costs[at] as number) > most);
    for (const kind of fixed) program.setBounds(kind, program.columnValue(kind), program.columnValue(kind));
    const away = new Set(fixed);
    program.lookOnlyAt([...face.kinds.keys()].filter((kind) => !away.has(kind)));
    return fixed;
  }

  /** The program is solved; below it lies what may still be found. */
  private branch(hunt: Hunt, depth: number): void {
    const { program, face } = this;
    this.nodes--;
    if (program.objective() <= hunt.best + MARGIN || depth > 400) {
      if (depth > 400) this.sound = false;
      return;
    }
    let kind = -1;
    let halfness = 0.5 - WHOLE;
    for (let at = 0; at < face.kinds.length; at++) {
      if (!program.isBasic(at)) continue;
      const part = program.columnValue(at) - Math.floor(program.columnValue(at));
      const distance = Math.abs(part - 0.5);
      if (distance < halfness) {
        halfness = distance;
        kind = at;
      }
    }
    if (kind < 0) {
      this.keep(hunt);
      return;
    }
    const value = program.columnValue(kind);
    const { least, most } = program.boundsOf(kind);
    const [low, high] = [Math.floor(value), Math.ceil(value)];
    const upFirst = value - low > 0.5;
    for (const up of upFirst ? [true, false] : [false, true]) {
      if (this.nodes <= 0 || hunt.panels.length >= hunt.enough) break;
      if (up) program.setBounds(kind, high, most);
      else program.setBounds(kind, least, low);
      const end = program.solve();
      if (end === 'stuck') this.sound = false;
      else if (end === 'optimal') this.branch(hunt, depth + 1);
      else this.nodes--;
    }
    program.setBounds(kind, least, most);
  }

  private keep(hunt: Hunt): void {
    const { problem, program } = this;
    const panel = new Uint16Array(problem.kinds.length);
    let weight = 0;
    for (let kind = 0; kind < panel.length; kind++) {
      panel[kind] = Math.round(program.columnValue(kind));
      weight += (panel[kind] as number) * (hunt.weights[kind] as number);
    }
    if (!keepsRules(problem, panel)) {
      this.sound = false;
      return;
    }
    if (weight <= hunt.best + MARGIN) return;
    hunt.best = weight;
    hunt.panels.push({ panel, weight });
  }
}

interface Hunt {
  readonly weights: ArrayLike<number>;
  best: number;
  readonly panels: { panel: Panel; weight: number }[];
  /** The search ends with so many panels. */
  readonly enough: number;
}

/** Counted again in whole numbers: every row, and no more of a kind than there are. */
export function keepsRules(problem: Problem, panel: Panel): boolean {
  const sums = new Int32Array(problem.rows.length);
  for (const [at, { rows, most }] of problem.kinds.entries()) {
    const seats = panel[at] as number;
    if (seats > most) return false;
    if (seats > 0) for (const row of rows) sums[row] = (sums[row] as number) + seats;
  }
  return problem.rows.every(({ least, most }, row) => (sums[row] as number) >= least && (sums[row] as number) <= most);
}
