import { isSlipReference } from '../../kernel/slip-reference.ts';
import { isKroneIban } from './accounts.ts';
import {
  type Batch,
  type Destination,
  LONGEST_ID,
  LONGEST_NAME,
  MOST_ORE,
  type Payment,
  REFERENCE_DIGITS,
} from './batch.ts';
import { bankText } from './letters.ts';

/** What stands in the way of a file. `at` is the payment's place in the batch; null when it is the batch itself. */
export interface BatchProblem {
  readonly at: number | null;
  readonly code:
    | 'empty'
    | 'batch_id'
    | 'debtor_name'
    | 'debtor_account'
    | 'debtor_bic'
    | 'payment_id'
    | 'payment_id_twice'
    | 'payee'
    | 'amount'
    | 'account'
    | 'slip';
}

const PLAIN_ID = /^[A-Za-z0-9][A-Za-z0-9-]*$/;
const BIC = /^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?$/;
/** `-` and a number of at most five digits follow the batch's id: one for each day of payment. */
const LONGEST_BATCH_ID = LONGEST_ID - 6;

/** Everything that is wrong with the batch; nothing when a file can be made. */
export function batchProblems({ id, debtor, payments }: Batch): BatchProblem[] {
  const found: BatchProblem[] = [];
  const say = (wrong: boolean, code: BatchProblem['code'], at: number | null = null) => {
    if (wrong) found.push({ at, code });
  };
  say(payments.length === 0, 'empty');
  say(!PLAIN_ID.test(id) || id.length > LONGEST_BATCH_ID, 'batch_id');
  say(bankText(debtor.name, LONGEST_NAME) === '', 'debtor_name');
  say(!isKroneIban(debtor.iban), 'debtor_account');
  say(debtor.bic !== null && !BIC.test(debtor.bic), 'debtor_bic');
  const seen = new Set<string>();
  for (const [at, payment] of payments.entries()) {
    say(!PLAIN_ID.test(payment.endToEndId) || payment.endToEndId.length > LONGEST_ID, 'payment_id', at);
    say(seen.has(payment.endToEndId), 'payment_id_twice', at);
    seen.add(payment.endToEndId);
    found.push(...paymentProblems(payment).map((code) => ({ at, code })));
  }
  return found;
}

/** What stands in the way of one payment, whichever batch it comes into. */
export function paymentProblems({
  payee,
  amount,
  to,
}: Pick<Payment, 'payee' | 'amount' | 'to'>): ('payee' | 'amount' | 'account' | 'slip')[] {
  const right = Number.isSafeInteger(amount) && amount > 0 && amount <= MOST_ORE;
  return [
    ...(bankText(payee, LONGEST_NAME) === '' ? (['payee'] as const) : []),
    ...(right ? [] : (['amount'] as const)),
    ...destinationProblems(to),
  ];
}

function destinationProblems(to: Destination): ('account' | 'slip')[] {
  if (to.kind === 'account') return isKroneIban(to.iban) ? [] : ['account'];
  const digits = REFERENCE_DIGITS[to.cardType];
  const reference =
    digits === 0 ? to.reference === null : to.reference?.length === digits && isSlipReference(to.reference);
  const creditor = /^7/.test(to.cardType) ? /^\d{8}$/ : /^\d{7,8}$/;
  return reference && creditor.test(to.creditor) ? [] : ['slip'];
}
