import { type Day, dayOf } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Payment } from './payment.ts';

/** One thing that happened to a payment. */
export interface Happened {
  readonly what:
    | 'opened'
    | 'account'
    | 'first'
    | 'second'
    | 'only'
    | 'exported'
    | 'undone'
    | 'paid'
    | 'received'
    | 'bounced'
    | 'stopped';
  readonly on: Day;
  /** The instant, where it is known. */
  readonly at: Date | null;
  readonly by: Id<'person'> | null;
  readonly batch: number | null;
  readonly words: string;
  /** An approval of what was changed afterwards. */
  readonly void: boolean;
}

/** All that happened, oldest first. What a file did is told by the day of its results; who made it stands on the file. */
export function historyOf(payment: Payment, currentDigest: string): Happened[] {
  const { destinations, approvals, exports, results, stoppedOn } = payment;
  const bare = { at: null, by: null, batch: null, words: '', void: false } as const;
  return [
    { ...bare, what: 'opened' as const, on: dayOf(payment.openedAt), at: payment.openedAt, by: payment.acceptedBy },
    ...destinations
      .slice(1)
      .map((one) => ({ ...bare, what: 'account' as const, on: one.on, by: one.typedBy, words: one.words })),
    ...approvals.map((one) => ({
      ...bare,
      what: nameOf(one, approvals),
      on: dayOf(one.at),
      at: one.at,
      by: one.by,
      void: one.digest !== currentDigest,
    })),
    ...exports.flatMap((one) => [
      {
        ...bare,
        what: 'exported' as const,
        on: dayOf(one.madeAt),
        at: one.madeAt,
        by: one.madeBy,
        batch: one.batchNumber,
      },
      ...(one.undone ? [{ ...bare, what: 'undone' as const, on: one.undone.on, batch: one.batchNumber }] : []),
    ]),
    ...results.map((one) => ({
      ...bare,
      what:
        one.result === 'bounced'
          ? ('bounced' as const)
          : payment.amount < 0
            ? ('received' as const)
            : ('paid' as const),
      on: one.on,
      by: one.by,
      words: one.words,
    })),
    ...(stoppedOn ? [{ ...bare, what: 'stopped' as const, on: stoppedOn }] : []),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0)));
}

function nameOf(one: Payment['approvals'][number], all: Payment['approvals']): 'first' | 'second' | 'only' {
  if (one.step === 1) return 'first';
  const before = all.some(
    (other) => other.step === 1 && other.round === one.round && other.destination === one.destination,
  );
  return before ? 'second' : 'only';
}
