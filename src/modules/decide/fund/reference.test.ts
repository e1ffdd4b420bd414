import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReferences, referenceOf } from './rules/reference.ts';

test('a reference is found as suppliers write it, and nothing else is taken for one', () => {
  assert.equal(referenceOf({ prefix: 'P' }, 7), 'P-0007');
  const found = (text: string) => readReferences(text).map(({ prefix, number }) => referenceOf({ prefix }, number));
  for (const text of ['P-0007', 'p 7', 'P0007', 'Ref.: P-0007', 'Jeres ref P.7, tak', 'P–0007', 'sag P/7']) {
    assert.ok(found(text).includes('P-0007'), text);
  }
  assert.deepEqual(found('PB-0012 og p 3'), ['PB-0012', 'P-0003']);
  for (const text of ['', 'STOP-0007', 'P-', 'P-0000', 'skrap 7', 'Vesterby 12']) {
    assert.ok(!found(text).includes('P-0007'), text);
  }
});
