import { type Day, day, daysBetween, yearOf } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { FEWEST } from '../../../../kernel/small-groups.ts';
import { type Count, hundredthsOf } from '../../../../platform/figures/count.ts';
import type { Unit } from '../../../../platform/figures/figures.ts';
import { type Frequency, type Period, periodFrom, periodsBetween } from './period.ts';

export const BETTER = ['up', 'down', 'none'] as const;
export type Better = (typeof BETTER)[number];

/** What is measured from a day on. Values are hundredths of what is read. */
export interface Definition {
  readonly number: number;
  readonly from: Day;
  readonly name: string;
  readonly definition: string;
  readonly better: Better;
  readonly baseline: Goal | null;
  readonly target: Goal | null;
  /** Why it changed; empty for the first. */
  readonly why: string;
}

/** What was, or is to be, at the end of a year. */
export interface Goal {
  readonly hundredths: number;
  readonly year: number;
}

/** A goal has both its value and its year, or is none. */
export function goalOf(hundredths: number | null, year: number | null): Goal | null {
  return hundredths === null || year === null ? null : { hundredths, year };
}

export interface Metric {
  readonly id: Id<'strategy_metric'>;
  readonly areaId: Id<'strategy_area'>;
  /** Which of Grobund's own figures feeds it; null: somebody types. */
  readonly figure: string | null;
  readonly unit: Unit;
  readonly people: boolean;
  readonly frequency: Frequency;
  readonly ownerId: Id<'person'>;
  readonly from: Day;
  readonly retiredOn: Day | null;
  readonly version: number;
  /** Oldest first; never empty. */
  readonly definitions: readonly Definition[];
}

/** What somebody wrote of a period. The newest of a period counts. */
export interface Measurement extends Period {
  readonly id: string;
  readonly metricId: Metric['id'];
  readonly hundredths: number | null;
  readonly outOf: number | null;
  readonly words: string;
  readonly fromFile: boolean;
  readonly on: Day;
  readonly by: Id<'person'> | null;
}

/** As it may be read. Missing is never zero. */
export type Value =
  | { readonly kind: 'missing' }
  | { readonly kind: 'hidden' }
  | { readonly kind: 'measured'; readonly hundredths: number; readonly of: number | null };

/** One period of the series. */
export interface Point extends Period {
  readonly value: Value;
  /** The newest that somebody wrote of it. */
  readonly measured: Measurement | null;
  readonly corrections: number;
  readonly definition: Definition;
  /** The first of a new definition: the series is broken here. */
  readonly breaks: boolean;
  /** Not over yet: it is told, not judged. */
  readonly running: boolean;
  /** Worse than the straight line from the baseline to the target. Null where nothing says. */
  readonly off: boolean | null;
}

/** What is measured today. */
export function definitionOn(metric: Pick<Metric, 'definitions'>, on: Day): Definition {
  const [first] = metric.definitions;
  if (!first) throw new Error('Cannot read a metric without a definition: it always has one');
  return metric.definitions.findLast(({ from }) => from <= on) ?? first;
}

/** The whole series up to today, the oldest first. `counted`: what Grobund counted itself, by the first day of the period. */
export function seriesOf(
  metric: Metric,
  measurements: readonly Measurement[],
  counted: ReadonlyMap<Day, Count>,
  today: Day,
): readonly Point[] {
  const last = metric.retiredOn && metric.retiredOn < today ? metric.retiredOn : today;
  const points: Point[] = [];
  for (const period of periodsBetween(metric.from, last, metric.frequency)) {
    const told = measurements.filter(({ from }) => from === period.from);
    const measured = told.at(-1) ?? null;
    const count = counted.get(period.from);
    const value = metric.figure === null ? typedValueOf(metric, measured) : countedValue(metric.unit, count);
    const definition = definitionOn(metric, period.until);
    const running = period.until >= today;
    const breaks = points.length > 0 && points.at(-1)?.definition.number !== definition.number;
    const off = running ? null : isOff(definition, value, period.until);
    points.push({
      ...period,
      value,
      measured,
      corrections: Math.max(0, told.length - 1),
      definition,
      breaks,
      running,
      off,
    });
  }
  return points;
}

/** A count of Grobund's in hundredths of what is read: a share in hundredths of a per cent, øre as they are. */
function countedValue(unit: Unit, count: Count | undefined): Value {
  if (!count || count.kind === 'missing') return { kind: 'missing' };
  if (count.kind === 'hidden') return { kind: 'hidden' };
  return { kind: 'measured', hundredths: hundredthsOf(unit, count), of: count.of };
}

/** What somebody typed, by the same small-number rule as what Grobund counts. */
function typedValueOf({ unit, people }: Metric, measured: Measurement | null): Value {
  if (!measured || measured.hundredths === null) return { kind: 'missing' };
  const { hundredths, outOf } = measured;
  if (people && isSmall(unit, hundredths, outOf)) return { kind: 'hidden' };
  return { kind: 'measured', hundredths, of: outOf };
}

function isSmall(unit: Unit, hundredths: number, outOf: number | null): boolean {
  if (unit !== 'share') return (outOf ?? hundredths / 100) < FEWEST;
  if (outOf === null || outOf < FEWEST) return true;
  const part = Math.round((outOf * hundredths) / 10_000);
  return [part, outOf - part].some((some) => some > 0 && some < FEWEST);
}

/** Where the straight line from the baseline to the target is on a day. Null without both, and before the baseline. */
export function expectedOn({ better, baseline, target }: Definition, on: Day): number | null {
  if (better === 'none' || !baseline || !target || target.year <= baseline.year) return null;
  const [from, to] = [endOf(baseline.year), endOf(target.year)];
  if (on <= from) return null;
  const way = Math.min(1, daysBetween(from, on) / daysBetween(from, to));
  return baseline.hundredths + (target.hundredths - baseline.hundredths) * way;
}

function isOff(definition: Definition, value: Value, on: Day): boolean | null {
  const expected = expectedOn(definition, on);
  if (expected === null || value.kind !== 'measured') return null;
  return definition.better === 'up' ? value.hundredths < expected : value.hundredths > expected;
}

function endOf(year: number): Day {
  return day(`${year}-12-31`);
}

/** Behind in the two newest periods that are over, measured by the same definition. What is missing is not behind. */
export function offTwice(points: readonly Point[]): boolean {
  const [before, last] = points.filter(({ running }) => !running).slice(-2);
  return before?.off === true && last?.off === true && before.definition.number === last.definition.number;
}

/** The newest that was measured. */
export function newestMeasured(points: readonly Point[]): Point | null {
  return points.findLast(({ value }) => value.kind !== 'missing') ?? null;
}

/** The newest period that is over and that nobody has measured. */
export function missingPoint(points: readonly Point[]): Point | null {
  const last = points.findLast(({ running }) => !running);
  return last && last.value.kind === 'missing' && last.measured === null ? last : null;
}

export type MeasureRefusal = 'no_period' | 'not_begun' | 'too_early' | 'fed';

/** May this be written of the metric? Never of a period that has not begun, and no number where Grobund counts itself. */
export function measureRefusal(
  metric: Pick<Metric, 'figure' | 'frequency' | 'from'>,
  told: Pick<Measurement, 'from' | 'hundredths'>,
  today: Day,
): MeasureRefusal | null {
  const period = periodFrom(told.from, metric.frequency);
  if (!period) return 'no_period';
  if (period.until < metric.from) return 'too_early';
  if (period.from > today) return 'not_begun';
  return metric.figure !== null && told.hundredths !== null ? 'fed' : null;
}

/** How many a share is of: "212", "1.200". Null when it is no such number. */
export function readOutOf(text: string): number | null {
  const isCount = /^(?:[1-9]\d{0,8}|[1-9]\d{0,2}(?:\.\d{3}){1,2})$/.test(text);
  return isCount ? Number(text.replaceAll('.', '')) : null;
}

export type DefineRefusal = 'before_first' | 'before_last' | 'no_why';

/** A new definition begins after the one before it, on the first day of a period, and says why. */
export function defineRefusal(metric: Metric, wanted: Pick<Definition, 'from' | 'why'>): DefineRefusal | null {
  const last = metric.definitions.at(-1);
  if (wanted.from <= metric.from) return 'before_first';
  if (last && wanted.from <= last.from) return 'before_last';
  return wanted.why === '' ? 'no_why' : null;
}

/** The year of the newest period that is over. */
export function yearToEvaluate(today: Day): number {
  return yearOf(today) - 1;
}
