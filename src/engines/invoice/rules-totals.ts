import { type Ore, sumOre, ZERO_ORE } from '../../kernel/money.ts';
import { divide, fromHundredths, hundredths, multiply, readDecimal, writeHundredths } from './decimal.ts';
import type { Invoice, Line, VatPart } from './invoice.ts';
import type { ProblemCode } from './problem-text.ts';
import { type Problem, problem } from './problems.ts';
import { isExtended } from './profiles.ts';
import { minus } from './sums.ts';

/** EN 16931 lets VAT of a category differ by less than one whole unit of currency (BR-CO-17). */
const VAT_SLACK = 100;
/** Each line may be rounded (Peppol R120); we let a line differ by two hundredths for each of its parts. */
const LINE_SLACK = 2;

/** Do the amounts add up? (BR-CO-10 … BR-CO-17). A sum with a missing part is not judged. */
export function totalProblems(invoice: Invoice): Problem[] {
  try {
    return [
      ...sums(invoice),
      ...invoice.vat.flatMap(vatSum),
      ...invoice.lines.flatMap((line, at) => lineSum(line, at, invoice)),
    ];
  } catch {
    // A sum beyond the safe integers: nobody's invoice, and no sum to show.
    return [problem('STRUCTURE-AMOUNT', { name: 'PayableAmount', text: '10¹⁴', line: null })];
  }
}

function sums(invoice: Invoice): Problem[] {
  const { totals, lines, allowanceCharges, vat, format } = invoice;
  const { net, gross, payable } = totals;
  const allowances = amounts(allowanceCharges.filter(({ charge }) => !charge));
  const charges = amounts(allowanceCharges.filter(({ charge }) => charge));
  const lineSum = lines.length > 0 ? amounts(lines.map((line) => ({ amount: line.net }))) : null;
  // OIOUBL may leave the totals of allowances and charges out; EN 16931 may where there are none.
  const saidAllowances = totals.allowances ?? (format === 'oioubl' ? allowances : ZERO_ORE);
  const saidCharges = totals.charges ?? (format === 'oioubl' ? charges : ZERO_ORE);
  // OIOUBL's totals of allowances and charges have those of the lines in them (F-INV129, F-INV130).
  const adjustments = lines.map(adjustmentOf);
  const folded =
    format === 'oioubl' && add(saidCharges, minus(saidAllowances)) === add(charges, minus(allowances), ...adjustments);
  const expectedNet = add(totals.lines, minus(saidAllowances), saidCharges);
  const vatParts = vat.length > 0 ? amounts(vat) : null;
  const slack = (parts: number) => (isExtended(invoice) ? parts : 0);
  const parts = lines.length + allowanceCharges.length;
  return [
    ...differs('BR-CO-10', totals.lines, lineSum, slack(lines.length)),
    ...(folded ? [] : differs('BR-CO-11', saidAllowances, allowances, slack(allowanceCharges.length))),
    ...(folded ? [] : differs('BR-CO-12', saidCharges, charges, slack(allowanceCharges.length))),
    ...differs('BR-CO-13', net, expectedNet, slack(parts)),
    ...differs('BR-CO-14', totals.vat, vatParts, slack(vat.length)),
    ...differs('BR-CO-15', gross, add(net, totals.vat ?? ZERO_ORE), slack(parts)),
    ...differs('BR-CO-16', payable, add(gross, minus(totals.paid ?? ZERO_ORE), totals.rounding ?? ZERO_ORE)),
  ];
}

function vatSum(part: VatPart): Problem[] {
  const rate = readDecimal(part.rate ?? '');
  if (rate === null || part.taxable === null || part.amount === null) return [];
  const share = divide(rate, readDecimal('100') ?? 0n);
  const expected = share === null ? null : hundredths(multiply(fromHundredths(part.taxable), share));
  return differs('BR-CO-17', part.amount, expected, VAT_SLACK - 1, part.rate ?? '');
}

function lineSum(line: Line, index: number, { format }: Invoice): Problem[] {
  const price = readDecimal(line.price ?? '');
  const quantity = readDecimal(line.quantity ?? '');
  const per = readDecimal(line.priceQuantity ?? '1');
  if (price === null || quantity === null || !per || line.net === null) return [];
  const each = divide(price, per);
  const product = each === null ? null : hundredths(multiply(each, quantity));
  // In OIOUBL a line is before its allowances and charges (F-INV348).
  if (format === 'oioubl' && product !== null && Math.abs(line.net - product) <= LINE_SLACK) return [];
  const expected = add(product, adjustmentOf(line));
  // Returned goods: some senders write the minus on the amount only.
  if (expected !== null && Math.abs(line.net + expected) <= LINE_SLACK) return [];
  return differs('LINE-SUM', line.net, expected, LINE_SLACK, line.id ?? String(index + 1));
}

/** What allowances and charges on a line add to it. */
function adjustmentOf({ allowanceCharges }: Line): Ore {
  const parts = allowanceCharges.map(({ charge, amount }) => (charge ? amount : minus(amount)) ?? ZERO_ORE);
  return sumOre(parts);
}

function differs(code: ProblemCode, said: Ore | null, expected: Ore | null, slack = 0, name = ''): Problem[] {
  if (said === null || expected === null || Math.abs(said - expected) <= slack) return [];
  return [problem(code, { name, text: writeHundredths(said), expected: writeHundredths(expected) })];
}

/** Null when one is missing: then there is no sum to compare with. */
function amounts(parts: readonly { readonly amount: Ore | null }[]): Ore | null {
  const known = parts.map(({ amount }) => amount).filter((amount) => amount !== null);
  return known.length === parts.length ? sumOre(known) : null;
}

function add(...parts: readonly (Ore | null)[]): Ore | null {
  const known = parts.filter((part) => part !== null);
  return known.length === parts.length ? sumOre(known) : null;
}
