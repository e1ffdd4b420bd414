import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOLDINGS } from '../../holdings.ts';
import type { Id } from '../../kernel/id.ts';
import { type House, testApp } from '../../testing/app.ts';
import type { TestTenant } from '../../testing/database.ts';
import { aFund, anApplication } from '../decide/fund/seed.ts';
import { aDepartment, aPerson, aTenancy } from '../housing/seed.ts';
import { actingAs, anIdea, anInitiative } from '../initiatives/seed.ts';
import { privacyJobs } from './jobs.ts';

const { db, newHouse, another } = await testApp();
const kinds = privacyJobs(HOLDINGS);

/** What waits of this module's work, by the house's clock. */
async function work(house: TestTenant): Promise<void> {
  const retention = kinds.find(({ name }) => name === 'privacy.retention');
  assert(retention && 'run' in retention);
  await house.tx((tx) => retention.run(tx, {}));
  for (let round = 0; round < 3; round += 1) {
    const { rows } = await db.pool.query<{ id: string; kind: 'export' | 'erasure' }>(
      `select id, 'export' as kind from privacy_export where tenant_id = $1 and made_at is null
       union all
       select id, 'erasure' from privacy_erasure e where tenant_id = $1 and due_on <= $2
         and not exists (select from privacy_erasure_end d where d.tenant_id = e.tenant_id and d.erasure_id = e.id)`,
      [house.tenant.id, await house.tx(async (tx) => tx.today)],
    );
    for (const { id, kind } of rows) {
      const job = kinds.find(({ name }) => name === (kind === 'export' ? 'privacy.export' : 'privacy.erase'));
      assert(job && 'run' in job);
      await house.tx((tx) => job.run(tx, { [kind]: id }));
    }
  }
}

async function lived(house: House) {
  return house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const home = await aTenancy(tx, { departmentId });
    return {
      mette: await aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk', lives: home }),
      poul: await aPerson(tx, { name: 'Poul Dahl', email: 'poul@example.dk', lives: home }),
      signe: await aPerson(tx, { name: 'Signe Krog', email: 'signe@example.dk', roles: ['consultant'] }),
      karen: await aPerson(tx, { name: 'Karen Mose', email: 'karen@example.dk', roles: ['secretariat'] }),
    };
  });
}

const as = <T>(house: House, id: Id<'person'>, verb: (tx: Awaited<ReturnType<typeof actingAs>>) => Promise<T>) =>
  house.tx(async (tx) => verb(await actingAs(tx, id)));

test('a resident gets a copy of their own, and nobody else can fetch it', async () => {
  const house = await newHouse();
  const { mette, poul, signe } = await lived(house);
  const her = await house.signedIn(mette);
  const asked = await (await her.get('/min-side/data')).submit('Lav en kopi');
  assert.match(asked.text, /Vi laver kopien nu/);
  await work(house);
  const page = await her.get('/min-side/data');
  const href = page.link('Hent kopien');
  const answer = await her.fetch(href);
  assert.equal(answer.headers.get('content-type'), 'application/zip');
  const bytes = Buffer.from(await answer.arrayBuffer());
  assert.equal(bytes.subarray(0, 2).toString(), 'PK');
  assert.ok(bytes.includes('data.json') && bytes.includes('mine-oplysninger.pdf'));
  assert.ok(bytes.includes('mette@example.dk') && !bytes.includes('poul@example.dk'));
  for (const other of [poul, signe]) assert.equal((await (await house.signedIn(other)).fetch(href)).status, 404);
  assert.equal((await house.visitor().fetch(href)).status, 303, 'a visitor signs in first');
  house.clock.forward({ days: 8 });
  assert.match((await her.get(href)).text, /ikke mere/);
  await work(house);
  const { rows } = await db.pool.query('select from privacy_export where tenant_id = $1', [house.tenant.id]);
  assert.equal(rows.length, 0, 'the copy is gone when its days are over');
});

test('staff who ask on somebody’s behalf say how they were told, and it is seen who fetched', async () => {
  const house = await newHouse();
  const { mette, signe, karen } = await lived(house);
  const signes = await house.signedIn(signe);
  const page = await signes.get(`/personer/${mette}/data`);
  const refused = await page.submit('Lav en kopi');
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Vælg, hvordan personen bad om det/);
  await refused.submit('Lav en kopi', { channel: 'paper' });
  await work(house);
  const href = (await signes.get(`/personer/${mette}/data`)).link('Hent kopien');
  const fetched = await signes.fetch(href);
  assert.equal(fetched.status, 200);
  const hers = await (await house.signedIn(mette)).get('/min-side/data/opslag');
  assert.match(hers.text, /Signe Krog/);
  assert.match(hers.text, /Hentede en kopi/);
  const karens = await house.signedIn(karen);
  assert.equal((await karens.fetch(href)).status, 404, 'who did not ask for it does not get it');
  assert.doesNotMatch((await karens.get(`/personer/${mette}/data`)).text, /Hent kopien/);
});

test('an erasure waits its days, can be taken back, and then leaves "en beboer"', async () => {
  const house = await newHouse();
  const { mette, poul } = await lived(house);
  const { id: idea } = await as(house, mette, (tx) => anIdea(tx, { said: 'Mette Holm vil gerne lave suppe' }));
  const initiative = await house.tx((tx) => anInitiative(tx, { status: 'under_way', by: mette }));
  const her = await house.signedIn(mette);
  const unsure = await (await her.get('/min-side/data')).submit('Slet mig');
  assert.equal(unsure.status, 422);
  assert.match(unsure.text, /Sæt kryds, hvis du er sikker/);
  const asked = await unsure.submit('Slet mig', { sure: 'ja' });
  assert.match(asked.text, /Du bliver slettet 17\. maj 2026/);
  assert.match((await asked.submit('Fortryd')).text, /Vi sletter ikke noget/);
  house.clock.forward({ days: 30 });
  await work(house);
  assert.equal((await her.get('/min-side/data')).status, 200, 'nothing happened');

  await (await her.get('/min-side/data')).submit('Slet mig', { sure: 'ja' });
  house.clock.forward({ days: 13 });
  await work(house);
  assert.equal((await her.get('/min-side/data')).status, 200, 'not before its day');
  house.clock.forward({ days: 1 });
  await work(house);
  assert.notEqual((await her.fetch('/min-side')).status, 200, 'signed out everywhere');
  const { rows } = await db.pool.query<{ name: string; email: string | null; said: string; stopped: boolean }>(
    `select p.name, p.email, i.said, exists (
       select from initiative_driver d where d.tenant_id = p.tenant_id and d.initiative_id = $3 and d.stopped_on is null
     ) is false as stopped
     from person p, idea i where p.id = $1 and i.id = $2`,
    [mette, idea, initiative],
  );
  assert.deepEqual(rows[0], { name: 'En beboer', email: null, said: 'En beboer vil gerne lave suppe', stopped: true });
  const staff = await (await house.signedIn(poul)).get(`/initiativer/${initiative}`);
  assert.doesNotMatch(staff.text, /Mette/);
});

test('an open case of money or an office postpones the erasure, and the secretariat hears of it', async () => {
  const house = await newHouse();
  const { mette, karen } = await lived(house);
  const fund = await house.tx((tx) => aFund(tx));
  await as(house, mette, (tx) => anApplication(tx, fund, { applicantName: 'Mette Holm', applicantId: mette }));
  const her = await house.signedIn(mette);
  const page = await her.get('/min-side/data');
  assert.match(page.text, /Sagen P-0001 i puljen er ikke slut/);
  await page.submit('Slet mig', { sure: 'ja' });
  house.clock.forward({ days: 15 });
  await work(house);
  assert.match((await her.get('/min-side/data')).text, /Det her står i vejen/);
  const karens = await house.signedIn(karen);
  assert.match((await karens.get('/din-tur')).text, /bedt om at blive slettet, men noget står i vejen/);
  assert.match((await karens.get('/databeskyttelse')).text, /1 ting står i vejen/);
  const theirs = await karens.get(`/personer/${mette}/data`);
  assert.equal((await theirs.submit('Sig nej')).status, 422);
  await theirs.submit('Sig nej', { words: 'Sagen er ikke slut, og vi skylder jer penge.' });
  assert.match((await her.get('/min-side/data')).text, /vi skylder jer penge/);
  assert.doesNotMatch((await karens.get('/din-tur')).text, /bedt om at blive slettet/);
});

test('who searches, opens a page or takes a list is written down once a person, and one’s own look is not', async () => {
  const house = await newHouse();
  // The database keeps young looks by its own clock.
  house.clock.set(new Date());
  const { mette, signe, karen } = await lived(house);
  const signes = await house.signedIn(signe);
  await signes.get('/personer?q=mette');
  await signes.get(`/personer/${mette}`);
  await signes.get(`/personer/${signe}`);
  const { rows } = await db.pool.query<{ why: string; person_id: string; seen_by: string }>(
    'select why, person_id, seen_by from privacy_look where tenant_id = $1 order by at, id',
    [house.tenant.id],
  );
  assert.deepEqual(rows, [
    { why: 'search', person_id: mette, seen_by: signe },
    { why: 'page', person_id: mette, seen_by: signe },
  ]);
  const searched = await (await house.signedIn(karen)).get('/databeskyttelse/opslag?q=signe');
  assert.match(searched.text, /Signe Krog/);
  assert.match(searched.text, /Åbnede personens side/);
  assert.equal((await signes.fetch('/databeskyttelse/opslag')).status, 404, 'the secretariat’s alone');
  await assert.rejects(
    house.tx((tx) => tx.sql.updateTable('privacy_look').set({ people: 9 }).execute()),
    /permission denied/,
  );
  await house.tx((tx) => tx.sql.deleteFrom('privacy_look').execute());
  const left = await db.pool.query('select from privacy_look where tenant_id = $1', [house.tenant.id]);
  assert.ok(left.rows.length >= 2, 'a young look cannot be taken away');
});

test('a yes and a no are kept with who, when and how, and a no to the way in use moves it', async () => {
  const house = await newHouse();
  const { mette, signe } = await lived(house);
  const her = await house.signedIn(mette);
  await (await her.get('/min-side/data/samtykker')).submit('Gem', { mail: 'nej', photo: 'ja' });
  const { rows } = await db.pool.query('select channel from contact_preference where person_id = $1', [mette]);
  assert.deepEqual(rows, [{ channel: 'paper' }]);
  const theirs = await (await house.signedIn(signe)).get(`/personer/${mette}/data/samtykker`);
  assert.match((await theirs.submit('Gem', { photo: 'nej' })).text, /Vælg, hvordan personen bad om det/);
  await theirs.submit('Gem', { photo: 'nej', channel: 'phone' });
  const page = await her.get('/min-side/data/samtykker');
  assert.match(page.text, /Nej 3\. maj 2026 i telefonen, skrevet ind af Signe Krog/);
  assert.match(page.text, /Ja 3\. maj 2026 på siden/);
});

test('the house writes its accessibility statement and privacy page itself, and two who save at once do not overwrite', async () => {
  const house = await newHouse();
  const { karen, signe } = await lived(house);
  assert.match((await house.visitor().get('/was')).text, /Huset har ikke skrevet sin erklæring endnu/);
  assert.match((await house.visitor().get('/privatliv')).text, /Bogføringsloven § 12/);
  const karens = await house.signedIn(karen);
  const form = await karens.get('/databeskyttelse/tekster/accessibility');
  const saved = await form.submit('Gem', {
    words: '## Sådan er det\nVi har prøvet det med Poul.',
    contact: 'Ring 12 34 56 78',
  });
  assert.match(saved.text, /Vi har prøvet det med Poul/);
  const was = await house.visitor().get('/was');
  assert.match(was.text, /Ring 12 34 56 78/);
  assert.match(was.text, /Sidst opdateret 3\. maj 2026/);
  assert.match((await form.submit('Gem', { words: 'Noget andet' })).text, /En anden har gemt imens/);
  assert.equal((await (await house.signedIn(signe)).fetch('/databeskyttelse/tekster/privacy')).status, 404);
});

test('the page of rules shows each rule, its last and next run, and the record can be had on paper', async () => {
  const house = await newHouse();
  const { karen } = await lived(house);
  await work(house);
  const karens = await house.signedIn(karen);
  const page = await karens.get('/databeskyttelse');
  assert.match(page.text, /Idéer/);
  assert.match(page.text, /12 måneder/);
  assert.match(page.text, /4\. maj|04\.05/);
  const wrong = await (await karens.get('/databeskyttelse/indstillinger')).submit('Gem', { lookMonths: '3' });
  assert.match(wrong.text, /Skriv et helt tal fra 6 til 60/);
  await wrong.submit('Gem', { lookMonths: '6' });
  assert.match((await karens.get('/databeskyttelse')).text, /6 måneder/);
  const pdf = await karens.fetch('/databeskyttelse/fortegnelse/fil?som=pdf');
  assert.equal(pdf.headers.get('content-type'), 'application/pdf');
  const word = await karens.fetch('/databeskyttelse/fortegnelse/fil?som=docx');
  assert.match(word.headers.get('content-type') ?? '', /wordprocessingml/);
});

test('two processes that forget the same person at once do it once', async () => {
  const house = await newHouse();
  const { mette } = await lived(house);
  const her = await house.signedIn(mette);
  await (await her.get('/min-side/data')).submit('Slet mig', { sure: 'ja' });
  const second = await her.at(another()).get('/min-side/data');
  assert.match(second.text, /Du bliver slettet/);
  house.clock.forward({ days: 15 });
  const { rows } = await db.pool.query<{ id: string }>('select id from privacy_erasure where tenant_id = $1', [
    house.tenant.id,
  ]);
  const job = kinds.find(({ name }) => name === 'privacy.erase');
  assert(job && 'run' in job);
  await Promise.all([1, 2].map(() => house.tx((tx) => job.run(tx, { erasure: rows[0]?.id ?? '' }))));
  const told = await db.pool.query(`select from journal_entry where tenant_id = $1 and kind = 'privacy.erased'`, [
    house.tenant.id,
  ]);
  assert.equal(told.rows.length, 1);
});

test('a name that is also part of somebody else’s is not struck out of what others wrote', async () => {
  const house = await newHouse();
  const { mette, poul } = await lived(house);
  await house.tx((tx) => aPerson(tx, { name: 'Mette Holm Jensen', email: 'mhj@example.dk' }));
  const { id } = await as(house, poul, (tx) => anIdea(tx, { said: 'Spørg Mette Holm Jensen eller mette@example.dk' }));
  await (await (await house.signedIn(mette)).get('/min-side/data')).submit('Slet mig', { sure: 'ja' });
  house.clock.forward({ days: 15 });
  await work(house);
  const { rows } = await db.pool.query('select said from idea where id = $1', [id]);
  assert.deepEqual(rows, [{ said: 'Spørg Mette Holm Jensen eller En beboer' }]);
});

test('a telephone number is struck out of what others wrote, however they parted it, and no other number is', async () => {
  const house = await newHouse();
  const { poul } = await lived(house);
  const ask = await house.tx((tx) => aPerson(tx, { name: 'Ask Toft', email: 'ask@example.dk', phone: '+4523456789' }));
  const written = ['23456789', '23 45 67 89', '2345 6789', '+45 23 45 67 89', '0045 23.45.67.89', '4523456789'];
  const said = (words: readonly string[]) => `Ring ${words.join(', ')}; ikke 123456789 eller 23456788.`;
  const { id } = await as(house, poul, (tx) => anIdea(tx, { said: said(written) }));
  await (await (await house.signedIn(ask)).get('/min-side/data')).submit('Slet mig', { sure: 'ja' });
  house.clock.forward({ days: 15 });
  await work(house);
  const { rows } = await db.pool.query('select said from idea where id = $1', [id]);
  assert.deepEqual(rows, [{ said: said(written.map(() => 'En beboer')) }]);
});
