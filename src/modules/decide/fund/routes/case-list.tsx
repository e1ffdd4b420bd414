import { personIdOf } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import { searchIds } from '../../../../platform/search/search.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import { departments } from '../../../housing/public.ts';
import type { ApplicationId } from '../rules/application.ts';
import { CASE_IN_SEARCH, type CaseCard, type CaseFilter } from '../rules/cases.ts';
import { nextInLine } from '../rules/deciding.ts';
import { availableOf } from '../rules/money.ts';
import type { Fund } from '../rules/policy.ts';
import { referenceOf } from '../rules/reference.ts';
import { STATUSES } from '../rules/status.ts';
import { casePage, manyCases, waitingCards } from '../store/cases.ts';
import { funds, periodsOf, policiesOn, policyOn } from '../store/funds.ts';
import { ledgerOf } from '../store/ledger.ts';
import { handlingText } from '../text/handling.ts';
import { fundText } from '../text/pages.ts';
import { applicationsFilePlace, applicationsPlace, fundsPlace, waitingPlace } from '../urls.ts';
import { type CaseChoice, CasesPage, OwnCasesPage } from '../views/cases.tsx';
import { WaitingPage } from '../views/waiting.tsx';
import { fundIn, worksWith } from './fund.tsx';
import { trailOf } from './ledger.tsx';

/** The cases of a fund for those who work with it; for everybody else their own, whatever the fund. */
export function caseListRoutes(web: Web): void {
  web.get(applicationsPlace, signedIn, listPage);
  web.get(applicationsFilePlace, signedIn, oldFile);
  web.get(waitingPlace, signedIn, waitingPage);
}

async function listPage(visit: Visit): Promise<Response> {
  const { tx, language, actor, query } = visit;
  const words = fundText(language);
  const page = pageNumber(query);
  const chosen = await chosenCases(visit);
  const title = chosen ? words.applications : words.myApplications;
  const format = wantedFile(query);
  if (format) {
    const filter = chosen ? chosen.filter : { personId: personIdOf(actor) };
    return listFile(
      visit,
      format,
      casesFile(language, (number) => fileCases(visit, filter, number)),
    );
  }
  if (!chosen) {
    const own = await casePage(tx, { personId: personIdOf(actor) }, page);
    return visit.page(
      { title, wide: true, trail: [{ href: fundsPlace({}), label: words.fund }] },
      <>
        {OwnCasesPage({ language, ...own, page })}
        {own.total > 0 && <FileLinks language={language} query={query} />}
      </>,
    );
  }
  const { fund, workable, choice, filter } = chosen;
  const [places, periods, found] = await Promise.all([
    departments(tx),
    periodsOf(tx, fund.id),
    casePage(tx, filter, page),
  ]);
  return visit.page({ title, wide: true, trail: trailOf(fund, language) }, () => (
    <>
      {CasesPage({
        language,
        fund,
        funds: workable,
        choice,
        departments: places,
        periods,
        ...found,
        page,
      })}
      <FileLinks language={language} query={query} />
    </>
  ));
}

/** The address that the list had as a file before every list had one: a bookmark still works. */
async function oldFile(visit: Visit): Promise<Response> {
  const chosen = (await chosenCases(visit)) ?? missing();
  return listFile(
    visit,
    'csv',
    casesFile(visit.language, (number) => fileCases(visit, chosen.filter, number)),
  );
}

const CASES_IN_FILE = 20_001;

/** Read at once, since a case is a narrow row. */
async function fileCases({ tx }: Visit, filter: CaseFilter, number: number): Promise<readonly CaseCard[]> {
  return number === 1 ? manyCases(tx, filter, CASES_IN_FILE) : [];
}

function casesFile(language: Visit['language'], page: ListFile<CaseCard>['page']): ListFile<CaseCard> {
  const [number = '', project = '', applicant = '', status = '', sought = '', given = '', by = '', first = ''] =
    handlingText(language).fileColumns;
  return {
    title: fundText(language).applications,
    columns: [
      [number, (one) => referenceOf(one, one.number)],
      [project, ({ title }) => title],
      [applicant, ({ applicantName }) => applicantName],
      [status, (one) => fundText(language).statuses[one.status]],
      [sought, (one) => ({ ore: one.sought })],
      [given, ({ committed }) => (committed === null ? null : { ore: committed })],
      [by, ({ answerBy }) => ({ day: answerBy })],
      [first, ({ startsOn }) => startsOn && { day: startsOn }],
    ],
    page,
    size: CASES_IN_FILE + 1,
  };
}

/** What the address asks for; null for a reader who works with no fund, and sees their own. */
async function chosenCases(visit: Visit): Promise<{
  readonly fund: Fund;
  readonly workable: readonly Fund[];
  readonly choice: CaseChoice;
  readonly filter: CaseFilter;
} | null> {
  const { tx, query } = visit;
  const [all, policies] = await Promise.all([funds(tx), policiesOn(tx, tx.today)]);
  const workable = all.filter((fund) => worksWith(visit, fund, policies.get(fund.id) ?? null));
  const wanted = query.get('pulje');
  const fund = workable.find((one) => one.id === wanted) ?? workable[0];
  if (!fund) return null;
  const choice: CaseChoice = {
    q: (query.get('q') ?? '').slice(0, 120).trim(),
    status: query.get('status') ?? '',
    period: query.get('periode') ?? '',
    department: query.get('afdeling') ?? '',
  };
  const status = STATUSES.find((one) => one === choice.status);
  const filter = {
    fundId: fund.id,
    statuses: status ? [status] : null,
    periodId: readId<'fund_period'>(choice.period),
    departmentId: readId<'department'>(choice.department),
    ids: choice.q === '' ? null : await foundBy(visit, fund, choice.q),
  };
  return { fund, workable, choice, filter };
}

const MOST_FOUND = 200;

async function foundBy({ tx }: Visit, fund: Fund, q: string): Promise<readonly ApplicationId[]> {
  const number = /^(?:[a-z]{1,3}[\s-]*)?0*(\d{1,7})$/i.exec(q)?.[1];
  const question = number ? `${fund.prefix} ${number.padStart(4, '0')}` : q;
  const found = await searchIds(tx, question, { audience: 'staff', kinds: [CASE_IN_SEARCH], limit: MOST_FOUND });
  return found as ApplicationId[];
}

async function waitingPage(visit: Visit<'/puljer/:fund/venteliste'>): Promise<Response> {
  const { tx, language } = visit;
  const fund = (await fundIn(visit)) ?? missing();
  const policy = await policyOn(tx, fund.id, tx.today);
  if (!worksWith(visit, fund, policy)) missing();
  const format = wantedFile(visit.query);
  if (format) {
    const at = async (number: number) => (number === 1 ? waitingCards(tx, fund.id, CASES_IN_FILE) : []);
    return listFile(visit, format, casesFile(language, at));
  }
  const waiting = await waitingCards(tx, fund.id, MOST_FOUND);
  const available = policy ? availableOf(await ledgerOf(tx, policy.periodId)) : null;
  const next = policy && available !== null ? nextInLine(waiting, policy, available, tx.today) : null;
  return visit.page(
    { title: handlingText(language).waitingTitle(fund.name), wide: true, trail: trailOf(fund, language) },
    <>
      {WaitingPage({ language, fund, waiting, available, nextId: next?.id ?? null, today: tx.today })}
      {waiting.length > 0 && <FileLinks language={language} query={visit.query} />}
    </>,
  );
}
