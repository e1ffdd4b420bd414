import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lixOf } from './lix.ts';

test('short sentences are easy, administrative ones are hard', () => {
  const easy = lixOf('Vi mødes i gården. Tag en kop med. Vi har suppe til alle.') ?? 99;
  const hard =
    lixOf(
      'Boligorganisationens bestyrelsesmedlemmer indstiller herved foranstaltningernes gennemførelse til afdelingsmødets godkendelse.',
    ) ?? 0;
  assert.ok(easy <= 25, `${easy}`);
  assert.ok(hard > 55, `${hard}`);
});

test('a few words are not judged', () => {
  assert.equal(lixOf('Fællesspisning i gården'), null);
  assert.equal(lixOf(''), null);
});
