import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { LetterSpec } from '../../../../platform/documents/spec.ts';
import { contactOf, departments, type Organisation, organisations } from '../../../housing/public.ts';
import { lettersAbout, type Recipient } from '../letters/decision.ts';
import { type Application, type ApplicationId, carriedBy } from '../rules/application.ts';
import type { Billing, BillTo } from '../rules/billing.ts';
import type { KeptLetter } from '../rules/letters.ts';
import type { Fund } from '../rules/policy.ts';
import { referenceOf } from '../rules/reference.ts';
import { applicationById } from '../store/applications.ts';
import { fundById, policiesOf, policyOn } from '../store/funds.ts';
import { letterById, lettersOf } from '../store/letters.ts';

/** How invoices are told to reach the house; null where no module takes them. */
export type TellBilling = ((tx: TenantDb) => Promise<Billing>) | undefined;

/** A letter's papers, written anew from the rows. Null when there is no such letter. */
export async function papersOf(
  tx: TenantDb,
  id: Id<'fund_letter'>,
  billing: TellBilling,
): Promise<readonly [LetterSpec, ...LetterSpec[]] | null> {
  const letter = await letterById(tx, id);
  return letter && papersOfLetter(tx, letter, billing);
}

/** The letter of the newest promise, without the page for the supplier. Null where none was written. */
export async function commitmentLetter(tx: TenantDb, id: ApplicationId): Promise<LetterSpec | null> {
  const letter = (await lettersOf(tx, id)).find(({ kind }) => kind === 'commitment');
  return letter ? (await papersOfLetter(tx, letter, undefined))[0] : null;
}

async function papersOfLetter(
  tx: TenantDb,
  letter: KeptLetter,
  billing: TellBilling,
): Promise<readonly [LetterSpec, ...LetterSpec[]]> {
  const application = await applicationById(tx, letter.applicationId);
  const fund = application && (await fundById(tx, application.fundId));
  if (!application?.submission || !fund) throw new Error(`Cannot write letter ${letter.id}: its case is gone`);
  const policy = (await policyOn(tx, fund.id, letter.on)) ?? (await policiesOf(tx, fund.id))[0];
  if (!policy) throw new Error(`Cannot write letter ${letter.id}: its fund has no policy`);
  const reference = referenceOf(fund, application.submission.number);
  return lettersAbout({
    ...{ kind: letter.kind, language: letter.language, on: letter.on },
    shopLanguage: tx.tenant.language,
    to: letter.kind === 'municipality' ? await municipalityOf(tx) : await recipientOf(tx, application),
    from: tx.tenant.name,
    application,
    decision: application.decisions.find((decision) => decision.id === letter.decisionId) ?? null,
    fund: fund.name,
    reference,
    policy,
    billTo: await billToOf(tx, fund, reference, billing),
    where: await whereOf(tx, application),
  });
}

async function recipientOf(tx: TenantDb, application: Application): Promise<Recipient> {
  const personId = carriedBy(application);
  const contact = personId && (await contactOf(tx, personId));
  if (contact) return { name: contact.name, address: contact.address ?? [], large: contact.largePrint };
  const address = application.applicantAddress.split(/\s*,\s*(?=\d{4}\b)|\n/).filter(Boolean);
  return { name: application.applicantName, address, large: false };
}

/** The municipality as one writes to it; without a name where nobody has written it down. */
async function municipalityOf(tx: TenantDb): Promise<Recipient> {
  const one = await municipality(tx);
  if (!one) return { name: '', address: [], large: false };
  const { name, streetLine, postcode, city } = one;
  return { name, address: [streetLine, `${postcode} ${city}`.trim()].filter(Boolean), large: false };
}

/** The municipality that the house lies in; null where nobody has written it down. */
export async function municipality(tx: TenantDb): Promise<Organisation | null> {
  return (await organisations(tx)).find((one) => one.kind === 'municipality') ?? null;
}

async function whereOf(tx: TenantDb, { departmentIds }: Application): Promise<string[]> {
  const all = await departments(tx);
  return all.filter(({ id }) => departmentIds.includes(id)).map((one) => one.name);
}

/** Whom invoices are made out to: the organisation whose money it is. */
export async function billToOf(tx: TenantDb, fund: Fund, reference: string, billing: TellBilling): Promise<BillTo> {
  const organisation = (await organisations(tx)).find((one) => one.id === fund.organisationId);
  if (!organisation) throw new Error(`Cannot say whom to bill for fund ${fund.id}: its organisation is gone`);
  // The house's own numbers and addresses say nothing of another organisation's.
  const told = organisation.own ? ((await billing?.(tx)) ?? null) : null;
  return {
    name: organisation.name,
    cvr: organisation.cvr,
    address: [organisation.streetLine, `${organisation.postcode} ${organisation.city}`.trim()].filter(Boolean),
    glns: told?.glns ?? [],
    mail: told?.mail || organisation.email,
    sendUrl: told ? tx.origin + told.sendPath(reference) : null,
  };
}
