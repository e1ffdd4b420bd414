import type { Page } from 'playwright-core';
import {
  describeBarrier,
  findBarriers,
  findBarriersInBothSchemes,
  findOutreach,
  findStructureBarriers,
} from '../src/testing/axe.ts';
import { findSqueezed } from './squeeze.ts';
import { findHiddenStops } from './stops.ts';

/** A page that is met for the first time, in a wide window: with keys alone, everything open, light and dark. */
export async function judgePage(page: Page): Promise<string[]> {
  const stops = await findHiddenStops(page);
  await openDisclosures(page);
  const barriers = await findBarriersInBothSchemes(page);
  return told([...stops, ...barriers.map(describeBarrier), ...(await judgeOverlays(page))]);
}

/** The same page in a narrow window (WCAG 1.4.10), also in large print with the reader's own spacing (1.4.12). */
export async function judgeNarrow(page: Page): Promise<string[]> {
  await openDisclosures(page);
  await setMenus(page, true);
  return told([...(await judgeWidth(page)), ...(await findSqueezed(page))]);
}

/** The same page in another language, or what answers a form: its colours have been seen. */
export async function judgeStructure(page: Page): Promise<string[]> {
  await openDisclosures(page);
  const barriers = await findStructureBarriers(page);
  return told([...barriers.map(describeBarrier), ...(await judgeWidth(page))]);
}

/** What a refused form says. */
export async function judgeRefusal(page: Page): Promise<string[]> {
  await openDisclosures(page);
  return told((await findBarriers(page)).map(describeBarrier));
}

function told(problems: readonly string[]): string[] {
  return [...new Set(problems)];
}

async function judgeWidth(page: Page): Promise<string[]> {
  const wide = await findOutreach(page);
  return wide.length > 0 ? [`wider than ${page.viewportSize()?.width} px: ${wide.join(', ')}`] : [];
}

/** Opens every `<details>` and every button that says it is closed; but not menus, that lie over the page until closed. */
function openDisclosures(page: Page): Promise<void> {
  return page.evaluate(() => {
    const details = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open],.menu)')];
    for (const one of details) {
      one.removeAttribute('name');
      one.open = true;
    }
    const buttons = [...document.querySelectorAll<HTMLElement>('[aria-expanded="false"]:not([popovertarget])')];
    for (const button of buttons) button.click();
  });
}

function setMenus(page: Page, open: boolean): Promise<number> {
  return page.evaluate((open) => {
    const menus = [...document.querySelectorAll<HTMLDetailsElement>('details.menu')].filter((one) =>
      one.checkVisibility(),
    );
    for (const menu of menus) menu.open = open;
    return menus.length;
  }, open);
}

/** What lies over the page when it is opened, by itself. */
async function judgeOverlays(page: Page): Promise<string[]> {
  const problems: string[] = [];
  if ((await setMenus(page, true)) > 0) problems.push(...(await findBarriers(page, '.menu')).map(describeBarrier));
  await setMenus(page, false);
  const targets = await page.$$eval('[popovertarget]', (buttons) => [
    ...new Set(buttons.map((button) => button.getAttribute('popovertarget') ?? '')),
  ]);
  for (const id of targets) {
    const isOpen = await page.evaluate((one) => {
      document.getElementById(one)?.showPopover?.();
      return document.getElementById(one)?.matches(':popover-open') ?? false;
    }, id);
    if (!isOpen) problems.push(`popover #${id} does not open`);
    else problems.push(...(await findBarriers(page, `#${id}`)).map(describeBarrier));
    await page.evaluate((one) => document.getElementById(one)?.hidePopover?.(), id);
  }
  return problems;
}
