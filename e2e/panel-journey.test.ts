import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { addDays, type Day } from '../src/kernel/day.ts';
import { anApplicant, verbs } from '../src/modules/listen/panels/seed.ts';
import { readPdf } from '../src/platform/documents/pdf-reading.ts';
import { expectNoSidewaysScroll } from '../src/testing/axe.ts';
import { openBrowser, type TestBrowser } from '../src/testing/browser.ts';
import { NO_BROWSER } from '../src/testing/chromium.ts';
import { goTo, NOON, openTown, soon } from './town.ts';

const town = await openTown();
const TODAY = NOON.toISOString().slice(0, 10) as Day;
const PHONE = 390;
const SEATS = 4;
const NAME = 'Ører ude';

describe('from a call to the selection note', { skip: NO_BROWSER }, () => {
  let browser: TestBrowser;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  test('two draw lots among residents, one of them on paper, and find a substitute for one who drops out', async () => {
    const signe = await open('Signe Højlund');
    const place = await calls(signe);
    const visitor = await open(null, PHONE);
    const way = await signsUp(visitor, place, 'Nadia Brun', 'nadia@lyngbakken.test', '1988');
    await onPaper(signe, place, 'Ejnar Vad');
    await others(place);
    await closes(signe, place);
    const jonas = await open('Jonas Brandt');
    await draws(signe, jonas, place);
    await answers(place);
    const left = await dropsOut(visitor, way, place);
    await substitutes(signe, jonas, place);
    await meets(signe, place);
    await readsNote(signe, place, left);
    assert.deepEqual(town.broken, []);
    for (const page of [signe, jonas, visitor]) await page.context().close();
  });

  async function open(name: string | null, width = 1280): Promise<Page> {
    return browser.newPage({ baseUrl: town.baseUrl, width, cookies: name ? await town.signIn(name) : [] });
  }

  /** The profile is kept open, so that a pool of ten can be drawn from. */
  async function calls(page: Page): Promise<string> {
    await goTo(page, town, '/fokusgrupper/ny');
    await page.getByLabel('Navn').fill(NAME);
    await page.getByLabel('Formål').fill('Vi læser breve, før de bliver sendt ud.');
    await page.getByLabel('Hvor mange pladser?').fill(String(SEATS));
    await press(page, 'Slå op');
    await page.getByText('Gruppen er slået op').waitFor();
    const place = new URL(page.url()).pathname.slice(new URL(town.baseUrl).pathname.length);
    await page.getByLabel('Hvem skal også vælge?').selectOption({ label: 'Jonas Brandt' });
    await press(page, 'Tilføj');
    await page.getByText('Jonas Brandt kan nu se').waitFor();
    await widen(place);
    return place;
  }

  /** Ten strangers are no portrait of Lyngbakken: only age and department are asked for, and loosely. */
  async function widen(place: string): Promise<void> {
    await town.tx(async (tx) => {
      const id = place.split('/').at(-1) as never;
      const cells = (await verbs.cellsOf(tx, id)).filter(({ feature }) => feature === 'age');
      const loose = cells.map((cell) => ({ ...cell, fewest: 0, most: SEATS }));
      assert.ok((await verbs.saveProfile(tx, id, loose)).ok);
    });
  }

  async function signsUp(page: Page, place: string, name: string, email: string, born: string): Promise<string> {
    await goTo(page, town, place);
    await page.getByRole('link', { name: 'Skriv dig op' }).click();
    await page.getByLabel('Navn').fill(name);
    await page.getByLabel('Hvilket år er du født?').fill(born);
    await page.getByLabel('Adresse').fill('Kærhaven 7, 2. tv');
    await tick(page, '2-5 år');
    await page.getByLabel('E-mail').fill(email);
    await press(page, 'Skriv mig op');
    await page.getByText('ting at rette').waitFor();
    await tick(page, 'Ja, I må bruge det');
    await expectNoSidewaysScroll(page);
    await press(page, 'Skriv mig op');
    await page.getByText('Tak. Du er skrevet op.').waitFor();
    const mail = await town.mailTo(email, /Du er skrevet op/);
    assert.match(mail.text, /min-plads/);
    return page.url();
  }

  async function onPaper(page: Page, place: string, name: string): Promise<void> {
    await goTo(page, town, `${place}/tilmeld`);
    await tick(page, 'På papir');
    await page.getByLabel('Navn').fill(name);
    await page.getByLabel('Hvilket år er du født?').fill('1941');
    await page.getByLabel('Adresse').fill('Engblommevej 3');
    await tick(page, '16 år eller mere');
    await tick(page, 'Personen har sagt ja');
    await press(page, 'Skriv op');
    await page.getByText('Personen er skrevet op.').waitFor();
    const pdf = await pdfOf(page, page.getByRole('button', { name: 'Print et brev' }));
    assert.match(pdf, /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/, 'the letter has a code');
  }

  /** Eight more, by the same command. */
  async function others(place: string): Promise<void> {
    await town.tx(async (tx) => {
      const id = place.split('/').at(-1) as never;
      for (const at of [1, 2, 3, 4, 5, 6, 7, 8]) {
        await anApplicant(tx, id, {
          name: `Frivillig Nummer${String.fromCharCode(64 + at)}`,
          email: `frivillig${at}@lyngbakken.test`,
          address: `Rugmarken ${at}`,
          birthYear: 1945 + at * 6,
        });
      }
    });
  }

  async function closes(page: Page, place: string): Promise<void> {
    await goTo(page, town, `${place}/tilmeldte`);
    await page.getByText('Nadia Brun').waitFor();
    await page.getByText('Dagen efter kan I lukke puljen').waitFor();
    await town.tx(async (tx) => {
      const days = { opens_on: addDays(TODAY, -22), closes_on: addDays(TODAY, -1) };
      await tx.sql
        .updateTable('panel')
        .set(days)
        .where('id', '=', place.split('/').at(-1) as never)
        .execute();
    });
    await page.reload();
    await press(page, 'Luk puljen');
    await page.getByText('Puljen er lukket. Nu kan I trække lod.').waitFor();
  }

  async function draws(first: Page, second: Page, place: string): Promise<void> {
    await press(first, 'Træk lod: to trykker');
    await ready(first);
    await press(first, 'Jeg trykker');
    await first.getByText('Nu skal en til trykke').waitFor();
    await goTo(second, town, `${place}/traek`);
    await second.getByRole('link', { name: 'To trykker' }).click();
    await press(second, 'Jeg trykker');
    await second.getByText('Pladserne er trukket.').waitFor();
  }

  /** The worker calculates meanwhile. */
  async function ready(page: Page): Promise<void> {
    await soon('the draw', async () => {
      if (await page.getByRole('button', { name: 'Jeg trykker' }).isVisible()) return true;
      await page.reload();
      return undefined;
    });
  }

  /** Whoever was drawn says yes; Nadia gets a seat whether chance gave her one or not, so that she can drop out. */
  async function answers(place: string): Promise<void> {
    await town.tx(async (tx) => {
      const id = place.split('/').at(-1) as never;
      for (const one of await verbs.applicationsOf(tx, id)) {
        if (one.place) await verbs.answerOffer(tx, one.id, 'yes', null);
      }
    });
  }

  /** One who is in drops out on their own page, found by the link in their mail. */
  async function dropsOut(page: Page, own: string, place: string): Promise<string> {
    const id = place.split('/').at(-1) as never;
    const member = await town.tx(async (tx) =>
      (await verbs.applicationsOf(tx, id)).find(({ place: seat, email }) => seat?.answer === 'yes' && email),
    );
    assert.ok(member?.email);
    const mail = await town.mailTo(member.email, /Du er trukket ud/);
    const link = /https?:\/\/\S+\/min-plads\/[2-9A-Z]{12}/.exec(mail.text)?.[0] ?? assert.fail(mail.text);
    await page.goto(own);
    await page.getByRole('heading', { name: 'Din chance' }).waitFor();
    await page.goto(link);
    await page.getByText('Du er med').first().waitFor();
    await page.locator('summary', { hasText: 'Meld mig fra' }).click();
    await press(page, 'Meld mig fra');
    await page.getByText('Du er meldt fra.').waitFor();
    return member.name;
  }

  async function substitutes(first: Page, second: Page, place: string): Promise<void> {
    await goTo(first, town, '/din-tur');
    await first.getByRole('link', { name: /En plads i en fokusgruppe er blevet ledig/ }).click();
    await press(first, 'Træk en afløser');
    await ready(first);
    await press(first, 'Jeg trykker');
    await second.goto(first.url());
    await press(second, 'Jeg trykker');
    await second.getByText('Pladserne er trukket.').waitFor();
    const holding = await town.tx(async (tx) =>
      (await verbs.applicationsOf(tx, place.split('/').at(-1) as never)).filter(
        ({ place: seat, exit }) => seat && !exit,
      ),
    );
    assert.equal(holding.length, SEATS, 'every seat has somebody again');
  }

  async function meets(page: Page, place: string): Promise<void> {
    await goTo(page, town, `${place}/moeder`);
    await page.getByLabel('Dag', { exact: true }).fill(addDays(TODAY, 14));
    await page.getByLabel('Dagsorden').fill('Brevet om husleje\nNye skilte');
    await press(page, 'Indkald');
    await page.getByText('Mødet er indkaldt.').waitFor();
    await expectNoSidewaysScroll(page);
  }

  async function readsNote(page: Page, place: string, left: string): Promise<void> {
    await goTo(page, town, `${place}/traek`);
    await page.getByRole('link', { name: 'To trykker' }).click();
    await page.getByText('De trukne').waitFor();
    const href = await page.getByRole('link', { name: 'Udvælgelsesnotat' }).getAttribute('href');
    const answer = await page.request.get(new URL(href ?? '', page.url()).href);
    const { text } = await readPdf(new Uint8Array(await answer.body()));
    assert.match(text, /Udvælgelsesnotat/);
    assert.match(text, /Signe Højlund og Jonas Brandt/);
    assert.doesNotMatch(text, new RegExp(`${left}|Nadia Brun|Ejnar Vad`), 'the note names nobody who applied');
  }
});

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).first().click();
}

async function tick(page: Page, label: string): Promise<void> {
  await page.locator('.choice label').filter({ hasText: label }).first().click();
}

/** What a button saves. */
async function pdfOf(page: Page, button: { click(): Promise<void> }): Promise<string> {
  const coming = page.waitForEvent('download');
  await button.click();
  const { text } = await readPdf(new Uint8Array(readFileSync(await (await coming).path())));
  return text;
}
