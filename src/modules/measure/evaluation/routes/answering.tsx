import { personIdOf } from '../../../../kernel/actor.ts';
import { readTypedCode } from '../../../../kernel/typed-code.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { codeDoor } from '../../../../platform/web/code-door.ts';
import { readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { tasksPlace } from '../../../act/tasks/public.ts';
import { giveAnswer, type Hand } from '../commands.ts';
import { answerForm, codeForm } from '../forms.ts';
import { CODE_LENGTH, type Evaluation, stageOf } from '../rules/evaluation.ts';
import { evaluationByCode, evaluationById, pageOf } from '../store/evaluations.ts';
import { ticketByCode } from '../store/tickets.ts';
import { askingText } from '../text/asking.ts';
import { answerPlace, codePlace } from '../urls.ts';
import { AnswerPage, ClosedPage, CodePage, ThanksPage } from '../views/answering.tsx';
import { thingOf } from './seen.ts';

type ByCode = Omit<Visit, 'params'> & { readonly params: { readonly code: string } };

/** A hall full of people on one network, and nobody who votes for a party. */
const POSTS = { rate: { times: 60, minutes: 60 } };
const LOOKS = { rate: { times: 240, minutes: 15 } };
/** Longer than anybody can answer. */
const REMEMBERED_DAYS = 60;

/** Without an account: those who were there say how it was. */
export function answeringRoutes(web: Web): void {
  codeDoor(web, {
    place: codePlace,
    limits: POSTS,
    words: (language) => ({ title: askingText(language).title, unknown: askingText(language).codeUnknown }),
    form: codeForm,
    view: CodePage,
    leads: async (tx, code) => ((await behind(tx, code)) ? answerPlace({ code }) : null),
  });
  web.get(answerPlace, anyone, async (visit) => show(visit, await reached(visit)), LOOKS);
  web.post(answerPlace, anyone, postAnswer, POSTS);
}

/** Where a code leads: the open link of a door, or a link of one's own. */
interface Reached {
  readonly evaluation: Evaluation;
  readonly code: string;
  readonly own: boolean;
  /** Somebody has answered by this very link. */
  readonly used: boolean;
}

async function reached({ tx, params }: Pick<ByCode, 'tx' | 'params'>): Promise<Reached> {
  const code = readTypedCode(params.code, CODE_LENGTH) ?? missing();
  return (await behind(tx, code)) ?? missing();
}

async function behind(tx: TenantDb, code: string): Promise<Reached | null> {
  const evaluation = await evaluationByCode(tx, code);
  if (evaluation) return { evaluation, code, own: false, used: false };
  const ticket = await ticketByCode(tx, code);
  const its = ticket && (await evaluationById(tx, ticket.evaluationId));
  return its && { evaluation: its, code, own: true, used: ticket.used };
}

async function show(visit: ByCode, found: Reached, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language, query, page } = visit;
  const { evaluation, code, own, used } = found;
  const words = askingText(language);
  const stage = stageOf(evaluation, tx.today);
  const thing = pageOf(evaluation.about);
  const tasks = personIdOf(actor) ? tasksPlace({}) : null;
  const thanks = (again: 'device' | 'own' | null) =>
    page({ title: words.thanksTitle, unlisted: true }, ThanksPage({ language, thing, tasks, again }));
  if (visit.noted.includes(evaluation.code)) return thanks(query.get('tak') === 'ja' ? null : 'device');
  if (stage !== 'open') {
    const titles = { early: words.earlyTitle, over: words.overTitle, called_off: words.calledOffTitle };
    return page({ title: titles[stage], unlisted: true }, ClosedPage({ language, stage, evaluation, thing }));
  }
  if (used || query.get('tak') === 'allerede') return thanks('own');
  const by = await handOf(visit, found);
  const hand = own ? 'own' : by === 'open' ? 'open' : 'person';
  const head = { title: words.title, unlisted: true, status: problems ? 422 : 200 } as const;
  return page(head, AnswerPage({ language, title: evaluation.title, code, hand, problems }));
}

/** The device remembers that it has answered; here nobody does. */
async function postAnswer(visit: ByCode): Promise<Response> {
  const { tx, language, form } = visit;
  const found = await reached(visit);
  const { evaluation, code } = found;
  const here = answerPlace({ code });
  if (visit.noted.includes(evaluation.code)) return visit.redirect(here);
  const read = readForm(answerForm(language), form);
  if (!read.ok) return show(visit, found, read.refusal);
  const given = await giveAnswer(tx, evaluation.id, read.value, await handOf(visit, found));
  if (!given.ok)
    return visit.redirect(given.refusal === 'answered' ? answerPlace({ code }, { tak: 'allerede' }) : here);
  visit.note(evaluation.code, REMEMBERED_DAYS);
  return visit.redirect(answerPlace({ code }, { tak: 'ja' }));
}

/** Somebody who is signed in and did not arrange it needs no link of their own. */
async function handOf(visit: ByCode, { evaluation, code, own }: Reached): Promise<Hand> {
  if (own) return { ticket: code };
  const personId = personIdOf(visit.actor);
  if (!personId || (await thingOf(visit, evaluation.about))?.may.arrange) return 'open';
  return { personId };
}
