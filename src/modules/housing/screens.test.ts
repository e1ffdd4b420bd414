import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { type House, testApp } from '../../testing/app.ts';
import { aDepartment, anOrganisation, aPerson, manyTenancies } from './seed.ts';
import { tenancyById } from './store/tenancies.ts';

const { newHouse } = await testApp();

/** A house with one department of 24 homes, a consultant, a secretary, a board member and a resident. */
async function lived(house: House) {
  return house.tx(async (tx) => {
    const departmentId = await aDepartment(tx);
    const homes = await manyTenancies(tx, departmentId, 24);
    const at = async (nth: number) => (await tenancyById(tx, homes[nth] as Id<'tenancy'>)) ?? undefined;
    const municipality = await anOrganisation(tx);
    return {
      departmentId,
      municipality,
      signe: await aPerson(tx, {
        name: 'Signe Krog',
        email: 'signe@lyngbakken.example',
        phone: '+4520304050',
        roles: ['consultant'],
      }),
      karen: await aPerson(tx, { name: 'Karen Friis', roles: ['secretariat'] }),
      mette: await aPerson(tx, {
        name: 'Mette Holm',
        email: 'mette@example.dk',
        phone: '+4540404040',
        ...(await live(tx, at(0))),
        roles: ['board_member'],
      }),
      poul: await aPerson(tx, { name: 'Poul Dahl', email: 'poul@example.dk', ...(await live(tx, at(1))) }),
      aisha: await aPerson(tx, { name: 'Aisha Noor', protected: true, ...(await live(tx, at(2))) }),
    };
  });
}

async function live(_: TenantDb, home: Promise<Awaited<ReturnType<typeof tenancyById>> | undefined>) {
  const lives = await home;
  return lives ? { lives } : {};
}

test('a visitor sees departments, their board and their consultant, and no resident', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const visitor = house.visitor();
  const list = await visitor.get('/afdelinger');
  assert.match(list.text, /Kærhaven.*24 boliger/s);
  const page = await list.follow('Kærhaven');
  assert.match(page.text, /Mette Holm/);
  assert.match(page.text, /Signe Krog.*20 30 40 50/s);
  assert.doesNotMatch(page.html, /Poul|Aisha|mette@|40 40 40 40|Opgang/);
  for (const path of [
    '/personer',
    `/personer/${people.poul}`,
    '/personer/ny',
    '/min-side',
    `/afdelinger/${people.departmentId}/bestyrelse`,
  ]) {
    assert.notEqual((await visitor.fetch(path)).status, 200, path);
  }
});

test('of many consultants a department is shown six and the way to all; its own come before those of the house', async () => {
  const house = await newHouse();
  const { departmentId } = await lived(house);
  const shown = async (path = `/afdelinger/${departmentId}`) => {
    const page = await house.visitor().get(path);
    return { page, names: page.root.querySelectorAll('#konsulenter strong').map(({ text }) => text) };
  };
  const more = async (name: string, where: { readonly departmentId?: Id<'department'> } = {}) =>
    house.tx((tx) => aPerson(tx, { name, roles: [{ role: 'consultant', ...where }] }));
  const names = ['Aase Lund', 'Bo Kvist', 'Dorthe Bang', 'Ole Juhl', 'Åse Vind'];
  for (const name of names) await more(name);
  const six = await shown();
  assert.deepEqual(six.names, ['Bo Kvist', 'Dorthe Bang', 'Ole Juhl', 'Signe Krog', 'Aase Lund', 'Åse Vind']);
  assert.doesNotMatch(six.page.text, /Se alle beboerkonsulenter/);
  await more('Carl Friis');
  const few = await shown();
  assert.equal(few.names.length, 6);
  const all = await few.page.follow('Se alle beboerkonsulenter');
  assert.equal(all.root.querySelectorAll('#konsulenter strong').length, 7);
  assert.doesNotMatch(all.text, /Se alle beboerkonsulenter/);
  await more('Inge Dam', { departmentId });
  assert.deepEqual((await shown()).names, ['Inge Dam']);
});

test('a board member sees stairwells and counts of the own department, and no list of residents', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const mette = await house.signedIn(people.mette);
  const page = await mette.get(`/afdelinger/${people.departmentId}`);
  assert.match(page.text, /Opgang.*Kærhaven 1.*8/s);
  assert.doesNotMatch(page.html, /Poul/);
  for (const path of ['/personer', `/personer/${people.poul}`, `/personer/${people.mette}/ret`, '/organisationer']) {
    assert.equal((await mette.fetch(path)).status, 404, path);
  }
});

test('staff find a person by part of name, telephone or street', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const signe = await house.signedIn(people.signe);
  const list = await signe.get('/personer');
  assert.match(list.text, /5 personer/);
  for (const words of ['poul', 'poul kærhaven', 'dahl']) {
    const found = await list.submit('Søg', { q: words });
    assert.match(found.text, /Poul Dahl/, words);
    assert.doesNotMatch(found.text, /Mette/, words);
  }
  assert.match((await list.submit('Søg', { q: '%_\\' })).text, /Vi fandt ingen/);
});

test('a person told by telephone is registered with home and shows how we learned it', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const signe = await house.signedIn(people.signe);
  const form = await signe.get('/personer/ny');
  const wrong = await form.submit('Skriv personen ind', { phone: '12', email: 'ikke en mail' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Skriv et navn.*hel e-mailadresse.*telefonnummer/s);
  const several = await form.submit('Skriv personen ind', { name: 'Inger Bach', address: 'Kærhaven 1' });
  assert.match(several.text, /Vælg den rigtige/);
  const done = await form.submit('Skriv personen ind', {
    name: 'Inger Bach',
    received: 'phone',
    phone: '40 50 60 70',
    address: 'kærhaven 1, 2.tv',
  });
  assert.match(done.text, /Inger Bach/);
  assert.match(done.text, /Fortalt i telefonen 3\. maj 2026, skrevet ind af Signe Krog/);
  assert.match(done.text, /Kærhaven 1, 2\. tv, 8000 Vesterby/);
});

test('a role that the law forbids is refused with the reason, and the right one is given and taken back', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const karen = await house.signedIn(people.karen);
  const page = await karen.get(`/personer/${people.poul}`);
  const mayor = await page.submit('Skriv et hverv ind', { duty: 'mayor' });
  const refused = await mayor.submit('Giv en rolle', { role: 'organisation_board' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /borgmester, kan ikke sidde i organisationsbestyrelsen.*§ 14/s);
  const given = await refused.submit('Giv en rolle', { role: 'ambassador', departmentId: people.departmentId });
  assert.match(given.text, /TrivselsAmbassadør, Kærhaven/);
  const ended = await given.submit('Afslut');
  assert.doesNotMatch(ended.text, /TrivselsAmbassadør, Kærhaven/);
});

test('a consultant cannot make anybody secretary, finance or consultant', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const signe = await house.signedIn(people.signe);
  const page = await signe.get(`/personer/${people.signe}`);
  const refused = await page.submit('Giv en rolle', { role: 'secretariat' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Den rolle kan kun sekretariatet give/);
  const karen = await house.signedIn(people.karen);
  const given = await (await karen.get(`/personer/${people.poul}`)).submit('Giv en rolle', { role: 'finance' });
  assert.equal(given.status, 200);
});

test('a consultant cannot seat anybody where money is decided: neither by a role, the board’s page nor another’s mailbox', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const inge = await house.tx((tx) => aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }));
  const signe = await house.signedIn(people.signe);
  for (const role of ['organisation_board', 'municipal_officer']) {
    const refused = await (await signe.get(`/personer/${people.poul}`)).submit('Giv en rolle', { role });
    assert.equal(refused.status, 422, role);
    assert.match(refused.text, /Den rolle kan kun sekretariatet give/);
  }
  assert.equal((await signe.fetch('/bestyrelsen')).status, 404);
  assert.doesNotMatch((await signe.get('/kontoret')).html, /href="[^"]*\/bestyrelsen"/);
  const mailbox = await (await signe.get(`/personer/${inge}/ret`)).submit('Gem', { email: 'falsk@example.dk' });
  assert.match(mailbox.text, /kun personen selv eller sekretariatet/);
  const merged = await (await signe.get(`/personer/${people.poul}/saml?q=inge`)).submit('Saml de to', {
    other: inge,
    asked: 'ja',
  });
  assert.match(merged.text, /kun sekretariatet samle/);

  const karen = await house.signedIn(people.karen);
  const seats = { seats: '1', [`office.${inge}`]: 'chair' };
  const seated = await (await karen.get('/bestyrelsen')).submit('Konstituér', seats);
  assert.equal(seated.status, 200);
  assert.match((await karen.get('/kontoret')).html, /href="[^"]*\/bestyrelsen"/);
});

test('a consultant cannot lead the codes of a secretary or a colleague to another mailbox or telephone', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const signe = await house.signedIn(people.signe);
  const mailOf = (id: Id<'person'>) =>
    house.tx((tx) => tx.sql.selectFrom('person').select(['email', 'phone']).where('id', '=', id).executeTakeFirst());
  for (const change of [{ email: 'signes-egen@example.dk' }, { phone: '50 60 70 80' }]) {
    const refused = await (await signe.get(`/personer/${people.karen}/ret`)).submit('Gem', change);
    assert.equal(refused.status, 422);
    assert.match(refused.text, /kun personen selv eller sekretariatet/);
  }
  assert.deepEqual(await mailOf(people.karen), { email: null, phone: null });
  const named = await (await signe.get(`/personer/${people.karen}/ret`)).submit('Gem', { name: 'Karen F. Friis' });
  assert.equal(named.status, 200);

  const resident = await (await signe.get(`/personer/${people.poul}/ret`)).submit('Gem', { email: 'pd@example.dk' });
  assert.equal(resident.status, 200);
  const own = await (await signe.get(`/personer/${people.signe}/ret`)).submit('Gem', { email: 'sk@example.dk' });
  assert.equal(own.status, 200);
  const karen = await house.signedIn(people.karen);
  await (await karen.get(`/personer/${people.signe}/ret`)).submit('Gem', { email: 'signe.k@example.dk' });
  assert.equal((await mailOf(people.signe))?.email, 'signe.k@example.dk');
});

test('a board constitutes itself with an odd number and one chair', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const signe = await house.signedIn(people.signe);
  const page = await signe.get(`/afdelinger/${people.departmentId}/bestyrelse?q=poul`);
  const office = (id: string) => `office.${id}`;
  const even = await page.submit('Konstituér', { seats: '4', [office(people.mette)]: 'chair' });
  assert.match(even.text, /Antallet skal være ulige/);
  const headless = await page.submit('Konstituér', { seats: '3', [office(people.mette)]: 'member' });
  assert.match(headless.text, /Vælg, hvem der er formand/);
  const done = await page.submit('Konstituér', {
    seats: '3',
    [office(people.mette)]: 'chair',
    [office(people.poul)]: 'member',
  });
  assert.equal(done.status, 200);
  const shown = await house.visitor().get(`/afdelinger/${people.departmentId}`);
  assert.match(shown.text, /Mette Holm, formand.*Poul Dahl.*1 ledig plads/s);
  house.clock.forward({ days: 1 });
  const next = await signe.get(`/afdelinger/${people.departmentId}/bestyrelse`);
  await next.submit('Konstituér', { seats: '3', [office(people.mette)]: '', [office(people.poul)]: 'chair' });
  const later = await house.visitor().get(`/afdelinger/${people.departmentId}`);
  assert.doesNotMatch(later.text, /Mette/);
  assert.match(later.text, /Poul Dahl, formand/);
});

test('a department without a board says that the organisation board acts', async () => {
  const house = await newHouse();
  const id = await house.tx((tx) => aDepartment(tx, { name: 'Rugmarken', number: '6', hasBoard: false }));
  assert.match((await house.visitor().get(`/afdelinger/${id}`)).text, /organisationsbestyrelsen, der handler/);
});

test('everybody changes their own details and how they are contacted', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const poul = await house.signedIn(people.poul);
  const page = await poul.get('/min-side');
  assert.match(page.text, /Kærhaven 1, st\. th/);
  const taken = await page.submit('Gem', { channel: 'paper', largePrint: 'ja' });
  assert.match(taken.text, /Tak\. Det er gemt/);
  const details = await house.tx((tx) =>
    tx.sql.selectFrom('contact_preference').selectAll().where('person_id', '=', people.poul).executeTakeFirst(),
  );
  assert.equal(details?.channel, 'paper');
  assert.equal(details?.large_print, true);
});

test('departments and organisations are written, and a wrong CVR number is caught', async () => {
  const house = await newHouse();
  const people = await lived(house);
  const signe = await house.signedIn(people.signe);
  const taken = await (await signe.get('/afdelinger/ny')).submit('Opret', { number: '1', name: 'Ny' });
  assert.match(taken.text, /En anden afdeling har det nummer/);
  const made = await (await signe.get('/afdelinger/ny')).submit('Opret', {
    number: '2',
    name: 'Engblommen',
    hasBoard: 'ja',
  });
  assert.match(made.text, /Engblommen/);
  const form = await signe.get('/organisationer/ny');
  const wrong = await form.submit('Gem', { kind: 'association', name: 'Beboerhuset', cvr: '12345678' });
  assert.match(wrong.text, /ikke et CVR-nummer/);
  const right = await form.submit('Gem', { kind: 'association', name: 'Beboerhuset', cvr: '10 15 08 17' });
  assert.match(right.text, /Beboerhuset/);
});
