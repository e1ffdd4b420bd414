import { z } from 'zod';
import { resource } from '../../../platform/resources/resource.ts';
import { invoicesAfter } from './store/resources.ts';
import { invoicePlace } from './urls.ts';

/** Bills as far as the finance system needs to know them. Names of suppliers, who may be people, are not told. */
export const invoicesResources = [
  resource({
    name: 'invoices',
    area: 'invoices',
    about: 'Invoices: amount, company number, and how far they are. Names are not told.',
    shape: z.object({
      id: z.uuid().meta({ description: 'Stays the same for ever; later ones sort after earlier ones.' }),
      number: z.string().meta({ description: 'The supplier’s own; empty until it was read or typed in.' }),
      supplierCvr: z.string().nullable(),
      amountOre: z.int().nullable().meta({ description: 'Hundredths of a krone. Negative for a credit note.' }),
      status: z.enum(['unmatched', 'matched', 'accepted', 'returned']),
      applicationId: z.uuid().nullable(),
      receivedOn: z.iso.date(),
      format: z.string(),
      url: z.url(),
    }),
    async page(tx, asked) {
      const rows = await invoicesAfter(tx, asked);
      return rows.map((row) => ({ ...row, url: tx.origin + invoicePlace({ id: row.id }) }));
    },
  }),
];
