import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOLDINGS } from '../../holdings.ts';
import type { Id } from '../../kernel/id.ts';
import { verifyJournal } from '../../platform/journal/verify.ts';
import type { Holding } from '../../platform/privacy/holdings.ts';
import { plantCanaries, whereIs } from '../../testing/canaries.ts';
import { type TestTenant, testDatabase } from '../../testing/database.ts';
import { ownOrganisation } from '../housing/public.ts';
import { aPerson } from '../housing/seed.ts';
import { askErasure, carryOutErasure } from './commands/erasing.ts';
import { askExport, makeExport } from './commands/exporting.ts';
import { packageOf } from './store/requests.ts';

const { db, newTenant } = await testDatabase();
const holdings = HOLDINGS.flatMap((activity) => activity.holdings);

const PHONES: Readonly<Record<string, string>> = { vilma: '+4520304050', thilde: '+4520304051' };

/** Somebody and Anton, each with a row of canaries in every table there is. */
async function twoPeople(name: string) {
  const house = await newTenant();
  const called = { [name]: `${name.slice(0, 1).toUpperCase()}${name.slice(1)} Kanarie`, anton: 'Anton Sisken' };
  const people = await house.tx(async (tx) => {
    await ownOrganisation(tx);
    return {
      person: await aPerson(tx, {
        name: called[name] ?? '',
        email: `kanarie-${name}@example.dk`,
        phone: PHONES[name] ?? '',
      }),
      anton: await aPerson(tx, { name: called.anton, email: 'kanarie-anton@example.dk', phone: '+4560708090' }),
      staff: await aPerson(tx, { name: 'Signe Krog' }),
    };
  });
  const client = await db.pool.connect();
  const plant = (who: string, personId: Id<'person'>) =>
    plantCanaries(client, holdings, {
      tenantId: house.tenant.id,
      personId,
      otherId: people.staff,
      name: who,
      called: called[who] ?? '',
      email: `kanarie-${who}@example.dk`,
    });
  try {
    return { house, ...people, hers: await plant(name, people.person), antons: await plant('anton', people.anton) };
  } finally {
    client.release();
  }
}

async function search(word: string): Promise<readonly string[]> {
  const client = await db.pool.connect();
  try {
    return await whereIs(client, word);
  } finally {
    client.release();
  }
}

async function copyOf(house: TestTenant, personId: Id<'person'>): Promise<string> {
  const id = await house.tx((tx) => askExport(tx, personId, 'da'));
  assert(id);
  await house.tx((tx) => makeExport(tx, HOLDINGS, id));
  const bytes = await house.tx((tx) => packageOf(tx, id));
  assert(bytes);
  return Buffer.from(bytes).toString('latin1');
}

test('the copy holds every word about one person, from every table, and not one of another', async () => {
  const { house, person: vilma, hers } = await twoPeople('vilma');
  const copy = await copyOf(house, vilma);
  const missing = [...hers.planted].filter(([, word]) => !copy.includes(word)).map(([place]) => place);
  assert.deepEqual(missing, [], 'what is told of as the person’s, and is not in the copy');
  assert.ok(hers.planted.size > 50, `only ${hers.planted.size} canaries were planted`);
  assert.ok(copy.includes('kanarie-vilma-fil'), 'the files come along');
  assert.ok(copy.includes('Vilma Kanarie') && copy.includes('kanarie-vilma@example.dk'));
  assert.equal(copy.match(/anton/gi), null, 'nothing of another person');
  assert.equal(copy.includes('Signe'), false, 'nor who at the house had to do with it');
});

test('of who is forgotten nothing is left in the whole database but what is told of as kept', async () => {
  const { house, person: thilde, antons } = await twoPeople('thilde');
  await house.tx((tx) => askExport(tx, thilde, 'da'));
  const asked = await house.tx((tx) => askErasure(tx, thilde));
  assert(asked.ok);
  house.clock.forward({ days: 20 });
  await closeTheCase(house, thilde);
  assert.equal(await house.tx((tx) => carryOutErasure(tx, holdings, asked.value.id)), 'done');

  const kept = new Set(holdings.flatMap(placesKept));
  const left = async (word: string) =>
    (await search(word)).filter((place) => !kept.has(place) && !GENERATED.has(place));
  assert.deepEqual(await left('kanarie-thilde'), []);
  assert.deepEqual(await left('kanarie-thilde@example.dk'), []);
  assert.deepEqual(await search('Thilde Kanarie'), [], 'the name stands nowhere');
  assert.deepEqual(await search('20304051'), []);
  assert.deepEqual(await search('kanarie-thilde-fil-fund_photo'), [], 'her pictures are gone');
  const stands = new Set(await search('kanarie-anton'));
  assert.deepEqual(
    [...antons.planted.keys()].filter((place) => !stands.has(place)),
    [],
    'of Anton nothing is gone',
  );
  const report = await verifyJournal(db, house.tenant);
  assert.deepEqual(report.problems, []);
});

/** Where a forgotten person's words and name may stand, as the modules have told. */
function placesKept({ table, columns, erased, stays }: Holding): string[] {
  const words = Object.entries(columns)
    .filter(([, meaning]) => erased === 'kept' || ['common', 'told'].includes(meaning) || meaning.startsWith('by '))
    .map(([column]) => column);
  const vouchers =
    erased === 'kept' && Object.values(columns).includes('file') ? ['file_blob.content', 'file.name'] : [];
  return [...[...words, ...(stays?.columns ?? [])].map((column) => `${table}.${column}`), ...vouchers];
}

/** Lower case of other columns, made by the database itself. */
const GENERATED = new Set([
  'fund_application.title_key',
  'fund_application.applicant_key',
  'fund_budget_line.supplier_key',
]);

/** A planted case is live in no state that the fund knows; let it be over. */
async function closeTheCase(house: TestTenant, person: Id<'person'>): Promise<void> {
  await db.pool.query(`update fund_standing set status = 'refused' where tenant_id = $1 and carrier_id = $2`, [
    house.tenant.id,
    person,
  ]);
  await db.pool.query(`update role_grant set until_day = '2026-05-02' where tenant_id = $1 and person_id = $2`, [
    house.tenant.id,
    person,
  ]);
}
