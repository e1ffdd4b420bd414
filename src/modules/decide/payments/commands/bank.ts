import { type AnswerFormat, readBankAnswer } from '../../../../engines/payment-file/bank-answer.ts';
import { readTable } from '../../../../engines/table/read-table.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { readFile, saveFile } from '../../../../platform/files/files.ts';
import { mayPay } from '../access.ts';
import { answersIn, type Matched, matchAnswers } from '../rules/statement.ts';
import { paymentsByEndToEnd } from '../store/payments.ts';
import { markBounced, markPaid } from './settling.ts';

const PURPOSE = 'bank_answer';

export type BankRefusal = 'unreadable' | 'nothing';

/** The file is kept, so that what is shown is what is saved afterwards. */
export async function keepBankFile(
  tx: TenantDb,
  upload: { readonly bytes: Uint8Array; readonly name: string },
): Promise<Outcome<Id<'file'>, BankRefusal>> {
  const saved = await saveFile(tx, { ...upload, purpose: PURPOSE, allow: ['csv', 'xlsx', 'xml', 'text'] });
  if (!saved.ok) return refused('unreadable');
  const found = await bankAnswers(tx, saved.value.id);
  return found.ok ? ok(saved.value.id) : found;
}

/** What the kept file says about our payments, as it stands against what we know now. */
export async function bankAnswers(
  tx: TenantDb,
  fileId: Id<'file'>,
): Promise<Outcome<{ readonly source: 'csv' | AnswerFormat; readonly matched: readonly Matched[] }, BankRefusal>> {
  const file = await readFile(tx, fileId);
  if (file?.purpose !== PURPOSE) return refused('unreadable');
  const read = file.kind === 'xml' ? fromXml(file.bytes) : await fromTable(file.bytes);
  if (!read) return refused('unreadable');
  const { source, answers } = read;
  if (answers.length === 0) return refused('nothing');
  const payments = await paymentsByEndToEnd(
    tx,
    answers.map(({ endToEndId }) => endToEndId),
  );
  const mine = payments.filter(({ organisationId }) => mayPay(tx.actor, organisationId).pay);
  return ok({ source, matched: matchAnswers(answers, mine, tx.today) });
}

function fromXml(bytes: Uint8Array) {
  const read = readBankAnswer(Buffer.from(bytes).toString('utf8'));
  return read && { source: read.format, answers: read.answers };
}

async function fromTable(bytes: Uint8Array) {
  const table = await readTable(bytes);
  if (!table.ok) return null;
  return { source: 'csv' as const, answers: answersIn(table.value.rows.map(({ cells }) => cells)) };
}

/** Everything new in the file is noted; answers how many. What somebody noted in between is left as it is. */
export async function applyBankFile(tx: TenantDb, fileId: Id<'file'>): Promise<Outcome<number, BankRefusal>> {
  const found = await bankAnswers(tx, fileId);
  if (!found.ok) return found;
  const { source } = found.value;
  // In the order in which everybody holds them, so that nobody waits in a circle; one payment's answers as the bank wrote them.
  const matched = found.value.matched.toSorted((a, b) => (a.payment?.id ?? '').localeCompare(b.payment?.id ?? ''));
  let count = 0;
  for (const { finding, payment, on, answer } of matched) {
    if (!payment || !on || (finding !== 'paid' && finding !== 'bounced')) continue;
    const note = { on, source, words: answer.reason };
    const done = await (finding === 'paid' ? markPaid : markBounced)(tx, payment.id, note);
    if (done.ok) count += 1;
  }
  return ok(count);
}
