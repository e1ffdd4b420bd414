import { isStaff, personIdOf } from '../../../../kernel/actor.ts';
import { readTypedCode } from '../../../../kernel/typed-code.ts';
import { codeDoor } from '../../../../platform/web/code-door.ts';
import { readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { answerAsk } from '../commands/asking.ts';
import { answerForm, codeForm } from '../forms.ts';
import { type Ask, CODE_LENGTH, isOver, smallerThan } from '../rules/asking.ts';
import { canHalve, holderOf, isTakeable, type Job, stateOf, type Task } from '../rules/task.ts';
import { askByCode } from '../store/asks.ts';
import { isCalledOff } from '../store/called-off.ts';
import { jobById, taskById, tasksOf } from '../store/tasks.ts';
import { askingText } from '../text/asking.ts';
import { formWords } from '../text/forms.ts';
import { answerPlace, codePlace } from '../urls.ts';
import { AnswerOverPage, AnswerPage, type AnswerProps, CodePage, InsteadPage } from '../views/answering.tsx';
import { askerName } from './asking.tsx';

type ByCode = Omit<Visit, 'params'> & { readonly params: { readonly code: string } };

/** A stairwell sits behind one address; nobody guesses ten letters and figures at this pace. */
const LOOKS = { rate: { times: 120, minutes: 15 } };
const POSTS = { rate: { times: 60, minutes: 15 } };

/** Without an account: the one who was asked answers. */
export function answeringRoutes(web: Web): void {
  codeDoor(web, {
    place: codePlace,
    limits: POSTS,
    words: (language) => ({ title: askingText(language).codeTitle, unknown: formWords(language).codeUnknown }),
    form: codeForm,
    view: CodePage,
    leads: async (tx, code) => ((await askByCode(tx, code)) ? answerPlace({ code }) : null),
  });
  web.get(answerPlace, anyone, (visit) => show(visit), LOOKS);
  web.post(answerPlace, anyone, postAnswer, POSTS);
}

interface Behind {
  readonly code: string;
  readonly ask: Ask;
  readonly task: Task;
  readonly job: Job;
}

async function behind({ tx, params }: ByCode): Promise<Behind> {
  const code = readTypedCode(params.code, CODE_LENGTH) ?? missing();
  const ask = (await askByCode(tx, code)) ?? missing();
  const task = (await taskById(tx, ask.taskId)) ?? missing();
  const job = (await jobById(tx, task.jobId)) ?? missing();
  return { code, ask, task, job };
}

async function show(visit: ByCode, problems?: FormProblems): Promise<Response> {
  const { tx, language, query } = visit;
  const found = await behind(visit);
  const { ask } = found;
  const words = askingText(language);
  const head = { unlisted: true, status: problems ? 422 : 200 } as const;
  if (ask.claimId) {
    const task = await taskOfAnswer(visit, found);
    return visit.page({ ...head, title: words.answered }, AnswerOverPage({ language, what: 'answered', task }));
  }
  if (isOver(ask, tx.today) || (await isCalledOff(tx, ask.taskId))) {
    return visit.page({ ...head, title: words.over }, AnswerOverPage({ language, what: 'over', task: null }));
  }
  const props = await propsOf(visit, found, problems);
  const smaller = query.get('mindre') === 'ja';
  if (smaller || isGone(found)) return instead(visit, found, props);
  return visit.page({ ...head, title: words.answerTitle(props.asker) }, AnswerPage(props));
}

/** What they took by this ask: what they were asked for, or something smaller. */
async function taskOfAnswer({ tx }: ByCode, { ask, job }: Behind): Promise<Task | null> {
  const tasks = await tasksOf(tx, [job.id]);
  return tasks.find(({ claims }) => claims.some(({ id }) => id === ask.claimId)) ?? null;
}

/** Somebody else has what they were asked for. */
function isGone({ ask, task }: Behind): boolean {
  if (ask.handsOver && holderOf(task)) return false;
  return stateOf(task) !== 'open';
}

async function propsOf(visit: ByCode, found: Behind, problems?: FormProblems): Promise<AnswerProps> {
  const { actor, language } = visit;
  const { code, ask, task, job } = found;
  const personId = personIdOf(actor);
  const ownAsk = personId !== null && ask.askedBy === personId;
  return {
    language,
    code,
    ask,
    task,
    job: job.title,
    asker: await askerName(visit, ask),
    forAnother: ownAsk || isStaff(actor),
    known: (personId !== null && !ownAsk) || ask.way === 'opt_in',
    problems,
  };
}

async function instead(visit: ByCode, found: Behind, props: AnswerProps): Promise<Response> {
  const { tx, language } = visit;
  const { task, job } = found;
  const taken = isGone(found);
  const tasks = await tasksOf(tx, [job.id]);
  const words = askingText(language);
  const half = !taken && canHalve(task) && isTakeable(task, tx.today);
  return visit.page(
    { title: taken ? words.takenTitle : words.instead, unlisted: true, status: props.problems ? 422 : 200 },
    InsteadPage({
      ...props,
      // What has gone need not be undercut: any other will do.
      smaller: smallerThan(taken ? { ...task, minutes: 61 } : task, tasks, tx.today),
      half,
      taken,
    }),
  );
}

async function postAnswer(visit: ByCode): Promise<Response> {
  const { tx, actor, language, form } = visit;
  const found = await behind(visit);
  const read = readForm(answerForm(language), form);
  if (!read.ok) return show(visit, read.refusal);
  const { answer, instead: chosen, name, contact, gladly, never, channel } = read.value;
  const { code, ask, job } = found;
  const here = answerPlace({ code });
  const mayWriteIn = isStaff(actor) || (ask.askedBy !== null && ask.askedBy === personIdOf(actor));
  const onBehalf = mayWriteIn && channel !== 'self' ? channel : null;
  const said = { answer, instead: chosen, contact: { name, ...contact }, gladly, never, onBehalf };
  const answered = await answerAsk(tx, job, ask.id, said);
  const words = askingText(language);
  if (!answered.ok) {
    return answered.refusal === 'taken'
      ? visit.redirect(answerPlace({ code }, { mindre: 'ja' }), words.takenTitle)
      : visit.redirect(here);
  }
  if (answer === 'smaller' && chosen === null && form.get('instead') === null) {
    return visit.redirect(answerPlace({ code }, { mindre: 'ja' }));
  }
  const thanks = { yes: words.thanksYes, smaller: words.thanksSmaller, later: words.thanksLater, no: words.thanksNo };
  return visit.redirect(here, thanks[answer]);
}
