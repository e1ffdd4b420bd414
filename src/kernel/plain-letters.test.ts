import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainLetters } from './plain-letters.ts';

test('Danish letters are spelt out and accents fall, however the letters were typed', () => {
  assert.equal(plainLetters('Ærø Ångstrøm'), 'Aeroe Aangstroem');
  assert.equal(plainLetters('a\u030ahavn'), 'aahavn', 'an å in two parts, as files from a Mac have it');
  assert.equal(plainLetters('José Ünal'), 'Jose Unal');
  assert.equal(plainLetters('Одеса'), 'Одеса', 'other alphabets stay');
});
