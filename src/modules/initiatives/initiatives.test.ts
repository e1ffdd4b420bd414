import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { threadEntries } from '../../platform/journal/read.ts';
import { type TestTenant, testDatabase } from '../../testing/database.ts';
import { sample } from '../../testing/long.ts';
import { loadActor } from '../housing/public.ts';
import { aDepartment, aPerson } from '../housing/seed.ts';
import { turnsOf } from '../turns/public.ts';
import { answerAsk, askDriver, stepDown, takeOver } from './commands/drivers.ts';
import { joinIdea, makeInitiative } from './commands/ideas.ts';
import { editInitiative } from './commands/initiatives.ts';
import { askWhatTheDayBrings, endInitiative, park, wake } from './commands/life.ts';
import { addStep, finishStep } from './commands/steps.ts';
import { initiativesJournal } from './journal.ts';
import { driversOn, statusOf } from './rules.ts';
import { anAsk, anIdea, anInitiative } from './seed.ts';
import { cardPage } from './store/cards.ts';
import { ideaById } from './store/ideas.ts';
import { initiativeById } from './store/initiatives.ts';

const { newTenant } = await testDatabase();

async function withPeople() {
  const house = await newTenant();
  const people = await house.tx(async (tx) => ({
    departmentId: await aDepartment(tx),
    signe: await aPerson(tx, { name: 'Signe Krog', email: 'signe@lyngbakken.example', roles: ['consultant'] }),
    mette: await aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk' }),
    poul: await aPerson(tx, { name: 'Poul Dahl', email: 'poul@example.dk' }),
  }));
  return { house, ...people };
}

async function by<T>(house: TestTenant, personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T> {
  const actor = await house.tx((tx) => loadActor(tx, personId));
  assert(actor);
  return house.as(actor, work);
}

const load = (house: TestTenant, id: Id<'initiative'>) =>
  house.tx(async (tx) => {
    const initiative = await initiativeById(tx, id);
    assert(initiative);
    return { initiative, status: statusOf(initiative, tx.today), drivers: driversOn(initiative, tx.today) };
  });

test('when two take over at the same moment, exactly one wins and the other learns who', async () => {
  const { house, mette, poul } = await withPeople();
  for (let round = 0; round < sample(5, 100); round += 1) {
    const id = await house.tx((tx) => anInitiative(tx));
    const outcomes = await Promise.all([
      by(house, mette, (tx) => takeOver(tx, id, true)),
      by(house, poul, (tx) => takeOver(tx, id, true)),
    ]);
    const { drivers, status } = await load(house, id);
    assert.equal(status, 'under_way');
    assert.equal(drivers.length, 1);
    assert.equal(outcomes.filter((one) => one.ok).length, 1);
    const lost = outcomes.find((one) => !one.ok);
    assert.deepEqual(lost, { ok: false, refusal: { kind: 'driven', by: drivers[0]?.personId } });
  }
});

test('an idea is answered once, also when two answer it at the same moment', async () => {
  const { house, signe } = await withPeople();
  const idea = await house.tx((tx) => anIdea(tx));
  const words = {
    title: 'Suppe',
    what: 'Suppe',
    why: '',
    category: 'people',
    place: '',
    startsOn: null,
    endsOn: null,
  } as const;
  const make = () =>
    by(house, signe, (tx) =>
      makeInitiative(tx, idea.id, { ...words, wholeOrganisation: true, departmentIds: [], words: '' }),
    );
  const outcomes = await Promise.all([make(), make()]);
  assert.equal(outcomes.filter((one) => one.ok).length, 1);
  assert.equal((await house.tx((tx) => cardPage(tx, {}))).total, 1);
});

test('an idea keeps its way into the initiative that it became or was joined to', async () => {
  const { house, signe } = await withPeople();
  const idea = await house.tx((tx) => anIdea(tx, { said: 'Brød til suppen' }));
  const id = await house.tx((tx) => anInitiative(tx));
  await by(house, signe, (tx) => joinIdea(tx, idea.id, id, 'Det gør vi.'));
  const { initiative } = await load(house, id);
  assert.deepEqual(initiative.origins, [{ sourceKind: 'idea', sourceId: idea.id, sentence: 'Brød til suppen' }]);
  const answered = await house.tx((tx) => ideaById(tx, idea.id));
  assert.equal(answered?.answer?.initiativeId, id);
  assert.deepEqual(await by(house, signe, (tx) => turnsOf(tx)), []);
});

test('a question waits for the one who was asked, and a no goes back to the one who asked', async () => {
  const { house, signe, mette } = await withPeople();
  const id = await house.tx((tx) => anInitiative(tx));
  await house.tx((tx) => anAsk(tx, id, { by: signe, to: mette }));
  const [turn] = await by(house, mette, (tx) => turnsOf(tx));
  assert.equal(turn?.kind, 'initiative.drive');
  assert.deepEqual(
    await by(house, signe, (tx) => askDriver(tx, id, { personId: mette, words: '', inMyPlace: false })),
    {
      ok: false,
      refusal: 'asked_already',
    },
  );
  const given = { answer: 'no', words: 'Ikke i år', namePublic: false, onBehalf: null } as const;
  assert.deepEqual(await by(house, mette, (tx) => answerAsk(tx, turn.subject.id, given)), {
    ok: true,
    value: { initiativeId: id, drives: false },
  });
  assert.deepEqual(await by(house, mette, (tx) => turnsOf(tx)), []);
  assert.equal((await by(house, signe, (tx) => turnsOf(tx)))[0]?.kind, 'initiative.ask_next');
  assert.equal((await load(house, id)).status, 'looking');
});

test('who will drive, but not alone, begins when there are two', async () => {
  const { house, signe, mette, poul } = await withPeople();
  const id = await house.tx((tx) => anInitiative(tx));
  await house.tx((tx) => anAsk(tx, id, { by: signe, to: mette, answer: 'not_alone' }));
  assert.equal((await load(house, id)).drivers.length, 0);
  await house.tx((tx) => anAsk(tx, id, { by: signe, to: poul, answer: 'not_alone' }));
  assert.deepEqual(new Set((await load(house, id)).drivers.map((driver) => driver.personId)), new Set([mette, poul]));
  assert.deepEqual(await by(house, signe, (tx) => turnsOf(tx)), []);
});

test('a driver hands over to the one who says yes, and can let go alone', async () => {
  const { house, mette, poul } = await withPeople();
  const id = await house.tx((tx) => anInitiative(tx, { status: 'under_way', by: mette }));
  await house.tx((tx) => anAsk(tx, id, { by: mette, to: poul, inMyPlace: true, answer: 'yes' }));
  assert.deepEqual(
    (await load(house, id)).drivers.map((driver) => driver.personId),
    [poul],
  );
  assert.equal(await by(house, mette, (tx) => stepDown(tx, id, '')), false);
  assert.equal(await by(house, poul, (tx) => stepDown(tx, id, 'Tak for nu')), true);
  assert.equal((await load(house, id)).status, 'looking');
  assert.deepEqual(await by(house, mette, (tx) => takeOver(tx, id, false)), { ok: true, value: null });
  assert.equal((await load(house, id)).drivers.length, 1);
});

test('what rests asks nothing of anybody until its day comes', async () => {
  const { house, signe, mette } = await withPeople();
  const id = await house.tx((tx) => anInitiative(tx, { status: 'under_way', by: mette }));
  await by(house, mette, (tx) => addStep(tx, id, { says: 'Ring', personId: mette, dueOn: null }));
  const askAgainOn = await house.tx(async (tx) => addDays(tx.today, 10));
  await by(house, mette, (tx) => park(tx, id, { reason: 'Vinter', askAgainOn }));
  assert.deepEqual(await by(house, mette, (tx) => turnsOf(tx)), []);
  await house.tx(askWhatTheDayBrings);
  assert.deepEqual(await by(house, signe, (tx) => turnsOf(tx)), []);
  house.clock.forward({ days: 10 });
  await house.tx(askWhatTheDayBrings);
  await house.tx(askWhatTheDayBrings);
  assert.deepEqual(
    (await by(house, signe, (tx) => turnsOf(tx))).map((turn) => turn.kind),
    ['initiative.ask_again'],
  );
  await by(house, mette, (tx) => wake(tx, id, 'Solen er her'));
  assert.deepEqual(await by(house, signe, (tx) => turnsOf(tx)), []);
  assert.deepEqual(
    (await by(house, mette, (tx) => turnsOf(tx))).map((turn) => turn.kind),
    ['initiative.step'],
  );
  assert.equal((await load(house, id)).status, 'under_way');
});

test('a step waits for its person, is finished once, and falls away at the end', async () => {
  const { house, mette } = await withPeople();
  const id = await house.tx((tx) => anInitiative(tx, { status: 'under_way', by: mette }));
  const step = await by(house, mette, (tx) => addStep(tx, id, { says: 'Ring', personId: mette, dueOn: null }));
  assert(step.ok);
  const finish = () => by(house, mette, (tx) => finishStep(tx, id, step.value, { outcome: 'done', words: '' }));
  const both = await Promise.all([finish(), finish()]);
  assert.equal(both.filter((one) => one.ok).length, 1);
  assert.deepEqual(await by(house, mette, (tx) => turnsOf(tx)), []);
  await by(house, mette, (tx) => addStep(tx, id, { says: 'Ryd op', personId: mette, dueOn: null }));
  await by(house, mette, (tx) => endInitiative(tx, id, { result: 'done', words: 'Vi var 32' }));
  assert.deepEqual(await by(house, mette, (tx) => turnsOf(tx)), []);
  assert.equal((await load(house, id)).initiative.steps.at(-1)?.outcome, 'dropped');
  assert.deepEqual(await by(house, mette, (tx) => endInitiative(tx, id, { result: 'done', words: '' })), {
    ok: false,
    refusal: 'ended',
  });
});

test('when two save the same words at once, one is told and nothing is overwritten', async () => {
  const { house, mette, poul } = await withPeople();
  const id = await house.tx((tx) => anInitiative(tx));
  const { initiative } = await load(house, id);
  const save = (who: Id<'person'>, what: string) =>
    by(house, who, (tx) => editInitiative(tx, id, initiative.version, { ...initiative, what }));
  const outcomes = await Promise.all([save(mette, 'Mettes ord'), save(poul, 'Pouls ord')]);
  assert.equal(outcomes.filter((one) => one.ok).length, 1);
  const { initiative: now } = await load(house, id);
  assert.equal(now.what, outcomes[0]?.ok ? 'Mettes ord' : 'Pouls ord');
  assert.equal(now.version, initiative.version + 1);
});

test('the thread tells what happened, newest first, and the public one nothing about questions', async () => {
  const { house, signe, mette } = await withPeople();
  const id = await house.tx((tx) => anInitiative(tx));
  await house.tx((tx) => anAsk(tx, id, { by: signe, to: mette, answer: 'yes' }));
  await by(house, mette, (tx) => park(tx, id, { reason: 'Ferie', askAgainOn: null }));
  await by(house, mette, (tx) => wake(tx, id, ''));
  const kinds = async (audience: 'public' | 'members') =>
    (await house.tx((tx) => threadEntries(tx, id, { kinds: initiativesJournal, audience }))).map((entry) =>
      entry.kind.replace('initiative.', ''),
    );
  assert.deepEqual(await kinds('members'), [
    'woken',
    'parked',
    'drive_began',
    'answered_yes',
    'driver_asked',
    'created',
  ]);
  assert.deepEqual(await kinds('public'), ['woken', 'parked', 'drive_began', 'created']);
});
