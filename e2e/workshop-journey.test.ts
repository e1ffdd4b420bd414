import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { SheetLayout } from '../src/engines/sheet/layout-json.ts';
import { aPerson } from '../src/modules/housing/seed.ts';
import { aPhotoOf, aWorkshop, setTables, verbs } from '../src/modules/listen/workshops/seed.ts';
import { NEWS } from '../src/news.ts';
import { workOf } from '../src/schedule.ts';
import { openBrowser, type TestBrowser } from '../src/testing/browser.ts';
import { NO_BROWSER } from '../src/testing/chromium.ts';
import { photosOfPrint } from '../src/testing/placemat-pictures.ts';
import { testPost } from '../src/testing/post.ts';
import { openSite } from './site.ts';
import { wireTo } from './wire.ts';

const site = await openSite();
const post = await testPost(site.database);
const jobs = workOf(post.ways, NEWS).kinds;
const PHONE = 390;

/** What each sheet of a set is marked with, by its page. */
const MARKS = [
  { 'rammer.faelleshuse': 'V', 'rammer.generationer': 'X' },
  { 'engagement.puljer': 'V', 'engagement.opgavegrupper': 'X' },
  { 'samarbejde.kommune': 'V', 'samarbejde.groenne': 'X' },
  { 'bestyrelsen.strategi': 'V', 'bestyrelsen.maaling': 'X' },
] as const;

/** One white point. */
const NO_SHEET = {
  name: 'intet.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
};

describe('a workshop, from the template to what came of it', { skip: NO_BROWSER }, () => {
  let browser: TestBrowser;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  test('made, printed, photographed, read, confirmed, on the wall, and onward', async () => {
    const signe = await site.house.tx((tx) => aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] }));
    const host = await browser.newPage({ baseUrl: site.baseUrl, cookies: await site.signIn(signe) });
    await makes(host);
    const photos = await prints(host);
    const link = (await host.getByRole('link', { name: /\/w\// }).getAttribute('href')) ?? '';
    const phone = await browser.newPage({ baseUrl: site.baseUrl, width: PHONE });
    await sends(phone, new URL(link, site.baseUrl).href, photos);
    await phone.goto(`${new URL(link, site.baseUrl).href}/vaeg`);
    await phone.getByText('0 af 2 borde er talt med').waitFor();
    await confirms(host);
    await watches(phone);
    await makesInitiatives(host);
    await host.context().close();
    await phone.context().close();
  });

  async function makes(page: Page): Promise<void> {
    await page.goto(`${site.baseUrl}/workshops`);
    await page.getByRole('link', { name: 'Lav en workshop' }).click();
    await page.getByLabel('Hvad hedder workshoppen?').fill('Fællesskaber, der holder');
    await page.getByLabel('Hvilken dag?').fill('2026-05-03');
    await page.getByRole('button', { name: 'Lav workshoppen' }).click();
    await page.getByRole('link', { name: 'Borde' }).click();
    await page.getByLabel('Hvor mange borde?').fill('2');
    await page.getByRole('button', { name: 'Sæt borde op' }).click();
    await page.getByText('2 borde er sat op').waitFor();
  }

  /** The sheets as they come out of the printer, filled in and photographed: eight pictures. */
  async function prints(page: Page): Promise<readonly Buffer[]> {
    await page.getByRole('link', { name: 'Fællesskaber, der holder' }).click();
    await page.getByRole('link', { name: 'Ark til print' }).click();
    await page.getByRole('button', { name: 'Lav ark' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Hent alle ark som PDF' }).click();
    const pdf = await readFile(await (await coming).path());
    await page.getByRole('link', { name: 'Fællesskaber, der holder' }).click();
    const link = (await page.getByRole('link', { name: /\/w\// }).getAttribute('href')) ?? '';
    const layouts: SheetLayout[] = await (await page.request.get(`${new URL(link, site.baseUrl).href}/layout`)).json();
    assert.equal(layouts.length, 8);
    const filled = layouts.map((layout, at) => ({ at, layout, marks: MARKS[at % 4] ?? {} }));
    const photos = await photosOfPrint(pdf, filled);
    return photos;
  }

  async function sends(page: Page, link: string, photos: readonly Buffer[]): Promise<void> {
    const files = photos.map((buffer, at) => ({ name: `bord-${at + 1}.jpg`, mimeType: 'image/jpeg', buffer }));
    const [first, ...rest] = files;
    assert.ok(first);
    await page.goto(link);
    await page.getByLabel('Tag eller vælg billeder').setInputFiles(NO_SHEET);
    await page.getByText('Der er intet ark at se i billedet').waitFor();
    await page.getByLabel('Tag eller vælg billeder').setInputFiles(first);
    await page.getByText('Jeg kan se 8 af 8 felter').waitFor();
    await page.getByRole('button', { name: 'Send billeder' }).click();
    await page.getByText('Billedet bliver læst nu').waitFor();
    await post.work(site.house, jobs);
    // The page hears of it by itself.
    await page.getByText('Arket er læst: De fysiske rammer').waitFor();
    await page.getByRole('link', { name: 'Send et billede mere' }).click();
    await page.evaluate(() => document.querySelector('form[data-sheet-camera]')?.removeAttribute('data-sheet-camera'));
    await page.getByLabel('Tag eller vælg billeder').setInputFiles(rest);
    await page.getByRole('button', { name: 'Send billeder' }).click();
    await page.getByText('Tak! 7 billeder er sendt').waitFor();
    await post.work(site.house, jobs);
  }

  async function confirms(page: Page): Promise<void> {
    await page.getByText('8 ark er fotograferet').waitFor();
    await page.getByRole('link', { name: 'Bekræft svarene' }).click();
    await page
      .getByRole('link', { name: /^Ark \d+$/ })
      .first()
      .click();
    // By keys alone: the first box is changed, the next one is where the focus goes.
    const first = page.locator('[data-sheet-field]').first();
    const name = await first.locator('input').first().getAttribute('name');
    assert.equal(name, 'b-rammer.faelleshuse');
    await first.locator('input:checked').focus();
    await page.keyboard.press('x');
    assert.equal(await first.locator('input:checked').getAttribute('value'), 'X');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('v');
    assert.equal(await first.locator('input:checked').getAttribute('value'), 'V');
    for (let at = 0; at < 8; at += 1) await page.getByRole('button', { name: 'Ja, sådan står der' }).click();
    await page.getByText('Der er ingen ark at bekræfte').waitFor();
    await page.getByRole('link', { name: 'Tilbage til workshoppen' }).click();
    await page.getByText('8 ark er bekræftet').waitFor();
  }

  /** The wall hears of each sheet by itself; a minute after the last it asks who will join. */
  async function watches(page: Page): Promise<void> {
    await page.getByText('Alle borde er talt med. Tak!').waitFor();
    const row = page.locator('.heat tr', { hasText: 'Boliger, hvor generationer bor sammen' });
    assert.deepEqual(await row.locator('td').allInnerTexts(), ['0', '2']);
    site.house.clock.set(new Date(site.house.clock.now().getTime() + 61_000));
    await post.work(site.house, jobs);
    await page.getByRole('heading', { name: 'Hvem vil være med?' }).waitFor();
    await page.getByRole('img', { name: /vaer-med/ }).waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  }

  /** Two X's become initiatives at once, and their threads say where they came from. */
  async function makesInitiatives(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Gør det til noget' }).click();
    await page.locator('label', { hasText: 'Boliger, hvor generationer bor sammen' }).click();
    await page.locator('label', { hasText: 'Vi måler og evaluerer hvert år' }).click();
    await page.getByRole('button', { name: 'Lav initiativer' }).click();
    await page.getByText('2 initiativer er lavet').waitFor();
    for (const title of ['Boliger, hvor generationer bor sammen', 'Vi måler og evaluerer hvert år']) {
      await page.getByRole('link', { name: title }).click();
      await page.getByText(`”${title}”: 2 satte X (det kunne vi), 0 satte V (det gør vi).`).waitFor();
      await page.getByText('Det blev sagt på en workshop og blev til et initiativ.').waitFor();
      await page.goBack();
    }
    await page.getByRole('link', { name: 'Fællesskaber, der holder' }).click();
  }

  test('without a net the telephone opens the page, reads sheets, says which table is missing, and sends later', async (t) => {
    const wire = await wireTo(site.baseUrl);
    t.after(() => wire.close());
    const { signe, place, photo } = await site.house.tx(async (tx) => {
      const signe = await aPerson(tx, { name: 'Signe Højlund', roles: ['consultant'] });
      const workshop = await aWorkshop(tx, { name: 'Uden net' });
      const tables = await setTables(tx, workshop, [null, null]);
      const [first] = await verbs.printedPages(tx, workshop, tables);
      const photo = await aPhotoOf((first ?? assert.fail()).page, { 'rammer.faelleshuse': 'V' });
      return { signe, place: `${wire.baseUrl}/workshops/${workshop.id}/saml-ind`, photo };
    });
    const phone = await browser.newPage({ baseUrl: wire.baseUrl, width: PHONE, cookies: await site.signIn(signe) });
    await phone.goto(place);
    await phone.getByText('Bord 1 mangler', { exact: true }).waitFor();
    await phone.getByText('Siden virker nu også uden net.').waitFor();
    await phone.context().setOffline(true);
    wire.cut();
    // The telephone closed the page while its camera was open.
    await phone.reload();
    const take = async (name: string) => {
      const file = { name, mimeType: 'image/jpeg', buffer: Buffer.from(photo) };
      await phone.getByLabel('Billeder af ark').setInputFiles(file);
      await phone.getByText('Bord 1, De fysiske rammer: Jeg kan se 8 af 8 felter').waitFor();
      await phone.getByRole('button', { name: 'Send billeder' }).click();
    };
    await take('et.jpg');
    await phone.getByText('1 venter på net').waitFor();
    await phone.getByText('Bord 1 mangler 3 temaer').waitFor();
    await phone.getByText('Bord 2 mangler', { exact: true }).waitFor();
    await phone.reload();
    await phone.getByText('1 venter på net').waitFor();
    await phone.getByText('Bord 1 mangler 3 temaer').waitFor();
    assert.equal(await photosSent(), 0);
    wire.mend();
    await phone.context().setOffline(false);
    await phone.getByText('Alt er sendt.').waitFor();
    assert.equal(await photosSent(), 1);
    await phone.getByText('Bord 1 mangler 3 temaer').waitFor();
    await phone.context().clearCookies();
    await phone.goto(place);
    assert.equal(await phone.evaluate(() => caches.has('grobund-saml-ind')), false, 'signed out, nothing is kept');
    await phone.context().close();

    async function photosSent(): Promise<number> {
      return site.house.tx(async (tx) => {
        const found = await tx.sql
          .selectFrom('workshop_photo')
          .select('id')
          .where('came_by', '=', 'facilitator')
          .execute();
        return found.length;
      });
    }
  });
});
