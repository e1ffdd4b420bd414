import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { TIMES } from './schedule.ts';

test('docs/operate.md tells all that the clock starts, and when', () => {
  const guide = readFileSync(new URL('../docs/operate.md', import.meta.url), 'utf8');
  const told = [...guide.matchAll(/^\| (each hour|\d\d:\d\d) \| `([\w.]+)` \|/gm)].map(([, when, name]) => [
    name,
    when,
  ]);
  const started = [...TIMES].map(([name, when]) => [name, 'at' in when ? when.at : 'each hour']);
  assert.deepEqual(told.sort(), started.sort());
});
