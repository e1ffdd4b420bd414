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

/** `stuck`: more steps than it should ever take, or an inverse that cannot be trusted. */
export type SimplexEnd = 'optimal' | 'infeasible' | 'stuck';

const FEASIBLE = 1e-9;
const WORTH = 1e-9;
const PIVOT = 1e-8;
/** The inverse is counted anew after so many exchanges, or twice as many as it has rows. */
const REFACTOR = 64;
const STALL = 40;
/** Columns that are looked at before one is chosen. */
const STRETCH = 48;
const MOST_STEPS = 100_000;
const MOST_DUAL_STEPS = 400;

/**
 * Maximises a linear program by the bounded simplex method with a dense inverse. It is made for programs with few rows that are
 * solved thousands of times with other costs or bounds, each time from where the last ended; large ones are HiGHS' work. What it
 * answers is checked by its users: prices give a bound whatever they are, and a panel is counted again in whole numbers.
 *
 * A variable below `rows` is the sum of that row, and stands in it as `columns - sum = 0`; the columns come after.
 */
export class Simplex {
  readonly rows: number;
  private size: number;
  private value: Float64Array;
  private least: Float64Array;
  private most: Float64Array;
  private cost: Float64Array;
  /** The variable's place in the basis, or -1. */
  private at: Int32Array;
  /** Entries of all columns, one column after another. */
  private starts: Int32Array;
  private entryRow: Int32Array;
  private entryValue: Float64Array;
  private readonly basis: Int32Array;
  private readonly mostExchanges: number;
  private readonly inverse: Float64Array;
  private readonly price: Float64Array;
  /** How the basic variables move when the entering one grows by 1. */
  private readonly rate: Float64Array;
  private searched = 0;
  private exchanges = 0;
  /** The values of the basic variables fit those of the others. */
  private placed = false;
  /** The basis was optimal for these costs, whatever bounds have become since. */
  private dualFeasible = false;

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

  columnValue(column: number): number {
    return this.value[this.rows + column] as number;
  }

  boundsOf(column: number): Bounds {
    return { least: this.least[this.rows + column] as number, most: this.most[this.rows + column] as number };
  }

  isBasic(column: number): boolean {
    return (this.at[this.rows + column] as number) >= 0;
  }

  /** How much the objective gains when the row may have one more. Of the last `solve`, as are all below. */
  rowPrice(row: number): number {
    return this.price[row] as number;
  }

  reducedCost(column: number): number {
    return this.gainOf(this.rows + column, this.cost[this.rows + column] as number);
  }

  objective(): number {
    let sum = 0;
    for (let at = this.rows; at < this.size; at++) sum += (this.cost[at] as number) * (this.value[at] as number);
    return sum;
  }

  /** `withProof`: when it ends infeasible, the prices prove it: no values within the columns' bounds can weigh so little by them. */
  solve(withProof = false): SimplexEnd {
    if (this.exchanges >= this.mostExchanges) this.refactor();
    if (!this.placed) this.place();
    if (this.dualFeasible && !withProof) {
      const end = this.walkDual();
      if (end) return end;
    }
    return this.walkPrimal();
  }

  private walkPrimal(): SimplexEnd {
    let stalled = 0;
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const outside = this.isOutside();
      this.setPrices(outside);
      const entering = this.choose(outside, stalled > STALL);
      if (entering === NONE) {
        // Before anything is believed, it is counted anew.
        if (outside ? this.exchanges === 0 : this.exchanges <= REFACTOR / 2) {
          this.dualFeasible = !outside;
          return outside ? 'infeasible' : 'optimal';
        }
        this.renew();
        continue;
      }
      const moved = this.move(entering, outside, stalled > STALL);
      if (moved < 0) return 'stuck';
      stalled = moved > 1e-12 ? 0 : stalled + 1;
      if (this.exchanges >= this.mostExchanges) this.renew();
    }
    return 'stuck';
  }

  /** From an optimal basis back within changed bounds. Null when the other walk must finish. */
  private walkDual(): SimplexEnd | null {
    this.setPrices(false);
    for (let steps = 0; steps < MOST_DUAL_STEPS; steps++) {
      const place = this.furthestOutside();
      if (place < 0) return null;
      const variable = this.basis[place] as number;
      const under = (this.value[variable] as number) < (this.least[variable] as number);
      const entering = this.chooseDual(place, under);
      if (entering === NONE) {
        if (this.exchanges === 0) return 'infeasible';
        this.renew();
        this.setPrices(false);
        continue;
      }
      this.setRate(entering);
      const goal = (under ? this.least[variable] : this.most[variable]) as number;
      const speed = this.rate[place] as number;
      if (Math.abs(speed) < PIVOT) return null;
      this.advance(entering, (goal - (this.value[variable] as number)) / speed);
      this.exchange(entering, place, goal);
      if (this.exchanges >= this.mostExchanges) this.renew();
      this.setPrices(false);
    }
    return null;
  }

  private isOutside(): boolean {
    const { basis, value, least, most } = this;
    for (let place = 0; place < this.rows; place++) {
      const variable = basis[place] as number;
      const at = value[variable] as number;
      if (at < (least[variable] as number) - FEASIBLE || at > (most[variable] as number) + FEASIBLE) return true;
    }
    return false;
  }

  private furthestOutside(): number {
    let furthest = FEASIBLE;
    let found = -1;
    for (let place = 0; place < this.rows; place++) {
      const variable = this.basis[place] as number;
      const at = this.value[variable] as number;
      const distance = Math.max((this.least[variable] as number) - at, at - (this.most[variable] as number));
      if (distance <= furthest) continue;
      furthest = distance;
      found = place;
    }
    return found;
  }

  /** Prices of the rows: for the objective, or for less of what lies outside its bounds. */
  private setPrices(outside: boolean): void {
    const { rows: m, inverse, price, basis, value } = this;
    price.fill(0);
    for (let place = 0; place < m; place++) {
      const variable = basis[place] as number;
      let weight = this.cost[variable] as number;
      if (outside) {
        const at = value[variable] as number;
        const under = at < (this.least[variable] as number) - FEASIBLE;
        weight = under ? 1 : at > (this.most[variable] as number) + FEASIBLE ? -1 : 0;
      }
      if (weight === 0) continue;
      const from = place * m;
      for (let row = 0; row < m; row++) price[row] = (price[row] as number) + weight * (inverse[from + row] as number);
    }
  }

  private gainOf(variable: number, cost: number): number {
    if (variable < this.rows) return cost + (this.price[variable] as number);
    let gain = cost;
    const end = this.starts[variable + 1] as number;
    for (let entry = this.starts[variable] as number; entry < end; entry++) {
      gain -= (this.price[this.entryRow[entry] as number] as number) * (this.entryValue[entry] as number);
    }
    return gain;
  }

  /**
   * A variable that gains much: the best of the first stretch where one gains at all, from where the last search ended. The
   * first of all that gains anything when it has stood still for long, so that it cannot go in rings.
   */
  private choose(outside: boolean, first: boolean): number {
    const { value, least, most, size } = this;
    const stretch = first ? size : Math.max(STRETCH, size >> 3);
    let best = WORTH;
    let chosen = NONE;
    let variable = first || this.searched >= size ? 0 : this.searched;
    for (let looked = 0; looked < size && (chosen === NONE || looked % stretch !== 0); looked++, variable++) {
      if (variable >= size) variable = 0;
      if ((this.at[variable] as number) >= 0) continue;
      const [low, high] = [least[variable] as number, most[variable] as number];
      if (high - low < 1e-14) continue;
      const gain = this.gainOf(variable, outside ? 0 : (this.cost[variable] as number));
      const strength = gain > 0 ? gain : -gain;
      if (strength <= best) continue;
      if (gain > 0 ? (value[variable] as number) >= high : (value[variable] as number) <= low) continue;
      best = strength;
      chosen = variable;
      if (first) return chosen;
    }
    this.searched = variable;
    return chosen;
  }

  /** What can bring the variable at `place` back within its bounds at the least loss. */
  private chooseDual(place: number, under: boolean): number {
    const { rows: m, inverse, size } = this;
    const from = place * m;
    let best = Number.POSITIVE_INFINITY;
    let strongest = 0;
    let chosen = NONE;
    for (let variable = 0; variable < size; variable++) {
      if ((this.at[variable] as number) >= 0) continue;
      const [low, high] = [this.least[variable] as number, this.most[variable] as number];
      if (high - low < 1e-14) continue;
      let rate = 0;
      if (variable < m) rate = inverse[from + variable] as number;
      else {
        const end = this.starts[variable + 1] as number;
        for (let entry = this.starts[variable] as number; entry < end; entry++) {
          rate -= (inverse[from + (this.entryRow[entry] as number)] as number) * (this.entryValue[entry] as number);
        }
      }
      if (rate < PIVOT && rate > -PIVOT) continue;
      const at = this.value[variable] as number;
      if (rate > 0 === under ? at >= high : at <= low) continue;
      const strength = Math.abs(rate);
      const loss = Math.abs(this.gainOf(variable, this.cost[variable] as number)) / strength;
      if (loss > best + 1e-12 || (loss > best - 1e-12 && strength <= strongest)) continue;
      best = Math.min(best, loss);
      strongest = strength;
      chosen = variable;
    }
    return chosen;
  }

  private setRate(variable: number): void {
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

  /** Moves a variable as far as it may go, and exchanges it with what stops it. Answers how far; -1 when nothing does. */
  private move(entering: number, outside: boolean, first: boolean): number {
    const { rows: m, rate, basis, value, least, most } = this;
    this.setRate(entering);
    const up = this.gainOf(entering, outside ? 0 : (this.cost[entering] as number)) > 0;
    const from = value[entering] as number;
    let length = up ? (most[entering] as number) - from : from - (least[entering] as number);
    let leaving = -1;
    let goal = 0;
    let strongest = 0;
    for (let place = 0; place < m; place++) {
      const speed = up ? (rate[place] as number) : -(rate[place] as number);
      const strength = speed > 0 ? speed : -speed;
      if (strength < PIVOT) continue;
      const variable = basis[place] as number;
      const at = value[variable] as number;
      const low = least[variable] as number;
      const high = most[variable] as number;
      // What is outside stops at the bound it comes back to; what moves further out has been counted in the gain.
      const limit = speed > 0 ? (at < low - FEASIBLE ? low : high) : at > high + FEASIBLE ? high : low;
      if (speed > 0 ? at > high + FEASIBLE : at < low - FEASIBLE) continue;
      const reach = Math.max(0, (limit - at) / speed);
      const closer = first
        ? reach < length - 1e-12 || (leaving >= 0 && reach <= length && variable < (basis[leaving] as number))
        : reach < length - 1e-10 || (leaving >= 0 && reach <= length + 1e-10 && strength > strongest);
      if (!closer) continue;
      length = Math.min(length, reach);
      leaving = place;
      strongest = strength;
      goal = limit;
    }
    if (!Number.isFinite(length)) return -1;
    this.advance(entering, up ? length : -length);
    if (leaving >= 0) this.exchange(entering, leaving, goal);
    else value[entering] = (up ? most[entering] : least[entering]) as number;
    return length;
  }

  private advance(variable: number, by: number): void {
    const { basis, value, rate } = this;
    value[variable] = (value[variable] as number) + by;
    for (let place = 0; place < this.rows; place++) {
      const other = basis[place] as number;
      value[other] = (value[other] as number) + by * (rate[place] as number);
    }
  }

  private exchange(entering: number, place: number, goal: number): void {
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

  private renew(): void {
    this.refactor();
    this.place();
  }

  /** The inverse of the basis, counted anew. */
  private refactor(): void {
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
  private place(): void {
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

const NONE = -1;

function wider<T extends Float64Array | Int32Array>(old: T, room: T): T {
  room.set(old);
  return room;
}

function nearest(value: number, least: number, most: number): number {
  return value < least ? least : Math.min(value, most);
}

/** Gauss-Jordan with the largest pivot of each column; `matrix` is used up. */
function invert(matrix: Float64Array, inverse: Float64Array, m: number): boolean {
  inverse.fill(0);
  for (let at = 0; at < m; at++) inverse[at * m + at] = 1;
  for (let column = 0; column < m; column++) {
    let pivot = column;
    for (let row = column + 1; row < m; row++) {
      if (Math.abs(matrix[row * m + column] as number) > Math.abs(matrix[pivot * m + column] as number)) pivot = row;
    }
    const size = matrix[pivot * m + column] as number;
    if (Math.abs(size) < 1e-11) return false;
    if (pivot !== column) for (const array of [matrix, inverse]) swapRows(array, m, pivot, column);
    for (const array of [matrix, inverse]) {
      for (let at = 0; at < m; at++) array[column * m + at] = (array[column * m + at] as number) / size;
    }
    for (let row = 0; row < m; row++) {
      const factor = matrix[row * m + column] as number;
      if (row === column || factor === 0) continue;
      for (let at = column; at < m; at++) {
        matrix[row * m + at] = (matrix[row * m + at] as number) - factor * (matrix[column * m + at] as number);
      }
      for (let at = 0; at < m; at++) {
        inverse[row * m + at] = (inverse[row * m + at] as number) - factor * (inverse[column * m + at] as number);
      }
    }
  }
  return true;
}

function swapRows(array: Float64Array, m: number, one: number, other: number): void {
  for (let at = 0; at < m; at++) {
    const kept = array[one * m + at] as number;
    array[one * m + at] = array[other * m + at] as number;
    array[other * m + at] = kept;
  }
}
