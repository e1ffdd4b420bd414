import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { ApplicationId } from '../rules/application.ts';
import { standing } from './cases.ts';

/** How a case stands is read from its rows anew, so that lists find it. Nothing for a draft. */
export async function standAnew(tx: TenantDb, id: ApplicationId): Promise<void> {
  const { today } = tx;
  await sql`
    insert into fund_standing (
      tenant_id, application_id, fund_id, period_id, number, status, since, carrier_id, sought_ore, committed_ore,
      answer_by, starts_on, paid_ore, released_ore
    )
    ${standing(today)} and a.tenant_id = ${tx.tenant.id} and a.id = ${id}
    on conflict (tenant_id, application_id) do update set
      status = excluded.status, since = excluded.since, carrier_id = excluded.carrier_id,
      sought_ore = excluded.sought_ore, committed_ore = excluded.committed_ore, starts_on = excluded.starts_on,
      paid_ore = excluded.paid_ore, released_ore = excluded.released_ore
  `.execute(tx.sql);
}

/** Whose turn it is on the fund's waiting list; null when nobody's. */
export async function nextNow(tx: TenantDb, fundId: Id<'fund'>): Promise<ApplicationId | null> {
  const row = await tx.sql
    .selectFrom('fund_next_in_line')
    .select('application_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('fund_id', '=', fundId)
    .executeTakeFirst();
  return row?.application_id ?? null;
}

export async function putNext(tx: TenantDb, fundId: Id<'fund'>, id: ApplicationId | null): Promise<void> {
  if (!id) {
    await tx.sql
      .deleteFrom('fund_next_in_line')
      .where('tenant_id', '=', tx.tenant.id)
      .where('fund_id', '=', fundId)
      .execute();
    return;
  }
  await tx.sql
    .insertInto('fund_next_in_line')
    .values({ tenant_id: tx.tenant.id, fund_id: fundId, application_id: id })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'fund_id']).doUpdateSet({ application_id: id }))
    .execute();
}
