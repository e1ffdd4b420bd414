import type { Page } from 'playwright-core';

const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
/** Pages with long lists are walked so far. */
const MOST_STOPS = 60;
/** A date has a stop for each of its parts and one for its calendar. */
const STOPS_OF_A_DATE = 4;

/**
 * Goes through the page with Tab. Tells of what can be used and is never come to (something before it is a trap, or it
 * is left out), and of every stop that does not show that it has the focus (WCAG 2.1.1, 2.1.2, 2.4.7).
 */
export async function findHiddenStops(page: Page): Promise<string[]> {
  const presses = await page.evaluate(watchFocus, { most: MOST_STOPS, ofADate: STOPS_OF_A_DATE });
  const keys = await page.context().newCDPSession(page);
  // All at once: the browser takes them one after the other.
  await Promise.all(
    Array.from({ length: presses }, () => [
      keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...TAB }),
      keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...TAB }),
    ]).flat(),
  );
  await keys.detach();
  return page.evaluate(() => {
    const { wanted, met, pale } = (window as unknown as { walk: Walk }).walk;
    const name = (element: Element) => element.outerHTML.slice(0, 120);
    const isMet = (one: Element) =>
      met.has(one) ||
      (one instanceof HTMLInputElement &&
        one.type === 'radio' &&
        [...met].some((other) => other instanceof HTMLInputElement && other.name === one.name));
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
    return [
      ...wanted.filter((one) => !isMet(one)).map((one) => `Tab never comes to ${name(one)}`),
      ...[...pale].map((one) => `does not show that it has the focus: ${name(one)}`),
    ];
  });
}

interface Walk {
  readonly wanted: readonly Element[];
  readonly met: Set<Element>;
  readonly pale: Set<Element>;
}

/** Runs in the page: notes every stop from now on, and answers how many presses lead through all of them. */
function watchFocus({ most, ofADate }: { readonly most: number; readonly ofADate: number }): number {
  const usable = 'a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex]:not([tabindex="-1"])';
  const wanted = [...document.querySelectorAll<HTMLElement>(usable)]
    .filter((one) => one.tabIndex >= 0 && !one.matches(':disabled') && !one.closest('[inert]') && one.checkVisibility())
    .slice(0, most);
  const walk: Walk = { wanted, met: new Set(), pale: new Set() };
  (window as unknown as { walk: Walk }).walk = walk;
  const showsFocus = (one: Element) => {
    const label = one.matches('input') ? one.closest('label') : null;
    const looks = [one, label].flatMap((part) =>
      part ? [undefined, '::before', '::after'].map((pseudo) => getComputedStyle(part, pseudo)) : [],
    );
    return looks.some((look) => look.outlineStyle !== 'none' && Number.parseFloat(look.outlineWidth) >= 1);
  };
  const kinds = new Set<string>();
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return;
    walk.met.add(target);
    // Links that look alike show their focus alike.
    const { tagName, className, id, parentElement } = target;
    const kind = [tagName, className, id, target.getAttribute('type'), parentElement?.className].join(' ');
    if (kinds.has(kind)) return;
    kinds.add(kind);
    // What shows itself only when it has the focus needs no ring.
    if (!target.matches('.ds-skip-link') && !showsFocus(target)) walk.pale.add(target);
  });
  const dates = wanted.filter((one) => one.matches('input[type=date],input[type=time],input[type=datetime-local]'));
  return wanted.length + dates.length * ofADate + 5;
}
