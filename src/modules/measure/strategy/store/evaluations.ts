import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Evaluation, EvaluationApproval } from '../rules/evaluation.ts';

/** What has been written of a year. */
export async function evaluationsOf(tx: TenantDb, year: number): Promise<readonly Evaluation[]> {
  const { rows } = await sql<Evaluation>`
    select e.area_id as "areaId", e.done, e.learned, e.course, e.version from strategy_evaluation e
    where e.tenant_id = ${tx.tenant.id} and e.year = ${year}
  `.execute(tx.sql);
  return rows;
}

/** False when somebody saved it in the meantime, or the board has approved the year. */
export async function saveEvaluation(tx: TenantDb, year: number, one: Evaluation): Promise<boolean> {
  const { rows } = await sql`
    insert into strategy_evaluation as e (tenant_id, area_id, year, done, learned, course, written_by)
    values (${tx.tenant.id}, ${one.areaId}, ${year}, ${one.done}, ${one.learned}, ${one.course}, ${personIdOf(tx.actor)})
    on conflict (tenant_id, area_id, year) do update
    set done = excluded.done, learned = excluded.learned, course = excluded.course, written_by = excluded.written_by,
      version = e.version + 1
    where e.version = ${one.version}
    returning e.id
  `.execute(tx.sql);
  return rows.length > 0;
}

export async function evaluationApproval(tx: TenantDb, year: number): Promise<EvaluationApproval | null> {
  const row = await tx.sql
    .selectFrom('strategy_evaluation_approval')
    .select(['decided_on', 'decision', 'content'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('year', '=', year)
    .executeTakeFirst();
  if (!row) return null;
  return {
    decidedOn: row.decided_on,
    decision: row.decision,
    metrics: row.content as unknown as EvaluationApproval['metrics'],
  };
}

/** False when it was approved in the meantime. */
export async function insertEvaluationApproval(tx: TenantDb, year: number, one: EvaluationApproval): Promise<boolean> {
  const { rows } = await sql`
    insert into strategy_evaluation_approval (tenant_id, year, decided_on, decision, content, registered_by)
    values (${tx.tenant.id}, ${year}, ${one.decidedOn}, ${one.decision}, ${JSON.stringify(one.metrics)},
      ${personIdOf(tx.actor)})
    on conflict do nothing
    returning id
  `.execute(tx.sql);
  return rows.length > 0;
}
