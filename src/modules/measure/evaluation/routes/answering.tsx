import { personIdOf } from '../../../../kernel/actor.ts';
import { readTypedCode } from '../../../../kernel/typed-code.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { tasksPlace } from '../../../act/tasks/public.ts';
import { giveAnswer } from '../commands.ts';
import { answerForm, codeForm } from '../forms.ts';
import { CODE_LENGTH, type Evaluation, stageOf } from '../rules/evaluation.ts';
import { evaluationByCode, pageOf } from '../store/evaluations.ts';
import { askingText } from '../text/asking.ts';
import { answerPlace, codePlace } from '../urls.ts';
import { AnswerPage, ClosedPage, CodePage, ThanksPage } from '../views/answering.tsx';

type ByCode = Omit<Visit, 'params'> & { readonly params: { readonly code: string } };

/** A hall full of people on one network, and nobody who votes for a party. */
const POSTS = { rate: { times: 60, minutes: 60 } };
const LOOKS = { rate: { times: 240, minutes: 15 } };
/** Longer than anybody can answer. */
const REMEMBERED_DAYS = 60;

/** Without an account: those who were there say how it was. */
export function answeringRoutes(web: Web): void {
  web.get(codePlace, anyone, (visit) => codePage(visit));
  web.post(codePlace, anyone, postCode, POSTS);
  web.get(answerPlace, anyone, async (visit) => show(visit, await reached(visit)), LOOKS);
  web.post(answerPlace, anyone, postAnswer, POSTS);
}

function codePage({ language, page }: Visit, problems?: FormProblems): Promise<Response> {
  const head = { title: askingText(language).title, unlisted: true, status: problems ? 422 : 200 } as const;
  return page(head, CodePage({ language, problems }));
}

async function postCode(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const read = readForm(codeForm(language), form);
  if (!read.ok) return codePage(visit, read.refusal);
  const code = read.value.kode;
  if (await evaluationByCode(tx, code)) return visit.redirect(answerPlace({ code }));
  return codePage(visit, problemIn(form, 'kode', askingText(language).codeUnknown));
}

async function reached({ tx, params }: Pick<ByCode, 'tx' | 'params'>): Promise<Evaluation> {
  const code = readTypedCode(params.code, CODE_LENGTH) ?? missing();
  return (await evaluationByCode(tx, code)) ?? missing();
}

async function show(visit: ByCode, evaluation: Evaluation, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language, query, page } = visit;
  const words = askingText(language);
  const stage = stageOf(evaluation, tx.today);
  const thing = pageOf(evaluation.about);
  if (visit.noted.includes(evaluation.code)) {
    const again = query.get('tak') !== 'ja';
    const tasks = personIdOf(actor) ? tasksPlace({}) : null;
    const view = ThanksPage({ language, thing, tasks, again });
    return page({ title: words.thanksTitle, unlisted: true }, view);
  }
  if (stage !== 'open') {
    const titles = { early: words.earlyTitle, over: words.overTitle, called_off: words.calledOffTitle };
    return page({ title: titles[stage], unlisted: true }, ClosedPage({ language, stage, evaluation, thing }));
  }
  const head = { title: words.title, unlisted: true, status: problems ? 422 : 200 } as const;
  return page(head, AnswerPage({ language, evaluation, problems }));
}

/** The device remembers that it has answered; here nobody does. */
async function postAnswer(visit: ByCode): Promise<Response> {
  const { tx, language, form } = visit;
  const evaluation = await reached(visit);
  const { id, code } = evaluation;
  const here = answerPlace({ code });
  if (visit.noted.includes(code)) return visit.redirect(here);
  const read = readForm(answerForm(language), form);
  if (!read.ok) return show(visit, evaluation, read.refusal);
  const given = await giveAnswer(tx, id, read.value, { onPaper: false });
  if (!given.ok) return visit.redirect(here);
  visit.note(code, REMEMBERED_DAYS);
  return visit.redirect(answerPlace({ code }, { tak: 'ja' }));
}
