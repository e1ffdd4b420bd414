import type { Page } from 'playwright-core';
import { findOutreach } from '../src/testing/axe.ts';

const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

/** What is cut off, or reaches out of the window, in large print with the reader's own spacing (WCAG 1.4.12). */
export async function findSqueezed(page: Page): Promise<string[]> {
  // A constructed sheet is no inline style, so the content security policy has no say in it.
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
    document.documentElement.dataset.size = 'lg';
  }, SPACING);
  const wide = await findOutreach(page);
  const cut = await page.evaluate(findCutOff);
  return [
    ...wide.map((one) => `large and spaced, wider than ${page.viewportSize()?.width} px: ${one}`),
    ...cut.map((one) => `large and spaced, cut off: ${one}`),
  ];
}

/** Runs in the page: words that lie outside of what lets them be seen. What can be scrolled is not cut off. */
function findCutOff(): string[] {
  const cut = new Set<string>();
  const range = document.createRange();
  for (const box of document.querySelectorAll('main *,header *,footer *')) {
    const { overflowX, overflowY } = getComputedStyle(box);
    if (!/hidden|clip/.test(overflowX + overflowY) || /auto|scroll/.test(overflowX + overflowY)) continue;
    if (box.closest('.only-heard,.ds-skip-link,svg') || !box.checkVisibility({ visibilityProperty: true })) continue;
    const edge = box.getBoundingClientRect();
    // Only heard.
    if (edge.width <= 1 || edge.height <= 1) continue;
    const words = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      if (!node.textContent?.trim() || node.parentElement?.closest('.only-heard,svg,option,script,style')) continue;
      range.selectNodeContents(node);
      const { top, bottom, left, right, width } = range.getBoundingClientRect();
      if (width === 0) continue;
      const across = overflowX !== 'visible' && (left < edge.left - 2 || right > edge.right + 2);
      const along = overflowY !== 'visible' && (top < edge.top - 4 || bottom > edge.bottom + 4);
      if (across || along) cut.add(`"${node.textContent.trim().slice(0, 40)}" in ${box.tagName}.${box.className}`);
    }
  }
  return [...cut].slice(0, 5);
}
