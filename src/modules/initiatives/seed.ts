import type { Actor, Channel } from '../../kernel/actor.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { loadActor } from '../housing/public.ts';
import { answerAsk, askDriver, stepDown, takeOver } from './commands/drivers.ts';
import { answerIdea, joinIdea, makeInitiative, postIdea } from './commands/ideas.ts';
import { startInitiative } from './commands/initiatives.ts';
import { endInitiative, park, wake } from './commands/life.ts';
import { answerQuestion, askAbout, askTheQuiet } from './commands/questions.ts';
import { addStep, finishStep } from './commands/steps.ts';
import { type Category, driversOn, type Origin, type Status } from './rules.ts';
import { initiativeById } from './store/initiatives.ts';

/** An idea in front of the consultants, and the code of the link that follows it. */
export function anIdea(
  tx: TenantDb,
  wanted: {
    readonly said?: string;
    readonly departmentId?: Id<'department'>;
    readonly email?: string;
    readonly phone?: string;
    readonly name?: string;
    readonly onBehalf?: Channel;
  } = {},
): Promise<{ readonly id: Id<'idea'>; readonly code: string }> {
  const {
    said = 'Suppe i gården den første torsdag i måneden.',
    departmentId = null,
    onBehalf = null,
    ...who
  } = wanted;
  return postIdea(tx, { said, departmentId, onBehalf, contact: who });
}

export interface WantedInitiative {
  readonly title?: string;
  readonly what?: string;
  readonly why?: string;
  readonly category?: Category;
  readonly place?: string;
  readonly departmentIds?: readonly Id<'department'>[];
  readonly startsIn?: number;
  readonly endsIn?: number;
  readonly origins?: readonly Origin[];
  /** Where it shall have come to; `idea` unless said. All but `idea` want `by`. */
  readonly status?: Status;
  /** Who asks, drives, parks and ends. Drives by name. */
  readonly by?: Id<'person'>;
  readonly steps?: readonly string[];
}

/** An initiative brought to its status by the same commands that people use. */
export async function anInitiative(tx: TenantDb, wanted: WantedInitiative = {}): Promise<Id<'initiative'>> {
  const { status = 'idea', departmentIds = [], steps = [] } = wanted;
  const acting = wanted.by ? await actingAs(tx, wanted.by) : tx;
  const id = await startInitiative(acting, {
    title: wanted.title ?? 'Suppe i gården',
    what: wanted.what ?? 'Vi koger en stor gryde suppe og spiser den sammen ved det lange bord.',
    why: wanted.why ?? 'Så vi kender dem, vi møder på trappen.',
    category: wanted.category ?? 'people',
    place: wanted.place ?? 'Gården ved nummer 14',
    startsOn: wanted.startsIn === undefined ? null : addDays(tx.today, wanted.startsIn),
    endsOn: wanted.endsIn === undefined ? null : addDays(tx.today, wanted.endsIn),
    wholeOrganisation: departmentIds.length === 0,
    departmentIds,
    origins: wanted.origins ?? [],
  });
  if (status !== 'idea') await bringTo(acting, id, status);
  for (const says of steps) await addStep(acting, id, { says, personId: null, dueOn: null });
  return id;
}

/** The transaction with another person at the screen. The journal still names the one who opened it. */
export async function actingAs(tx: TenantDb, personId: Id<'person'>): Promise<TenantDb> {
  const actor: Actor | null = await loadActor(tx, personId);
  if (!actor) throw new Error(`Cannot act as person ${personId}: nobody has that id`);
  return { ...tx, actor };
}

async function bringTo(tx: TenantDb, id: Id<'initiative'>, status: Status): Promise<void> {
  if (tx.actor.kind !== 'person') throw new Error(`Cannot bring an initiative to "${status}": say by whom`);
  await takeOver(tx, id, true);
  if (status === 'looking') await stepDown(tx, id, 'Jeg flytter, men det er en god idé.');
  if (status === 'parked') await park(tx, id, { reason: 'Vi venter på foråret.', askAgainOn: addDays(tx.today, 60) });
  if (status === 'done') await endInitiative(tx, id, { result: 'done', words: 'Vi var 32, og gryden blev tom.' });
  if (status === 'ended')
    await endInitiative(tx, id, { result: 'stopped', words: 'Der var ikke folk nok denne gang.' });
}

/** A question to somebody, and perhaps the answer. */
export async function anAsk(
  tx: TenantDb,
  initiativeId: Id<'initiative'>,
  wanted: {
    readonly by: Id<'person'>;
    readonly to: Id<'person'>;
    readonly words?: string;
    readonly inMyPlace?: boolean;
    readonly answer?: 'yes' | 'no' | 'not_alone';
  },
): Promise<string> {
  const asked = await askDriver(await actingAs(tx, wanted.by), initiativeId, {
    personId: wanted.to,
    words: wanted.words ?? 'Du er god til at få folk med.',
    inMyPlace: wanted.inMyPlace ?? false,
  });
  if (!asked.ok) throw new Error(`Cannot ask: ${asked.refusal}`);
  if (wanted.answer) {
    const answering = await actingAs(tx, wanted.to);
    await answerAsk(answering, asked.value, { answer: wanted.answer, words: '', namePublic: true, onBehalf: null });
  }
  return asked.value;
}

/** The verbs of the spine, for a story that is told event by event, each by its own person on its own day. */
export const verbs = {
  postIdea,
  makeInitiative,
  joinIdea,
  answerIdea,
  startInitiative,
  askDriver,
  answerAsk,
  takeOver,
  stepDown,
  addStep,
  finishStep,
  park,
  wake,
  endInitiative,
  askTheQuiet,
  askAboutSilence,
  answerQuestion,
};

/** This one is asked how it goes, because its people have been quiet since that day. */
async function askAboutSilence(tx: TenantDb, id: Id<'initiative'>, since: Day): Promise<void> {
  const initiative = await initiativeById(tx, id);
  if (!initiative) throw new Error(`Cannot ask about initiative ${id}: it is not there`);
  const drivers = driversOn(initiative, tx.today).map(({ personId }) => personId);
  await askAbout(tx, { initiativeId: id, since, drivers });
}
