import { actingPerson } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { record } from '../../../../platform/journal/journal.ts';
import { closeTurns } from '../../../turns/public.ts';
import { commitmentById } from '../../fund/public.ts';
import { isOwnCase } from '../access.ts';
import type { Rule } from '../rules/check.ts';
import type { Facts } from '../rules/facts.ts';
import { type InvoiceRow, mayBeTyped } from '../rules/invoice.ts';
import { insertAnswer, insertMatch } from '../store/deciding.ts';
import { markSeen } from '../store/deliveries.ts';
import { lockInvoice, updateFacts } from '../store/invoices.ts';
import { type InvoiceSettings, saveInvoiceSettings } from '../store/settings.ts';
import { putOnDesk, subjectOf, tellApplicant, write } from './desk.ts';
import { matchByItself, suggestFor } from './matching.ts';
import { receivePicture } from './receive.ts';

export type HandleRefusal = 'decided' | 'changed' | 'not_typed_here' | 'no_commitment' | 'own_case';

/** Somebody says which commitment it belongs to, or (null) that none fits. */
export async function chooseMatch(
  tx: TenantDb,
  id: Id<'invoice'>,
  applicationId: Id<'fund_application'> | null,
): Promise<Outcome<null, HandleRefusal>> {
  const chosenBy = actingPerson(tx);
  const invoice = await held(tx, id);
  if (invoice.result) return refused('decided');
  const commitment = applicationId && (await commitmentById(tx, applicationId));
  if (applicationId && !commitment) return refused('no_commitment');
  if (applicationId === invoice.applicationId) return ok(null);

  const outside = await outsideCase(tx, invoice);
  if (!outside.ok) return outside;
  if (commitment && isOwnCase(tx.actor, commitment)) return refused('own_case');

  const before = outside.value;
  if (before) write(tx, 'moved', { invoiceId: id, commitment: before });
  const found = invoice.facts && (await suggestFor(tx, invoice.facts, invoice.senderWords));
  const reason = found?.all.find((one) => one.commitment.applicationId === applicationId);
  await insertMatch(tx, {
    invoiceId: id,
    applicationId,
    score: reason?.score ?? 0,
    reasons: reason?.reasons ?? [],
    chosenBy,
  });
  if (commitment) {
    write(tx, 'received', { invoiceId: id, commitment }, { amount: invoice.amount, way: invoice.way });
    await tellApplicant(tx, 'received', commitment, invoice);
  }
  await closeTurns(tx, { subject: subjectOf(id) });
  await putOnDesk(tx, id, commitment);
  return ok(null);
}

/** What stands on a photo or a paper, typed in beside it; also to mend a slip of the pen before it is decided. */
export async function typeFacts(
  tx: TenantDb,
  id: Id<'invoice'>,
  version: number,
  facts: Facts,
): Promise<Outcome<null, HandleRefusal>> {
  const invoice = await held(tx, id);
  if (invoice.result) return refused('decided');
  if (!mayBeTyped(invoice)) return refused('not_typed_here');
  const commitment = await outsideCase(tx, invoice);
  if (!commitment.ok) return commitment;
  if (!(await updateFacts(tx, id, version, facts))) return refused('changed');
  write(tx, 'typed', { invoiceId: id, commitment: commitment.value });
  if (commitment.value || invoice.chosenBy) return ok(null);

  const found = await matchByItself(tx, id, facts, invoice.senderWords);
  if (found) {
    await closeTurns(tx, { subject: subjectOf(id) });
    await putOnDesk(tx, id, found);
    write(tx, 'received', { invoiceId: id, commitment: found }, { amount: facts.payable, way: invoice.way });
    await tellApplicant(tx, 'received', found, { supplierName: facts.supplier.name ?? '' });
  }
  return ok(null);
}

/** The picture beside it shows another bill, which becomes an invoice of its own. */
export async function partPicture(tx: TenantDb, id: Id<'invoice'>): Promise<Outcome<Id<'invoice'>, HandleRefusal>> {
  const invoice = await held(tx, id);
  if (invoice.result) return refused('decided');
  if (!invoice.pictureId) return refused('changed');
  const commitment = await outsideCase(tx, invoice);
  if (!commitment.ok) return commitment;
  const received = await receivePicture(tx, invoice);
  write(tx, 'parted', { invoiceId: id, commitment: commitment.value });
  return ok(received.id);
}

/** Somebody looked into what a rule found, and writes it down. */
export async function answerCheck(
  tx: TenantDb,
  id: Id<'invoice'>,
  answer: { readonly rule: Rule; readonly code: string; readonly words: string },
): Promise<Outcome<null, HandleRefusal>> {
  const invoice = await held(tx, id);
  if (invoice.result) return refused('decided');
  const commitment = await outsideCase(tx, invoice);
  if (!commitment.ok) return commitment;
  await insertAnswer(tx, { invoiceId: id, ...answer, by: actingPerson(tx) });
  write(tx, 'answered', { invoiceId: id, commitment: commitment.value }, { rule: answer.rule, code: answer.code });
  return ok(null);
}

/** A mail without an invoice was read by somebody. False when it is not there. */
export async function seeMail(tx: TenantDb, id: Id<'invoice_delivery'>): Promise<boolean> {
  const seen = await markSeen(tx, id, actingPerson(tx));
  if (seen) await closeTurns(tx, { subject: { kind: 'invoice_delivery', id } });
  return seen;
}

export async function changeSettings(tx: TenantDb, settings: InvoiceSettings): Promise<void> {
  await saveInvoiceSettings(tx, settings);
  record(tx, { kind: 'invoice.settings_changed', subject: { kind: 'tenant', id: tx.tenant.id } });
}

/** The commitment it belongs to, if any; refused to whoever asked for that money, or lives with them. */
async function outsideCase(
  tx: TenantDb,
  { applicationId }: InvoiceRow,
): Promise<Outcome<Awaited<ReturnType<typeof commitmentById>>, 'own_case'>> {
  const commitment = applicationId ? await commitmentById(tx, applicationId) : null;
  return commitment && isOwnCase(tx.actor, commitment) ? refused('own_case') : ok(commitment);
}

async function held(tx: TenantDb, id: Id<'invoice'>): Promise<InvoiceRow> {
  const invoice = await lockInvoice(tx, id);
  if (!invoice) throw new Error(`Cannot handle invoice ${id}: it is not there`);
  return invoice;
}
