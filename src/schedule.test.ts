import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { NEWS } from './news.ts';
import { TIMES, workOf } from './schedule.ts';

test('docs/operate.md tells all that the clock starts, and when', () => {
  const guide = readFileSync(new URL('../docs/operate.md', import.meta.url), 'utf8');
  const told = [...guide.matchAll(/^\| (each hour|\d\d:\d\d) \| `([\w.]+)` \|/gm)].map(([, when, name]) => [
    name,
    when,
  ]);
  const started = [...TIMES].map(([name, when]) => [name, 'at' in when ? when.at : 'each hour']);
  assert.deepEqual(Object.fromEntries(told), Object.fromEntries(started));
});

test('only what hands mail and SMS to others counts as outgoing', () => {
  const { outgoing, kinds } = workOf({ mail: null, sms: null }, NEWS);
  assert.ok(outgoing.includes('turns.send') && outgoing.includes('signin.send_code'));
  assert.deepEqual(
    outgoing.filter((name) => /^(connections|panels|workshops)\./.test(name)),
    [],
    'calls to other systems, draws and pictures are no letters',
  );
  assert.ok(outgoing.every((name) => kinds.some((kind) => kind.name === name)));
});
