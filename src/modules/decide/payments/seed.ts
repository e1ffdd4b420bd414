import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner, type Ore } from '../../../kernel/money.ts';
import type { Outcome } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { TestTenant } from '../../../testing/database.ts';
import { loadActor, ownOrganisation } from '../../housing/public.ts';
import { aDepartment, aPerson, aTenancy } from '../../housing/seed.ts';
import { claimMoney } from '../fund/public.ts';
import { aFund, anApplication, answer } from '../fund/seed.ts';
import type { AcceptedInvoice } from '../invoices/public.ts';
import { verbs as invoiceVerbs, typedFacts } from '../invoices/seed.ts';
import { approve, changeAccount } from './commands/approving.ts';
import { exportPayments, undoBatch } from './commands/exporting.ts';
import { openPayment } from './commands/opening.ts';
import { changeSettings } from './commands/settings.ts';
import { markBounced, markPaid } from './commands/settling.ts';
import type { ApprovalRefusal } from './rules/approving.ts';
import { type Payment, type PaymentId, STATUSES } from './rules/payment.ts';
import { type Settings, USUAL_SETTINGS } from './rules/settings.ts';
import { paymentsIn } from './store/lists.ts';
import { digestOf, paymentById, paymentOfInvoice } from './store/payments.ts';

export type { PaymentId } from './rules/payment.ts';

/** An office of three, and a promise of 10.000 kr. to Poul, who lives with Rita; both of them sit in finance too. */
export async function anOffice(house: TestTenant, settings: Partial<Settings> = {}) {
  const people = await house.tx(async (tx) => {
    const home = await aTenancy(tx, { departmentId: await aDepartment(tx) });
    return {
      lise: await aPerson(tx, { name: 'Lise Krogh', roles: ['finance'] }),
      karen: await aPerson(tx, { name: 'Karen Lund', roles: ['secretariat'] }),
      jonas: await aPerson(tx, { name: 'Jonas Bak', roles: ['consultant'] }),
      inge: await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }),
      poul: await aPerson(tx, { name: 'Poul Dahl', lives: home, roles: ['finance'] }),
      rita: await aPerson(tx, { name: 'Rita Dahl', lives: home, roles: ['finance'] }),
    };
  });
  const fundId = await house.tx((tx) => aFund(tx));
  /** Another promise of 10.000 kr. to Poul. */
  const promise = async () => {
    const id = await house.tx((tx) => anApplication(tx, fundId, { sought: kroner(10_000), applicantId: people.poul }));
    const decision = { result: 'commit', amount: kroner(10_000), terms: '', words: '' } as const;
    const told = { key: 'suppe', startsIn: 0, departments: 0, decision } as Parameters<typeof answer>[2];
    await actingAs(house, people.inge, (tx) => answer(tx, id, told, 'OB, punkt 4'));
    return id;
  };
  const applicationId = await promise();
  const organisationId = await house.tx(async (tx) => (await ownOrganisation(tx)).id);
  const rules = { ...USUAL_SETTINGS, organisationId, payerName: 'Prøven', iban: 'DK5495700012345674', ...settings };
  await actingAs(house, people.karen, (tx) => changeSettings(tx, 0, rules));
  return { house, people, applicationId, organisationId, promise };
}
export type Office = Awaited<ReturnType<typeof anOffice>>;

/** One transaction as this person. */
export async function actingAs<T>(
  house: TestTenant,
  personId: Id<'person'>,
  work: (tx: TenantDb) => Promise<T>,
): Promise<T> {
  const actor = await house.tx((tx) => loadActor(tx, personId));
  if (!actor) throw new Error(`Cannot act as ${personId}: nobody is that`);
  return house.as(actor, work);
}

/** An invoice that was accepted: the money is set aside, and its payment waits. */
export async function aPayment(
  { house, people, applicationId }: Pick<Office, 'house' | 'people' | 'applicationId'>,
  wanted: {
    readonly amount?: Ore;
    readonly payment?: AcceptedInvoice['payment'];
    readonly supplier?: string;
    readonly number?: string;
  } = {},
): Promise<{ readonly id: PaymentId; readonly invoiceId: Id<'invoice'> }> {
  const { amount = kroner(1_000), supplier = 'Vesterby Brugs', number = 'F-117' } = wanted;
  return actingAs(house, people.jonas, async (tx) => {
    const kind = amount < 0 ? 'creditNote' : 'invoice';
    const received = await invoiceVerbs.receiveTyped(tx, typedFacts({ kind, number, supplier }), null);
    const claim = await claimMoney(tx, applicationId, { amount, reference: number });
    if (!received.ok || !claim.ok) throw new Error(`Cannot arrange invoice ${number}`);
    const invoiceId = received.value.id;
    await openPayment(tx, {
      invoiceId,
      claimId: claim.value,
      applicationId,
      kind,
      supplier: { name: supplier, cvr: null },
      number,
      precedingInvoice: null,
      issueDate: tx.today,
      dueDate: addDays(tx.today, 14),
      amount,
      claimed: amount,
      part: false,
      payment: wanted.payment ?? { means: '42', iban: null, account: { reg: '3000', number: '1234567' }, fik: null },
      acceptedBy: people.jonas,
      acceptedOn: tx.today,
      handlers: [people.jonas],
      fileId: null,
      pictureId: null,
      warnings: [],
      outlay: null,
    });
    const id = await paymentOfInvoice(tx, invoiceId);
    if (!id) throw new Error(`Cannot find the payment of invoice ${number}`);
    return { id, invoiceId };
  });
}

/** Approved by Jonas and Lise: it can go to the bank. */
export async function aReadyPayment(office: Office, wanted: Parameters<typeof aPayment>[1] = {}): Promise<PaymentId> {
  const { id } = await aPayment(office, wanted);
  for (const who of [office.people.jonas, office.people.lise]) {
    const said = await actingAs(office.house, who, (tx) => yes(tx, id));
    if (!said.ok) throw new Error(`Cannot approve payment ${id}: ${said.refusal}`);
  }
  return id;
}

/** The first of each status of the tenant's own organisation, in the order of their numbers. */
export async function paymentsByNumber(tx: TenantDb): Promise<readonly Payment[]> {
  const { id } = await ownOrganisation(tx);
  const found: Payment[] = [];
  for (const status of STATUSES) found.push(...(await paymentsIn(tx, [id], status, 1)));
  return found.toSorted((a, b) => a.number - b.number);
}

/** The one who acts approves what is there now. */
export async function yes(
  tx: TenantDb,
  id: PaymentId,
): Promise<Outcome<{ readonly complete: boolean }, ApprovalRefusal>> {
  const payment = await paymentById(tx, id);
  if (!payment) throw new Error(`Cannot approve payment ${id}: it is not there`);
  return approve(tx, id, digestOf(payment));
}

/** The verbs of payments, for tests and for a story that is told event by event. */
export const verbs = {
  USUAL_SETTINGS,
  changeAccount,
  changeSettings,
  exportPayments,
  markBounced,
  markPaid,
  undoBatch,
};
