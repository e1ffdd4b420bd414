import type { Day } from '../../kernel/day.ts';
import { type Ore, sumOre } from '../../kernel/money.ts';
import { type Batch, type Debtor, LONGEST_MESSAGE, LONGEST_NAME, type Payment } from './batch.ts';
import { bankText } from './letters.ts';
import { batchProblems } from './problems.ts';

/** Versions of ISO 20022 Customer Credit Transfer Initiation that Danish banks take. */
export const PAIN_VERSIONS = ['03', '09'] as const;
export type PainVersion = (typeof PAIN_VERSIONS)[number];

/** An element: its name, then its text or what it holds. Null leaves a place empty. */
type Element = readonly [name: string, content: string | readonly (Element | null)[], currency?: 'DKK'];

/**
 * The batch as pain.001.001.03 or .09: one group for each day of payment, in order of days. Amounts, counts and sums as the
 * standard wants them. A batch with problems is refused by throwing: ask `batchProblems` first.
 *
 * Slips (FIK, giro) follow the shape that Danish banks describe, with the creditor number as `OCR` and the reference as
 * `SCOR`. That is only checked against the schema: let the bank try a file before it is relied on.
 */
export function writePain001(batch: Batch, version: PainVersion): string {
  const [problem] = batchProblems(batch);
  if (problem) throw new Error(`Cannot write batch ${batch.id} for the bank: ${problem.code} (payment ${problem.at})`);
  const groups = byDay(batch.payments);
  const root: Element = [
    'CstmrCdtTrfInitn',
    [header(batch), ...groups.map(([day, payments], at) => group(batch, { day, payments, number: at + 1 }, version))],
  ];
  const space = `urn:iso:std:iso:20022:tech:xsd:pain.001.001.${version}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${space}">\n${print(root, 1)}</Document>\n`;
}

function header({ id, madeAt, debtor, payments }: Batch): Element {
  return [
    'GrpHdr',
    [
      ['MsgId', id],
      ['CreDtTm', `${madeAt.toISOString().slice(0, 19)}Z`],
      ['NbOfTxs', String(payments.length)],
      ['CtrlSum', decimal(sumOf(payments))],
      ['InitgPty', [['Nm', bankText(debtor.name, LONGEST_NAME)], organisation(debtor)]],
    ],
  ];
}

function organisation({ agreement, cvr }: Debtor): Element | null {
  const id = agreement ?? cvr;
  if (id === null) return null;
  // ISO external codes: CUST is what the bank calls its customer, COID a national company number.
  const scheme: Element = ['SchmeNm', [['Cd', agreement === null ? 'COID' : 'CUST']]];
  return ['Id', [['OrgId', [['Othr', [['Id', bankText(id, 35)], scheme]]]]]];
}

interface Group {
  readonly day: Day;
  readonly payments: readonly Payment[];
  readonly number: number;
}

function group({ id, debtor }: Batch, { day, payments, number }: Group, version: PainVersion): Element {
  const bank: Element =
    debtor.bic === null ? ['Othr', [['Id', 'NOTPROVIDED']]] : [version === '03' ? 'BIC' : 'BICFI', debtor.bic];
  return [
    'PmtInf',
    [
      ['PmtInfId', `${id}-${number}`],
      ['PmtMtd', 'TRF'],
      ['BtchBookg', 'false'],
      ['NbOfTxs', String(payments.length)],
      ['CtrlSum', decimal(sumOf(payments))],
      [
        'PmtTpInf',
        [
          ['SvcLvl', [['Cd', 'NURG']]],
          ['CtgyPurp', [['Cd', 'SUPP']]],
        ],
      ],
      ['ReqdExctnDt', version === '03' ? day : [['Dt', day]]],
      ['Dbtr', [['Nm', bankText(debtor.name, LONGEST_NAME)], organisation(debtor)]],
      [
        'DbtrAcct',
        [
          ['Id', [['IBAN', debtor.iban]]],
          ['Ccy', 'DKK'],
        ],
      ],
      ['DbtrAgt', [['FinInstnId', [bank]]]],
      ['ChrgBr', 'SHAR'],
      ...payments.map(transfer),
    ],
  ];
}

function transfer(payment: Payment): Element {
  const { endToEndId, amount, payee, to } = payment;
  const account: Element =
    to.kind === 'account'
      ? ['IBAN', to.iban]
      : [
          'Othr',
          [
            ['Id', to.creditor],
            ['SchmeNm', [['Prtry', 'OCR']]],
          ],
        ];
  return [
    'CdtTrfTxInf',
    [
      [
        'PmtId',
        [
          ['InstrId', endToEndId],
          ['EndToEndId', endToEndId],
        ],
      ],
      ['Amt', [['InstdAmt', decimal(amount), 'DKK']]],
      ['Cdtr', [['Nm', bankText(payee, LONGEST_NAME)]]],
      ['CdtrAcct', [['Id', [account]]]],
      ['RmtInf', [remittance(payment)]],
    ],
  ];
}

function remittance(payment: Payment): Element {
  const { to } = payment;
  if (to.kind === 'account' || to.reference === null) return ['Ustrd', messageOf(payment)];
  const type: Element = ['Tp', [['CdOrPrtry', [['Cd', 'SCOR']]]]];
  return ['Strd', [['CdtrRefInf', [type, ['Ref', `${to.cardType}/${to.reference}`]]]]];
}

/** What the payee reads on the statement: "Faktura 2026-117, P-0007". */
export function messageOf({ invoiceNumber, reference }: Pick<Payment, 'invoiceNumber' | 'reference'>): string {
  // The reference is ours and short; a long number gives way to it.
  return bankText(`Faktura ${bankText(invoiceNumber, 60)}, ${bankText(reference, 60)}`, LONGEST_MESSAGE);
}

/** In order of days; inside a day in the order they came. */
export function byDay(payments: readonly Payment[]): readonly (readonly [Day, readonly Payment[]])[] {
  const days = new Map<Day, Payment[]>();
  for (const payment of payments) days.set(payment.executeOn, [...(days.get(payment.executeOn) ?? []), payment]);
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1));
}

function sumOf(payments: readonly Payment[]): Ore {
  return sumOre(payments.map(({ amount }) => amount));
}

/** Øre as the standard writes money: `1234.50`. */
function decimal(amount: Ore): string {
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
}

function print([name, content, currency]: Element, depth: number): string {
  const indent = '  '.repeat(depth);
  const open = currency ? `${name} Ccy="${currency}"` : name;
  if (typeof content === 'string') return `${indent}<${open}>${escaped(content)}</${name}>\n`;
  const inside = content.map((element) => (element === null ? '' : print(element, depth + 1))).join('');
  return `${indent}<${open}>\n${inside}${indent}</${name}>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
