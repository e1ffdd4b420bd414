import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { FEWEST } from '../../kernel/small-groups.ts';
import { barLengthOf, type Count, countIn, countOf, linesOf, MISSING, wholeBarOf } from './count.ts';
import type { FigureRow, Way } from './figures.ts';

const HOMES = ['a', 'b', 'c'].map((id) => id as Id<'department'>);
const PLACES = [...HOMES, null];

function row(wanted: Partial<FigureRow> = {}): FigureRow {
  return { id: 'x', on: day('2026-05-03'), title: null, path: null, departmentIds: [], value: 1, ...wanted };
}

const things = { way: 'sum', people: false } as const;
const value = (count: Count | undefined) => (count?.kind === 'counted' ? count.value : null);

test('the bar of a share is drawn of its whole, and of a number against the greatest', () => {
  const counted = (value: number, of: number | null) => ({ kind: 'counted', value, of }) as const;
  assert.equal(wholeBarOf('share', [counted(2, 5), MISSING]), 10_000);
  assert.equal(barLengthOf('share', counted(2, 5)), 4_000);
  assert.equal(wholeBarOf('number', [counted(3, null), counted(12, null)]), 1_200);
  assert.equal(barLengthOf('number', MISSING), null);
  assert.equal(wholeBarOf('number', [MISSING]), null);
  assert.equal(wholeBarOf('persons', [counted(12, null), { kind: 'hidden' }]), null, 'alone it would fill its bar');
  assert.equal(wholeBarOf('number', [counted(0, null), counted(0, null)]), 0, 'two zeros are compared');
  assert.equal(wholeBarOf('share', [counted(2, 5), { kind: 'hidden' }]), 10_000, 'a share has its whole');
});

test('nothing measured is missing, and nothing found is zero', () => {
  assert.equal(countOf(things, null), MISSING);
  assert.deepEqual(countOf(things, []), { kind: 'counted', value: 0, of: null });
  assert.deepEqual(countIn(things, null, PLACES), [MISSING, MISSING, MISSING, MISSING]);
});

test('where nobody counted a single one it is missing, in the whole house and in each department', () => {
  const came = { way: 'sum', people: true, emptyIsMissing: true } as const;
  assert.equal(countOf(came, []), MISSING);
  assert.deepEqual(countIn(came, [], PLACES), [MISSING, MISSING, MISSING, MISSING]);
  assert.equal(countOf(came, [row({ value: 0 })]).kind, 'hidden', 'somebody counted, and nobody came');
});

test('there is no middle of nothing, and no share of nobody', () => {
  assert.equal(countOf({ way: 'median', people: false }, []), MISSING);
  assert.equal(countOf({ way: 'share', people: false }, []), MISSING);
  assert.equal(
    value(
      countOf(
        { way: 'median', people: false },
        [4, 1, 9, 2].map((one) => row({ value: one })),
      ),
    ),
    3,
  );
  const share = countOf({ way: 'share', people: false }, [row({ value: 3, of: 4 }), row({ value: 0 })]);
  assert.deepEqual(share, { kind: 'counted', value: 3, of: 5 });
});

test('a thing in two departments counts in both, and a person in two counts once, in neither', () => {
  const both = [HOMES[0], HOMES[1]].flatMap((id) => id ?? []);
  assert.deepEqual(countIn(things, [row({ departmentIds: both })], PLACES).map(value), [1, 1, 0, 0]);
  const crowd = Array.from({ length: 12 }, (_, at) =>
    row({ id: `x${at}`, who: `p${at}`, departmentIds: both.slice(0, 1) }),
  );
  const moved = Array.from({ length: 6 }, (_, at) => row({ id: 'y', who: `p${at}`, departmentIds: both.slice(1) }));
  const counts = countIn({ way: 'different', people: true }, [...crowd, ...moved], [HOMES[0] ?? null, null]);
  assert.deepEqual(counts.map(value), [6, 6]);
});

test('a share of people is hidden when few are on either side of it', () => {
  const shown = (part: number, of: number) =>
    countOf({ way: 'share', people: true }, [row({ value: part, of })]).kind === 'counted';
  assert.deepEqual(
    [shown(3, 100), shown(97, 100), shown(50, 100), shown(0, 100), shown(100, 100), shown(2, 4)],
    [false, false, true, true, true, false],
  );
});

test('a share that is hidden in one department is not found by taking the others from the whole', () => {
  const at = (id: string, part: number, of: number) =>
    row({ id, value: part, of, departmentIds: [id as Id<'department'>] });
  const shares = (...some: readonly FigureRow[]) =>
    countIn({ way: 'share', people: true }, some, PLACES).map((count) =>
      count.kind === 'counted' ? count.value : count.kind,
    );
  assert.deepEqual(shares(at('a', 28, 50), at('b', 2, 10), at('c', 15, 30)), [28, 'hidden', 'hidden', 'missing']);
  assert.deepEqual(
    shares(at('a', 28, 50), at('b', 2, 10), at('c', 0, 30)),
    ['hidden', 'hidden', 'hidden', 'missing'],
    'with a department where nobody did, the two would be known still',
  );
  assert.deepEqual(shares(at('a', 28, 50), at('b', 5, 10), at('c', 0, 30)), [28, 5, 0, 'missing']);
});

test('the parts of a whole are hidden together, so that none is what the others leave', () => {
  const divided = [20, 10, 6, 8, 2];
  const shown = (parts: readonly number[]) =>
    parts.map((value) => {
      const of = parts.reduce((all, one) => all + one, 0);
      return countOf({ way: 'share', people: true }, [row({ value, of, parts })]).kind === 'counted';
    });
  assert.deepEqual(shown(divided), [true, true, false, true, false]);
  assert.deepEqual(shown([20, 10, 6, 8, 5]), [true, true, true, true, true]);
});

const rows = fc.array(
  fc.record({
    id: fc.constantFrom('x', 'y', 'z'),
    who: fc.constantFrom(...Array.from({ length: 14 }, (_, at) => `p${at}`)),
    departmentIds: fc.subarray(HOMES),
    value: fc.nat(7),
  }),
  { maxLength: 60 },
);

test('no count of people below five is shown, for the house, a department or a line, nor one alone hidden', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom<Way>('sum', 'different'), (some, way) => {
      const all = some.map((one) => row(one));
      const figure = { way, people: true };
      const lines = linesOf(figure, all).map(({ count }) => count);
      const parts = countIn(figure, all, PLACES);
      for (const count of [countOf(figure, all), ...parts, ...lines]) {
        assert.ok(count.kind === 'hidden' || (count.kind === 'counted' && count.value >= FEWEST));
      }
      if (countOf(figure, all).kind === 'counted') {
        const hidden = parts.filter(({ kind }) => kind === 'hidden').length;
        assert.notEqual(hidden, 1, 'one hidden department alone is found by subtraction');
      }
    }),
    { seed: 22, numRuns: 500 },
  );
});
