import { invert } from './invert.ts';

/** A column of a program: what it gains, within which bounds, and which rows it touches by how much. */
export interface Column extends Bounds {
  readonly cost: number;
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** The inverse is counted anew after so many exchanges, or twice as many as it has rows. */
export const REFACTOR = 64;

/**
 * A linear program with a basis, its inverse, and the values that follow. A variable below `rows` is the sum of that row, and stands
 * in it as `columns - sum = 0`; the columns come after.
 */
export class Tableau {
  readonly rows: number;
  protected size: number;
  protected value: Float64Array;
  protected least: Float64Array;
  protected most: Float64Array;
  protected cost: Float64Array;
  /** The variable's place in the basis, or -1. */
  protected at: Int32Array;
  /** Entries of all columns, one column after another. */
  protected starts: Int32Array;
  protected entryRow: Int32Array;
  protected entryValue: Float64Array;
  protected readonly basis: Int32Array;
  protected readonly mostExchanges: number;
  protected readonly inverse: Float64Array;
  protected readonly price: Float64Array;
  /** How the basic variables move when the entering one grows by 1. */
  protected readonly rate: Float64Array;
  protected exchanges = 0;
  /** The values of the basic variables fit those of the others. */
  protected placed = false;
  /** The variables that may enter the basis; null: any. */
  protected among: Int32Array | null = null;
  /** The basis was optimal for these costs, whatever bounds have become since. */
  protected dualFeasible = false;

  constructor(rows: readonly Bounds[], columns: readonly Column[]) {
    const m = rows.length;
    this.rows = m;
    this.size = m;
    const room = m + Math.max(16, columns.length * 2);
    this.value = new Float64Array(room);
    this.least = new Float64Array(room);
    this.most = new Float64Array(room);
    this.cost = new Float64Array(room);
    this.at = new Int32Array(room).fill(-1);
    this.starts = new Int32Array(room + 1);
    const entries = columns.reduce((sum, column) => sum + column.rows.length, 16) * 2;
    this.entryRow = new Int32Array(entries);
    this.entryValue = new Float64Array(entries);
    this.mostExchanges = Math.max(REFACTOR, 2 * m);
    this.basis = Int32Array.from({ length: m }, (_, row) => row);
    this.inverse = new Float64Array(m * m);
    this.price = new Float64Array(m);
    this.rate = new Float64Array(m);
    for (const [row, { least, most }] of rows.entries()) {
      this.least[row] = least;
      this.most[row] = most;
      this.at[row] = row;
      this.inverse[row * m + row] = -1;
    }
    for (const column of columns) this.addColumn(column);
  }

  addColumn({ cost, least, most, rows, values }: Column): void {
    const variable = this.size++;
    if (variable >= this.value.length) this.grow();
    this.least[variable] = least;
    this.most[variable] = most;
    this.cost[variable] = cost;
    this.at[variable] = -1;
    this.value[variable] = nearest(0, least, most);
    if (this.value[variable] !== 0) this.placed = false;
    this.dualFeasible = false;
    const from = this.starts[variable] as number;
    const to = from + rows.length;
    while (to > this.entryRow.length) {
      this.entryRow = wider(this.entryRow, new Int32Array(this.entryRow.length * 2));
      this.entryValue = wider(this.entryValue, new Float64Array(this.entryValue.length * 2));
    }
    this.entryRow.set(rows, from);
    this.entryValue.set(values, from);
    this.starts[variable + 1] = to;
  }

  private grow(): void {
    const room = this.value.length * 2;
    this.value = wider(this.value, new Float64Array(room));
    this.least = wider(this.least, new Float64Array(room));
    this.most = wider(this.most, new Float64Array(room));
    this.cost = wider(this.cost, new Float64Array(room));
    this.at = wider(this.at, new Int32Array(room));
    this.starts = wider(this.starts, new Int32Array(room + 1));
  }

  setCost(column: number, cost: number): void {
    this.cost[this.rows + column] = cost;
    this.dualFeasible = false;
  }

  setBounds(column: number, least: number, most: number): void {
    this.bound(this.rows + column, least, most);
  }

  setRow(row: number, least: number, most: number): void {
    this.bound(row, least, most);
  }

  private bound(variable: number, least: number, most: number): void {
    if (this.least[variable] === least && this.most[variable] === most) return;
    this.least[variable] = least;
    this.most[variable] = most;
    if ((this.at[variable] as number) >= 0) return;
    const value = this.value[variable] as number;
    // At neither end, its price might have the wrong sign for where it stands.
    if (value > least && value < most) this.dualFeasible = false;
    this.value[variable] = nearest(value, least, most);
    if (this.value[variable] !== value) this.placed = false;
  }

  /** Another value in a place that the column has. */
  setCoefficient(row: number, column: number, value: number): void {
    const end = this.starts[this.rows + column + 1] as number;
    for (let entry = this.starts[this.rows + column] as number; entry < end; entry++) {
      if (this.entryRow[entry] === row) this.entryValue[entry] = value;
    }
    this.exchanges = this.mostExchanges;
    this.placed = false;
    this.dualFeasible = false;
  }

  /** No other columns are looked at until it is taken back with null: of many that are fixed, the few that are not. */
  lookOnlyAt(columns: readonly number[] | null): void {
    const rows = Array.from({ length: this.rows }, (_, row) => row);
    this.among = columns && Int32Array.from([...rows, ...columns.map((column) => this.rows + column)]);
  }

  columnValue(column: number): number {
    return this.value[this.rows + column] as number;
  }

  boundsOf(column: number): Bounds {
    return { least: this.least[this.rows + column] as number, most: this.most[this.rows + column] as number };
  }

  isBasic(column: number): boolean {
    return (this.at[this.rows + column] as number) >= 0;
  }

  protected gainOf(variable: number, cost: number): number {
    if (variable < this.rows) return cost + (this.price[variable] as number);
    let gain = cost;
    const end = this.starts[variable + 1] as number;
    for (let entry = this.starts[variable] as number; entry < end; entry++) {
      gain -= (this.price[this.entryRow[entry] as number] as number) * (this.entryValue[entry] as number);
    }
    return gain;
  }

  protected setRate(variable: number): void {
    const { rows: m, inverse, rate } = this;
    if (variable < m) {
      for (let place = 0; place < m; place++) rate[place] = inverse[place * m + variable] as number;
      return;
    }
    rate.fill(0);
    const end = this.starts[variable + 1] as number;
    for (let entry = this.starts[variable] as number; entry < end; entry++) {
      const row = this.entryRow[entry] as number;
      const times = this.entryValue[entry] as number;
      for (let place = 0; place < m; place++) {
        rate[place] = (rate[place] as number) - times * (inverse[place * m + row] as number);
      }
    }
  }

  protected advance(variable: number, by: number): void {
    const { basis, value, rate } = this;
    value[variable] = (value[variable] as number) + by;
    for (let place = 0; place < this.rows; place++) {
      const other = basis[place] as number;
      value[other] = (value[other] as number) + by * (rate[place] as number);
    }
  }

  protected exchange(entering: number, place: number, goal: number): void {
    const { rows: m, inverse, rate } = this;
    const leaving = this.basis[place] as number;
    this.value[leaving] = goal;
    this.at[leaving] = -1;
    this.basis[place] = entering;
    this.at[entering] = place;
    const pivot = -1 / (rate[place] as number);
    const from = place * m;
    for (let row = 0; row < m; row++) inverse[from + row] = (inverse[from + row] as number) * pivot;
    for (let other = 0; other < m; other++) {
      const factor = rate[other] as number;
      if (other === place || factor === 0) continue;
      const to = other * m;
      for (let row = 0; row < m; row++) {
        inverse[to + row] = (inverse[to + row] as number) + factor * (inverse[from + row] as number);
      }
    }
    this.exchanges++;
  }

  protected renew(): void {
    this.refactor();
    this.place();
  }

  /** The inverse of the basis, counted anew. */
  protected refactor(): void {
    const { rows: m, inverse } = this;
    const matrix = new Float64Array(m * m);
    for (let place = 0; place < m; place++) {
      const variable = this.basis[place] as number;
      if (variable < m) matrix[variable * m + place] = -1;
      else {
        const end = this.starts[variable + 1] as number;
        for (let entry = this.starts[variable] as number; entry < end; entry++) {
          matrix[(this.entryRow[entry] as number) * m + place] = this.entryValue[entry] as number;
        }
      }
    }
    if (!invert(matrix, inverse, m)) this.startAnew();
    this.exchanges = 0;
    this.placed = false;
  }

  /** A changed coefficient can leave a basis that is none: then the sums of the rows are the basis, as in the beginning. */
  private startAnew(): void {
    const { rows: m, inverse } = this;
    for (let place = 0; place < m; place++) {
      const variable = this.basis[place] as number;
      this.at[variable] = -1;
      this.value[variable] = nearest(
        this.value[variable] as number,
        this.least[variable] as number,
        this.most[variable] as number,
      );
    }
    inverse.fill(0);
    for (let row = 0; row < m; row++) {
      this.basis[row] = row;
      this.at[row] = row;
      inverse[row * m + row] = -1;
    }
    this.dualFeasible = false;
  }

  /** Values of the basic variables from those of the others. */
  protected place(): void {
    const { rows: m, inverse, value } = this;
    const rest = new Float64Array(m);
    for (let variable = 0; variable < this.size; variable++) {
      const at = value[variable] as number;
      if ((this.at[variable] as number) >= 0 || at === 0) continue;
      if (variable < m) rest[variable] = (rest[variable] as number) - at;
      else {
        const end = this.starts[variable + 1] as number;
        for (let entry = this.starts[variable] as number; entry < end; entry++) {
          const row = this.entryRow[entry] as number;
          rest[row] = (rest[row] as number) + at * (this.entryValue[entry] as number);
        }
      }
    }
    for (let place = 0; place < m; place++) {
      let sum = 0;
      for (let row = 0; row < m; row++) sum -= (inverse[place * m + row] as number) * (rest[row] as number);
      value[this.basis[place] as number] = sum;
    }
    this.placed = true;
  }
}

function wider<T extends Float64Array | Int32Array>(old: T, room: T): T {
  room.set(old);
  return room;
}

function nearest(value: number, least: number, most: number): number {
  return value < least ? least : Math.min(value, most);
}
