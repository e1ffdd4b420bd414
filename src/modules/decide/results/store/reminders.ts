import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { ApplicationId } from '../rules/case.ts';
import { type Reminder, type ReminderDays, type ReminderKind, USUAL_DAYS } from '../rules/reminders.ts';

/** Remembers that it is said. False when it was said before: then nothing is said. */
export async function takeReminder(tx: TenantDb, id: ApplicationId, reminder: Reminder): Promise<boolean> {
  const taken = await tx.sql
    .insertInto('fund_reminder')
    .values({
      tenant_id: tx.tenant.id,
      application_id: id,
      kind: reminder.kind,
      for_day: reminder.forDay,
      on_day: tx.today,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('application_id')
    .executeTakeFirst();
  return taken !== undefined;
}

/** What has been said before, of any day, by case. */
export async function remindedOf(
  tx: TenantDb,
  ids: readonly ApplicationId[],
): Promise<ReadonlyMap<ApplicationId, ReadonlySet<ReminderKind>>> {
  const rows = await tx.sql
    .selectFrom('fund_reminder')
    .select(['application_id', 'kind'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('application_id', '=', sql<ApplicationId>`any(${[...ids]}::uuid[])`)
    .execute();
  const found = new Map<ApplicationId, Set<ReminderKind>>();
  for (const { application_id: id, kind } of rows) {
    found.set(id, (found.get(id) ?? new Set()).add(kind as ReminderKind));
  }
  return found;
}

/** The days that somebody set, by fund; the others remind on the usual ones. */
export async function reminderDays(tx: TenantDb): Promise<ReadonlyMap<Id<'fund'>, ReminderDays>> {
  const rows = await tx.sql
    .selectFrom('fund_reminder_days')
    .select([
      'fund_id',
      'undecided_days as undecided',
      'invoice_days as invoice',
      'release_days as release',
      'feedback_days as feedback',
    ])
    .where('tenant_id', '=', tx.tenant.id)
    .execute();
  return new Map(rows.map(({ fund_id, ...days }) => [fund_id, days]));
}

/** When a case was ended, and how long its codes work after that. */
export async function endAndDays(
  tx: TenantDb,
  id: ApplicationId,
): Promise<{ readonly endedOn: Day | null; readonly feedbackDays: number }> {
  const row = await tx.sql
    .selectFrom('fund_application as a')
    .leftJoin('fund_end as e', (join) =>
      join.onRef('e.tenant_id', '=', 'a.tenant_id').onRef('e.application_id', '=', 'a.id'),
    )
    .leftJoin('fund_reminder_days as n', (join) =>
      join.onRef('n.tenant_id', '=', 'a.tenant_id').onRef('n.fund_id', '=', 'a.fund_id'),
    )
    .select(['e.on_day as endedOn', 'n.feedback_days as feedbackDays'])
    .where('a.tenant_id', '=', tx.tenant.id)
    .where('a.id', '=', id)
    .executeTakeFirst();
  return { endedOn: row?.endedOn ?? null, feedbackDays: row?.feedbackDays ?? USUAL_DAYS.feedback };
}

export async function saveReminderDays(tx: TenantDb, fundId: Id<'fund'>, days: ReminderDays): Promise<void> {
  const row = {
    undecided_days: days.undecided,
    invoice_days: days.invoice,
    release_days: days.release,
    feedback_days: days.feedback,
    set_at: tx.now,
    set_by: personIdOf(tx.actor),
  };
  await tx.sql
    .insertInto('fund_reminder_days')
    .values({ tenant_id: tx.tenant.id, fund_id: fundId, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'fund_id']).doUpdateSet(row))
    .execute();
}

export async function insertWait(
  tx: TenantDb,
  wait: {
    readonly applicationId: ApplicationId;
    readonly until: Day;
    readonly words: string;
    readonly by: Id<'person'>;
  },
): Promise<void> {
  await tx.sql
    .insertInto('fund_release_wait')
    .values({
      tenant_id: tx.tenant.id,
      application_id: wait.applicationId,
      until_day: wait.until,
      words: wait.words,
      on_day: tx.today,
      chosen_by: wait.by,
    })
    .execute();
}
