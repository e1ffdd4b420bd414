import { readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import { isMine } from '../access.ts';
import { halveTask, putAway } from '../commands/cutting.ts';
import { finishTask, letTaskGo, takeMyself, taskMissed, thank } from '../commands/having.ts';
import { finishForm, takeForm, thankForm } from '../forms.ts';
import { holderOf } from '../rules/task.ts';
import { tasksText } from '../text/tasks.ts';
import {
  finishPlace,
  halvePlace,
  jobPlace,
  letGoPlace,
  missedPlace,
  putAwayPlace,
  takePlace,
  thankPlace,
} from '../urls.ts';
import { showJob } from './jobs.tsx';
import { type SeenJob, seenTask } from './seen.ts';

type OneTask = Omit<Visit, 'params'> & { readonly params: { readonly task: string } };

/** What is done with one task: taken, done, put back, cut, thanked for. */
export function havingRoutes(web: Web): void {
  web.post(takePlace, signedIn, postTake, { rate: { times: 120, minutes: 60 } });
  web.post(finishPlace, signedIn, postFinish);
  web.post(letGoPlace, signedIn, postLetGo);
  web.post(missedPlace, signedIn, postMissed);
  web.post(halvePlace, signedIn, postHalve);
  web.post(putAwayPlace, signedIn, postPutAway);
  web.post(thankPlace, signedIn, postThank, { rate: { times: 120, minutes: 60 } });
}

function back(visit: OneTask, { job }: SeenJob, told: string): Response {
  return visit.redirect(jobPlace({ job: job.id }), told);
}

async function managed(visit: OneTask) {
  const seen = await seenTask(visit);
  return seen.may.manage ? seen : missing();
}

async function postTake(visit: OneTask): Promise<Response> {
  const { tx, language, form } = visit;
  const seen = await seenTask(visit);
  const read = readForm(takeForm, form);
  const half = read.ok && read.value.half;
  const words = tasksText(language);
  const taken = await takeMyself(tx, seen.job, seen.task.id, half);
  if (!taken.ok) return back(visit, seen, words.tooLate);
  return back(visit, seen, taken.value.task === seen.task.id ? words.taken_flash : words.taken_half);
}

async function postFinish(visit: OneTask): Promise<Response> {
  const { tx, actor, language, form } = visit;
  const seen = await seenTask(visit);
  if (!seen.may.manage && !isMine(actor, holderOf(seen.task))) missing();
  const read = readForm(finishForm(language), form);
  if (!read.ok) return showJob(visit, seen, { form: seen.task.id, problems: read.refusal });
  const done = await finishTask(tx, seen.job, seen.task.id, read.value.minutes);
  const words = tasksText(language);
  return back(visit, seen, done.ok ? words.finished : words.nobodyHas);
}

async function postLetGo(visit: OneTask): Promise<Response> {
  const { tx, actor, language } = visit;
  const seen = await seenTask(visit);
  if (!isMine(actor, holderOf(seen.task))) missing();
  const gone = await letTaskGo(tx, seen.job, seen.task.id);
  const words = tasksText(language);
  return back(visit, seen, gone.ok ? words.letGoFlash : words.nobodyHas);
}

async function postMissed(visit: OneTask): Promise<Response> {
  const { tx, language } = visit;
  const seen = await managed(visit);
  const missed = await taskMissed(tx, seen.job, seen.task.id);
  const words = tasksText(language);
  return back(visit, seen, missed.ok ? words.missedFlash : words.nobodyHas);
}

async function postHalve(visit: OneTask): Promise<Response> {
  const { tx, language } = visit;
  const seen = await managed(visit);
  const cut = await halveTask(tx, seen.job, seen.task.id);
  const words = tasksText(language);
  if (cut.ok) return back(visit, seen, words.halvedFlash);
  return back(visit, seen, cut.refusal === 'too_small' ? words.tooSmall : words.tooLate);
}

async function postPutAway(visit: OneTask): Promise<Response> {
  const { tx, language } = visit;
  const seen = await managed(visit);
  const away = await putAway(tx, seen.job, seen.task.id);
  const words = tasksText(language);
  return back(visit, seen, away.ok ? words.putAwayFlash : words.tooLate);
}

async function postThank(visit: OneTask): Promise<Response> {
  const { tx, language, form } = visit;
  const seen = await managed(visit);
  const read = readForm(thankForm(language), form);
  if (!read.ok) return showJob(visit, seen, { form: seen.task.id, problems: read.refusal });
  const thanked = await thank(tx, seen.job, seen.task.id, read.value.words);
  const words = tasksText(language);
  return back(visit, seen, thanked.ok ? words.thankedFlash : words.nobodyHas);
}
