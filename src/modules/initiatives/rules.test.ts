import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Role } from '../../kernel/actor.ts';
import { addDays, type Day, day, utc } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { beginsDriving, drives, peopleToAsk, readBy, STATUSES, type StateRows, statusOf, titleFrom } from './rules.ts';

const TODAY = day('2026-05-03');
const anyDay = fc.integer({ min: -40, max: 40 }).map((days) => addDays(TODAY, days));
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });

const anyRows: fc.Arbitrary<StateRows> = fc.record({
  endsOn: maybe(anyDay),
  asks: fc.array(fc.record({ answer: maybe(fc.constantFrom('yes', 'no', 'not_alone')) }), { maxLength: 3 }),
  drivers: fc.array(fc.record({ from: anyDay, stoppedOn: maybe(anyDay) }), { maxLength: 3 }),
  parkings: fc.array(fc.record({ from: anyDay, wokenOn: maybe(anyDay) }), { maxLength: 3 }),
  end: maybe(fc.record({ result: fc.constantFrom('done', 'stopped'), on: anyDay })),
});

const NOTHING: StateRows = { endsOn: null, asks: [], drivers: [], parkings: [], end: null };
const since = (from: string, stopped: string | null = null) => ({
  from: day(from),
  stoppedOn: stopped ? day(stopped) : null,
});

test('every set of rows has exactly one status on every day', () => {
  fc.assert(
    fc.property(anyRows, anyDay, (rows, today) => STATUSES.filter((one) => one === statusOf(rows, today)).length === 1),
  );
});

test('an end that has come says how it ended, whatever else there is', () => {
  fc.assert(
    fc.property(anyRows, anyDay, (rows, today) => {
      const ended = { ...rows, end: { result: 'done', on: today } as const };
      assert.equal(statusOf(ended, today), 'done');
      assert.equal(statusOf({ ...ended, end: { result: 'stopped', on: today } }, addDays(today, 1)), 'ended');
      assert.equal(statusOf(ended, addDays(today, -1)), statusOf({ ...rows, end: null }, addDays(today, -1)));
    }),
  );
});

test('waking takes away what parking did, from that very day', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const awake = { ...rows, end: null, parkings: [] };
      const woken = { ...awake, parkings: [{ from: addDays(TODAY, -5), wokenOn: TODAY }] };
      assert.equal(statusOf(woken, TODAY), statusOf(awake, TODAY));
      assert.equal(statusOf(woken, addDays(TODAY, -1)), 'parked');
      assert.equal(
        statusOf({ ...woken, parkings: [...woken.parkings, { from: TODAY, wokenOn: null }] }, TODAY),
        'parked',
      );
    }),
  );
});

test('the life of one initiative reads as it was lived', () => {
  const at = (rows: Partial<StateRows>, today: Day = TODAY) => statusOf({ ...NOTHING, ...rows }, today);
  assert.equal(at({}), 'idea');
  assert.equal(at({ asks: [{ answer: null }] }), 'looking');
  assert.equal(at({ drivers: [since('2026-05-03')] }), 'under_way');
  assert.equal(at({ drivers: [since('2026-05-04')] }), 'looking');
  assert.equal(at({ drivers: [since('2026-05-01', '2026-05-03')] }), 'looking');
  assert.equal(at({ drivers: [since('2026-05-01', '2026-05-04')] }), 'under_way');
  assert.equal(at({ drivers: [since('2026-05-01')], endsOn: day('2026-05-03') }), 'under_way');
  assert.equal(at({ drivers: [since('2026-05-01')], endsOn: day('2026-05-02') }), 'done');
  assert.equal(at({ endsOn: day('2026-05-02') }), 'idea');
});

test('who stops drives no more from that very day', () => {
  const [from, on] = [addDays(TODAY, -5), TODAY];
  assert.equal(drives({ from, stoppedOn: on }, addDays(on, -1)), true);
  assert.equal(drives({ from, stoppedOn: on }, on), false);
  assert.equal(drives({ from: on, stoppedOn: on }, on), false, 'begun and stopped on one day');
});

test('two who will not drive alone are company for each other', () => {
  assert.equal(beginsDriving('yes', 0, 0), true);
  assert.equal(beginsDriving('not_alone', 0, 0), false);
  assert.equal(beginsDriving('not_alone', 0, 1), true);
  assert.equal(beginsDriving('not_alone', 1, 0), true);
  assert.equal(beginsDriving('no', 2, 2), false);
});

test('an idea is promised read within a week, never on a weekend', () => {
  fc.assert(
    fc.property(anyDay, (today) => {
      const promised = readBy(today);
      const weekday = new Date(utc(promised)).getUTCDay();
      assert.ok(weekday >= 1 && weekday <= 5, promised);
      assert.ok(promised >= addDays(today, 5) && promised <= addDays(today, 7));
    }),
  );
});

test('a title is cut from what was said, at a word', () => {
  assert.equal(titleFrom('En bænk ved postkasserne. Så kan man hvile.'), 'En bænk ved postkasserne');
  assert.equal(titleFrom('En bænk?\nJa'), 'En bænk');
  const long = titleFrom('Beboerdemokratiopfølgningsarrangementsudvalget vil gerne holde en fest for alle børn');
  assert.ok(long.length <= 62 && long.endsWith(' …'), long);
  assert.ok(titleFrom('!!!').length > 0);
});

test('where no department’s board is, the organisation’s board is asked; nobody twice, nor the asker or a driver', () => {
  const holder = (id: string, role: Role) => ({ id: id as Id<'person'>, role });
  const board = holder('b', 'board_member');
  const [over, mette, jonas] = [
    holder('o', 'organisation_board'),
    holder('m', 'ambassador'),
    holder('j', 'consultant'),
  ];
  const asked = (...holders: ReturnType<typeof holder>[]) =>
    peopleToAsk({ drivers: [] }, holders, jonas.id, TODAY).map((one) => one.id);
  assert.deepEqual(asked(over, mette, jonas), ['o', 'm']);
  assert.deepEqual(asked(over, board, mette), ['b', 'm']);
  assert.deepEqual(asked(mette, holder('m', 'task_leader')), ['m']);
});
