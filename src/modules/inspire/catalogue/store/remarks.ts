import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Card } from '../rules/card.ts';
import { MOST_REMARKS, type Remark } from '../rules/voices.ts';

/** What the caretakers say to a card today, the oldest first. */
export function remarksOn(tx: TenantDb, cardId: Card['id']): Promise<readonly Remark[]> {
  return tx.sql
    .selectFrom('catalogue_remark')
    .select(['id', 'department_id as departmentId', 'words', 'on_day as on'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('card_id', '=', cardId)
    .where('gone_on', 'is', null)
    .orderBy('id')
    .limit(MOST_REMARKS)
    .execute();
}

export async function insertRemark(
  tx: TenantDb,
  cardId: Card['id'],
  { departmentId, words }: Pick<Remark, 'departmentId' | 'words'>,
): Promise<Remark['id']> {
  const { id } = await tx.sql
    .insertInto('catalogue_remark')
    .values({
      tenant_id: tx.tenant.id,
      card_id: cardId,
      department_id: departmentId,
      words,
      on_day: tx.today,
      said_by: personIdOf(tx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False when it was not there any more. */
export async function endRemark(tx: TenantDb, cardId: Card['id'], id: Id<'catalogue_remark'>): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('catalogue_remark')
    .set({ gone_on: tx.today })
    .where('tenant_id', '=', tx.tenant.id)
    .where('card_id', '=', cardId)
    .where('id', '=', id)
    .where('gone_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
