import { readId } from '../../../../kernel/id.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { readForm } from '../../../../platform/web/form.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone, signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { mayManage } from '../access.ts';
import { carryOver, topUp } from '../commands/funds.ts';
import { carryOverForm, topUpForm } from '../forms/fund.ts';
import { availableOf, type LedgerRow, POST_KINDS, POSTS_A_PAGE, type Post } from '../rules/money.ts';
import type { Fund } from '../rules/policy.ts';
import { fundById, type Period, periodsOf, policiesOf } from '../store/funds.ts';
import { ledgerOf, ledgerPosts } from '../store/ledger.ts';
import { fundsText } from '../text/funds.ts';
import { ledgerText } from '../text/ledger.ts';
import { carryOverPlace, fundPlace, fundsPlace, ledgerPlace, topUpPlace } from '../urls.ts';
import { LedgerPage } from '../views/ledger.tsx';
import { fundIn, worksWith } from './fund.tsx';

/** Public money: every sum of a period and the rows behind it, with no name on them. */
export function ledgerRoutes(web: Web): void {
  web.get(ledgerPlace, anyone, (visit) => ledgerPage(visit));
  web.post(topUpPlace, signedIn, postTopUp);
  web.post(carryOverPlace, signedIn, postCarryOver);
}

type OfFund = Omit<Visit, 'params'> & { readonly params: { readonly fund: string } };

async function ledgerPage(visit: OfFund, problems?: FormProblems): Promise<Response> {
  const { tx, language, actor, query } = visit;
  const id = readId<'fund'>(visit.params.fund) ?? missing();
  const [known, periods, policies] = await Promise.all([fundById(tx, id), periodsOf(tx, id), policiesOf(tx, id)]);
  const fund = known ?? missing();
  const period = chosenPeriod(visit, periods) ?? missing();
  const post = POSTS.find((one) => one === query.get('post')) ?? null;
  const page = pageNumber(query);
  const format = wantedFile(query);
  if (format) {
    const at = async (number: number) => (await ledgerPosts(tx, period.id, { post, page: number })).rows;
    return listFile(visit, format, { ...ledgerFile(language, fund), page: at });
  }
  const [ledger, posts] = await Promise.all([ledgerOf(tx, period.id), ledgerPosts(tx, period.id, { post, page })]);
  const figures = { ...ledger, available: availableOf(ledger) };
  const next = periods.find((one) => one.startsOn > period.endsOn);
  const carries = policies.find((one) => one.periodId === period.id)?.carriesOver === true;
  const isOver = period.endsOn < tx.today && figures.available > 0;
  const now = policies.find((one) => one.startsOn <= tx.today && tx.today <= one.endsOn) ?? null;
  return visit.page(
    {
      title: ledgerText(language).titleOf(fund.name),
      wide: true,
      trail: trailOf(fund, language),
      status: problems ? 422 : 200,
    },
    () => (
      <>
        {LedgerPage({
          language,
          fund,
          works: worksWith(visit, fund, now),
          period,
          periods,
          figures,
          post,
          ...posts,
          page,
          manages: mayManage(actor, fund),
          carriesTo: carries && isOver && next ? { amount: figures.available, startsOn: next.startsOn } : null,
          problems,
        })}
        <FileLinks language={language} query={query} />
      </>
    ),
  );
}

/** The posts as they stand on the page, a figure a cell. */
function ledgerFile(language: Visit['language'], fund: Fund): Omit<ListFile<LedgerRow>, 'page'> {
  const words = ledgerText(language);
  return {
    title: words.titleOf(fund.name),
    columns: [
      [words.day, ({ on }) => ({ day: on })],
      [words.what, ({ kind }) => words.posts[kind]],
      [words.about, (row) => row.words],
      [words.amount, ({ amount }) => ({ ore: amount })],
      [words.leftAfter, ({ left }) => (left === null ? null : { ore: left })],
    ],
    size: POSTS_A_PAGE,
  };
}

const POSTS: readonly Post[] = [...POST_KINDS, 'paid', 'other'];

/** The one asked for; else the one that runs, or the last that ran. */
function chosenPeriod({ tx, query }: OfFund, periods: readonly Period[]): Period | undefined {
  const wanted = query.get('periode');
  if (wanted) return periods.find((one) => one.id === wanted);
  return periods.findLast((one) => one.startsOn <= tx.today) ?? periods[0];
}

async function postTopUp(visit: OfFund): Promise<Response> {
  const { tx, language, actor } = visit;
  const fund = (await fundIn(visit)) ?? missing();
  if (!mayManage(actor, fund)) missing();
  const read = readForm(topUpForm(language), visit.form);
  if (!read.ok) return ledgerPage(visit, read.refusal);
  const { period, amount, reference } = read.value;
  const own = (await periodsOf(tx, fund.id)).find((one) => one.id === period) ?? missing();
  await topUp(tx, fund.id, { periodId: own.id, amount, decisionReference: reference });
  return visit.redirect(ledgerPlace({ fund: fund.id }, { periode: own.id }), ledgerText(language).toppedUp);
}

async function postCarryOver(visit: OfFund): Promise<Response> {
  const { tx, language, actor } = visit;
  const words = ledgerText(language);
  const fund = (await fundIn(visit)) ?? missing();
  if (!mayManage(actor, fund)) missing();
  const read = readForm(carryOverForm, visit.form);
  const period = read.ok ? read.value.period : null;
  const own = (await periodsOf(tx, fund.id)).find((one) => one.id === period) ?? missing();
  const done = await carryOver(tx, fund.id, own.id);
  const said = done.ok ? words.carriedOver(formatOre(done.value, language)) : words.carryRefusals[done.refusal];
  return visit.redirect(ledgerPlace({ fund: fund.id }, { periode: own.id }), said);
}

/** The way up to a fund. */
export function trailOf(fund: Fund, language: Visit['language']) {
  return [
    { href: fundsPlace({}), label: fundsText(language).title },
    { href: fundPlace({ fund: fund.id }), label: fund.name },
  ];
}
