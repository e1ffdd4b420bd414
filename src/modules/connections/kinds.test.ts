import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONNECTIONS } from '../../connections.ts';
import { offeredKinds } from './rules/events.ts';

test('of calendar events others hear what is on and how many came, and never who comes or arranges', () => {
  const offered = offeredKinds(CONNECTIONS.kinds).filter((kind) => kind.startsWith('event.'));
  assert.ok(
    ['event.planned', 'event.moved', 'event.cancelled', 'event.counted'].every((kind) => offered.includes(kind)),
  );
  assert.deepEqual(
    offered.filter((kind) => /sign|left|list|organiser|forgotten|moved_up/.test(kind)),
    [],
  );
});
