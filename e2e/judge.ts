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

const NARROW = 320;
/** Of things that follow each other and look alike, so many are read unless the run is thorough. */
const ALIKE = 5;

/** Reads pages for barriers, and remembers which it has read. */
export class Judge {
  readonly #thorough: boolean;
  readonly #read = new Set<string>();
  /** Looks of words that are sound in their colours. */
  readonly #sound: Set<string> | undefined;

  /** `thorough`: also with keys alone. */
  constructor(thorough: boolean) {
    this.#thorough = thorough;
    this.#sound = thorough ? undefined : new Set();
  }

  /**
   * A page that is met for the first time, in a wide window: everything open, light and dark, then narrow (WCAG 1.4.10).
   * Where every part of it has been read on other pages, a run that is not thorough measures it and opens what lies over it.
   */
  async page(page: Page): Promise<string[]> {
    const stops = this.#thorough ? await findHiddenStops(page) : [];
    await openDisclosures(page);
    if (!this.#thorough) await page.evaluate(shorten, ALIKE);
    const isNew = await this.#isNew(page, 'html');
    const barriers = isNew || this.#thorough ? await findBarriersInBothSchemes(page, this.#sound) : [];
    const overlays = await this.#overlays(page);
    return told([...stops, ...barriers.map(describeBarrier), ...overlays, ...(await judgeWidth(page))]);
  }

  /** The same page in large print with the reader's own spacing, in a narrow window (1.4.12). */
  async narrow(page: Page): Promise<string[]> {
    await openDisclosures(page);
    await setMenus(page, true);
    return told(await findSqueezed(page));
  }

  /** The same page in another language: its colours have been seen. */
  async structure(page: Page): Promise<string[]> {
    await openDisclosures(page);
    const barriers = await findStructureBarriers(page);
    return told([...barriers.map(describeBarrier), ...(await judgeWidth(page))]);
  }

  /** What answers a form, light and dark. Where every part of it has been read before, it is only measured. */
  async answer(page: Page): Promise<string[]> {
    await openDisclosures(page);
    const barriers = (await this.#isNew(page, 'html')) ? await findBarriersInBothSchemes(page, this.#sound) : [];
    return told([...barriers.map(describeBarrier), ...(await judgeWidth(page))]);
  }

  /** What lies over the page when it is opened, by itself. */
  async #overlays(page: Page): Promise<string[]> {
    const problems: string[] = [];
    const read = async (scope: string) => {
      if (await this.#isNew(page, scope)) problems.push(...(await findBarriers(page, scope)).map(describeBarrier));
    };
    if ((await setMenus(page, true)) > 0) await read('.menu');
    await setMenus(page, false);
    const targets = await page.evaluate(() => {
      const buttons = [...document.querySelectorAll('[popovertarget]')];
      return [...new Set(buttons.map((button) => button.getAttribute('popovertarget') ?? ''))];
    });
    for (const id of targets) {
      const isOpen = await page.evaluate((one) => {
        document.getElementById(one)?.showPopover?.();
        return document.getElementById(one)?.matches(':popover-open') ?? false;
      }, id);
      if (!isOpen) problems.push(`popover #${id} does not open`);
      else await read(`#${id}`);
      await page.evaluate((one) => document.getElementById(one)?.hidePopover?.(), id);
    }
    return problems;
  }

  /** Is there a part in it that no page had before? From now on there is none. */
  async #isNew(page: Page, scope: string): Promise<boolean> {
    const parts = (await page.evaluate(partsOf, scope)).map((part) => `${scope === 'html' ? '' : 'over '}${part}`);
    const isNew = parts.some((part) => !this.#read.has(part));
    for (const part of parts) this.#read.add(part);
    return isNew;
  }
}

/**
 * Runs in the page: what it is built of. Two parts are the same when all but their words and addresses is the same, and
 * stand in the same kind of part; how its headings follow each other is one part more.
 */
function partsOf(scope: string): string[] {
  const TELLING = ['class', 'role', 'type', 'lang', 'open', 'tabindex'];
  const REFERRING = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns'];
  const all = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const twice = new Set(all.filter((id, at) => all.indexOf(id) !== at));
  const markOf = (element: Element): string => {
    const marks = element.getAttributeNames().map((name) => {
      const value = element.getAttribute(name) ?? '';
      if (TELLING.includes(name)) return `${name}=${value}`;
      if (name === 'id') return twice.has(value) ? 'id twice' : 'id';
      if (REFERRING.includes(name))
        return `${name}${value.split(/\s+/).every((id) => document.getElementById(id)) ? '' : ' nowhere'}`;
      return value === '' ? `${name} empty` : name;
    });
    const words = [...element.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.textContent?.trim());
    return `${element.localName} ${marks.sort().join(' ')}${words ? ' …' : ''}`;
  };
  const known = new Map<Element, string>();
  const mark = (element: Element): string => {
    const found = known.get(element) ?? markOf(element);
    known.set(element, found);
    return found;
  };
  const parts = new Set<string>();
  const inside = [...document.querySelectorAll(scope)].flatMap((one) => [one, ...one.querySelectorAll('*')]);
  for (const one of inside) {
    parts.add(
      `${one.parentElement ? mark(one.parentElement) : ''} > ${mark(one)}${one.children.length === 0 && !one.textContent?.trim() ? ' bare' : ''}`,
    );
  }
  const headings = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ localName }) => localName);
  parts.add(headings.filter((one, at) => one !== headings[at - 1]).join(' '));
  return [...parts];
}

/** Runs in the page: takes away what follows on `most` things of the same kind. */
function shorten(most: number): void {
  for (const list of document.querySelectorAll('main :is(ul,ol,tbody,select,section,div)')) {
    const kinds = new Map<string, number>();
    for (const one of [...list.children]) {
      const kind = `${one.localName}.${one.className}`;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if ((kinds.get(kind) ?? 0) > most) one.remove();
    }
  }
}

function told(problems: readonly string[]): string[] {
  return [...new Set(problems)];
}

/** What reaches out of a window of 320 CSS pixels, menus open. The window stays narrow. */
async function judgeWidth(page: Page): Promise<string[]> {
  if (page.viewportSize()?.width !== NARROW) await page.setViewportSize({ width: NARROW, height: 900 });
  await setMenus(page, true);
  const wide = await findOutreach(page);
  return wide.length > 0 ? [`wider than ${NARROW} px: ${wide.join(', ')}`] : [];
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
