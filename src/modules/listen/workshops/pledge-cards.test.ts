import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NEWS } from '../../../news.ts';
import { readPdf } from '../../../platform/documents/pdf-reading.ts';
import { workOf } from '../../../schedule.ts';
import { testApp } from '../../../testing/app.ts';
import { testPost } from '../../../testing/post.ts';
import type { Page } from '../../../testing/reader.ts';
import { aPerson } from '../../housing/seed.ts';
import { pledgeCards } from './letters/pledge-cards.ts';
import { datedStep } from './rules/after.ts';
import { aWorkshop, setTables } from './seed.ts';

const { db, newHouse } = await testApp();
const post = await testPost(db);
const jobs = workOf(post.ways, NEWS).kinds;

/** What stands in a field as the page comes. */
function valueIn({ root }: Page, name: string): string {
  const field = root.querySelector(`[name="${name}"]`) ?? assert.fail(name);
  const chosen = field.querySelector('option[selected]') ?? field;
  return chosen.getAttribute('value') ?? '';
}

async function held() {
  const house = await newHouse();
  const made = await house.tx(async (tx) => {
    const signe = await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] });
    const workshop = await aWorkshop(tx);
    return { signe, workshop, tables: await setTables(tx, workshop, [null, null]) };
  });
  const place = `/workshops/${made.workshop.id}`;
  return { house, ...made, place, link: `/w/${made.workshop.code}`, host: await house.signedIn(made.signe) };
}

test('cards fill whole pages of four: one for each table, the rest blank, in the language of the sheets', async () => {
  const { workshop } = await held();
  const cardsFor = (tables: readonly string[], lang = 'da') =>
    pledgeCards({ ...workshop, template: { ...workshop.template, lang } }, tables, {
      language: 'da',
      origin: 'https://lyngbakken.example',
    });
  const counts = [0, 1, 3, 4, 5, 8].map((count) => cardsFor(Array.from({ length: count }, (_, at) => `Bord ${at}`)));
  assert.deepEqual(
    counts.map(({ cards }) => cards.length),
    [4, 4, 4, 4, 8, 8],
  );
  const [named, blank] = cardsFor(['Bord 1: Ved vinduet']).cards;
  assert.deepEqual(named?.questions[0], { text: 'Bord 1: Ved vinduet', lines: 0 });
  assert.deepEqual(blank?.questions[0], { text: 'Bord', lines: 1 });
  assert.ok(named?.qr.content.endsWith(`/w/${workshop.code}/skridt`));
  assert.deepEqual(
    ['en', 'ar', 'da'].map((lang) => cardsFor([], lang).cards[0]?.heading),
    ['Our first step', 'Vores første skridt', 'Vores første skridt'],
  );
});

test('the cards are printed where the sheets are, and the whole of a card stands on it', async () => {
  const { workshop, host, place, house } = await held();
  const sheets = await host.get(`${place}/ark`);
  const print = async (words: string) =>
    readPdf(new Uint8Array(await (await host.fetch(sheets.link(words))).arrayBuffer()));
  const printed = await print('Hent kortene som PDF');
  const [page = ''] = printed.pages;
  assert.deepEqual([printed.pages.length, page.match(/Vores første skridt/g)?.length], [1, 4]);
  for (const said of [workshop.name, 'Bord 1', 'Bord 2', 'Det gør vi først', 'Hvem', 'Hvornår', 'om 90 dage'])
    assert.ok(page.includes(said), said);
  assert.ok(page.includes('på væggen uden navn'));
  assert.doesNotMatch((await print('Hent en side blanke kort')).text, /Bord [12]/);
  const stranger = await house.visitor().fetch(`${place}/skridtkort/pdf`);
  assert.notEqual(stranger.headers.get('content-type'), 'application/pdf');
});

test('staff type cards in one after the other, by the rules and with the thanks of the telephone', async () => {
  const { house, workshop, host, place, link, tables } = await held();
  const address = post.newAddress();
  const first = await (await host.get(`${place}/skridt`)).follow('Skriv kort ind');
  const empty = await first.submit('Gem, og tag det næste', { step: '', stepName: 'Birthe' });
  assert.deepEqual([empty.status, valueIn(empty, 'stepName')], [422, 'Birthe']);
  assert.match(empty.text, /Skriv det første skridt, som det står på kortet/);
  const next = await empty.submit('Gem, og tag det næste', {
    stepTable: tables[1]?.id ?? '',
    step: 'Vi holder åbent hus',
    stepName: 'Birthe',
    stepWhen: 'i maj',
    stepContact: address,
  });
  assert.match(next.text, /Tak! Skridtet hænger på væggen.*Vi holder åbent hus \(i maj\), Birthe/s);
  assert.deepEqual([valueIn(next, 'step'), valueIn(next, 'stepTable')], ['', tables[1]?.id]);
  await post.work(house, jobs);
  assert.match((await post.to(address))[0]?.text ?? '', /Vi holder åbent hus \(i maj\)/);
  const wall = await house.visitor().get(`${link}/vaeg`);
  assert.match(wall.text, /Vi holder åbent hus \(i maj\)/);
  assert.doesNotMatch(wall.text, /Birthe/);
  assert.match((await host.get(`${place}/skridt`)).text, /Birthe, Bord 2/);

  for (const step of ['To', 'Tre'])
    await next.submit('Gem, og tag det næste', { step, stepContact: address, stepTable: '' });
  const fourth = await next.submit('Gem, og tag det næste', { step: 'Fire', stepContact: address, stepTable: '' });
  assert.deepEqual([fourth.status, valueIn(fourth, 'step')], [422, 'Fire']);
  assert.match(fourth.text, /har allerede tre skridt/);
  const unreadable = await next.submit('Gem, og tag det næste', { step: 'Fem', stepContact: 'hos mig' });
  assert.equal(unreadable.status, 422);

  const other = await house.tx(async (tx) => setTables(tx, await aWorkshop(tx), [null]));
  const stray = await next.submit('Gem, og tag det næste', { step: 'Seks', stepTable: other[0]?.id ?? '' });
  assert.equal(stray.status, 200);
  assert.doesNotMatch((await host.get(`/workshops/${workshop.id}/skridt`)).text, /Seks\s+Uden navn, Bord/);
});

test('a step and its time fill what a step on the wall may', async () => {
  const { host, place } = await held();
  assert.deepEqual([datedStep('Vi ringer', ''), datedStep('Vi ringer', 'mandag')], ['Vi ringer', 'Vi ringer (mandag)']);
  const page = await host.get(`${place}/skridtkort`);
  const step = (length: number) => 'a'.repeat(length);
  const whole = await page.submit('Gem, og tag det næste', { step: step(291), stepWhen: 'i juni' });
  assert.equal(whole.status, 200);
  const over = await page.submit('Gem, og tag det næste', { step: step(292), stepWhen: 'i juni' });
  assert.deepEqual([over.status, /tilsammen/.test(over.text), valueIn(over, 'stepWhen')], [422, true, 'i juni']);
});
