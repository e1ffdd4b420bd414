import { danishAccount, writtenIban } from '../../../engines/payment-file/accounts.ts';
import { type Day, dayOf } from '../../../kernel/day.ts';
import { formatDay, formatTime } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { formatOreFull, type Ore } from '../../../kernel/money.ts';
import type { Appendix, Block, LetterSpec, ReportSpec } from '../../../platform/documents/spec.ts';
import type { Commitment } from '../fund/public.ts';
import { writeSlip } from './rules/accounts.ts';
import { currentApprovals, destinationOf, liveExport, type Payment, type Place } from './rules/payment.ts';
import { voucherText } from './text/voucher.ts';

/** Everything that a voucher shows. */
export interface VoucherFacts {
  readonly payment: Payment;
  readonly commitment: Commitment;
  /** As it was sent; null where the promise was given without one. */
  readonly commitmentLetter: LetterSpec | null;
  readonly digest: string;
  readonly names: ReadonlyMap<string, string>;
  readonly accountCoding: string;
  /** The last day it must be kept. */
  readonly keepUntil: Day;
  readonly invoice: {
    readonly issueDate: Day | null;
    /** How many warnings stood on the page when it was accepted. */
    readonly warnings: number;
    /** What the supplier's file lists; empty where it is a paper. */
    readonly lines: readonly { readonly name: string; readonly net: Ore | null }[];
    /** What came, as it came: the picture, the file. None when it was typed in without. */
    readonly papers: readonly Pick<Appendix, 'kind' | 'bytes'>[];
  };
}

/** The voucher: what was paid and why, who approved it, what was looked into, and the invoice itself. */
export function voucher(facts: VoucherFacts, day: Day, language: Language): ReportSpec {
  const { payment, keepUntil } = facts;
  const words = voucherText(language);
  return {
    kind: 'report',
    language,
    title: words.title(payment.number),
    subtitle: words.subtitle(payment.payee),
    day,
    foot: words.keepUntil(formatDay(keepUntil, language)),
    body: [
      ...paymentBlocks(facts, language),
      ...commitmentBlocks(facts, language),
      ...approvalBlocks(facts, language),
      { kind: 'subheading', text: words.checked },
      { kind: 'list', items: words.checks },
      ...warningBlocks(facts, language),
      ...lineBlocks(facts, language),
    ],
    letters: facts.commitmentLetter ? [facts.commitmentLetter] : [],
  };
}

function warningBlocks({ payment, invoice, names }: VoucherFacts, language: Language): Block[] {
  if (invoice.warnings === 0) return [];
  const by = payment.acceptedBy && (names.get(payment.acceptedBy) ?? null);
  return [{ kind: 'paragraph', text: voucherText(language).warnings(invoice.warnings, by) }];
}

function table(caption: string, rows: readonly (readonly [string, string | null])[], language: Language): Block {
  const words = voucherText(language);
  const filled = rows.filter(([, value]) => value !== null && value !== '');
  return {
    kind: 'table',
    caption,
    columns: [{ title: words.fact }, { title: words.value }],
    rows: filled.map(([term, value]) => [term, value ?? '']),
  };
}

function paymentBlocks({ payment, accountCoding, invoice }: VoucherFacts, language: Language): Block[] {
  const words = voucherText(language);
  const live = liveExport(payment);
  const paid = payment.results.findLast(({ result }) => result === 'paid');
  return [
    { kind: 'heading', text: words.payment },
    table(
      '',
      [
        [words.payee, payment.payee],
        [words.amount, formatOreFull(payment.amount, language)],
        [words.account, placeText(destinationOf(payment).to)],
        [words.invoice, payment.invoiceNumber],
        [words.issued, invoice.issueDate && formatDay(invoice.issueDate, language)],
        [words.due, formatDay(payment.dueOn, language)],
        [words.reference, payment.reference],
        [words.state, paid ? words.paid(formatDay(paid.on, language)) : null],
        [words.endToEnd, live?.endToEndId ?? null],
        [words.file, live && String(live.batchNumber)],
        [words.coding, accountCoding || words.noCoding],
      ],
      language,
    ),
  ];
}

function placeText(to: Place): string {
  if (to.kind === 'unknown') return '';
  if (to.kind === 'slip') return writeSlip(to);
  const danish = danishAccount(to.iban);
  return danish ? `${danish.registration} ${danish.account} (${writtenIban(to.iban)})` : writtenIban(to.iban);
}

function commitmentBlocks({ commitment }: VoucherFacts, language: Language): Block[] {
  const words = voucherText(language);
  return [
    { kind: 'subheading', text: words.commitment },
    table(
      '',
      [
        [words.reference, commitment.reference],
        [words.project, commitment.title],
        [words.committed, formatOreFull(commitment.amount, language)],
        [words.committedOn, formatDay(commitment.committedOn, language)],
        [words.expires, formatDay(commitment.expiresOn, language)],
        [words.terms, commitment.terms],
        [words.paidSoFar, formatOreFull(commitment.paid, language)],
      ],
      language,
    ),
  ];
}

function approvalBlocks({ payment, names, digest }: VoucherFacts, language: Language): Block[] {
  const words = voucherText(language);
  const at = (instant: Date) => `${formatDay(dayOf(instant), language)}, ${formatTime(instant, language)}`;
  const approvals = currentApprovals(payment);
  const { acceptedBy, openedAt } = payment;
  return [
    { kind: 'subheading', text: words.approvals },
    {
      kind: 'table',
      caption: '',
      columns: [{ title: words.who }, { title: words.did }, { title: words.when }],
      rows: [
        ...(acceptedBy ? [[names.get(acceptedBy) ?? '', words.accepted, at(openedAt)]] : []),
        ...approvals.map((one) => [
          names.get(one.by) ?? '',
          one.step === 1 ? words.first : approvals.length === 1 ? words.only : words.second,
          at(one.at),
        ]),
      ],
    },
    { kind: 'paragraph', text: words.proof(digest.slice(0, 16)) },
  ];
}

/** So many lines of an invoice a voucher shows; all of them stand in the supplier's file, which lies in it. */
const MOST_LINES = 200;

function lineBlocks({ invoice, payment }: VoucherFacts, language: Language): Block[] {
  const words = voucherText(language);
  const { lines } = invoice;
  if (lines.length === 0) return [];
  const left = lines.length - MOST_LINES;
  return [
    {
      kind: 'table',
      caption: `${words.lines} (${payment.invoiceNumber})`,
      columns: [{ title: words.line }, { title: words.net, align: 'right' }],
      rows: lines.slice(0, MOST_LINES).map(({ name, net }) => [name, net === null ? '' : formatOreFull(net, language)]),
    },
    ...(left > 0 ? [{ kind: 'paragraph' as const, text: words.moreLines(left) }] : []),
  ];
}

/** The invoice itself, which follows the voucher page by page (`pages`), or lies in it as the file that came (`file`). */
export function voucherPapers(
  { invoice, payment }: VoucherFacts,
  language: Language,
  as: 'pages' | 'file' = 'pages',
): Appendix[] {
  const words = voucherText(language);
  return invoice.papers.map((paper) => ({
    ...paper,
    title: words.invoicePaper,
    alt: words.invoiceAlt(payment.invoiceNumber, payment.payee),
    unshown: paper.kind === 'xml' ? words.attached : as === 'file' ? words.asFile : words.unshown,
    ...(as === 'file' ? { attached: true } : {}),
  }));
}
