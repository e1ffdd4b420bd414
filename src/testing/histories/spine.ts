import type { Day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { anIdea, verbs } from '../../modules/initiatives/seed.ts';
import type { QuietSaid } from './diary.ts';
import { idsOf, somewhere, type Town } from './town.ts';

type InitiativeId = Id<'initiative'>;

/** The initiatives of a history by the number they have in the diary, and who drives what. */
export class Spine {
  readonly ids: InitiativeId[] = [];
  readonly #town: Town;

  constructor(town: Town) {
    this.#town = town;
  }

  /** Something was begun. Perhaps somebody takes it on, lets it rest, ends it. */
  began(id: InitiativeId, on: Day, places: readonly number[], endsOn: Day | null): number {
    const { dice, calendar, diary } = this.#town;
    const number = this.ids.push(id) - 1;
    diary.initiatives.push({ at: on, places, endsOn, rests: [], end: null });
    let last = on;
    for (let turn = dice.roll(4); turn > 0; turn -= 1) {
      const from = dice.after(last, 25);
      const who = dice.roll(this.#town.neighbours.length);
      calendar.at(from, (today) => this.takeOver(number, who, today));
      last = dice.after(from, 60);
      if (dice.chance(70)) calendar.at(last, (today) => this.#stepDown(number, who, today));
    }
    if (dice.chance(30)) {
      const from = dice.after(on, 60);
      calendar.at(from, (today) => this.#rest(number, today));
      if (dice.chance(60)) calendar.at(dice.after(from, 50), (today) => this.#wake(number, today));
    }
    if (dice.chance(40)) calendar.at(dice.after(on, 120), (today) => this.end(number, today, dice.chance(60)));
    return number;
  }

  async begin(on: Day): Promise<void> {
    const { dice, by, signe } = this.#town;
    const places = somewhere(this.#town);
    const endsOn = dice.chance(60) ? dice.after(on, 80) : null;
    const id = await by(signe, (tx) => verbs.startInitiative(tx, describe(this.#town, places, endsOn)));
    this.began(id, on, places, endsOn);
  }

  async takeOver(number: number, who: number, on: Day): Promise<void> {
    const { by, neighbours, diary } = this.#town;
    const person = neighbours[who]?.id as Id<'person'>;
    const taken = await by(person, (tx) => verbs.takeOver(tx, this.#id(number), true));
    if (!taken.ok) return;
    this.#awake(number, on);
    diary.drivings.push({ initiative: number, who, from: on, until: null });
    if (this.#town.dice.chance(40)) await this.#join(number, on);
  }

  /** Somebody is asked to drive it too, and says yes. */
  async #join(number: number, on: Day): Promise<void> {
    const { by, signe, dice, neighbours, diary } = this.#town;
    const who = dice.roll(neighbours.length);
    const personId = neighbours[who]?.id as Id<'person'>;
    const asked = await by(signe, (tx) =>
      verbs.askDriver(tx, this.#id(number), { personId, words: '', inMyPlace: false }),
    );
    if (!asked.ok) return;
    const yes = { answer: 'yes' as const, words: '', namePublic: true, onBehalf: null };
    const answered = await by(personId, (tx) => verbs.answerAsk(tx, asked.value, yes));
    if (answered.ok && answered.value.drives) diary.drivings.push({ initiative: number, who, from: on, until: null });
  }

  async #stepDown(number: number, who: number, on: Day): Promise<void> {
    const { by, neighbours, diary } = this.#town;
    const person = neighbours[who]?.id as Id<'person'>;
    if (!(await by(person, (tx) => verbs.stepDown(tx, this.#id(number), '')))) return;
    const driving = diary.drivings.findLast((one) => one.initiative === number && one.who === who);
    if (driving) driving.until = on;
  }

  async #rest(number: number, on: Day): Promise<void> {
    const { by, signe } = this.#town;
    const rest = { reason: 'Vi venter.', askAgainOn: null };
    const rests = await by(signe, (tx) => verbs.park(tx, this.#id(number), rest));
    if (rests.ok) this.#initiative(number).rests.push({ from: on, until: null });
  }

  async #wake(number: number, on: Day): Promise<void> {
    const { by, signe } = this.#town;
    if ((await by(signe, (tx) => verbs.wake(tx, this.#id(number), ''))).ok) this.#awake(number, on);
  }

  async end(number: number, on: Day, done: boolean): Promise<void> {
    const { by, signe } = this.#town;
    const end = { result: done ? ('done' as const) : ('stopped' as const), words: '' };
    const ended = await by(signe, (tx) => verbs.endInitiative(tx, this.#id(number), end));
    if (ended.ok) this.#initiative(number).end = { done, at: on };
  }

  /** A morning on which what is quiet is asked. Whom, says the journal. */
  async morning(on: Day): Promise<void> {
    const { house, dice, calendar, diary } = this.#town;
    await house.tx((tx) => verbs.askTheQuiet(tx));
    const asked = await house.tx((tx) =>
      tx.sql
        .selectFrom('journal_entry')
        .select(['thread_id as initiative', 'facts'])
        .where('tenant_id', '=', tx.tenant.id)
        .where('kind', '=', 'initiative.quiet_asked')
        .orderBy('seq')
        .offset(diary.questions.length)
        .execute(),
    );
    for (const { initiative, facts } of asked) {
      const number = this.ids.indexOf(initiative as InitiativeId);
      const question = diary.questions.push({ initiative: number, asked: on, answer: null }) - 1;
      const id = (facts as { readonly question: Id<'initiative_question'> }).question;
      if (dice.chance(65)) calendar.at(dice.after(on, 30), (today) => this.#answer(question, number, id, today));
    }
  }

  async #answer(question: number, number: number, id: Id<'initiative_question'>, on: Day): Promise<void> {
    const { dice, by, signe, diary } = this.#town;
    const said: QuietSaid = dice.one(['going', 'help', 'rests', 'held', 'stopped'] as const);
    const answered = await by(signe, (tx) =>
      verbs.answerQuestion(tx, this.#id(number), {
        questionId: id,
        answer: said,
        words: '',
        by: null,
        channel: 'phone',
        registeredBy: signe,
        rest: { reason: 'Vi venter.', askAgainOn: null },
      }),
    );
    if (!answered.ok) return;
    const one = diary.questions[question];
    if (one) one.answer = { at: on, said };
    if (said === 'rests') this.#initiative(number).rests.push({ from: on, until: null });
    if (said === 'held' || said === 'stopped') this.#initiative(number).end = { done: said === 'held', at: on };
  }

  async think(on: Day): Promise<void> {
    const { house, dice, calendar, diary, departments } = this.#town;
    const place = dice.chance(30) ? null : dice.roll(departments.length);
    const departmentId = place === null ? undefined : departments[place];
    const { id } = await house.tx((tx) => anIdea(tx, departmentId ? { departmentId } : {}));
    const number = diary.ideas.push({ at: on, place, answered: null }) - 1;
    if (dice.chance(75)) calendar.at(dice.after(on, 40), (today) => this.#reply(number, id, today));
  }

  async #reply(number: number, id: Id<'idea'>, on: Day): Promise<void> {
    const { dice, by, signe, diary } = this.#town;
    const how = dice.roll(3);
    const there = dice.roll(Math.max(1, this.ids.length));
    const places = somewhere(this.#town);
    const answered = await by(signe, async (tx) => {
      if (how === 0) return verbs.answerIdea(tx, id, 'Tak for idéen.');
      if (how === 1 && this.ids.length > 0) return verbs.joinIdea(tx, id, this.#id(there), '');
      const made = await verbs.makeInitiative(tx, id, { ...describe(this.#town, places, null), words: '' });
      if (made.ok) this.began(made.value, on, places, null);
      return made;
    });
    const one = diary.ideas[number];
    if (answered.ok && one) one.answered = { at: on, became: how !== 0 };
  }

  #awake(number: number, on: Day): void {
    const rest = this.#initiative(number).rests.at(-1);
    if (rest && rest.until === null) rest.until = on;
  }

  #id(number: number): InitiativeId {
    return this.ids[number] as InitiativeId;
  }

  #initiative(number: number) {
    const found = this.#town.diary.initiatives[number];
    if (!found) throw new Error(`Cannot find initiative ${number} in the diary`);
    return found;
  }
}

function describe(town: Town, places: readonly number[], endsOn: Day | null) {
  return {
    title: 'Suppe i gården',
    what: 'Vi prøver.',
    why: '',
    category: 'people' as const,
    place: '',
    startsOn: null,
    endsOn,
    wholeOrganisation: places.length === 0,
    departmentIds: idsOf(town, places),
    origins: [],
  };
}

/** The spine of a history: what began, who drove it, what they thought of, and how it went. */
export function liveSpine(town: Town, much: number): Spine {
  const { dice, calendar } = town;
  const spine = new Spine(town);
  for (let at = 0; at < much; at += 1) calendar.at(dice.day(), (on) => spine.begin(on));
  for (let at = 0; at < much / 2; at += 1) calendar.at(dice.day(), (on) => spine.think(on));
  for (let at = 0; at < 12; at += 1) calendar.at(dice.day(), (on) => spine.morning(on));
  return spine;
}
