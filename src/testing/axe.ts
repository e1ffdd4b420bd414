import assert from 'node:assert/strict';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { runAxe, type Scope } from './axe-run.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What can differ between light and dark; the rest of a page is the same in both. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** One thing that a person with a disability would stumble over. */
export interface Barrier {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  readonly where: string;
  readonly why: string;
}

/** All barriers axe sees on the page as it stands now. `scope` is a selector; the whole page unless said. */
export function findBarriers(page: Page, scope?: string): Promise<Barrier[]> {
  const rules = { 'target-size': { enabled: true } };
  return barriersBy(page, { runOnly: { type: 'tag', values: TAGS }, rules }, scope);
}

/** All barriers but those in the colours: for a page that has been seen in its colours before. */
export function findStructureBarriers(page: Page): Promise<Barrier[]> {
  const off = COLOUR_RULES.map((rule) => [rule, { enabled: false }] as const);
  const rules = { 'target-size': { enabled: true }, ...Object.fromEntries(off) };
  return barriersBy(page, { runOnly: { type: 'tag', values: TAGS }, rules });
}

/** Barriers in the colours only: cheap enough for every page in the other colour scheme. */
export function findColourBarriers(page: Page, scope?: Scope): Promise<Barrier[]> {
  return barriersBy(page, { runOnly: { type: 'rule', values: COLOUR_RULES } }, scope);
}

/**
 * Barriers in light and in dark, each named by its scheme. The page is left in light. With `sound`, colours are read only
 * where words have a look that is not in it yet: a look that is sound on one page is so on another.
 */
export async function findBarriersInBothSchemes(page: Page, sound?: Set<string>): Promise<Barrier[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = sound
    ? [...(await findStructureBarriers(page)), ...(await findNewColourBarriers(page, sound))]
    : await findBarriers(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await (sound ? findNewColourBarriers(page, sound) : findColourBarriers(page));
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((barrier) => ({ ...barrier, where: `in dark: ${barrier.where}` }))];
}

/** Those of words whose look is not known to be sound. If they are, it is from now on. */
async function findNewColourBarriers(page: Page, sound: Set<string>): Promise<Barrier[]> {
  await stillness(page);
  const fresh = (await page.evaluate(looksOfWords)).filter(([look]) => !sound.has(look));
  if (fresh.length === 0) return [];
  const places = fresh.map(([, at]) => at);
  const barriers = await findColourBarriers(page, places);
  if (barriers.length === 0) for (const [look] of fresh) sound.add(look);
  return barriers;
}

/**
 * Runs in the page: all that decides whether words can be told from what they stand on, once for each such look, and the
 * first element that has it, by its place among all of the body.
 */
function looksOfWords(): [look: string, at: number][] {
  const grounds = new Map<Element, string>();
  const groundOf = (element: Element | null): string => {
    if (!element) return '';
    const known = grounds.get(element);
    if (known !== undefined) return known;
    const style = getComputedStyle(element);
    const covers = /^rgb\(/.test(style.backgroundColor) && style.opacity === '1' && style.position === 'static';
    const lifted = style.position === 'static' ? '' : `${element.localName}.${element.className}`;
    const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter, lifted].join(' ');
    const ground = covers && style.backgroundImage === 'none' ? own : `${own} on ${groundOf(element.parentElement)}`;
    grounds.set(element, ground);
    return ground;
  };
  /** A link must be told from the words that it stands among. */
  const besideOf = (element: Element): string => {
    const parent = element.parentElement;
    if (element.localName !== 'a' || !parent) return '';
    const alone = parent.textContent?.trim() === element.textContent?.trim();
    return `${getComputedStyle(parent).color} ${getComputedStyle(parent).display}${alone ? ' alone' : ''}`;
  };
  const looks = new Map<string, number>();
  for (const [at, element] of document.querySelectorAll('body *').entries()) {
    const words = [...element.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.textContent?.trim());
    if (!words && !element.matches('input,textarea,select')) continue;
    // What cannot be seen has not been read.
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const { color, fontSize, fontWeight, textShadow, textDecorationLine } = getComputedStyle(element);
    const own = [color, fontSize, fontWeight, textShadow, textDecorationLine, besideOf(element), groundOf(element)];
    const look = own.join('|');
    if (!looks.has(look)) looks.set(look, at);
  }
  return [...looks];
}

/** Waits until what moves or unfolds has come to rest: half way there, one thing lies over another. */
function stillness(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    await frame();
    const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(moving.map(({ finished }) => finished));
    await frame();
  });
}

/** Fails the test, with what to mend, when the page has a barrier in light or in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  const barriers = await findBarriersInBothSchemes(page);
  assert.equal(barriers.length, 0, `${page.url()} has barriers:\n${barriers.map(describeBarrier).join('\n')}`);
}

/** Fails the test when the page must be scrolled sideways in a window that is `width` CSS pixels wide (WCAG 1.4.10). */
export async function expectNoSidewaysScroll(page: Page, width = 320): Promise<void> {
  const wide = await findSidewaysScroll(page, width);
  assert.equal(wide.length, 0, `${page.url()} is wider than ${width} px: ${wide.join(', ')}`);
}

/** The elements that reach out over the right edge; none when the page fits. The window gets its size back. */
async function findSidewaysScroll(page: Page, width = 320): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: before?.height ?? 900 });
  const wide = await findOutreach(page);
  if (before) await page.setViewportSize(before);
  return wide;
}

/** The elements that reach out over the right edge of the window as wide as it is. */
export function findOutreach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return [];
    const isClipped = (element: Element) => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
        if (getComputedStyle(at).overflowX !== 'visible') return true;
      }
      return false;
    };
    const out = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > edge + 0.5 && !isClipped(element),
    );
    const deepest = out.filter((element) => !out.some((other) => other !== element && element.contains(other)));
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}${[...element.classList].map((one) => `.${one}`).join('')}` +
      ` (${Math.round(element.getBoundingClientRect().right)} px)`;
    return deepest.length > 0
      ? deepest.slice(0, 5).map(name)
      : [`the page (${document.documentElement.scrollWidth} px)`];
  });
}

export function describeBarrier({ rule, impact, help, where, why }: Barrier): string {
  return `  ${rule} (${impact}): ${help}\n    ${where}\n    ${why}`;
}

async function barriersBy(page: Page, options: axe.RunOptions, scope?: Scope): Promise<Barrier[]> {
  await stillness(page);
  const violations = await runAxe(page, options, scope);
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(({ html, failureSummary, target }) => ({
      rule: id,
      impact: impact ?? 'minor',
      help,
      where: `${target}  ${html.length > 160 ? `${html.slice(0, 160)}…` : html}`,
      why: (failureSummary ?? '').replace(/\s*\n\s*/g, ' '),
    })),
  );
}
