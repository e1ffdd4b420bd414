import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { tellNeighbours, VESTERBY } from '../src/demo/neighbours.ts';
import { expectNoSidewaysScroll } from '../src/testing/axe.ts';
import { openBrowser, shoot, type TestBrowser } from '../src/testing/browser.ts';
import { NO_BROWSER } from '../src/testing/chromium.ts';
import { Judge } from './judge.ts';
import { NOON, openTown, sessionOf, soon } from './town.ts';

const town = await openTown();
const vesterby = await tellNeighbours(town.database, town.tenant, NOON);
const { port } = new URL(town.baseUrl);
// By its name: what one house sends to another must come back to the same one.
const HERE = `http://localhost:${port}/${town.tenant.slug}`;
const THERE = `http://${VESTERBY.host}:${port}`;
const HANNE = 'hanne.toft@soebo.test';
const PHONE = 390;

describe('three organisations work together, without JavaScript', { skip: NO_BROWSER }, () => {
  let browser: TestBrowser;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  const as = async (name: string, width?: number): Promise<Page> => {
    const cookies = await town.signIn(name);
    return browser.newPage({ baseUrl: HERE, cookies, javaScript: false, ...(width ? { width } : {}) });
  };
  const next = async (name: string): Promise<Page> => {
    const cookies = await sessionOf(town.database, vesterby, name);
    return browser.newPage({ baseUrl: THERE, cookies, javaScript: false });
  };
  const judge = new Judge(false);
  /** The same page once more, in a window with script: what judges a page is one. */
  const judged = async (page: Page): Promise<void> => {
    const window = await browser.newPage();
    await window.context().addCookies(await page.context().cookies());
    await window.goto(page.url());
    assert.equal(await window.title(), await page.title());
    assert.deepEqual(await judge.page(window), [], page.url());
    await window.context().close();
  };
  const press = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true }).click();

  test('the host opens a workshop; guests of two other organisations meet there, and one is taken out again', async () => {
    const signe = await as('Signe Højlund');
    await signe.goto(`${HERE}/kontoret`);
    await signe.getByRole('link', { name: 'Samarbejder', exact: true }).click();
    await look(signe, 'samarbejder');
    await signe.getByRole('link', { name: 'Åbn et samarbejde' }).click();
    await press(signe, 'Åbn');
    await signe.getByText('Vælg, hvad det er.').first().waitFor();
    await look(signe, 'nyt-fejl');
    await signe.getByText('Workshop', { exact: true }).click();
    await signe.getByLabel('Navn').fill('Bænke langs stien');
    await signe.getByLabel('Hvad handler det om?').fill('Vi finder ti steder, hvor man kan sidde.');
    await signe.getByLabel('Program').fill('17.00 Vi går stien\n18.30 Suppe');
    await signe.getByLabel('Første dag').fill('2026-05-20');
    await signe.getByLabel('Sidste dag').fill('2026-05-20');
    await press(signe, 'Åbn');
    await signe.getByText('Samarbejdet er åbnet.').waitFor();
    const place = signe.url();

    await signe.goto(`${place}/gaester`);
    for (const [name, email, from] of [
      ['Hanne Toft', HANNE, 'Andelsforeningen Søbo'],
      ['Nanna Riis', 'nanna.riis@vesterby.test', ''],
    ] as const) {
      await signe.getByLabel('Navn', { exact: false }).first().fill(name);
      await signe.getByLabel('E-mail').fill(email);
      if (from) await signe.getByLabel('Hvad hedder stedet?').fill(from);
      else await signe.getByLabel('Hvor kommer gæsten fra?').selectOption({ label: 'Vesterby Kommune' });
      await press(signe, 'Inviter');
      await signe.getByText(`${name} er inviteret.`).waitFor();
    }
    await look(signe, 'gaester');

    const hanne = await browser.newPage({ baseUrl: HERE, javaScript: false, width: PHONE });
    const invitation = await town.mailTo(HANNE, /./);
    assert.match(invitation.text, /inviteret som gæst/);
    await hanne.goto(place);
    await hanne.getByLabel('Din mailadresse eller dit mobilnummer').fill(HANNE);
    await press(hanne, 'Send mig en kode');
    const { subject } = await town.mailTo(HANNE, /\d{3} \d{3}/);
    await hanne.getByLabel('Koden på seks tal').fill(/\d{3} \d{3}/.exec(subject)?.[0] ?? '');
    await press(hanne, 'Log ind');
    await hanne.getByText('Må de andre se dit navn?').waitFor();
    await look(hanne, 'gaest-telefon');
    await press(hanne, 'Ja, vis mit navn');
    await hanne.getByLabel('Skriv til de andre').fill('Vi har to bænke i skuret.');
    await press(hanne, 'Skriv det');
    await hanne.getByText('Vi har to bænke i skuret.').waitFor();
    await look(hanne, 'gaest-telefon-efter');
    for (const other of ['/initiativer', '/personer', '/soeg?q=bænk', '/afdelinger', '/kontoret', '/samarbejder/ny']) {
      const answer = await hanne.goto(HERE + other);
      assert.equal(answer?.status(), 404, other);
    }
    await look(hanne, 'gaest-lukket');

    const nanna = await as('Nanna Riis');
    await nanna.goto(place);
    await nanna.getByText('Hanne Toft, Andelsforeningen Søbo').waitFor();
    await look(nanna, 'gaest-bred');

    await signe.goto(`${place}/gaester`);
    await signe.getByRole('button', { name: 'Tag ud: Hanne Toft' }).click();
    await signe.getByText('Hanne Toft kan ikke længere se').waitFor();
    await hanne.goto(place);
    await hanne.getByLabel('Din mailadresse eller dit mobilnummer').waitFor();
    assert.deepEqual(town.broken, []);
  });

  test('a copy from the municipality waits in Din tur, is taken, and the sender sees it', async () => {
    const karen = await as('Karen Mose');
    await karen.goto(`${HERE}/din-tur`);
    await karen.getByRole('link', { name: /En kopi fra et andet hus/ }).click();
    await karen.getByText('Kopi fra Vesterby Kommune').waitFor();
    await look(karen, 'kopi-modtaget');
    await press(karen, 'Svar');
    await karen.getByText('Vælg ja eller nej.').first().waitFor();
    await karen.getByText('Ja, tag imod').click();
    await karen.getByLabel('Et par ord tilbage').fill('Tak, vi går med.');
    await press(karen, 'Svar');
    await karen.getByText('Kopien er jeres nu.').waitFor();
    await karen.goto(`${HERE}/kopier`);
    await look(karen, 'kopier');

    const birthe = await next('Birthe Lunde');
    await soon('the answer in the other house', async () => {
      await birthe.goto(`${THERE}/kopier`);
      return (await birthe.getByText('Accepteret').count()) === 2 ? true : undefined;
    });
    await birthe.goto(`${THERE}/kopier`);
    await birthe.getByRole('link', { name: 'Gåture for nye naboer' }).click();
    await birthe.getByText('Tak, vi går med.').waitFor();
    await look(birthe, 'kopi-sendt');
    assert.deepEqual(town.broken, []);
  });

  test('one who works in both goes from one to the other in the header, and ties a third role by saying yes', async () => {
    const signe = await as('Signe Højlund', PHONE);
    const across = async () => {
      await signe.goto(HERE);
      await signe.locator('.page-header-person summary').click();
      await look(signe, 'menu');
      await signe.getByRole('link', { name: 'Vesterby Kommune' }).click();
    };
    await across();
    await signe.getByText('Nu er du i Vesterby Kommune.').waitFor();
    assert.equal(new URL(signe.url()).host, new URL(THERE).host);
    await judged(signe);
    // As when she was forgotten over there.
    await town.database.pool.query('delete from house_tie where tenant_id = $1', [vesterby.id]);
    await across();
    await signe.getByText('Vejen hertil er lukket').waitFor();
    await look(signe, 'lukket');
    await signe.getByRole('link', { name: `Tilbage til ${town.tenant.name}` }).click();
    assert.equal(new URL(signe.url()).host, new URL(HERE).host);

    const karen = await as('Karen Mose');
    await karen
      .context()
      .addCookies((await sessionOf(town.database, vesterby, 'Birthe Lunde')).map((one) => ({ ...one, url: THERE })));
    await karen.goto(`${HERE}/min-side/huse?q=vester`);
    await look(karen, 'huse');
    await karen.getByRole('link', { name: 'Knyt til Vesterby Kommune' }).click();
    await karen.getByText('Du er Birthe Lunde i Vesterby Kommune').waitFor();
    await look(karen, 'knyt');
    const asked = karen.url();
    await judged(karen);
    await press(karen, 'Ja, det er mig');
    await karen.getByText('Nu kan du skifte til').waitFor();
    await judged(karen);
    // Once more: the code holds no longer, and the page says what to do.
    await karen.goto(asked);
    await karen.getByText('Koden gælder ikke længere').first().waitFor();
    await look(karen, 'knyt-brugt');
    await judged(karen);
    assert.deepEqual(town.broken, []);
  });
});

async function look(page: Page, name: string): Promise<void> {
  await expectNoSidewaysScroll(page);
  await shoot(page, `across-${name}`);
}
