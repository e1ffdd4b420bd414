import { sql } from 'kysely';
import type { Channel } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { hashOfCode } from '../../../../platform/secret/code.ts';
import type { Answer, Ask, Way } from '../rules/asking.ts';

const hashOf = (code: string): Buffer => hashOfCode(`task ask ${code}`);

export async function insertAsk(
  tx: TenantDb,
  ask: {
    readonly taskId: Id<'task'>;
    readonly askedBy: Id<'person'> | null;
    readonly words: string;
    readonly way: Way;
    readonly code: string;
    readonly mark: Buffer | null;
    readonly helperId: Id<'task_helper'> | null;
    readonly expiresOn: Day;
    readonly handsOver: boolean;
  },
): Promise<Id<'task_ask'>> {
  const { id } = await tx.sql
    .insertInto('task_ask')
    .values({
      tenant_id: tx.tenant.id,
      task_id: ask.taskId,
      asked_by: ask.askedBy,
      words: ask.words,
      way: ask.way,
      code_hash: hashOf(ask.code),
      mark: ask.mark,
      helper_id: ask.helperId,
      asked_at: tx.now,
      asked_on: tx.today,
      expires_on: ask.expiresOn,
      hands_over: ask.handsOver,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const ASKS = sql`
  select q.id, q.task_id as "taskId", q.asked_by as "askedBy", q.words, q.way, q.helper_id as "helperId",
    q.asked_on as "askedOn", q.expires_on as "expiresOn", q.hands_over as "handsOver", w.answer, (
      select c.id from task_claim c where c.tenant_id = q.tenant_id and c.ask_id = q.id order by c.id desc limit 1
    ) as "claimId"
  from task_ask q left join task_answer w on w.tenant_id = q.tenant_id and w.ask_id = q.id`;

export async function askById(tx: TenantDb, id: Id<'task_ask'>): Promise<Ask | null> {
  const { rows } = await sql<Ask>`${ASKS} where q.tenant_id = ${tx.tenant.id} and q.id = ${id}`.execute(tx.sql);
  return rows[0] ?? null;
}

/** The ask behind the code of a link or a slip. */
export async function askByCode(tx: TenantDb, code: string): Promise<Ask | null> {
  const { rows } = await sql<Ask>`
    ${ASKS} where q.tenant_id = ${tx.tenant.id} and q.code_hash = ${hashOf(code)}`.execute(tx.sql);
  return rows[0] ?? null;
}

/** Held until the transaction ends: two answers at the same moment come one after the other. */
export async function lockAsk(tx: TenantDb, id: Id<'task_ask'>): Promise<Ask | null> {
  await sql`select 1 from task_ask where tenant_id = ${tx.tenant.id} and id = ${id} for update`.execute(tx.sql);
  return askById(tx, id);
}

/** The asks for a job's tasks, newest first. */
export async function asksOf(
  tx: TenantDb,
  jobId: Id<'task_job'>,
): Promise<readonly (Ask & { readonly says: string })[]> {
  const { rows } = await sql<Ask & { says: string }>`
    select a.*, t.says from (${ASKS}) a
    join task t on t.tenant_id = ${tx.tenant.id} and t.id = a."taskId"
    where t.job_id = ${jobId} order by a.id desc limit 100`.execute(tx.sql);
  return rows;
}

/** The keyed hash of the address that it went to, where it went to one. */
export async function markOfAsk(tx: TenantDb, id: Id<'task_ask'>): Promise<Buffer | null> {
  const row = await tx.sql
    .selectFrom('task_ask')
    .select('mark')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.mark ?? null;
}

/** The newest answer holds. */
export async function saveAnswer(
  tx: TenantDb,
  id: Id<'task_ask'>,
  said: { readonly answer: Answer; readonly channel: Channel; readonly registeredBy: Id<'person'> | null },
): Promise<void> {
  const set = { answer: said.answer, on_day: tx.today, channel: said.channel, registered_by: said.registeredBy };
  await tx.sql
    .insertInto('task_answer')
    .values({ tenant_id: tx.tenant.id, ask_id: id, ...set })
    .onConflict((clash) => clash.columns(['tenant_id', 'ask_id']).doUpdateSet(set))
    .execute();
}
