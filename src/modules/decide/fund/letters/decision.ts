import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import type { Block, LetterSpec } from '../../../../platform/documents/spec.ts';
import type { Application } from '../rules/application.ts';
import type { BillTo } from '../rules/billing.ts';
import type { LetterKind } from '../rules/letters.ts';
import { soughtOf } from '../rules/money.ts';
import type { Terms } from '../rules/policy.ts';
import { lettersText } from '../text/letters.ts';
import { fundText } from '../text/pages.ts';
import { municipalityLetter } from './municipality.ts';
import { supplierSheet } from './supplier.ts';

/** Whom a letter goes to, as it stands in the window and above the words. */
export interface Recipient {
  readonly name: string;
  readonly address: readonly string[];
  readonly large: boolean;
}

/** All that a letter about a case is written from. */
export interface Written {
  readonly kind: LetterKind;
  readonly language: Language;
  /** The house's own: what the shop reads is for the shop, whatever the applicant reads. */
  readonly shopLanguage: Language;
  readonly on: Day;
  readonly to: Recipient;
  readonly from: string;
  readonly application: Application;
  /** The decision it is about; null for a receipt. */
  readonly decision: Application['decisions'][number] | null;
  readonly fund: string;
  readonly reference: string;
  readonly policy: Pick<Terms, 'reportDueDays' | 'allowsPrivateOutlays' | 'amountsIncludeVat'>;
  readonly billTo: BillTo;
  /** The departments that take part, by name. */
  readonly where: readonly string[];
}

/** The letter, and with a commitment the page for the supplier. */
export function lettersAbout(written: Written): readonly [LetterSpec, ...LetterSpec[]] {
  const { kind } = written;
  if (kind === 'municipality') return [municipalityLetter(written)];
  const letter = letterWith(written, ...BODIES[kind](written));
  return kind === 'commitment' ? [letter, supplierSheet(written)] : [letter];
}

type Content = readonly [title: string, body: readonly Block[]];

const BODIES: Readonly<Record<Exclude<LetterKind, 'municipality'>, (written: Written) => Content>> = {
  receipt: receiptBody,
  commitment: commitmentBody,
  refusal: refusalBody,
  waiting_list: waitingBody,
};

function letterWith(written: Written, title: string, body: readonly Block[]): LetterSpec {
  const { language, to } = written;
  const words = lettersText(language);
  const first = to.name.split(' ')[0] ?? '';
  return {
    kind: 'letter',
    language,
    large: to.large,
    title,
    recipient: [to.name, ...to.address].filter(Boolean),
    day: written.on,
    caseNumber: written.reference,
    body: [paragraph(first ? words.dear(first) : words.dearNobody), ...body, paragraph(words.question)],
    greeting: words.regards(written.from),
    signatures: [],
  };
}

function receiptBody({ language, application, fund, reference }: Written): Content {
  const words = lettersText(language);
  const answerBy = application.submission?.answerBy;
  return [
    words.receiptTitle,
    [
      paragraph(words.receipt(application.title, fund)),
      paragraph(words.receiptNumber(reference)),
      ...(answerBy ? [paragraph(words.receiptAnswer(formatDay(answerBy, language)))] : []),
      paragraph(words.receiptWait),
    ],
  ];
}

function commitmentBody(written: Written): Content {
  const { language, application, decision, fund, policy } = written;
  const words = lettersText(language);
  const amount = formatOre(decision?.amount ?? soughtOf(application), language);
  const sought = soughtOf(application);
  const { steps } = words;
  return [
    words.commitmentTitle(amount),
    [
      paragraph(words.commitment(application.title, fund, amount)),
      ...((decision?.amount ?? sought) < sought ? [paragraph(words.part(formatOre(sought, language)))] : []),
      ...said(decision?.words),
      ...(decision?.terms ? [heading(words.terms), ...said(decision.terms)] : []),
      heading(words.how),
      {
        kind: 'list',
        numbered: true,
        items: [
          // The sheet is the shop's to read: it may be in another language than the letter.
          steps.order(lettersText(written.shopLanguage).sheetTitle),
          steps.reference(written.reference),
          steps.slip,
          ...(decision?.expiresOn ? [steps.latest(formatDay(decision.expiresOn, language))] : []),
          steps.after(policy.reportDueDays),
        ],
      },
      ...(policy.allowsPrivateOutlays ? [] : [{ kind: 'callout', ...words.outlay } as const]),
    ],
  ];
}

function refusalBody({ language, application, decision, fund }: Written): Content {
  const words = lettersText(language);
  const reason = decision?.reason ?? 'other';
  const because = fundText(language).reasons[reason];
  return [
    words.refusalTitle,
    [
      paragraph(words.refusal(application.title, fund)),
      heading(words.because),
      ...(reason === 'other' ? [] : [paragraph(`${because.charAt(0).toUpperCase()}${because.slice(1)}.`)]),
      ...said(decision?.words),
      heading(words.again),
      paragraph(words.advice[reason]),
      paragraph(words.elsewhere),
    ],
  ];
}

function waitingBody({ language, application, decision, fund }: Written): Content {
  const words = lettersText(language);
  return [
    words.waitingTitle,
    [
      paragraph(words.waiting(application.title, fund)),
      ...said(decision?.words),
      paragraph(words.waitingNext),
      paragraph(words.waitingDont),
    ],
  ];
}

function said(words: string | undefined): Block[] {
  return (words ?? '')
    .split(/\n{2,}/)
    .filter((one) => one.trim() !== '')
    .map(paragraph);
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

function heading(text: string): Block {
  return { kind: 'heading', text };
}
