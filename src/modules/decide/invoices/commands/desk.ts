import { STAFF } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Facts as JournalFacts, record } from '../../../../platform/journal/journal.ts';
import { openTurn } from '../../../turns/public.ts';
import { type Commitment, tellCarrier } from '../../fund/public.ts';
import type { InvoiceRow } from '../rules/invoice.ts';
import { billNews } from '../turns.ts';

export function subjectOf(invoiceId: Id<'invoice'>) {
  return { kind: 'invoice', id: invoiceId };
}

/** About the case when there is one, so that its tracker and its thread tell; else about the invoice itself. */
export function write(
  tx: TenantDb,
  what: string,
  about: {
    readonly invoiceId: Id<'invoice'>;
    readonly commitment: Pick<Commitment, 'applicationId' | 'initiativeId'> | null;
  },
  facts: JournalFacts = {},
): void {
  const { invoiceId, commitment } = about;
  record(tx, {
    kind: `invoice.${what}`,
    subject: commitment ? { kind: 'fund_application', id: commitment.applicationId } : subjectOf(invoiceId),
    thread: commitment?.initiativeId ?? null,
    facts: { invoice: invoiceId, ...facts },
  });
}

/** Somebody at the desk is to look at it. */
export async function putOnDesk(
  tx: TenantDb,
  invoiceId: Id<'invoice'>,
  commitment: Pick<Commitment, 'initiativeId' | 'reference'> | null,
): Promise<void> {
  for (const role of STAFF) {
    await openTurn(tx, {
      kind: 'invoice.handle',
      subject: subjectOf(invoiceId),
      thread: commitment?.initiativeId ?? null,
      assignee: { role, departmentId: null },
      facts: { reference: commitment?.reference ?? null },
    });
  }
}

/** The one who carries the case hears what happened to a bill; without an account, by the way they left, with a link. */
export async function tellApplicant(
  tx: TenantDb,
  what: 'received' | 'returned' | 'paid',
  commitment: Pick<Commitment, 'applicationId' | 'title'>,
  invoice: Pick<InvoiceRow, 'supplierName'>,
): Promise<void> {
  const { title, applicationId } = commitment;
  await tellCarrier(tx, applicationId, (place) => billNews(what, { supplier: invoice.supplierName, title, place }));
}
