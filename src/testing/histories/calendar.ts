import { addDays, type Day, day, daysBetween } from '../../kernel/day.ts';

/** Histories begin on this day, and are looked back on from the other. */
export const FIRST = day('2024-11-01');
export const TODAY = day('2026-05-03');

/** Days on which counting goes wrong first: the ends of years, months and summer time. */
const EDGES = [
  '2024-12-31',
  '2025-01-01',
  '2025-03-30',
  '2025-06-30',
  '2025-07-01',
  '2025-10-26',
  '2025-12-31',
  '2026-01-01',
  '2026-02-28',
  '2026-03-01',
].map(day);
const CLOCKS = ['00:00:00', '12:00:00', '23:59:59'];

/** Always the same numbers from the same seed. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 to `sides` - 1. */
  roll(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  }

  /** Happens so many times of a hundred. */
  chance(percent: number): boolean {
    return this.roll(100) < percent;
  }

  one<T>(of: readonly T[]): T {
    return of[this.roll(of.length)] as T;
  }

  /** Some day of the history, often one at an edge. */
  day(): Day {
    return this.chance(35) ? this.one(EDGES) : addDays(FIRST, this.roll(daysBetween(FIRST, TODAY)));
  }

  /** Up to so many days later; often on the edge that comes next. */
  after(on: Day, most: number): Day {
    const edge = EDGES.find((one) => one > on && daysBetween(on, one) <= most);
    return edge && this.chance(45) ? edge : addDays(on, this.roll(most + 1));
  }
}

interface Appointment {
  readonly instant: Date;
  readonly on: Day;
  readonly act: (on: Day) => Promise<unknown>;
}

/** What is to happen, each in its turn. What falls after today never does. */
export class Calendar {
  readonly #dice: Dice;
  readonly #ahead: Appointment[] = [];

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  at(on: Day, act: (on: Day) => Promise<unknown>): void {
    if (on >= TODAY) return;
    const instant = inDenmark(on, this.#dice.one(CLOCKS));
    // What is agreed on during a day comes after what agreed on it.
    const now = this.#now;
    this.#put({ instant: now && instant < now ? now : instant, on, act });
  }

  #now: Date | null = null;

  #put(one: Appointment): void {
    const at = this.#ahead.findIndex(({ instant }) => instant > one.instant);
    this.#ahead.splice(at < 0 ? this.#ahead.length : at, 0, one);
  }

  /** Lives through it; `tell` sets the clock. */
  async run(tell: (instant: Date) => void): Promise<void> {
    for (let next = this.#ahead.shift(); next; next = this.#ahead.shift()) {
      this.#now = next.instant;
      tell(next.instant);
      await next.act(next.on);
    }
  }
}

/** The instant at which a clock in Denmark shows this. */
function inDenmark(on: Day, clock: string): Date {
  const winter = new Date(`${on}T${clock}+01:00`);
  return SHOWS.format(winter) === clock ? winter : new Date(`${on}T${clock}+02:00`);
}

const SHOWS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
