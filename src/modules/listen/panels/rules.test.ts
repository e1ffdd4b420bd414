import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../../kernel/day.ts';
import { doublesIn } from './rules/doubles.ts';
import { cellNamed, chanceOf, type DrawRow, nameOf, numberFrom, readDice } from './rules/draw.ts';
import { goesOn } from './rules/keeping.ts';
import { addMonths } from './rules/panel.ts';
import { type Application, ageBand, stateOf, type Traits, tellsOfHealth } from './rules/people.ts';
import {
  type Cell,
  countsFrom,
  lacking,
  leaningsOf,
  proposeCells,
  reflect,
  residualCells,
  roomIn,
  shownCounts,
} from './rules/profile.ts';
import { orderOf, pairsOf, type Question, voteRefusal } from './rules/voting.ts';

const OF: Traits = { age: '30-44', department: 'one', dwelling: 'family', language: 'da', tenure: '2-5' };
const of = (age: string): Traits => ({ ...OF, age });

function someone(wanted: Partial<Application>): Application {
  return {
    id: crypto.randomUUID() as Application['id'],
    panelId: crypto.randomUUID() as Application['panelId'],
    lot: 'B7K2QM9X',
    name: 'Mette Holm',
    email: null,
    phone: null,
    address: 'Kærhaven 1',
    homeKey: 'kærhaven|1|||',
    why: '',
    diet: '',
    accessNeeds: '',
    birthYear: 1980,
    traits: OF,
    onBoard: false,
    personId: null,
    appliedOn: day('2026-05-03'),
    channel: 'web',
    registeredBy: null,
    place: null,
    paused: false,
    exit: null,
    goesOn: null,
    ...wanted,
  };
}

const counts = (age: readonly (readonly [string, number])[]) => ({
  age: age.map(([code, people]) => ({ code, people })),
  department: [],
  dwelling: [],
  language: [],
  tenure: [],
});

test('groups under five are joined to their neighbour, and none that is left is under five', () => {
  const cells = proposeCells(
    counts([
      ['15-29', 3],
      ['30-44', 20],
      ['45-59', 17],
      ['60-74', 2],
      ['75+', 1],
    ]),
    12,
  );
  assert.deepEqual(
    cells.map(({ codes, people }) => [codes.join(), people]),
    [
      ['15-29,30-44', 23],
      ['45-59,60-74,75+', 20],
    ],
  );
});

test('residents are counted in the bands that those who sign up are put in, in their order', () => {
  const many = (feature: 'age' | 'tenure', code: string, people: number) => ({ feature, code, people });
  const today = day('2026-05-03');
  const found = countsFrom(
    [many('age', '1951', 2), many('age', '1996', 3), many('age', '1997', 4), many('age', '1982', 5)].concat([
      many('tenure', '16', 1),
      many('tenure', '1', 2),
      many('tenure', '0', 3),
      many('tenure', '5', 4),
    ]),
    today,
  );
  const said = (feature: 'age' | 'tenure') => found[feature].map(({ code, people }) => `${code}: ${people}`);
  assert.deepEqual(said('age'), ['15-29: 4', '30-44: 8', '75+: 2']);
  assert.deepEqual(said('tenure'), ['0-1: 5', '2-5: 4', '16+: 1']);
});

test('the bounds leave something to draw: one seat at least between the fewest and the most', () => {
  for (const seats of [2, 5, 12, 40]) {
    for (const cell of proposeCells(
      counts([
        ['15-29', 10],
        ['30-44', 33],
        ['45-59', 50],
      ]),
      seats,
    )) {
      assert.ok(cell.most > cell.fewest, `${seats}: ${cell.fewest}-${cell.most}`);
    }
  }
});

const AGES: readonly Cell[] = [
  { feature: 'age', codes: ['15-29'], people: 50, fewest: 2, most: 4 },
  { feature: 'age', codes: ['30-44'], people: 50, fewest: 2, most: 4 },
];

test('the mirror says beside the very group that it has too few, and when bounds cannot give the seats', () => {
  const [young, old] = reflect(AGES, [of('15-29'), of('30-44'), of('30-44')], [], 6);
  assert.equal(young?.problem, 'too_few');
  assert.equal(old?.problem, null);
  assert.equal(reflect(AGES, Array(9).fill(of('15-29')), [], 9)[0]?.problem, 'sum_low');
  assert.equal(reflect(AGES, Array(9).fill(of('15-29')), [], 3)[0]?.problem, 'sum_high');
});

test('what is lacked is told only once there are five, and never of a group of residents under five', () => {
  const old = (count: number) => Array.from({ length: count }, () => of('30-44'));
  assert.deepEqual(lacking(AGES, old(4)), []);
  assert.deepEqual(
    lacking(AGES, old(6)).map(({ codes }) => codes),
    [['15-29']],
  );
  const few: readonly Cell[] = [{ feature: 'age', codes: ['15-29'], people: 4, fewest: 0, most: 2 }, ...AGES.slice(1)];
  assert.ok(!leaningsOf(few, old(6)).some(({ codes }) => codes.includes('15-29')));
});

test('a substitute fills what is missing: the bounds that are left never fall below nothing nor ask for more than the seats', () => {
  const left = residualCells(AGES, [of('30-44'), of('30-44'), of('30-44'), of('30-44'), of('30-44')], 1);
  assert.deepEqual(
    left.map(({ fewest, most }) => [fewest, most]),
    [
      [1, 1],
      [0, 0],
    ],
  );
});

test('whoever may have signed up twice is found by mail, telephone, name or home, and not when one has left', () => {
  const one = someone({ name: 'Mette K. Holm', email: 'm@example.dk' });
  const pair = (other: Partial<Application>) =>
    doublesIn([one, someone({ name: 'En Anden', homeKey: 'x', ...other })])[0]?.why;
  assert.equal(pair({ email: 'm@example.dk' }), 'email');
  assert.equal(pair({ name: 'mette holm' }), 'name');
  assert.equal(pair({ homeKey: one.homeKey }), 'home');
  assert.equal(pair({}), undefined);
  assert.equal(pair({ name: 'Mette Holm', exit: { why: 'double', on: day('2026-05-04') } }), undefined);
});

test('each pair that looks like one person is told once, by its clearest sign, and those of one home last', () => {
  const [mette, again, mate] = [
    someone({ email: 'm@example.dk' }),
    someone({ email: 'm@example.dk' }),
    someone({ name: 'Bo Holm' }),
  ];
  assert.deepEqual(
    doublesIn([mate, mette, again]).map(({ one, other, why }) => [one, other, why]),
    [
      [mette, again, 'email'],
      [mate, mette, 'home'],
      [mate, again, 'home'],
    ],
  );
});

test('a pool of three thousand is looked through for doubles in a blink', () => {
  const many = Array.from({ length: 3000 }, (_, at) => someone({ name: `Navn ${at}`, homeKey: `hjem ${at}` }));
  const begun = process.threadCpuUsage();
  assert.deepEqual(doublesIn(many), []);
  assert.ok(process.threadCpuUsage(begun).user < 1_500_000, 'four and a half million pairs would take half a minute');
});

test('an application goes when its months are over: sooner for who was not drawn, later for a member', () => {
  const panel = { closesOn: day('2026-05-24'), endedOn: null, unchosenMonths: 3, memberMonths: 12 };
  const happened = { drawnOn: day('2026-06-01'), lastMeeting: day('2026-09-30') };
  const place = { id: 'x' as never, answer: 'yes' as const, answerBy: day('2026-06-06') };
  assert.equal(goesOn(panel, someone({}), happened), '2026-09-01');
  assert.equal(goesOn(panel, someone({ place }), happened), '2027-09-30');
  assert.equal(
    goesOn(panel, someone({ place, exit: { why: 'moved_out', on: day('2026-07-31') } }), happened),
    '2026-10-31',
  );
  const never = { drawnOn: null, lastMeeting: null };
  assert.equal(goesOn(panel, someone({ place }), never), '2027-05-03', 'a group that never met nor ended');
  const after = someone({ place, appliedOn: day('2026-12-01') });
  assert.equal(goesOn(panel, after, happened), '2027-12-01', 'who came in after the last meeting');
  assert.equal(addMonths(day('2026-11-30'), 3), '2027-02-28');
});

test('a state is read from the rows: leaving ends everything, and a break keeps the seat', () => {
  const place = { id: 'x' as never, answer: 'yes' as const, answerBy: day('2026-06-06') };
  assert.equal(stateOf(someone({})), 'waits');
  assert.equal(stateOf(someone({ place: { ...place, answer: null } })), 'offered');
  assert.equal(stateOf(someone({ place, paused: true })), 'paused');
  assert.equal(stateOf(someone({ place, exit: { why: 'dropped_out', on: day('2026-06-07') } })), 'left');
});

test('words about health are noticed, and ordinary ones are not', () => {
  assert.ok(tellsOfHealth('Jeg har haft en depression'));
  assert.ok(tellsOfHealth('Jeg sidder i kørestol'));
  assert.ok(!tellsOfHealth('Jeg synes, at vi skal have flere cykler i gården'));
});

test('three dice are a number from 0 to 999, and two strangers’ numbers spread over the list', () => {
  assert.equal(readDice('4 0 7'), 407);
  assert.equal(readDice('000'), 0);
  for (const wrong of ['40', '4077', 'abc', '-07']) assert.equal(readDice(wrong), null, wrong);
  const seen = new Set(
    Array.from({ length: 400 }, (_, at) => numberFrom((at * 7919 + 13).toString(16).padEnd(13, '5'), 1000)),
  );
  assert.ok(seen.size > 100 && [...seen].every((number) => number >= 0 && number < 1000));
});

test('a bound is found again by what the engine calls it, also where a code has the sign that joins codes', () => {
  const old: Cell = { feature: 'age', codes: ['60-74', '75+'], people: 50, fewest: 2, most: 4 };
  const both: Cell = { ...old, also: { feature: 'tenure', codes: ['16+'] } };
  for (const cell of [old, both]) assert.equal(cellNamed([both, ...AGES, old], nameOf(cell)), cell);
  assert.equal(cellNamed([old], { feature: 'board', value: 'board' }), null);
});

test('ages are read from the year of birth', () => {
  assert.deepEqual(
    [2010, 1997, 1996, 1966, 1951].map((year) => ageBand(year, day('2026-05-03'))),
    ['15-29', '15-29', '30-44', '60-74', '75+'],
  );
});

test('nobody hands out more dots than they have, and a result is shown when five have answered', () => {
  const question: Question = {
    id: 'q' as never,
    panelId: 'p' as never,
    asks: 'Hvad først?',
    method: 'dots',
    dots: 5,
    askedOn: day('2026-05-03'),
    closedOn: null,
    options: ['Bænke', 'Lys', 'Skilte'].map((says, at) => ({
      id: says as never,
      says,
      initiativeId: null,
      points: at,
      voters: at,
    })),
    answered: 4,
  };
  assert.equal(voteRefusal(question, [3, 3, 0]), 'too_many_dots');
  assert.equal(voteRefusal(question, [3, 2, 0]), null);
  assert.equal(voteRefusal(question, [0, 0, 0]), 'none');
  assert.equal(voteRefusal({ method: 'sliders', dots: 5 }, [11]), 'unreadable');
  assert.equal(orderOf(question), null);
  assert.equal(orderOf({ ...question, answered: 5 })?.[0]?.says, 'Skilte');
  assert.equal(pairsOf(question.options).length, 3);
});

test('no figure under five is shown, and none can be found by taking the others from the whole', () => {
  assert.deepEqual(shownCounts([12, 3, 7]), [12, 'few', 'hidden']);
  assert.deepEqual(shownCounts([12, 3, 0]), [12, 'few', 'few']);
  assert.deepEqual(shownCounts([12, 8]), [12, 8]);
});

test('a feature whose bounds leave no room for those who came is told, though no group has too few', () => {
  assert.equal(
    roomIn(
      [
        { applied: 8, most: 1 },
        { applied: 0, most: 2 },
      ],
      8,
    ),
    1,
  );
  assert.equal(roomIn([{ applied: 3, most: 4 }], 5), 5, 'those without a group have no bounds');
});

test('what raised or lowered a chance is told only where the chance is greater or smaller than an even one', () => {
  const traits = { age: '30-44', department: 'd', dwelling: 'family', language: 'da', tenure: '2-5' } as const;
  const pool = ['A', 'B', 'C', 'D'].map((lot, home) => ({ id: lot, lot, home, board: false, traits }));
  const quotas = [{ feature: 'age', codes: ['30-44'], people: 9, fewest: 3, most: 4 }];
  const told = (chance: number) => {
    const draw = { pool, quotas, seats: 2, result: { chances: [chance], panels: [], unreachable: [] } };
    return chanceOf(draw as unknown as DrawRow, 'A')?.reason;
  };
  assert.equal(told(0.6)?.lowers, false);
  assert.equal(told(0.45), null, 'other groups pulled it below an even chance');
});
