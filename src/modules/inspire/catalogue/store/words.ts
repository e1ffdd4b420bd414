import { type RawBuilder, sql } from 'kysely';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';

/** What cards are called, for the turns about them: a question that is asked together with others. */
export const cardTitles = (tx: TenantDb, cards: readonly string[]): RawBuilder<unknown> => sql`
  select c.id, n.title as words from catalogue_card c
  join lateral (
    select t.title from catalogue_card_text t
    where t.tenant_id = c.tenant_id and t.card_id = c.id
    order by t.language = ${tx.tenant.language} desc, t.language limit 1
  ) n on true
  where c.tenant_id = ${tx.tenant.id} and c.id = any(${cards}::uuid[])`;
