import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Address,
  addressKey,
  addressLines,
  buildingKey,
  formatAddress,
  readAddress,
  readDoor,
  readFloor,
  readHouseNumber,
  streetKey,
} from './address.ts';

function keys(text: string): string[] {
  return readAddress(text).map(addressKey);
}

for (const [text, key] of [
  ['Gl. Kongevej 60, 3. sal dør 0012', 'gammel kongevej|60|3|12|'],
  ['Vestergade 45 stuen venstre', 'vestergade|45|st|tv|'],
  ['10. Februar Vej 4 kl. 2', '10 februar vej|4|kl|2|'],
  ['Kærhaven 12 a, 1.th., 8000 Aarhus C', 'kærhaven|12A|1|th|8000'],
  ['KÆRHAVEN 012A, 1 sal t.v., DK-8000 Århus C', 'kærhaven|12A|1|tv|8000'],
  ['Aaboulevarden 7 4. mf', 'åboulevarden|7|4|mf|'],
  ['C. F. Møllers Allé 3', 'cf møllers alle|3|||'],
  ['Blok 4, Lejl. 12', 'blok|4||12|'],
  ['Strandvejen 100, 2860 Søborg', 'strandvejen|100|||2860'],
] as const) {
  test(`"${text}" is read as ${key}`, () => assert.equal(keys(text)[0], key));
}

test('a street name that ends in a number is among the readings', () => {
  assert.deepEqual(keys('Vej 5 12'), ['vej 5|12|||', 'vej|5||12|']);
});

test('what is no address has no reading', () => {
  for (const text of ['', '45 stuen venstre', 'Kærhaven', '8000 Aarhus C', '12', '   ,'])
    assert.deepEqual(keys(text), [], text);
});

test('all ways of writing a street are one', () => {
  assert.equal(new Set(['Gl. Møllevej', 'gammel møllevej', 'GL  MØLLEVEJ', 'Gl.Møllevej'].map(streetKey)).size, 1);
  assert.equal(streetKey('Aarhusgade'), streetKey('Århusgade'));
  assert.notEqual(streetKey('Møllevej'), streetKey('Mollevej'));
});

test('floors and doors have one form each, or are refused', () => {
  assert.deepEqual(['', '-', 'Stuen', 'st.sal', '0', '1. sal', '02', 'kld.', 'K2', 'loftet', '100'].map(readFloor), [
    '',
    '',
    'st',
    'st',
    'st',
    '1',
    '2',
    'kl',
    'k2',
    null,
    null,
  ]);
  assert.deepEqual(
    ['', 'T.V.', 'venstre', 'midt for', 'H', 'dør 0012', 'lejl. 3', 'B7', '00000012', 'til gården'].map(readDoor),
    ['', 'tv', 'tv', 'mf', 'th', '12', '3', 'b7', '12', null],
  );
  assert.deepEqual(['7', '007b', '12 A', '0', '1234', 'A'].map(readHouseNumber), ['7', '7B', '12A', null, null, null]);
});

const street = fc.constantFrom(
  'Kærhaven',
  'Gl. Møllevej',
  'Ærøgade',
  '10. Februar Vej',
  'C.F. Møllers Allé',
  'Aaboulevarden',
);
const address: fc.Arbitrary<Address> = fc.record({
  street,
  houseNumber: fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('', 'A', 'Z'))
    .map(([number, letter]) => `${number}${letter}`),
  floor: fc.constantFrom('kl', 'st', '1', '12', '99'),
  door: fc.constantFrom('', 'tv', 'mf', 'th', '1', '12', '1203'),
  postcode: fc.constantFrom('8000', '0999', '2860'),
  city: fc.constantFrom('Vesterby', 'Aarhus C'),
});

test('an address that we write is read back to the same home', () => {
  fc.assert(
    fc.property(address, (home) => {
      assert.equal(keys(addressLines(home).join(', '))[0], addressKey(home));
      assert.ok(addressKey(home).startsWith(buildingKey(home).slice(0, buildingKey(home).lastIndexOf('|'))));
    }),
    { numRuns: 500, seed: 4 },
  );
});

test('reading any text ends quickly and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      readAddress(text);
    }),
    { numRuns: 500, seed: 5 },
  );
  const begun = process.threadCpuUsage();
  for (const long of ['1 '.repeat(75), 'a 1 '.repeat(37), '1 '.repeat(5000)]) readAddress(long);
  assert.ok(process.threadCpuUsage(begun).user < 2_000_000);
});

test('an address reads as on a door phone', () => {
  assert.equal(
    formatAddress({ street: 'Kærhaven', houseNumber: '12A', floor: '3', door: 'tv' }),
    'Kærhaven 12A, 3. tv',
  );
  assert.equal(
    formatAddress({ street: 'Kærhaven', houseNumber: '12A', floor: '3', door: '12' }),
    'Kærhaven 12A, 3. 12',
  );
  assert.equal(formatAddress({ street: 'Kærhaven', houseNumber: '2', floor: '', door: '' }), 'Kærhaven 2');
});
