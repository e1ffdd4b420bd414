import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { FigureSpan } from '../../../../platform/figures/figures.ts';

/** A card that somebody took or does, on the day they said so. */
export interface CountedCard {
  readonly id: string;
  readonly cardId: Id<'catalogue_card'>;
  readonly title: string;
  readonly on: Day;
  readonly departmentIds: readonly Id<'department'>[];
}

/** "Det vil vi også" in the span: each the beginning of an initiative. */
export async function takingsIn(tx: TenantDb, { from, until }: FigureSpan): Promise<readonly CountedCard[]> {
  const { rows } = await sql<CountedCard>`
    select t.initiative_id as id, t.card_id as "cardId", ${titleIn(tx)} as title, t.on_day as "on", array(
      select m.department_id from initiative_department m
      where m.tenant_id = t.tenant_id and m.initiative_id = t.initiative_id
      order by m.department_id
    ) as "departmentIds"
    from catalogue_taking t
    where t.tenant_id = ${tx.tenant.id} and t.on_day between ${from} and ${until}
    order by t.on_day, t.initiative_id
  `.execute(tx.sql);
  return rows;
}

/** "Det gør jeg selv" in the span. Who said it is not read. */
export async function doingsIn(tx: TenantDb, { from, until }: FigureSpan): Promise<readonly CountedCard[]> {
  const { rows } = await sql<CountedCard>`
    select t.card_id as id, t.card_id as "cardId", ${titleIn(tx)} as title, t.on_day as "on",
      array[]::uuid[] as "departmentIds"
    from catalogue_doing t
    where t.tenant_id = ${tx.tenant.id} and t.on_day between ${from} and ${until}
    order by t.on_day, t.id
  `.execute(tx.sql);
  return rows;
}

function titleIn(tx: TenantDb) {
  return sql<string>`(
    select w.title from catalogue_card_text w
    where w.tenant_id = t.tenant_id and w.card_id = t.card_id
    order by w.language = ${tx.tenant.language} desc limit 1
  )`;
}

/** Was anything published by that day? Before, there was nothing to take. */
export async function anyCardBy(tx: TenantDb, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from catalogue_card_state s
    where s.tenant_id = ${tx.tenant.id} and s.state = 'published' and s.on_day <= ${day}
    limit 1
  `.execute(tx.sql);
  return rows.length > 0;
}
