import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ONE } from './gallery/samples.ts';
import { doublesIn } from './rules/doubles.ts';
import { settleHomes, unclearHomes } from './rules/homes.ts';
import { type Application, homeKey } from './rules/people.ts';

const someone = (wanted: Partial<Application>): Application => ({
  ...ONE,
  email: null,
  phone: null,
  personId: null,
  ...wanted,
});

test('one home has one key, however it is written, and two homes have two', () => {
  const homes = (...addresses: readonly string[]) =>
    settleHomes(addresses.map((address) => someone({ homeKey: homeKey(address) }))).map((one) => one.homeKey);
  const [one, same, other] = homes('Kærhaven 12, 1. t.v.', 'kærhaven 12 1 tv, 8000 Vesterby', 'Kærhaven 12, 1. th');
  assert.equal(one, same);
  assert.notEqual(one, other);
  const towns = homes('Kærhaven 12, 1. tv, 8000 Vesterby', 'Kærhaven 12, 1. tv, 9000 Østerby', 'Kærhaven 12, 1. tv');
  assert.equal(new Set(towns).size, 3, 'the same street and number in two towns');
  const [ada, bo] = settleHomes(
    ['Kærhaven 1, 8000 Vesterby', 'Kærhaven 1, 9000 Østerby'].map((a) => someone({ homeKey: homeKey(a) })),
  );
  assert.ok(
    ada &&
      bo &&
      doublesIn([
        { ...ada, name: 'Ada Lund' },
        { ...bo, name: 'Bo Krag' },
      ]).length === 0,
  );
});

test('who leaves out the door of a house with several homes, or the town of a street in two, is told of', () => {
  const lives = (address: string, dwelling = '') =>
    someone({ address, homeKey: homeKey(address), traits: { ...ONE.traits, dwelling } });
  const unclear = (...all: readonly Application[]) => unclearHomes(all).map(({ one, why }) => [one.address, why]);
  const door = lives('Kærhaven 12, 1. tv, 8000 Vesterby');
  assert.deepEqual(unclear(door, lives('Kærhaven 12')), [['Kærhaven 12', 'door']]);
  assert.deepEqual(unclear(door, lives('Kærhaven 12, 1.')), [['Kærhaven 12, 1.', 'door']]);
  assert.deepEqual(unclear(door, lives('Kærhaven 14')), [], 'a house of its own');
  assert.deepEqual(unclear(lives('Kærhaven 14', 'family'), lives('Kærhaven 16')), [['Kærhaven 16', 'door']]);
  assert.deepEqual(unclear(door, lives('Kærhaven 12, 1. tv, 9000 Østerby'), lives('Kærhaven 12, 1. tv')), [
    ['Kærhaven 12, 1. tv', 'postcode'],
  ]);
  assert.deepEqual(unclear(door, lives('Ved søen')), [], 'no address at all is its own home');
});
