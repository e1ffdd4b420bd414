import type { Id } from '../../../../kernel/id.ts';

/** Jobs by name. */
export const JOBS = {
  letter: { name: 'invoices.letter' },
  arrival: { name: 'invoices.arrival' },
} as const;

export interface LetterJob extends Readonly<Record<string, string>> {
  readonly letter: Id<'invoice_letter'>;
}
