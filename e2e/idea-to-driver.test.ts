import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { expectNoSidewaysScroll } from '../src/testing/axe.ts';
import { openBrowser, shoot, type TestBrowser } from '../src/testing/browser.ts';
import { NO_BROWSER } from '../src/testing/chromium.ts';
import { goTo, openTown, soon } from './town.ts';

const town = await openTown();
const PHONE = 390;
const SIGNE = 'signe.hoejlund@lyngbakken.test';
const SAMIRA = 'samira.haddad@lyngbakken.test';

describe('from an idea to the one who drives it', { skip: NO_BROWSER }, () => {
  let browser: TestBrowser;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  for (const javaScript of [false, true]) {
    test(`an idea laid on the front page finds its driver ${javaScript ? 'with' : 'without'} JavaScript, on a telephone`, async () => {
      const device = () => browser.newPage({ baseUrl: town.baseUrl, width: PHONE, javaScript });
      const said = javaScript ? 'Et byttehjørne til legetøj i vaskeriet' : 'En bænk i solen ved postkasserne';
      const title = javaScript ? 'Byttehjørnet' : 'Bænken i solen';

      const visitor = await device();
      const follow = await layIdea(visitor, said);

      const signe = await device();
      await signIn(signe, SIGNE, '/din-tur');
      await makeInitiative(signe, said, title);
      await askSamira(signe);
      const open = javaScript ? await watch(signe) : null;

      const samira = await device();
      await answerFromMail(samira, title);
      await open?.();

      await seeAnswer(visitor, follow, title);
      assert.deepEqual(town.broken, []);
      for (const page of [visitor, signe, samira]) await page.context().close();
    });
  }

  /** Answers the secret address where the idea can be followed. */
  async function layIdea(page: Page, said: string): Promise<string> {
    await goTo(page, town, '/');
    await page.getByLabel('Hvad er din idé?').fill(said);
    await page.getByLabel('E-mail eller telefon').fill('karla@example.dk');
    await look(page, 'forside');
    await press(page, 'Send min idé');
    await page.getByText(/^Tak! .+ læser den senest/).waitFor();
    await page.getByText('Gem linket til den her side').waitFor();
    await look(page, 'kvittering');
    return page.url();
  }

  /** With the code from the mail that really came. */
  async function signIn(page: Page, address: string, place: string): Promise<void> {
    await goTo(page, town, place);
    await page.getByLabel('Din mailadresse eller dit mobilnummer').fill(address);
    const before = await codes(address);
    await press(page, 'Send mig en kode');
    const code = await newCode(address, before);
    await page.getByLabel('Koden på seks tal').fill(code);
    await press(page, 'Log ind');
    await page.getByText('Du er logget ind.').waitFor();
    assert.equal(
      new URL(page.url()).pathname,
      `/${town.tenant.slug}${place}`,
      'signing in leads back to where one was',
    );
  }

  async function makeInitiative(page: Page, said: string, title: string): Promise<void> {
    await page.getByRole('link', { name: /idé/i }).filter({ hasText: 'Der er kommet en ny idé' }).last().click();
    await page.getByRole('heading', { level: 1, name: said }).waitFor();
    assert.equal(await page.getByLabel('Hvad skal det hedde?').inputValue(), said, 'the idea gives the title');
    assert.equal(await page.getByLabel('Hvad vil I gøre?').inputValue(), said, 'the idea is carried over');
    await page.getByLabel('Hvad skal det hedde?').fill(title);
    await choose(page, 'Beboere');
    await choose(page, 'Kærhaven');
    await page
      .getByLabel('Et par ord til den, der fik idéen')
      .first()
      .fill('Den går vi videre med. Vi spørger Samira.');
    await look(page, 'ide-til-initiativ');
    await press(page, 'Opret initiativet');
    await page.getByText('Hvem kan drive det?').first().waitFor();
  }

  async function askSamira(page: Page): Promise<void> {
    await page.getByLabel('Hvem vil du spørge?').selectOption({ label: 'Samira Haddad (bestyrelsen)' });
    await page.getByLabel('Dine ord').fill('Du kender alle i opgangen. Er det noget for dig?');
    await look(page, 'spoerg');
    await press(page, 'Send spørgsmålet');
    await page.getByText('Samira Haddad har fået spørgsmålet.').waitFor();
    await look(page, 'inderside');
  }

  /** The page that Signe has open hears of the answer by itself. What is answered waits for it. */
  async function watch(page: Page): Promise<() => Promise<void>> {
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    assert.equal(await page.getByText('Samira Haddad sagde ja').count(), 0);
    return async () => {
      await page.getByText('Samira Haddad sagde ja').first().waitFor();
      assert.ok(await page.evaluate(() => 'sameDocument' in window), 'the page was not loaded again');
    };
  }

  async function answerFromMail(page: Page, title: string): Promise<void> {
    const mail = await town.mailTo(SAMIRA, new RegExp(title));
    assert.match(mail.text, /Signe Højlund/);
    const link = new RegExp(`${town.baseUrl}/vil-du-drive/[0-9a-f-]+`).exec(mail.text)?.[0];
    assert.ok(link, `no way to answer in the mail:\n${mail.text}`);
    await signIn(page, SAMIRA, '/din-tur');
    await look(page, 'din-tur');
    await page.getByRole('link').filter({ hasText: title }).first().click();
    assert.equal(page.url(), link, 'the mail and the list lead to the same question');
    await page.getByText('Du kender alle i opgangen.').waitFor();
    await choose(page, 'Ja, det vil jeg gerne');
    await choose(page, 'Mit navn må stå på siden');
    await look(page, 'svar');
    await press(page, 'Send mit svar');
    await page.getByText('Tak! Nu er det dit.').waitFor();
    const thread = page.locator('section', { has: page.getByRole('heading', { name: 'Tråden' }) });
    for (const line of ['Samira Haddad sagde ja', 'Signe Højlund spurgte Samira Haddad']) {
      await thread.getByText(line).first().waitFor();
    }
    await look(page, 'traaden');
    await goTo(page, town, '/din-tur');
    assert.equal(await page.getByRole('link').filter({ hasText: title }).count(), 0, 'nothing waits any more');
  }

  async function seeAnswer(page: Page, follow: string, title: string): Promise<void> {
    await page.goto(follow);
    await page.getByText('Din idé er blevet til et initiativ!').waitFor();
    await page.getByText('Den går vi videre med.').waitFor();
    await look(page, 'din-ide');
    await page.getByRole('link', { name: 'Se, hvor det er nået til' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByText('Samira Haddad driver nu initiativet').first().waitFor();
    const words = (await page.locator('main').textContent()) ?? '';
    assert.doesNotMatch(words, /karla@example\.dk|Du kender alle i opgangen/, 'what was said in private stays there');
    await look(page, 'offentlig-side');
    const mail = await town.mailTo('karla@example.dk', /.*/);
    assert.match(mail.text, /Den går vi videre med/);
  }

  async function codes(address: string): Promise<number> {
    const { rows } = await town.database.pool.query('select count(*)::int as n from dev.mail where "to" = $1', [
      address,
    ]);
    return rows[0].n;
  }

  async function newCode(address: string, before: number): Promise<string> {
    return soon(`a code to ${address}`, async () => {
      const { rows } = await town.database.pool.query<{ subject: string }>(
        'select subject from dev.mail where "to" = $1 order by id offset $2',
        [address, before],
      );
      const code = rows.map(({ subject }) => /^(\d{3} ?\d{3}) er din kode/.exec(subject)?.[1]).find(Boolean);
      return code;
    });
  }

  function press(page: Page, name: string): Promise<void> {
    return page.getByRole('main').getByRole('button', { name, exact: true }).first().click();
  }

  /** By its words, which are the larger target. */
  async function choose(page: Page, words: string): Promise<void> {
    await page.locator('main label').filter({ hasText: words }).first().click();
    assert.ok(await page.getByLabel(words).first().isChecked());
  }

  async function look(page: Page, name: string): Promise<void> {
    await expectNoSidewaysScroll(page, PHONE);
    await shoot(page, name);
  }
});
