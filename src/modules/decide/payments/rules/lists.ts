import { destinationOf, type Payment, type Status, statusOf } from './payment.ts';

export const PAYMENTS_A_PAGE = 50;
export const BATCHES_A_PAGE = 50;

/** What waits for somebody, in the order in which it is worked through. */
export const OPEN_STATUSES = [
  'bounced',
  'waiting_first',
  'waiting_second',
  'ready',
  'exported',
  'awaited',
] as const satisfies readonly Status[];

/** A payment as it stands in a list. `changed`: to another account than the payee's last one. */
export interface Listed extends Pick<Payment, 'id' | 'number' | 'payee' | 'reference' | 'dueOn' | 'amount'> {
  readonly status: Status;
  readonly changed: boolean;
}

export function listed(payment: Payment): Listed {
  const { id, number, payee, reference, dueOn, amount } = payment;
  const changed = destinationOf(payment).changed;
  return { id, number, payee, reference, dueOn, amount, status: statusOf(payment), changed };
}
