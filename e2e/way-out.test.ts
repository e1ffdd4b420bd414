import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { expectAccessible, expectNoSidewaysScroll } from '../src/testing/axe.ts';
import { openBrowser, type TestBrowser } from '../src/testing/browser.ts';
import { NO_BROWSER } from '../src/testing/chromium.ts';
import { openSite } from './site.ts';

const site = await openSite();

describe('a page that is not there', { skip: NO_BROWSER }, () => {
  let browser: TestBrowser;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  test('says so and has a way on, for everybody, in light and dark and on a narrow telephone', async () => {
    const page = await browser.newPage({ baseUrl: site.baseUrl });
    const answer = await page.goto(`${site.baseUrl}/findes-ikke`);
    assert.equal(answer?.status(), 404);
    assert.ok((await page.locator('main a[href]').count()) > 0);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page, 320);
  });
});
