import type { Id } from '../../../../kernel/id.ts';
import { readId } from '../../../../kernel/id.ts';
import { brandOf } from '../../../../platform/documents/brand.ts';
import { renderPdf, typstAvailable } from '../../../../platform/documents/pdf.ts';
import { readForm } from '../../../../platform/web/form.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { caseHref, type Fund, fundsOf, mayHandle, referenceOf } from '../../fund/public.ts';
import { printCards, setDays } from '../commands/follow-up.ts';
import { daysForm } from '../forms.ts';
import { feedbackCards } from '../letters/cards.ts';
import { type EndingCase, remainingOf } from '../rules/case.ts';
import { LACKS, type Lack } from '../rules/closing.ts';
import { USUAL_DAYS } from '../rules/reminders.ts';
import { CASES_A_PAGE, lackingPage } from '../store/cases.ts';
import { reminderDays } from '../store/reminders.ts';
import { followUpText } from '../text/follow-up.ts';
import { cardsPlace, daysPlace, followUpPlace } from '../urls.ts';
import { FollowUpPage, reachOf } from '../views/follow-up.tsx';

/** What is lacking in all cases of the funds that the reader looks after. */
export function followUpRoutes(web: Web): void {
  web.get(followUpPlace, signedIn, (visit) => listPage(visit));
  web.post(cardsPlace, signedIn, postCards, { rate: { times: 60, minutes: 10 } });
  web.post(daysPlace, signedIn, postDays);
}

/** The funds whose cases the actor looks after; none answers as if there were no such page. */
async function ownFunds({ tx, actor }: Pick<Visit, 'tx' | 'actor'>): Promise<readonly Fund[]> {
  const own = (await fundsOf(tx)).filter((fund) => mayHandle(actor, fund));
  return own.length > 0 ? own : missing();
}

async function listPage(
  visit: Visit,
  problems?: { readonly fundId: string; readonly problems: FormProblems },
): Promise<Response> {
  const { tx, language, query } = visit;
  const funds = await ownFunds(visit);
  const lack: Lack = LACKS.find((one) => one === query.get('mangler')) ?? 'undecided';
  const page = pageNumber(query);
  const format = wantedFile(query);
  if (format) {
    const ids = funds.map(({ id }) => id);
    const at = async (number: number) => (await lackingPage(tx, ids, lack, number)).cases;
    return listFile(visit, format, { ...followUpFile(language), page: at });
  }
  const { cases, counts } = await lackingPage(
    tx,
    funds.map((fund) => fund.id),
    lack,
    page,
  );
  const days = await reminderDays(tx);
  return visit.page(
    { title: followUpText(language).title, wide: true, status: problems ? 422 : 200 },
    <>
      {FollowUpPage({
        language,
        lack,
        counts,
        cases,
        page,
        pages: Math.max(1, Math.ceil(counts[lack] / CASES_A_PAGE)),
        caseHref,
        references: new Map(cases.map((one) => [one.id, referenceOf(one, one.number)])),
        funds: funds.map(({ id, name }) => ({ fundId: id, name, days: days.get(id) ?? USUAL_DAYS })),
        prints: typstAvailable(),
        problems,
      })}
      <FileLinks language={language} query={query} />
    </>,
  );
}

function followUpFile(language: Visit['language']): Omit<ListFile<EndingCase>, 'page'> {
  const words = followUpText(language);
  return {
    title: words.title,
    columns: [
      [words.number, (one) => referenceOf(one, one.number)],
      [words.project, ({ title }) => title],
      [words.starts, ({ startsOn }) => startsOn && { day: startsOn }],
      [words.held, ({ lastDay }) => lastDay && { day: lastDay }],
      [words.left, (one) => ({ ore: remainingOf(one) })],
      [words.reach, (one) => words.reached[reachOf(one)]],
    ],
    size: CASES_A_PAGE,
  };
}

async function postCards(visit: Visit): Promise<Response> {
  const { tx, language } = visit;
  const funds = await ownFunds(visit);
  const asked = visit.form.getAll('case[]').flatMap((id) => readId<'fund_application'>(String(id)) ?? []);
  if (asked.length === 0 || asked.length > CASES_A_PAGE) missing();
  if (!typstAvailable()) return visit.redirect(followUpPlace({}), followUpText(language).cardsNoTypst);
  const fundIds: readonly Id<'fund'>[] = funds.map((fund) => fund.id);
  const cards = (await printCards(tx, asked, fundIds)) ?? missing();
  const brand = await brandOf(tx, await ownOrganisation(tx));
  const pdf = await renderPdf(feedbackCards(cards, tx.tenant.language, tx.origin), brand);
  if (!pdf.ok) throw new Error(`Cannot print ${cards.length} cards: ${pdf.refusal}`);
  return visit.file({ bytes: pdf.value, type: 'application/pdf', name: 'tilbagemelding-kort.pdf' });
}

async function postDays(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const funds = await ownFunds(visit);
  const fund = funds.find(({ id }) => id === form.get('fund')) ?? missing();
  const read = readForm(daysForm(language), form);
  if (!read.ok) return listPage(visit, { fundId: fund.id, problems: read.refusal });
  await setDays(tx, fund.id, read.value);
  return visit.redirect(followUpPlace({}), followUpText(language).daysSaved);
}
