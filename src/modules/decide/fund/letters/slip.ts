import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, type Ore } from '../../../../kernel/money.ts';
import type { SlipSpec } from '../../../../platform/documents/spec.ts';
import type { BillTo } from '../rules/billing.ts';
import { slipText } from '../text/slip.ts';

/** The card for the wallet: to whom the invoice goes, marked how, at most how much; the code leads to what is left now. */
export function slip(told: {
  readonly language: Language;
  readonly title: string;
  readonly billTo: BillTo;
  readonly reference: string;
  readonly most: Ore;
  readonly latest: Day | null;
  /** As it is printed: "K7QX4-MTD9P". */
  readonly code: string;
  readonly url: string;
  readonly copies: 1 | 8;
}): SlipSpec {
  const { language, billTo, url } = told;
  const words = slipText(language);
  return {
    kind: 'slip',
    language,
    title: words.title,
    copies: told.copies,
    heading: told.title,
    rows: [
      [words.rowTo, billTo.name] as const,
      [words.rowCvr, billTo.cvr ?? ''] as const,
      [words.rowMark, told.reference] as const,
      [words.rowMost, formatOre(told.most, language)] as const,
      [words.rowLatest, told.latest ? formatDay(told.latest, language, 'short') : ''] as const,
    ].filter(([, value]) => value !== ''),
    note: words.note,
    codeLabel: words.code,
    code: told.code,
    qr: { content: url, alt: words.qrAlt(url) },
  };
}
