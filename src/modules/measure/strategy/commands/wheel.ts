import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { record } from '../../../../platform/journal/journal.ts';
import { closeTurns } from '../../../turns/public.ts';
import { dueOfPeriod } from '../rules/due.ts';
import { evaluationDueOn } from '../rules/evaluation.ts';
import { definitionOn } from '../rules/metric.ts';
import { periodsBetween, yearPeriod } from '../rules/period.ts';
import { hasStrategy, inForceIn } from '../rules/version.ts';
import { dayInYear, type WheelDay, type WheelItem } from '../rules/wheel.ts';
import { activeMetrics } from '../store/metrics.ts';
import { openPlans } from '../store/plans.ts';
import { versions } from '../store/versions.ts';
import { insertWheelItem, removeWheelItem, wheelItems } from '../store/wheel.ts';

/** A year as the board sees it: its own days, and those that Grobund knows. Oldest first. */
export async function wheelOf(tx: TenantDb, year: number): Promise<readonly WheelDay[]> {
  const [items, plans, metrics, all] = [
    await wheelItems(tx),
    await openPlans(tx),
    await activeMetrics(tx),
    await versions(tx),
  ];
  const { from: first, until: last } = yearPeriod(year);
  const own = items.flatMap((item): WheelDay[] => {
    const on = dayInYear(item, year);
    return on ? [{ on, kind: 'item', id: item.id, title: item.title }] : [];
  });
  const deadlines = plans.map(({ id, deadline, title }): WheelDay => ({ on: deadline, kind: 'plan', id, title }));
  const measured = metrics
    .filter(({ figure }) => figure === null)
    .flatMap((metric) =>
      periodsBetween(metric.from, last, metric.frequency).map(
        ({ until }): WheelDay => ({
          on: dueOfPeriod(until),
          kind: 'measure',
          id: metric.id,
          title: definitionOn(metric, until).name,
        }),
      ),
    );
  const before = String(year - 1);
  const now = inForceIn(all, year);
  const known: WheelDay[] = [
    ...(hasStrategy(all, year - 1)
      ? [{ on: evaluationDueOn(year - 1), kind: 'evaluation' as const, id: before, title: before }]
      : []),
    ...(now ? [{ on: now.until, kind: 'strategy' as const, id: now.id, title: now.title }] : []),
  ];
  return [...own, ...deadlines, ...measured, ...known]
    .filter(({ on }) => on >= first && on <= last)
    .toSorted((one, other) => one.on.localeCompare(other.on) || one.title.localeCompare(other.title, 'da'));
}

export async function addWheelItem(tx: TenantDb, one: Omit<WheelItem, 'id'>): Promise<void> {
  const id = await insertWheelItem(tx, one);
  record(tx, { kind: 'strategy.wheel_added', subject: { kind: 'year_wheel_item', id } });
}

/** It comes back no more. */
export async function dropWheelItem(tx: TenantDb, id: string): Promise<boolean> {
  if (!(await removeWheelItem(tx, id))) return false;
  const subject = { kind: 'year_wheel_item', id };
  await closeTurns(tx, { subject });
  record(tx, { kind: 'strategy.wheel_removed', subject });
  return true;
}
