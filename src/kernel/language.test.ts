import assert from 'node:assert/strict';
import test from 'node:test';
import { defineText, wholeWords } from './language.ts';

test('each language reads its own words', () => {
  const text = defineText({
    da: { hello: 'Hej', count: (n: number) => `${n} ting` },
    en: { hello: 'Hello', count: (n) => `${n} things` },
  });
  assert.equal(text('da').hello, 'Hej');
  assert.equal(text('en').count(2), '2 things');
});

test('a later language with gaps borrows from English, also deep inside', () => {
  const words = {
    da: { hello: 'Hej', form: { name: 'Navn', send: 'Send' } },
    en: { hello: 'Hello', form: { name: 'Name', send: 'Send it' } },
    pl: { form: { name: 'Imię' } },
  };
  const polish = wholeWords(words, ['da', 'en', 'pl']).get('pl');
  assert.deepEqual(polish, { hello: 'Hello', form: { name: 'Imię', send: 'Send it' } });
});
