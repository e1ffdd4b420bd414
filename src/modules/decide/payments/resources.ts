import { z } from 'zod';
import { resource } from '../../../platform/resources/resource.ts';
import { STATUSES } from './rules/payment.ts';
import { paymentsAfter } from './store/resources.ts';
import { paymentPlace } from './urls.ts';

/** Payments without the one who is paid and the account. */
export const paymentsResources = [
  resource({
    name: 'payments',
    area: 'invoices',
    about: 'Payments: amount, day and how far they are. Payee and account are not told.',
    shape: z.object({
      id: z.uuid().meta({ description: 'Stays the same for ever; later ones sort after earlier ones.' }),
      number: z.int().meta({ description: 'The voucher’s number.' }),
      status: z.enum(STATUSES),
      amountOre: z.int().meta({ description: 'Hundredths of a krone. Negative for a credit note.' }),
      dueOn: z.iso.date(),
      reference: z.string().meta({ description: 'The case of the fund: "P-0007".' }),
      applicationId: z.uuid(),
      invoiceId: z.uuid(),
      url: z.url(),
    }),
    async page(tx, asked) {
      const rows = await paymentsAfter(tx, asked);
      return rows.map((row) => ({ ...row, url: tx.origin + paymentPlace({ id: row.id }) }));
    },
  }),
];
