import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepCounts } from './kept.ts';

test('what was counted is kept for its edition alone, each thing by itself, the oldest given up first', async () => {
  let times = 0;
  const keep = keepCounts<number>(2);
  const look = (what: string, edition: string) =>
    keep(what, edition, async () => {
      times += 1;
      return times;
    });
  assert.deepEqual([await look('a', '1'), await look('a', '1'), await look('b', '1')], [1, 1, 2]);
  assert.equal(await look('a', '2'), 3);
  assert.equal(await look('a', '1'), 4, 'an edition that is gone is not known');
  assert.deepEqual([await look('c', '1'), await look('a', '1'), await look('b', '1')], [5, 4, 6]);
});

test('what could not be counted is not kept', async () => {
  const keep = keepCounts<number>();
  await assert.rejects(keep('a', '1', async () => assert.fail('no')));
  assert.equal(await keep('a', '1', async () => 7), 7);
});
