import type { Page, Request } from 'playwright-core';
import { openBeside } from '../src/testing/axe-run.ts';
import type { TestBrowser } from '../src/testing/browser.ts';
import type { Cookie, Visit, World } from './accessibility.ts';
import { sendAsItStands } from './forms.ts';

/** What came when a page was asked for. `passed`: the addresses of ours that led on to it after a button was pressed. */
export type Arrival =
  | { readonly kind: 'page'; readonly page: Page; readonly html: boolean; readonly passed: readonly string[] }
  /** Saved, not shown. */
  | { readonly kind: 'file' }
  | { readonly kind: 'problem'; readonly problem: string };

/** CSS pixels. */
const WIDTHS = { wide: 1280, narrow: 320 };
export type Width = keyof typeof WIDTHS;

/** A wide window and a narrow one in a world of their own, that go to pages as whoever is wanted. */
export interface Lane {
  go(visit: Visit, width: Width, language?: 'da' | 'en'): Promise<Arrival>;
  /** The words of a page, fetched and not shown; null where it is no page. */
  glance(visit: Visit): Promise<{ readonly page: Page; readonly html: string; readonly url: string } | null>;
  /** Address inside the tenant (`/initiativer?q=suppe`), or null for one that is somewhere else. */
  within(address: string): string | null;
  /** Puts the world back as it was told. */
  renew(): Promise<void>;
  /** New windows, after something went wrong in the old ones. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

export async function openLane(browser: TestBrowser, world: World): Promise<Lane> {
  const { origin, pathname } = new URL(world.baseUrl);
  const prefix = pathname.replace(/\/$/, '');
  let { device, windows } = await openWindows(browser, origin);
  const become = async (as: string | null, language?: 'da' | 'en') => {
    const cookies: Cookie[] = as === null ? [] : [...(await world.signIn(as))];
    if (language) cookies.push({ name: 'sprog', value: language });
    await device.clearCookies();
    await device.addCookies(cookies.map((cookie) => ({ ...cookie, url: origin })));
  };
  return {
    reopen: async () => {
      await device.close();
      ({ device, windows } = await openWindows(browser, origin));
    },
    close: () => device.close(),
    within: (address) => {
      const at = new URL(address, `${world.baseUrl}/`);
      const inside = at.pathname === prefix || at.pathname.startsWith(`${prefix}/`);
      if (at.origin !== origin || !inside) return null;
      return (at.pathname.slice(prefix.length) || '/') + at.search;
    },
    renew: async () => {
      // Whatever the old pages listen to ends before their world does.
      await Promise.all(Object.values(windows).map(leave));
      await world.renew();
    },
    glance: async ({ url, as }) => {
      await become(as);
      const answer = await device.request.get(world.baseUrl + url);
      if (!answer.ok() || !/^text\/html/.test(answer.headers()['content-type'] ?? '')) return null;
      return { page: windows.wide, html: await answer.text(), url: answer.url() };
    },
    go: async (visit, width, language) => {
      const page = windows[width];
      if (page.viewportSize()?.width !== WIDTHS[width]) {
        await page.setViewportSize({ width: WIDTHS[width], height: 900 });
      }
      await become(visit.as, language);
      return arrive(page, world.baseUrl, visit);
    },
  };
}

/** On a device of their own, and a third one that reads them: it stands on a page of the site without anything on it. */
async function openWindows(browser: TestBrowser, origin: string) {
  const reader = await browser.newPage({ baseUrl: origin });
  await reader.goto('/healthz');
  const windows: Record<Width, Page> = { wide: await openBeside(reader), narrow: await openBeside(reader) };
  return { device: reader.context(), windows };
}

/** To an empty page, by the page's own doing: so the browser keeps the process, and all it has read, for what comes next. */
async function leave(page: Page): Promise<void> {
  if (page.url() === 'about:blank') return;
  await page.evaluate(() => location.replace('about:blank'));
  await page.waitForURL('about:blank');
}

async function arrive(page: Page, base: string, { url, fill, press }: Visit): Promise<Arrival> {
  const answer = await page.goto(base + url).catch((error: Error) => error);
  if (answer instanceof Error) {
    if (/Download is starting/.test(answer.message)) return { kind: 'file' };
    return { kind: 'problem', problem: answer.message.split('\n')[0] ?? '' };
  }
  const status = fill ? await sendAsItStands(page, fill) : (answer?.status() ?? 0);
  const passed = press ? await pressHome(page, base, press) : [];
  if (status >= 400) return { kind: 'problem', problem: `answered ${status}` };
  return { kind: 'page', page, html: await page.evaluate(() => document.contentType === 'text/html'), passed };
}

/** Presses a button, and waits for the page of ours that it leads to, however far round. */
async function pressHome(page: Page, base: string, name: string): Promise<string[]> {
  const passed: string[] = [];
  const note = (request: Request) => void (request.isNavigationRequest() && passed.push(request.url()));
  page.on('request', note);
  await Promise.all([page.waitForURL(`${base}/**`), page.getByRole('button', { name }).click()]);
  page.off('request', note);
  return passed;
}
