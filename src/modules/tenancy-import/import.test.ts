import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeCsv } from '../../engines/table/write-table.ts';
import { addressKey } from '../../kernel/address.ts';
import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { type TestTenant, testDatabase } from '../../testing/database.ts';
import { sample } from '../../testing/long.ts';
import { processorSeconds } from '../../testing/processor.ts';
import { departments } from '../housing/public.ts';
import { addresses, aPerson } from '../housing/seed.ts';
import { chooseColumns, confirmImport, importNextRows, uploadTenancies } from './commands/import.ts';
import { departmentChanges } from './store/apply.ts';
import { type Import, importById, problemsOf } from './store/staging.ts';
import { fileWords } from './text.ts';

const { db, newTenant } = await testDatabase();
const words = fileWords('da');

const HEADING = 'Afd.nr;Afdeling;Lejemålsnr;Adresse;Postnr;By;Type;Rum;Areal';

function file(...rows: string[]): Uint8Array {
  return new TextEncoder().encode([HEADING, ...rows].join('\r\n'));
}

const KÆRHAVEN = [
  '1;Kærhaven;1;"Kærhaven 1, st. tv";8000;Vesterby;Familie;3;78,5',
  '1;Kærhaven;2;"Kærhaven 1, st. th";8000;Vesterby;Familie;2;"1.078,50"',
  '1;Kærhaven;3;"Kærhaven 1, 1. tv";8000;Vesterby;Ældrebolig;2;55',
];

async function upload(house: TestTenant, bytes: Uint8Array): Promise<Import> {
  return house.tx(async (tx) => {
    const id = await uploadTenancies(tx, { name: 'lejemaal.csv', bytes }, words);
    assert.ok(id.ok, JSON.stringify(id));
    return (await importById(tx, id.value)) as Import;
  });
}

async function bringIn(house: TestTenant, bytes: Uint8Array): Promise<Import> {
  const { id } = await upload(house, bytes);
  const confirmed = await house.tx((tx) => confirmImport(tx, id, words));
  assert.ok(confirmed.ok, JSON.stringify(confirmed));
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    after = await house.tx((tx) => importNextRows(tx, id, from));
  }
  return house.tx(async (tx) => (await importById(tx, id)) as Import);
}

function homes(house: TestTenant) {
  return house.tx((tx) => tx.sql.selectFrom('tenancy').selectAll().orderBy('number').execute());
}

test('nothing changes before somebody says yes', async () => {
  const house = await newTenant();
  const preview = await upload(house, file(...KÆRHAVEN));
  assert.deepEqual(
    [preview.created, preview.changed, preview.unchanged, preview.absent, preview.refused],
    [3, 0, 0, 0, 0],
  );
  assert.deepEqual(await house.tx((tx) => departmentChanges(tx, preview, words)), [
    { number: '1', name: 'Kærhaven', before: null },
  ]);
  assert.equal((await homes(house)).length, 0);
});

test('a file brings departments, stairwells and homes', async () => {
  const house = await newTenant();
  await bringIn(house, file(...KÆRHAVEN));
  const all = await homes(house);
  assert.deepEqual(
    all.map((home) => [home.number, home.address_key, home.kind, home.rooms, home.area_m2]),
    [
      ['1', 'kærhaven|1|st|tv|8000', 'family', 3, 78.5],
      ['2', 'kærhaven|1|st|th|8000', 'family', 2, 1078.5],
      ['3', 'kærhaven|1|1|tv|8000', 'senior', 2, 55],
    ],
  );
  assert.equal((await house.tx((tx) => tx.sql.selectFrom('building').selectAll().execute())).length, 1);
});

test('the same file again changes nothing', async () => {
  const house = await newTenant();
  await bringIn(house, file(...KÆRHAVEN));
  const again = await bringIn(house, file(...KÆRHAVEN));
  assert.deepEqual([again.created, again.changed, again.unchanged, again.absent], [0, 0, 3, 0]);
});

test('a home that is gone from the file is marked and its people stay; back in the file it is unmarked', async () => {
  const house = await newTenant();
  await bringIn(house, file(...KÆRHAVEN));
  const [, second] = await homes(house);
  const lives = { id: second?.id as Id<'tenancy'>, departmentId: second?.department_id as Id<'department'> };
  await house.tx((tx) => aPerson(tx, { lives }));
  const without = await bringIn(house, file(KÆRHAVEN[0] as string, KÆRHAVEN[2] as string));
  assert.equal(without.absent, 1);
  assert.equal((await homes(house))[1]?.absent_since, '2026-05-03');
  assert.equal((await house.tx((tx) => tx.sql.selectFrom('residency').selectAll().execute())).length, 1);
  const back = await bringIn(house, file(...KÆRHAVEN));
  assert.deepEqual([back.changed, back.absent], [1, 0]);
  assert.equal((await homes(house))[1]?.absent_since, null);
});

test('a file with one department leaves the others alone', async () => {
  const house = await newTenant();
  await bringIn(house, file(...KÆRHAVEN, '2;Engblommen;1;"Engvej 2, st.";8000;Vesterby;Senior;2;60'));
  const one = await bringIn(house, file('2;Engblommen;1;"Engvej 2, st.";8000;Vesterby;Senior;2;60'));
  assert.equal(one.absent, 0);
});

test('numbers that change places take nobody out of their home', async () => {
  const house = await newTenant();
  await bringIn(house, file(...KÆRHAVEN));
  const before = new Map((await homes(house)).map((home) => [home.address_key, home.id]));
  const swapped = [
    (KÆRHAVEN[0] as string).replace(';1;"', ';2;"'),
    (KÆRHAVEN[1] as string).replace(';2;"', ';1;"'),
    (KÆRHAVEN[2] as string).replace(';3;"', ';7;"'),
  ];
  const done = await bringIn(house, file(...swapped));
  assert.deepEqual([done.created, done.changed, done.absent], [0, 3, 0]);
  for (const home of await homes(house)) assert.equal(home.id, before.get(home.address_key));
  assert.deepEqual(
    (await homes(house)).map((home) => home.number),
    ['1', '2', '7'],
  );
});

test('a number given to a new home leaves the old home and its people where they are', async () => {
  const house = await newTenant();
  await bringIn(house, file(...KÆRHAVEN));
  const [first] = await homes(house);
  // Number 1 is now another address, and the old address has number 9.
  await bringIn(
    house,
    file(
      '1;Kærhaven;9;"Kærhaven 1, st. tv";8000;Vesterby;Familie;3;78,5',
      '1;Kærhaven;1;"Kærhaven 3, st. tv";8000;Vesterby;Familie;3;78,5',
      ...KÆRHAVEN.slice(1),
    ),
  );
  const now = await homes(house);
  assert.equal(now.find((home) => home.number === '9')?.id, first?.id);
  assert.equal(now.length, 4);
});

test('a corrected address keeps the home, a renamed department keeps its homes', async () => {
  const house = await newTenant();
  await bringIn(house, file(...KÆRHAVEN));
  const [first] = await homes(house);
  const preview = await upload(
    house,
    file(...KÆRHAVEN.map((row) => row.replace(';Kærhaven;', ';Kærhaven Nord;').replace('1, st. tv', '1A, st. tv'))),
  );
  assert.deepEqual(await house.tx((tx) => departmentChanges(tx, preview, words)), [
    { number: '1', name: 'Kærhaven Nord', before: 'Kærhaven' },
  ]);
  await bringIn(
    house,
    file(...KÆRHAVEN.map((row) => row.replace(';Kærhaven;', ';Kærhaven Nord;').replace('1, st. tv', '1A, st. tv'))),
  );
  const now = await homes(house);
  assert.equal(now[0]?.id, first?.id);
  assert.equal(now[0]?.house_number, '1A');
  assert.deepEqual(
    (await house.tx(departments)).map((one) => one.name),
    ['Kærhaven Nord'],
  );
});

test('every row that cannot come in says which, where and why, and the rest comes in', async () => {
  const house = await newTenant();
  const preview = await upload(
    house,
    file(
      ...KÆRHAVEN,
      '1;Kærhaven;4;"ingen adresse";8000;Vesterby;Familie;3;78',
      '1;Kærhaven;5;"Kærhaven 1, 1. th";80;Vesterby;Familie;3;78',
      '1;Kærhaven;6;"Kærhaven 1, 2. tv";8000;Vesterby;Erhverv;3;78',
      '1;Kærhaven;7;"Kærhaven 1, 2. th";8000;Vesterby;Familie;tre;78',
      '1;Kærhaven;;"Kærhaven 1, 3. tv";8000;Vesterby;Familie;3;78',
      '1;Kærhaven;1;"Kærhaven 1, 3. th";8000;Vesterby;Familie;3;78',
      '1;Kærhaven;8;"KÆRHAVEN 1, ST.TV";8000;Vesterby;Familie;3;78',
    ),
  );
  const problems = await house.tx((tx) => problemsOf(tx, preview.id, 50));
  assert.deepEqual(problems, [
    { row: 5, field: 'address', value: 'ingen adresse', problem: 'address_unreadable' },
    { row: 6, field: 'postcode', value: '80', problem: 'postcode_unreadable' },
    { row: 7, field: 'kind', value: 'Erhverv', problem: 'not_a_home' },
    { row: 8, field: 'rooms', value: 'tre', problem: 'number_unreadable' },
    { row: 9, field: 'number', value: '', problem: 'missing' },
    { row: 10, field: 'number', value: '2', problem: 'same_number' },
    { row: 11, field: 'address', value: '2', problem: 'same_address' },
  ]);
  assert.deepEqual([preview.created, preview.refused], [3, 7]);
});

test('a home whose row has a mistake is not taken for gone', async () => {
  const house = await newTenant();
  await bringIn(house, file(...KÆRHAVEN));
  const done = await bringIn(
    house,
    file(...KÆRHAVEN.slice(1), '1;Kærhaven;1;"Kærhaven 1, st. tv";80;Vesterby;Familie;3;78,5'),
  );
  assert.deepEqual([done.refused, done.absent], [1, 0]);
  assert.equal((await homes(house))[0]?.absent_since, null);
});

test('headings under a title, in parts, and a department column of numbers are understood', async () => {
  const house = await newTenant();
  const bytes = new TextEncoder().encode(
    [
      'Udtræk fra boligsystem;;;;',
      '',
      'Afdeling;Lejemål;Vejnavn;Husnr;Bogstav;Etage;Side;Postnr/by',
      '12;0001;Gl. Møllevej;007;b;1. sal;venstre;8000 Aarhus C',
    ].join('\n'),
  );
  await bringIn(house, bytes);
  const [home] = await homes(house);
  assert.equal(home?.address_key, 'gammel møllevej|7B|1|tv|8000');
  assert.equal(home?.city, 'Aarhus C');
  assert.deepEqual(
    (await house.tx(departments)).map((one) => [one.number, one.name]),
    [['12', 'Afdeling 12']],
  );
});

test('when a heading is not understood, the person says which column it is', async () => {
  const house = await newTenant();
  const bytes = new TextEncoder().encode('Afd.nr;Kode;Adresse;Postnr\n1;A-1;"Kærhaven 1, st. tv";8000\n');
  const first = await upload(house, bytes);
  assert.equal(first.rowsTotal, 0);
  const chosen = await house.tx((tx: TenantDb) => chooseColumns(tx, first.id, { ...first.columns, number: 1 }, words));
  assert.ok(chosen.ok);
  assert.equal((await house.tx((tx) => importById(tx, first.id)))?.created, 1);
});

test('a file cannot be brought in twice, nor two at once', async () => {
  const house = await newTenant();
  const first = await upload(house, file(...KÆRHAVEN));
  const second = await upload(house, file(...KÆRHAVEN));
  assert.ok((await house.tx((tx) => confirmImport(tx, first.id, words))).ok);
  assert.deepEqual(await house.tx((tx) => confirmImport(tx, first.id, words)), { ok: false, refusal: 'done' });
  assert.deepEqual(await house.tx((tx) => confirmImport(tx, second.id, words)), { ok: false, refusal: 'another' });
});

test('two houses with the same addresses never meet', async () => {
  const north = await newTenant();
  const south = await newTenant();
  await bringIn(north, file(...KÆRHAVEN));
  const other = await bringIn(south, file(...KÆRHAVEN));
  assert.equal(other.created, 3);
  assert.equal((await homes(north)).length, 3);
});

test('fifty thousand homes come in well under a minute', async () => {
  const house = await newTenant();
  const count = sample(5_000, 50_000, 'homes imported');
  const rows = [...addresses(count)].map((home, at) => [
    '1',
    'Kærhaven',
    String(at + 1),
    `${home.street} ${home.houseNumber}`,
    home.floor,
    home.door,
    home.postcode,
    home.city,
    'Familie',
    3,
    78.5,
  ]);
  const bytes = new TextEncoder().encode(
    writeCsv([
      ['Afd.nr', 'Afdeling', 'Lejemålsnr', 'Adresse', 'Etage', 'Dør', 'Postnr', 'By', 'Type', 'Rum', 'Areal'],
      ...rows,
    ]),
  );
  const begun = await processorSeconds(db);
  const done = await bringIn(house, bytes);
  const between = await processorSeconds(db);
  const second = await bringIn(house, bytes);
  const [seconds, again] = [between - begun, (await processorSeconds(db)) - between];
  if (process.env.GROBUND_LONG)
    console.log(`${count} homes: ${seconds.toFixed(1)} s of processor, again ${again.toFixed(1)} s`);
  assert.deepEqual([done.created, done.refused, second.unchanged], [count, 0, count]);
  const last = (await homes(house)).find((home) => home.number === String(count));
  assert.equal(last?.address_key, addressKey([...addresses(count)].at(-1) as never));
  assert.ok(seconds < 20, `${seconds} s of processor`);
});
