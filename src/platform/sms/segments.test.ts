import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitSms, SMS_CHARACTERS, smsSize } from './segments.ts';
import { smsSender } from './sms.ts';

test('Danish letters cost one character, as they do on a telephone', () => {
  assert.deepEqual(smsSize('æøåÆØÅé'.repeat(20)), { encoding: 'gsm7', units: 140, segments: 1 });
  assert.deepEqual(smsSize('a'.repeat(160)), { encoding: 'gsm7', units: 160, segments: 1 });
  assert.deepEqual(smsSize('a'.repeat(161)), { encoding: 'gsm7', units: 161, segments: 2 });
  assert.equal(smsSize('a'.repeat(307)).segments, 3);
  assert.deepEqual(smsSize('€'), { encoding: 'gsm7', units: 2, segments: 1 });
});

test('one letter that the telephone alphabet lacks makes the whole text dearer', () => {
  assert.deepEqual(smsSize(`${'a'.repeat(69)}’`), { encoding: 'ucs2', units: 70, segments: 1 });
  assert.equal(smsSize('س'.repeat(71)).segments, 2);
  assert.equal(smsSize('🌱').units, 2);
});

test('an SMS is at most 300 characters and its link stays whole', () => {
  const link = 'https://lyngbakken.dk/din-tur';
  assert.equal(fitSms('Kort besked', link), `Kort besked\n${link}`);
  fc.assert(
    fc.property(fc.string({ maxLength: 900 }), (words) => {
      const sms = fitSms(words, link);
      assert.ok(sms.length <= SMS_CHARACTERS);
      assert.ok(sms.endsWith(`\n${link}`));
    }),
  );
});

test('quotes and dashes from a computer do not make the SMS dearer', () => {
  assert.equal(smsSize(fitSms('“Suppe” – vi ses i gården… det’ sjovt', 'x')).encoding, 'gsm7');
});

test('the sender is a name that a telephone can show', () => {
  assert.equal(smsSender('Boligforeningen Lyngbakken'), 'Lyngbakken');
  assert.equal(smsSender('Ærø Bolig'), 'AeroeBolig');
  assert.equal(smsSender('Østjyllandsboligforeningen'), 'Oestjylland');
  assert.equal(smsSender('بيت'), 'Grobund');
});
