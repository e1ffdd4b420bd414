import { REFACTOR, Tableau } from './tableau.ts';

/** `stuck`: more steps than it should ever take, or an inverse that cannot be trusted. */
export type SimplexEnd = 'optimal' | 'infeasible' | 'stuck';

const FEASIBLE = 1e-9;
const WORTH = 1e-9;
const PIVOT = 1e-8;
const STALL = 40;
/** Columns that are looked at before one is chosen. */
const STRETCH = 48;
const MOST_STEPS = 100_000;
const MOST_DUAL_STEPS = 400;

/**
 * Maximises a linear program by the bounded simplex method with a dense inverse. It is made for programs with few rows that are
 * solved thousands of times with other costs or bounds, each time from where the last ended; large ones are HiGHS' work. What it
 * answers is checked by its users: prices give a bound whatever they are, and a panel is counted again in whole numbers.
 */
export class Simplex extends Tableau {
  private searched = 0;

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

  /**
   * A variable that gains much: the best of the first stretch where one gains at all, from where the last search ended. The
   * first of all that gains anything when it has stood still for long, so that it cannot go in rings.
   */
  private choose(outside: boolean, first: boolean): number {
    const { value, least, most, among } = this;
    const size = among?.length ?? this.size;
    const stretch = first ? size : Math.max(STRETCH, size >> 3);
    let best = WORTH;
    let chosen = NONE;
    let place = first || this.searched >= size ? 0 : this.searched;
    for (let looked = 0; looked < size && (chosen === NONE || looked % stretch !== 0); looked++, place++) {
      if (place >= size) place = 0;
      const variable = among ? (among[place] as number) : place;
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
    this.searched = place;
    return chosen;
  }

  /** What can bring the variable at `place` back within its bounds at the least loss. */
  private chooseDual(place: number, under: boolean): number {
    const { rows: m, inverse, among } = this;
    const size = among?.length ?? this.size;
    const from = place * m;
    let best = Number.POSITIVE_INFINITY;
    let strongest = 0;
    let chosen = NONE;
    for (let looked = 0; looked < size; looked++) {
      const variable = among ? (among[looked] as number) : looked;
      if ((this.at[variable] as number) >= 0) continue;
      const low = this.least[variable] as number;
      const high = this.most[variable] as number;
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
}

const NONE = -1;
