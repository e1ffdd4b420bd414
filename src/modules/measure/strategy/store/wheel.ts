import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { WheelItem } from '../rules/wheel.ts';

const MOST = 200;

export async function wheelItems(tx: TenantDb): Promise<readonly WheelItem[]> {
  const { rows } = await sql<WheelItem>`
    select w.id, w.title, w.words, w.on_day as "on", w.repeats from year_wheel_item w
    where w.tenant_id = ${tx.tenant.id} and w.removed_on is null
    order by w.on_day, w.id limit ${MOST}
  `.execute(tx.sql);
  return rows;
}

export async function insertWheelItem(tx: TenantDb, one: Omit<WheelItem, 'id'>): Promise<string> {
  const { id } = await tx.sql
    .insertInto('year_wheel_item')
    .values({
      tenant_id: tx.tenant.id,
      title: one.title,
      words: one.words,
      on_day: one.on,
      repeats: one.repeats,
      made_by: personIdOf(tx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False when it is not there. */
export async function removeWheelItem(tx: TenantDb, id: string): Promise<boolean> {
  const { rows } = await sql`
    update year_wheel_item set removed_on = ${tx.today}
    where tenant_id = ${tx.tenant.id} and id = ${id} and removed_on is null
    returning id
  `.execute(tx.sql);
  return rows.length > 0;
}
