import { isStaff, personIdOf } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import { readTypedCode } from '../../../../kernel/typed-code.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { displayNames, ownOrganisation } from '../../../housing/public.ts';
import { brandOf } from '../../../turns/public.ts';
import { mayAsk } from '../access.ts';
import { askNeighbour } from '../commands/asking.ts';
import { askForm } from '../forms.ts';
import { askSlip } from '../letters/slip.ts';
import { type Ask, CODE_LENGTH, countedFrom, suggestionsFor } from '../rules/asking.ts';
import { holderOf, isTakeable, type Task } from '../rules/task.ts';
import { askByCode, askById } from '../store/asks.ts';
import { capOf, willing } from '../store/helpers.ts';
import { jobById, taskById } from '../store/tasks.ts';
import { askingText } from '../text/asking.ts';
import { answerPlace, askedPlace, askPlace, jobPlace, slipPlace } from '../urls.ts';
import { AskedPage, AskPage } from '../views/asking.tsx';
import { paperFile } from './paper.ts';
import { type SeenJob, seenTask } from './seen.ts';

type OneTask = Omit<Visit, 'params'> & { readonly params: { readonly task: string } };
type OneAsk = Omit<Visit, 'params'> & { readonly params: { readonly ask: string } };

/** "Spørg en nabo", and what became of it. */
export function askingRoutes(web: Web): void {
  web.get(askPlace, signedIn, (visit) => askPage(visit));
  web.post(askPlace, signedIn, postAsk, { rate: { times: 40, minutes: 60 } });
  web.get(askedPlace, signedIn, askedPage);
  web.get(slipPlace, signedIn, slip);
}

/** A task that the reader may ask somebody for. */
async function askable(visit: OneTask): Promise<SeenJob & { readonly task: Task }> {
  const seen = await seenTask(visit);
  const holder = holderOf(seen.task);
  const takeable = holder !== null || isTakeable(seen.task, visit.tx.today);
  return takeable && mayAsk(visit.actor, seen.may, holder) ? seen : missing();
}

async function askPage(visit: OneTask, problems?: FormProblems): Promise<Response> {
  const { language } = visit;
  const seen = await askable(visit);
  const words = askingText(language);
  return visit.page(
    {
      title: holderOf(seen.task) ? words.passTitle : words.askTitle,
      trail: [{ href: jobPlace({ job: seen.job.id }), label: seen.job.title }],
      status: problems ? 422 : 200,
    },
    AskPage({ language, task: seen.task, suggested: await suggested(visit, seen), problems }),
  );
}

/** Those who have said "spørg mig gerne" and whom it suits: to those alone who drive it, and first names only. */
async function suggested({ tx, actor, language }: OneTask, seen: SeenJob & { task: Task }) {
  const { may, task, initiative, event } = seen;
  if (!may.manage) return [];
  const cap = await capOf(tx);
  const list = await willing(tx, { from: countedFrom(cap, tx.today), not: personIdOf(actor), task: task.id });
  const found = suggestionsFor(task, (initiative ?? event)?.departmentIds ?? [], list, cap);
  const people = found.flatMap(({ personId }) => (personId ? [{ kind: 'person' as const, id: personId }] : []));
  const names = await displayNames(tx, people, language);
  return found.map(({ helperId, personId, name, kinds, mostMinutes }) => ({
    helperId,
    name: (personId ? names.get(`person:${personId}`) : name)?.split(' ')[0] || askingText(language).somebody,
    kinds,
    mostMinutes,
  }));
}

async function postAsk(visit: OneTask): Promise<Response> {
  const { tx, actor, language, form } = visit;
  const seen = await askable(visit);
  const read = readForm(askForm(language), form);
  if (!read.ok) return askPage(visit, read.refusal);
  const { helperId } = read.value;
  const words = askingText(language);
  // Only one of those who were shown: nobody fishes for who is on the list.
  if (helperId && !(await suggested(visit, seen)).some((one) => one.helperId === helperId)) {
    return askPage(visit, problemIn(form, 'way', words.refused.left_alone));
  }
  const askerName = actor.kind === 'person' ? actor.name : '';
  const asked = await askNeighbour(tx, seen.job, seen.task.id, { ...read.value, askerName });
  if (!asked.ok) return askPage(visit, problemIn(form, 'way', words.refused[asked.refusal]));
  const { id, code } = asked.value;
  const given = read.value.way === 'link' || read.value.way === 'slip';
  return visit.redirect(askedPlace({ ask: id }, given ? { kode: code } : {}));
}

/** The question, for the one who asked and for those who drive it. */
async function reached(visit: OneAsk) {
  const { tx, actor, query } = visit;
  const id = readId<'task_ask'>(visit.params.ask) ?? missing();
  const ask = (await askById(tx, id)) ?? missing();
  const task = (await taskById(tx, ask.taskId)) ?? missing();
  const job = (await jobById(tx, task.jobId)) ?? missing();
  if (ask.askedBy !== personIdOf(actor) && !isStaff(actor)) {
    const { may } = await seenTask({ tx, actor, params: { task: task.id } });
    if (!may.manage) missing();
  }
  const code = readTypedCode(query.get('kode') ?? '', CODE_LENGTH);
  const known = code !== null && (await askByCode(tx, code))?.id === ask.id;
  return { ask, task, job, code: known ? code : null };
}

async function askedPage(visit: OneAsk): Promise<Response> {
  const { tx, language } = visit;
  const { ask, task, job, code } = await reached(visit);
  const words = askingText(language);
  return visit.page(
    {
      title: ask.answer === null ? words.sentTitle : words.sentTitlePlain,
      trail: [{ href: jobPlace({ job: job.id }), label: job.title }],
    },
    AskedPage({
      language,
      ask,
      task,
      give: code ? { link: tx.origin + answerPlace({ code }), slip: slipPlace({ ask: ask.id }, { kode: code }) } : null,
    }),
  );
}

/** The slip as PDF, while its code is known: nobody can make it again. */
async function slip(visit: OneAsk): Promise<Response> {
  const { tx } = visit;
  const { ask, task, job, code } = await reached(visit);
  if (!code) missing();
  const organisation = await ownOrganisation(tx);
  const brand = await brandOf(tx, organisation);
  const spec = askSlip(
    { ask, task, job: job.title, code, asker: await askerName(visit, ask) },
    { language: tx.tenant.language, origin: tx.origin, phone: brand.telephone ?? '' },
  );
  return paperFile(visit, spec, brand);
}

/** Who asks, as the one who is asked may read it. */
export async function askerName({ tx, language }: Pick<Visit, 'tx' | 'language'>, ask: Ask): Promise<string> {
  if (!ask.askedBy) return askingText(language).somebody;
  const names = await displayNames(tx, [{ kind: 'person', id: ask.askedBy }], language);
  return names.get(`person:${ask.askedBy}`) ?? askingText(language).somebody;
}
