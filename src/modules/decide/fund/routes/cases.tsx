import { isStaff, personIdOf } from '../../../../kernel/actor.ts';
import { formatDay } from '../../../../kernel/format.ts';
import { readId } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, toOre } from '../../../../kernel/money.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone, signedIn } from '../../../../platform/web/who.ts';
import { applicationByCode } from '../commands/codes.ts';
import { decide } from '../commands/decide.ts';
import { withdraw } from '../commands/endings.ts';
import { answerQuestion, askQuestion, recommend, recuse, takeUp } from '../commands/handling.ts';
import { answerNaming } from '../commands/namings.ts';
import { answerForm, asideForm, namingForm, withdrawForm, wordsForm } from '../forms/handling.ts';
import type { Application } from '../rules/application.ts';
import type { Decision, DecisionRefusal } from '../rules/deciding.ts';
import { meetingOfCase } from '../store/meetings.ts';
import { formWords } from '../text/forms.ts';
import { handlingText } from '../text/handling.ts';
import { fundText } from '../text/pages.ts';
import {
  advisePlace,
  answerPlace,
  applicationPlace,
  asidePlace,
  askPlace,
  decidePlace,
  followAnswerPlace,
  followPlace,
  followWithdrawPlace,
  namingPlace,
  takeUpPlace,
  withdrawPlace,
} from '../urls.ts';
import { back, type FundNeighbours, type One, onePage, reached } from './case-page.tsx';
import { followedCase } from './follow.tsx';
import { bodyOf } from './work-props.ts';

/** One case, and what each reader may do with it until it is decided. */
export function caseRoutes(web: Web, neighbours: FundNeighbours): void {
  const on = (work: (visit: One) => Promise<Response>) => (visit: Omit<One, 'neighbours'>) =>
    work({ ...visit, neighbours });
  web.get(applicationPlace, signedIn, on(onePage));
  web.post(takeUpPlace, signedIn, on(postTakeUp));
  web.post(askPlace, signedIn, on(postQuestion));
  web.post(advisePlace, signedIn, on(postAdvice));
  web.post(decidePlace, signedIn, on(postDecision));
  web.post(asidePlace, signedIn, on(postAside));
  web.post(namingPlace, signedIn, on(postNaming));
  web.post(answerPlace, signedIn, on(postAnswer));
  web.post(withdrawPlace, signedIn, on(postWithdrawal));
  web.post(followAnswerPlace, anyone, postAnswerByCode, { rate: { times: 30, minutes: 60 } });
  web.post(followWithdrawPlace, anyone, postWithdrawalByCode, { rate: { times: 10, minutes: 60 } });
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
  const { result, amount, terms, reason, words } = read.value;
  if (words === '') return onePage(visit, problemIn(visit.form, 'words', formWords(language).adviceMissing));
  const more = result === 'commit' ? { amount, terms } : { amount: null, reason: result === 'refuse' ? reason : null };
  const advice = { advice: result, ...more, words };
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
  const meeting = await meetingOfCase(tx, application.id);
  const meetingId = meeting?.reference === reference ? meeting.id : null;
  const decided = await decide(tx, application.id, { ...decision, reference, meetingId });
  if (!decided.ok) {
    const field = decided.refusal.kind === 'words_missing' ? 'words' : 'amount';
    return onePage(visit, problemIn(visit.form, field, refusalSentence(decided.refusal, language)));
  }
  return back(visit, fundText(language).decided);
}

/** Oneself; or staff write down somebody of the deciding body. */
async function postAside(visit: One): Promise<Response> {
  const { tx, language, actor } = visit;
  const { application, may, policy } = await reached(visit);
  const read = readForm(asideForm(language), visit.form);
  if (!read.ok) return may.standAside ? onePage(visit, read.refusal) : missing();
  const own = personIdOf(actor);
  const personId = read.value.person ?? own;
  if (!personId || (personId === own ? !may.standAside : !may.attend)) missing();
  if (personId !== own && !(await bodyOf(tx, policy)).some((one) => one.id === personId)) missing();
  const done = await recuse(tx, application.id, { personId, reason: read.value.reason });
  if (!done.ok) return back(visit, fundText(language).refusals[done.refusal]);
  return back(visit, personId === own ? fundText(language).stoodAside : handlingText(language).writtenAside);
}

/** Of oneself; or those who handle and decide the case say it of another. */
async function postNaming(visit: One): Promise<Response> {
  const { tx, language, actor } = visit;
  const { application, may } = await reached(visit);
  const read = readForm(namingForm(language), visit.form);
  const personId = read.ok ? read.value.person : readId<'person'>(String(visit.form.get('person') ?? ''));
  if (!personId || (personId !== personIdOf(actor) && !may.attend && !may.decide)) missing();
  if (!read.ok) return onePage(visit, read.refusal);
  const { result, words } = read.value;
  const done = await answerNaming(tx, application.id, personId, { result, words: result === 'rejected' ? words : '' });
  return back(visit, done.ok ? handlingText(language).namingAnswered : fundText(language).refusals[done.refusal]);
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
  if (!read.ok) return followedCase(visit, application, read.refusal);
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

/** Why it cannot be decided so, and what can be done instead. */
export function refusalSentence(refusal: DecisionRefusal, language: Language): string {
  const words = fundText(language);
  const own = handlingText(language);
  if (refusal.kind === 'round_open') return own.roundOpen(formatDay(refusal.until, language));
  if (refusal.kind === 'not_first') return own.notFirst(refusal.reference);
  if (refusal.kind === 'over_share') return own.overShare(formatOre(refusal.most, language));
  if (refusal.kind === 'over_max') return words.overMax(formatOre(refusal.most, language));
  if (refusal.kind === 'over_sought') return words.overSought(formatOre(refusal.most, language));
  if (refusal.kind === 'over_available') return words.overAvailable(formatOre(refusal.most, language));
  return words.refusals[refusal.kind];
}
