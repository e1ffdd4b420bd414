import type { Html } from '#jsx/jsx-runtime';
import { holds } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Visit, Web } from '../../../platform/web/web.ts';
import type { Payers } from '../invoices/public.ts';
import { mayPay, organisationsSeen } from './access.ts';
import { openPayment, stopPayment } from './commands/opening.ts';
import { bankRoutes } from './routes/bank.tsx';
import { batchRoutes } from './routes/batches.tsx';
import { listRoutes } from './routes/list.tsx';
import { paymentRoutes } from './routes/payment.tsx';
import { settingsRoutes } from './routes/settings.tsx';
import { voucherRoutes } from './routes/vouchers.tsx';
import { paymentCounts } from './store/lists.ts';
import { paymentsOfApplication } from './store/payments.ts';
import { ownAccounts } from './store/settings.ts';
import { PaymentsCard } from './views/front.tsx';
import { OnCase } from './views/on-case.tsx';

export { paymentsHoldings } from './holdings.ts';
export { paymentsJournal } from './journal.ts';
export { paymentsResources } from './resources.ts';
export { voucherYears } from './store/settings.ts';
export { paymentsTurns } from './turns.ts';
export { paymentsPlace } from './urls.ts';

/** What invoices tell to those who pay: in the transaction that accepts one, and before that is undone. */
export const PAYERS: Payers = { accepted: openPayment, undone: stopPayment, ownAccounts };

/** Every page of payments. */
export function paymentsRoutes(web: Web): void {
  listRoutes(web);
  batchRoutes(web);
  bankRoutes(web);
  settingsRoutes(web);
  voucherRoutes(web);
  paymentRoutes(web);
}

/** Finance's front page: what waits where. Null for everybody who does not pay. */
export async function paymentsOnFront({
  tx,
  language,
  actor,
}: Pick<Visit, 'tx' | 'language' | 'actor'>): Promise<Html | null> {
  if (!holds(actor, 'finance')) return null;
  return PaymentsCard({ language, counts: await paymentCounts(tx, organisationsSeen(actor)) });
}

/** The section about payments on a case of the fund. Only for those who have to do with paying. */
export async function paymentsOnCase(
  { tx, language, actor }: Pick<Visit, 'tx' | 'language' | 'actor'>,
  application: { readonly id: Id<'fund_application'> },
): Promise<Html | null> {
  if (organisationsSeen(actor).length === 0) return null;
  const payments = await paymentsOfApplication(tx, application.id);
  return OnCase({ language, payments: payments.filter(({ organisationId }) => mayPay(actor, organisationId).see) });
}
