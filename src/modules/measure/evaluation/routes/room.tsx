import { readId } from '../../../../kernel/id.ts';
import { brandOf } from '../../../../platform/documents/brand.ts';
import { renderPdf } from '../../../../platform/documents/pdf.ts';
import { readForm } from '../../../../platform/web/form.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { missing, TYPESETTING, type Visit, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { endEvaluation, giveAnswer, openEvaluation, quote, restartEvaluation, resultOf } from '../commands.ts';
import { answerForm } from '../forms.ts';
import { doorPoster, slips } from '../letters/papers.ts';
import { type Evaluation, stageOf } from '../rules/evaluation.ts';
import { evaluationOf } from '../store/evaluations.ts';
import { roomText } from '../text/room.ts';
import { endPlace, PAPERS, paperPlace, quotePlace, restartPlace, roomOf, roomPlace, slipPlace } from '../urls.ts';
import { RoomPage } from '../views/room.tsx';
import { aboutIn, type Thing, thingOf } from './seen.ts';

type Of<Params = unknown> = Omit<Visit, 'params'> & {
  readonly params: { readonly about: string; readonly id: string } & Params;
};

/** For those who arranged or drive it: the link, papers, slips, and what was answered. */
export function roomRoutes(web: Web): void {
  web.get(roomPlace, signedIn, async (visit) => roomPage(visit, await reached(visit, 'see')));
  web.post(roomPlace, signedIn, postOpen);
  web.post(slipPlace, signedIn, postSlip, { rate: { times: 300, minutes: 60 } });
  web.post(endPlace, signedIn, postEnd);
  web.post(restartPlace, signedIn, postRestart);
  web.post(quotePlace, signedIn, postQuote);
  web.get(paperPlace, signedIn, printPaper, TYPESETTING);
}

async function reached(visit: Of, what: 'see' | 'arrange'): Promise<Thing> {
  const thing = (await thingOf(visit, aboutIn(visit.params) ?? missing())) ?? missing();
  return thing.may[what] ? thing : missing();
}

async function roomPage(visit: Of, thing: Thing, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const { about, title, inside, came, may } = thing;
  const evaluation = await evaluationOf(tx, about);
  const result = evaluation && (await resultOf(tx, evaluation));
  const view = RoomPage({
    language,
    today: tx.today,
    about,
    evaluation,
    stage: evaluation && stageOf(evaluation, tx.today),
    origin: tx.origin,
    may,
    came,
    shown: result?.shown ?? null,
    words: may.arrange ? (result?.words ?? []) : [],
    problems,
  });
  const head = { title: roomText(language).short, trail: [{ href: inside, label: title }] } as const;
  return page({ ...head, status: problems ? 422 : 200 }, view);
}

async function postOpen(visit: Of): Promise<Response> {
  const { tx, language } = visit;
  const { about } = await reached(visit, 'arrange');
  await openEvaluation(tx, about);
  return visit.redirect(roomPlace(roomOf(about)), roomText(language).made);
}

async function opened(visit: Of): Promise<Thing & { readonly evaluation: Evaluation }> {
  const thing = await reached(visit, 'arrange');
  return { ...thing, evaluation: (await evaluationOf(visit.tx, thing.about)) ?? missing() };
}

async function postSlip(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const { evaluation, ...thing } = await opened(visit);
  const words = roomText(language);
  const read = readForm(answerForm(language), form);
  if (!read.ok) return roomPage(visit, thing, read.refusal);
  const given = await giveAnswer(tx, evaluation.id, read.value, 'paper');
  const back = `${roomPlace(roomOf(thing.about))}#seddel` as Path;
  return visit.redirect(back, given.ok ? words.slipSaved : words.closed);
}

async function postEnd(visit: Of): Promise<Response> {
  const { tx, language } = visit;
  const { about, evaluation } = await opened(visit);
  await endEvaluation(tx, evaluation.id);
  return visit.redirect(roomPlace(roomOf(about)), roomText(language).ended);
}

async function postRestart(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const { about, came, evaluation } = await opened(visit);
  const words = roomText(language);
  const back = roomPlace(roomOf(about));
  if (form.get('sikker') !== 'ja') return visit.redirect(back, words.restartUnsure);
  const restarted = await restartEvaluation(tx, evaluation.id, came);
  return visit.redirect(back, restarted.ok ? words.restarted : words.notRestarted);
}

async function postQuote(visit: Of<{ readonly answer: string }>): Promise<Response> {
  const { tx, language, form, params } = visit;
  const { about, evaluation, may } = await opened(visit);
  if (!may.show) missing();
  const shown = form.get('vis') === 'ja';
  const id = readId<'evaluation_answer'>(params.answer) ?? missing();
  if (!(await quote(tx, evaluation, id, shown))) missing();
  const words = roomText(language);
  return visit.redirect(`${roomPlace(roomOf(about))}#ord` as Path, shown ? words.showDone : words.hideDone);
}

async function printPaper(visit: Of): Promise<Response> {
  const { tx, language, query, file } = visit;
  const { evaluation } = await opened(visit);
  const paper = { language, origin: tx.origin };
  const spec = query.get('slags') === PAPERS.slips ? slips(evaluation, paper) : doorPoster(evaluation, paper);
  const pdf = await renderPdf(spec, await brandOf(tx, await ownOrganisation(tx)));
  if (!pdf.ok) missing();
  return file({ bytes: pdf.value, type: 'application/pdf', name: `${spec.title}.pdf`, inline: true });
}
