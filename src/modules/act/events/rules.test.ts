import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { day } from '../../../kernel/day.ts';
import { countOf, waysOf } from './rules/counting.ts';
import { dayFor, dutiesOf, dutiesWithDays } from './rules/duties.ts';
import { WAYS_HERE } from './rules/event.ts';
import { hasRoom, movingUp, peopleIn } from './rules/signing-up.ts';
import { instantOf, spanOf } from './rules/times.ts';
import { guardedWays } from './rules/ways.ts';

const party = fc.record({ adults: fc.nat(6), children: fc.nat(6) }).filter((one) => peopleIn(one) > 0);
const sum = (parties: readonly { adults: number; children: number }[]) =>
  parties.reduce((all, one) => all + peopleIn(one), 0);

test('whoever moves up fits, keeps the order of the line, and nobody who fits is left behind', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.nat(40),
      fc.array(party, { maxLength: 12 }),
      (room, taken, line) => {
        const moved = movingUp(room, taken, line);
        assert.ok(moved.length === 0 || taken + sum(moved) <= room);
        const places = moved.map((one) => line.indexOf(one));
        assert.deepEqual(
          places,
          places.toSorted((one, other) => one - other),
        );
        const seats = room - taken - sum(moved);
        assert.ok(line.filter((one) => !moved.includes(one)).every((one) => peopleIn(one) > seats));
        assert.equal(movingUp(null, taken, line).length, line.length);
      },
    ),
    { seed: 22 },
  );
});

test('nobody new passes those who wait, however small they are', () => {
  assert.equal(hasRoom(10, 6, 0, { adults: 2, children: 2 }), true);
  assert.equal(hasRoom(10, 6, 0, { adults: 3, children: 2 }), false);
  assert.equal(hasRoom(10, 6, 5, { adults: 1, children: 0 }), false);
  assert.equal(hasRoom(null, 600, 0, { adults: 50, children: 0 }), true);
});

test('nobody counted is not the same as that nobody came', () => {
  const absent = { came: null, cameBy: null, mark: 'a' };
  assert.equal(countOf([absent], [], new Set(), false).adults, null);
  assert.deepEqual(countOf([absent], [], new Set(), true), {
    adults: 0,
    children: 0,
    signUps: 1,
    absent: 1,
    knownPeople: 0,
    firstPeople: 0,
    knownHomes: 0,
    firstHomes: 0,
  });
});

test('first-timers are those whose home we know and have not seen; two from one home are one home', () => {
  const came = (adults: number, mark: string | null) => ({
    came: { adults, children: 1 },
    cameBy: 'asked' as const,
    mark,
  });
  const signUps = [came(2, 'new'), came(1, 'new'), came(3, 'old'), came(4, null)];
  const walkIns = [{ adults: 5, children: 0, cameBy: 'poster' as const }];
  const count = countOf(signUps, walkIns, new Set(['old']), false);
  assert.deepEqual(
    [count.adults, count.children, count.knownPeople, count.firstPeople, count.knownHomes, count.firstHomes],
    [15, 4, 9, 5, 2, 1],
  );
  assert.deepEqual(
    [...waysOf(signUps, walkIns)],
    [
      ['asked', 14],
      ['poster', 5],
    ],
  );
});

test('how people heard of it is hidden where they are few, also by subtraction', () => {
  const shown = guardedWays(
    new Map([
      ['asked', 20],
      ['poster', 6],
      ['mail', 2],
    ]),
  );
  assert.equal(shown.total, 28);
  assert.deepEqual(
    WAYS_HERE.map((way) => shown.of.get(way)),
    [20, null, null, null, null],
  );
  assert.equal(guardedWays(new Map([['asked', 4]])).total, null);
});

test('beer out of doors asks for leave, indoors for a word to the police; a closed group for neither', () => {
  const plain = { aspects: [], expected: 30, capacity: null, openToAll: true, wholeOrganisation: false } as const;
  const codes = (more: object) => dutiesOf({ ...plain, ...more });
  assert.ok(codes({ aspects: ['alcohol', 'outdoors'] }).includes('police_permission'));
  assert.ok(codes({ aspects: ['alcohol'] }).includes('police_notice'));
  assert.ok(codes({ aspects: ['alcohol'], expected: 151 }).includes('police_permission'));
  assert.ok(!codes({ aspects: ['alcohol'], expected: 150 }).includes('police_permission'));
  assert.ok(!codes({ aspects: ['alcohol', 'outdoors'], openToAll: false }).some((code) => /^police/.test(code)));
  assert.ok(codes({ expected: 151 }).includes('many_people'));
  const on = day('2026-06-20');
  const rules = new Map([
    ['poster_up', { active: false, daysBefore: 14, words: '' }],
    ['food', { active: true, daysBefore: 3, words: 'Ring til Bo' }],
  ]);
  assert.deepEqual(dutiesWithDays({ ...plain, aspects: ['food'], on }, rules), [{ code: 'food', dueOn: '2026-06-17' }]);
});

test('half past five is half past five in summer and in winter, and an evening may end after midnight', () => {
  assert.equal(instantOf(day('2026-06-20'), '17:30').toISOString(), '2026-06-20T15:30:00.000Z');
  assert.equal(instantOf(day('2026-12-20'), '17:30').toISOString(), '2026-12-20T16:30:00.000Z');
  const on = day('2026-12-31');
  const { from, to } = spanOf({ on, until: on, starts: '20:00', ends: '01:30' });
  assert.deepEqual([from.toISOString(), to?.toISOString()], ['2026-12-31T19:00:00.000Z', '2027-01-01T00:30:00.000Z']);
});

test('what is asked of an event made late is asked for today, and was not late before it was made', () => {
  const [today, past, ahead] = [day('2026-05-10'), day('2026-05-01'), day('2026-05-20')];
  assert.equal(dayFor(ahead, null, today), ahead);
  assert.equal(dayFor(past, null, today), today);
  assert.equal(dayFor(past, day('2026-05-08'), today), '2026-05-08');
  assert.equal(dayFor(ahead, past, today), ahead);
});
