import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading, Said } from './checking.ts';
import { contested, leading, type Witness } from './several.ts';
import type { CameBy } from './sheets.ts';

const witness = (id: string, cameBy: CameBy, says: Readonly<Record<string, Reading['label']>>) => ({
  id: id as Witness['id'],
  cameBy,
  readings: Object.entries(says).map(([field, label]): Reading => ({ field, label, confidence: 0.99 })),
});

test('where one picture is unsure they do not differ; where two say otherwise, or what is confirmed does, all is told', () => {
  const one = witness('1', 'link', { a: 'V', b: 'empty', c: 'unsure' });
  assert.equal(contested([one, witness('2', 'link', { a: 'V', b: 'unsure', c: 'X' })], []).size, 0);
  assert.deepEqual([...contested([one, witness('2', 'link', { a: 'X', b: 'empty' })], [])], [['a', ['V', 'X']]]);
  const settled: Said[] = [
    { field: 'b', answer: 'X', words: null },
    { field: 'n', answer: null, words: 'Suppe' },
  ];
  assert.deepEqual([...contested([one], settled)], [['b', ['empty', 'X']]]);
  assert.equal(contested([], settled).size, 0);
});

test('the newest picture leads while none says otherwise; then what came by the link goes before nobody', () => {
  const [early, late] = [witness('1', 'link', { a: 'V' }), witness('2', 'link', { a: 'X' })];
  assert.equal(leading([]), null);
  assert.equal(leading([early, witness('2', 'link', { a: 'V' })])?.id, '2');
  assert.equal(leading([early, late])?.id, '1', 'a later stranger does not push the first aside');
  assert.equal(leading([early, late, witness('3', 'table', { a: 'V' })])?.id, '3');
  assert.equal(leading([witness('0', 'table', { a: 'V' }), witness('1', 'sms', { a: 'V' }), late])?.id, '1');
});
