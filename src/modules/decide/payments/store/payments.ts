import { createHash } from 'node:crypto';
import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { CARD_TYPES } from '../../../../engines/payment-file/batch.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Tables } from '../../../../platform/db/tables.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { approvedWords, type Payment, type PaymentId, type Place } from '../rules/payment.ts';

type Row = ExpressionBuilder<Tables & { p: Tables['payment'] }, 'p'>;

export async function paymentById(tx: TenantDb, id: PaymentId): Promise<Payment | null> {
  const row = await paymentRows(tx).where('p.id', '=', id).executeTakeFirst();
  return row ? toPayment(row) : null;
}

export async function paymentsById(tx: TenantDb, ids: readonly PaymentId[]): Promise<Payment[]> {
  if (ids.length === 0) return [];
  const rows = await paymentRows(tx)
    .where('p.id', '=', sql<PaymentId>`any(${[...ids]}::uuid[])`)
    .orderBy('p.due_on')
    .orderBy('p.id')
    .execute();
  return rows.map(toPayment);
}

/** Held until the transaction ends; always in the same order, so that nobody waits in a circle. */
export async function lockPayments(tx: TenantDb, ids: readonly PaymentId[]): Promise<Payment[]> {
  if (ids.length === 0) return [];
  await tx.sql
    .selectFrom('payment')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', sql<PaymentId>`any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return paymentsById(tx, ids);
}

/** The payment that an invoice was accepted into and that was not stopped. */
export async function paymentOfInvoice(tx: TenantDb, invoiceId: Id<'invoice'>): Promise<PaymentId | null> {
  const row = await tx.sql
    .selectFrom('payment as p')
    .select('p.id')
    .where('p.tenant_id', '=', tx.tenant.id)
    .where('p.invoice_id', '=', invoiceId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('payment_stop as s')
            .select('s.payment_id')
            .where('s.tenant_id', '=', tx.tenant.id)
            .whereRef('s.payment_id', '=', 'p.id'),
        ),
      ),
    )
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What has been sent for one application, oldest first. */
export async function paymentsOfApplication(tx: TenantDb, id: Id<'fund_application'>): Promise<Payment[]> {
  const rows = await paymentRows(tx).where('p.application_id', '=', id).orderBy('p.number').execute();
  return rows.map(toPayment);
}

/** The payments of one file, in the order of its days. */
export async function paymentsOfBatch(tx: TenantDb, id: Id<'payment_batch'>): Promise<Payment[]> {
  const rows = await paymentRows(tx)
    .innerJoin('payment_export as b', (join) =>
      join.onRef('b.tenant_id', '=', 'p.tenant_id').onRef('b.payment_id', '=', 'p.id').on('b.batch_id', '=', id),
    )
    .orderBy('b.execute_on')
    .orderBy('p.id')
    .execute();
  return rows.map(toPayment);
}

/** Payments by what came back on a statement. */
export async function paymentsByEndToEnd(tx: TenantDb, ids: readonly string[]): Promise<Payment[]> {
  if (ids.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('payment_export')
    .select('payment_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('end_to_end_id', '=', sql<string>`any(${[...ids]}::text[])`)
    .execute();
  return paymentsById(tx, [...new Set(rows.map(({ payment_id }) => payment_id))]);
}

/** Where the same payee's money went the last time that it left; null when it never did. */
export async function lastPlaceOf(tx: TenantDb, payeeKey: string): Promise<string | null> {
  const row = await tx.sql
    .selectFrom('payment_destination as d')
    .innerJoin('payment as p', (join) =>
      join.onRef('p.tenant_id', '=', 'd.tenant_id').onRef('p.id', '=', 'd.payment_id'),
    )
    .innerJoin('payment_result as r', (join) =>
      join
        .onRef('r.tenant_id', '=', 'd.tenant_id')
        .onRef('r.payment_id', '=', 'd.payment_id')
        .on('r.result', '=', 'paid'),
    )
    .select('d.place')
    .where('p.tenant_id', '=', tx.tenant.id)
    .where('p.payee_key', '=', payeeKey)
    .orderBy('r.id', 'desc')
    .orderBy('d.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.place ?? null;
}

/** SHA-256 in hex of what an approval is given to. */
export function digestOf(payment: Payment): string {
  return createHash('sha256').update(approvedWords(payment)).digest('hex');
}

function paymentRows(tx: TenantDb) {
  return tx.sql
    .selectFrom('payment as p')
    .select([
      'p.id',
      'p.number',
      'p.organisation_id as organisationId',
      'p.invoice_id as invoiceId',
      'p.claim_id as claimId',
      'p.application_id as applicationId',
      'p.initiative_id as initiativeId',
      'p.payee_name as payee',
      'p.payee_key as payeeKey',
      'p.invoice_number as invoiceNumber',
      'p.reference',
      'p.amount_ore as amount',
      'p.due_on as dueOn',
      // Two records that turned out to be one human are that human.
      sql<Id<'person'> | null>`coalesce((
        select m.into_id from person_merge m where m.tenant_id = p.tenant_id and m.person_id = p.accepted_by
      ), p.accepted_by)`.as('acceptedBy'),
      'p.opened_at as openedAt',
    ])
    .select((row) => [
      destinations(tx, row),
      approvals(tx, row),
      exports(tx, row),
      results(tx, row),
      row
        .selectFrom('payment_stop as s')
        .select('s.on_day')
        .where('s.tenant_id', '=', tx.tenant.id)
        .whereRef('s.payment_id', '=', 'p.id')
        .as('stoppedOn'),
    ])
    .where('p.tenant_id', '=', tx.tenant.id);
}

function destinations(tx: TenantDb, row: Row) {
  const rows = row
    .selectFrom('payment_destination as d')
    .select([
      'd.number',
      'd.iban',
      // As plain text: the type builder takes "71" in JSON for a number.
      sql<string | null>`d.card_type`.as('cardType'),
      'd.slip_reference as reference',
      'd.creditor',
      'd.changed',
      'd.typed_by as typedBy',
      'd.words',
      'd.on_day as on',
    ])
    .where('d.tenant_id', '=', tx.tenant.id)
    .whereRef('d.payment_id', '=', 'p.id')
    .orderBy('d.number');
  return jsonArrayFrom(rows).as('destinations');
}

function approvals(tx: TenantDb, row: Row) {
  const rows = row
    .selectFrom('payment_approval as a')
    .select([
      'a.destination',
      'a.round',
      sql<string>`encode(a.digest, 'hex')`.as('digest'),
      sql<1 | 2>`a.step`.as('step'),
      'a.completes',
      // The row can only be added to; who gave it may since have turned out to be another record's human.
      sql<Id<'person'>>`coalesce((
        select m.into_id from person_merge m where m.tenant_id = a.tenant_id and m.person_id = a.approved_by
      ), a.approved_by)`.as('by'),
      'a.approved_at as at',
    ])
    .where('a.tenant_id', '=', tx.tenant.id)
    .whereRef('a.payment_id', '=', 'p.id')
    .orderBy('a.id');
  return jsonArrayFrom(rows).as('approvals');
}

function exports(tx: TenantDb, row: Row) {
  const rows = row
    .selectFrom('payment_export as e')
    .innerJoin('payment_batch as b', (join) =>
      join.onRef('b.tenant_id', '=', 'e.tenant_id').onRef('b.id', '=', 'e.batch_id'),
    )
    .leftJoin('payment_batch_undo as u', (join) =>
      join.onRef('u.tenant_id', '=', 'e.tenant_id').onRef('u.batch_id', '=', 'e.batch_id'),
    )
    .select([
      'e.id',
      'e.batch_id as batchId',
      'b.number as batchNumber',
      'e.round',
      'e.end_to_end_id as endToEndId',
      'e.execute_on as executeOn',
      'e.by_hand as byHand',
      'b.made_at as madeAt',
      'b.made_by as madeBy',
      'u.on_day as undoneOn',
    ])
    .where('e.tenant_id', '=', tx.tenant.id)
    .whereRef('e.payment_id', '=', 'p.id')
    .orderBy('e.round');
  return jsonArrayFrom(rows).as('exports');
}

function results(tx: TenantDb, row: Row) {
  const rows = row
    .selectFrom('payment_result as r')
    .select(['r.export_id as exportId', 'r.result', 'r.on_day as on', 'r.source', 'r.words', 'r.recorded_by as by'])
    .where('r.tenant_id', '=', tx.tenant.id)
    .whereRef('r.payment_id', '=', 'p.id')
    .orderBy('r.id');
  return jsonArrayFrom(rows).as('results');
}

type PaymentRow = Awaited<ReturnType<ReturnType<typeof paymentRows>['executeTakeFirstOrThrow']>>;

function toPayment(row: PaymentRow): Payment {
  return {
    ...row,
    destinations: row.destinations.map(({ iban, cardType, reference, creditor, ...one }) => ({
      ...one,
      to: placeFrom({ iban, cardType, reference, creditor }),
    })),
    // JSON carries instants as text.
    approvals: row.approvals.map((one) => ({ ...one, at: new Date(one.at) })),
    exports: row.exports.map(({ undoneOn, ...one }) => ({
      ...one,
      madeAt: new Date(one.madeAt),
      undone: undoneOn ? { on: undoneOn } : null,
    })),
  };
}

function placeFrom(row: {
  readonly iban: string | null;
  readonly cardType: string | null;
  readonly reference: string | null;
  readonly creditor: string | null;
}): Place {
  if (row.iban) return { kind: 'account', iban: row.iban };
  const { creditor, reference } = row;
  const cardType = CARD_TYPES.find((one) => one === row.cardType);
  return cardType && creditor ? { kind: 'slip', cardType, reference, creditor } : { kind: 'unknown' };
}
