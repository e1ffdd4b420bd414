import { SaxesParser } from 'saxes';
import { type Day, readDay } from '../../kernel/day.ts';
import { type Ore, toOre } from '../../kernel/money.ts';

/** What a bank says about one payment. */
export interface BankAnswer {
  /** As we sent it. */
  readonly endToEndId: string;
  readonly result: 'paid' | 'bounced';
  /** Null in a pain.002, which names no day. */
  readonly on: Day | null;
  /** Null in a pain.002, which need not repeat it. */
  readonly amount: Ore | null;
  /** The bank's reason, in code or words. */
  readonly reason: string;
}

export type AnswerFormat = 'pain.002' | 'camt.053' | 'camt.054';

/** The parts that are read: what stands within, as texts by their name. */
type Texts = Readonly<Record<string, string>>;

const MOST_ANSWERS = 20_000;
/** ISO 20022 ExternalPaymentTransactionStatus1: taken over by the bank, or refused. Pending says nothing yet. */
const SETTLED = new Set(['ACSC', 'ACCC']);
const REFUSED = new Set(['RJCT', 'CANC']);

/**
 * Reads the status report (pain.002) and the statements (camt.053, camt.054) of ISO 20022, any version. Payments that are
 * only pending are left out. Null when it is something else, or no XML at all. A DOCTYPE is refused; nothing is opened.
 */
export function readBankAnswer(
  xml: string,
): { readonly format: AnswerFormat; readonly answers: readonly BankAnswer[] } | null {
  const found: { name: string; texts: Texts; entry: Texts }[] = [];
  let format: AnswerFormat | null = null;
  let broken = false;
  const parser = new SaxesParser({ xmlns: false });
  const open: { name: string; texts: Record<string, string>; text: string }[] = [];
  parser.on('doctype', () => {
    broken = true;
  });
  parser.on('error', () => {
    broken = true;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const bare = name.replace(/^.*:/, '');
    if (open.length === 0) format = formatOf(Object.values(attributes as Record<string, string>).join(' '));
    open.push({ name: bare, texts: {}, text: '' });
  });
  parser.on('text', (text) => {
    const top = open.at(-1);
    if (top) top.text += text;
  });
  parser.on('closetag', () => {
    const done = open.pop();
    if (!done) return;
    const entry = open.find(({ name }) => name === 'Ntry');
    if (done.name === 'TxInfAndSts' || done.name === 'TxDtls') {
      if (found.length < MOST_ANSWERS) found.push({ name: done.name, texts: done.texts, entry: entry?.texts ?? {} });
      return;
    }
    const up = open.at(-1);
    if (!up) return;
    // The first of a name wins: in an entry its own booking day comes before those of its details.
    const own: Texts = done.text.trim() === '' ? {} : { [done.name]: done.text.trim() };
    for (const [name, text] of Object.entries({ ...done.texts, ...own })) up.texts[name] ??= text;
    for (const day of ['BookgDt', 'ValDt', 'SttlmDt'].filter((name) => name === done.name)) {
      up.texts[day] ??= (done.texts.Dt ?? done.texts.DtTm ?? done.text).slice(0, 10);
    }
  });
  try {
    parser.write(xml).close();
  } catch {
    return null;
  }
  if (broken || !format) return null;
  return { format, answers: found.flatMap(({ name, texts, entry }) => answerOf(name, texts, entry)) };
}

function formatOf(namespaces: string): AnswerFormat | null {
  const match = /iso:20022:tech:xsd:(pain\.002|camt\.053|camt\.054)\./.exec(namespaces);
  return match ? (match[1] as AnswerFormat) : null;
}

function answerOf(name: string, texts: Texts, entry: Texts): BankAnswer[] {
  const reason = texts.AddtlInf ?? texts.AddtlTxInf ?? texts.Cd ?? '';
  if (name === 'TxInfAndSts') {
    const { OrgnlEndToEndId: endToEndId, TxSts: status = '' } = texts;
    const result = SETTLED.has(status) ? 'paid' : REFUSED.has(status) ? 'bounced' : null;
    return endToEndId && result ? [{ endToEndId, result, on: null, amount: amountOf(texts), reason }] : [];
  }
  const { EndToEndId: endToEndId } = texts;
  if (!endToEndId) return [];
  // Booked entries only; what came in with our id is our own money coming back.
  if (!['BOOK', undefined].includes(entry.Sts)) return [];
  const direction = texts.CdtDbtInd ?? entry.CdtDbtInd;
  const on = readDay((entry.BookgDt ?? entry.ValDt ?? texts.SttlmDt ?? '').slice(0, 10));
  return [
    {
      endToEndId,
      result: direction === 'CRDT' ? 'bounced' : 'paid',
      on,
      amount: amountOf(texts) ?? amountOf(entry),
      reason,
    },
  ];
}

function amountOf(texts: Texts): Ore | null {
  const match = /^(\d{1,13})(?:\.(\d{1,2})0*)?$/.exec(texts.Amt ?? texts.InstdAmt ?? texts.TxAmt ?? '');
  return match ? toOre(Number((match[1] ?? '') + (match[2] ?? '').padEnd(2, '0'))) : null;
}
