import type { Html } from '#jsx/jsx-runtime';
import { isStaff, personIdOf } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import { formatOre, toOre } from '../../../../kernel/money.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone, signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { isFundStaff, type May, mayDecide, mayWith } from '../access.ts';
import { applicationByCode } from '../commands/codes.ts';
import { decide } from '../commands/decide.ts';
import { withdraw } from '../commands/endings.ts';
import { answerQuestion, askQuestion, recommend, recuse, takeUp } from '../commands/handling.ts';
import { answerForm, asideForm, withdrawForm, wordsForm } from '../forms.ts';
import type { Application } from '../rules/application.ts';
import type { Decision, DecisionRefusal } from '../rules/deciding.ts';
import type { Fund } from '../rules/policy.ts';
import { applicationById } from '../store/applications.ts';
import { casePage } from '../store/cases.ts';
import { fundById, funds, policyOn } from '../store/funds.ts';
import { fundText } from '../text/pages.ts';
import {
  advisePlace,
  answerPlace,
  applicationPlace,
  applicationsPlace,
  asidePlace,
  askPlace,
  decidePlace,
  followAnswerPlace,
  followPlace,
  followWithdrawPlace,
  fundsPlace,
  takeUpPlace,
  withdrawPlace,
} from '../urls.ts';
import { CaseView } from '../views/case.tsx';
import { CasesPage } from '../views/cases.tsx';
import { caseProps } from './case-props.ts';

/** What other modules show on a case; given by the contents page, since the fund knows none of them. */
export interface FundNeighbours {
  /** A section of the case page for its signed-in reader, who may see the case: invoices, payments, feedback. Null: nothing. */
  onCase?(
    visit: Pick<Visit, 'tx' | 'language' | 'actor'>,
    application: Pick<Application, 'id' | 'fundId' | 'initiativeId'>,
  ): Promise<Html | null>;
}

/** The cases of a fund, and what each reader may do with one. */
export function caseRoutes(web: Web, neighbours: FundNeighbours): void {
  web.get(applicationsPlace, signedIn, listPage);
  const on = (work: (visit: One) => Promise<Response>) => (visit: Omit<One, 'neighbours'>) =>
    work({ ...visit, neighbours });
  web.get(applicationPlace, signedIn, on(onePage));
  web.post(takeUpPlace, signedIn, on(postTakeUp));
  web.post(askPlace, signedIn, on(postQuestion));
  web.post(advisePlace, signedIn, on(postAdvice));
  web.post(decidePlace, signedIn, on(postDecision));
  web.post(asidePlace, signedIn, on(postAside));
  web.post(answerPlace, signedIn, on(postAnswer));
  web.post(withdrawPlace, signedIn, on(postWithdrawal));
  web.post(followAnswerPlace, anyone, postAnswerByCode, { rate: { times: 30, minutes: 60 } });
  web.post(followWithdrawPlace, anyone, postWithdrawalByCode, { rate: { times: 10, minutes: 60 } });
}

/** Any place that is about one case. */
type One = Omit<Visit, 'params'> & {
  readonly params: { readonly id: string; readonly question?: string };
  readonly neighbours: FundNeighbours;
};

async function listPage(visit: Visit): Promise<Response> {
  const { tx, language, actor, query } = visit;
  const words = fundText(language);
  const fund = (await funds(tx))[0] ?? missing();
  const policy = await policyOn(tx, fund.id, tx.today);
  const all = isFundStaff(actor, fund) || (policy !== null && mayDecide(actor, fund, policy, toOre(0)));
  const page = Math.max(1, Math.trunc(Number(query.get('side'))) || 1);
  const filter = all ? { fundId: fund.id } : { fundId: fund.id, personId: personIdOf(actor) };
  const { cases, total } = await casePage(tx, filter, page);
  return visit.page(
    { title: all ? words.applications : words.myApplications, wide: true, trail: trail(visit) },
    CasesPage({ language, cases, total, page, named: all }),
  );
}

async function onePage(visit: One, problems?: FormProblems): Promise<Response> {
  const { application } = await reached(visit);
  return visit.page(
    {
      title: application.title || fundText(visit.language).applyTitle,
      trail: [...trail(visit), { href: applicationsPlace({}), label: fundText(visit.language).applications }],
      status: problems ? 422 : 200,
    },
    CaseView({
      ...(await caseProps(visit, application)),
      neighbours: (await visit.neighbours.onCase?.(visit, application)) ?? null,
      problems,
    }),
  );
}

async function postTakeUp(visit: One): Promise<Response> {
  const { application, may } = await reached(visit);
  if (!may.attend) missing();
  const taken = await takeUp(visit.tx, application.id);
  return back(visit, taken.ok ? fundText(visit.language).takenUp : fundText(visit.language).refusals[taken.refusal]);
}

async function postQuestion(visit: One): Promise<Response> {
  const { application, may } = await reached(visit);
  if (!may.attend) missing();
  const read = readForm(wordsForm(visit.language), visit.form);
  if (!read.ok) return onePage(visit, read.refusal);
  const asked = await askQuestion(visit.tx, application.id, read.value.words);
  return back(visit, asked.ok ? fundText(visit.language).asked : fundText(visit.language).refusals[asked.refusal]);
}

async function postAdvice(visit: One): Promise<Response> {
  const { tx, language } = visit;
  const { application, may } = await reached(visit);
  if (!may.attend) missing();
  const read = readForm(answerForm(language), visit.form);
  if (!read.ok) return onePage(visit, read.refusal);
  const { result, amount, words } = read.value;
  if (words === '') return onePage(visit, problemIn(visit.form, 'words', fundText(language).refusals.words_missing));
  const advice = { advice: result, amount: result === 'commit' ? amount : null, words };
  const given = await recommend(tx, application.id, advice);
  return back(visit, given.ok ? fundText(language).advised : fundText(language).refusals[given.refusal]);
}

async function postDecision(visit: One): Promise<Response> {
  const { tx, language } = visit;
  const { application, may } = await reached(visit);
  if (!may.decide) missing();
  const read = readForm(answerForm(language), visit.form);
  if (!read.ok) return onePage(visit, read.refusal);
  const { result, amount, terms, words, reason, reference } = read.value;
  const decision: Decision =
    result === 'commit'
      ? { result, amount: amount ?? toOre(0), terms, words }
      : result === 'refuse'
        ? { result, reason, words }
        : { result, words };
  const decided = await decide(tx, application.id, { ...decision, reference });
  if (!decided.ok) return onePage(visit, problemIn(visit.form, 'amount', refusalSentence(decided.refusal, visit)));
  return back(visit, fundText(language).decided);
}

async function postAside(visit: One): Promise<Response> {
  const { tx, language, actor } = visit;
  const { application, may } = await reached(visit);
  const personId = personIdOf(actor);
  if (!may.standAside || !personId) missing();
  const read = readForm(asideForm(language), visit.form);
  if (!read.ok) return onePage(visit, read.refusal);
  await recuse(tx, application.id, { personId, reason: read.value.reason });
  return back(visit, fundText(language).stoodAside);
}

async function postAnswer(visit: One): Promise<Response> {
  const { tx, language, params, actor } = visit;
  const { application, may } = await reached(visit);
  const question = application.questions.find((one) => one.id === params.question) ?? missing();
  if (!may.edit) missing();
  const read = readForm(wordsForm(language), visit.form);
  if (!read.ok) return onePage(visit, read.refusal);
  await answerQuestion(tx, question.id, { words: read.value.words, onBehalf: isStaff(actor) ? 'phone' : null });
  return back(visit, fundText(language).answered);
}

async function postWithdrawal(visit: One): Promise<Response> {
  const { application, may } = await reached(visit);
  if (!may.withdraw) missing();
  return afterWithdrawal(visit, application, applicationPlace({ id: application.id }));
}

async function postAnswerByCode(visit: Visit<'/pulje/min-ansoegning/:code/svar/:question'>): Promise<Response> {
  const { tx, language, params } = visit;
  const application = (await applicationByCode(tx, params.code)) ?? missing();
  const question = application.questions.find((one) => one.id === params.question) ?? missing();
  const place = followPlace({ code: params.code });
  const read = readForm(wordsForm(language), visit.form);
  if (!read.ok) return visit.redirect(place, read.refusal.messages[0]?.message);
  await answerQuestion(tx, question.id, { words: read.value.words, onBehalf: null });
  return visit.redirect(place, fundText(language).answered);
}

async function postWithdrawalByCode(visit: Visit<'/pulje/min-ansoegning/:code/traek-tilbage'>): Promise<Response> {
  const application = (await applicationByCode(visit.tx, visit.params.code)) ?? missing();
  return afterWithdrawal(visit, application, followPlace({ code: visit.params.code }));
}

async function afterWithdrawal(visit: Visit, application: Application, place: Path): Promise<Response> {
  const words = fundText(visit.language);
  const read = readForm(withdrawForm(visit.language), visit.form);
  const done = await withdraw(visit.tx, application.id, read.ok ? read.value.words : '');
  if (done.ok) return visit.redirect(place, words.withdrawn);
  return visit.redirect(place, done.refusal === 'paid_already' ? words.refusals.paid_already : words.refusals.closed);
}

interface Reached {
  readonly application: Application;
  readonly fund: Fund;
  readonly may: May;
}

/** The case, when it is there and this reader may see it. */
async function reached(visit: One): Promise<Reached> {
  const { tx, actor, params } = visit;
  const id = readId<'fund_application'>(params.id) ?? missing();
  const application = (await applicationById(tx, id)) ?? missing();
  const fund = (await fundById(tx, application.fundId)) ?? missing();
  const may = mayWith(actor, fund, await policyOn(tx, fund.id, tx.today), application, tx.today);
  if (!may.see) missing();
  return { application, fund, may };
}

function back(visit: One, flash: string): Response {
  return visit.redirect(applicationPlace({ id: visit.params.id }), flash);
}

function refusalSentence(refusal: DecisionRefusal, { language }: One): string {
  const words = fundText(language);
  if (refusal.kind === 'over_max') return words.overMax(formatOre(refusal.most, language));
  if (refusal.kind === 'over_sought') return words.overSought(formatOre(refusal.most, language));
  if (refusal.kind === 'over_available') return words.overAvailable(formatOre(refusal.most, language));
  return words.refusals[refusal.kind];
}

function trail(visit: Pick<Visit, 'language'>) {
  return [{ href: fundsPlace({}), label: fundText(visit.language).fund }];
}
