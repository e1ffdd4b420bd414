import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { LYNGBAKKEN } from '../src/demo/places.ts';
import { addDays, type Day } from '../src/kernel/day.ts';
import { kroner } from '../src/kernel/money.ts';
import { oioubl } from '../src/modules/decide/invoices/seed.ts';
import { readPdf } from '../src/platform/documents/pdf-reading.ts';
import { expectNoSidewaysScroll } from '../src/testing/axe.ts';
import { openBrowser, shoot, type TestBrowser } from '../src/testing/browser.ts';
import { NO_BROWSER } from '../src/testing/chromium.ts';
import { goTo, NOON, openTown } from './town.ts';

const town = await openTown({ dev: true });
const YUSUF = 'yusuf.abdi@lyngbakken.test';
const TODAY = NOON.toISOString().slice(0, 10) as Day;
const HELD_ON = addDays(TODAY, 30);
const TITLE = 'Grillaften på tværs af hegnet';
const PHONE = 390;

describe('from one page to a result that everybody can see', { skip: NO_BROWSER }, () => {
  let browser: TestBrowser;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  test('six people carry an application from a telephone to the published result', async () => {
    const yusuf = await open('Yusuf Abdi', PHONE);
    await applies(yusuf);
    const receipt = await town.mailTo(YUSUF, /ansøgning/i);
    assert.match(receipt.text, /svar/i, 'the receipt says when the answer comes');

    const signe = await open('Signe Højlund');
    await advises(signe);
    const inge = await open('Inge Falkenberg');
    await decides(inge);

    const slip = await getsSlip(yusuf);
    const shop = await open(null, PHONE);
    await sendsInvoice(shop, slip);
    await accepts(signe);

    const lise = await open('Lise Krogh');
    await approves(lise, slip, 'Første');
    const karen = await open('Karen Mose');
    await approves(karen, slip, 'Anden');
    await pays(lise);
    await seesPaid(yusuf, slip);

    await holdIt();
    // A month later everybody is signed out.
    const later = await open('Yusuf Abdi', PHONE);
    await tells(later);
    const staff = await open('Signe Højlund');
    await shows(staff);
    await isPublished(shop);
    assert.deepEqual(town.broken, []);
    for (const page of [yusuf, signe, inge, shop, lise, karen, later, staff]) await page.context().close();
  });

  async function open(name: string | null, width = 1280): Promise<Page> {
    return browser.newPage({ baseUrl: town.baseUrl, width, cookies: name ? await town.signIn(name) : [] });
  }

  async function applies(page: Page): Promise<void> {
    await goTo(page, town, '/pulje');
    await page.getByRole('link', { name: 'Søg Puljen til fællesskaber' }).click();
    await page.getByLabel('Hvad vil I lave?').fill(TITLE);
    await page.getByLabel('Fortæl, hvad der skal ske').fill('Vi griller sammen med naboerne fra Stationsgården.');
    await page.getByLabel('Hvor mange kommer der, tror du?').fill('60');
    await page.getByLabel('Første dag').fill(HELD_ON);
    await page.getByLabel('Sidste dag').fill(HELD_ON);
    await page.getByLabel('Hvad, linje 1').fill('Kød, brød og salat');
    await page.getByLabel('Købes hos, linje 1').fill('Vesterby Brugs');
    await page.getByLabel('Beløb, linje 1').fill('4.000');
    await tick(page, 'Det går på tværs af afdelinger');
    await page.getByLabel('Sig lidt mere om det').fill('To afdelinger deler hegn og har aldrig spist sammen.');
    await tick(page, 'Kærhaven');
    await tick(page, 'Stationsgården');
    await look(page, 'ansoegning');
    await press(page, 'Send ansøgningen');
    await page.getByText('Tak! Vi har fået din ansøgning.').waitFor();
    await look(page, 'kvittering');
  }

  async function advises(page: Page): Promise<void> {
    await fromTurns(page);
    await press(page, 'Jeg går i gang');
    await page.getByText('Giv et råd').click();
    await page.locator('form[action$="/raad"] label').filter({ hasText: 'Ja' }).first().click();
    await page.locator('form[action$="/raad"]').getByLabel('Beløb').fill('4.000');
    await page.locator('form[action$="/raad"]').getByLabel('Begrundelse').fill('To afdelinger mødes. Det er billigt.');
    await look(page, 'raad');
    await press(page, 'Send til beslutning');
    await page.getByText('Dit råd er givet videre.').waitFor();
  }

  async function decides(page: Page): Promise<void> {
    await fromTurns(page);
    await look(page, 'beslutning');
    await press(page, 'Ja til 4.000 kr.');
    await page.getByText('Beslutningen er skrevet.').waitFor();
  }

  /** The letter comes by mail; the slip is printed from the case, and its code read off it. */
  async function getsSlip(page: Page): Promise<Slip> {
    const mail = await town.mailTo(YUSUF, /ja|tilsagn/i);
    assert.match(mail.text, /4\.000 kr\./);
    await goTo(page, town, '/pulje/ansoegninger');
    await page.getByRole('link', { name: TITLE }).click();
    await look(page, 'sagen');
    const coming = page.waitForEvent('download');
    await press(page, 'Hent én seddel');
    const pdf = await readPdf(new Uint8Array(readFileSync(await (await coming).path())));
    const [text = ''] = pdf.pages;
    const code =
      /Kode\s*([0-9A-Z]{5}\P{L}[0-9A-Z]{5})/u.exec(text)?.[1] ?? assert.fail(`no code on the slip:\n${text}`);
    const reference = /P-\d{4}/.exec(text)?.[0] ?? assert.fail(`no reference on the slip:\n${text}`);
    return { code, reference };
  }

  async function sendsInvoice(page: Page, { code, reference }: Slip): Promise<void> {
    await goTo(page, town, '/seddel');
    await page.getByLabel('Koden på sedlen').fill(code);
    await press(page, 'Se sedlen');
    await page.getByText('4.000 kr.').first().waitFor();
    await look(page, 'seddel');
    await page.getByRole('link', { name: 'Send fakturaen her' }).click();
    assert.equal(await page.getByLabel('Reference').inputValue(), reference, 'the slip fills in the reference');
    await page.getByLabel('Filen').setInputFiles({
      name: 'faktura-2087.xml',
      mimeType: 'application/xml',
      buffer: Buffer.from(
        oioubl({
          number: '2087',
          issueDate: TODAY,
          reference,
          buyer: { name: LYNGBAKKEN.name, cvr: LYNGBAKKEN.cvr },
          lines: [{ name: 'Kød, brød og salat til 60', price: kroner(3_040) }],
        }),
      ),
    });
    await press(page, 'Send fakturaen');
    await page.getByText(/Tak/).first().waitFor();
    await look(page, 'faktura-sendt');
  }

  async function accepts(page: Page): Promise<void> {
    await goTo(page, town, '/fakturaer');
    await page.getByRole('row').filter({ hasText: TITLE }).getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: 'Faktura 2087' }).waitFor();
    await look(page, 'faktura');
    await press(page, 'Godkend 3.800 kr. til betaling');
    await page.getByText('Fortryd').first().waitFor();
  }

  async function approves(page: Page, { reference }: Slip, turn: 'Første' | 'Anden'): Promise<void> {
    await goTo(page, town, '/betalinger');
    await page.getByRole('link', { name: new RegExp(`^${turn} godkendelse`) }).click();
    await page.getByRole('row').filter({ hasText: reference }).getByRole('link').first().click();
    await look(page, `betaling-${turn}`);
    await press(page, 'Godkend betalingen');
    await page
      .getByText(/^Tak\. /)
      .first()
      .waitFor();
  }

  async function pays(page: Page): Promise<void> {
    await goTo(page, town, '/betalinger/eksport');
    await page
      .getByLabel(/til Vesterby Brugs med/)
      .last()
      .check();
    await press(page, 'Lav filen');
    await page.getByText('Filen er klar.').waitFor();
    await look(page, 'betalingsfil');
    await page.locator('summary').filter({ hasText: 'Alle i filen er betalt' }).click();
    await press(page, 'Alle i filen er betalt');
    await page.getByText(/nu som betalt/).waitFor();
  }

  async function seesPaid(page: Page, { code }: Slip): Promise<void> {
    await goTo(page, town, `/seddel/${code}`);
    await look(page, 'betalt');
    await page.locator('[aria-current="step"]').filter({ hasText: 'Betalt' }).waitFor();
  }

  async function holdIt(): Promise<void> {
    const anybody = await open(null);
    for (const move of ['30 dage frem', 'En dag frem', 'Til klokken 9']) {
      await goTo(anybody, town, '/dev');
      await anybody.getByRole('button', { name: move, exact: true }).click();
      await anybody.getByText('Uret er flyttet.').waitFor();
    }
    await anybody.context().close();
  }

  async function tells(page: Page): Promise<void> {
    const mail = await town.mailTo(YUSUF, /gik/i);
    const link = new RegExp(`${town.baseUrl}/\\S+`).exec(mail.text)?.[0] ?? assert.fail(`no link:\n${mail.text}`);
    await page.goto(link);
    await page.getByLabel('Hvor mange kom?').fill('72');
    await page.getByLabel('Hvad var det bedste?').fill('At børnene løb frem og tilbage gennem hegnet.');
    await page.getByLabel('Hvad vil I gøre anderledes næste gang?').fill('Flere stole.');
    await look(page, 'tilbagemelding');
    await press(page, 'Send tilbagemeldingen');
    await page.getByText('Tak! Nu ved vi, hvordan det gik.').waitFor();
  }

  async function shows(page: Page): Promise<void> {
    await goTo(page, town, '/pulje/ansoegninger');
    await page.getByRole('link', { name: TITLE }).click();
    await press(page, 'Vis ordene offentligt');
    await look(page, 'afsluttet');
  }

  async function isPublished(page: Page): Promise<void> {
    await goTo(page, town, '/pulje/resultater');
    await look(page, 'resultater');
    const words = (await page.getByRole('main').textContent()) ?? '';
    for (const told of [TITLE, '4.000 kr.', '3.800 kr.', '72 personer', 'gennem hegnet']) {
      assert.ok(words.includes(told), `${told} stands among the results`);
    }
    assert.doesNotMatch(words, /Yusuf|Abdi/, 'no person is named');
    const feed = await page.request.get(`${town.baseUrl}/pulje/resultater/rss.xml`);
    assert.match(await feed.text(), new RegExp(TITLE));
  }

  /** Leads from what waits for the reader to the case. */
  async function fromTurns(page: Page): Promise<void> {
    await goTo(page, town, '/din-tur');
    await page
      .getByRole('link')
      .filter({ hasText: /ansøgning/i })
      .last()
      .click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  }

  function press(page: Page, name: string): Promise<void> {
    return page.getByRole('main').getByRole('button', { name, exact: true }).first().click();
  }

  /** By its words, which are the larger target. */
  async function tick(page: Page, words: string): Promise<void> {
    await page.locator('main label').filter({ hasText: words }).first().click();
    assert.ok(await page.getByLabel(words).first().isChecked());
  }

  async function look(page: Page, name: string): Promise<void> {
    await expectNoSidewaysScroll(page);
    await shoot(page, name);
  }
});

interface Slip {
  readonly code: string;
  readonly reference: string;
}
