import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSheet } from 'read-excel-file/node';
import { aFund, anApplication } from './modules/decide/fund/seed.ts';
import { aDepartment, aPerson, aTenancy } from './modules/housing/seed.ts';
import { anIdea, anInitiative } from './modules/initiatives/seed.ts';
import { layOutLooks } from './platform/privacy/looks.ts';
import { testApp } from './testing/app.ts';

const { db, newHouse } = await testApp();

async function lived() {
  const house = await newHouse();
  const people = await house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const home = await aTenancy(tx, { departmentId });
    const fund = await aFund(tx);
    return {
      fund,
      departmentId,
      mette: await aPerson(tx, { name: '=HYPERLINK("http://ond.dk")', email: 'mette@example.dk', lives: home }),
      signe: await aPerson(tx, { name: 'Signe Krog', email: 'signe@example.dk', roles: ['consultant', 'finance'] }),
    };
  });
  return { house, ...people };
}

test('every list is there as a file beside its page, for those who see the page and nobody else', async () => {
  const { house, mette, signe, departmentId } = await lived();
  await house.tx(async (tx) => {
    await anInitiative(tx, { title: 'Suppe i gården', status: 'under_way', by: mette });
    await anIdea(tx);
  });
  const [visitor, resident, staff] = [house.visitor(), await house.signedIn(mette), await house.signedIn(signe)];
  const lists = [
    ['/initiativer', 'visitor'],
    ['/afdelinger', 'visitor'],
    ['/pulje/resultater', 'visitor'],
    ['/din-tur', 'resident'],
    ['/pulje/ansoegninger', 'resident'],
    ['/initiativer/overblik', 'staff'],
    ['/ideer', 'staff'],
    ['/personer', 'staff'],
    [`/afdelinger/${departmentId}`, 'staff'],
    ['/fakturaer', 'staff'],
    ['/betalinger', 'staff'],
    ['/betalinger/bilag', 'staff'],
    ['/pulje/opfoelgning', 'staff'],
  ] as const;
  for (const [path, whose] of lists) {
    const reader = { visitor, resident, staff }[whose];
    const page = await reader.get(path);
    assert.equal(page.status, 200, path);
    if (path !== '/pulje/ansoegninger' && path !== '/din-tur') assert.match(page.text, /Hent hele listen/, path);
    const csv = await reader.fetch(`${path}?hent=csv`);
    assert.equal(csv.headers.get('content-type'), 'text/csv; charset=utf-8', path);
    assert.match(csv.headers.get('content-disposition') ?? '', / 2026-05-03\.csv"/, path);
    assert.ok(
      new Uint8Array(await csv.arrayBuffer()).subarray(0, 3).every((byte, at) => byte === [0xef, 0xbb, 0xbf][at]),
      path,
    );
    const sheet = await readSheet(Buffer.from(await (await reader.fetch(`${path}?hent=xlsx`)).arrayBuffer()));
    assert.ok(sheet.length >= 1, path);
    if (whose !== 'staff') continue;
    for (const other of [visitor, resident]) {
      const answer = await other.fetch(`${path}?hent=csv`);
      assert.ok(!answer.headers.get('content-type')?.startsWith('text/csv'), path);
    }
  }
});

test('a file holds the whole list by the filter of its page, and no name becomes a formula', async () => {
  const { house, mette, signe } = await lived();
  await house.tx(async (tx) => {
    for (let one = 0; one < 120; one += 1) await aPerson(tx, { name: `Beboer ${one}` });
  });
  const staff = await house.signedIn(signe);
  const rowsOf = async (path: string) => (await (await staff.fetch(path)).text()).trim().split('\r\n').slice(1);
  assert.equal((await rowsOf('/personer?hent=csv&side=2')).length, 122);
  assert.equal((await rowsOf('/personer?q=beboer&hent=csv')).length, 120);
  assert.match((await rowsOf('/personer?q=hyperlink&hent=csv')).join(), /"'=HYPERLINK/);
  assert.match((await staff.get('/personer?q=beboer&side=2')).html, /href="\?q=beboer&amp;hent=xlsx"/);
  await house.tx(layOutLooks);
  const { rows } = await db.pool.query(
    `select count(distinct person_id)::int as seen from privacy_look where tenant_id = $1 and why = 'list' and seen_by = $2`,
    [house.tenant.id, signe],
  );
  assert.equal(rows[0].seen, 121, 'who took a list is told to everybody in it');
  assert.ok(mette);
});

test('in a workbook days are days and money is numbers', async () => {
  const { house, signe, mette } = await lived();
  const { fund } = await house.tx(async (tx) => ({ fund: await aFund(tx) }));
  await house.tx(async (tx) => anInitiative(tx, { title: 'Suppe', status: 'under_way', by: mette, startsIn: 7 }));
  const staff = await house.signedIn(signe);
  const book = Buffer.from(await (await staff.fetch('/initiativer?hent=xlsx')).arrayBuffer());
  const [heads, row] = await readSheet(book);
  const at = heads?.indexOf('Første dag') ?? -1;
  assert.deepEqual(row?.[at], new Date('2026-05-10T00:00:00Z'));
  assert.match(await (await staff.fetch('/initiativer?hent=csv')).text(), /;10-05-2026;/);
  assert.ok(fund && anApplication);
});
