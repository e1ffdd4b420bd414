import type { Day } from '../../../kernel/day.ts';
import type { Holding, Law, Said } from '../../../platform/privacy/holdings.ts';
import { neededUntil, type Periods } from './settings.ts';

/** What is there of somebody in one table. */
interface Found {
  readonly table: string;
  readonly rows: number;
  readonly drafts: number;
  readonly named: number;
  readonly voucher: Day | null;
}

/** One line of the preview: what, how much, why, and until when a name stands on it. */
export interface PreviewLine {
  readonly called: Said;
  readonly rows: number;
  readonly drafts: number;
  readonly law: Law;
  readonly named: number;
  readonly namedUntil: Day | null;
}

/** What goes, what loses its name, and what stays, when somebody is forgotten. */
export interface Preview {
  readonly goes: readonly PreviewLine[];
  readonly unnamed: readonly PreviewLine[];
  readonly kept: readonly PreviewLine[];
}

export function previewOf(holdings: readonly Holding[], found: readonly Found[], periods: Periods): Preview {
  const lines = holdings.flatMap((holding) => {
    const here = found.find(({ table }) => table === holding.table);
    if (!here) return [];
    const line: PreviewLine = {
      called: holding.called,
      rows: here.rows,
      drafts: here.drafts,
      law: holding.keeps[0]?.law ?? 'accountability',
      named: here.named,
      namedUntil: here.named > 0 && here.voucher ? neededUntil(here.voucher, periods) : null,
    };
    return [{ line, erased: holding.erased }];
  });
  const of = (erased: Holding['erased']) => lines.filter((one) => one.erased === erased).map(({ line }) => line);
  return { goes: of('goes'), unnamed: of('unnamed'), kept: of('kept') };
}
