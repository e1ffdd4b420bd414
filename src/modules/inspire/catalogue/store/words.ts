import { type RawBuilder, sql } from 'kysely';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { titleIn } from './cards.ts';

/** What cards are called, for the turns about them: a question that is asked together with others. */
export const cardTitles = (tx: TenantDb, cards: readonly string[]): RawBuilder<unknown> => sql`
  select c.id, n.title as words from catalogue_card c ${titleIn(tx.tenant.language)}
  where c.tenant_id = ${tx.tenant.id} and c.id = any(${cards}::uuid[])`;
