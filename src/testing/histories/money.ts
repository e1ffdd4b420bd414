import { addDays, type Day, day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { kroner, type Ore } from '../../kernel/money.ts';
import { aFund, aPage, verbs as fund } from '../../modules/decide/fund/seed.ts';
import { paidInvoice, verbs as results, someAnswers } from '../../modules/decide/results/seed.ts';
import type { Case } from './diary.ts';
import { idsOf, somewhere, type Town } from './town.ts';

const ANSWER_DAYS = 14;

interface Running {
  readonly id: Id<'fund_application'>;
  readonly one: Case;
  readonly startsOn: Day;
  /** What is promised and not paid yet. */
  left: number;
}

/** The fund of a history: what was applied for, answered, paid and told of. */
class Money {
  readonly #town: Town;
  #fund: Id<'fund'> | null = null;

  constructor(town: Town) {
    this.#town = town;
  }

  /** A year's applications; some came on paper when it was held already. */
  async apply(on: Day): Promise<void> {
    const { dice, calendar, diary, by, signe } = this.#town;
    const places = somewhere(this.#town);
    const sought = kroner(500 + 250 * dice.roll(30));
    const late = dice.chance(25);
    const startsOn = late ? addDays(on, -dice.roll(20)) : dice.after(addDays(on, 25), 40);
    const id = await by(signe, async (tx) => {
      const fundId = await this.#opened(tx);
      const page = aPage(tx, { sought, startsOn, endsOn: startsOn, departmentIds: idsOf(this.#town, places) });
      const draft = await fund.startApplication(tx, fundId, page, 'paper');
      const sent = await fund.submit(tx, draft.id);
      if (!sent.ok) throw new Error(`Cannot apply: ${sent.refusal.kind}`);
      return draft.id;
    });
    const answerBy = addDays(on, ANSWER_DAYS);
    const one: Case = { at: on, answerBy, places, sought, answers: [], paid: [], told: null };
    diary.cases.push(one);
    const running: Running = { id, one, startsOn, left: 0 };
    if (dice.chance(20)) calendar.at(dice.after(on, 10), () => this.#wait(running));
    // Some are answered on the last day that was promised.
    const answered = dice.chance(35) ? answerBy : dice.after(on, 22);
    if (dice.chance(85)) calendar.at(answered, (today) => this.#answer(running, today));
    if (dice.chance(10)) calendar.at(dice.after(on, 30), () => this.#withdraw(running));
  }

  async #opened(tx: Parameters<typeof aFund>[0]): Promise<Id<'fund'>> {
    this.#fund ??= await aFund(tx, {
      startsOn: day('2024-11-01'),
      endsOn: day('2026-12-31'),
      total: kroner(10_000_000),
      answerDays: ANSWER_DAYS,
    });
    return this.#fund;
  }

  async #wait({ id }: Running): Promise<void> {
    const { by, inge } = this.#town;
    await by(inge, (tx) => fund.decide(tx, id, { result: 'wait', words: '', reference: '' }));
  }

  async #answer(running: Running, on: Day): Promise<void> {
    const { dice, calendar, by, inge } = this.#town;
    const { id, one, startsOn } = running;
    const yes = startsOn > on && dice.chance(75);
    const late = startsOn <= on && dice.chance(80);
    const amount = (dice.chance(50) ? one.sought : one.sought / 2) as Ore;
    const decision = yes
      ? { result: 'commit' as const, amount, terms: '', words: 'Godt.' }
      : { result: 'refuse' as const, reason: late ? ('too_late' as const) : ('no_ground' as const), words: 'Nej.' };
    const answered = await by(inge, (tx) => fund.decide(tx, id, { ...decision, reference: '' }));
    if (!answered.ok) return;
    one.answers.push({ at: on, yes, amount: yes ? amount : 0, late: !yes && late });
    if (!yes) return;
    running.left = amount;
    for (let bill = dice.roll(3); bill > 0; bill -= 1)
      calendar.at(dice.after(on, 60), (today) => this.#pay(running, today));
    for (let telling = dice.roll(3); telling > 0; telling -= 1)
      calendar.at(dice.after(startsOn, 25), (today) => this.#tell(running, today));
  }

  async #pay(running: Running, on: Day): Promise<void> {
    const { dice, by, signe } = this.#town;
    const amount = dice.chance(50) ? running.left : Math.floor(running.left / 3);
    if (amount === 0) return;
    const paid = await by(signe, (tx) => paidInvoice(tx, running.id, amount as Ore)).then(
      () => true,
      () => false,
    );
    if (!paid) return;
    running.left -= amount;
    running.one.paid.push({ at: on, amount });
  }

  /** A second telling is a correction. */
  async #tell({ id, one }: Running, on: Day): Promise<void> {
    const { dice, by, signe } = this.#town;
    const came = dice.roll(40);
    const told = await by(signe, (tx) => results.giveFeedback(tx, id, someAnswers({ came })));
    if (!told.ok) return;
    if (one.told) one.told.came = came;
    else one.told = { at: on, came };
  }

  async #withdraw({ id }: Running): Promise<void> {
    const { by, signe } = this.#town;
    await by(signe, (tx) => fund.withdraw(tx, id, ''));
  }
}

export function liveMoney(town: Town, much: number): void {
  const money = new Money(town);
  for (let at = 0; at < much; at += 1) town.calendar.at(town.dice.day(), (on) => money.apply(on));
}
