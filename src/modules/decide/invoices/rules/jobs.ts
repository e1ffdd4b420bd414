import type { Id } from '../../../../kernel/id.ts';

/** Jobs by name, with what they carry. */
export const JOBS = {
  letter: { name: 'invoices.letter' },
} as const satisfies Record<string, { readonly name: string }>;

export interface LetterJob extends Readonly<Record<string, string>> {
  readonly letter: Id<'invoice_letter'>;
}
