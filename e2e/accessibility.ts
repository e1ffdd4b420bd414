import type { Page } from 'playwright-core';
import type { TestBrowser } from '../src/testing/browser.ts';
import { type Form, formsOn, type How, submitForm } from './forms.ts';
import { Judge } from './judge.ts';
import { type Lane, openLane } from './lane.ts';
import { type Route, Routes } from './routes.ts';

export interface Cookie {
  readonly name: string;
  readonly value: string;
}

/** A running site with everything in it, where one window can do what it likes. */
export interface World {
  /** Origin and the tenant's first part, without a slash at the end: `http://127.0.0.1:4000/lyngbakken`. */
  readonly baseUrl: string;
  /** Cookies of someone signed in. */
  signIn(as: string): Promise<readonly Cookie[]>;
  /** Undoes everything that was done in it. */
  renew(): Promise<void>;
}

export interface Visit {
  /** Inside the tenant: `/initiativer`. */
  readonly url: string;
  /** Null: a visitor. */
  readonly as: string | null;
  /** What is meant is the page that answers when these fields are filled in and sent. */
  readonly fill?: Readonly<Record<string, string>>;
  /** One more of its kind: judged only when a form stands on it that stood on none before. */
  readonly more?: boolean;
}

/** What the run must walk through. */
export interface Crawl {
  /** Opens a world; each is the same. */
  open(): Promise<World>;
  /** Every route of the app; each must be visited. */
  readonly routes: readonly Route[];
  /** Where to begin. Links from there are followed, as the same person, once a route. */
  readonly pages: readonly Visit[];
  /** Routes that are no pages, each with the reason: `'GET /healthz': 'read by machines'`. */
  readonly skip?: Readonly<Record<string, string>>;
  /** Also with keys alone, in large print, in English, and further things of each kind. */
  readonly thorough: boolean;
  /** Is told what was done, and how long it took. */
  log?(line: string): void;
}

export interface CrawlReport {
  readonly pages: number;
  readonly forms: number;
  /** How long the pages and the forms took, in seconds. */
  readonly seconds: readonly [pages: number, forms: number];
  readonly problems: readonly string[];
}

/** A form, and the forms that were sent before it where it stands on the page that answers them. */
interface Found {
  readonly visit: Visit;
  readonly after: readonly { readonly form: Form; readonly how: How }[];
  readonly form: Form;
}

const LANES = 4;
/** Things of one kind stand in different states, with different forms: so many of each are looked at. */
const SUBJECTS = 10;
const MOST_AFTER = 2;

/**
 * Walks every page as the right person, and judges it in every way that readers meet it; then submits every form empty
 * and wrong and reads the answer the same way. Each form meets the world as it was told, whatever an earlier one did.
 * What was not reached is a problem too.
 */
export async function crawl(browser: TestBrowser, plan: Crawl): Promise<CrawlReport> {
  const lanes = await Promise.all(Array.from({ length: LANES }, async () => openLane(browser, await plan.open())));
  const run = new Run(plan);
  const began = performance.now();
  const queue = [...plan.pages];
  await share(lanes, queue, (lane, visit) => run.walk(lane, visit, queue));
  const walked = performance.now();
  const forms = run.forms.length;
  plan.log?.(`${run.pages} pages, ${forms} forms, ${Math.round((walked - began) / 1000)} s`);
  await share(lanes, run.forms, (lane, found) => run.send(lane, found));
  const done = performance.now();
  for (const lane of lanes) await lane.close();
  const seconds = [Math.round((walked - began) / 1000), Math.round((done - walked) / 1000)] as const;
  return { pages: run.pages, forms, seconds, problems: [...run.problems, ...run.routes.unvisited()] };
}

/** `queue` may grow meanwhile. */
async function share<T>(lanes: readonly Lane[], queue: T[], work: (lane: Lane, one: T) => Promise<void>) {
  let busy = 0;
  await Promise.all(
    lanes.map(async (lane) => {
      for (;;) {
        const one = queue.shift();
        if (one !== undefined) {
          busy += 1;
          await work(lane, one).finally(() => {
            busy -= 1;
          });
        } else if (busy === 0) return;
        else await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }),
  );
}

class Run {
  readonly routes: Routes;
  readonly problems: string[] = [];
  readonly forms: Found[] = [];
  pages = 0;
  readonly #plan: Crawl;
  readonly #judge: Judge;

  constructor(plan: Crawl) {
    this.#plan = plan;
    this.#judge = new Judge(plan.thorough);
    this.routes = new Routes(plan.routes, plan.skip ?? {}, plan.thorough ? SUBJECTS : 0);
  }

  async walk(lane: Lane, visit: Visit, queue: Visit[]): Promise<void> {
    await this.#guarded(lane, nameOf(visit), async (say) => {
      const here = await lane.go(visit, 'wide');
      if (here.kind === 'problem') return say(here.problem);
      this.routes.visited(visit.url);
      if (here.kind === 'file' || !here.html) return;
      this.routes.visited(lane.within(here.page.url()));
      const forms = await this.#formsOn(lane, here.page);
      for (const form of forms) this.forms.push({ visit, after: [], form });
      for (const url of await linksOn(lane, here.page)) {
        const isNew = this.routes.isNewPage(url);
        if (isNew) queue.push({ url, as: visit.as });
        else if (this.routes.isNewSubject(url)) queue.push({ url, as: visit.as, more: true });
      }
      if (visit.more && forms.length === 0) return;
      this.pages += 1;
      (await this.#judge.page(here.page)).forEach(say);
      if (visit.fill) return lane.renew();
      if (!this.#plan.thorough) return;
      const narrow = await lane.go(visit, 'narrow');
      if (narrow.kind === 'page') (await this.#judge.narrow(narrow.page)).forEach(say);
      const english = await lane.go(visit, 'narrow', 'en');
      if (english.kind === 'page')
        for (const one of await this.#judge.structure(english.page)) say(`in English: ${one}`);
    });
  }

  async send(lane: Lane, found: Found): Promise<void> {
    let again: Open | null = null;
    for (const how of found.form.fields > 0 ? (['empty', 'wrong'] as const) : (['empty'] as const)) {
      await this.#guarded(lane, `${nameOf(found.visit)}, form ${found.form.name} sent ${how}`, async (say) => {
        let sent = again ? await sendOn(again.page, again.form, how) : await sendAfter(lane, found, how);
        // The limit on tries is right, and the form has not been tried.
        if (sent.kind === 'answer' && sent.status === 429) {
          await lane.renew();
          sent = await sendAfter(lane, found, how);
        }
        again = await this.#hear(lane, found, how, sent, say);
      });
    }
  }

  /** Judges what answers a form, and finds the form again where it was refused. */
  async #hear(lane: Lane, found: Found, how: How, sent: Sent, say: (problem: string) => void): Promise<Open | null> {
    if (sent.kind === 'problem') {
      say(sent.problem);
      return null;
    }
    const { page, status, html } = sent;
    let again: Open | null = null;
    this.routes.submitted(found.form);
    if (status >= 400 && status !== 422) say(`answered ${status}`);
    else if (html) {
      const forms = formsInside(lane, await formsOn(page));
      const at = lane.within(page.url());
      const isNew = status < 400 && at !== null && this.routes.isNewPage(at);
      if (isNew) this.routes.visited(at);
      (await (isNew ? this.#judge.page(page) : this.#judge.answer(page))).forEach(say);
      if (status === 422 && (await page.locator('[aria-invalid="true"], [role="alert"]').count()) === 0) {
        say('refused without saying why: no [aria-invalid] and no [role=alert]');
      }
      const same = status === 422 ? forms.find((form) => isSame(form, found.form)) : undefined;
      if (same) again = { page, form: same };
      if (found.after.length < MOST_AFTER) {
        const after = [...found.after, { form: found.form, how }];
        const fresh = forms.filter((form) => this.routes.isNewForm(form));
        for (const form of fresh) this.forms.push({ visit: found.visit, after, form });
      }
    }
    if (found.form.method === 'POST' && status !== 422) await lane.renew();
    return again;
  }

  /** Those that nobody has sent or stands in line to send; now they are in line. */
  async #formsOn(lane: Lane, page: Page): Promise<Form[]> {
    return formsInside(lane, await formsOn(page)).filter((form) => this.routes.isNewForm(form));
  }

  async #guarded(lane: Lane, name: string, work: (say: (problem: string) => void) => Promise<unknown>): Promise<void> {
    const began = performance.now();
    const say = (problem: string) => {
      this.problems.push(`${name}: ${problem}`);
      this.#plan.log?.(`PROBLEM ${name}: ${problem}`);
    };
    try {
      await work(say);
    } catch (error) {
      say((error as Error).message.split('\n')[0] ?? '');
      await lane.reopen();
      await lane.renew();
    }
    this.#plan.log?.(`${Math.round(performance.now() - began)} ms ${name}`);
  }
}

/** Those that lead to the tenant, with their way inside it. */
function formsInside(lane: Lane, forms: readonly Form[]): Form[] {
  return forms.flatMap((form) => {
    const action = lane.within(form.action);
    return action === null ? [] : [{ ...form, action, name: `${form.method} ${action.split('?')[0]}` }];
  });
}

function isSame(one: Form, other: Form): boolean {
  return one.method === other.method && one.action === other.action && one.shape === other.shape;
}

/** A form on the page that is open. */
interface Open {
  readonly page: Page;
  readonly form: Form;
}

type Sent =
  | { readonly kind: 'problem'; readonly problem: string }
  | { readonly kind: 'answer'; readonly page: Page; readonly status: number; readonly html: boolean };

/** Goes to the page, through the forms before it, and sends the form. */
async function sendAfter(lane: Lane, { visit, after, form }: Found, how: How): Promise<Sent> {
  const here = await lane.go(visit, 'narrow');
  if (here.kind === 'problem') return here;
  if (here.kind === 'file') return { kind: 'problem', problem: 'became a file' };
  const { page } = here;
  for (const step of after) await submitForm(page, step.form, step.how);
  return sendOn(page, form, how);
}

/** Sends the form from the page as it stands. */
async function sendOn(page: Page, form: Form, how: How): Promise<Sent> {
  const answer = await submitForm(page, form, how);
  if (answer.kind === 'gone') return { kind: 'problem', problem: 'is not on the page any more' };
  if (answer.kind === 'nothing') return { kind: 'problem', problem: 'nothing happened' };
  return { ...answer, page };
}

function nameOf({ url, as, fill }: Visit): string {
  return `${url} as ${as ?? 'visitor'}${fill ? `, filled in (${Object.keys(fill).join()})` : ''}`;
}

async function linksOn(lane: Lane, page: Page): Promise<string[]> {
  const all = await page.$$eval('a[href]', (links) => links.map((link) => (link as HTMLAnchorElement).href));
  return all.flatMap((address) => lane.within(address) ?? []);
}
