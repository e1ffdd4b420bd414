import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../../../kernel/id.ts';
import { readPdf } from '../../../platform/documents/pdf-reading.ts';
import { readHead } from '../../../platform/journal/anchor.ts';
import { entriesAbout } from '../../../platform/journal/read.ts';
import { tellEntries } from '../../../platform/journal/tell.ts';
import { verifyJournal } from '../../../platform/journal/verify.ts';
import type { House } from '../../../testing/app.ts';
import { testApp } from '../../../testing/app.ts';
import { aDepartment, aPerson } from '../../housing/seed.ts';
import { anAsk, anIdea, anInitiative } from '../../initiatives/seed.ts';
import { countYear } from './commands.ts';
import { reportsJournal } from './journal.ts';

const { db, newHouse } = await testApp();

interface Town {
  readonly departments: readonly Id<'department'>[];
  readonly signe: Id<'person'>;
  readonly orla: Id<'person'>;
  readonly people: readonly Id<'person'>[];
}

async function town(house: House, neighbours = 0): Promise<Town> {
  return house.tx(async (tx) => {
    const departments = [await aDepartment(tx), await aDepartment(tx, { number: '2', name: 'Engblommen' })];
    const signe = await aPerson(tx, { name: 'Signe Krog', roles: ['consultant'] });
    const orla = await aPerson(tx, { name: 'Orla Bang', roles: ['organisation_board'] });
    const people: Id<'person'>[] = [];
    for (let at = 0; at < neighbours; at += 1) {
      people.push(await aPerson(tx, { name: `Nabo ${at}`, email: `nabo${at}@example.dk` }));
    }
    return { departments, signe, orla, people };
  });
}

test('where nothing was measured it says so, and never 0', async () => {
  const house = await newHouse();
  const { signe } = await town(house);
  const empty = await house.tx((tx) => countYear(tx, 2026));
  assert.deepEqual([empty.ideas, empty.initiatives, empty.drivers, empty.asked], [null, null, null, null]);
  const page = await (await house.signedIn(signe)).get('/aarsrapport/2026');
  assert.match(page.text, /Der kom ingen idéer i året\. Derfor mangler tallene\./);
  assert.doesNotMatch(page.text, /\b0\b/);
  await house.tx((tx) => anIdea(tx));
  const measured = await (await house.signedIn(signe)).get('/aarsrapport/2026');
  assert.match(measured.text, /1 idé kom ind.*0 fik et svar.*mangler dage var den midterste ventetid/);
});

test('a figure opens to exactly its rows', async () => {
  const house = await newHouse();
  const { departments, signe } = await town(house);
  await house.tx(async (tx) => {
    for (const [at, category] of (['green', 'green', 'people'] as const).entries()) {
      await anInitiative(tx, {
        title: `Nummer ${at}`,
        category,
        departmentIds: [departments[at % 2] as Id<'department'>],
      });
    }
    await anIdea(tx);
  });
  const page = await (await house.signedIn(signe)).get('/aarsrapport/2026');
  const green = page.root.querySelectorAll('a').find((link) => link.getAttribute('href')?.includes('emne=green'));
  assert.equal(green?.text.trim(), '2');
  const behind = await page.reader.get(green?.getAttribute('href') ?? '');
  assert.match(behind.text, /Initiativer, der begyndte \(Det grønne\) i 2026/);
  assert.match(behind.text, /Nummer 0.*Nummer 1/);
  assert.doesNotMatch(behind.text, /Nummer 2/);
  const ideas = await page.follow('idé kom ind');
  assert.match(ideas.link('Idé fra 3. maj 2026'), /\/ideer\//);
});

test('the board reads the report but not the ideas; a resident finds no report', async () => {
  const house = await newHouse();
  const { orla, people, signe } = await town(house, 1);
  await house.tx((tx) => anIdea(tx, { said: 'Ring til Bodil', name: 'Bodil' }));
  const board = await house.signedIn(orla);
  assert.equal((await board.get('/aarsrapport')).status, 200);
  assert.match((await board.get('/')).html, /href="[^"]*\/aarsrapport"/);
  const rows = await board.get('/aarsrapport/2026/bag/modtaget');
  assert.equal(rows.status, 200);
  assert.doesNotMatch(rows.html, /Bodil|\/ideer\//);
  assert.equal((await board.get('/aarsrapport/2026/udgiv')).status, 404);
  assert.equal((await board.get('/aarsrapport/2026/fortaelling')).status, 404);
  const resident = await house.signedIn(people[0] as Id<'person'>);
  for (const reader of [resident, house.visitor()]) {
    const answer = await reader.fetch('/aarsrapport/2026');
    assert.notEqual(answer.status, 200);
    assert.doesNotMatch((await reader.get('/')).html, /aarsrapport/);
  }
  const consultant = await house.signedIn(signe);
  for (const year of ['2019', '2031', '20x6']) assert.equal((await consultant.get(`/aarsrapport/${year}`)).status, 404);
});

test('nobody below five is counted out loud, on the page or on paper', async () => {
  const house = await newHouse();
  const { departments, signe, people } = await town(house, 9);
  await house.tx(async (tx) => {
    const [here, there] = departments as [Id<'department'>, Id<'department'>];
    const inHere = await anInitiative(tx, { departmentIds: [here] });
    const inThere = await anInitiative(tx, { departmentIds: [there] });
    for (const [at, to] of people.entries()) {
      await anAsk(tx, at < 7 ? inHere : inThere, { by: signe, to, answer: at < 6 ? 'yes' : 'no' });
    }
  });
  const figures = await house.tx((tx) => countYear(tx, 2026));
  assert.deepEqual(figures.asked, {
    people: 9,
    answers: { yes: null, not_alone: null, no: null, waiting: null },
    byDepartment: [
      { id: departments[0], name: 'Kærhaven', people: null },
      { id: departments[1], name: 'Engblommen', people: null },
      { id: null, name: '', people: null },
    ],
  });
  const page = await (await house.signedIn(signe)).get('/aarsrapport/2026');
  assert.match(page.text, /9 mennesker blev spurgt.*Svarene er for få til, at vi viser dem/);
});

test('a published report never changes; a correction is a new edition with its reason', async () => {
  const house = await newHouse();
  const { signe } = await town(house);
  await house.tx((tx) => anIdea(tx));
  const reader = await house.signedIn(signe);
  await (await reader.get('/aarsrapport/2026/fortaelling')).submit('Gem fortællingen', {
    words: 'Det var et godt år.',
  });
  const first = await (await reader.get('/aarsrapport/2026/udgiv')).submit('Udgiv');
  assert.match(first.text, /Udgave 1, udgivet 3\. maj 2026/);
  await house.tx((tx) => anIdea(tx));
  await (await reader.get('/aarsrapport/2026/fortaelling')).submit('Gem fortællingen', { words: 'Noget andet.' });
  const later = await reader.get('/aarsrapport/2026');
  assert.match(later.text, /Det var et godt år\..*1 idé kom ind/);
  assert.match((await reader.get('/aarsrapport/2026?udgave=nu')).text, /Noget andet\..*2 idéer kom ind/);
  const without = await (await reader.get('/aarsrapport/2026/udgiv')).submit('Udgiv');
  assert.match(without.text, /Skriv med få ord, hvad der bliver rettet/);
  const second = await without.submit('Udgiv', { reason: 'En idé var glemt.' });
  assert.match(second.text, /Udgave 2.*En idé var glemt\..*2 idéer kom ind/);
  assert.match((await reader.get('/aarsrapport/2026?udgave=1')).text, /Det var et godt år\..*1 idé kom ind/);
  const change = house.tx((tx) => tx.sql.updateTable('yearly_edition').set({ story: 'Ny' }).execute());
  await assert.rejects(change, /permission denied/);
});

test('the journal tells what was done with the report, in both languages', async () => {
  const house = await newHouse();
  const { signe } = await town(house);
  const reader = await house.signedIn(signe);
  await (await reader.get('/aarsrapport/2026/fortaelling')).submit('Gem fortællingen', { words: 'Suppe.' });
  await (await reader.get('/aarsrapport/2026/udgiv')).submit('Udgiv');
  await (await reader.get('/aarsrapport/2026/udgiv')).submit('Udgiv', { reason: 'En fejl.' });
  await taken(house, signe, 'docx');
  const told = (language: 'da' | 'en') =>
    house.tx(async (tx) => {
      const entries = await entriesAbout(
        tx,
        { kind: 'report', id: '2026' },
        { kinds: reportsJournal, audience: 'staff' },
      );
      const names = async () => new Map<string, string>([[signe, 'Signe']]);
      return (await tellEntries(reportsJournal, entries, names, language)).map(({ sentence }) => sentence);
    });
  assert.deepEqual(await told('da'), [
    'Signe hentede årsrapporten for 2026 som Word.',
    'Signe rettede årsrapporten for 2026 og udgav udgave 2.',
    'Signe udgav årsrapporten for 2026.',
    'Signe skrev på fortællingen om 2026.',
  ]);
  assert.equal((await told('en'))[2], 'Signe published the yearly report for 2026.');
});

test('two who write or publish at once do not write over each other', async () => {
  const house = await newHouse();
  const { signe } = await town(house);
  const [one, other] = [await house.signedIn(signe), await house.signedIn(signe)];
  const form = await other.get('/aarsrapport/2026/fortaelling');
  const publishing = await other.get('/aarsrapport/2026/udgiv');
  await (await one.get('/aarsrapport/2026/fortaelling')).submit('Gem fortællingen', { words: 'Signes ord.' });
  const refused = await form.submit('Gem fortællingen', { words: 'Andre ord.' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Andre ord\..*Sådan står der nu.*Signes ord\./);
  await (await one.get('/aarsrapport/2026/udgiv')).submit('Udgiv');
  assert.match((await publishing.submit('Udgiv')).text, /En anden har udgivet rapporten imens/);
});

async function taken(house: House, who: Id<'person'>, form: 'pdf' | 'docx'): Promise<Response> {
  const reader = await house.signedIn(who);
  const token =
    (await reader.get('/aarsrapport/2026')).root.querySelector('[name="_csrf"]')?.getAttribute('value') ?? '';
  const response = await reader.fetch('/aarsrapport/2026/hent', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ _csrf: token, form, edition: '1' }),
  });
  assert.equal(response.status, 200);
  return response;
}

test('the paper can be read aloud, and its seal finds the last entry taken away by the owner of the database', async () => {
  const house = await newHouse();
  const { orla, signe, departments } = await town(house);
  await house.tx((tx) => anInitiative(tx, { departmentIds: departments, status: 'done', by: signe }));
  const reader = await house.signedIn(signe);
  await (await reader.get('/aarsrapport/2026/fortaelling')).submit('Gem fortællingen', { words: 'Suppen blev spist.' });
  await (await reader.get('/aarsrapport/2026/udgiv')).submit('Udgiv');
  const response = await taken(house, orla, 'pdf');
  assert.match(response.headers.get('content-disposition') ?? '', /arsrapport-2026\.pdf/);
  const printed = await readPdf(new Uint8Array(await response.arrayBuffer()));
  assert.ok(printed.tagged && printed.claimsUa1);
  assert.equal(printed.title, 'Årsrapport 2026');
  assert.ok(printed.roles.includes('TH') && printed.roles.includes('H2'));
  assert.match(printed.alternatives.join(' '), /Så mange initiativer begyndte i året\. Boliger: 0;/);
  assert.match(printed.text, /Suppen blev spist\./);

  const seal = /\d+:[0-9a-f]{16}/.exec(printed.text)?.[0] ?? assert.fail('no seal on the paper');
  for (const page of printed.pages) assert.ok(page.includes(seal), 'the seal stands at the foot of every page');
  const head = readHead(seal) ?? assert.fail('not a head');
  assert.deepEqual((await verifyJournal(db, house.tenant, [head])).problems, []);

  await db.asOwner(async (_, client) => {
    const last = 'seq = (select max(seq) from journal_entry where tenant_id = $1)';
    const { rows } = await client.query(`select kind, facts from journal_entry where tenant_id = $1 and ${last}`, [
      house.tenant.id,
    ]);
    assert.deepEqual(rows, [{ kind: 'report.made', facts: { form: 'pdf', year: 2026, edition: 1 } }]);
    await client.query(
      'alter table journal_entry disable trigger user; alter table journal_anchor disable trigger user',
    );
    await client.query(`delete from journal_entry where tenant_id = $1 and ${last}`, [house.tenant.id]);
    await client.query('delete from journal_anchor where tenant_id = $1', [house.tenant.id]);
    await client.query(
      `update journal_head set (seq, hash) =
         (select seq, hash from journal_entry where tenant_id = $1 order by seq desc limit 1)
       where tenant_id = $1`,
      [house.tenant.id],
    );
    await client.query('alter table journal_entry enable trigger user; alter table journal_anchor enable trigger user');
  });
  assert.deepEqual((await verifyJournal(db, house.tenant)).problems, [], 'the forger has covered the traces');
  const { problems } = await verifyJournal(db, house.tenant, [head]);
  assert.deepEqual(
    problems.map(({ what }) => what),
    ['anchor'],
    'only the paper knows',
  );
});

test('the same report comes as Word for those who edit', async () => {
  const house = await newHouse();
  const { signe } = await town(house);
  await (await (await house.signedIn(signe)).get('/aarsrapport/2026/udgiv')).submit('Udgiv');
  const response = await taken(house, signe, 'docx');
  assert.match(response.headers.get('content-disposition') ?? '', /arsrapport-2026\.docx/);
  assert.equal(
    Buffer.from(await response.arrayBuffer())
      .subarray(0, 2)
      .toString(),
    'PK',
  );
});
