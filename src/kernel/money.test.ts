import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatOre, formatOreFull, kroner, type Ore, readOre, sumOre, toOre, unitOfMoney } from './money.ts';

test('an amount is written as Danes and as English readers write it', () => {
  assert.equal(formatOre(toOre(123450), 'da'), '1.234,50 kr.');
  assert.equal(formatOre(toOre(123450), 'en'), 'DKK 1,234.50');
  assert.equal(formatOre(kroner(4500), 'da'), '4.500 kr.');
  assert.equal(formatOreFull(kroner(4500), 'da'), '4.500,00 kr.');
  assert.equal(formatOre(kroner(-45), 'da'), '-45 kr.');
  assert.equal(formatOreFull(toOre(5), 'da'), '0,05 kr.');
  assert.equal(formatOre(kroner(1234567), 'en'), 'DKK 1,234,567');
  assert.deepEqual([unitOfMoney('da'), unitOfMoney('en')], ['kr.', 'DKK']);
});

test('an amount is read however a person writes it', () => {
  for (const text of [
    '4.500',
    '4500',
    '4 500',
    '4.500,00',
    '4.500,00 kr.',
    'kr. 4.500',
    '4.500 kr',
    '4.500,-',
    'DKK 4500',
    ' 4500 ',
  ]) {
    assert.equal(readOre(text), kroner(4500), text);
  }
  assert.equal(readOre('1.234,50'), toOre(123450));
  assert.equal(readOre('0,5'), toOre(50));
  assert.equal(readOre('-45,25'), toOre(-4525));
});

test('an amount that can be read in two ways is asked about, not guessed at', () => {
  for (const text of [
    '',
    'kr.',
    '4.50',
    '1,234.50',
    '4,500',
    '1.23.456',
    '12,345',
    'firetusind',
    '4e3',
    '0x10',
    '1,2,3',
    '99999999999999999',
  ]) {
    assert.equal(readOre(text), null, text);
  }
});

test('every amount survives being written and read again', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (size) => {
      const amount = toOre(size);
      assert.equal(readOre(formatOre(amount, 'da')), amount);
      assert.equal(readOre(formatOreFull(amount, 'da')), amount);
    }),
  );
});

test('no text makes an amount that is not whole øre', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,- kr')) }), (text) => {
      const amount = readOre(text);
      assert.ok(amount === null || Number.isSafeInteger(amount));
    }),
  );
});

test('money never leaves the safe integers in silence', () => {
  assert.throws(() => toOre(1.5), /not a safe integer/);
  assert.throws(() => kroner(0.001), /whole øre/);
  assert.throws(() => sumOre([toOre(Number.MAX_SAFE_INTEGER), 1 as Ore]), /not a safe integer/);
  assert.equal(sumOre([kroner(1), kroner(2.25)]), 325);
  assert.equal(Object.is(toOre(-0), 0), true);
  assert.equal(toOre(12n), 12);
});
