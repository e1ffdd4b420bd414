import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { expectNoSidewaysScroll } from '../src/testing/axe.ts';
import { openBrowser, shoot, type TestBrowser } from '../src/testing/browser.ts';
import { NO_BROWSER } from '../src/testing/chromium.ts';
import { goTo, openTown } from './town.ts';

const town = await openTown();
const MOST_STOPS = 150;
const SIGNE = 'Signe Højlund';
/** Reads large print. */
const VILLY = 'Villy Toft';

/** Where the focus is, as a person at the keyboard meets it. */
interface Stop {
  readonly name: string;
  readonly shown: boolean;
  readonly inView: boolean;
  readonly top: number;
}

describe('without a mouse', { skip: NO_BROWSER }, () => {
  let browser: TestBrowser;

  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  test('the first stop leads past the head of the page', async () => {
    const page = await browser.newPage({ baseUrl: town.baseUrl });
    await goTo(page, town, '/');
    await page.keyboard.press('Tab');
    const skip = page.locator('.ds-skip-link');
    assert.ok(await skip.evaluate((link) => link === document.activeElement));
    const box = await skip.boundingBox();
    assert.ok(box && box.y >= 0 && box.height > 20, 'it shows itself');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement)));
  });

  test('an idea is laid, read and made an initiative with keys alone', async () => {
    const visitor = await browser.newPage({ baseUrl: town.baseUrl });
    await goTo(visitor, town, '/');
    await tabTo(visitor, 'said');
    await visitor.keyboard.type('En fælles drivbænk');
    await tabTo(visitor, 'contact');
    await visitor.keyboard.type('karla@example.dk');
    await tabTo(visitor, 'Send min idé');
    await visitor.keyboard.press('Enter');
    await visitor.getByText('Gem linket til den her side').waitFor();

    const signe = await browser.newPage({ baseUrl: town.baseUrl, cookies: await town.signIn(SIGNE) });
    await goTo(signe, town, '/ideer');
    await tabTo(signe, 'En fælles drivbænk');
    await signe.keyboard.press('Enter');
    await signe.getByRole('heading', { level: 1, name: 'En fælles drivbænk' }).waitFor();
    await tabTo(signe, 'category');
    await signe.keyboard.press('Space');
    await tabTo(signe, 'where[]');
    await signe.keyboard.press('Space');
    await tabTo(signe, 'Opret initiativet');
    await signe.keyboard.press('Enter');
    await signe.getByText('Hvem kan drive det?').first().waitFor();
    await tabTo(signe, 'person');
    await signe.keyboard.press('ArrowDown');
    await tabTo(signe, 'Send spørgsmålet');
    await signe.keyboard.press('Enter');
    await signe.getByText('har fået spørgsmålet').waitFor();
  });

  for (const [who, place] of [
    [null, '/'],
    [null, '/log-ind'],
    [SIGNE, '/'],
    [SIGNE, '/initiativer'],
    [SIGNE, '/personer/ny'],
  ] as const) {
    test(`every stop on ${place} as ${who ?? 'a visitor'} can be seen, in the order of the page, and none is a trap`, async () => {
      const page = await browser.newPage({
        baseUrl: town.baseUrl,
        ...(who ? { cookies: await town.signIn(who) } : {}),
      });
      await goTo(page, town, place);
      const stops = await allStops(page);
      assert.ok(stops.length > 5 && stops.length < MOST_STOPS, `${stops.length} stops`);
      assert.deepEqual(
        stops.filter(({ shown, inView }) => !shown || !inView),
        [],
        'focus can be seen',
      );
      assert.equal(await page.locator('[tabindex]:not([tabindex="0"],[tabindex="-1"])').count(), 0);
    });
  }

  test('a menu opens with Enter, lets one in, and closes with Escape to where one was', async () => {
    const page = await browser.newPage({ baseUrl: town.baseUrl, cookies: await town.signIn(SIGNE) });
    await goTo(page, town, '/');
    await tabTo(page, SIGNE);
    await page.keyboard.press('Enter');
    const sheet = page.locator('.page-header-person .menu-sheet');
    await sheet.waitFor({ state: 'visible' });
    await page.keyboard.press('Tab');
    assert.ok(await sheet.evaluate((menu) => menu.contains(document.activeElement)));
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'SUMMARY');
  });

  test('at 400 % zoom everything is there and can be reached', async () => {
    const page = await browser.newPage({ baseUrl: town.baseUrl, width: 320, height: 256 });
    for (const place of ['/', '/log-ind', '/initiativer']) {
      await goTo(page, town, place);
      await expectNoSidewaysScroll(page, 320);
      const stops = await allStops(page);
      assert.deepEqual(
        stops.filter(({ shown, inView }) => !shown || !inView),
        [],
        `${place}: nothing that stays on the screen hides the focus`,
      );
    }
    await shoot(page, 'zoom-400');
  });

  test('large print fits a telephone', async () => {
    const page = await browser.newPage({ baseUrl: town.baseUrl, width: 390, cookies: await town.signIn(VILLY) });
    for (const place of ['/', '/din-tur', '/min-side']) {
      await goTo(page, town, place);
      assert.equal(await page.locator('html').getAttribute('data-size'), 'lg');
      await expectNoSidewaysScroll(page, 390);
    }
    await shoot(page, 'large-print');
  });

  test('in the colours that a person has forced, buttons and fields keep their edges', async () => {
    const page = await browser.newPage({ baseUrl: town.baseUrl });
    await page.emulateMedia({ forcedColors: 'active' });
    await goTo(page, town, '/');
    const flat = await page.$$eval('main button, main input:not([type=hidden]), main textarea', (all) =>
      all
        .filter((one) => one.getClientRects().length > 0)
        .filter((one) => {
          const { borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(one);
          return (borderTopStyle === 'none' || borderTopWidth === '0px') && outlineStyle === 'none';
        })
        .map((one) => one.outerHTML.slice(0, 120)),
    );
    assert.deepEqual(flat, []);
    await shoot(page, 'forced-colours');
  });
});

/** Presses Tab until the focus is on the field of that name, or on what has these words. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate((wanted) => {
      const focus = document.activeElement;
      return (
        focus?.getAttribute('name') === wanted || (focus !== document.body && focus?.textContent?.includes(wanted))
      );
    }, wanted);
    if (here) return;
  }
  assert.fail(`Tab never came to "${wanted}" on ${page.url()}`);
}

/** Every stop, until Tab leaves the page. */
async function allStops(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const focus = document.activeElement;
      if (!focus || focus === document.body) return null;
      // What shows itself only when it has the focus needs no ring.
      if (focus.matches('.ds-skip-link')) return { name: 'skip link', shown: true, inView: true, top: 0 };
      const label = focus.matches('input') ? focus.closest('label') : null;
      const looks = [focus, label].flatMap((one) =>
        one ? [undefined, '::before', '::after'].map((part) => getComputedStyle(one, part)) : [],
      );
      const shown = looks.some((look) => look.outlineStyle !== 'none' && Number.parseFloat(look.outlineWidth) >= 1);
      const { top, bottom, left, right, height } = focus.getBoundingClientRect();
      const inView =
        bottom > 0 &&
        right > 0 &&
        top < innerHeight &&
        left < innerWidth &&
        (height > innerHeight || top > -height / 2);
      return { name: focus.outerHTML.slice(0, 100), shown, inView, top: Math.round(top + scrollY) };
    });
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}
