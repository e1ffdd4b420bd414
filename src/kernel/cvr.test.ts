import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCvr } from './cvr.ts';

test('a company number with one wrong digit, or of another length, is found', () => {
  assert.ok(isCvr('31415926'));
  for (let at = 0; at < 8; at += 1) {
    const wrong = [...'31415926'].map((digit, place) => (place === at ? (Number(digit) + 1) % 10 : digit)).join('');
    assert.ok(!isCvr(wrong), wrong);
  }
  for (const text of ['', '3141592', '314159260', '03141592', 'DK31415926', '3141592x']) assert.ok(!isCvr(text), text);
});
