import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readyMade } from '../../../../engines/sheet/ready-made.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { ownReport } from '../letters/result.ts';
import { alreadyOnward, initiativeOf, remindOn, titleOf } from './after.ts';
import { isAllIn, isHere, isSettled, whoIsMissing } from './gathering-in.ts';
import { hasRoom, isAsked, turnoutOf } from './plan.ts';
import {
  type Answered,
  answersOfVoice,
  cellsOf,
  gapScore,
  gapsOf,
  heatOf,
  mayCompare,
  maySeeSums,
  openPart,
  resultOf,
} from './result.ts';

const table = (id: string, organisationId: string | null = null) => ({
  id: id as Id<'workshop_table'>,
  number: Number(id.slice(1)),
  organisationId: organisationId as Id<'organisation'> | null,
});
const said = (tableId: string, field: string, answer: Answered['answer']): Answered => ({ tableId, field, answer });

/** The sums of the twelve organisations (domain 7.9), as answers of twelve tables. */
function twelve(sums: Readonly<Record<string, readonly [number, number]>>) {
  const tables = Array.from({ length: 12 }, (_, at) => table(`t${at + 1}`, `o${at + 1}`));
  const answers = Object.entries(sums).flatMap(([field, [does, could]]) =>
    tables.map(({ id }, at) => said(id, field, at < does ? 'V' : at < does + could ? 'X' : 'empty')),
  );
  return { tables, result: resultOf([readyMade], tables, answers) };
}

test('the largest gaps of the twelve organisations are measuring, generations and task groups', () => {
  const { result } = twelve({
    'rammer.faelleshuse': [12, 0],
    'rammer.generationer': [2, 8],
    'engagement.opgavegrupper': [3, 8],
    'bestyrelsen.maaling': [2, 9],
    'bestyrelsen.raad': [1, 6],
    'rammer.haver': [5, 5],
  });
  assert.deepEqual(
    gapsOf(result, 5).map(({ field, does, could }) => [field, does, could]),
    [
      ['bestyrelsen.maaling', 2, 9],
      ['rammer.generationer', 2, 8],
      ['engagement.opgavegrupper', 3, 8],
      ['bestyrelsen.raad', 1, 6],
    ],
    'alike, the one that more could do stands first; as many as do is no gap',
  );
  assert.equal(gapScore({ does: 9, could: 2 }), -7);
  assert.equal(cellsOf(result).length, 26, 'options alone');
});

test('an organisation counts once, and V counts where its tables differ; a mixed table counts by itself', () => {
  const tables = [table('t1', 'o1'), table('t2', 'o1'), table('t3'), table('t4')];
  const answers = [
    said('t1', 'rammer.haver', 'X'),
    said('t2', 'rammer.haver', 'V'),
    said('t3', 'rammer.haver', 'X'),
    said('t4', 'rammer.haver', 'unreadable'),
    said('gone', 'rammer.haver', 'X'),
  ];
  const result = resultOf([readyMade], tables, answers);
  const cell = cellsOf(result).find(({ field }) => field === 'rammer.haver');
  assert.deepEqual([cell?.does, cell?.could, result.voices, result.organisations], [1, 1, 3, 1]);
  assert.equal(answersOfVoice(tables, answers, 'o1').get('rammer.haver'), 'V');
});

test('an option that a later edition left out still counts, and says so last', () => {
  const [first, ...rest] = readyMade.themes;
  assert.ok(first);
  const shorter = { ...readyMade, themes: [{ ...first, options: first.options.slice(1) }, ...rest] };
  const result = resultOf([readyMade, shorter], [table('t1')], [said('t1', 'rammer.faelleshuse', 'X')]);
  assert.equal(result.themes[0]?.cells.at(-1)?.field, 'rammer.faelleshuse');
  assert.equal(result.themes[0]?.cells.at(-1)?.could, 1);
});

test('four organisations are not compared and not shown, five are; residents see theirs from the first sheet', () => {
  const houses = Array.from({ length: 5 }, (_, at) => table(`t${at + 1}`, `o${at + 1}`));
  const answers = houses.map(({ id }) => said(id, 'rammer.haver', 'X'));
  const four = resultOf([readyMade], houses, answers.slice(1));
  const five = resultOf([readyMade], houses, answers);
  assert.deepEqual([mayCompare(four), maySeeSums(four, houses)], [false, false]);
  assert.deepEqual([mayCompare(five), maySeeSums(five, houses)], [true, true]);
  const mixed = [table('t1')];
  assert.equal(maySeeSums(resultOf([readyMade], mixed, [said('t1', 'rammer.haver', 'X')]), mixed), true);
  assert.equal(maySeeSums(resultOf([readyMade], mixed, []), mixed), false);
});

test('five who answered one theme do not open another that two have answered, nor is it compared', () => {
  const houses = Array.from({ length: 5 }, (_, at) => table(`t${at + 1}`, `o${at + 1}`));
  const answers = [
    ...houses.map(({ id }) => said(id, 'rammer.haver', 'X')),
    ...houses.slice(0, 2).map(({ id }) => said(id, 'bestyrelsen.maaling', 'X')),
  ];
  const result = resultOf([readyMade], houses, answers);
  const open = openPart(result, houses);
  assert.deepEqual(
    cellsOf(open).map(({ field }) => field),
    ['rammer.haver'],
  );
  assert.deepEqual([open.heldBack, gapsOf(open).length, gapsOf(result).length], [25, 1, 2]);
  assert.equal(openPart(result, [table('t1')]), result, 'where nobody sits for an organisation, all of it is open');
  const workshop = { name: 'Fælles', on: '2026-05-03' as Day, place: '' };
  const counted = { workshop, result, tables: 5, today: workshop.on, language: 'da' as const };
  const own = ownReport(counted, { who: 'Vesterby', answers: new Map(), words: [] });
  const rows = own.body.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  const figuresOf = (start: RegExp) => rows.find(([text]) => start.test(String(text)))?.slice(2);
  assert.deepEqual(figuresOf(/^.*haver/i), ['0', '5']);
  assert.deepEqual(figuresOf(/^.*måle/i), ['for få', 'for få']);
});

test('a cell is as warm as the share that said so: nobody is cold, more than three in four is warmest', () => {
  assert.deepEqual(
    [heatOf(0, 12), heatOf(1, 12), heatOf(3, 12), heatOf(4, 12), heatOf(9, 12), heatOf(10, 12), heatOf(12, 12)],
    [0, 1, 1, 2, 3, 4, 4],
  );
  assert.equal(heatOf(1, 0), 0);
});

test('a table is missing until each theme has come once, on paper or on a telephone; A2 has them all', () => {
  const sheet = (tableId: string | null, page: number, more = {}) => ({
    tableId: tableId as Id<'workshop_table'> | null,
    paper: 'a3' as 'a2' | 'a3' | null,
    page,
    photoId: null,
    checks: 0,
    confirmed: false,
    changed: false,
    ...more,
  });
  const photo = { photoId: 'p' as Id<'workshop_photo'> };
  const tables = ['t1', 't2', 't3', 't4'].map((id) => ({ ...table(id), asks: 2 }));
  const sheets = [
    sheet('t1', 0, photo),
    sheet('t1', 0, { paper: null, confirmed: true }),
    sheet('t2', 0, { paper: 'a2', ...photo }),
    sheet('t3', 0, { paper: null, confirmed: true }),
    sheet('t3', 1, { checks: 1 }),
    sheet(null, 1, photo),
    sheet('t4', 0),
    sheet('t4', 5, photo),
  ];
  assert.deepEqual(whoIsMissing(tables, sheets, isHere), [
    { number: 1, left: [1], all: false },
    { number: 4, left: [0, 1], all: true },
  ]);
  const changed = { confirmed: true, changed: true };
  assert.equal(isSettled(sheet('t1', 0, changed)), false);
  assert.equal(isSettled(sheet('t1', 0, { confirmed: true })), true);
  assert.equal(isAllIn([], []), false, 'a room without tables is not done');
  assert.equal(isAllIn(tables, []), true);
});

test('ninety days, a title that fits, and nothing onward twice', () => {
  assert.equal(remindOn('2026-05-03' as Day), '2026-08-01');
  const words = {
    kind: 'words',
    id: 'w' as Id<'workshop_words'>,
    field: 'a.note1',
    words: 'ord '.repeat(60),
    open: false,
  } as const;
  assert.equal(titleOf(words, 'Skrevet på et ark'), 'Skrevet på et ark', 'nobody has said that all may read it');
  const open = titleOf({ ...words, open: true }, '');
  assert.ok(open.length <= 80);
  assert.match(open, / …$/);
  const gone = {
    field: 'a.note1',
    wordsId: 'w' as Id<'workshop_words'>,
    initiativeId: 'i' as Id<'initiative'>,
    ideaId: null,
  };
  assert.equal(alreadyOnward(words, [gone]), gone);
  const idea = { ...gone, initiativeId: null, ideaId: 'd' as Id<'idea'> };
  assert.equal(alreadyOnward(words, [idea, gone]), gone, 'an idea that is an initiative since is that');
  assert.equal(alreadyOnward(words, [idea]), idea);
  assert.equal(initiativeOf('a.note1', [gone]), null, 'words are no option');
  assert.equal(
    initiativeOf('a.note1', [
      { ...idea, wordsId: null },
      { ...gone, wordsId: null },
    ]),
    'i',
  );
  const box = { kind: 'box', cell: { field: 'a.note1', text: '', theme: 'a', does: 0, could: 1 } } as const;
  assert.equal(alreadyOnward(box, [gone]), null);
});

test('the last seat is given once; who has it may say yes again, and a no gives it back', () => {
  const one = { answer: 'yes', came: true } as const;
  const open = { answer: null, came: null } as const;
  assert.deepEqual(turnoutOf({ seats: 1 }, [one, open]), { asked: 2, yes: 1, no: 0, came: 1, left: 0 });
  assert.equal(hasRoom(turnoutOf({ seats: 1 }, [one, open]), open), false);
  assert.equal(hasRoom(turnoutOf({ seats: 1 }, [one, open]), one), true);
  assert.equal(hasRoom(turnoutOf({ seats: 1 }, [open]), open), true);
  assert.equal(hasRoom(turnoutOf({ seats: null }, [one, one]), open), true);
});

test('nobody is asked twice at one address; two of a home are two, and whoever has no address may share a name', () => {
  const bo = { personName: 'Bo Lund', email: 'bo@eksempel.test', phone: null };
  assert.ok(isAsked([bo], { ...bo, personName: 'bo lund' }));
  assert.ok(!isAsked([bo], { ...bo, personName: 'Gry Lund' }));
  assert.ok(!isAsked([bo], { ...bo, email: 'bo.lund@eksempel.test' }));
  const phoned = { personName: 'Bo Lund', email: null, phone: '20304050' };
  assert.ok(!isAsked([bo], phoned));
  assert.ok(isAsked([bo, phoned], phoned));
  const bare = { personName: 'Bo Lund', email: null, phone: null };
  assert.ok(!isAsked([bo, phoned, bare], bare));
});
