import type { Batch } from '../../../../engines/payment-file/batch.ts';
import { writeCsv } from '../../../../engines/payment-file/csv.ts';
import { writePain001 } from '../../../../engines/payment-file/pain001.ts';
import { batchProblems } from '../../../../engines/payment-file/problems.ts';
import { actingPerson } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { sumOre } from '../../../../kernel/money.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { saveFile } from '../../../../platform/files/files.ts';
import { organisations } from '../../../housing/public.ts';
import { closeTurns } from '../../../turns/public.ts';
import {
  batchFor,
  type ExportRefusal,
  endToEndId,
  executionDay,
  exportRefusal,
  filePayment,
  isByHand,
  mayUndo,
  type When,
} from '../rules/exporting.ts';
import { currentApprovals, nextExport, type Payment, type PaymentId } from '../rules/payment.ts';
import type { Settings } from '../rules/settings.ts';
import { batchById, insertBatch, insertExport, insertUndo, lockBatch } from '../store/batches.ts';
import { nextNumber } from '../store/changes.ts';
import { digestOf, lockPayments, paymentsOfBatch } from '../store/payments.ts';
import { settingsOf } from '../store/settings.ts';
import { moveApprovalTurn, moveExportTurn, subjectOf, write } from './writing.ts';

/**
 * Approved payments leave in one file, each of them once: they are held while they are judged, and a unique key stands
 * behind that. `hold` is how they are held; a test shows what happens without.
 */
export async function exportPayments(
  tx: TenantDb,
  organisationId: Id<'organisation'>,
  ids: readonly PaymentId[],
  when: When,
  hold = lockPayments,
): Promise<Outcome<Id<'payment_batch'>, ExportRefusal>> {
  const madeBy = actingPerson(tx);
  const payments = await hold(tx, [...new Set(ids)]);
  const settings = await settingsOf(tx, organisationId);
  const refusal = exportRefusal(payments, settings, when, tx.today) ?? notAsApproved(payments);
  if (refusal) return refused(refusal);
  const days = new Map(payments.map(({ id, dueOn }) => [id, executionDay(dueOn, when, tx.today)] as const));
  const rows = payments.map((payment) => filePayment(payment, days.get(payment.id) ?? tx.today));
  const payer = (await organisations(tx)).find(({ id }) => id === organisationId);
  const about = { madeAt: tx.now, cvr: payer?.cvr ?? null };
  const problem = problemIn(batchFor(settings, { ...about, number: 0 }, rows), payments);
  if (problem) return refused(problem);
  const number = await nextNumber(tx, 'batch');
  const batch = batchFor(settings, { ...about, number }, rows);
  const csvFileId = await keep(tx, writeCsv(batch), `betalinger-${batch.id}.csv`);
  const inFile = rows.filter((_, at) => !isByHand(payments[at] as Payment, settings));
  const bankFileId = await bankFile(tx, settings, { ...batch, payments: inFile });
  const batchId = await insertBatch(tx, {
    number,
    organisationId,
    format: settings.format,
    bankFileId,
    csvFileId,
    payments: payments.length,
    sum: sumOre(payments.map(({ amount }) => amount)),
    madeBy,
  });
  for (const payment of payments) {
    await insertExport(tx, {
      paymentId: payment.id,
      batchId,
      round: nextExport(payment),
      endToEndId: endToEndId(payment),
      executeOn: days.get(payment.id) ?? tx.today,
      digest: digestOf(payment),
      byHand: isByHand(payment, settings),
    });
    write(tx, payment, 'exported', { batch: number });
    await closeTurns(tx, { subject: subjectOf(payment.id) });
  }
  await moveExportTurn(tx, organisationId);
  return ok(batchId);
}

/** The approvals are of what is there now; anything else would be a payment that nobody approved. */
function notAsApproved(payments: readonly Payment[]): ExportRefusal | null {
  const wrong = payments.filter((payment) => {
    const digest = digestOf(payment);
    return !currentApprovals(payment).every((one) => one.digest === digest);
  });
  return wrong.length === 0 ? null : { kind: 'not_ready', numbers: wrong.map(({ number }) => number) };
}

/** What the file's own rules find. */
function problemIn(batch: Batch, payments: readonly Payment[]): ExportRefusal | null {
  const problems = batchProblems(batch);
  if (problems.length === 0) return null;
  const numbers = problems.flatMap(({ at }) => (at === null ? [] : (payments[at]?.number ?? [])));
  return numbers.length > 0 ? { kind: 'cannot_be_written', numbers } : { kind: 'no_own_account' };
}

/** What the bank reads: nothing when every payment is typed by hand, or when the CSV is the file. */
async function bankFile(tx: TenantDb, { format }: Settings, batch: Batch): Promise<Id<'file'> | null> {
  if (format === 'csv' || batch.payments.length === 0) return null;
  return keep(tx, writePain001(batch, format === 'pain.001.001.03' ? '03' : '09'), `betalinger-${batch.id}.xml`);
}

async function keep(tx: TenantDb, text: string, name: string): Promise<Id<'file'>> {
  const kind = name.endsWith('.xml') ? 'xml' : 'csv';
  const saved = await saveFile(tx, {
    bytes: new TextEncoder().encode(text),
    name,
    purpose: 'payment_file',
    allow: [kind],
    maxBytes: 50 * 1024 * 1024,
  });
  if (!saved.ok) throw new Error(`Cannot keep ${name}: ${saved.refusal}`);
  return saved.value.id;
}

/** The file never went to the bank: its payments are approved again as they were. */
export async function undoBatch(
  tx: TenantDb,
  id: Id<'payment_batch'>,
  words: string,
): Promise<Outcome<null, 'undone_already' | 'moved_on'>> {
  const found = await batchById(tx, id);
  if (!found) throw new Error(`Cannot undo batch ${id}: it is not there`);
  const inside = await paymentsOfBatch(tx, id);
  const payments = await lockPayments(
    tx,
    inside.map((payment) => payment.id),
  );
  const batch = await lockBatch(tx, id);
  if (!batch || batch.undone) return refused('undone_already');
  if (!mayUndo(id, payments)) return refused('moved_on');
  await insertUndo(tx, id, words);
  for (const payment of payments) {
    write(tx, payment, 'undone', { batch: batch.number });
    await moveApprovalTurn(tx, payment.id);
  }
  await moveExportTurn(tx, batch.organisationId);
  return ok(null);
}
