import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';

/** For browsers: less than half of what the package hands to Node, and it is read anew on every page. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
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
  return runAxe(page, { runOnly: { type: 'tag', values: TAGS }, rules }, scope);
}

/** All barriers but those in the colours: for a page that has been seen in its colours before. */
export function findStructureBarriers(page: Page): Promise<Barrier[]> {
  const off = COLOUR_RULES.map((rule) => [rule, { enabled: false }] as const);
  const rules = { 'target-size': { enabled: true }, ...Object.fromEntries(off) };
  return runAxe(page, { runOnly: { type: 'tag', values: TAGS }, rules });
}

/** Barriers in the colours only: cheap enough for every page in the other colour scheme. */
export function findColourBarriers(page: Page, scope?: string): Promise<Barrier[]> {
  return runAxe(page, { runOnly: { type: 'rule', values: COLOUR_RULES } }, scope);
}

/**
 * Barriers in light and in dark, each named by its scheme. The page is left in light. With `seen`, dark is read only
 * where words have a look that is not in it yet: a look that is sound on one page is so on another.
 */
export async function findBarriersInBothSchemes(page: Page, seen?: Set<string>): Promise<Barrier[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await findBarriers(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const looks = seen ? (await page.evaluate(looksOfWords)).filter((look) => !seen.has(look)) : [];
  const dark = seen && looks.length === 0 ? [] : await findColourBarriers(page);
  if (dark.length === 0) for (const look of looks) seen?.add(look);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((barrier) => ({ ...barrier, where: `in dark: ${barrier.where}` }))];
}

/** Runs in the page: all that decides whether words can be told from what they stand on, once for each such look. */
function looksOfWords(): string[] {
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
  const looks = new Set<string>();
  for (const element of document.querySelectorAll('body *')) {
    const words = [...element.childNodes].some((one) => one.nodeType === Node.TEXT_NODE && one.textContent?.trim());
    if (!words && !element.matches('input,textarea,select')) continue;
    const { color, fontSize, fontWeight, textShadow, textDecorationLine } = getComputedStyle(element);
    const beside =
      element.localName === 'a' && element.parentElement ? getComputedStyle(element.parentElement).color : '';
    looks.add([color, fontSize, fontWeight, textShadow, textDecorationLine, beside, groundOf(element)].join('|'));
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

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** Straight to the browser, which then knows the script again on the next page and need not read it anew. */
async function inject(page: Page): Promise<void> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  await (await session).send('Runtime.evaluate', { expression: `${AXE};undefined` });
}

async function runAxe(page: Page, options: axe.RunOptions, scope?: string): Promise<Barrier[]> {
  await stillness(page);
  if (!(await page.evaluate(() => 'axe' in window))) await inject(page);
  const violations = await page.evaluate(
    async ({ options, scope }) => {
      const inPage = (window as unknown as { axe: typeof axe }).axe;
      const result = await inPage.run(scope ?? document, { ...options, resultTypes: ['violations'] });
      return result.violations.map(({ id, impact, help, nodes }) => ({
        id,
        impact,
        help,
        nodes: nodes.map(({ html, failureSummary, target }) => ({ html, failureSummary, target: target.join(' ') })),
      }));
    },
    { options, scope },
  );
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
