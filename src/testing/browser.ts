import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Language } from '../kernel/language.ts';
import { CHROMIUM_MAJOR, unpackChromium } from './chromium.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-pings',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  // Nothing but this machine has a name; *.localhost is this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
];

export interface PageOptions {
  /** Width of the window in CSS pixels; 1280 unless said. A telephone is 390, the narrowest promise 320. */
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** False: as for a reader whose browser runs no script. */
  readonly javaScript?: boolean;
  readonly language?: Language;
  /** `Cookie` pairs of someone signed in, for `baseUrl`. */
  readonly cookies?: readonly { readonly name: string; readonly value: string }[];
  /** Lets `page.goto('/initiativer')` be short. */
  readonly baseUrl?: string;
}

/** One Chromium. Each page has its own cookies, as if on its own device. */
export interface TestBrowser {
  newPage(options?: PageOptions): Promise<Page>;
  /**
   * Closes every page. Throws when a page asked for something beyond this machine, threw an error in a script,
   * or was stopped by the content security policy.
   */
  close(): Promise<void>;
}

/** Starts Chromium. Throws when it is another version than the one the project pins. */
export async function openBrowser(): Promise<TestBrowser> {
  const { executable, env } = await unpackChromium();
  const browser = await chromium.launch({ executablePath: executable, args: FLAGS, env, headless: true });
  const version = browser.version();
  if (version.split('.')[0] !== CHROMIUM_MAJOR) {
    await browser.close();
    throw new Error(`Cannot test with Chromium ${version}: version ${CHROMIUM_MAJOR} is pinned`);
  }
  const problems: string[] = [];
  return {
    newPage: (options = {}) => openPage(browser, options, problems),
    close: async () => {
      await browser.close();
      if (problems.length > 0) throw new Error(`The pages misbehaved:\n  ${[...new Set(problems)].join('\n  ')}`);
    },
  };
}

/** Runs `use` with a browser, and closes it however that ends. */
export async function withBrowser<T>(use: (browser: TestBrowser) => Promise<T>): Promise<T> {
  const browser = await openBrowser();
  let result: T;
  try {
    result = await use(browser);
  } catch (error) {
    await browser.close().catch((other: Error) => console.error(other.message));
    throw error;
  }
  await browser.close();
  return result;
}

async function openPage(browser: Browser, options: PageOptions, problems: string[]): Promise<Page> {
  const { width = 1280, height = 900, colorScheme = 'light', javaScript = true, language = 'da', baseUrl } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    javaScriptEnabled: javaScript,
    locale: language === 'da' ? 'da-DK' : language,
    timezoneId: 'Europe/Copenhagen',
    reducedMotion: 'reduce',
    ...(baseUrl ? { baseURL: baseUrl } : {}),
  });
  context.setDefaultTimeout(15_000);
  watch(context, problems);
  if (options.cookies && baseUrl) {
    await context.addCookies(options.cookies.map(({ name, value }) => ({ name, value, url: baseUrl })));
  }
  return context.newPage();
}

function watch(context: BrowserContext, problems: string[]): void {
  context.on('request', (request) => {
    if (!isHere(request.url())) problems.push(`${request.frame().url()} asked for ${request.url()}`);
  });
  context.on('weberror', (error) => problems.push(`${error.page()?.url()}: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text())) {
      problems.push(`${message.page()?.url()}: ${message.text()}`);
    }
  });
}

function isHere(address: string): boolean {
  const url = new URL(address);
  if (!/^(https?|wss?):$/.test(url.protocol)) return true;
  return /^(127\.0\.0\.1|localhost|.*\.localhost)$/.test(url.hostname);
}

/** Keeps a picture of the page as `name`.png in the folder GROBUND_SHOTS, where that is set. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.GROBUND_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
