import type { Page } from 'playwright-core';
import type { TestBrowser } from '../src/testing/browser.ts';
import { type Form, formsIn, formsOn, type How } from './forms.ts';
import { Judge } from './judge.ts';
import { type Lane, openLane } from './lane.ts';
import { type Route, Routes } from './routes.ts';
import { type Found, formsInside, isSame, type Open, type Sent, sendAfter, sendOn } from './sending.ts';

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
  /** What is meant is the page that answers when this button is pressed, on a page that may be somebody else's. It may say no. */
  readonly press?: string;
  /** One more of its kind: judged only when a form stands on it that stood on none before, or nobody read one of its kind. */
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
  /** How many windows walk side by side, each in a world of its own. */
  readonly lanes: number;
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

/** What was met on a page. */
interface Seen {
  readonly forms: readonly Form[];
  readonly links: readonly string[];
}

/** What stood on the page that answered a form sent this way. */
interface Answered {
  readonly how: How;
  readonly forms: readonly Form[];
}

interface Heard {
  readonly forms: readonly Form[];
  /** The form as it stands on the page that refused it. */
  readonly again: Open | null;
}

/** Things of one kind stand in different states, with different forms: so many of each are looked at. */
const SUBJECTS = 10;
const MOST_AFTER = 2;

/**
 * Walks every page as the right person, and judges it in every way that readers meet it; then submits every form empty
 * and wrong and reads the answer the same way. Each form meets the world as it was told, whatever an earlier one did.
 * What was not reached is a problem too. Windows work side by side, but what follows from what they find is settled in
 * the order of the plan: two runs walk the same way.
 */
export async function crawl(browser: TestBrowser, plan: Crawl): Promise<CrawlReport> {
  const lanes = await Promise.all(Array.from({ length: plan.lanes }, async () => openLane(browser, await plan.open())));
  const run = new Run(plan);
  const began = performance.now();
  // What is one more of its kind comes after its kind.
  for (const begin of [plan.pages.filter(({ more }) => !more), plan.pages.filter(({ more }) => more)]) {
    for (let wave = begin; wave.length > 0; ) {
      const met = wave;
      const seen = await share(lanes, met, (lane, visit) => run.walk(lane, visit));
      wave = run.next(met, seen);
    }
  }
  await share(lanes, run.worthALook, (lane, visit) => run.look(lane, visit));
  const walked = performance.now();
  plan.log?.(`${run.pages} pages, ${run.forms.length} forms, ${Math.round((walked - began) / 1000)} s`);
  let forms = 0;
  while (run.forms.length > 0) {
    const wave = run.forms.splice(0);
    forms += wave.length;
    run.nextForms(wave, await share(lanes, wave, (lane, found) => run.send(lane, found)));
  }
  const done = performance.now();
  for (const lane of lanes) await lane.close();
  const seconds = [Math.round((walked - began) / 1000), Math.round((done - walked) / 1000)] as const;
  return { pages: run.pages, forms, seconds, problems: [...run.problems.toSorted(), ...run.routes.unvisited()] };
}

/** Each lane takes the next one when it is free; the answers stand in the order of `all`. */
async function share<T, R>(lanes: readonly Lane[], all: readonly T[], work: (lane: Lane, one: T) => Promise<R>) {
  const answers: R[] = [];
  const queue = all.entries();
  await Promise.all(
    lanes.map(async (lane) => {
      for (const [at, one] of queue) answers[at] = await work(lane, one);
    }),
  );
  return answers;
}

class Run {
  readonly routes: Routes;
  readonly problems: string[] = [];
  /** In line to be sent. */
  readonly forms: Found[] = [];
  /** One more of their kind, with a form that stood nowhere before. */
  readonly worthALook: Visit[] = [];
  pages = 0;
  readonly #plan: Crawl;
  readonly #judge: Judge;

  constructor(plan: Crawl) {
    this.#plan = plan;
    this.#judge = new Judge(plan.thorough);
    this.routes = new Routes(plan.routes, plan.skip ?? {}, plan.thorough ? SUBJECTS : 0);
  }

  /** What stands on a page. It is judged, unless it is one more of its kind. */
  async walk(lane: Lane, visit: Visit): Promise<Seen> {
    const seen: { forms: readonly Form[]; links: readonly string[] } = { forms: [], links: [] };
    await this.#guarded(lane, nameOf(visit), async (say) => {
      if (visit.more && (await this.#hasNothingNew(lane, visit))) return;
      const here = await lane.go(visit, 'wide');
      if (here.kind === 'problem') return say(here.problem);
      // With its form sent, it is the page after that was met.
      if (!visit.fill) this.routes.visited(visit.url);
      if (here.kind === 'file' || !here.html) return;
      for (const one of here.passed) this.routes.visited(lane.within(one));
      const at = lane.within(here.page.url());
      if (at === null) return;
      this.routes.visited(at);
      seen.forms = formsInside(lane, await formsOn(here.page));
      seen.links = await linksOn(lane, here.page);
      if (!visit.more) await this.#judgePage(lane, visit, here.page, say);
      if (visit.fill || visit.press) await lane.renew();
    });
    return seen;
  }

  /** One more of a kind that has been read, with forms that stood elsewhere: fetched, since showing it takes long. */
  async #hasNothingNew(lane: Lane, visit: Visit): Promise<boolean> {
    if (this.#plan.thorough || !this.routes.hasRead(visit.url)) return false;
    const glance = await lane.glance(visit);
    if (!glance) return false;
    const forms = formsInside(lane, await formsIn(glance.page, glance.html, glance.url));
    return forms.every((form) => this.routes.knows(form));
  }

  /** Judges one more of its kind. */
  async look(lane: Lane, visit: Visit): Promise<void> {
    await this.#guarded(lane, nameOf(visit), async (say) => {
      const here = await lane.go(visit, 'wide');
      if (here.kind === 'page') await this.#judgePage(lane, visit, here.page, say);
      else say('is not the page that it was');
    });
  }

  /** Where those pages lead that nobody has been to. Their forms stand in line from now on. */
  next(met: readonly Visit[], seen: readonly Seen[]): Visit[] {
    const wave: Visit[] = [];
    for (const { url, more } of met) if (!more) this.routes.isUnread(url);
    for (const [at, visit] of met.entries()) {
      const { forms = [], links = [] } = seen[at] ?? {};
      const fresh = forms.filter((form) => this.routes.isNewForm(form));
      for (const form of fresh) this.forms.push({ visit, after: [], form });
      if (visit.more && (this.routes.isUnread(visit.url) || fresh.length > 0)) this.worthALook.push(visit);
      for (const url of links) {
        if (this.routes.isNewPage(url)) wave.push({ url, as: visit.as });
        else if (this.routes.isNewSubject(url)) wave.push({ url, as: visit.as, more: true });
      }
    }
    return wave;
  }

  /** Puts the forms in line that only stand on what answered these. */
  nextForms(sent: readonly Found[], answers: readonly (readonly Answered[])[]): void {
    for (const [at, found] of sent.entries()) {
      if (found.after.length >= MOST_AFTER) continue;
      for (const { how, forms } of answers[at] ?? []) {
        const after = [...found.after, { form: found.form, how }];
        const fresh = forms.filter((form) => this.routes.isNewForm(form));
        for (const form of fresh) this.forms.push({ visit: found.visit, after, form });
      }
    }
  }

  async #judgePage(lane: Lane, visit: Visit, page: Page, say: (problem: string) => void): Promise<void> {
    this.pages += 1;
    (await this.#judge.page(page)).forEach(say);
    if (visit.fill || visit.press || !this.#plan.thorough) return;
    const narrow = await lane.go(visit, 'narrow');
    if (narrow.kind === 'page') (await this.#judge.narrow(narrow.page)).forEach(say);
    const english = await lane.go(visit, 'narrow', 'en');
    if (english.kind === 'page') for (const one of await this.#judge.structure(english.page)) say(`in English: ${one}`);
  }

  async send(lane: Lane, found: Found): Promise<Answered[]> {
    const answers: Answered[] = [];
    let again: Open | null = null;
    for (const how of found.form.fields > 0 ? (['empty', 'wrong'] as const) : (['empty'] as const)) {
      await this.#guarded(lane, `${nameOf(found.visit)}, form ${found.form.name} sent ${how}`, async (say) => {
        let sent = again ? await sendOn(again.page, again.form, how) : await sendAfter(lane, found, how);
        // The limit on tries is right, and the form has not been tried.
        if (sent.kind === 'answer' && sent.status === 429) {
          await lane.renew();
          sent = await sendAfter(lane, found, how);
        }
        const heard = await this.#hear(lane, found, sent, say);
        answers.push({ how, forms: heard.forms });
        again = heard.again;
      });
    }
    return answers;
  }

  /** Judges what answers a form, and finds the form again where it was refused. */
  async #hear(lane: Lane, found: Found, sent: Sent, say: (problem: string) => void): Promise<Heard> {
    if (sent.kind === 'problem') {
      say(sent.problem);
      return { forms: [], again: null };
    }
    const { page, status, html } = sent;
    let forms: Form[] = [];
    this.routes.submitted(found.form);
    if (status >= 400 && status !== 422) say(`answered ${status}`);
    else if (html) {
      forms = formsInside(lane, await formsOn(page));
      const at = lane.within(page.url());
      const isNew = status < 400 && at !== null && this.routes.isNewPage(at);
      if (isNew) this.routes.visited(at);
      (await (isNew ? this.#judge.page(page) : this.#judge.answer(page))).forEach(say);
      const saysWhy = () => document.querySelector('[aria-invalid="true"], [role="alert"]') !== null;
      if (status === 422 && !(await page.evaluate(saysWhy))) {
        say('refused without saying why: no [aria-invalid] and no [role=alert]');
      }
    }
    const same = status === 422 ? forms.find((form) => isSame(form, found.form)) : undefined;
    if (found.form.method === 'POST' && status !== 422) await lane.renew();
    return { forms, again: same ? { page, form: same } : null };
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

function nameOf({ url, as, fill, press }: Visit): string {
  const more = [fill ? `, filled in (${Object.keys(fill).join()})` : '', press ? `, "${press}" pressed` : ''];
  return `${url} as ${as ?? 'visitor'}${more.join('')}`;
}

async function linksOn(lane: Lane, page: Page): Promise<string[]> {
  const all = await page.evaluate(() => [...document.links].map(({ href }) => href));
  return all.flatMap((address) => lane.within(address) ?? []);
}
