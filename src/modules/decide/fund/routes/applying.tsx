import { isStaff, personIdOf } from '../../../../kernel/actor.ts';
import { type Id, readId } from '../../../../kernel/id.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { departments } from '../../../housing/public.ts';
import { keepLink, startApplication } from '../commands/applying.ts';
import { fillOf } from '../commands/measuring.ts';
import { type PageTyped, pageForm } from '../forms/page.ts';
import { CO_APPLICANTS, EMPTY_PAGE, LINES, type Page } from '../rules/application.ts';
import { type Finding, policyFindings } from '../rules/findings.ts';
import type { Fund, Policy } from '../rules/policy.ts';
import { funds, policyOn } from '../store/funds.ts';
import { applyingText } from '../text/applying.ts';
import { fundText } from '../text/pages.ts';
import { applyPlace, fundsPlace, meterPlace } from '../urls.ts';
import { ApplicationForm } from '../views/application-form.tsx';
import { Regions } from '../views/says.tsx';
import type { FundNeighbours } from './case-page.tsx';
import { printedPage } from './paper.ts';
import { sendOrKeep } from './sending.ts';
import { knownPage, knownPerson, linesFor, ownInitiative, pageOf, typedAgain, typedSoFar } from './typed-page.ts';

/** Applying, with or without an account: the page, what the rules say to it, and how full it is. */
export function applyingRoutes(web: Web, neighbours: FundNeighbours = {}): void {
  web.get(applyPlace, anyone, (visit) => newPage(visit, undefined, neighbours));
  web.post(applyPlace, anyone, postNew, { rate: { times: 60, minutes: 60 } });
  web.post(meterPlace, anyone, (visit) => meter(visit, null), { rate: { times: 1200, minutes: 60 } });
}

/** What the reader has typed, when the form comes back without being kept. */
export interface Again {
  readonly typed: PageTyped;
  readonly problems: FormProblems;
}

async function newPage(visit: Visit, again?: Again, neighbours?: FundNeighbours): Promise<Response> {
  const { tx, language, actor, query } = visit;
  const all = await funds(tx);
  const wanted = again ? again.typed.fundId : readId<'fund'>(query.get('pulje') ?? '');
  const fund = all.find((one) => one.id === wanted) ?? all[0] ?? missing();
  const policy = await policyOn(tx, fund.id, tx.today);
  const page = again ? await typedPage(visit, again.typed) : await knownPage(visit, neighbours);
  const said = again || page.title ? await whatIsSaid(visit, policy, page) : { findings: [], fill: 0 };
  const stopped = (again?.problems.messages.length ?? 0) > 0;
  return visit.page(
    { title: fundText(language).applyTitle, trail: trail(visit), status: stopped ? 422 : 200 },
    ApplicationForm({
      language,
      action: applyPlace({}),
      ask: meterPlace({}),
      page,
      version: 1,
      lines: linesFor(page, again ? moreLines(again.typed) : LINES.first),
      coApplicants: CO_APPLICANTS,
      departments: await departments(tx),
      funds: await fundChoices(visit, all, fund),
      ...said,
      findings: again ? said.findings : [],
      asked: again?.typed.wish === 'look',
      byStaff: isStaff(actor),
      intro: policy ? fundText(language).applyIntro : fundText(language).noPeriod,
      problems: again?.problems,
    }),
  );
}

async function postNew(visit: Visit): Promise<Response> {
  const { tx, language, actor } = visit;
  const typed = typedSoFar(visit.form, language);
  if (typed.wish === 'page') return printedPage(visit, await typedPage(visit, typed), await fundOf(visit, typed));
  if (typed.wish === 'more') return newPage(visit, { typed, problems: typedAgain(visit.form) });
  const read = readForm(pageForm(language), visit.form);
  if (typed.wish === 'look')
    return newPage(visit, { typed, problems: read.ok ? typedAgain(visit.form) : read.refusal });
  if (!read.ok) return newPage(visit, { typed, problems: read.refusal });
  const fund = await fundOf(visit, read.value);
  const onBehalf = isStaff(actor) && read.value.channel !== 'self' ? read.value.channel : null;
  const page = {
    ...(await typedPage(visit, read.value)),
    applicantId: onBehalf ? await knownPerson(visit, read.value.page) : personIdOf(actor),
    receivedOn: onBehalf ? (read.value.page.receivedOn ?? tx.today) : null,
  };
  const { id, code } = await startApplication(tx, fund.id, page, onBehalf);
  const send = read.value.wish === 'send';
  if (!send && !onBehalf) await keepLink(tx, page, code);
  return sendOrKeep(visit, { id, code, send });
}

/** What the rules say, and the meter: for script, while somebody writes. Nothing is kept. */
export async function meter(visit: Visit, draft: { readonly fundId: Id<'fund'> } | null): Promise<Response> {
  const { tx, language } = visit;
  const typed = typedSoFar(visit.form, language);
  const fundId = draft?.fundId ?? (await fundOf(visit, typed)).id;
  const page = await typedPage(visit, typed);
  const said = await whatIsSaid(visit, await policyOn(tx, fundId, tx.today), page);
  // Nobody is told off for what they have not come to yet.
  const findings = said.findings.filter((finding) => finding.code !== 'no_ground');
  const regions = Regions({ language, findings, page, fill: said.fill });
  return visit.file({ bytes: String(regions), type: 'text/html; charset=utf-8', name: 'svar.html', inline: true });
}

/** What the policy says to the page, and how full it is. */
export async function whatIsSaid(
  { tx }: Pick<Visit, 'tx'>,
  policy: Policy | null,
  page: Page,
): Promise<{ readonly findings: readonly Finding[]; readonly fill: number | null }> {
  const fill = await fillOf(tx, page);
  return { findings: policy ? policyFindings(page, policy, tx.today, { fill }) : [], fill };
}

/** The page as typed, by whoever types it. */
export async function typedPage(visit: Visit, typed: PageTyped): Promise<Page> {
  const initiative = await ownInitiative(visit, typed.initiativeId);
  const { language } = visit;
  return { ...EMPTY_PAGE, ...(await pageOf(visit, typed)), language, initiativeId: initiative?.id ?? null };
}

/** The lines that are shown next: some more when that was asked for. */
export function moreLines({ wish, shownLines }: PageTyped): number {
  return wish === 'more' ? shownLines + LINES.more : shownLines;
}

async function fundOf({ tx }: Pick<Visit, 'tx'>, typed: PageTyped): Promise<Fund> {
  const all = await funds(tx);
  return all.find((one) => one.id === typed.fundId) ?? all[0] ?? missing();
}

async function fundChoices({ tx, language }: Visit, all: readonly Fund[], chosen: Fund) {
  const words = applyingText(language);
  const several = all.length > 1;
  return Promise.all(
    all.map(async ({ id, name }) => {
      const policy = several ? await policyOn(tx, id, tx.today) : null;
      const hint = policy ? words.whichHint(formatOre(policy.projectMax, language)) : words.closed;
      return { id, name, hint: several ? hint : '', chosen: id === chosen.id };
    }),
  );
}

function trail(visit: Pick<Visit, 'language'>) {
  return [{ href: fundsPlace({}), label: fundText(visit.language).fund }];
}
