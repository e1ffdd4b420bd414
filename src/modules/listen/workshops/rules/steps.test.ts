import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from './checking.ts';
import { type AskedTable, openAnswers, type Settling } from './steps.ts';

const ASKS = new Set(['a', 'b']);
const tables = (count: number): AskedTable[] =>
  Array.from({ length: count }, (_, at) => {
    return { id: `t${at}` as AskedTable['id'], organisationId: `o${at}` as AskedTable['organisationId'], asks: ASKS };
  });
const minute = (at: number) => new Date(Date.UTC(2026, 4, 3, 18, at));
const settled = (table: number, at = table, answer: Answer = 'X', sheet = `s${table}`): Settling => {
  return { sheet, tableId: `t${table}`, at: minute(at), answers: [{ field: 'a', answer }] };
};
const first = (count: number): Settling[] => Array.from({ length: count }, (_, at) => settled(at));
/** How many are in the numbers as the sheets come in, one after the other. */
const shownOf = (room: number, came: number, lastCall: Date | null = null) =>
  Array.from({ length: came + 1 }, (_, count) => openAnswers(tables(room), first(count), lastCall).length);

test('the numbers never move by fewer than five, and never leave fewer than five for the next step', () => {
  assert.deepEqual(shownOf(4, 4), [0, 0, 0, 0, 0]);
  assert.deepEqual(shownOf(5, 5), [0, 0, 0, 0, 0, 5]);
  assert.deepEqual(shownOf(6, 6), [0, 0, 0, 0, 0, 0, 6], 'the sixth is not read off the difference');
  assert.deepEqual(shownOf(9, 9), [0, 0, 0, 0, 0, 0, 0, 0, 0, 9]);
  assert.deepEqual(shownOf(10, 10), [0, 0, 0, 0, 0, 5, 5, 5, 5, 5, 10]);
  assert.deepEqual(shownOf(12, 12), [0, 0, 0, 0, 0, 5, 5, 5, 5, 5, 5, 5, 12]);
  for (let room = 1; room <= 23; room += 1) {
    const shown = shownOf(room, room);
    for (const [at, now] of shown.entries()) {
      const moved = now - (shown[at - 1] ?? 0);
      assert.ok(moved === 0 || moved >= 5, `${room} organisations: ${moved} at the sheet ${at}`);
    }
    assert.equal(shown.at(-1), room < 5 ? 0 : room, 'when all are in, all are counted');
  }
});

test('when nobody else is awaited, those who are enough come along, and fewer do not', () => {
  assert.equal(openAnswers(tables(7), first(6), null).length, 0);
  assert.equal(openAnswers(tables(7), first(6), minute(9)).length, 6);
  assert.equal(openAnswers(tables(12), first(8), minute(9)).length, 5, 'three more could be worked out');
  assert.equal(openAnswers(tables(12), first(11), minute(11)).length, 11);
  const late = [...first(11), settled(11, 30)];
  assert.equal(openAnswers(tables(12), late, minute(11)).length, 11, 'one that comes late is not read off either');
});

test('a correction shows with the next step; after the last call it shows at once, of those who are counted', () => {
  const answer = (settlings: readonly Settling[], lastCall: Date | null) =>
    openAnswers(tables(10), settlings, lastCall).find(({ tableId }) => tableId === 't0')?.answer;
  const corrected = [...first(5), settled(0, 6, 'V')];
  assert.equal(answer(corrected, null), 'X');
  assert.equal(answer([...corrected, ...[5, 6, 7, 8, 9].map((at) => settled(at, at + 5))], null), 'V');
  assert.equal(answer([...first(5), settled(0, 9, 'V')], minute(8)), 'V');
  assert.equal(answer([...first(5), settled(6, 7), settled(6, 9, 'V')], minute(8)), 'X');
});

test('an organisation with two tables is one voice, and its second sheet waits for a step as well', () => {
  const room = tables(6).map((table, at) => (at === 5 ? { ...table, organisationId: 'o0' as never } : table));
  assert.equal(openAnswers(room, first(5), null).length, 5);
  assert.equal(openAnswers(room, first(6), null).length, 5);
});

test('options are counted each by itself, and who is not asked one is not awaited for it', () => {
  const both = first(5).map((one) => ({ ...one, answers: [...one.answers, { field: 'b', answer: 'V' as const }] }));
  const room = tables(7).map((table, at) => (at < 5 ? table : { ...table, asks: new Set(['a']) }));
  assert.deepEqual(
    openAnswers(room, both, null).map(({ field }) => field),
    ['b', 'b', 'b', 'b', 'b'],
  );
});
