import type { Invoice, Line, VatPart } from './invoice.ts';
import type { ProblemCode } from './problem-text.ts';
import { type Problem, problem } from './problems.ts';
import { hasNoLines, isMinimum } from './profiles.ts';

/** UNTDID 1001, as far as EN 16931 takes it; 325 is OIOUBL's proforma. */
const TYPE_CODES = new Set(
  (
    '71 80 81 82 83 84 102 130 202 203 204 211 218 219 261 262 295 296 308 325 326 331 380 381 382 383 384 385 386 387 ' +
    '388 389 390 393 394 395 396 420 456 457 458 527 532 553 575 623 633 751 780 817 870 875 876 877 935'
  ).split(' '),
);
/** UNTDID 4461: 1-70, 74-78, 91-98 and ZZZ. */
const PAYMENT_MEANS = /^(?:[1-9]|[1-6]\d|70|7[4-8]|9[1-8]|ZZZ)$/;
/** UNCL 5305 as EN 16931 takes it, and OIOUBL's kinds of duties. */
const VAT_CATEGORIES = /^(?:AE|B|E|G|K|L|M|O|S|Z|\d[\w-]*|Excise|ReverseCharge)$/;
const CREDIT_TRANSFERS = new Set(['30', '31', '42', '58']);

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** What every invoice must say (EN 16931-1, BR-01 … BR-61), and codes from the lists it must use (BR-CL). */
export function requiredProblems(invoice: Invoice): Problem[] {
  return [
    ...missing(headOf(invoice)),
    ...missing(partiesOf(invoice)),
    ...missing(totalsOf(invoice)),
    ...codes(invoice),
    ...invoice.vat.flatMap(vatProblems),
    ...invoice.allowanceCharges.filter(({ amount }) => amount === null).map(() => problem('BR-31')),
    ...invoice.lines.flatMap((line, index) => lineProblems(line, index, invoice.format === 'oioubl')),
  ];
}

type Wanted = readonly (readonly [ProblemCode, unknown])[];

function missing(wanted: Wanted): Problem[] {
  return wanted.filter(([, value]) => value === null || value === false).map(([code]) => problem(code));
}

function headOf(invoice: Invoice): Wanted {
  const oioubl = invoice.format === 'oioubl';
  const { period } = invoice;
  const upsideDown = period?.from && period.until && period.until < period.from;
  return [
    ['BR-01', invoice.specification],
    ['BR-02', invoice.number],
    ['BR-03', invoice.issueDate],
    ['BR-04', invoice.typeCode ?? (oioubl && invoice.kind === 'creditNote')],
    ['BR-05', invoice.currency],
    ['BR-29', !upsideDown],
  ];
}

function partiesOf(invoice: Invoice): Wanted {
  const { supplier, buyer } = invoice;
  const minimum = isMinimum(invoice);
  const oioubl = invoice.format === 'oioubl';
  return [
    ['BR-06', supplier.name],
    ['BR-07', buyer.name],
    ['BR-08', supplier.hasAddress],
    ['BR-09', supplier.country ?? (oioubl || !supplier.hasAddress)],
    ['BR-10', buyer.hasAddress || minimum],
    ['BR-11', buyer.country ?? (oioubl || minimum || !buyer.hasAddress)],
  ];
}

function totalsOf(invoice: Invoice): Wanted {
  const { totals, lines, vat, payments } = invoice;
  const minimum = isMinimum(invoice);
  const oioubl = invoice.format === 'oioubl';
  const account = payments.find(({ means }) => means !== null && CREDIT_TRANSFERS.has(means));
  return [
    ['BR-12', totals.lines ?? minimum],
    ['BR-13', totals.net ?? oioubl],
    ['BR-14', totals.gross ?? oioubl],
    ['BR-15', totals.payable],
    ['BR-16', lines.length > 0 || hasNoLines(invoice)],
    ['BR-CO-18', vat.length > 0 || minimum || oioubl],
    ['BR-49', payments.every(({ means }) => means !== null)],
    ['BR-61', !account || account.iban !== null || account.account !== null],
  ];
}

function codes({ typeCode, currency, supplier, buyer, payments, vat }: Invoice): Problem[] {
  const countries = [supplier.country, buyer.country];
  const means = payments.map((payment) => payment.means);
  const categories = vat.map(({ category }) => category);
  return [
    ...unknown('BR-CL-01', [typeCode], (code) => TYPE_CODES.has(code)),
    ...unknown('BR-CL-04', [currency], (code) => currencies.has(code)),
    ...unknown('BR-CL-14', countries, (code) => /^[A-Z]{2}$|^1A$/.test(code)),
    ...unknown('BR-CL-16', means, (code) => PAYMENT_MEANS.test(code)),
    ...unknown('BR-CL-17', categories, (code) => VAT_CATEGORIES.test(code)),
  ];
}

function unknown(code: ProblemCode, values: readonly (string | null)[], known: (value: string) => boolean): Problem[] {
  const wrong = values.filter((value) => value !== null).filter((value) => !known(value));
  return [...new Set(wrong)].map((text) => problem(code, { text }));
}

function vatProblems(part: VatPart): Problem[] {
  const free = part.category === 'O';
  return missing([
    ['BR-45', part.taxable],
    ['BR-46', part.amount],
    ['BR-47', part.category],
    ['BR-48', part.rate ?? free],
  ]);
}

function lineProblems(line: Line, index: number, oioubl: boolean): Problem[] {
  const name = line.id ?? String(index + 1);
  const wanted: Wanted = [
    ['BR-21', line.id],
    ['BR-22', line.quantity],
    ['BR-23', line.unit ?? line.quantity === null],
    ['BR-24', line.net],
    ['BR-25', line.name],
    ['BR-26', line.price ?? oioubl],
    ['BR-CO-04', line.vatCategory ?? oioubl],
  ];
  const found = wanted
    .filter(([, value]) => value === null || value === false)
    .map(([code]) => problem(code, { name }));
  if (line.price?.startsWith('-')) found.push(problem('BR-27', { name, text: line.price }));
  return found;
}
