import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';

/** The link takes nothing for now. False when it was closed already. */
export async function insertLinkClosed(tx: TenantDb, workshop: Id<'workshop'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('workshop_link_closed')
    .values({ tenant_id: tx.tenant.id, workshop_id: workshop, closed_at: tx.now, closed_by: personIdOf(tx.actor) })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'workshop_id']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** False when it was open already. */
export async function deleteLinkClosed(tx: TenantDb, workshop: Id<'workshop'>): Promise<boolean> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom('workshop_link_closed')
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** The link's code from now on; the one before is remembered as an old one. False when some workshop has or had it. */
export async function replaceCode(tx: TenantDb, workshop: Id<'workshop'>, code: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with before as (
      select w.tenant_id, w.id, w.code from workshop w
      where w.tenant_id = ${tx.tenant.id} and w.id = ${workshop}
        and not exists (select from workshop o where o.tenant_id = w.tenant_id and o.code = ${code})
        and not exists (select from workshop_old_code o where o.tenant_id = w.tenant_id and o.code = ${code})
    ), kept as (
      insert into workshop_old_code (tenant_id, code, workshop_id, renewed_at, renewed_by)
      select tenant_id, code, id, ${tx.now}, ${personIdOf(tx.actor)} from before
    )
    update workshop w set code = ${code} from before
    where w.tenant_id = before.tenant_id and w.id = before.id returning w.id`.execute(tx.sql);
  return rows.length > 0;
}

/** Nobody else is awaited from now on; the first time holds. */
export async function insertLastCall(tx: TenantDb, workshop: Id<'workshop'>): Promise<void> {
  await tx.sql
    .insertInto('workshop_last_call')
    .values({ tenant_id: tx.tenant.id, workshop_id: workshop, called_at: tx.now, called_by: personIdOf(tx.actor) })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'workshop_id']).doNothing())
    .execute();
}

/** Since when nobody else is awaited: the wall was let go on, or the result was shown. Null while somebody is. */
export async function lastCallOf(tx: TenantDb, workshop: Id<'workshop'>): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select least(
      (select called_at from workshop_last_call where tenant_id = ${tx.tenant.id} and workshop_id = ${workshop}),
      (select released_at from workshop_release where tenant_id = ${tx.tenant.id} and workshop_id = ${workshop})
    ) as at`.execute(tx.sql);
  return rows[0]?.at ?? null;
}

/** Was it the code of a workshop's link once? */
export async function isOldCode(tx: TenantDb, code: string): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('workshop_old_code')
    .select('code')
    .where('tenant_id', '=', tx.tenant.id)
    .where('code', '=', code)
    .executeTakeFirst();
  return row !== undefined;
}
