import { isCvr } from '../../kernel/cvr.ts';
import { isSlipReference } from '../../kernel/slip-reference.ts';
import { isGln, isIban } from './check-digits.ts';
import type { Invoice, Payment, SlipCode } from './invoice.ts';
import { type Problem, problem } from './problems.ts';
import { isMinimum } from './profiles.ts';
import { writeSlip } from './rules-danish.ts';

/** Card types whose reference has a check digit, and its length. */
const FIK_FORMS = new Map([
  ['71', /^\d{15,16}$/],
  ['75', /^\d{15,16}$/],
]);
const GIRO_FORMS = new Map([
  ['04', /^\d{16}$/],
  ['15', /^\d{16}$/],
]);

/** What a careful bookkeeper in Denmark looks at before paying. All warnings, but for a proforma. */
export function ownProblems(invoice: Invoice): Problem[] {
  const { supplier, buyer, payments, currency } = invoice;
  const payment = payments[0];
  const found: Problem[] = [];
  if (invoice.typeCode === '325') found.push(problem('PROFORMA'));
  if (currency !== null && currency !== 'DKK') found.push(problem('CURRENCY', { text: currency }));
  if (invoice.kind === 'invoice' && (invoice.totals.payable ?? 0) < 0) found.push(problem('NEGATIVE'));
  found.push(...dateProblems(invoice), ...vatRateProblems(invoice));
  for (const { cvr, name } of [supplier, buyer]) {
    if (cvr !== null && !isCvr(cvr)) found.push(problem('CVR', { text: cvr, name: name ?? '?' }));
  }
  for (const { gln } of [supplier, buyer]) {
    if (gln !== null && !isGln(gln)) found.push(problem('GLN', { text: gln }));
  }
  if (invoice.payeeName !== null && invoice.payeeName !== supplier.name) {
    found.push(problem('PAYEE', { text: invoice.payeeName }));
  }
  if (payment) found.push(...accountProblems(payment));
  if (invoice.reference === null && invoice.orderReference === null) found.push(problem('REFERENCE'));
  return found;
}

function dateProblems(invoice: Invoice): Problem[] {
  const { kind, issueDate, dueDate, paymentTerms, totals } = invoice;
  if (dueDate !== null) return issueDate !== null && dueDate < issueDate ? [problem('DUE-BEFORE-ISSUE')] : [];
  if (kind === 'creditNote' || (totals.payable ?? 0) <= 0) return [];
  const hasPlace = invoice.format !== 'oioubl' && !isMinimum(invoice);
  return [problem(paymentTerms === null && hasPlace ? 'BR-CO-25' : 'DUE-DATE')];
}

/** Danish VAT is 25 % or none (momsloven § 33). */
function vatRateProblems({ vat, currency, supplier }: Invoice): Problem[] {
  if (currency !== 'DKK' && supplier.country !== 'DK') return [];
  const rates = vat.map(({ rate }) => rate).filter((rate) => rate !== null && rate !== '25' && rate !== '0');
  return [...new Set(rates)].map((text) => problem('VAT-RATE', { text: text ?? '' }));
}

function accountProblems({ means, iban, account, bank, fik, giro }: Payment): Problem[] {
  if (fik) return slipProblems(fik, 'FIK', FIK_FORMS);
  if (giro) return slipProblems(giro, 'GIRO', GIRO_FORMS);
  if (iban !== null) return isIban(iban) ? [] : [problem('IBAN', { text: iban })];
  if (account === null) return [];
  if (means === '30' || means === '58') return [problem('IBAN', { text: account })];
  const danish = means === '42' && bank !== null;
  const right = /^\d{4}$/.test(bank?.replace(/\s/g, '') ?? '') && /^\d{1,10}$/.test(account.replace(/[\s-]/g, ''));
  return danish && !right ? [problem('ACCOUNT', { text: `${bank} ${account}` })] : [];
}

/** The check digit of a reference. That its length is right is a Danish rule, and not said again. */
function slipProblems(slip: SlipCode, code: 'FIK' | 'GIRO', forms: ReadonlyMap<string, RegExp>): Problem[] {
  const reference = slip.reference ?? '';
  if (!forms.get(slip.cardType ?? '')?.test(reference) || isSlipReference(reference)) return [];
  return [problem(code, { text: writeSlip(slip) })];
}
