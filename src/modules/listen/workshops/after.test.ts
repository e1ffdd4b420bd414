import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../../../kernel/id.ts';
import { NEWS } from '../../../news.ts';
import { workOf } from '../../../schedule.ts';
import { type House, testApp } from '../../../testing/app.ts';
import { testPost } from '../../../testing/post.ts';
import type { Page } from '../../../testing/reader.ts';
import { anOrganisation, aPerson } from '../../housing/seed.ts';
import { initiativeById } from '../../initiatives/public.ts';
import type { WorkshopWords } from './rules/workshop.ts';
import { aWorkshop, setTables, verbs } from './seed.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const jobs = workOf(post.ways, NEWS).kinds;
const DAY = 86_400_000;
type Answers = Readonly<Record<string, 'V' | 'X'>>;

/** A house whose workshop has a table for each organisation (or mixed ones), and on its first theme what each answered. */
async function held(tables: readonly Answers[], wanted: Partial<WorkshopWords> & { readonly mixed?: boolean } = {}) {
  const { mixed = true, ...words } = wanted;
  const house = await newHouse();
  const made = await house.tx(async (tx) => {
    const signe = await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] });
    const workshop = await aWorkshop(tx, words);
    const houses: (Id<'organisation'> | null)[] = [];
    for (const at of tables.keys())
      houses.push(mixed ? null : await anOrganisation(tx, { name: `Boligforeningen Nr. ${at + 1}` }));
    return { signe, workshop, tables: await setTables(tx, workshop, houses) };
  });
  const at = { house, ...made, place: `/workshops/${made.workshop.id}`, link: `/w/${made.workshop.code}` };
  for (const [number, answers] of tables.entries()) await confirm(at, number, answers);
  return { ...at, host: await house.signedIn(made.signe) };
}

async function confirm(
  at: Pick<Awaited<ReturnType<typeof held>>, 'house' | 'workshop' | 'tables'>,
  number: number,
  answers: Answers,
  words: Readonly<Record<string, string>> = {},
  page = 0,
): Promise<void> {
  const table = at.tables[number] ?? assert.fail();
  const said = [
    ...Object.entries(answers).map(([field, answer]) => ({ field, answer, words: null })),
    ...Object.entries(words).map(([field, text]) => ({ field, answer: null, words: text })),
  ];
  await at.house.tx((tx) => verbs.enterAtTable(tx, at.workshop, table, page, said));
}

const GENERATIONS = 'Boliger, hvor generationer bor sammen';
const X: Answers = { 'rammer.generationer': 'X', 'rammer.faelleshuse': 'V' };

test('the wall counts along from the first sheet, with no names, and whoever has not the link does not find it', async () => {
  const { house, link } = await held([X, { 'rammer.generationer': 'V' }]);
  const wall = await house.visitor().get(`${link}/vaeg`);
  assert.match(wall.text, /0 af 2 borde er talt med/, 'three of four themes of each are missing');
  const row = wall.root.querySelectorAll('.heat tr').find((one) => one.text.includes(GENERATIONS));
  assert.deepEqual(
    row?.querySelectorAll('td').map((cell) => cell.text.trim()),
    ['1', '1'],
  );
  assert.equal(wall.root.querySelector('[data-live]')?.getAttribute('id'), 'vaeggen');
  assert.equal((await house.visitor().get('/w/AAAAAAAA/vaeg')).status, 404);
});

test('with four organisations nobody but staff sees sums, with five they do; below five nothing is compared', async () => {
  const four = await held([X, X, X, X], { mixed: false });
  const before = await four.house.visitor().get(`${four.link}/vaeg`);
  assert.equal(before.root.querySelector('.heat'), null);
  assert.match(before.text, /når mindst 5 har svaret/);
  assert.match((await four.host.get(`${four.place}/resultat`)).text, /Kun I ser tallene nu/);
  assert.equal((await four.host.fetch(`${four.place}/resultat/excel`)).status, 200);
  const five = await held([X, X, X, X, X], { mixed: false });
  const after = await five.house.visitor().get(`${five.link}/vaeg`);
  assert.match(after.text, /5 kunne, 0 gør det/);
  assert.doesNotMatch(after.text, /Boligforeningen Nr/);
});

test('those who take part see the result when it is released, their own sheet alone, and guests of nothing see nothing', async () => {
  const { house, host, place, workshop, tables } = await held([X, X, X, X, X], { mixed: false });
  const [mine, theirs] = tables;
  const email = post.newAddress();
  const poul = await house.tx((tx) => aPerson(tx, { name: 'Poul Erik Munk', email }));
  const stranger = await house.tx((tx) => aPerson(tx, { name: 'Samira Haddad' }));
  const invited = await host.get(`${place}/inviterede`);
  await invited.submit('Inviter', { name: 'Poul Erik Munk', contact: email, table: mine?.id ?? '' });
  const reader = await house.signedIn(poul);
  assert.match((await reader.get(`${place}/resultat`)).text, /har ikke vist resultatet endnu/);
  assert.equal((await reader.fetch(`${place}/resultat/eget/${mine?.id}`)).status, 404);
  await (await host.get(`${place}/resultat`)).submit('Vis resultatet for deltagerne');
  assert.match((await reader.get(`${place}/resultat`)).text, /5 stemmer er talt med\. Der er 5 borde i alt/);
  const own = await reader.fetch(`${place}/resultat/eget/${mine?.id}`);
  assert.equal(own.headers.get('content-type'), 'application/pdf');
  assert.equal((await reader.fetch(`${place}/resultat/eget/${theirs?.id}`)).status, 404);
  assert.equal((await reader.fetch(`${place}/resultat/excel`)).status, 404);
  assert.equal((await (await house.signedIn(stranger)).get(`${place}/resultat`)).status, 404);
  assert.equal((await (await house.signedIn(stranger)).get(`/workshops/${workshop.id}/citater`)).status, 404);
});

test('several X become initiatives at once, the thread says where from, and a second press makes none', async () => {
  const at = await held([{ ...X, 'rammer.haver': 'X' }, X]);
  const { host, place, workshop } = at;
  const onward = await host.get(`${place}/videre`);
  const none = await onward.submit('Lav initiativer');
  assert.equal(none.status, 422);
  assert.match(none.text, /Sæt flueben ved mindst én ting/);
  const boxes = { 'boxes[]': ['rammer.generationer', 'rammer.haver'] };
  const made = await onward.submit('Lav initiativer', boxes);
  assert.match(made.text, /2 initiativer er lavet/);
  assert.match(
    (await host.post(`${place}/videre`, { ...boxes, ...token(made) })).text,
    /Det er initiativer i forvejen/,
  );
  const thread = await made.follow(GENERATIONS);
  assert.match(thread.text, /2 satte X \(det kunne vi\), 0 satte V/);
  assert.match(thread.text, new RegExp(workshop.name));
  assert.match(thread.text, /Det blev sagt på en workshop/);
});

const token = (page: Page) => {
  const field = page.root.querySelector('input[type="hidden"]');
  return { [field?.getAttribute('name') ?? '']: field?.getAttribute('value') ?? '' };
};

test('a note goes onward as an initiative whose words stay inside until the table says yes, or as an idea', async () => {
  const at = await held([X]);
  const { house, host, place } = at;
  await confirm(at, 0, X, { 'rammer.note1': 'Fælleshuset står tomt', 'rammer.other1': 'En sauna' });
  const onward = await host.get(`${place}/videre`);
  const one = onward.root.querySelector('button[value^="words:"][aria-label*="Fælleshuset"]');
  const made = await host.post(`${place}/videre`, { one: one?.getAttribute('value') ?? '', ...token(onward) });
  assert.match(made.text, /1 initiativ er lavet/);
  const href = made.link('Skrevet på et ark: De fysiske rammer');
  const publicly = await house.visitor().get(href);
  assert.match(publicly.text, /En note på et ark fra en workshop/);
  assert.doesNotMatch(publicly.html, /Skrevet ved et bord|står tomt/);
  const id = href.split('/').at(-1) as Id<'initiative'>;
  const kept = await house.tx((tx) => initiativeById(tx, id));
  assert.match(kept?.origins[0]?.sentence ?? '', /”Fælleshuset står tomt” Skrevet ved et bord/);
  const words = made.root.querySelector('input[name="words[]"]')?.getAttribute('value') ?? '';
  const laid = await made.submit('Læg dem ind som idéer', { 'words[]': words });
  assert.match(laid.text, /1 idé er lagt ind/);
});

test('a quote is shown when its own table says yes, and gone again at a no', async () => {
  const at = await held([X, X]);
  const { house, host, place, link } = at;
  await confirm(at, 0, X, { 'rammer.note1': 'Bank på døren' });
  const quotes = await host.get(`${place}/citater`);
  const words = quotes.root.querySelector('input[name="words[]"]')?.getAttribute('value') ?? '';
  assert.match((await quotes.submit('Spørg bordene', { 'words[]': words })).text, /Bordet er spurgt/);
  const onWall = async () => (await house.visitor().get(`${link}/vaeg`)).text.includes('Bank på døren');
  const waits = async () => (await host.get('/din-tur')).text.includes('citater, som venter på et ja');
  assert.deepEqual([await onWall(), await waits()], [false, true]);
  const [mine, theirs] = at.tables;
  const other = await house.visitor().get(`/b/${theirs?.code}/citater`);
  const asked = await (await house.visitor().get(link)).follow('Bord 1: Må vi vise noget');
  assert.equal(asked.root.querySelector('button[value="yes"]'), null, 'whoever has the link is no table');
  const quoted = await (await asked.submit('Kom ind', { kode: mine?.code ?? '' })).follow('Må vi vise jeres ord?');
  const action = quoted.root.querySelector('form[action*="/citater/"]')?.getAttribute('action') ?? '';
  const theirPlace = action.replace(mine?.code ?? '', theirs?.code ?? '');
  assert.equal((await other.reader.post(theirPlace, { answer: 'yes' })).status, 404);
  const yes = await quoted.submit('Ja, vis det');
  assert.deepEqual([await onWall(), await waits()], [true, false]);
  await yes.submit('Nej, lad være');
  assert.equal(await onWall(), false);
});

test('who says their first step is asked once, ninety days later, and can answer without an account', async () => {
  const { house, signe, place, link } = await held([X]);
  const email = post.newAddress();
  const form = await house.visitor().get(`${link}/skridt`);
  const empty = await form.submit('Det gør jeg', { step: '', stepName: 'Poul', stepContact: 'ved ikke' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Skriv, hvad du vil gøre først/);
  assert.match(empty.text, /navn@eksempel\.dk/);
  assert.equal(empty.root.querySelector('input[name="stepName"]')?.getAttribute('value'), 'Poul');
  const flood = post.newAddress();
  for (const step of ['Et', 'To', 'Tre']) await form.submit('Det gør jeg', { step, stepContact: flood });
  assert.match((await form.submit('Det gør jeg', { step: 'Fire', stepContact: flood })).text, /tre skridt/);
  await empty.submit('Det gør jeg', { step: 'Ringer til kommunen', stepName: 'Poul', stepContact: email });
  await form.submit('Det gør jeg', { step: 'Banker på hos naboen' });
  const wall = await house.visitor().get(`${link}/vaeg`);
  assert.match(wall.text, /Ringer til kommunen/);
  assert.doesNotMatch(wall.text, /Poul/);
  await post.work(house, jobs);
  assert.equal((await post.to(flood)).length, 1, 'one receipt, however many steps');
  house.clock.set(new Date(house.clock.now().getTime() + 89 * DAY));
  await morning(house);
  assert.equal((await post.to(email)).length, 1, 'the receipt alone');
  house.clock.set(new Date(house.clock.now().getTime() + 1 * DAY));
  await morning(house);
  await morning(house);
  const [asked, ...more] = await post.to(email);
  assert.equal(more.length, 1);
  assert.match(asked?.text ?? '', /Ringer til kommunen/);
  const path = /mit-skridt\/[\w-]+/.exec(asked?.text ?? '')?.[0] ?? assert.fail();
  const told = await (await house.visitor().get(`/${path}`)).submit('Send svaret', {
    outcome: 'done',
    words: 'De kom!',
  });
  assert.match(told.text, /Tak, fordi du fortalte det/);
  const host = await house.signedIn(signe);
  assert.match((await host.get('/din-tur')).text, /spørge, hvordan det gik med nogle første skridt/);
  const steps = await host.get(`${place}/skridt`);
  assert.match(steps.text, /Det er gjort/);
  await steps.submit('Gem', { outcome: 'not_yet' });
  assert.doesNotMatch((await host.get('/din-tur')).text, /nogle første skridt/);
  const hidden = await steps.submit('Skjul på væggen');
  assert.match(hidden.text, /skjult på væggen/);
  assert.doesNotMatch((await house.visitor().get(`${link}/vaeg`)).text, /Banker på/);
});

async function morning(house: House): Promise<void> {
  const job = jobs.find(({ name }) => name === 'workshops.morning');
  if (!job || !('run' in job)) assert.fail('no such job');
  await house.tx((tx) => job.run(tx, {}));
  await post.work(house, jobs);
}

test('a minute after the last sheet the wall shows the largest gaps, and gathers names that staff alone see', async () => {
  const at = await held([X]);
  const { house, host, place, link } = at;
  await post.work(house, jobs);
  assert.doesNotMatch((await house.visitor().get(`${link}/vaeg`)).text, /Hvem vil være med/);
  for (const page of [1, 2, 3]) await confirm(at, 0, {}, {}, page);
  await post.work(house, jobs);
  assert.match((await house.visitor().get(`${link}/vaeg`)).text, /Om lidt ser vi/);
  house.clock.set(new Date(house.clock.now().getTime() + 61_000));
  await post.work(house, jobs);
  const wall = await house.visitor().get(`${link}/vaeg`);
  assert.match(wall.text, /Hvem vil være med\?/);
  assert.match(wall.text, /Ingen endnu/);
  assert.ok(wall.root.querySelector('svg.qr-code[aria-label*="/vaer-med"]'));
  const join = await house.visitor().get(`${link}/vaer-med`);
  assert.equal((await join.submit('Jeg vil være med', { name: '', contact: '' })).status, 422);
  const choice = join.root.querySelector('input[name="choices[]"]')?.getAttribute('value') ?? '';
  const who = { 'choices[]': choice, name: 'Mette Lauridsen', contact: '20 30 40 50' };
  assert.match((await join.submit('Jeg vil være med', who)).text, /Du er skrevet på/);
  await join.submit('Jeg vil være med', who);
  const counted = await house.visitor().get(`${link}/vaeg`);
  assert.match(counted.text, /1 er med/);
  assert.doesNotMatch(counted.text, /Mette/);
  const names = await host.get(`${place}/valgt`);
  assert.match(names.text, /Mette Lauridsen, 20 30 40 50/);
  const gone = await names.submit('Tag ned');
  assert.doesNotMatch(gone.text, /Mette Lauridsen/);
});

test('the plan is one paper with programme, tables, list and checklist; the telephone says which table is missing', async () => {
  const { house, host, place } = await held([X, X]);
  const plan = await host.get(`${place}/plan`);
  const wrong = await plan.submit('Sæt på programmet', { startsAt: 'aften', title: 'Velkomst' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /for eksempel 17\.30/);
  const added = await wrong.submit('Sæt på programmet', { startsAt: '17.30', title: 'Velkomst', who: 'Signe' });
  assert.match(added.text, /17\.30/);
  const ticked = await added.submit('Gem tjeklisten', { 'done[]': ['tables', 'pens'] });
  assert.equal(ticked.root.querySelectorAll('input[name="done[]"][checked]').length, 2);
  const pdf = await host.fetch(`${place}/plan/pdf`);
  assert.equal(pdf.headers.get('content-type'), 'application/pdf');
  const total = await host.fetch(`${place}/resultat/pdf`);
  assert.equal(total.headers.get('content-type'), 'application/pdf');
  const phone = await host.get(`${place}/saml-ind`);
  assert.match(phone.text, /Bord 1 mangler 3 temaer/);
  assert.match((await house.visitor().get(`${place}/saml-ind`)).text, /Log ind/);
});
