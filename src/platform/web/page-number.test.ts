import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageNumber } from './page-number.ts';

test('whatever an address says, the page is one that a list can be asked for', () => {
  const asked = (side: string) => pageNumber(new URLSearchParams({ side }));
  assert.deepEqual(['1', '3', '10000'].map(asked), [1, 3, 10_000]);
  assert.deepEqual(['', '0', '-2', '1.5', 'to', 'Infinity', '1e300', '10001'].map(asked), Array(8).fill(1));
  assert.equal(pageNumber(new URLSearchParams()), 1);
});
