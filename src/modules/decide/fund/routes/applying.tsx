import { isStaff, personIdOf } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { contactOf, departments, personByContact } from '../../../housing/public.ts';
import { drivenBy, type Initiative, initiativeById } from '../../../initiatives/public.ts';
import { applicationByCode, type SubmitRefusal, saveDraft, startApplication, submit } from '../commands/applying.ts';
import { LINES, type PageTyped, pageForm } from '../forms.ts';
import { type Application, EMPTY_PAGE, type Page } from '../rules/application.ts';
import { missingIn, policyFindings } from '../rules/findings.ts';
import { statusOf } from '../rules/status.ts';
import { funds, policyOn } from '../store/funds.ts';
import { formWords } from '../text/forms.ts';
import { fundText } from '../text/pages.ts';
import { applyPlace, followPlace, fundsPlace } from '../urls.ts';
import { ApplicationForm, findingSentence } from '../views/application-form.tsx';
import { CaseView } from '../views/case.tsx';
import { caseProps } from './case-props.ts';

/** Applying, with or without an account: the page, its draft, and the receipt. */
export function applyingRoutes(web: Web): void {
  web.get(applyPlace, anyone, (visit) => newPage(visit));
  web.post(applyPlace, anyone, postNew, { rate: { times: 20, minutes: 60 } });
  web.get(followPlace, anyone, (visit) => followPage(visit));
  web.post(followPlace, anyone, postDraft, { rate: { times: 120, minutes: 60 } });
}

type Following = Visit<'/pulje/min-ansoegning/:code'>;

async function newPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, language, actor } = visit;
  if (!(await funds(tx))[0]) missing();
  return visit.page(
    { title: fundText(language).applyTitle, trail: trail(visit), status: problems ? 422 : 200 },
    ApplicationForm({
      language,
      action: applyPlace({}),
      page: await knownPage(visit),
      version: 1,
      lines: LINES,
      departments: await departments(tx),
      findings: [],
      byStaff: isStaff(actor),
      intro: fundText(language).applyIntro,
      problems,
    }),
  );
}

async function postNew(visit: Visit): Promise<Response> {
  const { tx, language, actor } = visit;
  const fund = (await funds(tx))[0] ?? missing();
  const read = readForm(pageForm(language), visit.form);
  if (!read.ok) return newPage(visit, read.refusal);
  const onBehalf = isStaff(actor) && read.value.channel !== 'self' ? read.value.channel : null;
  const page = {
    ...EMPTY_PAGE,
    ...(await pageOf(visit, read.value)),
    initiativeId: (await ownInitiative(visit, read.value.initiativeId))?.id ?? null,
    applicantId: onBehalf ? await knownPerson(visit, read.value) : personIdOf(actor),
  };
  const { id, code } = await startApplication(tx, fund.id, page, onBehalf);
  return sendOrKeep(visit, { id, code, send: read.value.send });
}

/** Sends it in when that was asked for; a refused one waits as a draft and says what is in the way. */
async function sendOrKeep(
  visit: Visit,
  draft: { readonly id: Application['id']; readonly code: string; readonly send: boolean },
): Promise<Response> {
  const words = fundText(visit.language);
  const place = followPlace({ code: draft.code });
  if (!draft.send) return visit.redirect(place, words.draftKept);
  const sent = await submit(visit.tx, draft.id);
  if (sent.ok) return visit.redirect(place, words.sentFlash(sent.value.number));
  if (sent.refusal.kind === 'no_policy') return visit.redirect(place, words.noPeriod);
  return visit.redirect(`${place}?send=1` as typeof place);
}

async function followPage(visit: Following, problems?: FormProblems): Promise<Response> {
  const { tx, language, params, query } = visit;
  const application = (await applicationByCode(tx, params.code)) ?? missing();
  const status = statusOf(application, tx.today);
  const words = fundText(language);
  if (status !== 'draft') {
    const title = application.title || words.applyTitle;
    return visit.page(
      { title, trail: trail(visit), unlisted: true },
      CaseView(await caseProps(visit, application, params.code)),
    );
  }
  const policy = await policyOn(tx, application.fundId, tx.today);
  const findings = policy ? policyFindings(application, policy, tx.today) : [];
  const refusal: SubmitRefusal | null = query.has('send')
    ? missingIn(application).length > 0
      ? { kind: 'incomplete', missing: missingIn(application) }
      : { kind: 'no_room', findings: findings.filter((finding) => !finding.room) }
    : null;
  const shown = problems ?? (refusal && refusalProblems(refusal, language));
  return visit.page(
    { title: words.applyTitle, trail: trail(visit), unlisted: true, status: problems ? 422 : 200 },
    ApplicationForm({
      language,
      action: followPlace({ code: params.code }),
      page: application,
      version: application.version,
      lines: LINES,
      departments: await departments(tx),
      findings,
      byStaff: false,
      intro: words.draftKept,
      problems: problems ?? (shown ? { values: valuesOf(application), messages: shown.messages } : undefined),
    }),
  );
}

async function postDraft(visit: Following): Promise<Response> {
  const { tx, language, params } = visit;
  const application = (await applicationByCode(tx, params.code)) ?? missing();
  const read = readForm(pageForm(language), visit.form);
  if (!read.ok) return followPage(visit, read.refusal);
  const page = { ...application, ...(await pageOf(visit, read.value)) };
  const saved = await saveDraft(tx, application.id, read.value.version, page);
  if (!saved.ok && saved.refusal.kind === 'changed') {
    return followPage(visit, problemIn(visit.form, '', fundText(language).changedMeanwhile));
  }
  if (!saved.ok) return visit.redirect(followPlace({ code: params.code }), fundText(language).refusals.closed);
  return sendOrKeep(visit, { id: application.id, code: params.code, send: read.value.send });
}

/** What was typed, with only departments that there are. */
async function pageOf(visit: Pick<Visit, 'tx'>, typed: PageTyped): Promise<TypedPage> {
  const { version: _, send: __, channel: ___, initiativeId: ____, ...page } = typed;
  const known = new Set((await departments(visit.tx)).map((one) => one.id));
  return { ...page, departmentIds: page.departmentIds.filter((id) => known.has(id)) };
}
type TypedPage = Omit<Page, 'initiativeId' | 'applicantId' | 'guardianName' | 'coApplicants'>;

/** Those who drive an initiative, and staff, may ask for money for it; what happens then stands in its thread. */
async function ownInitiative(visit: Visit, id: Initiative['id'] | null): Promise<Initiative | null> {
  const { tx, actor } = visit;
  const personId = personIdOf(actor);
  if (!id || !personId) return null;
  if (!isStaff(actor) && !(await drivenBy(tx, personId)).includes(id)) return null;
  return initiativeById(tx, id);
}

/** Who sent the paper or telephoned, when we know the address: then questions reach them. */
async function knownPerson({ tx }: Visit, typed: PageTyped): Promise<Page['applicantId']> {
  const { applicantEmail: email, applicantPhone: phone } = typed;
  const known = email ? await personByContact(tx, { email }) : phone ? await personByContact(tx, { phone }) : null;
  return known?.id ?? null;
}

/** A signed-in person does not type what we know, nor what the initiative says already. */
async function knownPage(visit: Visit): Promise<Page> {
  const { tx, actor, query } = visit;
  const personId = personIdOf(actor);
  const contact = personId && !isStaff(actor) ? await contactOf(tx, personId) : null;
  const initiative = await ownInitiative(visit, readId<'initiative'>(query.get('initiativ') ?? ''));
  return {
    ...EMPTY_PAGE,
    ...(contact ? { applicantName: contact.name, applicantEmail: contact.email, applicantPhone: contact.phone } : {}),
    ...(initiative ? carriedOver(initiative) : {}),
  };
}

function carriedOver({ id, title, what, startsOn, endsOn, departmentIds }: Initiative): Partial<Page> {
  const grounds = departmentIds.length > 1 ? (['across_departments'] as const) : [];
  return { initiativeId: id, title, purpose: what, startsOn, endsOn, departmentIds, grounds };
}

function refusalProblems(refusal: SubmitRefusal, language: Visit['language']): Pick<FormProblems, 'messages'> | null {
  const missingWords: Readonly<Record<string, string>> = formWords(language).missing;
  if (refusal.kind === 'incomplete') {
    return {
      messages: refusal.missing.map((field) => ({ field: FIELDS[field] ?? field, message: missingWords[field] ?? '' })),
    };
  }
  if (refusal.kind !== 'no_room' || refusal.findings.length === 0) return null;
  return {
    messages: refusal.findings.map((finding) => ({
      field: FIELDS[finding.field] ?? finding.field,
      message: findingSentence(finding, language),
    })),
  };
}

/** Where a field of the page has another name in the form. */
const FIELDS: Readonly<Partial<Record<keyof Page, string>>> = {
  applicantName: 'name',
  applicantKind: 'kind',
  lines: 'what1',
  departmentIds: 'departments',
};

/** What is kept, as the form would post it: problems are shown with what was typed. */
function valuesOf(page: Page): FormProblems['values'] {
  const lines = page.lines.flatMap((line, at) => [
    [`what${at + 1}`, line.what],
    [`supplier${at + 1}`, line.supplier],
    [`amount${at + 1}`, String(line.amount / 100).replace('.', ',')],
  ]);
  return {
    title: page.title,
    name: page.applicantName,
    email: page.applicantEmail ?? '',
    phone: page.applicantPhone ?? '',
    kind: page.applicantKind,
    purpose: page.purpose,
    participants: page.participants === null ? '' : String(page.participants),
    startsOn: page.startsOn ?? '',
    endsOn: page.endsOn ?? '',
    otherMoney: page.otherMoney === 0 ? '' : String(page.otherMoney / 100).replace('.', ','),
    otherMoneyWords: page.otherMoneyWords,
    grounds: page.grounds,
    groundReason: page.groundReason,
    departments: page.departmentIds,
    remains: page.remains,
    ...(page.minors ? { minors: 'ja' } : {}),
    ...(page.nonResidents ? { nonResidents: 'ja' } : {}),
    ...Object.fromEntries(lines),
  };
}

function trail(visit: Visit) {
  return [{ href: fundsPlace({}), label: fundText(visit.language).fund }];
}
