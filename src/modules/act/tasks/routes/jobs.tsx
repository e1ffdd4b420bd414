import { type Id, readId } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { displayNames } from '../../../housing/public.ts';
import { initiativeById, initiativePlace, insidePlace, mayWith } from '../../../initiatives/public.ts';
import { eventById, eventPlace } from '../../events/public.ts';
import { isMine } from '../access.ts';
import { addTask, cutJob } from '../commands/cutting.ts';
import { piecesOffered } from '../commands/offering.ts';
import { jobForm, taskForm } from '../forms.ts';
import { kindFrom, piecesFrom } from '../rules/lines.ts';
import { holderOf, type Job, lastClaim, type Task } from '../rules/task.ts';
import { namesOf, readTemplate, type Template } from '../rules/templates.ts';
import { asksOf } from '../store/asks.ts';
import { tasksOf } from '../store/tasks.ts';
import { formWords } from '../text/forms.ts';
import { tasksText } from '../text/tasks.ts';
import { templateText } from '../text/templates.ts';
import { addTaskPlace, jobPlace, newJobPlace } from '../urls.ts';
import { CutPage, TemplatesPage } from '../views/cutting.tsx';
import { JobPage, type JobProps } from '../views/job.tsx';
import { drivesIt, type SeenJob, seenJob } from './seen.ts';

/** A job is cut into tasks, and its page. */
export function jobRoutes(web: Web): void {
  web.get(newJobPlace, signedIn, (visit) => newPage(visit));
  web.post(newJobPlace, signedIn, postJob, { rate: { times: 60, minutes: 60 } });
  web.get(jobPlace, signedIn, async (visit) => showJob(visit, await seenJob(visit)));
  web.post(addTaskPlace, signedIn, postTask);
}

/** What is to be cut: an initiative that the reader drives, or an event that they arrange. */
interface Whole {
  readonly of: Pick<Job, 'initiativeId' | 'eventId' | 'dueOn'>;
  readonly title: string;
  readonly query: Readonly<Record<string, string>>;
  readonly trail: readonly { readonly href: string; readonly label: string }[];
}

async function wholeOf(visit: Visit): Promise<Whole> {
  const { tx, actor, query } = visit;
  const asked = readId<'event'>(query.get('arrangement') ?? '');
  if (asked) return wholeEvent(visit, asked);
  const id = readId<'initiative'>(query.get('initiativ') ?? '') ?? missing();
  const initiative = (await initiativeById(tx, id)) ?? missing();
  if (!mayWith(actor, initiative, tx.today).edit) missing();
  return {
    of: { initiativeId: id, eventId: null, dueOn: initiative.startsOn },
    title: initiative.title,
    query: { initiativ: id },
    trail: [{ href: insidePlace({ id }), label: initiative.title }],
  };
}

async function wholeEvent({ tx, actor }: Visit, id: Id<'event'>): Promise<Whole> {
  const event = (await eventById(tx, id)) ?? missing();
  const initiative = event.initiativeId ? await initiativeById(tx, event.initiativeId) : null;
  if (!drivesIt({ tx, actor }, initiative, event)) missing();
  return {
    of: { initiativeId: event.initiativeId, eventId: id, dueOn: event.on },
    title: event.title,
    query: { arrangement: id },
    trail: [{ href: eventPlace({ id }), label: event.title }],
  };
}

/** Null: none chosen yet. */
function chosenTemplate(query: URLSearchParams): Template | '' | null {
  const asked = query.get('skabelon');
  if (asked === null) return null;
  return readTemplate(asked) ?? '';
}

async function newPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { language, query } = visit;
  const whole = await wholeOf(visit);
  const template = chosenTemplate(query);
  const words = tasksText(language);
  const head = { title: words.newTitle(whole.title), trail: whole.trail, status: problems ? 422 : 200 } as const;
  if (template === null) {
    const hrefOf = (key: Template | '') => newJobPlace({}, { ...whole.query, skabelon: key });
    return visit.page(head, TemplatesPage({ language, hrefOf }));
  }
  const typed = problems ? readForm(jobForm(language), visit.form) : null;
  const dueOn = typed?.ok ? typed.value.dueOn : whole.of.dueOn;
  return visit.page(
    head,
    CutPage({
      language,
      action: newJobPlace({}, { ...whole.query, skabelon: template }),
      title: template === '' ? whole.title : templateText(language).names[template],
      dueOn,
      offered: await piecesOffered(visit.tx, template, dueOn),
      problems,
    }),
  );
}

async function postJob(visit: Visit): Promise<Response> {
  const { tx, language, query, form } = visit;
  const whole = await wholeOf(visit);
  const template = chosenTemplate(query) ?? '';
  const read = readForm(jobForm(language), form);
  if (!read.ok) return newPage(visit, read.refusal);
  const { title, dueOn, pieces, lines } = read.value;
  const offered = await piecesOffered(visit.tx, template, dueOn);
  const names = namesOf(offered);
  if (pieces.some((name) => !names.includes(name))) {
    return newPage(visit, problemIn(form, 'pieces', formWords(language).piecesChanged));
  }
  const chosen = offered.filter((_, at) => pieces.includes(names[at] ?? ''));
  const own = lines.flatMap(({ says, minutes }) => piecesFrom(says, minutes)).map((one) => ({ ...one, dueOn }));
  if (chosen.length + own.length === 0) return newPage(visit, problemIn(form, 'pieces', formWords(language).noPieces));
  const id = await cutJob(tx, { ...whole.of, title, dueOn, template }, [...chosen, ...own]);
  return visit.redirect(jobPlace({ job: id }), tasksText(language).made);
}

type OneJob = Omit<Visit, 'params'> & { readonly params: { readonly job: string } };

async function postTask(visit: OneJob): Promise<Response> {
  const { tx, language, form } = visit;
  const seen = await seenJob(visit);
  if (!seen.may.manage) missing();
  const read = readForm(taskForm(language), form);
  if (!read.ok) return showJob(visit, seen, { form: 'add', problems: read.refusal });
  await addTask(tx, seen.job, { ...read.value, piece: '', kind: kindFrom(read.value.says) });
  return visit.redirect(jobPlace({ job: seen.job.id }), tasksText(language).addedFlash);
}

/** The job's page, also as the answer to a form of its own that was refused. */
export async function showJob(
  visit: Pick<Visit, 'tx' | 'actor' | 'language' | 'page'>,
  { job, initiative, event, may }: SeenJob,
  refused?: JobProps['refused'],
): Promise<Response> {
  const { tx, actor, language } = visit;
  const [tasks, asks] = await Promise.all([tasksOf(tx, [job.id]), may.manage ? asksOf(tx, job.id) : []]);
  const mine = new Set<string>(tasks.filter((task) => isMine(actor, holderOf(task))).map(({ id }) => id));
  const place = may.manage ? insidePlace : initiativePlace;
  return visit.page(
    {
      title: job.title,
      trail: event
        ? [{ href: eventPlace({ id: event.id }), label: event.title }]
        : initiative
          ? [{ href: place({ id: initiative.id }), label: initiative.title }]
          : [],
      status: refused ? 422 : 200,
    },
    JobPage({
      language,
      today: tx.today,
      job,
      tasks,
      may,
      mine,
      names: may.manage ? await holderNames(visit, tasks, language) : new Map(),
      asks,
      refused,
    }),
  );
}

/** Who has or did each task: the name of a person, or what somebody without an account called themselves. */
async function holderNames({ tx }: Pick<Visit, 'tx'>, tasks: readonly Task[], language: Language) {
  const claims = tasks.flatMap((task) => {
    const claim = lastClaim(task);
    return claim ? [{ task: task.id, claim }] : [];
  });
  const people = claims.flatMap(({ claim }) =>
    claim.personId ? [{ kind: 'person' as const, id: claim.personId }] : [],
  );
  const names = await displayNames(tx, people, language);
  return new Map<string, string>(
    claims.map(({ task, claim }) => {
      const known = claim.personId ? names.get(`person:${claim.personId}`) : claim.name;
      return [task, known || tasksText(language).aNeighbour];
    }),
  );
}
