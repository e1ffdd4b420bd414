import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readyMade } from '../../../../engines/sheet/ready-made.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Check, mayCheck, type Said, suggestionsFor, verdictOf } from './checking.ts';
import { fieldsOf, isSame, templateFrom, wordsOf } from './template.ts';

const SIGNE = 'signe' as Id<'person'>;
const KAREN = 'karen' as Id<'person'>;
const said = (answer: Said['answer'], words: string | null = null): Said[] => [{ field: 'a.b', answer, words }];
const check = (by: Id<'person'> | null, what: readonly Said[], source: Check['source'] = 'photo'): Check => ({
  id: 'check' as Check['id'],
  source,
  by,
  said: what,
});

test('one person is enough, unless two are asked for; and nobody is both', () => {
  const one = [check(SIGNE, said('V'))];
  assert.equal(verdictOf(one, false).kind, 'settled');
  assert.equal(verdictOf(one, true).kind, 'more');
  assert.equal(mayCheck(one, true, SIGNE), false);
  assert.equal(mayCheck(one, true, KAREN), true);
  assert.equal(verdictOf([...one, check(SIGNE, said('V'))], true).kind, 'more');
});

test('two who say the same settle it, capitals and full stops aside; two who differ are told where', () => {
  const first = check(SIGNE, said('X', 'Flere bænke.'));
  assert.equal(verdictOf([first, check(KAREN, said('X', 'flere bænke'))], true).kind, 'settled');
  assert.deepEqual(verdictOf([first, check(KAREN, said('V', 'flere bænke'))], true), {
    kind: 'disputed',
    fields: ['a.b'],
  });
});

test('who settles a quarrel has the last word, and so has the table about its own sheet', () => {
  const quarrel = [check(SIGNE, said('X')), check(KAREN, said('V'))];
  assert.equal(verdictOf([...quarrel, check(KAREN, said('V'), 'settling')], true).kind, 'settled');
  assert.equal(verdictOf([check(null, said('V'), 'table')], true).kind, 'settled');
});

test('what the reader is unsure of comes first, and is not answered beforehand', () => {
  const fields = fieldsOf({ themes: readyMade.themes.slice(0, 1) });
  const readings = fields.map(({ id }, at) => ({
    field: id,
    label: at === 4 ? ('unsure' as const) : ('empty' as const),
    confidence: 0.99,
  }));
  const [first, second] = suggestionsFor(fields, readings);
  assert.deepEqual([first?.field.id, first?.answer], [fields[4]?.id, null]);
  assert.deepEqual([second?.field.id, second?.answer], [fields[0]?.id, 'empty']);
});

test('what is asked in the same words keeps its name, so answers to both editions count together', () => {
  const words = wordsOf(readyMade);
  assert.ok(isSame(templateFrom(words, readyMade), readyMade));
  const [first, ...rest] = words.themes;
  assert.ok(first);
  const changed = templateFrom(
    { ...words, themes: [{ ...first, options: ['Sauna', ...first.options.slice(1)] }, ...rest] },
    readyMade,
  );
  const ids = changed.themes[0]?.options.map(({ id }) => id);
  assert.deepEqual(
    ids?.slice(1),
    readyMade.themes[0]?.options.slice(1).map(({ id }) => id),
  );
  assert.equal(ids?.[0], 'sauna');
  assert.ok(!isSame(changed, readyMade));
});
