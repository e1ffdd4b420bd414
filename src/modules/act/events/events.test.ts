import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { NEWS } from '../../../news.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { workOf } from '../../../schedule.ts';
import { testApp } from '../../../testing/app.ts';
import { testPost } from '../../../testing/post.ts';
import { aDepartment, aPerson, aTenancy } from '../../housing/seed.ts';
import { actingAs, anInitiative } from '../../initiatives/seed.ts';
import { eventsFigures } from './figures.ts';
import { anEvent, comes, verbs } from './seed.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const jobs = workOf(post.ways, NEWS).kinds;

/** Two departments; a consultant, a resident who drives an initiative, a board member, an ambassador and a neighbour. */
const house = await newHouse();
const people = await house.tx(async (tx) => {
  const one = await aDepartment(tx);
  const other = await aDepartment(tx, { number: '2', name: 'Møllevænget' });
  const lives = await aTenancy(tx, { departmentId: one });
  const next = await aTenancy(tx, { departmentId: one, number: '2', houseNumber: '2' });
  const poul = await aPerson(tx, { name: 'Poul Dahl', email: 'poul@example.dk', lives });
  return {
    one,
    other,
    poul,
    signe: await aPerson(tx, { name: 'Signe Højlund', email: 'signe@example.dk', roles: ['consultant'] }),
    karen: await aPerson(tx, { name: 'Karen Mose', email: 'karen@example.dk', lives: next, roles: ['board_member'] }),
    mette: await aPerson(tx, { name: 'Mette Holm', email: 'mette@example.dk', lives: next }),
    soup: await anInitiative(tx, { status: 'under_way', by: poul, departmentIds: [one] }),
  };
});

const as = <T>(personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T> =>
  house.tx(async (tx) => work(await actingAs(tx, personId)));
const place = (id: string, more = '') => `/arrangementer/${id}${more}`;
const subjects = async (address: string) => {
  await post.work(house, jobs);
  return (await post.to(address)).map(({ subject }) => subject);
};

test('a visitor signs the household up without an account, changes it and cancels by the link', async () => {
  const event = await as(people.signe, (tx) => anEvent(tx, { on: addDays(tx.today, 9) }));
  const visitor = house.visitor('10.1.0.1');
  const form = await visitor.get(place(event.id, '/tilmeld'));
  const wrong = await form.submit('Meld til', { name: 'Aya', adults: '2', children: '3' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /Skriv en e-mail eller et mobilnummer/);
  const mine = await wrong.submit('Meld til', { email: 'Aya@Example.dk', cameBy: 'neighbour' });
  assert.match(mine.text, /I har plads/);
  assert.match(mine.text, /2 voksne, 3 børn/);
  assert.deepEqual(await subjects('aya@example.dk'), ['Du er tilmeldt: Suppe i gården']);
  const [mail] = await post.to('aya@example.dk');
  const link = /min-tilmelding\/([2-9A-Z]{12})/.exec(mail?.text ?? '')?.[0] ?? assert.fail('no link in the mail');
  const again = await house.visitor('10.1.0.2').get(`/${link}`);
  assert.match((await again.submit('Gem', { adults: '1', children: '0' })).text, /1 voksen/);
  assert.match((await again.submit('Vi kommer ikke alligevel')).text, /I er meldt fra/);
  assert.equal((await house.visitor().fetch('/min-tilmelding/AAAABBBBCCCC')).status, 404);
  const [row] = await as(people.signe, (tx) => verbs.signUpsOf(tx, event.id));
  assert.deepEqual([row?.cameBy, row?.left], ['neighbour', true]);
});

test('the same form counts once, and two at the same moment cannot both have the last seats', async () => {
  const event = await as(people.signe, (tx) => anEvent(tx, { on: addDays(tx.today, 9), capacity: 4 }));
  const form = await house.visitor('10.2.0.1').get(place(event.id, '/tilmeld'));
  const fields = { name: 'Bo', adults: '2', email: 'bo@example.dk' };
  await form.submit('Meld til', fields);
  await form.submit('Meld til', fields);
  assert.equal((await as(people.signe, (tx) => verbs.signUpsOf(tx, event.id))).length, 1);
  const rivals = await Promise.all(
    ['10.2.0.2', '10.2.0.3'].map((address) => house.visitor(address).get(place(event.id, '/tilmeld'))),
  );
  await Promise.all(
    rivals.map((page, at) => page.submit('Meld til', { name: `Nr ${at}`, adults: '2', email: `r${at}@example.dk` })),
  );
  const rows = await as(people.signe, (tx) => verbs.signUpsOf(tx, event.id));
  assert.deepEqual(
    rows.map(({ placed }) => placed).toSorted((a, b) => Number(a) - Number(b)),
    [false, true, true],
  );
});

test('the waiting list moves up by itself, in its order, and they hear of it', async () => {
  const event = await as(people.signe, (tx) => anEvent(tx, { on: addDays(tx.today, 9), capacity: 4 }));
  const { first, line } = await as(people.signe, async (tx) => ({
    first: await comes(tx, event.id, { name: 'Først', adults: 3 }),
    line: [
      await comes(tx, event.id, { name: 'Stor', adults: 4, email: 'stor@example.dk' }),
      await comes(tx, event.id, { name: 'Lille', adults: 1, email: 'lille@example.dk' }),
    ],
  }));
  assert.deepEqual(
    line.map(({ placed }) => placed),
    [false, false],
  );
  assert.match((await house.visitor().get(place(event.id))).text, /Skriv jer på ventelisten/);
  await house
    .visitor()
    .get(`/min-tilmelding/${first.code}`)
    .then((mine) => mine.submit('Gem', { adults: '2' }));
  assert.ok((await subjects('lille@example.dk')).includes('Der er plads til jer: Suppe i gården'));
  assert.ok(!(await subjects('stor@example.dk')).some((one) => /plads til jer/.test(one)));
});

test('calling it off reaches everybody: by mail, by SMS, and on a list for those whom nobody can write to', async () => {
  const event = await as(people.poul, (tx) =>
    anEvent(tx, { on: addDays(tx.today, 3), initiativeId: people.soup, title: 'Bål i gården' }),
  );
  await as(people.poul, async (tx) => {
    await comes(tx, event.id, { name: 'Mail Madsen', email: 'mail@example.dk' });
    await comes(tx, event.id, { name: 'Sms Sørensen', phone: '+4512345678' });
    await comes(tx, event.id, { name: 'Papir Poulsen', home: 'nr. 5, 2. tv.' });
  });
  const his = await house.signedIn(people.poul);
  const form = await his.get(place(event.id, '/aflys'));
  assert.equal((await form.submit('Aflys, og giv besked')).status, 422);
  const told = await form.submit('Aflys, og giv besked', { reason: 'weather', words: 'Vi prøver igen i august.' });
  assert.match(told.text, /Besked sendt til 2\. 1 skal have besked af jer/);
  assert.match(told.text, /Papir/);
  assert.match(told.text, /nr\. 5, 2\. tv\./);
  assert.ok((await subjects('mail@example.dk')).includes('Aflyst: Bål i gården'));
  const { rows } = await db.pool.query("select 1 from outgoing where channel = 'sms' and address = '+4512345678'");
  assert.ok(rows.length >= 2, 'a receipt and the word that it is off');
  assert.match((await his.get('/din-tur')).text, /kan ikke nås på mail eller SMS/);
  const box = told.root.querySelector('input[name="told[]"]')?.getAttribute('value') ?? '';
  const done = await told.submit('Gem hak', { 'told[]': box });
  assert.match(done.text, /Alle har fået besked/);
  assert.doesNotMatch((await his.get('/din-tur')).text, /kan ikke nås på mail eller SMS/);
  const open = await house.visitor().get(place(event.id));
  assert.match(open.text, /Vejret|vejret/);
  assert.match(open.html, /EventCancelled/);
  assert.match((await house.visitor().get(`/initiativer/${people.soup}`)).text, /Arrangementet blev aflyst/);
});

test('another time reaches everybody, and who saves over another’s words is told', async () => {
  const event = await as(people.signe, (tx) => anEvent(tx, { on: addDays(tx.today, 9), title: 'Havedag' }));
  await as(people.signe, (tx) => comes(tx, event.id, { name: 'Ida', email: 'ida@example.dk' }));
  const her = await house.signedIn(people.signe);
  const form = await her.get(place(event.id, '/ret'));
  assert.match((await form.submit('Gem', { what: 'Tag handsker med.' })).text, /Rettelserne er gemt/);
  const stale = await form.submit('Gem', { starts: '10.00' });
  assert.equal(stale.status, 422);
  assert.match(stale.text, /En anden har rettet arrangementet imens/);
  assert.ok(!(await subjects('ida@example.dk')).some((one) => /Ny tid/.test(one)));
  const fresh = await her.get(place(event.id, '/ret'));
  assert.match((await fresh.submit('Gem', { starts: '10.00' })).text, /1 tilmelding får besked/);
  assert.ok((await subjects('ida@example.dk')).includes('Ny tid eller nyt sted: Havedag'));
});

test('staff see names, a neighbour who arranges sees first names, boards see figures, others nothing', async () => {
  const event = await as(people.poul, (tx) =>
    anEvent(tx, { on: addDays(tx.today, 9), initiativeId: people.soup, departmentIds: [people.one] }),
  );
  await as(people.poul, async (tx) => {
    for (const at of [1, 2, 3])
      await comes(tx, event.id, { name: `Åse Hemmelig${at}`, email: `aase${at}@example.dk`, cameBy: 'asked' });
    for (const cameBy of ['neighbour', 'poster', 'mail', 'other'] as const)
      await comes(tx, event.id, { name: 'Åse', adults: 5, cameBy });
  });
  const list = place(event.id, '/tilmeldte');
  const consultant = await (await house.signedIn(people.signe)).get(list);
  assert.match(consultant.text, /Åse Hemmelig1/);
  assert.match(consultant.text, /aase1@example\.dk/);
  const driver = await (await house.signedIn(people.poul)).get(list);
  assert.match(driver.text, /Åse/);
  assert.doesNotMatch(driver.html, /Hemmelig|aase1@/);
  const board = await house.signedIn(people.karen);
  const inside = await board.get(place(event.id, '/inde'));
  assert.match(inside.text, /26 personer fra 7 tilmeldinger/);
  assert.match(inside.text, /Jeg blev spurgt\s*6 personer/);
  assert.doesNotMatch(inside.html, /Åse|Hemmelig/);
  for (const path of ['/tilmeldte', '/liste', '/beskeder', '/ret', '/aflys'])
    assert.equal((await board.fetch(place(event.id, path))).status, 404, path);
  const neighbour = await house.signedIn(people.mette);
  for (const path of ['/inde', '/tilmeldte', '/liste'])
    assert.equal((await neighbour.fetch(place(event.id, path))).status, 404, path);
  assert.doesNotMatch((await neighbour.get(place(event.id))).html, /Åse|Hemmelig/);
});

test('a resident makes events of what they drive, and no others', async () => {
  const poul = await house.signedIn(people.poul);
  assert.equal((await poul.fetch('/arrangementer/ny')).status, 404);
  const inside = await poul.get(`/initiativer/${people.soup}/inde`);
  const form = await inside.follow('Sæt en dag på');
  const past = await form.submit('Sæt det på kalenderen', { on: '2020-01-01', starts: '17.30' });
  assert.equal(past.status, 422);
  assert.match(past.text, /Dagen er gået/);
  const on = addDays(await house.tx(async (tx) => tx.today), 20);
  const made = await past.submit('Sæt det på kalenderen', { on, starts: '17.30' });
  assert.match(made.text, /Det står på kalenderen/);
  assert.match((await house.visitor().get(`/initiativer/${people.soup}`)).text, /Arrangementer/);
  assert.equal(
    (await (await house.signedIn(people.mette)).fetch(`/arrangementer/ny?initiativ=${people.soup}`)).status,
    404,
  );
  assert.equal((await (await house.signedIn(people.karen)).fetch('/arrangementer/ny')).status, 200);
});

test('those who come are ticked at the door or afterwards, walk-ins are one tap, and the count stays when names go', async () => {
  const event = await as(people.signe, (tx) =>
    anEvent(tx, { on: tx.today, title: 'Fællesspisning', departmentIds: [people.one] }),
  );
  await as(people.signe, async (tx) => {
    await comes(tx, event.id, { name: 'Mette Holm', email: 'mette@example.dk', children: 2, cameBy: 'asked' });
    await comes(tx, event.id, { name: 'Ukendt', adults: 1 });
    await comes(tx, event.id, { name: 'Udebliver', adults: 1, email: 'ude@example.dk' });
  });
  const her = await house.signedIn(people.signe);
  const list = await her.get(place(event.id, '/tilmeldte'));
  assert.equal((await list.submit('Gem, hvor mange der kom')).status, 422, 'nobody is ticked yet');
  const boxes = list.root.querySelectorAll('input[type="checkbox"]').map((box) => box.getAttribute('name') ?? '');
  const here = await list.submit('Her', { [boxes[0]?.replace('came', 'adults') ?? '']: '1' });
  assert.match(here.text, /Mette er her/);
  const saved = await here.submit('Gem hak på denne side', { [boxes[1] ?? '']: 'ja' });
  assert.match(saved.text, /4 er her/);
  assert.match((await saved.submit('Jeg så en plakat', { adults: '5', children: '1' })).text, /6 talt/);
  const counted = await (await her.get(place(event.id, '/tilmeldte'))).submit('Gem, hvor mange der kom');
  assert.match(counted.text, /Der kom 10/);
  assert.match((await house.visitor().get(place(event.id))).text, /Der kom 7 voksne og 3 børn/);
  house.clock.forward({ days: 31 });
  await as(people.signe, (tx) => verbs.morning(tx));
  await as(people.signe, async (tx) => {
    assert.deepEqual(await verbs.signUpsOf(tx, event.id), []);
    const now = await verbs.eventById(tx, event.id);
    assert.deepEqual(
      [now?.count?.adults, now?.count?.absent, now?.count?.knownPeople, now?.count?.firstPeople],
      [7, 1, 3, 3],
    );
    const next = await anEvent(tx, { on: tx.today, title: 'Suppe igen', departmentIds: [people.one] });
    const known = await comes(tx, next.id, { name: 'Karen', email: 'karen@example.dk', cameBy: 'asked' });
    const fresh = await comes(tx, next.id, { name: 'Ny', phone: '+4587654321', adults: 5 });
    await verbs.checkIn(tx, next.id, {
      came: [
        { id: known.id, adults: 2, children: 0 },
        { id: fresh.id, adults: 5, children: 0 },
      ],
      not: [],
    });
    await verbs.countEvent(tx, next.id, { nobodyCame: false });
    // Karen lives where Mette does, who came last time: the home is known.
    const count = (await verbs.eventById(tx, next.id))?.count;
    assert.deepEqual([count?.knownPeople, count?.firstPeople, count?.knownHomes, count?.firstHomes], [7, 5, 2, 1]);
  });
  house.clock.forward({ days: 1 });
  const rows = await house.tx(async (tx) => {
    const span = { from: addDays(tx.today, -60), until: tx.today };
    const read = async (code: string) => (await eventsFigures.find((one) => one.code === code)?.rows(tx, span)) ?? [];
    const values = async (code: string) => (await read(code)).reduce((sum, one) => sum + one.value, 0);
    return {
      came: await values('event_participants'),
      first: await values('event_first_timers'),
      homes: new Set((await read('event_households')).map(({ who }) => who)).size,
      asked: (await read('events_came_asked')).map(({ value, of }) => [value, of]),
    };
  });
  assert.deepEqual(rows, {
    came: 17,
    first: 8,
    homes: 2,
    asked: [
      [3, 9],
      [2, 2],
    ],
  });
});

test('what the law asks waits for the organisers until it is done, and the house sets its own days', async () => {
  const her = await house.signedIn(people.signe);
  const rules = await her.get('/arrangementer/regler');
  assert.match(rules.text, /politi\.dk/);
  const saved = await rules.submit('Gem reglerne', { days_fire: '10', words_fire: 'Ring til Vesterby Brandvæsen' });
  assert.match(saved.text, /Reglerne er gemt/);
  const event = await as(people.signe, (tx) =>
    anEvent(tx, { on: addDays(tx.today, 30), title: 'Bålaften', aspects: ['fire', 'lottery'] }),
  );
  const before = await her.get('/din-tur');
  assert.doesNotMatch(before.text, /Spørg brandvæsenet/, 'it is due in twenty days: not all on the first evening');
  house.clock.forward({ days: 7 });
  await house.tx((tx) => verbs.morning(tx));
  const turn = await her.get('/din-tur');
  assert.match(turn.text, /Spørg brandvæsenet om bål og grill/);
  const inside = await her.get(place(event.id, '/inde'));
  assert.match(inside.text, /Ring til Vesterby Brandvæsen/);
  const fire = inside.root
    .querySelectorAll('button')
    .find((button) => /brandvæsenet/.test(button.getAttribute('aria-label') ?? ''))
    ?.closest('form');
  const token = Object.fromEntries(
    (fire?.querySelectorAll('input') ?? []).map((input) => [input.getAttribute('name'), input.getAttribute('value')]),
  );
  await her.post(fire?.getAttribute('action') ?? '', { ...token, gjort: 'ja' });
  assert.doesNotMatch((await her.get('/din-tur')).text, /Spørg brandvæsenet/);
  const plain = await her.get(place(event.id, '/ret'));
  await plain.submit('Gem', { 'aspects[]': [] });
  assert.doesNotMatch((await her.get(place(event.id, '/inde'))).text, /lotteri/);
});
