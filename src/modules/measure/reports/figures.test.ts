import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, type Day, day, daysBetween } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type TestTenant, testDatabase } from '../../../testing/database.ts';
import { aDepartment, aPerson } from '../../housing/seed.ts';
import { actingAs, anIdea, anInitiative, verbs } from '../../initiatives/seed.ts';
import { countYear } from './commands.ts';
import { CATEGORIES, type Category, type IdeaRow, medianDays } from './rules/rows.ts';

const { newTenant } = await testDatabase();

/** Two departments, a consultant, and neighbours. */
async function town(house: TestTenant, neighbours = 0) {
  return house.tx(async (tx) => {
    const departments = [await aDepartment(tx), await aDepartment(tx, { number: '2', name: 'Engblommen' })] as const;
    const signe = await aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] });
    const people: Id<'person'>[] = [];
    for (let at = 0; at < neighbours; at += 1) {
      people.push(await aPerson(tx, { name: `Nabo ${at}`, email: `nabo${at}@example.dk` }));
    }
    return { departments, signe, people };
  });
}

/** Always the same dice. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** One idea and all that came of it, as the dice fell. */
interface Tale {
  readonly on: Day;
  readonly answered: Day | null;
  readonly grew: {
    readonly on: Day;
    readonly category: Category;
    /** 0 and 1: a department; 2: the whole organisation. */
    readonly place: number;
    readonly driver: Id<'person'>;
    readonly drivenFrom: Day;
    readonly fate: 'held' | 'stopped' | 'rests' | null;
    readonly fateOn: Day;
  } | null;
}

const START = day('2025-10-01');
const END = day('2027-02-28');

function throwTale(roll: (sides: number) => number, people: readonly Id<'person'>[]): Tale {
  const on = addDays(START, roll(450));
  const answered = roll(3) > 0 ? addDays(on, roll(30)) : null;
  if (!answered || roll(2) === 0) return { on, answered, grew: null };
  const drivenFrom = addDays(answered, 1 + roll(5));
  return {
    on,
    answered,
    grew: {
      on: answered,
      category: CATEGORIES[roll(3)] as Category,
      place: roll(3),
      driver: people[roll(people.length)] as Id<'person'>,
      drivenFrom,
      fate: (['held', 'stopped', 'rests', null] as const)[roll(4)] ?? null,
      fateOn: addDays(drivenFrom, 1 + roll(40)),
    },
  };
}

/** The tale as people live it: each on their own day, by the same commands. */
async function live(house: TestTenant, { departments, signe }: Awaited<ReturnType<typeof town>>, tale: Tale) {
  const then = <T>(on: Day, by: Id<'person'> | null, work: (tx: TenantDb) => Promise<T>): Promise<T> => {
    house.clock.set(`${on}T12:00:00+01:00`);
    return house.tx(async (tx) => work(by ? await actingAs(tx, by) : tx));
  };
  const idea = await then(tale.on, null, (tx) => anIdea(tx));
  const { answered, grew } = tale;
  if (answered && !grew) await then(answered, signe, (tx) => verbs.answerIdea(tx, idea.id, 'Tak for idéen.'));
  if (!grew) return;
  const { category, place, driver, fate } = grew;
  const made = await then(grew.on, signe, (tx) =>
    verbs.makeInitiative(tx, idea.id, {
      ...{ title: 'Suppe', what: 'Vi prøver.', why: '', place: '', startsOn: null, endsOn: null, words: '' },
      category,
      wholeOrganisation: place === 2,
      departmentIds: departments.filter((_, at) => at === place),
    }),
  );
  const id = made.ok ? made.value : assert.fail('the idea was answered twice');
  await then(grew.drivenFrom, driver, (tx) => verbs.takeOver(tx, id, true));
  await then(grew.fateOn, driver, async (tx) => {
    if (fate === 'held') await verbs.endInitiative(tx, id, { result: 'done', words: '' });
    if (fate === 'stopped') await verbs.endInitiative(tx, id, { result: 'stopped', words: '' });
    if (fate === 'rests') await verbs.park(tx, id, { reason: 'Vi venter.', askAgainOn: null });
  });
}

test('the figures of a year are what somebody finds who counts the story by hand', async () => {
  const house = await newTenant();
  const place = await town(house, 16);
  const roll = dice(2026);
  const tales = Array.from({ length: 60 }, () => throwTale(roll, place.people));
  for (const tale of tales) await live(house, place, tale);
  house.clock.set(`${END}T12:00:00+01:00`);
  const { ideas, initiatives, drivers, asked } = await house.tx((tx) => countYear(tx, 2026));

  const within = (on: Day) => on.startsWith('2026');
  const came = tales.filter(({ on }) => within(on));
  const waits = came.flatMap(({ on, answered }) => (answered ? [daysBetween(on, answered)] : [])).sort((a, b) => a - b);
  const shorter = (than: number) => waits.filter((wait) => wait < than).length;
  const median = ideas?.medianDays ?? assert.fail('no median');
  assert.ok(shorter(median) <= waits.length / 2 && waits.length - shorter(median + 0.25) <= waits.length / 2);
  const made = came.filter(({ grew }) => grew).length;
  assert.deepEqual(ideas, { received: came.length, answered: waits.length, made, joined: 0, medianDays: median });

  const all = tales.flatMap(({ grew }) => grew ?? []);
  const begun = all.filter(({ on }) => within(on));
  const fated = (fate: string) => all.filter((one) => one.fate === fate && within(one.fateOn)).length;
  const resting = all.filter(({ fate, fateOn }) => fate === 'rests' && fateOn <= '2026-12-31').length;
  assert.ok(begun.length > 5 && fated('held') > 1 && fated('stopped') > 1 && resting > 1, 'a story worth counting');
  assert.ok(all.length > begun.length && tales.length > came.length, 'some of it lies outside the year');
  assert.deepEqual(initiatives?.all, { begun: begun.length, held: fated('held'), stopped: fated('stopped'), resting });
  assert.deepEqual(
    initiatives.byCategory.map((one) => one.begun),
    CATEGORIES.map((category) => begun.filter((one) => one.category === category).length),
  );
  assert.deepEqual(
    initiatives.byDepartment.map((one) => one.begun),
    [0, 1, 2].map((at) => begun.filter((one) => one.place === at).length),
  );
  const drove = all.filter((one) => {
    const until = one.fate === 'held' || one.fate === 'stopped' ? one.fateOn : END;
    return one.drivenFrom <= '2026-12-31' && until > '2026-01-01';
  });
  assert.equal(drivers?.people, new Set(drove.map(({ driver }) => driver)).size);
  assert.equal(asked, null, 'nobody was asked, so nothing is said');
});

test('the middle wait is the one in the middle, or between the two there', () => {
  const waited = (...days: number[]) =>
    medianDays(days.map((count) => ({ postedOn: START, answeredOn: addDays(START, count) }) as IdeaRow));
  assert.equal(waited(9, 1, 2), 2);
  assert.equal(waited(9, 1, 2, 3), 2.5);
  assert.equal(waited(), null);
});

test('a year begins and ends at midnight in Denmark', async () => {
  const house = await newTenant();
  await town(house);
  // 23:59 in Denmark is 22:59 in UTC: a year counted in UTC would hold the wrong one of these.
  for (const instant of ['2025-12-31T23:59:59+01:00', '2026-01-01T00:00:00+01:00', '2026-12-31T23:59:59+01:00']) {
    house.clock.set(instant);
    await house.tx((tx) => anIdea(tx, { said: instant }));
    await house.tx((tx) => anInitiative(tx, { title: instant }));
  }
  house.clock.set('2027-01-01T00:00:00+01:00');
  await house.tx((tx) => anIdea(tx, { said: 'i det nye år' }));
  const counts = await house.tx(async (tx) =>
    Promise.all(
      [2025, 2026, 2027].map(async (year) => {
        const { ideas, initiatives } = await countYear(tx, year);
        return [ideas?.received, initiatives?.all.begun];
      }),
    ),
  );
  assert.deepEqual(counts, [
    [1, 1],
    [2, 2],
    [1, 0],
  ]);
});

test('what was planned for December and written as held in January counts in December, and only there', async () => {
  const house = await newTenant();
  const { signe } = await town(house);
  house.clock.set('2026-11-01T12:00:00+01:00');
  const id = await house.tx((tx) => anInitiative(tx, { startsIn: 30, endsIn: 40, status: 'under_way', by: signe }));
  const held = async () => {
    const years = await house.tx(async (tx) => [await countYear(tx, 2026), await countYear(tx, 2027)]);
    return years.map(({ initiatives }) => initiatives?.all.held);
  };
  assert.deepEqual((await held())[0], 0);
  house.clock.set('2027-01-05T12:00:00+01:00');
  assert.deepEqual(await held(), [1, 0], 'driven past its last day');
  await house.tx(async (tx) => verbs.endInitiative(await actingAs(tx, signe), id, { result: 'done', words: '' }));
  assert.deepEqual(await held(), [1, 0]);
});
