import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readyMade } from '../../../../engines/sheet/ready-made.ts';
import type { Id } from '../../../../kernel/id.ts';
import { askedAt, coveredBy, isHere, whoIsMissing } from './gathering-in.ts';
import { lastWordLast, resultOf } from './result.ts';
import type { Table } from './sheets.ts';
import { templateFrom, wordsOf } from './template.ts';

const [first] = wordsOf(readyMade).themes;
assert.ok(first);
const arabic = templateFrom(
  {
    name: 'مجتمعات تدوم',
    lang: 'ar',
    themes: [{ ...first, title: 'الأماكن', options: first.options.map((_, at) => `خيار ${at + 1}`) }],
  },
  readyMade,
);
const table = (id: string, more = {}) => ({
  id: id as Table['id'],
  number: Number(id.slice(1)),
  organisationId: null,
  ...more,
});

test('a translation line by line asks the same, and counts together with it in the words of the first language', () => {
  const [own, other] = [readyMade.themes[0], arabic.themes[0]];
  assert.deepEqual(
    other?.options.map(({ id }) => id),
    own?.options.map(({ id }) => id),
  );
  assert.deepEqual(
    other?.questions?.map(({ id }) => id),
    own?.questions?.map(({ id }) => id),
  );
  const back = templateFrom({ ...wordsOf(readyMade), themes: [first] }, arabic);
  assert.deepEqual(back.themes[0], own, 'and so it is when it is written back');

  const field = `${own?.id}.${own?.options[0]?.id}`;
  const said = { field, answer: 'X' } as const;
  const result = resultOf(
    lastWordLast([readyMade, arabic]),
    [table('t1'), table('t2')],
    [
      { ...said, tableId: 't1' },
      { ...said, tableId: 't2' },
    ],
  );
  assert.deepEqual(
    result.themes.map(({ title }) => title),
    readyMade.themes.map(({ title }) => title),
  );
  const [cell] = result.themes[0]?.cells ?? [];
  assert.deepEqual([cell?.text, cell?.could], [own?.options[0]?.text, 2]);
  assert.equal(result.themes[0]?.cells.length, own?.options.length, 'nothing stands there twice');
});

test('a line more or less is no translation of what was there, and in the same language the place says nothing', () => {
  const known = new Set(readyMade.themes[0]?.options.map(({ id }) => id));
  const longer = templateFrom(
    {
      name: 'x',
      lang: 'en',
      themes: [{ ...first, options: [...first.options.map((_, at) => `Option ${at}`), 'One'] }],
    },
    readyMade,
  );
  assert.ok(longer.themes[0]?.options.every(({ id }) => !known.has(id)));
  const turned = templateFrom(
    { ...wordsOf(readyMade), themes: [{ ...first, options: first.options.toReversed() }] },
    readyMade,
  );
  assert.deepEqual(
    turned.themes[0]?.options.map(({ id }) => id),
    readyMade.themes[0]?.options.map(({ id }) => id).toReversed(),
  );
});

test('a table is asked what stands on its own paper: a smaller edition for others makes nobody done', () => {
  const [large, small] = ['e1', 'e2'] as Id<'workshop_edition'>[];
  assert.ok(large && small);
  const editions = [
    { id: large, themes: 4 },
    { id: small, themes: 1 },
  ];
  const sheet = (tableId: string, editionId: Id<'workshop_edition'>, serial: number | null, spare = false) => ({
    ...{ tableId: tableId as Table['id'], editionId, serial, spare, paper: 'a3' as const, page: 0 },
    ...{ photoId: 'p' as Id<'workshop_photo'>, checks: 0, confirmed: false, changed: false },
  });
  const sheets = [
    sheet('t1', large, 1),
    sheet('t2', small, 2),
    sheet('t3', small, null),
    sheet('t5', large, 3),
    sheet('t5', small, 4),
    sheet('t6', large, 5),
    sheet('t6', small, 6, true),
    sheet('t7', large, 7, true),
  ];
  const asks = (id: string) => askedAt(editions, sheets, id as Table['id'])?.themes;
  assert.deepEqual(['t1', 't2', 't3', 't4', 't5'].map(asks), [4, 1, 1, 1, 1]);
  assert.deepEqual(['t6', 't7'].map(asks), [4, 4], 'a spare says how much is asked only where it is all there is');
  assert.equal(askedAt([], [], 't1' as Table['id']), undefined);
  const tables = ['t1', 't2', 't3', 't4'].map((id) => ({ ...table(id), asks: asks(id) ?? assert.fail() }));
  assert.deepEqual(whoIsMissing(tables, sheets, isHere), [
    { number: 1, left: [1, 2, 3], all: false },
    { number: 4, left: [0], all: true },
  ]);
});

test('a sheet of another edition is of the theme that it names, wherever it stood in its set', () => {
  const [, second, third] = readyMade.themes;
  assert.ok(second && third);
  const small = { ...readyMade, themes: [third, { ...second, id: 'nyt' }] };
  assert.deepEqual(coveredBy({ paper: 'a3', page: 0 }, small, readyMade), [2]);
  assert.deepEqual(
    coveredBy({ paper: 'a3', page: 1 }, small, readyMade),
    [1],
    'a name that nobody knows is by its place',
  );
  assert.deepEqual(coveredBy({ paper: 'a2', page: 0 }, small, readyMade), [2, 1]);
  assert.deepEqual(coveredBy({ paper: null, page: 3 }, readyMade, readyMade), [3]);
});
