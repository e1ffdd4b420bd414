import type { Day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { type Job, verbs } from '../../modules/act/tasks/seed.ts';
import type { Gatherings } from './gatherings.ts';
import type { Spine } from './spine.ts';
import type { Town } from './town.ts';

interface Cut {
  readonly job: Job;
  readonly number: number;
  readonly open: Id<'task'>[];
}

const MINUTES = [5, 10, 20, 45, 60];

/** Small tasks of a history: cut by somebody, taken alone or because a neighbour asked, done or let go. */
class Hands {
  readonly #town: Town;
  readonly #spine: Spine;
  readonly #gatherings: Gatherings;
  #strangers = 0;

  constructor(town: Town, spine: Spine, gatherings: Gatherings) {
    this.#town = town;
    this.#spine = spine;
    this.#gatherings = gatherings;
  }

  async cut(on: Day): Promise<void> {
    const { dice, calendar, diary, by, neighbours } = this.#town;
    const [initiatives, events] = [this.#spine.ids, this.#gatherings.ids];
    const ofEvent = events.length > 0 && dice.chance(40);
    const at = dice.roll(Math.max(1, ofEvent ? events.length : initiatives.length));
    const who = dice.roll(neighbours.length);
    const minutes = Array.from({ length: 2 + dice.roll(4) }, () => dice.one(MINUTES));
    if (!ofEvent && initiatives.length === 0) return;
    const of = ofEvent
      ? { initiativeId: null, eventId: events[at] ?? null }
      : { initiativeId: initiatives[at] ?? null, eventId: null };
    const words = { ...of, title: 'Sommerfest', template: '', dueOn: null };
    const pieces = minutes.map((one) => ({
      ...{ piece: '', says: `Hent stole ${one}`, minutes: one, dueOn: null, clock: '', forChildren: false },
      kind: 'carry' as const,
    }));
    const person = neighbours[who]?.id as Id<'person'>;
    const { id, open } = await by(person, async (tx) => {
      const made = await verbs.cutJob(tx, words, pieces);
      return { id: made, open: (await verbs.tasksOf(tx, [made])).map((task) => task.id) };
    });
    const places = (ofEvent ? diary.events[at] : diary.initiatives[at])?.places ?? [];
    const number = diary.jobs.push({ at: on, by: who, places }) - 1;
    const cut: Cut = { job: { id, ...words }, number, open };
    for (let turn = dice.roll(5); turn > 0; turn -= 1) {
      calendar.at(dice.after(on, 30), (today) => (dice.chance(45) ? this.#take(cut, today) : this.#ask(cut, today)));
    }
  }

  async #take({ job, number, open }: Cut, on: Day): Promise<void> {
    const { dice, by, neighbours } = this.#town;
    const who = dice.roll(neighbours.length);
    const person = neighbours[who]?.id as Id<'person'>;
    const [task] = open;
    if (!task) return;
    const taken = await by(person, (tx) => verbs.takeMyself(tx, job, task, false));
    if (!taken.ok) return;
    open.shift();
    this.#goOn(job, number, { task, helper: `neighbour ${who}`, asked: false }, on);
  }

  async #ask({ job, number, open }: Cut, on: Day): Promise<void> {
    const { by, diary, dice, calendar, signe } = this.#town;
    const [task] = open;
    if (!task) return;
    const asking = { words: 'Vil du?', address: { email: null, phone: null }, helperId: null, askerName: 'Signe' };
    const asked = await by(signe, (tx) => verbs.askNeighbour(tx, job, task, { ...asking, way: 'link' }));
    if (!asked.ok) return;
    const ask = diary.asks.push({ at: on, job: number, answer: null }) - 1;
    const reply = (today: Day) => this.#answer({ job, number, open }, { id: asked.value.id, ask, task }, today);
    if (dice.chance(75)) calendar.at(dice.after(on, 15), reply);
    // Somebody may think again.
    if (dice.chance(20)) calendar.at(dice.after(on, 20), reply);
  }

  async #answer(
    { job, number, open }: Cut,
    { id, ask, task }: { readonly id: Id<'task_ask'>; readonly ask: number; readonly task: Id<'task'> },
    on: Day,
  ): Promise<void> {
    const { dice, by, house, neighbours, diary } = this.#town;
    const answer = dice.one(['yes', 'yes', 'no', 'smaller'] as const);
    const instead = answer === 'smaller' && dice.chance(40) ? ('half' as const) : null;
    const account = dice.chance(40) ? dice.roll(neighbours.length) : null;
    const stranger = dice.chance(60) ? `hjaelper${dice.roll(5)}@example.dk` : null;
    this.#strangers += 1;
    const contact = { name: '', email: stranger, phone: null };
    const said = { answer, instead, contact, gladly: false, never: false, onBehalf: null };
    const person = account === null ? null : (neighbours[account]?.id as Id<'person'>);
    const answered = await (person
      ? by(person, (tx) => verbs.answerAsk(tx, job, id, said))
      : house.tx((tx) => verbs.answerAsk(tx, job, id, said)));
    if (!answered.ok) return;
    const one = diary.asks[ask];
    if (one) one.answer = answer;
    if (answer !== 'yes' && instead === null) return;
    if (open.includes(task)) open.splice(open.indexOf(task), 1);
    const helper =
      account !== null ? `neighbour ${account}` : (stranger ?? `somebody ${this.#strangers} who left no word`);
    const taken = instead ? await this.#halfOf(job, task) : task;
    this.#goOn(job, number, { task: taken, helper, asked: true }, on);
  }

  /** The half that was taken. */
  async #halfOf(job: Job, task: Id<'task'>): Promise<Id<'task'>> {
    const tasks = await this.#town.house.tx((tx) => verbs.tasksOf(tx, [job.id]));
    const half = tasks.find((one) => one.halfOf === task && one.claims.length > 0);
    if (!half) throw new Error(`Cannot find the half of task ${task} that was taken`);
    return half.id;
  }

  #goOn(
    job: Job,
    number: number,
    had: { readonly task: Id<'task'>; readonly helper: string; readonly asked: boolean },
    on: Day,
  ): void {
    const { dice, calendar, by, signe, diary } = this.#town;
    const how = dice.roll(10);
    if (how > 8) return;
    calendar.at(dice.after(on, 12), async (today) => {
      if (how === 8) return by(signe, (tx) => verbs.letTaskGo(tx, job, had.task));
      const took = dice.chance(50) ? 5 + dice.roll(60) : null;
      const laid = await by(signe, async (tx) => {
        const [task] = (await verbs.tasksOf(tx, [job.id])).filter(({ id }) => id === had.task);
        const finished = await verbs.finishTask(tx, job, had.task, took);
        return finished.ok ? (task?.minutes ?? null) : null;
      });
      if (laid === null) return;
      diary.done.push({ at: today, job: number, helper: had.helper, minutes: took ?? laid, asked: had.asked });
    });
  }
}

export function liveHands(town: Town, spine: Spine, gatherings: Gatherings, much: number): void {
  const hands = new Hands(town, spine, gatherings);
  for (let at = 0; at < much; at += 1) town.calendar.at(town.dice.day(), (on) => hands.cut(on));
}
