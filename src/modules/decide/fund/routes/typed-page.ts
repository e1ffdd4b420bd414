import { isStaff, personIdOf } from '../../../../kernel/actor.ts';
import { type Id, readId } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, readOre, ZERO_ORE } from '../../../../kernel/money.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import type { Visit } from '../../../../platform/web/web.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { contactOf, departments, findOrRegister } from '../../../housing/public.ts';
import { drivenBy, type Initiative, initiativeById } from '../../../initiatives/public.ts';
import type { SubmitRefusal } from '../commands/applying.ts';
import { type PageTyped, pageForm } from '../forms/page.ts';
import { type BudgetLine, EMPTY_PAGE, LINES, type Page } from '../rules/application.ts';
import { formWords } from '../text/forms.ts';
import { findingSentence } from '../views/says.tsx';
import type { FundNeighbours } from './case-page.tsx';

/** What was typed, with only departments that there are. */
export async function pageOf({ tx }: Pick<Visit, 'tx'>, { page }: PageTyped): Promise<PageTyped['page']> {
  const known = new Set((await departments(tx)).map((one) => one.id));
  return { ...page, departmentIds: page.departmentIds.filter((id) => known.has(id)) };
}

/** The same while somebody is still writing: what cannot be read yet counts as not written. */
export function typedSoFar(form: FormData, language: Language): PageTyped {
  const kept = new FormData();
  for (const [name, value] of form) kept.append(name, value);
  for (let read = readForm(pageForm(language), kept); ; read = readForm(pageForm(language), kept)) {
    if (read.ok) return read.value;
    for (const { field } of read.refusal.messages) {
      kept.delete(field);
      // A line that lacks its amount, or its words, is not there yet; nor is who has an address and no name.
      const line = /^(?:what|amount)(\d+)$/.exec(field)?.[1];
      for (const one of line ? ['what', 'supplier', 'amount'] : []) kept.delete(`${one}${line}`);
      kept.delete(field.replace(/^with(?=\d)/, 'withEmail'));
    }
  }
}

/** All that was typed, with nothing said against it. */
export function typedAgain(form: FormData): FormProblems {
  return { ...problemIn(form, '', ''), messages: [] };
}

/** How many lines the form shows: those with something in them, and room for the next. */
export function linesFor(page: Page, wanted: number): number {
  return Math.min(LINES.most, Math.max(LINES.first, page.lines.length, wanted));
}

/** Those who drive an initiative, and staff, may ask for money for it; what happens then stands in its thread. */
export async function ownInitiative(visit: Visit, id: Initiative['id'] | null): Promise<Initiative | null> {
  const { tx, actor } = visit;
  const personId = personIdOf(actor);
  if (!id || !personId) return null;
  if (!isStaff(actor) && !(await drivenBy(tx, personId)).includes(id)) return null;
  return initiativeById(tx, id);
}

/** Who sent the paper or telephoned, when we know the address: then questions reach them. */
export async function knownPerson({ tx }: Pick<Visit, 'tx'>, page: PageTyped['page']): Promise<Page['applicantId']> {
  return personAt(tx, { email: page.applicantEmail, phone: page.applicantPhone });
}

/** The person whom staff mean by an address. Nobody is registered by it: without a name there is nobody to register. */
export async function personAt(
  tx: Visit['tx'],
  reach: { readonly email: string | null; readonly phone: string | null },
): Promise<Id<'person'> | null> {
  const found = await findOrRegister(tx, { name: '', ...reach });
  return found.ok ? found.value.id : null;
}

/** A signed-in person does not type what we know, nor what the initiative or the card it comes from says already. */
export async function knownPage(
  visit: Visit,
  { fromCard, fromInitiative }: Pick<FundNeighbours, 'fromCard' | 'fromInitiative'> = {},
): Promise<Page> {
  const { tx, actor, query, language } = visit;
  const personId = personIdOf(actor);
  const contact = personId && !isStaff(actor) ? await contactOf(tx, personId) : null;
  const initiative = await ownInitiative(visit, readId<'initiative'>(query.get('initiativ') ?? ''));
  const cardId = readId<'catalogue_card'>(query.get('kort') ?? '');
  const [card, begun] = await Promise.all([
    cardId && fromCard?.(visit, cardId),
    initiative && fromInitiative?.(visit, initiative.id),
  ]);
  const budget = begun ?? card;
  return {
    ...EMPTY_PAGE,
    language,
    ...carriedByCard(query),
    ...(card ? { title: card.title, purpose: card.purpose } : {}),
    ...(budget ? { participants: budget.participants, lines: budgetLines(budget.lines) } : {}),
    ...(contact ? { applicantName: contact.name, applicantEmail: contact.email, applicantPhone: contact.phone } : {}),
    ...(initiative ? carriedOver(initiative) : {}),
  };
}

/** As many lines as the page has room for; what costs nothing is no line. */
function budgetLines(lines: readonly Pick<BudgetLine, 'what' | 'amount'>[]): readonly BudgetLine[] {
  return lines
    .filter(({ amount }) => amount > 0)
    .slice(0, LINES.most)
    .map(({ what, amount }) => ({ what, supplier: '', amount }));
}

/** From a card of the catalogue: `?titel=&formaal=&beloeb=` (README.md). What cannot be read is left out. */
function carriedByCard(query: URLSearchParams): Partial<Page> {
  const title = (query.get('titel') ?? '').trim().slice(0, 80);
  const amount = readOre(query.get('beloeb') ?? '') ?? ZERO_ORE;
  return {
    title,
    purpose: (query.get('formaal') ?? '').trim().slice(0, 2000),
    lines: amount > 0 ? [{ what: title, supplier: '', amount }] : [],
  };
}

function carriedOver({ id, title, what, startsOn, endsOn, departmentIds }: Initiative): Partial<Page> {
  const grounds = departmentIds.length > 1 ? (['across_departments'] as const) : [];
  return { initiativeId: id, title, purpose: what, startsOn, endsOn, departmentIds, grounds };
}

/** What stands in the way of sending, each at its field. */
export function refusalMessages(refusal: SubmitRefusal, language: Language): FormProblems['messages'] {
  const missingWords: Readonly<Record<string, string>> = formWords(language).missing;
  if (refusal.kind === 'incomplete') {
    return refusal.missing.map((field) => ({ field: FIELDS[field] ?? field, message: missingWords[field] ?? '' }));
  }
  if (refusal.kind !== 'no_room') return [];
  return refusal.findings.map((finding) => ({
    field: FIELDS[finding.field] ?? finding.field,
    message: findingSentence(finding, language),
  }));
}

/** Where a field of the page has another name in the form. */
const FIELDS: Readonly<Partial<Record<keyof Page, string>>> = {
  applicantName: 'name',
  applicantKind: 'kind',
  guardianName: 'guardian',
  lines: 'what1',
  departmentIds: 'departments',
};

/** What is kept, as the form would post it: problems are shown with what was typed. */
export function valuesOf(page: Page): FormProblems['values'] {
  const lines = page.lines.flatMap((line, at) => [
    [`what${at + 1}`, line.what],
    [`supplier${at + 1}`, line.supplier],
    [`amount${at + 1}`, asTyped(line.amount)],
  ]);
  const together = page.coApplicants.flatMap((one, at) => [
    [`with${at + 1}`, one.name],
    [`withEmail${at + 1}`, one.email ?? ''],
  ]);
  return {
    title: page.title,
    name: page.applicantName,
    email: page.applicantEmail ?? '',
    phone: page.applicantPhone ?? '',
    address: page.applicantAddress,
    kind: page.applicantKind,
    age: page.applicantAge,
    guardian: page.guardianName,
    guardianContact: page.guardianContact,
    purpose: page.purpose,
    participants: page.participants === null ? '' : String(page.participants),
    startsOn: page.startsOn ?? '',
    endsOn: page.endsOn ?? '',
    otherMoney: asTyped(page.otherMoney),
    otherMoneyWords: page.otherMoneyWords,
    grounds: page.grounds,
    groundReason: page.groundReason,
    departments: page.departmentIds,
    whoBuys: page.whoBuys,
    remains: page.remains,
    remainsOwner: page.remainsOwner,
    ...(page.minors ? { minors: 'ja' } : {}),
    ...(page.nonResidents ? { nonResidents: 'ja' } : {}),
    ...Object.fromEntries([...lines, ...together]),
  };
}

function asTyped(amount: Page['otherMoney']): string {
  return amount === 0 ? '' : formatOre(amount, 'da').replace(/ kr\.$/, '');
}
