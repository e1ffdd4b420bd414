import { sql } from 'kysely';
import { type Ore, toOre } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Limits } from '../rules/approving.ts';
import { destinationOf, type Payment, placeKey } from '../rules/payment.ts';
import { settingsOf } from './settings.ts';

/** The rules as they hold for this payment now. */
export async function limitsOf(tx: TenantDb, payment: Payment): Promise<Limits> {
  const settings = await settingsOf(tx, payment.organisationId);
  return { ...settings, beside: await besideOf(tx, payment, settings.lookBack) };
}

/**
 * What else goes to the same payee or the same account, paid or to be paid: for the same promise, opened so many days before
 * or after it, or approved in the last so many: a bill that lay waiting counts with the one that came today. What was
 * stopped, and credit notes, do not count.
 */
async function besideOf(tx: TenantDb, payment: Payment, days: number): Promise<Ore> {
  const { id, organisationId, applicationId, openedAt, payeeKey } = payment;
  const place = placeKey(destinationOf(payment).to);
  const span = sql`${days}::integer * interval '1 day'`;
  const near = sql`(
    p.application_id = ${applicationId}
    or p.opened_at between ${openedAt}::timestamptz - ${span} and ${openedAt}::timestamptz + ${span}
    or exists (
      select from payment_approval a
      where a.tenant_id = p.tenant_id and a.payment_id = p.id and a.approved_at > ${tx.now}::timestamptz - ${span}
    )
  )`;
  const { rows } = await sql<{ sum: number }>`
    with same as (
      select p.id from payment p
      where p.tenant_id = ${tx.tenant.id} and p.payee_key = ${payeeKey}
        and ${near}
      union
      select p.id
      from payment_destination d
      join payment p on p.tenant_id = d.tenant_id and p.id = d.payment_id
      where d.tenant_id = ${tx.tenant.id} and d.place = ${place}
        and ${near}
    )
    select coalesce(sum(s.amount_ore), 0)::bigint as sum
    from same
    join payment_standing s on s.tenant_id = ${tx.tenant.id} and s.payment_id = same.id
    where same.id <> ${id} and s.organisation_id = ${organisationId} and s.status <> 'stopped' and s.amount_ore > 0
  `.execute(tx.sql);
  return toOre(rows[0]?.sum ?? 0);
}
