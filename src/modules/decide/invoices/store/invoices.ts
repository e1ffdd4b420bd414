import { type Expression, sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Facts, numberKey, paymentKey, supplierKey } from '../rules/facts.ts';
import { INVOICES_A_PAGE, type InvoiceCard, type InvoiceRow, type NewInvoice, type Shelf } from '../rules/invoice.ts';

type InvoiceId = Id<'invoice'>;

export async function insertInvoice(tx: TenantDb, invoice: NewInvoice & { readonly followHash: Buffer }) {
  const { way, format, fileId, content, picture, deliveryId, followHash, sender, facts } = invoice;
  const { id } = await tx.sql
    .insertInto('invoice')
    .values({
      tenant_id: tx.tenant.id,
      way,
      format,
      file_id: fileId,
      content_sha256: content,
      picture_file_id: picture?.fileId ?? null,
      picture_sha256: picture?.content ?? null,
      delivery_id: deliveryId,
      follow_hash: followHash,
      sender_email: sender.email,
      sender_words: sender.words,
      ...columnsOf(facts),
      typed_by: way === 'typed' ? personIdOf(tx.actor) : null,
      on_day: tx.today,
      received_at: tx.now,
      received_by: personIdOf(tx.actor),
      channel: tx.channel,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What somebody typed in. False when another wrote in the meantime. */
export async function updateFacts(tx: TenantDb, id: InvoiceId, version: number, facts: Facts): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('invoice')
    .set({ ...columnsOf(facts), version: version + 1, typed_by: personIdOf(tx.actor) })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The picture shows another bill: it is laid beside this one no longer. */
export async function removePicture(tx: TenantDb, id: InvoiceId): Promise<void> {
  await tx.sql
    .updateTable('invoice')
    .set({ picture_file_id: null, picture_sha256: null })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** What of the facts is searched and compared stands in columns too. */
function columnsOf(facts: Facts | null) {
  return {
    facts: facts && JSON.stringify(facts),
    number: facts?.number ?? '',
    number_key: numberKey(facts?.number ?? null),
    supplier_key: facts && supplierKey(facts.supplier),
    supplier_name: facts?.supplier.name ?? '',
    amount_ore: facts?.payable ?? null,
    payment_key: paymentKey(facts?.payment ?? null),
  };
}

export async function invoiceById(tx: TenantDb, id: InvoiceId): Promise<InvoiceRow | null> {
  const { rows } = await sql<InvoiceRow>`${INVOICES(tx)} and i.id = ${id}`.execute(tx.sql);
  return rows[0] ?? null;
}

/** The same, held until the transaction ends: whoever decides comes one after another. */
export async function lockInvoice(tx: TenantDb, id: InvoiceId): Promise<InvoiceRow | null> {
  await tx.sql
    .selectFrom('invoice')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return invoiceById(tx, id);
}

export async function invoiceByFollowHash(tx: TenantDb, hash: Buffer): Promise<InvoiceRow | null> {
  const { rows } = await sql<InvoiceRow>`${INVOICES(tx)} and i.follow_hash = ${hash}`.execute(tx.sql);
  return rows[0] ?? null;
}

/** The invoices of one case, oldest first. */
export async function invoicesOf(tx: TenantDb, applicationId: Id<'fund_application'>): Promise<InvoiceRow[]> {
  const { rows } = await sql<InvoiceRow>`
    ${INVOICES(tx)} and s.application_id = ${applicationId} order by i.id`.execute(tx.sql);
  return rows;
}

/** A page of a list, the newest first (what waits: the oldest first). */
export async function invoicePage(tx: TenantDb, shelf: Shelf, search: string, page = 1): Promise<InvoiceCard[]> {
  const order = shelf === 'waiting' || shelf === 'unmatched' ? sql`asc` : sql`desc`;
  const { rows: ids } = await sql<{ id: InvoiceId }>`
    ${chosenOn(tx, shelf, search)}
    order by s.invoice_id ${order} limit ${INVOICES_A_PAGE} offset ${(page - 1) * INVOICES_A_PAGE}`.execute(tx.sql);
  const { rows: invoices } = await sql<InvoiceCard>`
    ${INVOICES(tx)} and i.id = any(${ids.map(({ id }) => id)}::uuid[]) order by i.id ${order}`.execute(tx.sql);
  return invoices;
}

/** How many a search finds on a shelf, counted no further than MOST_COUNTED. */
export async function foundOn(tx: TenantDb, shelf: Shelf, search: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::integer as total from (${chosenOn(tx, shelf, search)} limit ${MOST_COUNTED}) c`.execute(tx.sql);
  return rows[0]?.total ?? 0;
}

/** What is searched stands in the text of each invoice: a search reads all of its shelf. */
function chosenOn(tx: TenantDb, shelf: Shelf, search: string) {
  const on = shelf === 'all' ? sql`true` : sql`s.shelf = any(${[...LIES_ON[shelf]]}::text[])`;
  const here = sql`s.tenant_id = ${tx.tenant.id} and ${on}`;
  if (search === '') return sql`select s.invoice_id as id from invoice_standing s where ${here}`;
  const like = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql`
    select s.invoice_id as id
    from invoice_standing s
    join invoice i on i.tenant_id = s.tenant_id and i.id = s.invoice_id
    left join fund_application a on a.tenant_id = s.tenant_id and a.id = s.application_id
    where ${here} and lower(i.supplier_name || ' ' || i.number || ' ' || coalesce(i.facts ->> 'reference', '') || ' ' ||
      coalesce(a.title, '')) like ${like}`;
}

/** Further than this nobody turns pages, and the count stops. */
const MOST_COUNTED = 10_000;

const LIES_ON = {
  waiting: ['unmatched', 'matched'],
  unmatched: ['unmatched'],
  accepted: ['accepted'],
  returned: ['returned'],
} as const satisfies Readonly<Record<Exclude<Shelf, 'all'>, readonly string[]>>;

/** How many lie on each shelf: kept, not counted. */
export async function shelfCounts(tx: TenantDb): Promise<Readonly<Record<Shelf, number>>> {
  const rows = await tx.sql
    .selectFrom('invoice_shelf')
    .select(['shelf', 'invoices'])
    .where('tenant_id', '=', tx.tenant.id)
    .execute();
  const on = (shelves: readonly string[]) =>
    rows.filter(({ shelf }) => shelves.includes(shelf)).reduce((sum, { invoices }) => sum + invoices, 0);
  return {
    waiting: on(LIES_ON.waiting),
    unmatched: on(LIES_ON.unmatched),
    accepted: on(LIES_ON.accepted),
    returned: on(LIES_ON.returned),
    all: on(rows.map(({ shelf }) => shelf)),
  };
}

/**
 * Invoices with the match that holds and the outcome that holds, as their standing says. The title of the case is the
 * fund's, and read here all the same: it is searched for, and every list would cost a question more.
 */
const INVOICES = (tx: TenantDb) => sql`
  select i.id, i.way, i.format, i.version, i.number, i.on_day as "on", i.received_at as "receivedAt",
    i.file_id as "fileId", i.content_sha256 as "content", i.sender_email as "senderEmail",
    i.picture_file_id as "pictureId", i.picture_sha256 as "pictureContent", i.sender_words as "senderWords",
    i.received_by as "receivedBy", i.typed_by as "typedBy", i.supplier_name as "supplierName", i.amount_ore as "amount",
    i.facts, i.channel, m.score, m.chosen_by as "chosenBy", a.title, a.id as "applicationId",
    coalesce(m.reasons, '{}') as "reasons",
    coalesce(o.result, case when i.facts is null then 'untyped' else 'waiting' end) as "status", o.id as "outcomeId",
    o.result, o.claim_id as "claimId", o.pay_ore as "pay", o.claimed_ore as "claimed", o.words, o.part,
    o.decided_by as "decidedBy", o.on_day as "decidedOn", o.warnings
  from invoice i
  join invoice_standing s on s.tenant_id = i.tenant_id and s.invoice_id = i.id
  left join invoice_match m on m.tenant_id = s.tenant_id and m.id = s.match_id
  left join invoice_outcome o on o.tenant_id = s.tenant_id and o.id = s.outcome_id
  left join fund_application a on a.tenant_id = s.tenant_id and a.id = s.application_id
  where i.tenant_id = ${tx.tenant.id}`;

/**
 * Where this supplier's last accepted invoice was paid to. Null when none was. Whoever leaves the company number out is the
 * supplier of that name: a forged bill must not pass for a new supplier's.
 */
export async function lastPaymentOf(tx: TenantDb, { id, facts }: InvoiceRow): Promise<string | null> {
  if (!facts) return null;
  const { supplier } = facts;
  const keys = [supplierKey(supplier), supplierKey({ ...supplier, cvr: null })].filter((one) => one !== null);
  const name = supplier.cvr ? null : (supplier.name?.toLowerCase() ?? null);
  const { rows: found } = await sql<{ key: string }>`
    select i.payment_key as key
    from invoice i
    join invoice_outcome o on o.tenant_id = i.tenant_id and o.invoice_id = i.id and o.result = 'accepted'
    left join invoice_undo u on u.tenant_id = o.tenant_id and u.outcome_id = o.id
    where i.tenant_id = ${tx.tenant.id} and (i.supplier_key = any(${keys}::text[]) or i.supplier_name_key = ${name})
      and i.id <> ${id} and i.payment_key is not null and u.outcome_id is null
    order by o.id desc
    limit 1`.execute(tx.sql);
  return found[0]?.key ?? null;
}

/** Places that private outlays of one case were paid to. */
export async function privatePayments(tx: TenantDb, applicationId: Id<'fund_application'>): Promise<string[]> {
  const { rows: found } = await sql<{ key: string }>`
    select distinct i.payment_key as key
    from invoice_outcome o
    join invoice i on i.tenant_id = o.tenant_id and i.id = o.invoice_id
    where o.tenant_id = ${tx.tenant.id} and o.application_id = ${applicationId}
      and i.facts ->> 'outlay' is not null and i.payment_key is not null`.execute(tx.sql);
  return found.map(({ key }) => key);
}

export interface Credited {
  readonly invoiceId: InvoiceId;
  readonly applicationId: Id<'fund_application'>;
  readonly left: Ore;
  readonly on: Day;
}

/** The accepted invoice that a credit note takes back, and how much of it no other credit note has taken. */
export async function creditedBy(tx: TenantDb, facts: Facts | null): Promise<Credited | null> {
  if (facts?.kind !== 'creditNote') return null;
  const key = supplierKey(facts.supplier);
  const { rows: found } = await sql<Credited>`
    with kept as (
      select i.id, i.facts, i.number_key, o.application_id, o.pay_ore, o.on_day
      from invoice i
      join invoice_outcome o on o.tenant_id = i.tenant_id and o.invoice_id = i.id and o.result = 'accepted'
      left join invoice_undo u on u.tenant_id = o.tenant_id and u.outcome_id = o.id
      where i.tenant_id = ${tx.tenant.id} and i.supplier_key = ${key} and u.outcome_id is null
    )
    select k.id as "invoiceId", k.application_id as "applicationId", k.on_day as "on",
      (k.pay_ore + coalesce((
        select sum(c.pay_ore) from kept c where c.facts ->> 'kind' = 'creditNote' and ${preceding(sql`c.facts`)}
      ), 0))::bigint as "left"
    from kept k
    where k.number_key = ${numberKey(facts.precedingInvoice)} and k.number_key <> '' and k.facts ->> 'kind' = 'invoice'
    order by k.id desc
    limit 1`.execute(tx.sql);
  return found[0] ?? null;

  /** However it is written, as `numberKey` reads it. */
  function preceding(column: Expression<unknown>) {
    const key = numberKey(facts?.precedingInvoice ?? null).replace(/^0+/, '');
    return sql`ltrim(regexp_replace(lower(${column} ->> 'precedingInvoice'), '[^[:alnum:]]', '', 'g'), '0') = ${key}`;
  }
}
