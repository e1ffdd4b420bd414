import { actingPerson, type Channel, personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { closeTurns, openTurn } from '../../turns/public.ts';
import {
  type Answer,
  type Ask,
  type AskRefusal,
  answerBy,
  askRefusal,
  beginsDriving,
  driversOn,
  type Initiative,
  restingNow,
  type TakeOverRefusal,
  takeOverRefusal,
  waitingForCompany,
} from '../rules.ts';
import { endDriving, insertAnswer, insertAsk, insertDrivers, insertWaking } from '../store/changes.ts';
import { initiativeOfAsk } from '../store/initiatives.ts';
import { locked, write } from './changing.ts';
import { findDriver, foundDriver, tellDriversThatOneLetGo, tellThoseWhoWaited } from './company.ts';

/** "Vil du drive det?", to one person by name. Becomes that person's turn. */
export async function askDriver(
  tx: TenantDb,
  id: Id<'initiative'>,
  ask: { readonly personId: Id<'person'>; readonly words: string; readonly inMyPlace: boolean },
): Promise<Outcome<string, AskRefusal>> {
  const initiative = await locked(tx, id);
  const refusal = askRefusal(initiative, ask.personId, tx.today);
  if (refusal) return refused(refusal);
  const askedBy = actingPerson(tx);
  const askId = await insertAsk(tx, {
    initiativeId: id,
    personId: ask.personId,
    words: ask.words,
    replacesId: ask.inMyPlace ? askedBy : null,
    askedBy,
    answerBy: answerBy(tx.today),
  });
  write(tx, id, 'driver_asked', { person: ask.personId, ask: askId, in_place: ask.inMyPlace });
  await closeTurns(tx, { kind: 'initiative.ask_next', subject: { kind: 'initiative', id } });
  await openTurn(tx, {
    kind: 'initiative.drive',
    subject: { kind: 'ask', id: askId },
    thread: id,
    assignee: { personId: ask.personId },
    due: answerBy(tx.today),
    facts: { initiative: id, asker: askedBy, company: waitingForCompany(initiative, tx.today)[0]?.personId ?? null },
  });
  return ok(askId);
}

/** What came of an answer: does the person drive it now? */
export interface Answered {
  readonly initiativeId: Id<'initiative'>;
  readonly drives: boolean;
}

export type AnswerRefusal = 'answered' | 'ended';

/** Yes, no, or not alone. Two who said "not alone" are company for each other, and both begin. */
export async function answerAsk(
  tx: TenantDb,
  askId: string,
  given: {
    readonly answer: Answer;
    readonly words: string;
    readonly namePublic: boolean;
    /** How it reached the staff member who writes it in. */
    readonly onBehalf: Channel | null;
  },
): Promise<Outcome<Answered, AnswerRefusal>> {
  const id = await initiativeOfAsk(tx, askId);
  if (!id) throw new Error(`Cannot answer question ${askId}: it is not there`);
  const initiative = await locked(tx, id);
  const ask = initiative.asks.find((one) => one.id === askId) as Ask;
  if (ask.answer) return refused('answered');
  if (initiative.end) return refused('ended');
  await insertAnswer(tx, askId, {
    answer: given.answer,
    words: given.words,
    namePublic: given.namePublic,
    channel: given.onBehalf ?? tx.channel,
    registeredBy: given.onBehalf ? personIdOf(tx.actor) : null,
  });
  write(tx, id, `answered_${given.answer}`, { person: ask.personId, ask: askId, channel: given.onBehalf });
  await closeTurns(tx, { subject: { kind: 'ask', id: askId } });

  const waiting = waitingForCompany(initiative, tx.today).filter((one) => one.personId !== ask.personId);
  const driving = driversOn(initiative, tx.today).length;
  const drives = beginsDriving(given.answer, driving, waiting.length);
  if (drives) {
    await begin(tx, initiative, [{ personId: ask.personId, namePublic: given.namePublic }, ...waiting]);
    if (ask.replacesId && given.answer === 'yes') await handOver(tx, initiative, ask.replacesId);
  } else if (driving === 0) {
    await openTurn(tx, {
      kind: 'initiative.ask_next',
      subject: { kind: 'initiative', id },
      thread: id,
      assignee: { personId: ask.askedBy },
      facts: { initiative: id, person: ask.personId, answer: given.answer },
    });
  }
  return ok({ initiativeId: id, drives });
}

/** Steps in where nobody drives. When two do so at once, one wins and the other learns who. A resting initiative wakes. */
export async function takeOver(
  tx: TenantDb,
  id: Id<'initiative'>,
  namePublic: boolean,
): Promise<Outcome<null, TakeOverRefusal>> {
  const initiative = await locked(tx, id);
  const personId = actingPerson(tx);
  const refusal = takeOverRefusal(initiative, personId, tx.today);
  if (refusal) return refused(refusal);
  write(tx, id, 'taken_over', { person: personId, named: namePublic });
  const resting = restingNow(initiative, tx.today);
  if (resting) {
    await insertWaking(tx, resting.id, '', personId);
    write(tx, id, 'woken', { parking: resting.id });
    await closeTurns(tx, { kind: 'initiative.ask_again', subject: { kind: 'initiative', id } });
  }
  const own = initiative.asks.filter((ask) => ask.personId === personId && ask.answer === null);
  for (const ask of own) {
    await insertAnswer(tx, ask.id, { answer: 'yes', words: '', namePublic, channel: tx.channel, registeredBy: null });
    await closeTurns(tx, { subject: { kind: 'ask', id: ask.id } });
  }
  const company = waitingForCompany(initiative, tx.today).filter((ask) => ask.personId !== personId);
  await begin(tx, initiative, [{ personId, namePublic }, ...company], personId);
  return ok(null);
}

/** Stops driving, without shame. False when the person does not drive it. */
export async function stepDown(tx: TenantDb, id: Id<'initiative'>, words: string): Promise<boolean> {
  const initiative = await locked(tx, id);
  const personId = actingPerson(tx);
  const driver = driversOn(initiative, tx.today).find((one) => one.personId === personId);
  if (!driver) return false;
  await endDriving(tx, driver.id, words);
  write(tx, id, 'stepped_down', { person: personId, driver: driver.id, named: driver.namePublic });
  await closeTurns(tx, { kind: 'initiative.tell', subject: { kind: 'initiative', id } });
  const left = driversOn(initiative, tx.today).filter((one) => one.personId !== personId);
  if (left.length > 0) await tellDriversThatOneLetGo(tx, initiative, personId, left);
  else await findDriver(tx, initiative);
  return true;
}

/** The newcomer first, then those who waited for company. */
async function begin(
  tx: TenantDb,
  initiative: Initiative,
  people: readonly { readonly personId: Id<'person'>; readonly namePublic: boolean }[],
  alreadyTold?: Id<'person'>,
): Promise<void> {
  const driving = new Set(driversOn(initiative, tx.today).map((driver) => driver.personId));
  const fresh = people.filter((person) => !driving.has(person.personId));
  await insertDrivers(tx, initiative.id, fresh);
  for (const { personId, namePublic } of fresh) {
    if (personId === alreadyTold) continue;
    write(tx, initiative.id, 'drive_began', { person: personId, named: namePublic });
  }
  await foundDriver(tx, initiative.id);
  const [newcomer, ...waited] = fresh;
  if (newcomer) await tellThoseWhoWaited(tx, initiative, newcomer.personId, waited);
}

async function handOver(tx: TenantDb, initiative: Initiative, from: Id<'person'>): Promise<void> {
  const driver = driversOn(initiative, tx.today).find((one) => one.personId === from);
  if (!driver) return;
  await endDriving(tx, driver.id, '');
  write(tx, initiative.id, 'handed_over', { person: from, driver: driver.id, named: driver.namePublic });
}
