import type { Page } from 'playwright-core';
import { describeBarrier, findBarriers, findBarriersInBothSchemes, findSidewaysScroll } from '../src/testing/axe.ts';
import type { TestBrowser } from '../src/testing/browser.ts';
import { type Form, formsOn, submitForm } from './forms.ts';
import { type Route, Routes } from './routes.ts';

export interface Cookie {
  readonly name: string;
  readonly value: string;
}

/** What the run must walk through. */
export interface Crawl {
  /** Origin and the tenant's first part, without a slash at the end: `http://127.0.0.1:4000/lyngbakken`. */
  readonly baseUrl: string;
  /** Every route of the app; each must be visited. */
  readonly routes: readonly Route[];
  /** Where to begin, and as whom (null: a visitor). Links from there are followed, as the same person, once a route. */
  readonly pages: readonly { readonly url: string; readonly as: string | null }[];
  /** Cookies of someone freshly signed in. Called for every form, since a form may sign the person out. */
  signIn(as: string): Promise<readonly Cookie[]>;
  /** Pages of examples: looked at, but where they lead is nowhere. */
  readonly examples?: readonly string[];
  /** Routes that no page leads to, each with the reason: `'GET /healthz': 'read by machines'`. */
  readonly skip?: Readonly<Record<string, string>>;
}

export interface CrawlReport {
  readonly pages: number;
  readonly forms: number;
  readonly problems: readonly string[];
}

const AT_ONCE = 3;

interface Visit {
  readonly url: string;
  readonly as: string | null;
}

/**
 * Walks every page as the right person: light and dark, every disclosure open, 320 px wide; then submits every form
 * empty and wrong and reads the answer the same way. What was not reached is a problem too.
 */
export async function crawl(browser: TestBrowser, plan: Crawl): Promise<CrawlReport> {
  const routes = new Routes(plan.baseUrl, plan.routes, plan.skip ?? {});
  const problems: string[] = [];
  const forms: { visit: Visit; form: Form }[] = [];
  const queue: Visit[] = plan.pages.map(({ url, as }) => ({ url: routes.absolute(url), as }));
  let pages = 0;

  await atOnce(queue, async (visit) => {
    const page = await open(browser, plan, visit);
    const found = await readPage(page, visit, routes, problems);
    if (found) pages += 1;
    if (found && !plan.examples?.some((url) => visit.url === routes.absolute(url))) {
      for (const form of found.forms) if (routes.isNewForm(form)) forms.push({ visit, form });
      for (const url of found.links) if (routes.isNewPage(url)) queue.push({ url, as: visit.as });
    }
    await page.context().close();
  });

  const submit = async ({ visit, form }: (typeof forms)[number]) => {
    for (const how of form.fields > 0 ? (['empty', 'wrong'] as const) : (['empty'] as const)) {
      const page = await open(browser, plan, visit);
      const judged = judgeForm(page, visit, form, how).catch((error: Error) => [
        `${visit.url}, form ${form.name} sent ${how}: ${error.message.split('\n')[0]}`,
      ]);
      const found = await judged;
      await page.context().close();
      // An earlier form took it away; a route that no form of reached is told of at the end.
      if (found === null) return;
      problems.push(...found);
      routes.submitted(form);
    }
  };
  await atOnce(
    forms.filter(({ form }) => form.fields > 0),
    submit,
  );
  // Buttons alone (sign out, delete) come last, since they change what the others need.
  for (const one of forms.filter(({ form }) => form.fields === 0)) await submit(one);
  return { pages, forms: forms.length, problems: [...problems, ...routes.unvisited()] };
}

/** A few at a time; `queue` may grow meanwhile. */
async function atOnce<T>(queue: T[], work: (one: T) => Promise<void>): Promise<void> {
  let busy = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (;;) {
        const one = queue.shift();
        if (one !== undefined) {
          busy += 1;
          await work(one).finally(() => {
            busy -= 1;
          });
        } else if (busy === 0) return;
        else await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }),
  );
}

async function open(browser: TestBrowser, plan: Crawl, visit: Visit): Promise<Page> {
  const origin = new URL(plan.baseUrl).origin;
  return browser.newPage({ baseUrl: origin, cookies: visit.as === null ? [] : await plan.signIn(visit.as) });
}

async function readPage(
  page: Page,
  visit: Visit,
  routes: Routes,
  problems: string[],
): Promise<{ forms: Form[]; links: string[] } | null> {
  const name = `${visit.url} as ${visit.as ?? 'visitor'}`;
  const say = (problem: string) => problems.push(`${name}: ${problem}`);
  const answer = await page.goto(visit.url).catch((error: Error) => error);
  if (answer instanceof Error) {
    // A file is saved, not shown: it was reached, and is no page.
    if (/Download is starting/.test(answer.message)) routes.visited(visit.url);
    else say(answer.message.split('\n')[0] ?? '');
    return null;
  }
  const status = answer?.status() ?? 0;
  if (status >= 400) {
    say(`answered ${status}`);
    return null;
  }
  routes.visited(visit.url);
  routes.visited(page.url());
  if (!(await isHtml(page))) return null;
  for (const problem of await judgePage(page)) say(problem);
  return {
    forms: await formsOn(page),
    links: await page.$$eval('a[href]', (links) => links.map((link) => (link as HTMLAnchorElement).href)),
  };
}

async function judgeForm(page: Page, visit: Visit, form: Form, how: 'empty' | 'wrong'): Promise<string[] | null> {
  const name = `${visit.url} as ${visit.as ?? 'visitor'}, form ${form.name} sent ${how}`;
  await page.goto(visit.url);
  const answer = await submitForm(page, form, how);
  if (answer.kind === 'gone') return null;
  if (answer.kind !== 'answer') return [`${name}: nothing happened`];
  // An earlier form took the right to it away: told of at the end when nobody could send it.
  if (answer.status === 404) return null;
  if (answer.status >= 400 && answer.status !== 422 && answer.status !== 429)
    return [`${name}: answered ${answer.status}`];
  if (!answer.html) return [];
  // The colours of a refusal are the same however it came about.
  const problems = await judgePage(page, how === 'empty');
  if (answer.status === 422 && (await page.locator('[aria-invalid="true"], [role="alert"]').count()) === 0) {
    problems.push('refused without saying why: no [aria-invalid] and no [role=alert]');
  }
  return problems.map((problem) => `${name}: ${problem}`);
}

function isHtml(page: Page): Promise<boolean> {
  return page.evaluate(() => document.contentType === 'text/html');
}

/** The page with everything open. */
async function judgePage(page: Page, inDark = true): Promise<string[]> {
  await openDisclosures(page);
  const barriers = await (inDark ? findBarriersInBothSchemes(page) : findBarriers(page));
  const problems = new Set(barriers.map(describeBarrier));
  const wide = await findSidewaysScroll(page, 320);
  if (wide.length > 0) problems.add(`wider than 320 px: ${wide.join(', ')}`);
  for (const barrier of await judgePopovers(page)) problems.add(barrier);
  return [...problems];
}

/** Opens every `<details>` and every button that says it is closed. */
function openDisclosures(page: Page): Promise<void> {
  return page.evaluate(() => {
    const details = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const one of details) {
      one.removeAttribute('name');
      one.open = true;
    }
    const buttons = [...document.querySelectorAll<HTMLElement>('[aria-expanded="false"]:not([popovertarget])')];
    for (const button of buttons) button.click();
  });
}

async function judgePopovers(page: Page): Promise<string[]> {
  const targets = await page.$$eval('[popovertarget]', (buttons) => [
    ...new Set(buttons.map((button) => button.getAttribute('popovertarget') ?? '')),
  ]);
  const problems: string[] = [];
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
