import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import { aPerson } from '../src/modules/housing/seed.ts';
import { PRIVACY_JOBS } from '../src/modules/privacy/public.ts';
import { signinJobs } from '../src/modules/signin/public.ts';
import { NEWS } from '../src/news.ts';
import { enqueue } from '../src/platform/jobs/jobs.ts';
import { readCookies } from '../src/platform/web/cookies.ts';
import { listen } from '../src/platform/web/listen.ts';
import { beginSession } from '../src/platform/web/session.ts';
import { workOf } from '../src/schedule.ts';
import { testApp } from '../src/testing/app.ts';
import { openBrowser, shoot, type TestBrowser } from '../src/testing/browser.ts';
import { NO_BROWSER } from '../src/testing/chromium.ts';
import { testPost } from '../src/testing/post.ts';

const { db, app, newHouse } = await testApp();
const post = await testPost(db);
const listening = await listen(app, { host: '127.0.0.1', port: 0 });
after(() => listening.stop(0));
const house = await newHouse();
// A passkey belongs to a name: an address of numbers has none.
const port = new URL(listening.address).port;
const baseUrl = `http://localhost:${port}/${house.tenant.slug}`;

describe('passkeys in a real browser', { skip: NO_BROWSER }, () => {
  let browser: TestBrowser;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  /** A telephone that knows its owner's finger: Chromium's virtual authenticator. */
  async function authenticator(page: Page, verified = true): Promise<{ cdp: CDPSession; authenticatorId: string }> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: verified,
        automaticPresenceSimulation: true,
      },
    });
    return { cdp, authenticatorId };
  }

  async function someone(email: string) {
    const id = await house.tx((tx) => aPerson(tx, { name: 'Mette Holm', email }));
    const cookies = readCookies(null, false);
    await house.tx((tx) => beginSession(tx, cookies, id, 'Mozilla/5.0 (X11; Linux) Chrome/153.0', 'mail'));
    const pairs = cookies.lines().map((line) => (line.split(';')[0] ?? '').split('='));
    return { id, cookies: pairs.map(([name = '', value = '']) => ({ name, value })) };
  }

  const open = async (path: string, cookies?: readonly { name: string; value: string }[]) => {
    const page = await browser.newPage({ baseUrl, ...(cookies ? { cookies } : {}) });
    await page.goto(baseUrl + path);
    return page;
  };
  const says = async (page: Page) => (await page.locator('main').textContent()) ?? '';

  test('a resident makes one, names it, signs in with it without typing anything, is told by mail, and deletes it', async () => {
    const email = post.newAddress();
    const { cookies } = await someone(email);
    const page = await open('/min-side/veje', cookies);
    const { cdp, authenticatorId } = await authenticator(page);
    await page.getByRole('button', { name: 'Lav en adgangsnøgle her' }).click();
    await page.getByText('Nu kan du logge ind med adgangsnøglen.').waitFor();
    assert.match(await says(page), /Chrome på Linux/);
    await post.work(house, signinJobs(post.ways));
    const [mail] = await post.to(email);
    assert.match(mail?.subject ?? '', /ny måde at logge ind/);
    assert.match(mail?.text ?? '', /adgangsnøgle/);

    await page.getByRole('textbox', { name: 'Navn' }).fill('Min arbejdstelefon');
    await page.getByRole('button', { name: 'Gem navnet' }).click();
    assert.match(await says(page), /Min arbejdstelefon/);
    await shoot(page, 'passkeys');

    await page.context().clearCookies();
    await page.goto(`${baseUrl}/log-ind?retur=/min-side/enheder`);
    await page.getByRole('button', { name: 'Brug en adgangsnøgle' }).click();
    await page.waitForURL(`${baseUrl}/min-side/enheder`);
    await page.goto(`${baseUrl}/min-side/veje`);
    assert.doesNotMatch(await says(page), /ikke brugt endnu/);

    await page.getByRole('button', { name: /Slet nøglen/ }).click();
    await page.getByText('Nøglen er slettet her.').waitFor();
    await page.context().clearCookies();
    await page.goto(`${baseUrl}/log-ind`);
    await page.getByRole('button', { name: 'Brug en adgangsnøgle' }).click();
    await page.getByText('Vi kender ikke den adgangsnøgle her').waitFor();
    await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  });

  test('without the owner’s finger or face there is no way in', async () => {
    const { cookies } = await someone(post.newAddress());
    const page = await open('/min-side/veje', cookies);
    const { cdp, authenticatorId } = await authenticator(page);
    await page.getByRole('button', { name: 'Lav en adgangsnøgle her' }).click();
    await page.getByText('Nu kan du logge ind').waitFor();
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await page.context().clearCookies();
    await page.goto(`${baseUrl}/log-ind`);
    await page.getByRole('button', { name: 'Brug en adgangsnøgle' }).click();
    await page.getByText('Det lykkedes ikke med adgangsnøglen').waitFor();
    assert.equal((await page.goto(`${baseUrl}/min-side/enheder`))?.url().includes('/log-ind'), true);
  });

  test('an answer that was used once, or is for another challenge, does not sign in again', async () => {
    const { cookies } = await someone(post.newAddress());
    const page = await open('/min-side/veje', cookies);
    await authenticator(page);
    await page.getByRole('button', { name: 'Lav en adgangsnøgle her' }).click();
    await page.getByText('Nu kan du logge ind').waitFor();
    await page.context().clearCookies();
    await page.goto(`${baseUrl}/log-ind`);
    const sent = page.waitForRequest((request) => request.method() === 'POST' && /noegle$/.test(request.url()));
    await page.getByRole('button', { name: 'Brug en adgangsnøgle' }).click();
    const answer = new URLSearchParams((await sent).postData() ?? '').get('svar') ?? '';
    await page.waitForURL(`${baseUrl}/`);

    const thief = house.visitor();
    const replayed = await thief.post('/log-ind/noegle', { svar: answer });
    assert.equal(replayed.status, 422);
    await thief.post('/log-ind/noegle/begynd', {});
    const another = await thief.post('/log-ind/noegle', { svar: answer });
    assert.equal(another.status, 422, 'the answer is to another challenge');
    assert.equal((await thief.fetch('/min-side/enheder')).status, 303);
  });

  test('the passkey of somebody who was forgotten is one that nobody knows', async () => {
    const { cookies } = await someone(post.newAddress());
    const page = await open('/min-side/veje', cookies);
    await authenticator(page);
    await page.getByRole('button', { name: 'Lav en adgangsnøgle her' }).click();
    await page.getByText('Nu kan du logge ind').waitFor();
    await page.goto(`${baseUrl}/min-side/data`);
    await page.getByText('Ja, jeg vil slettes').click();
    await page.getByRole('button', { name: 'Slet mig' }).click();
    await page.getByRole('heading', { name: 'Du bliver slettet' }).waitFor();
    house.clock.forward({ days: 14 });
    const { kinds } = workOf(post.ways, NEWS);
    await house.tx((tx) => enqueue(tx, PRIVACY_JOBS.retention, {}));
    await post.work(house, kinds);
    assert.match((await page.goto(`${baseUrl}/min-side/enheder`))?.url() ?? '', /log-ind/, 'signed out');
    await page.getByRole('button', { name: 'Brug en adgangsnøgle' }).click();
    await page.getByText('Vi kender ikke den adgangsnøgle her').waitFor();
  });

  test('without script there is no passkey button, and the code works as ever', async () => {
    const page = await browser.newPage({ baseUrl, javaScript: false });
    await page.goto(`${baseUrl}/log-ind`);
    assert.equal(await page.getByRole('button', { name: 'Brug en adgangsnøgle' }).isVisible(), false);
    assert.equal(await page.getByRole('button', { name: 'Send mig en kode' }).isVisible(), true);
  });

  test('at an address of numbers nobody is offered a passkey, and the page of ways says why', async () => {
    const { cookies } = await someone(post.newAddress());
    const numbers = `${listening.address}/${house.tenant.slug}`;
    const page = await browser.newPage({ baseUrl: numbers, cookies });
    await page.goto(`${numbers}/min-side/veje`);
    assert.match(await says(page), /kun på en adresse med et navn og https/);
  });
});
