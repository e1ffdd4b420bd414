import { sql } from 'kysely';
import type { Ore } from '../../../../kernel/money.ts';

/** `soughtOf` in SQL, for a question that calls the application `a`. A property test holds the two together. */
export const SOUGHT = sql<Ore>`greatest(0, coalesce((
  select sum(l.amount_ore) from fund_budget_line l where l.tenant_id = a.tenant_id and l.application_id = a.id
), 0) - a.other_money_ore)::bigint`;
