import type { Lottery } from './master.ts';
import type { Panel } from './panel-search.ts';
import type { Problem } from './problem.ts';

/** A kind whose people cannot all be on the list once is this much worse than one that is a seat off. */
const FORGOTTEN = 1000;
const MOST_SWEEPS = 60;
/** Additions and subtractions that a sweep may take, so that large pools end too. */
const MOST_WORK = 400_000_000;

/**
 * A list of `count` panels that gives each kind as nearly as possible the seats that the lottery gives it: first as many of each
 * panel as fit wholly, then those that help most, then exchanges as long as they help. Other known panels may take part. `inTurn`
 * are panels each of which made good what those before it left short: where there are more kinds than panels on the list, the
 * first of them are nearer than anything that is rounded.
 */
export function roundLottery(
  problem: Problem,
  lottery: Lottery,
  others: readonly Panel[],
  inTurn: readonly Panel[],
  count: number,
): Panel[] {
  const used = new Set(lottery.map(({ panel }) => panel));
  const panels = [...lottery.map(({ panel }) => panel), ...others.filter((panel) => !used.has(panel))];
  const list = new List(problem, panels);
  for (const { panel, share } of lottery)
    for (const [kind, seats] of panel.entries()) list.aim(kind, seats * share * count);
  const times = filledUp(list, panels, lottery, count);
  const worth = list.worth();
  const first = new Set(inTurn.slice(0, count));
  if (first.size === count) {
    const other = panels.map((panel) => (first.has(panel) ? 1 : 0));
    list.change(times, other);
    if (list.worth() < worth) times.splice(0, times.length, ...other);
    else list.change(other, times);
  }
  exchange(list, times, panels.length);
  return panels.flatMap((panel, at) => new Array<Panel>(times[at] as number).fill(panel));
}

function filledUp(list: List, panels: readonly Panel[], lottery: Lottery, count: number): number[] {
  const times = panels.map((_, at) => Math.floor((lottery[at]?.share ?? 0) * count + 1e-9));
  for (const [at, number] of times.entries()) list.add(at, number);
  for (let left = count - times.reduce((sum, one) => sum + one, 0); left > 0; left--) {
    const best = list.best();
    list.add(best, 1);
    times[best] = (times[best] as number) + 1;
  }
  return times;
}

function exchange(list: List, times: number[], panels: number): void {
  let work = 0;
  for (let sweep = 0, changed = true; changed && sweep < MOST_SWEEPS; sweep++) {
    changed = false;
    for (let at = 0; at < panels; at++) {
      if (times[at] === 0) continue;
      if (work > MOST_WORK) return;
      work += list.work;
      const loss = list.gain(at, -1);
      list.add(at, -1);
      const best = list.best();
      if (best !== at && list.gain(best, 1) + loss < -1e-9) {
        list.add(best, 1);
        times[at] = (times[at] as number) - 1;
        times[best] = (times[best] as number) + 1;
        changed = true;
      } else list.add(at, 1);
    }
  }
}

/** How far a list is from its aim: squares of what each kind is off, shared among its people. */
class List {
  /** What it takes to look at all panels once. */
  readonly work: number;
  private readonly people: Float64Array;
  private readonly off: Float64Array;
  private readonly goal: Float64Array;
  private readonly kinds: readonly Int32Array[];
  private readonly seats: readonly Float64Array[];

  constructor(problem: Problem, panels: readonly Panel[]) {
    this.people = Float64Array.from(problem.kinds, ({ people }) => people.length);
    this.off = new Float64Array(problem.kinds.length);
    this.goal = new Float64Array(problem.kinds.length);
    const taken = panels.map((panel) => [...panel.keys()].filter((kind) => (panel[kind] as number) > 0));
    this.kinds = taken.map((kinds) => Int32Array.from(kinds));
    this.seats = taken.map((kinds, at) => Float64Array.from(kinds, (kind) => (panels[at] as Panel)[kind] as number));
    this.work = taken.reduce((sum, kinds) => sum + kinds.length, 1);
  }

  aim(kind: number, seats: number): void {
    this.goal[kind] = (this.goal[kind] as number) + seats;
    this.off[kind] = (this.off[kind] as number) - seats;
  }

  add(panel: number, times: number): void {
    if (times === 0) return;
    const seats = this.seats[panel] as Float64Array;
    for (const [at, kind] of (this.kinds[panel] as Int32Array).entries()) {
      this.off[kind] = (this.off[kind] as number) + times * (seats[at] as number);
    }
  }

  /** From one list to another. */
  change(from: readonly number[], to: readonly number[]): void {
    for (const [at, times] of to.entries()) this.add(at, times - (from[at] as number));
  }

  /** How bad it is as a whole. */
  worth(): number {
    return this.off.reduce((sum, off, kind) => {
      const people = this.people[kind] as number;
      const forgotten = people - ((this.goal[kind] as number) + off);
      return sum + (off * off) / people + (forgotten > 1e-6 ? FORGOTTEN * forgotten : 0);
    }, 0);
  }

  best(): number {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let panel = 0; panel < this.kinds.length; panel++) {
      const gain = this.gain(panel, 1);
      if (gain >= least) continue;
      least = gain;
      best = panel;
    }
    return best;
  }

  /** What the list becomes worse by; negative when it becomes better. */
  gain(panel: number, times: number): number {
    const { off, goal, people } = this;
    const kinds = this.kinds[panel] as Int32Array;
    const seats = this.seats[panel] as Float64Array;
    let sum = 0;
    for (let at = 0; at < kinds.length; at++) {
      const kind = kinds[at] as number;
      const before = off[kind] as number;
      const after = before + times * (seats[at] as number);
      const count = people[kind] as number;
      sum += (after * after - before * before) / count;
      const aim = goal[kind] as number;
      const forgotten = count - (aim + after);
      const missed = count - (aim + before);
      if (forgotten > 1e-6) sum += FORGOTTEN * forgotten;
      if (missed > 1e-6) sum -= FORGOTTEN * missed;
    }
    return sum;
  }
}
