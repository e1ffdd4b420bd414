import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { SHEETS } from '../../../engines/sheet/identity.ts';
import type { Id } from '../../../kernel/id.ts';
import { NEWS } from '../../../news.ts';
import { workOf } from '../../../schedule.ts';
import { type House, testApp } from '../../../testing/app.ts';
import { testPost } from '../../../testing/post.ts';
import type { Page } from '../../../testing/reader.ts';
import { aGathering, aGuest } from '../../gatherings/seed.ts';
import { anOrganisation, aPerson } from '../../housing/seed.ts';
import { NUMBERS } from './rules/sheets.ts';
import type { Workshop, WorkshopWords } from './rules/workshop.ts';
import { aPhotoOf, aReadPhoto, aWorkshop, setTables, verbs } from './seed.ts';
import { answersOf, wordsOn } from './store/answers.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const jobs = workOf(post.ways, NEWS).kinds;

/** A house with two of the staff, and a workshop with one table that has its sheets. */
async function held(wanted: Partial<WorkshopWords> = {}) {
  const house = await newHouse();
  const made = await house.tx(async (tx) => {
    const signe = await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] });
    const karen = await aPerson(tx, { name: 'Karen Mose', roles: ['secretariat'] });
    const workshop = await aWorkshop(tx, wanted);
    const [table] = await setTables(tx, workshop, [null]);
    const pages = await verbs.printedPages(tx, workshop, table ? [table] : []);
    return { signe, karen, workshop, table: table ?? assert.fail(), pages };
  });
  return { house, ...made, place: `/workshops/${made.workshop.id}`, link: `/w/${made.workshop.code}` };
}

type Held = Awaited<ReturnType<typeof held>>;

const MARKS = { 'rammer.faelleshuse': 'V', 'rammer.legepladser': 'X' } as const;

async function sendPhoto({ house, link, pages }: Held, bytes?: Uint8Array, name = 'IMG_1.jpg'): Promise<Page> {
  const page = pages[0]?.page ?? assert.fail();
  const photo = bytes ?? (await aPhotoOf(page, MARKS));
  const visitor = house.visitor('10.2.0.1');
  return sendFile(await visitor.get(link), 'Send billeder', new File([new Uint8Array(photo)], name));
}

/** A picture that was sent and read already. */
async function isRead({ house, workshop, pages }: Held): Promise<void> {
  const printed = pages[0] ?? assert.fail();
  await house.tx((tx) => aReadPhoto(tx, workshop, printed, { marks: MARKS }));
}

async function sendFile(page: Page, button: string, photos: File, more = {}): Promise<Page> {
  return page.submit(button, { photos, ...more });
}

const answered = (house: House, workshop: Workshop) =>
  house.tx(async (tx) => Object.fromEntries((await answersOf(tx, workshop.id)).map((one) => [one.field, one.answer])));

test('from a workshop of one own to a settled sheet: themes, tables, print, picture, reading, confirmation', async () => {
  const house = await newHouse();
  const signe = await house.tx((tx) => aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] }));
  const host = await house.signedIn(signe);
  const empty = await (await host.get('/workshops/ny')).submit('Lav workshoppen', { name: '', on: '' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /Skriv, hvad workshoppen hedder/);
  const made = await empty.submit('Lav workshoppen', { name: 'Sammen i Kærhaven', on: '2026-05-03' });
  assert.match(made.text, /4 temaer, 30 felter/);
  const themes = await made.follow('Hvad der spørges om');
  const saved = await themes.submit('Gem temaerne', { 't0-questions': 'Hvad savner I?', 't3-gone': 'ja' });
  assert.match(saved.text, /3 temaer, 23 felter/);
  const tables = await (await saved.follow('Borde')).submit('Sæt borde op', { count: '1' });
  assert.match(tables.text, /Bordet er sat op/);
  const sheets = await (await host.get(`${made.path}/ark`)).submit('Lav ark');
  assert.match(sheets.text, /3 ark er lavet/);
  const pdf = await host.fetch(`${made.path}/ark/pdf?bord=1`);
  assert.equal(pdf.headers.get('content-type'), 'application/pdf');
  assert.ok((await pdf.arrayBuffer()).byteLength > 20_000);
});

test('a picture sent by the link, without an account, is read, confirmed by a person, and then gone', async () => {
  const at = await held();
  const { house, signe, workshop, place } = at;
  const sent = await sendPhoto(at);
  assert.match(sent.text, /Billedet bliver læst nu/);
  await post.work(house, jobs);
  const seen = await house.visitor('10.2.0.1').get(sent.path);
  assert.match(seen.text, /De fysiske rammer/);
  assert.match(seen.text, /Jeg kan se 8 af 8 felter/);
  assert.deepEqual(await answered(house, workshop), {}, 'nothing counts before a person says yes');
  const host = await house.signedIn(signe);
  const list = await host.get(`${place}/tast`);
  const check = await list.follow(/Ark \d+/.exec(list.text)?.[0] ?? assert.fail());
  const crops = check.root.querySelectorAll('svg.sheet-piece').length;
  assert.equal(crops, 1 + 8 + 3, 'the sheet, each box, and each field with words');
  const chosen = check.root.querySelector('input[name="b-rammer.legepladser"][checked]')?.getAttribute('value');
  assert.equal(chosen, 'X');
  const flat = check.root.querySelector('image')?.getAttribute('href') ?? '';
  const picture = await sharp(Buffer.from(await (await host.fetch(flat)).arrayBuffer())).metadata();
  assert.ok(picture.width > 1000 && picture.width < 1500, 'as large as it was photographed');
  assert.equal(picture.exif, undefined);
  const settled = await check.submit('Ja, sådan står der', {
    'w-rammer.note1': 'Flere bænke',
    'u-rammer.other1': 'ja',
  });
  assert.match(settled.text, /Arket er bekræftet, og billedet er slettet/);
  const answers = await answered(house, workshop);
  assert.equal(answers['rammer.faelleshuse'], 'V');
  assert.equal(answers['rammer.legepladser'], 'X');
  assert.equal(answers['rammer.haver'], 'empty');
  const words = await house.tx((tx) => wordsOn(tx, workshop.id));
  assert.deepEqual(
    words.map(({ field, words: said }) => [field, said]),
    [['rammer.note1', 'Flere bænke']],
  );
  assert.equal((await host.fetch(flat)).status, 404);
  assert.equal(await filesLeft(house), 0);
});

async function filesLeft(house: House): Promise<number> {
  return house.tx(async (tx) => {
    const row = tx.sql.selectFrom('file').select((select) => select.fn.countAll<number>().as('files'));
    return Number((await row.executeTakeFirstOrThrow()).files);
  });
}

test('place and time of the camera are not kept, a bomb is refused, and what is no sheet says what to do', async () => {
  const at = await held();
  const { house } = at;
  const holiday = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#7aa65a' } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitude: '55/1 40/1 0/1' } })
    .toBuffer();
  const sent = await sendPhoto(at, holiday);
  const kept = await house.tx((tx) => tx.sql.selectFrom('file_blob').select('content').executeTakeFirstOrThrow());
  assert.equal((await sharp(kept.content).metadata()).exif, undefined);
  await post.work(house, jobs);
  assert.match((await house.visitor().get(sent.path)).text, /Der er intet ark at se i billedet/);
  assert.match((await sendPhoto(at, new TextEncoder().encode('<svg/>'))).text, /Send et JPEG|Send et billede/);
  const bomb = await sharp({ create: { width: 12_000, height: 5_000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  assert.match((await sendPhoto(at, bomb, 'bombe.png')).text, /for mange punkter/);
});

test('where two must confirm, the second answers without seeing the first, and a quarrel is settled together', async () => {
  const at = await held({ twoPeople: true });
  const { house, signe, karen, workshop, place } = at;
  await isRead(at);
  const first = await house.signedIn(signe);
  const sheet = (await first.get(`${place}/tast`)).link('Ark');
  const one = await (await first.get(sheet)).submit('Ja, sådan står der', { 'b-rammer.haver': 'V' });
  assert.match(one.text, /Nu skal en anden se på arket/);
  assert.match((await first.get(sheet)).text, /En anden skal se på det/);
  const second = await house.signedIn(karen);
  const blind = await second.get(sheet);
  const shown = blind.root.querySelector('input[name="b-rammer.haver"][checked]')?.getAttribute('value');
  assert.equal(shown, 'empty', 'what the reader saw, not what Signe said');
  const quarrel = await blind.submit('Ja, sådan står der');
  assert.match(quarrel.text, /Se på det sammen/);
  assert.deepEqual(await answered(house, workshop), {});
  const settled = await quarrel.submit('Sådan er det', { 'b-rammer.haver': 'V' });
  assert.match(settled.text, /Arket er bekræftet/);
  assert.equal((await answered(house, workshop))['rammer.haver'], 'V');
});

test('a picture that nobody confirms goes when its days are over, and what was read stays', async () => {
  const at = await held({ pictureDays: 3 });
  const { house, signe, place } = at;
  await isRead(at);
  const tidy = jobs.find(({ name }) => name === 'workshops.tidy');
  assert.ok(tidy && 'run' in tidy);
  house.clock.forward({ days: 2 });
  await house.tx((tx) => tidy.run(tx, {}));
  assert.equal(await filesLeft(house), 2);
  house.clock.forward({ days: 2 });
  await house.tx((tx) => tidy.run(tx, {}));
  assert.equal(await filesLeft(house), 0);
  const host = await house.signedIn(signe);
  const check = await host.get((await host.get(`${place}/tast`)).link('Ark'));
  assert.match(check.text, /Der er intet billede af arket/);
  assert.ok(check.root.querySelector('input[name="b-rammer.faelleshuse"][value="V"][checked]'));
});

test('what came by SMS is put in by the office, and a sheet that could not be read is named by hand', async () => {
  const { house, signe, place } = await held();
  const host = await house.signedIn(signe);
  const blurred = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#bbb' } })
    .jpeg()
    .toBuffer();
  const photos = new File([new Uint8Array(blurred)], 'sms.jpg');
  const without = await sendFile(await host.get(`${place}/billeder`), 'Læg billederne ind', photos);
  assert.match(without.text, /Vælg, hvordan billedet kom/);
  const put = await sendFile(without, 'Læg billederne ind', photos, { cameBy: 'sms' });
  assert.match(put.text, /Billedet er her og bliver læst/);
  await post.work(house, jobs);
  const list = await host.get(`${place}/billeder`);
  assert.match(list.text, /På sms/);
  const sheet = list.root.querySelectorAll('select[name="sheet"] option')[1]?.getAttribute('value') ?? '';
  const named = await list.submit('Det er dette ark', { sheet });
  assert.match(named.text, /Nu kan du taste arket/);
  assert.ok(named.root.querySelector('.sheet-picture img'));
});

test('those invited see their own workshop and no other, and nobody else sees any', async () => {
  const { house, workshop, place } = await held();
  const { nanna, mette, other } = await house.tx(async (tx) => {
    const from = await anOrganisation(tx);
    const gathering = await aGathering(tx, { organisations: [from] });
    const nanna = await aGuest(tx, gathering, { name: 'Nanna Riis', organisationId: from });
    const mette = await aPerson(tx, { name: 'Mette Bæk', roles: ['organisation_board'] });
    const other = await aWorkshop(tx, { name: 'Deres', gatheringId: gathering.id });
    await invite(tx, workshop.id, mette);
    return { nanna, mette, other };
  });
  const guest = await house.signedIn(nanna);
  const invited = await guest.get(`/workshops/${other.id}`);
  assert.match(invited.text, /Send et billede/);
  const wall = await invited.follow('Åbn væggen');
  assert.equal(wall.status, 200, 'who is signed in as a guest comes as far as who is not');
  assert.equal((await guest.fetch(`/w/${other.code}`)).status, 200);
  assert.equal((await guest.fetch(place)).status, 404);
  assert.match((await guest.get('/workshops')).text, /Deres/);
  const member = await house.signedIn(mette);
  assert.equal((await member.fetch(place)).status, 200);
  assert.equal((await member.fetch(`/workshops/${other.id}`)).status, 404);
  for (const part of ['ret', 'skabelon', 'borde', 'ark', 'billeder', 'tast'])
    assert.equal((await member.fetch(`${place}/${part}`)).status, 404, part);
});

async function invite(
  tx: Parameters<typeof aWorkshop>[0],
  workshop: Id<'workshop'>,
  person: Id<'person'>,
): Promise<void> {
  const row = { tenant_id: tx.tenant.id, workshop_id: workshop, person_id: person, person_name: 'Mette Bæk' };
  await tx.sql
    .insertInto('workshop_invitation')
    .values({ ...row, invited_at: tx.now })
    .execute();
}

test('the house counts sheets by as many numbers as the markers can tell apart', () => {
  assert.equal(NUMBERS, SHEETS);
});
