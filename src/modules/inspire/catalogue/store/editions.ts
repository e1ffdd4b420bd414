import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Card } from '../rules/card.ts';
import type { Edition } from '../rules/edition.ts';

const CHOSEN = sql`
  select e.id, e.number, e.foreword, e.on_day as "on", (
    select count(*)::int from catalogue_edition_card c where c.tenant_id = e.tenant_id and c.edition_id = e.id
  ) as "cards"
  from catalogue_edition e`;

/** The newest first. */
export async function editions(tx: TenantDb, page: number, limit: number): Promise<readonly Edition[]> {
  const { rows } = await sql<Edition>`${CHOSEN}
    where e.tenant_id = ${tx.tenant.id} order by e.number desc limit ${limit + 1} offset ${(page - 1) * limit}
  `.execute(tx.sql);
  return rows;
}

export async function editionById(tx: TenantDb, id: Edition['id']): Promise<Edition | null> {
  const { rows } = await sql<Edition>`${CHOSEN} where e.tenant_id = ${tx.tenant.id} and e.id = ${id}`.execute(tx.sql);
  return rows[0] ?? null;
}

/** Its cards as they stood. */
export async function editionCards(tx: TenantDb, id: Edition['id']): Promise<readonly Card[]> {
  const rows = await tx.sql
    .selectFrom('catalogue_edition_card')
    .select('card')
    .where('tenant_id', '=', tx.tenant.id)
    .where('edition_id', '=', id)
    .orderBy('position')
    .execute();
  return rows.map(({ card }) => card as unknown as Card);
}

export async function insertEdition(
  tx: TenantDb,
  foreword: string,
  cards: readonly Card[],
): Promise<Pick<Edition, 'id' | 'number'>> {
  const edition = await tx.sql
    .insertInto('catalogue_edition')
    .values(({ selectFrom }) => ({
      tenant_id: tx.tenant.id,
      number: selectFrom('catalogue_edition')
        .where('tenant_id', '=', tx.tenant.id)
        .select(({ fn, val }) => sql<number>`${fn.coalesce(fn.max('number'), val(0))} + 1`.as('next')),
      foreword,
      on_day: tx.today,
      made_by: personIdOf(tx.actor),
    }))
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow();
  await tx.sql
    .insertInto('catalogue_edition_card')
    .values(
      cards.map((card, at) => ({
        tenant_id: tx.tenant.id,
        edition_id: edition.id,
        position: at + 1,
        // Who answers for a card is no part of what was printed.
        card: JSON.stringify({ ...card, ownerId: null }),
      })),
    )
    .execute();
  return edition;
}
