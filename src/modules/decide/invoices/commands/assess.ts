import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { contactsOf, departments, organisations, ownOrganisation } from '../../../housing/public.ts';
import { type Commitment, commitmentById, policyOn } from '../../fund/public.ts';
import type { Check } from '../rules/check.ts';
import { checksOf, type Scene } from '../rules/checks.ts';
import { type Facts, paymentKey } from '../rules/facts.ts';
import type { InvoiceRow } from '../rules/invoice.ts';
import type { Given } from '../rules/outcome.ts';
import type { Involved, Us } from '../rules/parties.ts';
import { answersOf } from '../store/deciding.ts';
import { duplicateOf } from '../store/duplicates.ts';
import { creditedBy, lastPaymentOf, privatePayments } from '../store/invoices.ts';
import { invoiceSettings } from '../store/settings.ts';

export interface Assessment {
  readonly commitment: Commitment | null;
  readonly policy: Scene['policy'];
  readonly checks: readonly Check[];
  readonly answers: readonly Given[];
}

/** Whose accounts money is paid from: those who pay know them. */
export type OwnAccounts = (tx: TenantDb) => Promise<readonly string[]>;

/** Holds an invoice to every rule as things stand now. A fixed number of questions. `ownAccounts`: IBANs. */
export async function assess(
  tx: TenantDb,
  ownAccounts: OwnAccounts | undefined,
  invoice: InvoiceRow & { readonly facts: Facts },
): Promise<Assessment> {
  const { facts, applicationId } = invoice;
  const commitment = applicationId && (await commitmentById(tx, applicationId));
  const policy = await policyFor(tx, commitment || null);
  const credited = await creditedBy(tx, facts);
  const checks = checksOf({
    facts,
    today: tx.today,
    us: await usFor(tx, commitment?.organisationId ?? null),
    commitment: commitment ? { ...commitment, closed: isClosed(commitment) } : null,
    policy,
    involved: commitment ? await involvedIn(tx, commitment) : [],
    duplicate: await duplicateOf(tx, invoice),
    lastPayment: await lastPaymentOf(tx, invoice),
    ownAccounts: await ownKeys(tx, ownAccounts),
    privatePayments: applicationId ? await privatePayments(tx, applicationId) : [],
    credited,
    hasFile: invoice.fileId !== null,
  });
  return { commitment: commitment || null, policy, checks, answers: await answersOf(tx, invoice.id) };
}

async function ownKeys(tx: TenantDb, ownAccounts: OwnAccounts | undefined): Promise<string[]> {
  const ibans = (await ownAccounts?.(tx)) ?? [];
  return ibans.map((iban) => paymentKey({ means: null, iban, account: null, fik: null })).filter((key) => key !== null);
}

/** Nobody can be paid from it any more; a cancelled one may still owe its supplier. */
function isClosed({ status }: Commitment): boolean {
  return ['withdrawn', 'lapsed', 'completed', 'refused'].includes(status);
}

/** Where no policy is in force any more, the invoice is counted with its VAT and outlays are closed. */
async function policyFor(tx: TenantDb, commitment: Commitment | null): Promise<Scene['policy']> {
  const policy = commitment && (await policyOn(tx, commitment.fundId, commitment.committedOn));
  return { includesVat: policy?.amountsIncludeVat ?? true, allowsOutlays: policy?.allowsPrivateOutlays ?? false };
}

/** Whom invoices must be made out to: the organisation whose fund it is. */
export async function usFor(tx: TenantDb, organisationId: Id<'organisation'> | null): Promise<Us> {
  const own = await ownOrganisation(tx);
  const other = organisationId === null || organisationId === own.id ? null : await organisations(tx);
  const it = other?.find((one) => one.id === organisationId) ?? own;
  const settings = await invoiceSettings(tx);
  const ours = it.id === own.id;
  return {
    name: it.name,
    cvr: it.cvr,
    otherNames: ours ? settings.otherNames : [],
    glns: ours ? settings.glns : [],
    departments: (await departments(tx)).filter((one) => one.organisationId === it.id).map((one) => one.name),
  };
}

/** Who may not send an invoice in the case, with what they can be known by; one question whatever their number. */
async function involvedIn(tx: TenantDb, commitment: Commitment): Promise<Involved[]> {
  const { applicantId, carrierId, coApplicants, householdIds, deciderIds } = commitment;
  const known = (as: Involved['as'], ids: readonly (Id<'person'> | null)[]) =>
    ids.filter((id) => id !== null).map((id) => ({ as, id }));
  const people = [
    ...known('applicant', [applicantId, carrierId]),
    ...known(
      'co_applicant',
      coApplicants.map((one) => one.personId),
    ),
    ...known('household', householdIds),
    ...known('decider', deciderIds),
  ];
  const contacts = await contactsOf(tx, [...new Set(people.map(({ id }) => id))]);
  const named = [
    { as: 'applicant' as const, name: commitment.applicantName },
    ...coApplicants.map(({ name }) => ({ as: 'co_applicant' as const, name })),
  ];
  return [
    ...people.flatMap(({ as, id }) => {
      const contact = contacts.get(id);
      return contact ? [{ as, name: contact.name, email: contact.email, phone: contact.phone }] : [];
    }),
    ...named.filter(({ name }) => name !== '').map((one) => ({ ...one, email: null, phone: null })),
  ];
}
