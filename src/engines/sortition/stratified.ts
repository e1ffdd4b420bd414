import { type Panel, PanelSearch } from './panel-search.ts';
import type { Problem } from './problem.ts';

const TRIES = 40;
const NODES = 2000;

/**
 * Panels as they are drawn by hand: always somebody by lot from where most are missing beside those who are left, and again from the
 * beginning when it does not come out. It promises nobody a chance, and is here to be compared with.
 */
export function stratifiedPanels(problem: Problem, count: number, random: () => number): Panel[] {
  const search = new PanelSearch(problem);
  const table = new Table(problem);
  return Array.from({ length: count }, () => byHand(table, random) ?? byWeight(problem, search, random));
}

function byHand(table: Table, random: () => number): Panel | null {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const panel = table.oneTry(random);
    if (panel) return panel;
  }
  return null;
}

/** Where chance alone finds no panel, lots for each kind choose one. */
function byWeight(problem: Problem, search: PanelSearch, random: () => number): Panel {
  const lots = problem.kinds.map(() => random());
  const found = search.heaviest(lots, Number.NEGATIVE_INFINITY, NODES, 1).panels[0];
  if (!found) throw new Error('Cannot draw by strata: no panel found where one is known to exist');
  return found.panel;
}

/** What lies on the table while a panel is drawn by hand. A try is made tens of thousands of times, so sums are kept and not counted. */
class Table {
  private readonly problem: Problem;
  private readonly rowsOf: readonly Int32Array[];
  /** For each row, the kinds that it counts; last, all of them. */
  private readonly kindsOf: readonly Int32Array[];
  private readonly least: Int32Array;
  private readonly most: Int32Array;
  private readonly panel: Uint16Array;
  /** How many of each kind may still sit down. */
  private readonly room: Int32Array;
  /** For each row, how many have sat down, and how many may still. */
  private readonly sums: Int32Array;
  private readonly left: Int32Array;
  private readonly full: Uint8Array;
  /** Rows of which everybody is in just one, such as the answers to one question. */
  private readonly questions: readonly Int32Array[];

  constructor(problem: Problem) {
    const { kinds, rows } = problem;
    this.problem = problem;
    this.rowsOf = kinds.map((kind) => Int32Array.from(kind.rows));
    const all = Int32Array.from(kinds.keys());
    this.kindsOf = [...rows.map((_, row) => all.filter((kind) => kinds[kind]?.rows.includes(row))), all];
    this.least = Int32Array.from(rows, ({ least }) => least);
    this.most = Int32Array.from(rows, ({ most }) => most);
    this.panel = new Uint16Array(kinds.length);
    this.room = new Int32Array(kinds.length);
    this.sums = new Int32Array(rows.length);
    this.left = new Int32Array(rows.length);
    this.full = new Uint8Array(rows.length);
    this.questions = questionsIn(problem);
  }

  /** A panel, or null where the next seat could be given to nobody. */
  oneTry(random: () => number): Panel | null {
    this.clear();
    for (let seats = this.problem.seats; seats > 0; seats--) {
      if (!this.keepForTheOwed(seats)) return null;
      const row = this.neediest();
      const kind = row === HOPELESS ? NOBODY : this.pick(this.kindsOf[row] as Int32Array, random);
      if (kind === NOBODY) return null;
      this.panel[kind] = (this.panel[kind] as number) + 1;
      this.sitDown(kind);
    }
    return this.least.every((least, row) => (this.sums[row] as number) >= least) ? this.panel.slice() : null;
  }

  private clear(): void {
    this.panel.fill(0);
    this.sums.fill(0);
    this.full.fill(0);
    this.left.fill(0);
    for (const [kind, { most, people }] of this.problem.kinds.entries()) {
      const room = Math.min(most, people.length);
      this.room[kind] = room;
      for (const row of this.rowsOf[kind] as Int32Array) this.left[row] = (this.left[row] as number) + room;
    }
    for (let row = 0; row < this.most.length; row++) if ((this.most[row] as number) <= 0) this.close(row);
  }

  /** Where one question still asks for as many as there are seats, those of its other answers have had theirs. False: for more. */
  private keepForTheOwed(seats: number): boolean {
    for (const rows of this.questions) {
      let owed = 0;
      for (const row of rows) owed += Math.max(0, (this.least[row] as number) - (this.sums[row] as number));
      if (owed > seats) return false;
      if (owed < seats) continue;
      for (const row of rows) if ((this.sums[row] as number) >= (this.least[row] as number)) this.close(row);
    }
    return true;
  }

  /** The quota with most missing for each who is left; the row after the last, which counts everybody, when none is missing anybody. */
  private neediest(): number {
    let chosen = this.least.length;
    let most = 0;
    for (let row = 0; row < this.problem.quotas; row++) {
      const missing = (this.least[row] as number) - (this.sums[row] as number);
      if (missing <= 0) continue;
      const left = this.left[row] as number;
      if (missing > left) return HOPELESS;
      if (missing / left <= most) continue;
      most = missing / left;
      chosen = row;
    }
    return chosen;
  }

  private pick(kinds: Int32Array, random: () => number): number {
    let sum = 0;
    for (const kind of kinds) sum += this.room[kind] as number;
    let left = random() * sum;
    for (const kind of kinds) {
      const room = this.room[kind] as number;
      left -= room;
      if (room > 0 && left < 0) return kind;
    }
    return NOBODY;
  }

  private sitDown(kind: number): void {
    this.take(kind, 1);
    for (const row of this.rowsOf[kind] as Int32Array) {
      const sum = (this.sums[row] as number) + 1;
      this.sums[row] = sum;
      if (sum >= (this.most[row] as number)) this.close(row);
    }
  }

  /** The row is full: nobody whom it counts can sit down any more. */
  private close(row: number): void {
    if (this.full[row]) return;
    this.full[row] = 1;
    for (const kind of this.kindsOf[row] as Int32Array) this.take(kind, this.room[kind] as number);
  }

  private take(kind: number, places: number): void {
    if (places === 0) return;
    this.room[kind] = (this.room[kind] as number) - places;
    for (const row of this.rowsOf[kind] as Int32Array) this.left[row] = (this.left[row] as number) - places;
  }
}

/** Quotas that stand at the same place in everybody's rows belong together; a combination, which not all have, moves the others. */
function questionsIn({ kinds, quotas }: Problem): Int32Array[] {
  const questions: Int32Array[] = [];
  for (let place = 0; ; place++) {
    const rows = new Set(kinds.map((kind) => kind.rows[place] ?? quotas));
    if (kinds.length === 0 || [...rows].some((row) => row >= quotas)) return questions;
    const others = [...rows].some((row) => kinds.some((kind) => ![-1, place].includes(kind.rows.indexOf(row))));
    if (!others) questions.push(Int32Array.from(rows));
  }
}

const NOBODY = -1;
const HOPELESS = -1;
