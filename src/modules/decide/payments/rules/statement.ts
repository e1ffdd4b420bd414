import type { BankAnswer } from '../../../../engines/payment-file/bank-answer.ts';
import type { Day } from '../../../../kernel/day.ts';
import { type Ore, readOre, toOre } from '../../../../kernel/money.ts';
import { readDate } from '../../../../kernel/written-values.ts';
import { liveExport, type Payment, resultOf } from './payment.ts';

/** Our own ids, wherever in a row the bank writes them. */
const OURS = /\bGB-\d{6,}-\d+\b/g;

/** Rows of a bank's list as answers: our id anywhere, an amount below nought for what left, and a day. */
export function answersIn(rows: readonly (readonly string[])[]): BankAnswer[] {
  const [heading = []] = rows;
  const columns = { day: columnOf(heading, DAY_NAMES), amount: columnOf(heading, AMOUNT_NAMES) };
  return rows.flatMap((cells) => {
    const ids = [...new Set(cells.join('\n').match(OURS))];
    const [endToEndId] = ids;
    if (!endToEndId || ids.length > 1) return [];
    const amount = columns.amount === null ? firstAmount(cells) : moneyOf(cells[columns.amount]);
    const on = columns.day === null ? firstDay(cells) : readDate(cells[columns.day] ?? '');
    const result = amount !== null && amount > 0 ? ('bounced' as const) : ('paid' as const);
    return [{ endToEndId, result, on, amount: amount === null ? null : toOre(Math.abs(amount)), reason: '' }];
  });
}

const DAY_NAMES = /^(?:dato|bogført|bogføringsdato|posteringsdato|date|booking date)$/i;
const AMOUNT_NAMES = /^(?:beløb|beløb i dkk|amount|beløb \(dkk\))$/i;

function columnOf(heading: readonly string[], names: RegExp): number | null {
  const at = heading.findIndex((cell) => names.test(cell.trim()));
  return at < 0 ? null : at;
}

function firstDay(cells: readonly string[]): Day | null {
  return cells.map((cell) => readDate(cell)).find((day) => day !== null) ?? null;
}

/** A cell with øre is an amount; a bare whole number may be anything. */
function firstAmount(cells: readonly string[]): Ore | null {
  return (
    cells
      .filter((cell) => /[,.]\d{2}$/.test(cell.trim()))
      .map(moneyOf)
      .find((amount) => amount !== null) ?? null
  );
}

/** Danish as on paper, or plain with a full stop, as programs write: "-6937.50". */
function moneyOf(cell: string | undefined): Ore | null {
  const text = (cell ?? '').trim();
  return readOre(
    /^[-+]?\d+\.\d{1,2}$/.test(text) ? text.replace('.', ',').replace(/^\+/, '') : text.replace(/^\+/, ''),
  );
}

/** What is to be made of one answer. Only `paid` and `bounced` change anything. */
export type Finding = 'paid' | 'bounced' | 'amount' | 'known' | 'day' | 'unknown';

export interface Matched {
  readonly answer: BankAnswer;
  readonly payment: Payment | null;
  readonly finding: Finding;
  readonly on: Day | null;
}

/** Each answer beside its payment. Where the bank names no day, it is today. */
export function matchAnswers(answers: readonly BankAnswer[], payments: readonly Payment[], today: Day): Matched[] {
  return answers.map((answer) => {
    const payment = payments.find(({ exports }) => exports.some((one) => one.endToEndId === answer.endToEndId)) ?? null;
    const on = answer.on ?? (answer.amount === null ? today : null);
    return { answer, payment, on, finding: payment ? findingOf(answer, payment, on, today) : 'unknown' };
  });
}

function findingOf(answer: BankAnswer, payment: Payment, on: Day | null, today: Day): Finding {
  const live = liveExport(payment);
  const one = payment.exports.find(({ endToEndId }) => endToEndId === answer.endToEndId);
  // The bank's amount first: a line of another sum is not what is known here already.
  if (answer.amount !== null && answer.amount !== payment.amount) return 'amount';
  if (!one || !live || live.id !== one.id || resultOf(payment, one, 'bounced')) return 'known';
  if (answer.result === 'paid' && resultOf(payment, one, 'paid')) return 'known';
  if (on === null || on > today) return 'day';
  return answer.result;
}
