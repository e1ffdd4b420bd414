import { actingPerson } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Ore, toOre, ZERO_ORE } from '../../../../kernel/money.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { enqueue } from '../../../../platform/jobs/jobs.ts';
import { closeTurns } from '../../../turns/public.ts';
import { claimMoney, commitmentById, letGoOfClaim } from '../../fund/public.ts';
import { isOwnCase } from '../access.ts';
import type { AcceptedInvoice } from '../rules/accepted.ts';
import type { InvoiceRow } from '../rules/invoice.ts';
import { JOBS } from '../rules/jobs.ts';
import { type AcceptRefusal, acceptRefusal, amountsOf, warningsOf } from '../rules/outcome.ts';
import { acceptedById } from '../store/accepted.ts';
import { insertOutcome, insertUndo } from '../store/deciding.ts';
import { lockInvoice } from '../store/invoices.ts';
import { insertLetter, type Letter } from '../store/letters.ts';
import { assess, type OwnAccounts } from './assess.ts';
import { putOnDesk, subjectOf, tellApplicant, write } from './desk.ts';

/** Who pays what was accepted. `undone` refuses when the money is on its way. */
export interface Payers {
  accepted?(tx: TenantDb, invoice: AcceptedInvoice): Promise<void>;
  undone?(tx: TenantDb, invoiceId: Id<'invoice'>): Promise<Outcome<null, string>>;
  /** Our own, which money is paid from, as IBANs. */
  readonly ownAccounts?: OwnAccounts;
}

export type PayRefusal = AcceptRefusal | 'own_case' | 'closed';

/**
 * To be paid: all of it, or up to the commitment. The money is set aside in the fund in the same transaction; whoever
 * accepts at the same moment comes after, and finds what is left then.
 */
export async function acceptInvoice(
  tx: TenantDb,
  payers: Payers,
  id: Id<'invoice'>,
  how: { readonly part: boolean; readonly words: string },
): Promise<Outcome<Ore, PayRefusal>> {
  const by = actingPerson(tx);
  const invoice = await held(tx, id);
  const { facts } = invoice;
  if (invoice.result) return refused('not_waiting');
  if (!facts) return refused('not_typed');
  const { commitment, policy, checks, answers } = await assess(tx, payers.ownAccounts, { ...invoice, facts });
  const refusal = acceptRefusal(checks, answers, by, how.part);
  if (refusal) return refused(refusal);
  if (!commitment) return refused('stopped');
  if (isOwnCase(tx.actor, commitment)) return refused('own_case');

  const { claim, pay } = amountsOf(facts, policy, commitment.remaining);
  const reference = facts.number ?? commitment.reference;
  const claimed = await claimMoney(tx, commitment.applicationId, { amount: claim, reference });
  if (!claimed.ok) return refused(claimed.refusal === 'over_remaining' ? 'over_remaining' : 'closed');
  await insertOutcome(tx, {
    invoiceId: id,
    result: 'accepted',
    applicationId: commitment.applicationId,
    money: { claimId: claimed.value, claimed: claim, pay },
    part: facts.kind === 'invoice' && pay < (facts.payable ?? ZERO_ORE),
    warnings: warningsOf(checks),
    words: how.words,
    by,
  });
  write(tx, 'accepted', { invoiceId: id, commitment }, { amount: pay });
  await closeTurns(tx, { subject: subjectOf(id) });
  const accepted = await acceptedById(tx, id);
  if (!accepted) throw new Error(`Cannot accept invoice ${id}: it is not to be found afterwards`);
  await payers.accepted?.(tx, accepted);
  return ok(toOre(pay));
}

/** Back to the supplier, with a letter that says why: by mail, or (no address) printed. */
export async function sendBack(
  tx: TenantDb,
  id: Id<'invoice'>,
  letter: Omit<Letter, 'id'>,
): Promise<Outcome<Id<'invoice_letter'>, 'not_waiting'>> {
  const invoice = await held(tx, id);
  if (invoice.result) return refused('not_waiting');
  const outcomeId = await close(tx, invoice, 'returned', letter.body);
  const letterId = await insertLetter(tx, outcomeId, letter);
  if (letter.address) await enqueue(tx, JOBS.letter, { letter: letterId });
  return ok(letterId);
}

/** Not to be paid, and nobody is asked for another: it came twice, or is none of ours. */
export async function rejectInvoice(
  tx: TenantDb,
  id: Id<'invoice'>,
  words: string,
): Promise<Outcome<null, 'not_waiting'>> {
  const invoice = await held(tx, id);
  if (invoice.result) return refused('not_waiting');
  await close(tx, invoice, 'rejected', words);
  return ok(null);
}

/** What became of it is taken back, and it waits again; not when its payment is on its way to the bank. */
export async function undoOutcome(
  tx: TenantDb,
  payers: Payers,
  id: Id<'invoice'>,
  words: string,
): Promise<Outcome<null, 'nothing_to_undo' | 'on_its_way'>> {
  const by = actingPerson(tx);
  const invoice = await held(tx, id);
  const { outcomeId, claimId } = invoice;
  if (!outcomeId) return refused('nothing_to_undo');
  if (claimId) {
    const stopped = await payers.undone?.(tx, id);
    if (stopped && !stopped.ok) return refused('on_its_way');
    const freed = await letGoOfClaim(tx, claimId, words);
    if (!freed.ok) return refused('on_its_way');
  }
  await insertUndo(tx, { outcomeId, words, by });
  const commitment = invoice.applicationId ? await commitmentById(tx, invoice.applicationId) : null;
  write(tx, 'undone', { invoiceId: id, commitment });
  await putOnDesk(tx, id, commitment);
  return ok(null);
}

async function close(tx: TenantDb, invoice: InvoiceRow, result: 'returned' | 'rejected', words: string) {
  const { id, applicationId } = invoice;
  const by = actingPerson(tx);
  const outcomeId = await insertOutcome(tx, {
    invoiceId: id,
    result,
    applicationId,
    money: null,
    part: false,
    warnings: [],
    words,
    by,
  });
  const commitment = applicationId ? await commitmentById(tx, applicationId) : null;
  write(tx, result, { invoiceId: id, commitment });
  if (commitment && result === 'returned') await tellApplicant(tx, 'returned', commitment, invoice);
  await closeTurns(tx, { subject: subjectOf(id) });
  return outcomeId;
}

async function held(tx: TenantDb, id: Id<'invoice'>): Promise<InvoiceRow> {
  const invoice = await lockInvoice(tx, id);
  if (!invoice) throw new Error(`Cannot decide on invoice ${id}: it is not there`);
  return invoice;
}
