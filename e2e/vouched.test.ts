import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { startDevBroker } from '../src/dev/broker.ts';
import { aPerson } from '../src/modules/housing/seed.ts';
import { signinJobs } from '../src/modules/signin/public.ts';
import { openParties } from '../src/platform/oidc/oidc.ts';
import { listen } from '../src/platform/web/listen.ts';
import { testApp } from '../src/testing/app.ts';
import { openBrowser, shoot, type TestBrowser } from '../src/testing/browser.ts';
import { NO_BROWSER } from '../src/testing/chromium.ts';
import { testPost } from '../src/testing/post.ts';

const mitid = await startDevBroker({ broker: 'signaturgruppen' });
const entra = await startDevBroker({ broker: 'entra' });
after(() => Promise.all([mitid.close(), entra.close()]));
// A directory gives roles in the houses that were named, and nowhere else.
const SLUG = 'huset';
const parties = openParties([mitid.settings, { ...entra.settings, houses: [SLUG] }]);
const { db, app, newHouse } = await testApp({ signIn: { sms: true, parties } });
const post = await testPost(db);
const listening = await listen(app, { host: '127.0.0.1', port: 0 });
after(() => listening.stop(0));
const house = await newHouse({ slug: SLUG });
const baseUrl = `http://localhost:${new URL(listening.address).port}/${house.tenant.slug}`;

describe('MitID and work accounts in a real browser', { skip: NO_BROWSER }, () => {
  let browser: TestBrowser;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  const says = async (page: Page) => (await page.locator('main').textContent()) ?? '';
  const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

  async function byMitId(page: Page, name: string, way = 'Log ind med MitID'): Promise<void> {
    await page.goto(`${baseUrl}/log-ind?retur=/min-side/veje`);
    await page.getByRole('link', { name: way }).click();
    await page.getByText('Vælg, hvem du er').waitFor();
    await press(page, name);
    await page.waitForURL(`${baseUrl}/**`);
  }

  /** Says at the broker who one is, in this browser, but stops before it leads back. */
  async function wayBack(page: Page, sub: string): Promise<string> {
    const { request } = page.context();
    let answer = await request.post(page.url(), { form: { sub }, maxRedirects: 0 });
    for (let hop = 0; hop < 5; hop += 1) {
      const next = new URL(answer.headers().location ?? '', answer.url()).href;
      if (next.startsWith(baseUrl)) return next;
      answer = await request.get(next, { maxRedirects: 0 });
    }
    throw new Error('The broker did not lead back');
  }

  async function byCode(page: Page, email: string): Promise<void> {
    await page.getByRole('link', { name: 'Få en kode på mail eller SMS' }).click();
    await page.getByRole('textbox').fill(email);
    await press(page, 'Send mig en kode');
    await post.work(house, signinJobs(post.ways));
    const code = /(\d{3}) (\d{3})/.exec((await post.to(email))[0]?.subject ?? '');
    await page.getByRole('textbox').fill(`${code?.[1]}${code?.[2]}`);
    await press(page, 'Log ind');
  }

  async function someone(name: string) {
    const email = post.newAddress();
    await house.tx((tx) => aPerson(tx, { name, email }));
    return email;
  }

  // Without script, too: every step is a link or a form.
  for (const javaScript of [true, false]) {
    test(`a resident ties their MitID once and comes in by it from then on${javaScript ? '' : ', without script'}`, async () => {
      const email = await someone('Mette Lauridsen');
      const who = javaScript ? 'Mette Lauridsen' : 'Poul Erik Munk';
      const page = await browser.newPage({ baseUrl, javaScript, width: 390, height: 844 });
      await byMitId(page, who);
      assert.match(await says(page), /Vi kender ikke dit MitID her endnu/);
      await shoot(page, 'mitid-stranger');
      await byCode(page, email);
      assert.match(await says(page), /Skal dit MitID høre til den bruger/);
      await shoot(page, 'mitid-tie');
      await press(page, 'Knyt dit MitID');
      await page.waitForURL(`${baseUrl}/min-side/veje`);
      await shoot(page, 'mitid-tied');
      await page.context().clearCookies();
      await byMitId(page, who);
      assert.equal(page.url(), `${baseUrl}/min-side/veje`);
    });
  }

  test('a protected name is shown nowhere, and who stops, is too young or at too low a level is told what to do', async () => {
    const email = await someone('Rosa Vind');
    const page = await browser.newPage({ baseUrl, colorScheme: 'dark' });
    await byMitId(page, 'NAVNE & ADRESSEBESKYTTET');
    await byCode(page, email);
    assert.match(await says(page), /logget ind som Rosa Vind/);
    await press(page, 'Knyt dit MitID');
    await page.getByText('Dit MitID er knyttet').waitFor();
    assert.doesNotMatch(await page.content(), /adressebeskyttet/i);
    await shoot(page, 'mitid-dark');
    const stranger = await browser.newPage({ baseUrl });
    await byMitId(stranger, 'Villads Toft');
    assert.match(await says(stranger), /på et højere niveau/);
    await shoot(stranger, 'mitid-level');
    await byMitId(stranger, 'Alma Lind');
    assert.match(await says(stranger), /under 15 år/);
    await byMitId(stranger, 'Stop');
    assert.match(await says(stranger), /Du stoppede/);
    await stranger.goto(`${baseUrl}/log-ind`);
    await shoot(stranger, 'sign-in');
  });

  test('a state that was changed on the way, an address used again, and a journey that took too long lead nowhere', async () => {
    const email = await someone('Ida Krag');
    const page = await browser.newPage({ baseUrl });
    await byMitId(page, 'Sofie Bay');
    await byCode(page, email);
    await press(page, 'Knyt dit MitID');
    await page.context().clearCookies();

    await page.goto(`${baseUrl}/log-ind/hos/mitid`);
    const back = await wayBack(page, 'ung');
    const changed = new URL(back);
    changed.searchParams.set('state', 'en-anden');
    await page.goto(changed.href);
    assert.match(await says(page), /Du er ikke logget ind/);
    await page.goto(back);
    assert.match(await says(page), /begyndt i en anden browser/, 'the journey is over');

    await byMitId(page, 'Sofie Bay');
    assert.equal(page.url(), `${baseUrl}/min-side/veje`, 'while an honest one leads in');
    await page.context().clearCookies();
    await page.goto(`${baseUrl}/log-ind/hos/mitid`);
    house.clock.forward({ minutes: 11 });
    await press(page, 'Sofie Bay');
    await page.getByText('Det tog for lang tid').waitFor();
    await page.goto(`${baseUrl}/min-side/enheder`);
    assert.match(page.url(), /\/log-ind\?/);
  });

  test('staff come in by their work account, and have the role that it means here', async () => {
    const email = await someone('Karen Mose');
    const page = await browser.newPage({ baseUrl, width: 390 });
    await byMitId(page, 'Karen Mose', 'Log ind med arbejdskonto');
    await byCode(page, email);
    await press(page, 'Knyt din arbejdskonto');
    await page.goto(`${baseUrl}/indstillinger/log-ind`);
    assert.match(await says(page), /Måder at logge ind på/);
    await shoot(page, 'way-settings');
    await page.getByLabel('Så mange SMS-dele').fill('mange');
    await press(page, 'Gem');
    assert.match(await says(page), /Skriv et helt tal/);
    await page.getByLabel('Så mange SMS-dele').fill('50');
    await page.locator('label[for=mitid]').click();
    await press(page, 'Gem');
    await page.getByText('Det er gemt').waitFor();
    const visitor = await browser.newPage({ baseUrl, width: 390, colorScheme: 'dark' });
    await visitor.goto(`${baseUrl}/log-ind`);
    assert.equal(await visitor.getByRole('link', { name: 'Log ind med MitID' }).count(), 0);
    await shoot(visitor, 'sign-in-dark');
  });
});
