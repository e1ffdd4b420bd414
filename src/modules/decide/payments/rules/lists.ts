import type { Status } from './payment.ts';

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
