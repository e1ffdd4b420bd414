import { addDays, day, yearOf } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { approveEvaluation, writeEvaluation } from './commands/evaluations.ts';
import { addMetric, measure, type NewMetric, redefine } from './commands/metrics.ts';
import { addPlan, linkPlan, tellState } from './commands/plans.ts';
import { addArea, approveVersion, beginVersion, removeArea } from './commands/versions.ts';
import { addWheelItem } from './commands/wheel.ts';
import type { Metric } from './rules/metric.ts';
import type { Area, Version } from './rules/version.ts';
import { metricById } from './store/metrics.ts';
import { areasOf } from './store/versions.ts';

/** A strategy with one focus area, approved today unless it is left as a draft. */
export async function aStrategy(
  tx: TenantDb,
  wanted: { readonly title?: string; readonly draft?: true } = {},
): Promise<{ readonly versionId: Version['id']; readonly areaId: Area['id'] }> {
  const begun = await beginVersion(tx, {
    title: wanted.title ?? 'Gode naboer 2026-2029',
    words: 'Alle skal kende nogen, hvor de bor.',
    from: day(`${yearOf(tx.today)}-01-01`),
    until: day(`${yearOf(tx.today) + 3}-12-31`),
  });
  const versionId = done(begun, 'begin a strategy');
  const areaId = done(
    await addArea(tx, versionId, { title: 'Mennesker først', words: 'Vi spørger hinanden.' }),
    'add an area',
  );
  if (!wanted.draft) {
    const decision = { decidedOn: tx.today, decision: 'Referat, punkt 6' };
    done(await approveVersion(tx, versionId, decision), 'approve a strategy');
  }
  return { versionId, areaId };
}

/** The next strategy from New Year of `year`, decided today: none of the focus areas of the one before goes on. */
export async function decideNext(tx: TenantDb, year: number): Promise<void> {
  const words = { title: 'Sammen om mere', words: '', from: day(`${year}-01-01`), until: day(`${year + 3}-12-31`) };
  const versionId = done(await beginVersion(tx, words), 'begin the next strategy');
  for (const { id } of await areasOf(tx, versionId)) await removeArea(tx, versionId, id);
  done(await addArea(tx, versionId, { title: 'Det grønne', words: '' }), 'add an area');
  const decision = { decidedOn: tx.today, decision: 'Referat, punkt 3' };
  done(await approveVersion(tx, versionId, decision), 'approve the next strategy');
}

/** A metric of a share that somebody types, yearly from four years back, from 40 % to 60 %. */
export async function aMetric(
  tx: TenantDb,
  areaId: Area['id'],
  ownerId: Id<'person'>,
  wanted: Partial<Omit<NewMetric, 'first'>> & { readonly first?: Partial<NewMetric['first']> } = {},
): Promise<Metric> {
  const year = yearOf(tx.today);
  const { first, ...rest } = wanted;
  const id = await addMetric(tx, {
    areaId,
    figure: null,
    unit: 'share',
    people: true,
    frequency: 'year',
    ownerId,
    from: day(`${year - 4}-01-01`),
    ...rest,
    first: {
      name: 'Kender tre naboer',
      definition: 'Andel, der kan nævne tre naboer ved navn.',
      better: 'up',
      baseline: { hundredths: 4000, year: year - 5 },
      target: { hundredths: 6000, year: year + 5 },
      ...first,
    },
  });
  return metricOf(tx, id);
}

export async function metricOf(tx: TenantDb, id: Metric['id']): Promise<Metric> {
  const metric = await metricById(tx, id);
  if (!metric) throw new Error(`Cannot find metric ${id}: it was not made`);
  return metric;
}

/** An action plan that is due in so many days. */
export function aPlan(
  tx: TenantDb,
  areaId: Area['id'],
  ownerId: Id<'person'>,
  inDays = 30,
): Promise<Id<'strategy_plan'>> {
  const deadline = addDays(tx.today, inDays);
  return addPlan(tx, areaId, {
    title: 'Spørg alle nye',
    activities: 'Bank på.\nSig goddag.',
    ownerId,
    deadline,
    budget: null,
  });
}

/** The verbs of the strategy, for a story that is told event by event. */
export const verbs = {
  beginVersion,
  addArea,
  approveVersion,
  addPlan,
  tellState,
  linkPlan,
  addMetric,
  measure,
  redefine,
  writeEvaluation,
  approveEvaluation,
  addWheelItem,
};

function done<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown },
  what: string,
): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`Cannot ${what}: ${String(outcome.refusal)}`);
}
