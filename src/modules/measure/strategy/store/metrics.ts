import { type RawBuilder, sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Definition, goalOf, type Measurement, type Metric } from '../rules/metric.ts';
import { yearPeriod } from '../rules/period.ts';
import type { Area } from '../rules/version.ts';

/** Those of some areas that are measured still, in the order they were made. */
export async function metricsOf(tx: TenantDb, areas: readonly Area['id'][]): Promise<readonly Metric[]> {
  return metricsWhere(tx, sql`and m.area_id = any(${areas}::uuid[]) and m.retired_on is null`);
}

/** Those of some areas that were measured in a year, also where they are measured no more. */
export async function metricsIn(tx: TenantDb, areas: readonly Area['id'][], year: number): Promise<readonly Metric[]> {
  const { from, until } = yearPeriod(year);
  return metricsWhere(
    tx,
    sql`and m.area_id = any(${areas}::uuid[]) and m.from_day <= ${until}
      and (m.retired_on is null or m.retired_on >= ${from})`,
  );
}

/** Every metric that is measured still. */
export function activeMetrics(tx: TenantDb): Promise<readonly Metric[]> {
  return metricsWhere(tx, sql`and m.retired_on is null`);
}

export async function metricById(tx: TenantDb, id: Metric['id']): Promise<Metric | null> {
  return (await metricsWhere(tx, sql`and m.id = ${id}`))[0] ?? null;
}

const MOST = 200;

interface Row extends Omit<Metric, 'definitions'> {
  readonly definitions: readonly (Omit<Definition, 'baseline' | 'target'> & {
    readonly baselineHundredths: number | null;
    readonly baselineYear: number | null;
    readonly targetHundredths: number | null;
    readonly targetYear: number | null;
  })[];
}

async function metricsWhere(tx: TenantDb, where: RawBuilder<unknown>): Promise<readonly Metric[]> {
  const { rows } = await sql<Row>`
    select m.id, m.area_id as "areaId", m.figure, m.unit, m.people, m.frequency, m.owner_id as "ownerId",
      m.from_day as "from", m.retired_on as "retiredOn", m.version, (
        select jsonb_agg(jsonb_build_object(
          'number', d.number, 'from', d.from_day, 'name', d.name, 'definition', d.definition, 'better', d.better,
          'why', d.why, 'baselineHundredths', d.baseline_hundredths, 'baselineYear', d.baseline_year,
          'targetHundredths', d.target_hundredths, 'targetYear', d.target_year
        ) order by d.number)
        from strategy_metric_definition d where d.tenant_id = m.tenant_id and d.metric_id = m.id
      ) as definitions
    from strategy_metric m
    where m.tenant_id = ${tx.tenant.id} ${where}
    order by m.id limit ${MOST}
  `.execute(tx.sql);
  return rows.map((row) => ({
    ...row,
    definitions: row.definitions.map(
      ({ baselineHundredths, baselineYear, targetHundredths, targetYear, ...definition }) => ({
        ...definition,
        baseline: goalOf(baselineHundredths, baselineYear),
        target: goalOf(targetHundredths, targetYear),
      }),
    ),
  }));
}

/** What people wrote of these metrics, the oldest first. */
export async function measurementsOf(tx: TenantDb, metrics: readonly Metric['id'][]): Promise<readonly Measurement[]> {
  const { rows } = await sql<Omit<Measurement, 'hundredths'> & { readonly hundredths: number | null }>`
    select m.id, m.metric_id as "metricId", m.from_day as "from", m.until_day as "until",
      m.value_hundredths as "hundredths", m.out_of as "outOf", m.words, m.from_file as "fromFile",
      (m.measured_at at time zone 'Europe/Copenhagen')::date as "on", m.measured_by as "by"
    from strategy_measurement m
    where m.tenant_id = ${tx.tenant.id} and m.metric_id = any(${metrics}::uuid[])
    order by m.metric_id, m.from_day, m.id limit 5000
  `.execute(tx.sql);
  return rows;
}

export async function insertMetric(
  tx: TenantDb,
  metric: Omit<Metric, 'id' | 'definitions' | 'retiredOn' | 'version'>,
): Promise<Metric['id']> {
  const { id } = await tx.sql
    .insertInto('strategy_metric')
    .values({
      tenant_id: tx.tenant.id,
      area_id: metric.areaId,
      figure: metric.figure,
      unit: metric.unit,
      people: metric.people,
      frequency: metric.frequency,
      owner_id: metric.ownerId,
      from_day: metric.from,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False when somebody else defined it anew in the meantime. */
export async function insertDefinition(tx: TenantDb, metricId: Metric['id'], one: Definition): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('strategy_metric_definition')
    .values({
      tenant_id: tx.tenant.id,
      metric_id: metricId,
      number: one.number,
      from_day: one.from,
      name: one.name,
      definition: one.definition,
      better: one.better,
      baseline_hundredths: one.baseline?.hundredths ?? null,
      baseline_year: one.baseline?.year ?? null,
      target_hundredths: one.target?.hundredths ?? null,
      target_year: one.target?.year ?? null,
      why: one.why,
      set_by: personIdOf(tx.actor),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'metric_id', 'number']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function insertMeasurement(
  tx: TenantDb,
  one: Pick<Measurement, 'metricId' | 'from' | 'until' | 'hundredths' | 'outOf' | 'words' | 'fromFile'>,
): Promise<void> {
  await tx.sql
    .insertInto('strategy_measurement')
    .values({
      tenant_id: tx.tenant.id,
      metric_id: one.metricId,
      from_day: one.from,
      until_day: one.until,
      value_hundredths: one.hundredths,
      out_of: one.outOf,
      words: one.words,
      from_file: one.fromFile,
      measured_at: tx.now,
      measured_by: personIdOf(tx.actor),
    })
    .execute();
}

export async function retireMetric(tx: TenantDb, id: Metric['id'], on: Day): Promise<void> {
  await tx.sql
    .updateTable('strategy_metric')
    .set({ retired_on: on })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('retired_on', 'is', null)
    .execute();
}
