import { readFile } from 'node:fs/promises';
import { invoiceJson } from '../../engines/invoice/invoice-json.ts';
import { readInvoice } from '../../engines/invoice/read-invoice.ts';
import { type Command, WrongUse } from '../command.ts';
import { unreadable } from '../read.ts';

const MARKS = { error: '✖', warning: '!' };

export const readInvoiceCommand: Command = {
  name: 'read-invoice',
  summary: 'Read an e-invoice (OIOUBL, Peppol, CII, Factur-X), and say what is wrong with it',
  details:
    'Exit code 0 when it is readable without errors, 1 when it has errors, 2 when it is no invoice. ' +
    'The problems are in Danish. Example: grobund read-invoice faktura.xml --json',
  arguments: [{ name: 'file', help: 'an XML or PDF file' }],
  json: true,
  async run(call) {
    const [name = ''] = call.args;
    const bytes = await readFile(call.file(name)).catch((error: NodeJS.ErrnoException) => {
      throw new WrongUse(`${unreadable(`"${name}"`, error)}.`);
    });
    const reading = await readInvoice(bytes);
    const json = invoiceJson(reading);
    call.answer(json);
    if (reading.kind === 'read') {
      const { currency, supplier, payableAmount } = json;
      call.say(`${json.kind === 'creditNote' ? 'Credit note' : 'Invoice'} ${json.number ?? '?'} (${json.format})`);
      call.say(`From ${supplier.name ?? '?'} to ${json.buyer.name ?? '?'}, issued ${json.issueDate ?? '?'}`);
      call.say(`To pay: ${currency ?? ''} ${payableAmount ?? '?'}, due ${json.dueDate ?? '?'}`);
    }
    for (const { code, severity, message } of json.problems) call.say(`${MARKS[severity]} ${code}: ${message}`);
    if (reading.kind === 'unreadable') return 2;
    return reading.problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};
