import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { ApplicationId } from '../rules/case.ts';
import type { Reminder, ReminderDays, ReminderKind } from '../rules/reminders.ts';

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
    .select(['fund_id', 'undecided_days as undecided', 'invoice_days as invoice', 'release_days as release'])
    .where('tenant_id', '=', tx.tenant.id)
    .execute();
  return new Map(rows.map(({ fund_id, ...days }) => [fund_id, days]));
}

export async function saveReminderDays(tx: TenantDb, fundId: Id<'fund'>, days: ReminderDays): Promise<void> {
  const row = {
    undecided_days: days.undecided,
    invoice_days: days.invoice,
    release_days: days.release,
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
