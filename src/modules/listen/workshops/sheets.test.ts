import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../../../kernel/id.ts';
import { testApp } from '../../../testing/app.ts';
import type { Page } from '../../../testing/reader.ts';
import { loadActor } from '../../housing/public.ts';
import { anOrganisation, aPerson } from '../../housing/seed.ts';
import { checkSheet } from './commands/checking.ts';
import { namePhoto, receivePhoto, removePhotos } from './commands/photos.ts';
import { makeSheets } from './commands/printing.ts';
import { saveTemplate } from './commands/workshops.ts';
import type { Photo } from './rules/sheets.ts';
import { wordsOf } from './rules/template.ts';
import { aPhotoOf, aReadPhoto, aWorkshop, confirmAll, setTables, verbs } from './seed.ts';
import { anyPhoto, photoPage, saveReading } from './store/photos.ts';
import { invitationsOf } from './store/plan.ts';
import { editionsOf, printedSheets, standingOf } from './store/sheets.ts';
import { workshopById } from './store/workshops.ts';

const { newHouse } = await testApp();

/** A house with one of the staff, and a workshop with a table that has its sheets. */
async function held() {
  const house = await newHouse();
  const made = await house.tx(async (tx) => {
    const signe = await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] });
    const workshop = await aWorkshop(tx);
    const [table] = await setTables(tx, workshop, [null]);
    const pages = await verbs.printedPages(tx, workshop, table ? [table] : []);
    return { signe, workshop, table: table ?? assert.fail(), pages };
  });
  return { house, ...made, place: `/workshops/${made.workshop.id}`, host: await house.signedIn(made.signe) };
}
type Held = Awaited<ReturnType<typeof held>>;

const photoOf = async ({ house, workshop }: Held): Promise<Photo> => {
  const { rows } = await house.tx((tx) => photoPage(tx, workshop.id, 1));
  return rows[0] ?? assert.fail('no picture');
};

async function send({ house, workshop, table, pages }: Held): Promise<Id<'workshop_photo'>> {
  const page = pages[0]?.page ?? assert.fail();
  const clean = { bytes: await aPhotoOf(page, {}, { pixelsPerMillimetre: 1 }), name: 'a.jpg' };
  const sha256 = new Uint8Array(32).fill(7);
  const sent = { clean: { ...clean, sha256 }, cameBy: 'link' as const, tableId: table.id };
  const received = await house.tx((tx) => receivePhoto(tx, workshop, sent));
  return received.ok ? received.value : assert.fail(received.refusal);
}

const isAsked = async ({ host }: Held): Promise<boolean> =>
  (await host.get('/din-tur')).text.includes('ark, som venter på');

test('a table is taken away with a place at it, but not what somebody has sent from it', async () => {
  const at = await held();
  const { house, workshop, host, place } = at;
  const asked = {
    personName: 'Birgit',
    email: null,
    phone: null,
    organisationId: null,
    part: 'table_host',
    came: true,
  };
  await house.tx(async (tx) => {
    await verbs.addTables(tx, workshop.id, [
      { name: '', organisationId: null },
      { name: '', organisationId: null },
    ]);
    const [, empty, sentFrom] = await verbs.tablesOf(tx, workshop.id);
    await verbs.invite(tx, workshop, { ...asked, part: 'table_host', tableId: empty?.id ?? null });
    const photo = { clean: { bytes: PNG, name: 'a.png', sha256: new Uint8Array(32).fill(1) }, cameBy: 'link' as const };
    assert.ok((await receivePhoto(tx, workshop, { ...photo, tableId: sentFrom?.id ?? null })).ok);
  });
  const [, empty, sentFrom] = await house.tx((tx) => verbs.tablesOf(tx, workshop.id));
  const tables = await host.get(`${place}/borde`);
  const removed = await host.post(`${place}/borde/${empty?.id}/fjern`, token(tables));
  assert.match(removed.text, /Bord 2 er fjernet/);
  const [birgit] = await house.tx((tx) => invitationsOf(tx, workshop.id));
  assert.deepEqual([birgit?.personName, birgit?.tableId], ['Birgit', null]);
  const kept = await host.post(`${place}/borde/${sentFrom?.id}/fjern`, token(removed));
  assert.equal(kept.status, 422);
  assert.match(kept.text, /Bordet har ark eller billeder/);
});

// One grey point.
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg==',
  'base64',
);

const token = (page: Page) => {
  const field = page.root.querySelector('input[type="hidden"]');
  return { [field?.getAttribute('name') ?? '']: field?.getAttribute('value') ?? '' };
};

test('a picture that is named after its sheet was confirmed is looked at; one that is being read cannot be named', async () => {
  const at = await held();
  const { house, signe, workshop, table, host, place } = at;
  const id = await send(at);
  const [sheet] = await house.tx((tx) => printedSheets(tx, workshop.id));
  assert(sheet);
  const name = async () => {
    const photo = await photoOf(at);
    return house.tx((tx) => namePhoto(tx, workshop, photo, sheet));
  };
  assert.equal(await name(), false, 'the reader is at it');
  const busy = await host.post(`${place}/billeder/${id}/hvilket`, {
    sheet: sheet.id,
    ...token(await host.get(place)),
  });
  assert.deepEqual([busy.status, /bliver læst lige nu/.test(busy.text)], [422, true]);
  const read = { outcome: 'reject' as const, reason: 'not-found', sheetId: null, flatFileId: null, ms: 700 };
  await house.tx((tx) => saveReading(tx, id, read));
  house.clock.forward({ minutes: 1 });
  const actor = (await house.tx((tx) => loadActor(tx, signe))) ?? assert.fail();
  await house.as(actor, (tx) => confirmAll(tx, workshop, [{ table, page: 0, said: [] }]));
  assert.equal(await isAsked(at), false);
  assert.equal(await name(), true);
  const now = await house.tx((tx) => standingOf(tx, workshop.id, sheet.id));
  assert.deepEqual([now?.confirmed, now?.changed], [true, true]);
  assert.equal(await isAsked(at), true);
  assert.match((await host.get(`${place}/tast/${sheet.id}`)).text, /nyt billede, efter at arket blev bekræftet/);
});

test('when the last picture that waits is taken away, nobody is asked to look at it', async () => {
  const at = await held();
  const { house, workshop } = at;
  const id = await send(at);
  const [sheet] = await house.tx((tx) => printedSheets(tx, workshop.id));
  const read = { outcome: 'retake' as const, reason: 'blurred', sheetId: null, flatFileId: null, ms: 700 };
  await house.tx((tx) => saveReading(tx, id, read));
  const photo = await photoOf(at);
  await house.tx((tx) => namePhoto(tx, workshop, photo, sheet ?? assert.fail()));
  assert.equal(await isAsked(at), true);
  await house.tx((tx) => removePhotos(tx, workshop, [photo]));
  assert.equal(await isAsked(at), false);
});

test('a picture that was taken away by mistake can be sent again; one that is confirmed is not asked about twice', async () => {
  const at = await held();
  const { house, signe, workshop, table, pages } = at;
  const id = await send(at);
  await house.tx((tx) =>
    saveReading(tx, id, { outcome: 'read', reason: '', sheetId: null, flatFileId: null, ms: 700 }),
  );
  const photo = await photoOf(at);
  await house.tx((tx) => removePhotos(tx, workshop, [photo]));
  assert.equal(await send(at), id);
  const again = await house.tx((tx) => anyPhoto(tx, id));
  assert.deepEqual([again?.outcome, again?.gone, again?.fileId !== null], [null, false, true]);
  await house.tx((tx) => aReadPhoto(tx, workshop, pages[1] ?? assert.fail(), { marks: {} }));
  const actor = (await house.tx((tx) => loadActor(tx, signe))) ?? assert.fail();
  await house.as(actor, (tx) => confirmAll(tx, workshop, [{ table, page: 1, said: [] }]));
  const { sha256 } = await house.tx((tx) =>
    tx.sql.selectFrom('workshop_photo').select('sha256').where('gone_why', '=', 'confirmed').executeTakeFirstOrThrow(),
  );
  const clean = { bytes: PNG, name: 'a.png', sha256 };
  const late = await house.tx((tx) => receivePhoto(tx, workshop, { clean, cameBy: 'link', tableId: null }));
  const kept = late.ok ? await house.tx((tx) => anyPhoto(tx, late.value)) : null;
  assert.equal(kept?.gone, true);
});

test('a quote hangs as long as the sheet says so: a name that is corrected away is gone from the wall as well', async () => {
  const at = await held();
  const { house, workshop, table } = at;
  const say = (words: Readonly<Record<string, string>>) =>
    house.tx((tx) =>
      verbs.enterAtTable(
        tx,
        workshop,
        table,
        0,
        Object.entries(words).map(([field, said]) => ({ field, answer: null, words: said })),
      ),
    );
  const onWall = async () => (await house.visitor().get(`/w/${workshop.code}/vaeg`)).text;
  await say({ 'rammer.note1': 'Aksel kan det', 'rammer.other1': 'En sauna' });
  await house.tx(async (tx) => {
    await verbs.askForQuotes(tx, workshop, await verbs.wordsOn(tx, workshop.id));
    for (const quote of await verbs.quotesOf(tx, workshop.id)) await verbs.answerForTable(tx, workshop, quote, true);
  });
  assert.match(await onWall(), /Aksel kan det/);
  await say({ 'rammer.note1': 'En nabo kan det', 'rammer.other1': 'En sauna' });
  const wall = await onWall();
  assert.doesNotMatch(wall, /Aksel|En nabo/);
  assert.match(wall, /En sauna/, 'what is said as before stays');
});

test('themes whose letters cannot be printed are not; the tables answer them on a telephone', async () => {
  const { house, workshop, host, place, table } = await held();
  const [theme, ...rest] = wordsOf(workshop.template).themes;
  assert(theme);
  const tamil = { ...wordsOf(workshop.template), lang: 'ta', themes: [{ ...theme, title: 'வணக்கம்' }, ...rest] };
  await house.tx((tx) => saveTemplate(tx, workshop, tamil, workshop.version));
  const refused = await (await host.get(`${place}/ark`)).submit('Lav ark', { spares: '1' });
  assert.deepEqual([refused.status, /latinske, kyrilliske og arabiske/.test(refused.text)], [422, true]);
  assert.equal((await house.visitor().get(`/b/${table.code}`)).status, 200);
});

test('a spare of a smaller edition that a table used does not lower what it must hand in', async () => {
  const { house, signe, workshop, table } = await held();
  const host = (await house.tx((tx) => loadActor(tx, signe))) ?? assert.fail();
  const words = wordsOf(workshop.template);
  const room = await house.as(host, async (tx) => {
    await saveTemplate(tx, workshop, { ...words, themes: words.themes.slice(0, 1) }, workshop.version);
    const now = (await workshopById(tx, workshop.id)) ?? assert.fail();
    await makeSheets(tx, now, { tables: [], spares: 1 });
    const spare = (await printedSheets(tx, workshop.id)).find((sheet) => sheet.spare) ?? assert.fail();
    const standing = (await standingOf(tx, workshop.id, spare.id)) ?? assert.fail();
    const edition = (await editionsOf(tx, workshop.id)).at(-1) ?? assert.fail();
    const checked = await checkSheet(tx, now, standing, edition, {
      said: [],
      tableId: table.id,
      seen: null,
      pictures: null,
    });
    assert.ok(checked.ok);
    return verbs.roomOf(tx, now);
  });
  assert.deepEqual(room.missing, [{ number: 1, left: [1, 2, 3], all: false }]);
  const own = await house.visitor().get(`/b/${table.code}`);
  assert.ok(own.link(words.themes[3]?.title ?? ''), 'the telephone asks what their own paper does');
});

test('a workshop does not end before it begins; a time may be written with a full stop', async () => {
  const { host, place } = await held();
  const wrong = await (await host.get(`${place}/ret`)).submit('Gem', { startsAt: '17.00', endsAt: '9.30' });
  assert.deepEqual([wrong.status, /slutter, før den begynder/.test(wrong.text)], [422, true]);
  assert.equal(wrong.root.querySelector('input[name="endsAt"]')?.getAttribute('value'), '9.30');
  assert.match((await wrong.submit('Gem', { startsAt: '9.30', endsAt: '17.00' })).text, /09\.30/);
});

test('the wall promises what the room may join in only where there is something to show', async () => {
  const { house } = await held();
  const { workshop, table } = await house.tx(async (tx) => {
    const opened = await aWorkshop(tx);
    const [seated] = await setTables(tx, opened, [await anOrganisation(tx)]);
    return { workshop: opened, table: seated ?? assert.fail() };
  });
  for (const page of [0, 1, 2, 3])
    await house.tx((tx) =>
      verbs.enterAtTable(tx, workshop, table, page, [{ field: 'rammer.haver', answer: 'X', words: null }]),
    );
  const wall = await house.visitor().get(`/w/${workshop.code}/vaeg`);
  assert.match(wall.text, /Alle borde er talt med/);
  assert.doesNotMatch(wall.text, /Om lidt/, 'the sums of one organisation are not for the wall');
});
