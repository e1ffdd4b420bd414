import { type Channel, personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { newTypedCode } from '../../../../platform/secret/code.ts';
import { withinRate } from '../../../../platform/web/rate.ts';
import { contactOf, personByContact } from '../../../housing/public.ts';
import { type NoteFate, notify, wayToPerson } from '../../../turns/public.ts';
import { answerNote, askNote } from '../letters/messages.ts';
import {
  type Answer,
  type Ask,
  type AskRefusal,
  CODE_LENGTH,
  countedFrom,
  expiresOn,
  isOver,
  smallerThan,
  type Way,
} from '../rules/asking.ts';
import { canHalve, holderOf, isTakeable, type Job, MOST_MINUTES, type Task } from '../rules/task.ts';
import { insertAsk, lockAsk, markOfAsk, saveAnswer } from '../store/asks.ts';
import { isCalledOff } from '../store/called-off.ts';
import {
  askedSince,
  type Contact,
  capOf,
  deleteOptIn,
  ensureHelper,
  helperById,
  helperOfPerson,
  insertNever,
  markOf,
  saveGuest,
  saveOptIn,
} from '../store/helpers.ts';
import { lockTask, tasksOf } from '../store/tasks.ts';
import { answerPlace } from '../urls.ts';
import { passOn, takeTask } from './having.ts';
import { told } from './telling.ts';

export interface Asking {
  readonly way: Way;
  readonly words: string;
  /** By mail or SMS: used to send once, and then not kept. */
  readonly address: { readonly email: string | null; readonly phone: string | null };
  /** Somebody on "spørg mig gerne". */
  readonly helperId: Id<'task_helper'> | null;
  /** How the one who is asked reads who asks. */
  readonly askerName: string;
}

/** Whom a question goes to, as far as it can be known without keeping it. */
interface Neighbour {
  readonly marks: readonly Buffer[];
  readonly helperId: Id<'task_helper'> | null;
  readonly personId: Id<'person'> | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly name: string | null;
}

const NOBODY_KNOWN: Neighbour = { marks: [], helperId: null, personId: null, email: null, phone: null, name: null };

/**
 * Asks a neighbour for one small thing. By link and slip the asker gives it themselves, and nothing is known of the one who
 * is asked. By mail and SMS, and to somebody on the list, it is sent once, where they are not asked too often. Answers the
 * code, which nobody can see again.
 */
export async function askNeighbour(
  tx: TenantDb,
  job: Job,
  id: Id<'task'>,
  asking: Asking,
): Promise<Outcome<{ readonly id: Id<'task_ask'>; readonly code: string }, AskRefusal>> {
  const task = await lockTask(tx, id);
  if (!task || task.jobId !== job.id) return refused('not_open');
  const handsOver = holderOf(task) !== null;
  if (!handsOver && !isTakeable(task, tx.today)) return refused('not_open');
  if (await isCalledOff(tx, id)) return refused('not_open');
  const neighbour = await neighbourOf(tx, asking);
  if (neighbour === null || !(await mayBeAsked(tx, neighbour))) return refused('left_alone');
  const code = newTypedCode(CODE_LENGTH);
  if (asking.way !== 'link' && asking.way !== 'slip') {
    const fate = await carry(tx, { task, job, neighbour, code, asking });
    if (fate !== 'waiting') return refused('left_alone');
  }
  const askId = await insertAsk(tx, {
    taskId: id,
    askedBy: personIdOf(tx.actor),
    words: asking.words,
    way: asking.way,
    code,
    mark: neighbour.marks[0] ?? null,
    helperId: neighbour.helperId,
    expiresOn: expiresOn(task, tx.today),
    handsOver,
  });
  told(tx, 'task.asked', job, { task: id, ask: askId, way: asking.way });
  return ok({ id: askId, code });
}

/** Null: it goes to nobody (an address of somebody who is never to be contacted, a name no longer on the list). */
async function neighbourOf(tx: TenantDb, asking: Asking): Promise<Neighbour | null> {
  if (asking.way === 'link' || asking.way === 'slip') return NOBODY_KNOWN;
  if (asking.way === 'opt_in') return asking.helperId && willingNeighbour(tx, asking.helperId);
  const { email, phone } = asking.address;
  const address = email ?? phone;
  if (!address) return null;
  const known = await personByContact(tx, email ? { email } : { phone: address });
  if (known && (await wayToPerson(tx, known.id)) === 'never') return null;
  const helper = known && (await helperOfPerson(tx, known.id));
  const marks = [await markOf(tx, address), ...(known ? await marksOf(tx, await contactOf(tx, known.id)) : [])];
  return { ...NOBODY_KNOWN, marks, helperId: helper?.id ?? null, email, phone };
}

type Addresses = Pick<Contact, 'email' | 'phone'>;

async function marksOf(tx: TenantDb, contact: Addresses | null): Promise<readonly Buffer[]> {
  const addresses = [contact?.email, contact?.phone].filter((one) => typeof one === 'string');
  return Promise.all(addresses.map((one) => markOf(tx, one)));
}

async function willingNeighbour(tx: TenantDb, id: Id<'task_helper'>): Promise<Neighbour | null> {
  const helper = await helperById(tx, id);
  if (!helper) return null;
  const contact = helper.personId ? await contactOf(tx, helper.personId) : helper;
  if (!contact) return null;
  const marks = await marksOf(tx, contact);
  const { personId } = helper;
  if (!personId && marks.length === 0) return null;
  return { marks, helperId: id, personId, email: contact.email, phone: contact.phone, name: helper.name || null };
}

/** Below the cap, and not among those who are never asked. Two askers of one neighbour come one after the other. */
async function mayBeAsked(tx: TenantDb, { marks, helperId }: Neighbour): Promise<boolean> {
  if (marks.length === 0 && helperId === null) return true;
  const line = marks[0]?.toString('base64url') ?? helperId;
  await withinRate(tx, `task ask ${line}`, { times: 1000, minutes: 24 * 60 });
  const cap = await capOf(tx);
  const { asked, never } = await askedSince(tx, { marks, helperId }, countedFrom(cap, tx.today));
  return !never && asked < cap.asks;
}

function carry(
  tx: TenantDb,
  letter: {
    readonly task: Task;
    readonly job: Job;
    readonly neighbour: Neighbour;
    readonly code: string;
    readonly asking: Asking;
  },
): Promise<NoteFate> {
  const { task, job, neighbour, code, asking } = letter;
  const { personId, email, phone, name } = neighbour;
  return notify(tx, {
    to: personId ? { personId } : { visitor: { email, phone, name, language: tx.tenant.language } },
    topic: 'ask',
    say: (language) =>
      askNote(
        { asker: asking.askerName, words: asking.words, task, job: job.title, path: answerPlace({ code }) },
        language,
      ),
  });
}

export interface Answered {
  readonly answer: Answer;
  /** What they took instead: another task of the job, or half of this one. */
  readonly instead: Id<'task'> | 'half' | null;
  /** What somebody without an account says of themselves; all may be empty. */
  readonly contact: Contact;
  /** "Spørg mig gerne en anden gang". */
  readonly gladly: boolean;
  /** "Spørg mig aldrig". */
  readonly never: boolean;
  /** Typed in from paper or telephone by the asker or staff. */
  readonly onBehalf: 'paper' | 'phone' | null;
}

export type AnswerRefusal =
  /** The link holds no longer. */
  | 'over'
  /** It was answered with a yes before. */
  | 'answered'
  /** Somebody was faster. */
  | 'taken';

/** The answer of the one who was asked, with an account or without. */
export async function answerAsk(
  tx: TenantDb,
  job: Job,
  askId: Id<'task_ask'>,
  said: Answered,
): Promise<Outcome<null, AnswerRefusal>> {
  const ask = await lockAsk(tx, askId);
  if (!ask || isOver(ask, tx.today) || (await isCalledOff(tx, ask.taskId))) return refused('over');
  if (ask.claimId) return refused('answered');
  const channel: Channel = said.onBehalf ?? tx.channel;
  const registeredBy = said.onBehalf ? personIdOf(tx.actor) : null;
  const takes = said.answer === 'yes' || (said.answer === 'smaller' && said.instead !== null);
  const helperId = takes || said.gladly ? await helperFor(tx, ask, said) : null;
  if (helperId && takes) {
    const taken = await takeBy(tx, job, ask, { said, helperId, channel, registeredBy });
    if (!taken.ok) return taken;
  }
  await saveAnswer(tx, askId, { answer: said.answer, channel, registeredBy });
  if (helperId && said.gladly && !said.never) await welcomeMore(tx, helperId);
  if (said.never) await leaveAlone(tx, ask, said);
  told(tx, 'task.answered', job, { task: ask.taskId, answer: said.answer, channel });
  await tellAsker(tx, job, ask, said);
  return ok(null);
}

/** The person who answers as themselves. Whoever asked can look at their own link; they do not answer it so. */
function answering(tx: TenantDb, ask: Ask, onBehalf: Answered['onBehalf']): Id<'person'> | null {
  const personId = personIdOf(tx.actor);
  return onBehalf || personId === ask.askedBy ? null : personId;
}

async function helperFor(tx: TenantDb, ask: Ask, { contact, onBehalf }: Answered): Promise<Id<'task_helper'>> {
  const personId = answering(tx, ask, onBehalf);
  if (personId) return ensureHelper(tx, personId);
  if (ask.way === 'opt_in' && ask.helperId) return ask.helperId;
  return saveGuest(tx, contact);
}

type TakenBy = {
  readonly said: Answered;
  readonly helperId: Id<'task_helper'>;
  readonly channel: Channel;
  readonly registeredBy: Id<'person'> | null;
};

async function takeBy(tx: TenantDb, job: Job, ask: Ask, { said, ...who }: TakenBy): Promise<Outcome<unknown, 'taken'>> {
  const taking = { ...who, askId: ask.id, half: said.instead === 'half' };
  const task = await lockTask(tx, ask.taskId);
  if (!task) return refused('taken');
  if (said.answer === 'yes' && ask.handsOver && holderOf(task)) return ok(await passOn(tx, job, task, taking));
  const wanted = said.answer === 'yes' || said.instead === 'half' ? ask.taskId : said.instead;
  if (wanted === null) return refused('taken');
  if (said.instead === 'half' && !canHalve(task)) return refused('taken');
  const smaller = smallerThan(task, await tasksOf(tx, [job.id]), tx.today);
  if (wanted !== ask.taskId && !smaller.some(({ id }) => id === wanted)) return refused('taken');
  const taken = await takeTask(tx, job, wanted, taking);
  return taken.ok ? taken : refused('taken');
}

/** On the list from now on, for anything: they can say more on their own page. */
async function welcomeMore(tx: TenantDb, helperId: Id<'task_helper'>): Promise<void> {
  await saveOptIn(tx, helperId, { kinds: [], times: [], mostMinutes: MOST_MINUTES, departmentId: null });
}

/** By no address that we know them by: what they give here, where it was sent, and their own when they are signed in. */
async function leaveAlone(tx: TenantDb, ask: Ask, { contact, onBehalf }: Answered): Promise<void> {
  const personId = answering(tx, ask, onBehalf);
  const own = personId ? await marksOf(tx, await contactOf(tx, personId)) : [];
  const sentTo = await markOfAsk(tx, ask.id);
  await insertNever(tx, [...(await marksOf(tx, contact)), ...own, ...(sentTo ? [sentTo] : [])]);
  const helperId = ask.helperId ?? (personId && (await helperOfPerson(tx, personId))?.id);
  if (helperId) await deleteOptIn(tx, helperId);
}

async function tellAsker(tx: TenantDb, job: Job, ask: Ask, said: Answered): Promise<void> {
  if (!ask.askedBy || ask.askedBy === personIdOf(tx.actor)) return;
  await notify(tx, {
    to: { personId: ask.askedBy },
    topic: 'answer',
    say: (language) => answerNote({ name: said.contact.name, answer: said.answer, job }, language),
  });
}
