import type { Html } from '#jsx/jsx-runtime';
import { holds } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Visit, Web } from '../../../platform/web/web.ts';
import { commitmentById, type Fund, mayHandle } from '../fund/public.ts';
import type { Payers } from './commands/decide.ts';
import { tellApplicant } from './commands/desk.ts';
import type { ReceiveRefusal } from './commands/receive.ts';
import { deskRoutes, refusalSentence } from './routes/desk.tsx';
import { oneRoutes } from './routes/one.tsx';
import { sendingRoutes } from './routes/sending.tsx';
import { acceptedById } from './store/accepted.ts';
import { invoicesOf } from './store/invoices.ts';
import { invoiceSettings } from './store/settings.ts';
import { sendPlace } from './urls.ts';
import { OnCase } from './views/desk.tsx';

export type { Payers } from './commands/decide.ts';
export { mayMailNow, takeFromFolder, takeMail } from './commands/deliveries.ts';
export { invoicesHoldings } from './holdings.ts';
export { invoicesJobs } from './jobs.ts';
export { invoicesJournal } from './journal.ts';
export { invoicesResources } from './resources.ts';
export type { AcceptedInvoice } from './rules/accepted.ts';
export { type PaymentFacts, supplierKey } from './rules/facts.ts';
export { MAIL_MOST_BYTES } from './rules/invoice.ts';
export { houseOf as houseOfMail } from './rules/mail.ts';
export { acceptedById as acceptedInvoiceById } from './store/accepted.ts';
export { invoicesTurns } from './turns.ts';
export { invoicePlace, invoicesPlace, sendPlace } from './urls.ts';

/** Every page of invoices. `payers`: who is told when one is accepted, and asked before that is undone. */
export function invoicesRoutes(web: Web, payers: Payers): void {
  sendingRoutes(web);
  deskRoutes(web);
  oneRoutes(web, payers);
}

/** How suppliers' invoices reach the house: location numbers, mail address (empty: none), and where one is sent by hand. */
export async function invoiceBilling(tx: TenantDb) {
  const { glns, mailAddress: mail } = await invoiceSettings(tx);
  return { glns, mail, sendPath: (reference: string) => sendPlace({}, { ref: reference }) };
}

/** Why a file was not taken, for the one who sent it. */
export function fileRefusalSentence(refusal: ReceiveRefusal, language: Language): string {
  return refusalSentence(refusal, { language });
}

/** The applicant hears that a bill was paid; whoever settles the claim says so in the same transaction. */
export async function tellPaid(tx: TenantDb, id: Id<'invoice'>): Promise<void> {
  const invoice = await acceptedById(tx, id);
  const commitment = invoice && (await commitmentById(tx, invoice.applicationId));
  if (!invoice || !commitment || invoice.kind === 'creditNote') return;
  await tellApplicant(tx, 'paid', commitment, { supplierName: invoice.supplier.name });
}

/** The section about invoices on a case of the fund; the reader may see the case. */
export async function invoicesOnCase(
  { tx, language, actor }: Pick<Visit, 'tx' | 'language' | 'actor'>,
  { id, fund }: { readonly id: Id<'fund_application'>; readonly fund: Fund },
): Promise<Html | null> {
  const links = holds(actor, 'finance') || mayHandle(actor, fund);
  return OnCase({ language, invoices: await invoicesOf(tx, id), links });
}
