import { type Ore, toOre } from '../../kernel/money.ts';
import type { AllowanceCharge, Invoice } from './invoice.ts';

/**
 * A credit note whose amounts are written with a minus says the same as one without, by another habit. Its amounts and
 * quantities are turned, so that whoever reads an `Invoice` need not know which habit the sender had.
 */
export function positive(invoice: Invoice): { readonly invoice: Invoice; readonly turned: boolean } {
  const { totals } = invoice;
  if (invoice.kind !== 'creditNote' || (totals.payable ?? totals.gross ?? 0) >= 0) return { invoice, turned: false };
  const all = Object.entries(totals).map(([name, amount]) => [name, turn(amount)] as const);
  return {
    turned: true,
    invoice: {
      ...invoice,
      totals: Object.fromEntries(all) as unknown as Invoice['totals'],
      vat: invoice.vat.map((part) => ({ ...part, taxable: turn(part.taxable), amount: turn(part.amount) })),
      allowanceCharges: invoice.allowanceCharges.map(turnCharge),
      lines: invoice.lines.map((line) => ({
        ...line,
        net: turn(line.net),
        allowanceCharges: line.allowanceCharges.map(turnCharge),
        quantity: line.net !== null && line.net < 0 ? (line.quantity?.replace(/^-/, '') ?? null) : line.quantity,
      })),
    },
  };
}

function turnCharge(one: AllowanceCharge): AllowanceCharge {
  return { ...one, amount: turn(one.amount) };
}

function turn(amount: Ore | null): Ore | null {
  return amount === null ? null : toOre(-amount);
}
