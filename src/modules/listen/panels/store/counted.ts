import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { FigureSpan } from '../../../../platform/figures/figures.ts';

/** A recommendation of a focus group, and whether it has been answered. */
export interface CountedRecommendation {
  readonly id: string;
  readonly panelId: Id<'panel'>;
  readonly title: string;
  readonly on: Day;
  readonly answered: boolean;
}

export async function recommendationsIn(
  tx: TenantDb,
  { from, until }: FigureSpan,
): Promise<readonly CountedRecommendation[]> {
  const { rows } = await sql<CountedRecommendation>`
    select r.id, r.panel_id as "panelId", p.name as title, r.said_on as "on", r.answer is not null as answered
    from panel_recommendation r
    join panel p on p.tenant_id = r.tenant_id and p.id = r.panel_id
    where r.tenant_id = ${tx.tenant.id} and r.said_on between ${from} and ${until}
    order by r.said_on, r.id
  `.execute(tx.sql);
  return rows;
}

/** Did a focus group say anything by that day? */
export async function anyRecommendationBy(tx: TenantDb, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from panel_recommendation r where r.tenant_id = ${tx.tenant.id} and r.said_on <= ${day} limit 1
  `.execute(tx.sql);
  return rows.length > 0;
}
