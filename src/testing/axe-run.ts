import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';

/** What axe says against a page, as far as it can leave the page. */
export interface Violation {
  readonly id: string;
  readonly impact: string | null | undefined;
  readonly help: string;
  readonly nodes: readonly {
    readonly html: string;
    readonly failureSummary?: string | undefined;
    readonly target: string;
  }[];
}

/** Which part of a page: a selector, or places among all elements of the body. */
export type Scope = string | readonly number[];

/** A window from which axe reads those that it opened. */
type Reading = Window & { axe: typeof axe & { turnTo(other: Window): void }; opened: Window[] };

/** For browsers: less than half of what the package hands to Node, and it is read anew on every page. */
const AXE = readSource('axe.min.js');

/** Which window reads a page, and its place among those that the window opened. */
const readers = new WeakMap<Page, { readonly by: Page; readonly at: number }>();

/**
 * Opens an empty window beside `by`, whose pages axe reads from `by`. There axe is read once and stays warm, where on each
 * new page it begins cold, which takes most of its time. `by` must show something plain of the site that is to be read,
 * with the headers of its pages, and stay there.
 */
export async function openBeside(by: Page): Promise<Page> {
  if (!(await by.evaluate(() => 'opened' in window))) await evaluate(by, turning());
  const [page, at] = await Promise.all([
    by.waitForEvent('popup'),
    by.evaluate(() => {
      const other = window.open('about:blank');
      if (!other) throw new Error('no window was opened');
      return (window as unknown as Reading).opened.push(other) - 1;
    }),
  ]);
  readers.set(page, { by, at });
  return page;
}

/** What axe says against the page as it stands. */
export async function runAxe(page: Page, options: axe.RunOptions, scope?: Scope): Promise<Violation[]> {
  const reader = readers.get(page);
  if (reader && (await reaches(reader, page))) return reader.by.evaluate(run, { options, scope, at: reader.at });
  if (!(await page.evaluate(() => 'axe' in window))) await evaluate(page, AXE);
  return page.evaluate(run, { options, scope, at: -1 });
}

/** A page whose headers set it apart cannot be read from outside. */
function reaches({ by, at }: { readonly by: Page; readonly at: number }, page: Page): Promise<boolean> {
  return by.evaluate(
    ({ at, url }) => {
      const other = (window as unknown as Reading).opened[at];
      try {
        return other !== undefined && !other.closed && other.location.href === url;
      } catch {
        return false;
      }
    },
    { at, url: page.url() },
  );
}

/** Runs in the page, or in the window that reads it. */
async function run({ options, scope, at }: { options: axe.RunOptions; scope: Scope | undefined; at: number }) {
  const reading = window as unknown as Reading;
  const other = reading.opened?.[at];
  if (other) reading.axe.turnTo(other);
  const { document } = other ?? window;
  const all = document.querySelectorAll('body *');
  const part = typeof scope === 'string' ? scope : scope && { include: scope.flatMap((place) => all[place] ?? []) };
  const result = await reading.axe.run(part ?? document, { ...options, resultTypes: ['violations'] });
  return result.violations.map(({ id, impact, help, nodes }) => ({
    id,
    impact,
    help,
    nodes: nodes.map(({ html, failureSummary, target }) => ({ html, failureSummary, target: target.join(' ') })),
  }));
}

/** The readable edition of axe names its window: so it can be turned to another one. */
function turning(): string {
  const source = readSource('axe.js');
  const head = '(function axeFunction(window) {\n  var global = window;\n  var document = window.document;';
  const tail = "})(typeof window === 'object' ? window : this);";
  if (!source.includes(head) || !source.trimEnd().endsWith(tail)) {
    throw new Error('Cannot turn axe to another window: this edition is built in another way');
  }
  const turn = 'axe.turnTo = function (other) { global = window = other; document = other.document; };';
  return `window.opened = []; ${source.trimEnd().slice(0, -tail.length)}${turn}${tail}`;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** Straight to the browser, which then knows the script again on the next page and need not read it anew. */
async function evaluate(page: Page, script: string): Promise<void> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  await (await session).send('Runtime.evaluate', { expression: `${script};undefined` });
}

function readSource(file: string): string {
  return readFileSync(fileURLToPath(import.meta.resolve(`axe-core/${file}`)), 'utf8');
}
