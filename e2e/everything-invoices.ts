import { kroner } from '../src/kernel/money.ts';
import { oioubl, verbs } from '../src/modules/decide/invoices/seed.ts';
import type { Visit } from './accessibility.ts';
import { type As, must } from './town.ts';

const SIGNE = 'Signe Højlund';
const A_PDF = Buffer.from('%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF');

/** A bill that came as data and as a PDF, which can be parted. */
export async function invoicePages(as: As): Promise<Visit[]> {
  const id = await as(SIGNE, async (tx) => {
    const xml = oioubl({ number: 'K-17', issueDate: tx.today, lines: [{ name: 'Krukker', price: kroner(500) }] });
    const files = [
      { name: 'K-17.xml', bytes: new Uint8Array(Buffer.from(xml)) },
      { name: 'K-17.pdf', bytes: new Uint8Array(A_PDF) },
    ];
    const [received] = must(await verbs.receiveForm(tx, { files, way: 'staff' }, 1));
    if (!received) throw new Error('Cannot walk to an invoice with a picture: none came of the two files');
    return received.id;
  });
  return [{ url: `/fakturaer/${id}`, as: SIGNE }];
}
