import type { Identifier, Invoice, Payment, SlipCode } from './invoice.ts';
import { type Problem, problem } from './problems.ts';

const MEANS = new Set(['1', '10', '31', '42', '48', '49', '50', '58', '59', '93', '97']);
const OIOUBL_MEANS = new Set([...MEANS, '20']);
const UNSPSC_VERSIONS = new Set(['19.05.01', '19.0501', '26.08.01', '26.0801']);

/**
 * The Danish rules of Peppol BIS Billing 3 (DK-R-002 … DK-R-016), by their own codes. They hold for a Danish supplier,
 * most of them only towards a Danish buyer. OIOUBL, where both are Danish, is held to those it can break. Takes the amounts
 * as they were written, a minus on a credit note included.
 */
export function danishProblems(invoice: Invoice): Problem[] {
  const { supplier, buyer, format } = invoice;
  const oioubl = format === 'oioubl';
  const seller = oioubl ? supplier.country === null || supplier.country === 'DK' : supplier.country === 'DK';
  if (!seller) return [];
  // A fragment that does not say where its buyer lives is held to them too.
  const both = oioubl || buyer.country === 'DK' || buyer.country === null;
  const credit = invoice.kind === 'creditNote';
  return [
    ...supplierProblems(invoice),
    ...(both && credit && (invoice.totals.payable ?? 0) < 0 ? [problem('DK-R-016')] : []),
    ...(both && !oioubl ? peppolProblems(invoice) : []),
    ...(both && !credit ? invoice.payments.flatMap((payment) => paymentProblems(payment, oioubl)) : []),
  ];
}

function supplierProblems({ supplier, format }: Invoice): Problem[] {
  const found: Problem[] = [];
  const oioubl = format === 'oioubl';
  if (oioubl ? supplier.cvr === null && !supplier.legalId : !supplier.legalId) found.push(problem('DK-R-002'));
  if (oioubl) return found;
  if (supplier.legalId && supplier.legalId.scheme !== '0184') {
    found.push(problem('DK-R-014', { text: supplier.legalId.id }));
  }
  if (supplier.vatId !== null && !/^DK\d{8}$/.test(supplier.vatId)) {
    found.push(problem('DK-R-015', { text: supplier.vatId }));
  }
  return found;
}

function peppolProblems({ supplier, buyer, lines, allowanceCharges, format }: Invoice): Problem[] {
  const ubl = format === 'peppol' || format === 'ubl';
  // CII has a place for identifiers without a scheme (ram:ID, null here); its ram:GlobalID, and UBL's only one, must have it.
  const unschemed = (one: Identifier) => one.scheme === '' || (ubl && one.scheme === null);
  const identifiers = [...supplier.identifiers, ...buyer.identifiers];
  return [
    ...identifiers.filter(unschemed).map(({ id }) => problem('DK-R-013', { text: id })),
    ...[...allowanceCharges, ...lines.flatMap((line) => line.allowanceCharges)]
      .filter(({ reasonCode, reason }) => reasonCode === 'ZZZ' && !namesDuty(reason ?? ''))
      .map(() => problem('DK-R-004')),
    ...lines
      .filter(({ classifications }) => {
        const listed = classifications.filter(({ list }) => list === 'TST');
        return listed.length > 0 && !classifications.some(({ version }) => version && UNSPSC_VERSIONS.has(version));
      })
      .map(({ id }) => problem('DK-R-003', { name: id ?? '?' })),
  ];
}

/** A duty is named by four digits, or by words with a `#` within them. */
function namesDuty(reason: string): boolean {
  return /^\d{4}$/.test(reason) || /^[^#].*#.*[^#]$/.test(reason);
}

function paymentProblems(payment: Payment, oioubl: boolean): Problem[] {
  const { means } = payment;
  if (means === null) return [];
  if (!(oioubl ? OIOUBL_MEANS : MEANS).has(means)) return [problem('DK-R-005', { text: means })];
  if (means === '31' || means === '42') {
    const known = (payment.account !== null || payment.iban !== null) && payment.bank !== null;
    return known ? [] : [problem('DK-R-006')];
  }
  if (means === '49' && !oioubl) {
    return payment.mandate !== null && payment.debitedAccount !== null ? [] : [problem('DK-R-007')];
  }
  if (payment.giro) return giroProblems(payment.giro);
  return payment.fik ? fikProblems(payment.fik) : [];
}

function giroProblems(giro: SlipCode): Problem[] {
  const text = writeSlip(giro);
  const { cardType, reference, creditor } = giro;
  const wrong = !/^(?:01|04|15)$/.test(cardType ?? '') || !/^\d{7,8}$/.test(creditor ?? '');
  const short = /^(?:04|15)$/.test(cardType ?? '') && !/^\d{16}$/.test(reference ?? '');
  return [...(wrong ? [problem('DK-R-008', { text })] : []), ...(short ? [problem('DK-R-009', { text })] : [])];
}

function fikProblems(fik: SlipCode): Problem[] {
  const text = writeSlip(fik);
  const { cardType, reference, creditor } = fik;
  const wrong = !/^7[135]$/.test(cardType ?? '') || !/^\d{8}$/.test(creditor ?? '');
  const short = /^7[15]$/.test(cardType ?? '') && !/^\d{15,16}$/.test(reference ?? '');
  return [...(wrong ? [problem('DK-R-010', { text })] : []), ...(short ? [problem('DK-R-011', { text })] : [])];
}

/** The foot of a payment slip: `+71<123456789012347+82345678<`. */
export function writeSlip({ cardType, reference, creditor }: SlipCode): string {
  return `+${cardType ?? '??'}<${reference ?? ''}+${creditor ?? ''}<`;
}
