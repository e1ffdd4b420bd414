import { sql } from 'kysely';
import { type Day, dayOf } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Duty, DutyCode, DutyRule } from '../rules/duties.ts';

type EventId = Id<'event'>;

export async function dutiesOfEvent(tx: TenantDb, eventId: EventId): Promise<readonly Duty[]> {
  const rows = await tx.sql
    .selectFrom('event_duty')
    .select(['id', 'code', 'due_on as dueOn', 'done_at as doneAt'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('event_id', '=', eventId)
    .orderBy('due_on')
    .orderBy('code')
    .execute();
  return rows.map(({ doneAt, ...row }) => ({
    ...row,
    code: row.code as DutyCode,
    doneOn: doneAt ? dayOf(doneAt) : null,
  }));
}

/** What is to be done for the event as it is now: what is no longer asked for, and not done, goes. */
export async function saveDuties(
  tx: TenantDb,
  eventId: EventId,
  wanted: readonly { readonly code: DutyCode; readonly dueOn: Day }[],
): Promise<void> {
  const codes = wanted.map(({ code }) => code as string);
  await sql`
    delete from event_duty
    where tenant_id = ${tx.tenant.id} and event_id = ${eventId} and done_at is null and code <> all(${codes}::text[])
  `.execute(tx.sql);
  if (wanted.length === 0) return;
  await tx.sql
    .insertInto('event_duty')
    .values(wanted.map(({ code, dueOn }) => ({ tenant_id: tx.tenant.id, event_id: eventId, code, due_on: dueOn })))
    .onConflict((clash) =>
      clash.columns(['tenant_id', 'event_id', 'code']).doUpdateSet((to) => ({ due_on: to.ref('excluded.due_on') })),
    )
    .execute();
}

export async function saveDone(
  tx: TenantDb,
  id: Id<'event_duty'>,
  done: { readonly at: Date | null; readonly by: Id<'person'> | null },
): Promise<void> {
  await tx.sql
    .updateTable('event_duty')
    .set({ done_at: done.at, done_by: done.by })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Events with something undone that is due by `day`, and are still to come. */
export async function eventsWithDue(tx: TenantDb, by: Day): Promise<readonly EventId[]> {
  const { rows } = await sql<{ id: EventId }>`
    select distinct d.event_id as id from event_duty d
    join event e on e.tenant_id = d.tenant_id and e.id = d.event_id
    where d.tenant_id = ${tx.tenant.id} and d.done_at is null and d.due_on <= ${by} and e.last_day >= ${tx.today}
      and not exists (select from event_cancellation c where c.tenant_id = e.tenant_id and c.event_id = e.id)
  `.execute(tx.sql);
  return rows.map(({ id }) => id);
}

export async function dutyRules(tx: TenantDb): Promise<ReadonlyMap<string, DutyRule>> {
  const rows = await tx.sql
    .selectFrom('event_duty_rule')
    .select(['code', 'active', 'days_before as daysBefore', 'words'])
    .where('tenant_id', '=', tx.tenant.id)
    .execute();
  return new Map(rows.map(({ code, ...rule }) => [code, rule]));
}

export async function saveDutyRules(
  tx: TenantDb,
  rules: ReadonlyMap<DutyCode, DutyRule>,
  by: Id<'person'> | null,
): Promise<void> {
  if (rules.size === 0) return;
  await tx.sql
    .insertInto('event_duty_rule')
    .values(
      [...rules].map(([code, { active, daysBefore, words }]) => ({
        tenant_id: tx.tenant.id,
        code,
        active,
        days_before: daysBefore,
        words,
        set_at: tx.now,
        set_by: by,
      })),
    )
    .onConflict((clash) =>
      clash.columns(['tenant_id', 'code']).doUpdateSet((to) => ({
        active: to.ref('excluded.active'),
        days_before: to.ref('excluded.days_before'),
        words: to.ref('excluded.words'),
        set_at: to.ref('excluded.set_at'),
        set_by: to.ref('excluded.set_by'),
      })),
    )
    .execute();
}
