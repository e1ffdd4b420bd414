import type { Ore } from '../../kernel/money.ts';
import { writeHundredths } from './decimal.ts';
import type { Invoice, Reading } from './invoice.ts';
import { writeSlip } from './rules-danish.ts';

/**
 * A reading as JSON, for other programs: amounts as decimal strings, what is missing as null. Of several means of
 * payment, the first. Messages are in Danish.
 */
export function invoiceJson(reading: Reading) {
  const problems = reading.problems.map(({ code, severity, message }) => ({ code, severity, message: message.da }));
  const invoice = reading.kind === 'read' ? reading.invoice : null;
  return {
    format: reading.kind === 'read' ? reading.invoice.format : reading.format,
    kind: invoice?.kind ?? null,
    number: invoice?.number ?? null,
    issueDate: invoice?.issueDate ?? null,
    dueDate: invoice?.dueDate ?? null,
    currency: invoice?.currency ?? null,
    supplier: {
      name: invoice?.supplier.name ?? null,
      cvr: invoice?.supplier.cvr ?? null,
      endpoint: invoice?.supplier.endpoint?.id ?? null,
    },
    buyer: {
      name: invoice?.buyer.name ?? null,
      cvr: invoice?.buyer.cvr ?? null,
      gln: invoice?.buyer.gln ?? null,
    },
    reference: invoice?.reference ?? null,
    orderReference: invoice?.orderReference ?? null,
    netAmount: money(invoice?.totals.net),
    vatAmount: money(invoice?.totals.vat),
    payableAmount: money(invoice?.totals.payable),
    payment: paymentJson(invoice),
    lines: (invoice?.lines ?? []).map(({ id, name, quantity, unit, price, net, vatRate }) => ({
      id,
      name,
      quantity,
      unit,
      price,
      netAmount: money(net),
      vatRate,
    })),
    problems,
  };
}

function paymentJson(invoice: Invoice | null) {
  const payment = invoice?.payments[0];
  if (!payment) return null;
  const { means, iban, account, bank, fik, giro, remittance } = payment;
  return {
    means,
    iban,
    registrationNumber: bank && /^\d{4}$/.test(bank) ? bank : null,
    account,
    bic: bank && !/^\d{4}$/.test(bank) ? bank : null,
    fik: fik && writeSlip(fik),
    giro: giro && writeSlip(giro),
    reference: remittance,
  };
}

function money(amount: Ore | null | undefined): string | null {
  return amount === null || amount === undefined ? null : writeHundredths(amount);
}
