import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { issueCodes } from '../src/modules/signin/store/letters.ts';
import { stopToken } from '../src/modules/turns/store/stops.ts';
import {
  describeBarrier,
  expectAccessible,
  expectNoSidewaysScroll,
  findBarriers,
  findColourBarriers,
} from '../src/testing/axe.ts';
import { openBrowser, type TestBrowser } from '../src/testing/browser.ts';
import { NO_BROWSER } from '../src/testing/chromium.ts';
import { crawl } from './accessibility.ts';
import { openTown } from './town.ts';

const town = await openTown({ dev: true });

const VISITOR = null;
const SIGNE = 'Signe Højlund';
const KAREN = 'Karen Mose';
const METTE = 'Mette Lauridsen';
const SAMIRA = 'Samira Haddad';
const POUL = 'Poul Erik Munk';

/** No page of the product leads there, or no person reads it. */
const SKIP = {
  'GET /live': 'a stream of hints, read by a script',
  'GET /dev/galleri': 'judged example by example, below',
  'GET /pulje/min-ansoegning/:code': 'nobody in the story has applied without an account',
  'POST /pulje/min-ansoegning/:code': 'nobody in the story has applied without an account',
  'POST /pulje/min-ansoegning/:code/traek-tilbage': 'nobody in the story has applied without an account',
  'POST /pulje/min-ansoegning/:code/svar/:question': 'nobody in the story has applied without an account',
  'POST /pulje/ansoegninger/:id/traek-tilbage': 'no case of the story waits for its applicant',
  'POST /pulje/ansoegninger/:id/svar/:question': 'no case of the story waits for its applicant',
  'POST /log-ind/brev/navn': 'stands on the page that answers a code from a letter: the test below',
  'GET /min-side/adresse/kode': 'the address where a refused code is shown again',
  'POST /min-side/adresse/kode': 'stands on the page that answers a new address',
  'GET /udskriv/breve/fil': 'a PDF; no letter waits in the story by night',
  'POST /udskriv/breve/udskrevet': 'no letter waits in the story by night',
  'POST /udskriv/breve/:id': 'no letter of the story came back',
  'POST /pulje/ansoegninger/:id/tag-op': 'every case of the story is decided',
  'POST /pulje/ansoegninger/:id/spoerg': 'every case of the story is decided',
  'POST /pulje/ansoegninger/:id/raad': 'every case of the story is decided',
  'POST /pulje/ansoegninger/:id/beslut': 'every case of the story is decided',
  'POST /pulje/ansoegninger/:id/inhabil': 'every case of the story is decided',
  'POST /ideer/:id/hvem': 'every idea from paper is answered in the story',
  'POST /lejemaal/:id/kontakt-ikke': 'its button goes when the one beside it is pressed',
  'POST /personer/:id/foraelder': 'nobody in the story is under 15',
  'POST /personer/:id/hverv/:duty/slut': 'nobody in the story has a public duty',
  'POST /lejemaal/:id/kontakt-gerne': 'takes back what the form before it did',
};

describe('accessibility', { skip: NO_BROWSER }, () => {
  let browser: TestBrowser;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  const whole = { skip: process.env.GROBUND_LONG === '1' ? false : 'the whole crawl: npm run test:long' };
  test(
    'every page and every form, sent empty and wrong, is for everybody: light, dark, opened out and 320 px wide',
    whole,
    async () => {
      const samira = await town.personId(SAMIRA);
      const stop = await town.tx((tx) => stopToken(tx, { kind: 'person', personId: samira }, 'digest'));
      const ask = await town.tx(({ sql }) =>
        sql
          .selectFrom('turn')
          .select('subject_id')
          .where('kind', '=', 'initiative.drive')
          .where('closed_at', 'is', null)
          .executeTakeFirstOrThrow(),
      );
      const poul = await town.personId(POUL);
      const report = await crawl(browser, {
        baseUrl: town.baseUrl,
        routes: town.routes,
        signIn: town.signIn,
        skip: SKIP,
        pages: [
          ...['/', '/log-ind', '/log-ind/kode', '/log-ind/brev', '/log-ind/link/et-link', `/beskeder/${stop}`].map(
            (url) => ({ url, as: VISITOR }),
          ),
          { url: await followedIdea(), as: VISITOR },
          ...['/', '/din-tur', '/min-side', '/initiativer/ny'].map((url) => ({ url, as: METTE })),
          { url: `/vil-du-drive/${ask.subject_id}`, as: POUL },
          { url: await inside('Højbede i hoftehøjde'), as: SIGNE },
          { url: await inside('Gågruppen Møllestien'), as: SIGNE },
          { url: await inside('Suppeaften i gården'), as: METTE },
          { url: (await inside('Byttehylde i vaskeriet')).replace('/inde', ''), as: METTE },
          { url: '/afdelinger/ny', as: SIGNE },
          ...(await cases()).map((url) => ({ url, as: SIGNE })),
          ...(await cases()).map((url) => ({ url, as: 'Inge Falkenberg' })),
          { url: await toCorrect(), as: SIGNE },
          ...['/', '/kontoret', '/ideer', '/personer', '/organisationer', '/bestyrelsen', '/udskriv'].map((url) => ({
            url,
            as: SIGNE,
          })),
          ...['/udskriv/koder', '/udskriv/breve', '/udskriv/adressebrev', await someImport()].map((url) => ({
            url,
            as: SIGNE,
          })),
          ...['/', '/indstillinger/roller', '/aarsrapport', '/pulje/politik', '/pulje/ansoegninger'].map((url) => ({
            url,
            as: KAREN,
          })),
          ...['Lise Krogh', 'Brian Dahl', 'Maja Vestergaard', 'Inge Falkenberg'].map((as) => ({ url: '/', as })),
          ...['/dev', `/dev/som/${poul}`, '/dev/udbakke', '/dev/opgaver'].map((url) => ({
            url,
            as: VISITOR,
          })),
        ],
      });
      assert.deepEqual(report.problems, []);
    },
  );

  test('each example of the gallery is for everybody, light and dark, and fits a narrow telephone', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ baseUrl: town.baseUrl, colorScheme });
      await page.goto(`${town.baseUrl}/dev/galleri`);
      await expectNoSidewaysScroll(page);
      const names = await page
        .locator('[data-example]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-example')));
      assert.ok(names.length > 80, `${names.length} examples`);
      for (const name of names) {
        const scope = `[data-example="${name}"]`;
        await alone(page, scope);
        const barriers =
          colorScheme === 'light' ? await findBarriers(page, scope) : await findColourBarriers(page, scope);
        assert.deepEqual(barriers.map(describeBarrier), [], `${name} in ${colorScheme}`);
      }
      await page.context().close();
    }
  });

  test('the page behind the code of a letter asks kindly who one is', async () => {
    const code = await town.tx(async (tx) => {
      const home = await tx.sql.selectFrom('tenancy').select('id').executeTakeFirstOrThrow();
      const expiresAt = new Date(tx.now.getTime() + 86_400_000);
      return (await issueCodes(tx, [home.id], { by: null, expiresAt }))[0] ?? '';
    });
    const page = await browser.newPage({ baseUrl: town.baseUrl });
    await page.goto(`${town.baseUrl}/log-ind/brev?kode=${code}`);
    await page.getByRole('main').getByRole('button').first().click();
    await page.getByText('Hvem er du?').first().waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('main').getByRole('button').first().click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  /** Leaves one example on the page: ids may be the same in two. */
  async function alone(page: Page, scope: string): Promise<void> {
    await page.evaluate((scope) => {
      const shelf = window as unknown as { examples?: Element[] };
      shelf.examples ??= [...document.querySelectorAll('[data-example]')];
      const one = shelf.examples.find((example) => example.matches(scope));
      document.querySelector('main')?.replaceChildren(...(one ? [one] : []));
    }, scope);
  }

  /** The inner page of one initiative of the story. */
  function inside(title: string): Promise<string> {
    return town.tx(async ({ sql }) => {
      const found = sql.selectFrom('initiative').select('id').where('title', '=', title);
      return `/initiativer/${(await found.executeTakeFirstOrThrow()).id}/inde`;
    });
  }

  /** Cases of the fund that still wait for something. */
  function cases(): Promise<string[]> {
    return town.tx(async ({ sql }) => {
      const open = sql
        .selectFrom('fund_application as a')
        .leftJoin('fund_decision as d', 'd.application_id', 'a.id')
        .select('a.id')
        .where('d.id', 'is', null);
      return (await open.limit(2).execute()).map(({ id }) => `/pulje/ansoegninger/${id}`);
    });
  }

  function toCorrect(): Promise<string> {
    return town.tx(async ({ sql }) => {
      const { id } = await sql.selectFrom('department').select('id').executeTakeFirstOrThrow();
      return `/afdelinger/${id}/ret`;
    });
  }

  /** Where somebody without an account follows their idea. */
  async function followedIdea(): Promise<string> {
    const page = await browser.newPage({ baseUrl: town.baseUrl });
    await page.goto(`${town.baseUrl}/ideer/ny`);
    await page.getByLabel('Hvad er din idé?').fill('En gynge til de store');
    await page.getByRole('main').getByRole('button', { name: 'Send min idé' }).click();
    await page.getByText('Gem linket til den her side').waitFor();
    const url = page.url();
    await page.context().close();
    return url;
  }

  /** A file from a housing system that waits to be looked through. */
  async function someImport(): Promise<string> {
    const page = await browser.newPage({ baseUrl: town.baseUrl, cookies: await town.signIn(SIGNE) });
    await page.goto(`${town.baseUrl}/import`);
    const rows = [
      'Afdeling;Lejemål;Vej;Husnr;Etage;Dør;Postnr;By',
      '1;1-999;Kærhaven;99;st;tv;4999;Vesterby',
      '1;;;;;;;',
    ];
    await page.locator('input[type=file]').setInputFiles({
      name: 'lejemål.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.join('\r\n')),
    });
    await page.getByRole('main').locator('form:has(input[type=file]) button').click();
    await page.waitForURL(/\/import\/[0-9a-f-]{36}/);
    const url = page.url();
    await page.context().close();
    return url;
  }
});
