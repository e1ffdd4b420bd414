import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { countedFrom, type OptIn, suggestionsFor, USUAL_CAP, type Willing } from './rules/asking.ts';
import { helpOf } from './rules/counts.ts';
import { kindFrom, piecesFrom, readLine } from './rules/lines.ts';
import { halvesOf } from './rules/task.ts';
import { namesOf, offeredBy, TEMPLATE_KEYS, TEMPLATES } from './rules/templates.ts';
import { templateText } from './text/templates.ts';

test('every piece of every template is 5 to 60 minutes and has its words in both languages', () => {
  for (const key of TEMPLATE_KEYS) {
    for (const language of ['da', 'en'] as const) {
      const words: Readonly<Record<string, string>> = templateText(language)[key];
      for (const piece of TEMPLATES[key]) {
        assert.ok(piece.minutes >= 5 && piece.minutes <= 60, `${key}.${piece.key}`);
        assert.ok(words[piece.key], `${key}.${piece.key} in ${language}`);
      }
    }
  }
});

test('a template learns how long a piece took, and offers what was added and leaves unticked what was left out', () => {
  const learned = {
    minutes: new Map([
      ['bake', { median: 33, from: 4 }],
      ['brew', { median: 60, from: 2 }],
    ]),
    last: [
      { piece: 'bake', says: 'Bag en kage', minutes: 45, kind: 'food', clock: '', forChildren: false, at: 0 },
      { piece: '', says: 'Lån kopper', minutes: 15, kind: 'carry', clock: '', forChildren: false, at: -1 },
    ] as const,
  };
  const offered = offeredBy('coffee', templateText('da').coffee, day('2026-06-10'), learned);
  const of = (says: string) => offered.find((one) => one.says === says);
  assert.deepEqual([of('Bag en kage')?.minutes, of('Bag en kage')?.chosen], [35, true]);
  assert.equal(of('Bryg kaffe')?.minutes, 10, 'two are too few to learn from');
  assert.equal(of('Bryg kaffe')?.chosen, false, 'left out last time');
  assert.deepEqual([of('Lån kopper')?.chosen, of('Lån kopper')?.dueOn], [true, '2026-06-09']);
});

test('what is ticked is known again when a job in between has taught the template otherwise', () => {
  const offered = (last: Parameters<typeof offeredBy>[3]['last']) =>
    namesOf(offeredBy('swap_day', templateText('da').swap_day, null, { minutes: new Map(), last }));
  const one = { minutes: 20, kind: 'carry', clock: '', forChildren: false, at: 0 } as const;
  const first = offered(null);
  const later = offered([
    { ...one, piece: 'tables', says: 'Stil borde op' },
    { ...one, piece: '', says: 'Lån stativer' },
  ]);
  assert.equal(new Set(first).size, first.length);
  assert.deepEqual(
    first.filter((name) => !later.includes(name)),
    ['2 tables', '2 sort'],
  );
  assert.deepEqual(
    later.filter((name) => !first.includes(name)),
    ['1 : Lån stativer'],
  );
});

test('a long thing becomes tasks of at most an hour, and half of a task is never below five minutes', () => {
  assert.deepEqual(
    piecesFrom('Grav bedet', 150).map(({ minutes }) => minutes),
    [50, 50, 50],
  );
  for (let minutes = 10; minutes <= 60; minutes += 1) {
    const [one, other] = halvesOf(minutes);
    assert.ok(one >= 5 && other >= 5 && one < minutes && other < minutes, `${minutes}: ${one} and ${other}`);
  }
  assert.deepEqual(readLine('20 min. Hent stole'), { says: 'Hent stole', minutes: 20 });
  assert.equal(readLine('90 Hent stole'), null);
  assert.equal(kindFrom('Skær grønt'), 'food');
});

test('who has not been asked before is suggested first, at most three, and nobody at the cap', () => {
  const likes: OptIn = { kinds: [], times: [], mostMinutes: 30, departmentId: null };
  const one = (name: string, asked: number, more: Partial<Willing> = {}): Willing => ({
    ...likes,
    helperId: name as Id<'task_helper'>,
    personId: null,
    name,
    since: day('2026-01-01'),
    asked,
    askedBefore: asked > 0,
    ...more,
  });
  const all = [
    one('asked twice', 2),
    one('at the cap', 3),
    one('new', 0),
    one('short of time', 0, { mostMinutes: 10 }),
    one('green', 0, { kinds: ['green'] }),
    one('asked once', 1),
    one('asked long ago', 0, { askedBefore: true }),
  ];
  const found = suggestionsFor({ kind: 'food', minutes: 20 }, [], all, USUAL_CAP).map(({ name }) => name);
  assert.deepEqual(found, ['new', 'asked long ago', 'asked once']);
  assert.equal(countedFrom(USUAL_CAP, day('2026-05-03')), '2026-02-03');
});

test('no group of fewer than five helpers or answers is shown', () => {
  const done = (helpers: number) =>
    Array.from({ length: helpers }, (_, at) => ({ helperId: `h${at}`, asked: at > 2, first: true }));
  assert.equal(helpOf(done(4), []).helpers, null);
  assert.equal(helpOf(done(4), []).busiest, null);
  const many = helpOf(done(12), [{ answer: 'yes' }, { answer: null }]);
  assert.equal(many.helpers, 12);
  assert.equal(many.askedShare, null, 'three who were not asked are three people');
  assert.equal(many.answers.yes, null);
});
