import { attachmentsIn } from './attachments.ts';
import { readCii } from './cii.ts';
import { decodeXml } from './decode.ts';
import { Gatherer } from './gather.ts';
import type { Attachment, Format, Invoice, Reading } from './invoice.ts';
import { taxExclusiveProblems } from './oioubl.ts';
import { openPdf } from './pdf.ts';
import { positive } from './positive.ts';
import type { ProblemCode, Said } from './problem-text.ts';
import { type Problem, problem } from './problems.ts';
import { danishProblems } from './rules-danish.ts';
import { ownProblems } from './rules-own.ts';
import { requiredProblems } from './rules-required.ts';
import { totalProblems } from './rules-totals.ts';
import { structureProblems } from './structure.ts';
import { readUbl, ublFormat } from './ubl.ts';
import { type Element, parseXml, textAt, type XmlRefusal } from './xml.ts';

export interface ReadOptions {
  /** Larger files are refused unread. */
  readonly mostBytes?: number;
  /** Milliseconds for reading, the once-only start of the PDF reader not counted. */
  readonly timeLimit?: number;
}

const MB = 1024 * 1024;
const MOST_BYTES = 20 * MB;
const TIME_LIMIT = 2000;
/** So much of it for finding the XML in a PDF, the rest for reading it. */
const FOR_PDF = 0.6;

const UBL_SPACES: Readonly<Record<string, string>> = {
  Invoice: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
  CreditNote: 'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2',
};
const CII_SPACE = 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100';

/**
 * Reads an invoice or credit note: OIOUBL 2.x, Peppol BIS 3 and other UBL 2.1, CII, and Factur-X or ZUGFeRD 2 in a PDF,
 * recognised by content. Opens no file and no connection, declares no entities, and ends within the time limit.
 * Never throws: what is wrong comes back as problems.
 */
export async function readInvoice(bytes: Uint8Array, options: ReadOptions = {}): Promise<Reading> {
  const most = options.mostBytes ?? MOST_BYTES;
  if (bytes.length === 0) return unreadable('EMPTY');
  if (bytes.length > most) return unreadable('TOO-LARGE', { expected: String(Math.floor(most / MB)) });
  const timeLimit = options.timeLimit ?? TIME_LIMIT;
  return isPdf(bytes) ? readPdf(bytes, timeLimit) : readXml(bytes, null, AbortSignal.timeout(timeLimit));
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-');
}

async function readPdf(bytes: Uint8Array, timeLimit: number): Promise<Reading> {
  const opened = await openPdf(bytes, timeLimit * FOR_PDF);
  if (!opened.ok) return unreadable(opened.refusal, {}, 'pdf');
  const { xml: attached, text } = opened.value;
  const signal = AbortSignal.timeout(timeLimit * (1 - FOR_PDF));
  // The first that is an invoice; what the first says is wrong, when none is.
  let first: Reading | null = null;
  for (const xml of attached) {
    const reading = await readXml(xml, 'pdf', signal);
    if (reading.kind === 'read') return reading;
    first ??= reading;
  }
  return first ?? { ...unreadable('PDF-NO-XML', {}, 'pdf'), text };
}

async function readXml(bytes: Uint8Array, around: 'pdf' | null, signal: AbortSignal): Promise<Reading> {
  const decoded = decodeXml(bytes);
  if (!decoded.ok) {
    // Bytes that are no text at all, a photo for example, are no broken invoice.
    return startsLikeXml(bytes) ? unreadable('ENCODING', { text: decoded.refusal }) : unreadable('NOT-INVOICE');
  }
  if (!/^\uFEFF?\s*</.test(decoded.value) || /^\uFEFF?\s*<(?:!doctype\s+)?html\b/i.test(decoded.value.slice(0, 1000))) {
    return unreadable('NOT-INVOICE');
  }
  const parsed = await parseXml(decoded.value, signal);
  if (!parsed.ok) return unreadable(...wordsFor(parsed.refusal), around);
  return readRoot(parsed.value, around);
}

function startsLikeXml(bytes: Uint8Array): boolean {
  return /^(?:\xEF\xBB\xBF)?\s*<[?A-Za-z!]/.test(Buffer.from(bytes.subarray(0, 100)).toString('latin1'));
}

function wordsFor(refusal: XmlRefusal): [ProblemCode, Said] {
  if (refusal.kind === 'broken') return ['XML', { line: refusal.line, text: refusal.detail }];
  const codes = { doctype: 'DOCTYPE', deep: 'TOO-DEEP', slow: 'TOO-SLOW' } as const;
  return [codes[refusal.kind], {}];
}

function readRoot(root: Element, around: 'pdf' | null): Reading {
  if (UBL_SPACES[root.name] === root.space) return readUblRoot(root);
  if (root.name === 'CrossIndustryInvoice' && root.space === CII_SPACE) {
    const gather = new Gatherer(currencyOf(root));
    const invoice = readCii(root, around === 'pdf' ? 'factur-x' : 'cii', gather);
    // Around a PDF, that PDF is what shows the bill.
    const inside = around === 'pdf' ? [] : attachmentsIn(root);
    return judged(invoice, [...structureProblems(root, 'cii'), ...gather.problems], inside);
  }
  if (root.name.endsWith('}CrossIndustryDocument')) return unreadable('ZUGFERD-1', {}, around);
  return unreadable('NOT-INVOICE', {}, around);
}

function readUblRoot(root: Element): Reading {
  const said = `${textAt(root, 'CustomizationID') ?? ''} ${textAt(root, 'ProfileID') ?? ''}`;
  if (/oioubl\.dk|OIOUBL-3/i.test(said)) return unreadable('OIOUBL-3');
  const format = ublFormat(root);
  const gather = new Gatherer(textAt(root, 'DocumentCurrencyCode'));
  const invoice = readUbl(root, format, gather);
  const trap = format === 'oioubl' ? taxExclusiveProblems(root) : [];
  return judged(invoice, [...structureProblems(root, 'ubl'), ...gather.problems, ...trap], attachmentsIn(root));
}

function currencyOf(root: Element): string | null {
  return textAt(root, 'SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/InvoiceCurrencyCode');
}

/** Holds the invoice to every rule. Credit notes written with a minus are turned afterwards. */
function judged(written: Invoice, found: readonly Problem[], attachments: readonly Attachment[]): Reading {
  const { invoice, turned } = positive(written);
  const problems = [
    ...found,
    ...requiredProblems(written),
    ...totalProblems(written),
    ...danishProblems(written),
    ...ownProblems(written),
    ...(turned ? [problem('CREDIT-SIGN')] : []),
  ];
  return { kind: 'read', invoice, problems: withoutRepeats(problems), attachments };
}

function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((one) => [`${one.code} ${one.line} ${one.message.da}`, one])).values()];
}

function unreadable(code: ProblemCode, said: Said = {}, format: Format | null = null) {
  return { kind: 'unreadable' as const, format, problems: [problem(code, said)], text: '' };
}
