import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { describeBarrier, expectNoSidewaysScroll, findBarriers, findColourBarriers } from '../src/testing/axe.ts';
import { openBrowser, type TestBrowser } from '../src/testing/browser.ts';
import { NO_BROWSER } from '../src/testing/chromium.ts';
import { sample } from '../src/testing/long.ts';
import { crawl, type Visit } from './accessibility.ts';
import { everything } from './everything.ts';
import { ACROSS_SKIP } from './everything-across.ts';
import { CATALOGUE_SKIP } from './everything-catalogue.ts';
import { CONNECTIONS_SKIP } from './everything-connections.ts';
import { EVALUATION_SKIP } from './everything-evaluation.ts';
import { EVENTS_SKIP } from './everything-events.ts';
import { PANELS_SKIP } from './everything-panels.ts';
import { SETUP_SKIP } from './everything-setup.ts';
import { STORIES_SKIP } from './everything-stories.ts';
import { STRATEGY_SKIP } from './everything-strategy.ts';
import { TASKS_SKIP } from './everything-tasks.ts';
import { WORKSHOPS_SKIP } from './everything-workshops.ts';
import { tellWorlds } from './worlds.ts';

const pages: Visit[] = [];
const worlds = await tellWorlds(everything(pages));

/** Neither pages nor what a form leads to. */
const SKIP = {
  'GET /live': 'a stream of hints, read by a script',
  'GET /dev/galleri': 'judged example by example, below',
  ...Object.fromEntries(
    ['/log-ind/noegle/begynd', '/log-ind/noegle', '/min-side/veje/noegle/begynd', '/min-side/veje/noegle'].map(
      (place) => [`POST ${place}`, 'asked by a script with a passkey at hand: e2e/passkeys.test.ts'],
    ),
  ),
  ...ACROSS_SKIP,
  ...CATALOGUE_SKIP,
  ...STORIES_SKIP,
  ...STRATEGY_SKIP,
  ...CONNECTIONS_SKIP,
  ...EVENTS_SKIP,
  ...TASKS_SKIP,
  ...EVALUATION_SKIP,
  ...SETUP_SKIP,
  ...WORKSHOPS_SKIP,
  ...PANELS_SKIP,
  'POST /pulje/ansoeg/maaler': 'asked by a script while somebody writes',
  'POST /pulje/min-ansoegning/:code/maaler': 'asked by a script while somebody writes',
};

describe('accessibility', { skip: NO_BROWSER }, () => {
  let browser: TestBrowser;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  test('every page and every form, sent empty and wrong, is for everybody', async (t) => {
    const thorough = sample(1, 2, 'ways to read each page (keys alone, large print, English)') > 1;
    const plan = { open: worlds.open, routes: worlds.routes, pages, skip: SKIP, thorough, lanes: 2 };
    const log = process.env.GROBUND_CRAWL_LOG;
    const report = await crawl(browser, log ? { ...plan, log: (line) => appendFileSync(log, `${line}\n`) } : plan);
    t.diagnostic(`${report.pages} pages in ${report.seconds[0]} s, ${report.forms} forms in ${report.seconds[1]} s`);
    assert.deepEqual(report.problems, []);
    assert.deepEqual(worlds.broken, []);
  });

  test('each example of the gallery is for everybody, light and dark, and fits a narrow telephone', async () => {
    const { baseUrl } = await worlds.open();
    const page = await browser.newPage({ baseUrl, colorScheme: 'dark' });
    await page.goto(`${baseUrl}/dev/galleri`);
    await expectNoSidewaysScroll(page);
    assert.deepEqual((await findColourBarriers(page)).map(describeBarrier), [], 'in dark');
    await page.emulateMedia({ colorScheme: 'light' });
    const names = await page
      .locator('[data-example]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-example')));
    assert.ok(names.length > 80, `${names.length} examples`);
    for (const name of names) {
      const scope = `[data-example="${name}"]`;
      await alone(page, scope);
      assert.deepEqual((await findBarriers(page, scope)).map(describeBarrier), [], name ?? '');
    }
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
});
