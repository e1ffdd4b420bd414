import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from './browser.ts';
import { NO_BROWSER } from './chromium.ts';
import { expectPicture } from './pictures.ts';

describe('a kept picture', { skip: NO_BROWSER }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  const places = { baselines: join(folder, 'kept'), results: join(folder, 'results') };
  let browser: TestBrowser;
  let page: Page;

  before(async () => {
    browser = await openBrowser();
    page = await browser.newPage({ width: 400, height: 300 });
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const show = (colour: string, width = 200) =>
    page.setContent(
      `<div id="card" style="width:${width}px;background:${colour};padding:1rem;border-radius:8px">Fælleshave</div>`,
    );

  test('is asked for when there is none', async () => {
    await show('#ffe');
    await assert.rejects(expectPicture(page, 'kort', places), /No picture is kept of "kort"/);
  });

  test('is the same when the page comes again, and says how much has changed when it does not', async () => {
    await show('#ffe');
    const card = page.locator('#card');
    await expectPicture(card, 'kort', { ...places, keep: true });
    await show('#ffe');
    await expectPicture(card, 'kort', places);
    await show('#9ad');
    await assert.rejects(expectPicture(card, 'kort', places), /"kort" looks different: \d\d\.\d\d % of its pixels/);
    assert.ok(existsSync(join(places.results, 'kort.difference.png')));
    await show('#ffe', 210);
    await assert.rejects(expectPicture(card, 'kort', places), /232×\d+ became 242×\d+ pixels/);
  });
});
