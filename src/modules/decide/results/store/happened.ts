import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { SOUGHT } from '../../fund/public.ts';
import { HAPPENINGS, type HappeningKind, type Span } from '../rules/status.ts';

const DECIDED = { commit: 'committed', refuse: 'refused', wait: 'waited' } as const;

/**
 * What happened in a span, as rows to select from: `kind, application_id, on_day, amount, came`. Of the fund only where an
 * index leads to it; who joins the application leaves out the others. `amount` is null where nobody set one: see AMOUNT.
 */
export function happened(
  tx: TenantDb,
  { from, to }: Span,
  fundId: Id<'fund'> | null,
  kinds: readonly HappeningKind[] = HAPPENINGS,
): RawBuilder<unknown> {
  const here = sql`x.tenant_id = ${tx.tenant.id} and x.on_day between ${from}::date and ${to}::date`;
  const results = Object.entries(DECIDED).flatMap(([result, kind]) => (kinds.includes(kind) ? [result] : []));
  const sources: readonly (readonly [wanted: boolean, rows: RawBuilder<unknown>])[] = [
    [
      kinds.includes('sought'),
      sql`select 'sought' as kind, x.application_id, x.on_day, null::bigint as amount, null::int as came
        from fund_submission x where ${here} ${fundId ? sql`and x.fund_id = ${fundId}` : sql``}`,
    ],
    [
      results.length > 0,
      sql`select ${sql.raw(kindOfResult)} as kind, x.application_id, x.on_day, x.amount_ore as amount, null::int as came
        from fund_decision x where ${here} and x.result = any(${results}::text[])`,
    ],
    [kinds.includes('paid'), moved('paid', 'fund_payment', here)],
    [kinds.includes('released'), moved('released', 'fund_release', here)],
    [
      kinds.includes('told'),
      // Counted on the day it was first told, with what was said last.
      sql`select 'told' as kind, x.application_id, x.on_day, 0::bigint as amount, last.came
        from fund_feedback x
        cross join lateral (
          select y.came from fund_feedback y
          where y.tenant_id = x.tenant_id and y.application_id = x.application_id order by y.id desc limit 1
        ) last
        where ${here} and not exists (
          select from fund_feedback y
          where y.tenant_id = x.tenant_id and y.application_id = x.application_id and y.id < x.id
        )`,
    ],
  ];
  return sql.join(
    sources.flatMap(([wanted, rows]) => (wanted ? [rows] : [])),
    sql` union all `,
  );
}

/** The amount of such a row (`h`) of an application (`a`): where none was set, what was sought. */
export const AMOUNT = sql<Ore>`coalesce(h.amount, ${SOUGHT})`;

const kindOfResult = `case x.result ${Object.entries(DECIDED)
  .map(([result, kind]) => `when '${result}' then '${kind}'`)
  .join(' ')} end`;

function moved(kind: HappeningKind, table: string, here: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select ${sql.lit(kind)} as kind, x.application_id, x.on_day, x.amount_ore as amount, null::int as came
    from ${sql.table(table)} x where ${here}`;
}
