import { type Ore, ZERO_ORE } from '../../kernel/money.ts';
import { hundredths, readDecimal, writeHundredths } from './decimal.ts';
import type { Gatherer } from './gather.ts';
import type { AllowanceCharge, Payment, Totals } from './invoice.ts';
import { type Problem, problem } from './problems.ts';
import { minus, plus } from './sums.ts';
import { childrenOf, type Element, textAt } from './xml.ts';

/*
 * Where OIOUBL 2.x says things otherwise than EN 16931: taxes, totals and Danish payment slips (OIOUBL Schematron
 * F-INV127, -128, -129, -133, -348; F-LIB152, -305, -336).
 */

/** OIOUBL's words for a kind of VAT, in the codes of UNCL 5305. */
const CATEGORIES = new Map([
  ['StandardRated', 'S'],
  ['ZeroRated', 'Z'],
  ['ReverseCharge', 'AE'],
]);

export function oioublCategory(category: string): string {
  return CATEGORIES.get(category) ?? category;
}

/** A subtotal of another tax than VAT (tax scheme 63): a duty on chocolate, for example. */
export function isDuty(subtotal: Element): boolean {
  const scheme = textAt(subtotal, 'TaxCategory/TaxScheme/ID');
  return scheme !== null && scheme !== '63' && scheme.toUpperCase() !== 'VAT';
}

/** A duty as EN 16931 has it: a charge, with the number of the tax as its reason. */
export function dutyCharge(subtotal: Element, gather: Gatherer): AllowanceCharge {
  return {
    charge: true,
    amount: gather.amount(subtotal, 'TaxAmount'),
    reason: textAt(subtotal, 'TaxCategory/TaxScheme/Name'),
    reasonCode: textAt(subtotal, 'TaxCategory/TaxScheme/ID'),
  };
}

/**
 * In OIOUBL `TaxExclusiveAmount` is the sum of all taxes, not the amount without them. The net is therefore counted:
 * lines less allowances plus charges and duties. `TaxInclusiveAmount` has the rounding in it already.
 */
export function oioublTotals(
  common: Omit<Totals, 'net' | 'vat' | 'gross'>,
  inclusive: Ore | null,
  taxes: Ore | null,
  duties: readonly (Ore | null)[],
): Totals {
  const duty = plus(ZERO_ORE, ...duties);
  const charges = duties.length > 0 ? plus(common.charges ?? ZERO_ORE, duty) : common.charges;
  const vat = plus(taxes, minus(duty));
  const net = plus(common.lines, charges, minus(common.allowances));
  const rounded = common.rounding !== null && common.payable === plus(inclusive, minus(common.paid));
  const gross = rounded ? plus(inclusive, minus(common.rounding)) : (inclusive ?? plus(net, vat));
  return { ...common, charges, net, vat, gross };
}

/** The card type stands in PaymentID, the reference in InstructionID, and a FIK creditor in CreditAccount. */
export function oioublPayment(means: Element, plain: Payment): Payment {
  const cardType = textAt(means, 'PaymentID');
  // A sender who writes Peppol's form inside OIOUBL is understood too.
  if (cardType?.includes('#')) return plain;
  const reference = textAt(means, 'InstructionID');
  const account = textAt(means, 'PayeeFinancialAccount/ID');
  if (plain.means === '93') {
    const creditor = textAt(means, 'CreditAccount/AccountID') ?? account;
    return { ...plain, fik: { cardType, reference, creditor }, remittance: reference };
  }
  if (plain.means === '50')
    return { ...plain, giro: { cardType, reference, creditor: account }, remittance: reference };
  return { ...plain, remittance: plain.remittance ?? textAt(means, 'PayeeFinancialAccount/PaymentNote') };
}

/** Senders who put the net into `TaxExclusiveAmount` mean well, but write another format. */
export function taxExclusiveProblems(root: Element): Problem[] {
  const taxes = childrenOf(root, 'TaxTotal').map((one) => readDecimal(textAt(one, 'TaxAmount') ?? '') ?? 0n);
  const expected = hundredths(taxes.reduce((sum, tax) => sum + tax, 0n));
  const written = readDecimal(textAt(root, 'LegalMonetaryTotal/TaxExclusiveAmount') ?? '');
  const said = written === null ? null : hundredths(written);
  if (said === null || expected === null || said === expected) return [];
  return [problem('OIOUBL-TAX-EXCLUSIVE', { text: writeHundredths(said), expected: writeHundredths(expected) })];
}
