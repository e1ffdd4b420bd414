import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { arrivedMail } from '../src/dev/smtp.ts';
import { openHints } from '../src/platform/live/hints.ts';
import { testDatabase } from '../src/testing/database.ts';
import { sample } from '../src/testing/long.ts';
import { testPost } from '../src/testing/post.ts';
import { type Attempt, attempt, deviceOf, type Target, targets, tokenOf } from './attacks/attempt.ts';
import { lacksOf } from './attacks/headers.ts';
import { FILES, LONG_RUNS, nasty } from './attacks/nasty.ts';
import { aliveIn, formsIn, holdsWords, type SeenForm, TYPED } from './attacks/words.ts';
import { asOwner, plantCanary, tenantTables } from './tenants/canaries.ts';
import type { Who } from './tenants/people.ts';
import { SITE, twoHouses } from './tenants/world.ts';
import { tellStory } from './town.ts';

const EVIL = 'evil.example';
const OUTS = [
  ...[`https://${EVIL}/`, `//${EVIL}`, `/\\${EVIL}`, `/\t/${EVIL}`, `\t//${EVIL}`, `/\r\nlocation: //${EVIL}`],
  ...['javascript:alert(1)', `/..//${EVIL}`, `/%2e%2e//${EVIL}`, `/../deres-hus`, `/@${EVIL}`, `https:${EVIL}`],
];
const PASSED_ON = [
  ...['x-forwarded-host', 'x-forwarded-for', 'x-real-ip', 'x-forwarded-server', 'forwarded', 'x-host'],
  ...['x-original-url', 'x-rewrite-url', 'x-forwarded-proto', 'x-forwarded-port', 'x-forwarded-prefix', 'origin'],
];
const PUBLIC = 'https://grobund.test';
const MOST_WORK_MS = 2000;

const { db } = await testDatabase(tellStory);
const hints = openHints(db, 500);
after(() => hints.close());
const post = await testPost(db);
const world = await twoHouses(db, hints, post.ways, PUBLIC);

const pages = targets(world, 'GET');
const posts = targets(world, 'POST');

async function each(
  list: readonly Target[],
  look: (target: Target, at: number) => AsyncGenerator<string>,
): Promise<string[]> {
  const found: string[] = [];
  for (const [at, target] of list.entries()) {
    for await (const one of look(target, at)) found.push(`${target.name} as ${target.who}: ${one}`);
  }
  return found;
}

/** Descriptions without a word of anybody's, for programs on other sites to read. */
const OPEN_TO_ALL = ['GET /api/v1/openapi.json'];

/** What takes long to write and holds no markup: files of other programs. Asked once. */
const heavy = new Set<string>();
const forms = new Map<string, { readonly form: SeenForm; readonly who: Who }>();

test('every answer says what a browser may do with it, and every cookie is bound to its host', async () => {
  const found = await each(pages, async function* (target) {
    const answer = await attempt(world, target, target.who);
    if (!OPEN_TO_ALL.includes(target.name)) yield* lacksOf(answer);
    const type = answer.headers.get('content-type') ?? '';
    if (/pdf|zip|openxml/.test(type)) {
      heavy.add(target.name);
      if (target.unlimited) yield 'is written anew for everybody, as often as anybody asks';
    }
    if (/^text\/html/.test(type)) noteForms(await answer.text(), target);
  });
  const at = (path: string) => world.app.fetch(new Request(SITE + path), '10.0.0.2');
  const bare = ['/findes-ikke', '/assets/findes-ikke.js', '/tema/0.css', '/healthz', '/readyz', '/'];
  for (const path of [...bare, `/${world.mine.slug}/%`, `/${world.mine.slug}/initiativer`]) {
    found.push(...[...lacksOf(await at(path))].map((one) => `${path}: ${one}`));
  }
  assert.deepEqual(found, []);
});

test('no form can be sent from another site, or without the session’s own token: nothing is changed', async () => {
  const before = await changeable();
  const elsewhere: readonly Attempt[] = [
    { headers: { 'sec-fetch-site': 'cross-site' } },
    { headers: { 'sec-fetch-site': 'same-site' } },
    { headers: { origin: `https://${EVIL}` } },
    { headers: { origin: 'null' } },
  ];
  const others = await tokenOf(world, await world.reader('resident'), 'resident');
  const found = await each(posts, async function* (target, at) {
    const ways: Attempt[] = [elsewhere[at % 4] ?? {}];
    // Who is not signed in has no token, and nothing that could be misused.
    if (target.who !== 'visitor') ways.push({ token: at % 2 ? null : others });
    for (const how of ways) {
      const answer = await attempt(world, target, target.who, how);
      if (answer.status !== 403) yield `${JSON.stringify(how)}: ${answer.status}`;
      yield* lacksOf(answer);
    }
  });
  assert.deepEqual(found, []);
  assert.deepEqual(await changeable(), before);
});

test('no address that is sent along leads out of the house', async () => {
  const takers = [...pages, ...posts].filter(({ pattern }) => /sprog|log-ind|knyt|glem|noegle/.test(pattern));
  const names = ['retur', 'back', 'next', 'til', 'url', 'hvorfor'];
  const found = await each(takers, async function* (target, at) {
    for (const turn of [at, at + 4, at + 8]) {
      const out = (place: number) => OUTS[(place + turn) % OUTS.length] ?? '';
      const query = Object.fromEntries(names.map((name, place) => [name, out(place)]));
      const how = target.method === 'GET' ? { query } : { query, fields: Object.entries({ ...query, language: 'da' }) };
      yield* leavesBy(
        await attempt(world, target, at % 2 ? target.who : 'visitor', how),
        JSON.stringify(query),
        target,
      );
    }
  });
  assert.deepEqual(found, []);
});

async function* leavesBy(answer: Response, how: string, { pattern }: Target): AsyncGenerator<string> {
  const location = answer.headers.get('location');
  if (location !== null && !staysHere(location, pattern)) yield `${how} leads to "${location}"`;
  const html = /^text\/html/.test(answer.headers.get('content-type') ?? '') ? await answer.text() : '';
  if (/(?:href|action)="(?:(?:https?:)?\/\/evil|javascript:)/i.test(html)) yield `${how} is a link`;
}

/** Within this house, however a browser reads it; to another of ours only by the way between houses. */
function staysHere(location: string, pattern: string): boolean {
  const read = new URL(location, `${PUBLIC}/`);
  const houses = pattern.startsWith('/huse/') ? [world.mine, world.theirs] : [world.mine];
  return read.host === new URL(PUBLIC).host && houses.some(({ slug }) => `${read.pathname}/`.startsWith(`/${slug}/`));
}

test('a made-up host or proxy stands in no page, no link, no mail, and in no page that is kept for others', async () => {
  const lies = [{ host: EVIL }, Object.fromEntries(PASSED_ON.map((name) => [name, EVIL]))];
  const found = await each(light(pages), async function* (target, at) {
    const answer = await attempt(world, target, 'visitor', { headers: lies[at % 2] ?? {} });
    const said = [...answer.headers].join('\n') + (await answer.text());
    if (said.includes(EVIL)) yield 'says the name back';
    if (said.includes('http://grobund.test')) yield 'forgets that it is encrypted';
  });
  assert.deepEqual(found, []);
  const signIn = posts.find(({ name }) => name === 'POST /log-ind') ?? assert.fail('no sign-in');
  await attempt(world, signIn, 'visitor', { headers: { host: EVIL, 'x-forwarded-host': EVIL } });
  await world.work();
  const mails = await arrivedMail(db, {});
  assert.ok(mails.length > 0 && mails.every((mail) => !JSON.stringify(mail).includes(EVIL)));
});

test('whatever stands in a field, an address or a file, nothing breaks and nothing is polluted', async () => {
  const seeds = sample(1, 12, 'rounds of nasty words in every form and address');
  const errors = world.broken.length;
  const found = await each(
    [...light(pages).filter(({ asked }) => asked.params ?? asked.query), ...posts],
    async function* (target, at) {
      for (let round = 0; round < seeds; round += 1) {
        const words = nasty(at * 100 + round, 40);
        const next = () => words.pop() ?? '';
        const query = Object.fromEntries(
          Object.keys(target.asked.query ?? { side: '', q: '' }).map((name) => [name, next()]),
        );
        const params =
          round % 2 || !target.asked.params ? {} : { params: { [firstOf(target.asked.params)]: next() || 'x' } };
        const fields = Object.keys(target.asked.fields ?? {}).map((name) => [name, next()] as const);
        const odd = ['__proto__', 'constructor', '__proto__[]', 'prototype[]'].map((name) => [name, next()] as const);
        const how = target.method === 'GET' ? { query, ...params } : { ...params, fields: [...fields, ...odd] };
        const began = performance.now();
        const answer = await attempt(world, target, target.who, how);
        if (answer.status >= 500)
          yield `${JSON.stringify(how)}: ${answer.status} ${world.broken.at(-1)?.slice(0, 600)}`;
        yield* leavesBy(answer, JSON.stringify(how), target);
        if (performance.now() - began > 20_000) yield `${JSON.stringify(how)}: took too long`;
      }
    },
  );
  assert.deepEqual(found, []);
  assert.deepEqual(world.broken.slice(errors), []);
  assert.equal(Object.keys(Object.prototype).length, 0);
});

test('however much somebody writes in a field, it is read or refused at once', async () => {
  const most = sample(3, LONG_RUNS.length, 'long runs of signs in every form');
  const found: string[] = [];
  const answers: number[] = [];
  for (const [at, [shape, { form, who }]] of [...forms].entries()) {
    for (let turn = 0; turn < most; turn += 1) {
      const run = LONG_RUNS[(at + turn) % LONG_RUNS.length] ?? assert.fail();
      // What the processor worked, since the clock on the wall also tells of others.
      const before = process.cpuUsage();
      const { status } = await sendForm(form, who, run(Math.floor(230_000 / Math.max(1, form.typed.length))));
      const ms = process.cpuUsage(before).user / 1000;
      answers.push(status);
      if (ms > MOST_WORK_MS) found.push(`${shape} with ${run(9)}: ${Math.round(ms)} ms`);
    }
  }
  assert.ok(answers.filter((status) => status !== 403).length > answers.length / 2, answers.join());
  assert.deepEqual(found, []);
});

test('no file that is sent to a place that takes files breaks it, runs, or fills the memory', async () => {
  const errors = world.broken.length;
  const each = sample(4, FILES.length, 'hostile files at each place that takes files');
  const found: string[] = [];
  const answers: number[] = [];
  const takers = [...forms].filter(([, { form }]) => form.files.length > 0);
  assert.ok(takers.length >= 6, `${takers.length} places that take files`);
  for (const [at, [shape, { form, who }]] of takers.entries()) {
    for (let turn = 0; turn < each; turn += 1) {
      const file = FILES[(at * each + turn) % FILES.length] ?? assert.fail();
      const { status } = await sendForm(form, who, 'x', file);
      answers.push(status);
      if (status >= 500) found.push(`${shape} with ${file.name}: ${status} ${world.broken.at(-1)?.slice(0, 600)}`);
    }
  }
  assert.ok(answers.filter((status) => status !== 403).length > answers.length / 2, answers.join());
  assert.deepEqual(found, []);
  assert.deepEqual(world.broken.slice(errors), []);
});

test('markup and formulas that stand in every word of everybody stay words: on pages, in feeds, files, mails and forms', async () => {
  const found: string[] = [];
  const shown = new Set<string>();
  const judge = async (name: string, answer: Response) => {
    const type = answer.headers.get('content-type') ?? '';
    const body = /^(text|image\/svg|application\/(\w+\+)?(xml|json))/.test(type) ? await answer.text() : '';
    if (body.includes('qz')) shown.add(name);
    found.push(...[...aliveIn(type, body)].map((one) => `${name}: ${one}`));
  };
  const answers: number[] = [];
  for (const [shape, { form, who }] of forms) {
    const answer = await sendForm(form, who, TYPED);
    answers.push(answer.status);
    await judge(shape, answer);
  }
  assert.ok(answers.filter((status) => [200, 303, 422].includes(status)).length > answers.length / 2, answers.join());
  await asOwner(db.pool, (client) => plantCanary(client, world.mine.id, TYPED, holdsWords));
  for (const target of light(pages)) await judge(target.name, await attempt(world, target, target.who));
  assert.ok(shown.size > 80, `${shown.size} pages and forms show words of people`);
  await world.work();
  const mails = await arrivedMail(db, { limit: 1000 });
  for (const { subject, html } of mails) {
    found.push(...[...aliveIn('text/html', html ?? '')].map((one) => `mail "${subject}": ${one}`));
  }
  assert.ok(mails.filter(({ text }) => text.includes('qz')).length > 0, 'the words are mailed too');
  assert.deepEqual(found, []);
});

/** Sends a form as it stands, with the same words or the same file in every field that a person fills in. */
async function sendForm(form: SeenForm, who: Who, word: string, file?: File): Promise<Response> {
  const device = await deviceOf(world, who);
  const body = file ? new FormData() : new URLSearchParams();
  for (const [name, value] of form.filled) if (name !== '_csrf') body.append(name, value);
  body.append('_csrf', await tokenOf(world, device, who));
  for (const name of form.typed) body.append(name, word);
  if (file && body instanceof FormData) for (const name of form.files) body.append(name, file);
  return device.fetch(form.action, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } });
}

/** Every form with fields, once for each shape. */
function noteForms(html: string, { pattern, who }: Target): void {
  for (const form of formsIn(html, pattern)) {
    if (/log-(ud|ind)/.test(form.action) || form.typed.length + form.files.length === 0) continue;
    const names = [...form.typed, ...form.files, ...form.filled.map(([name]) => name)];
    const shape = `${form.action.replace(/[0-9a-f-]{36}/g, ':id')} ${[...new Set(names)].sort().join()}`;
    if (!forms.has(shape)) forms.set(shape, { form, who });
  }
}

const light = (list: readonly Target[]): Target[] => list.filter(({ name }) => !heavy.has(name));
const firstOf = (params: Readonly<Record<string, unknown>>): string => Object.keys(params)[0] ?? '';

/** What changes when a row of mine is written, changed or removed, but for those that only say that somebody was here. */
async function changeable(): Promise<readonly string[]> {
  return asOwner(db.pool, async (client) => {
    const tables = (await tenantTables(client)).filter(
      (one) => !['rate_limit', 'session', 'privacy_look'].includes(one),
    );
    // The number of the transaction that wrote a row last; a row that went shows in the count.
    const each = tables.map(
      (one) => `select '${one} ' || count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) as stamp
        from ${one} where tenant_id = $1`,
    );
    const { rows } = await client.query<{ stamp: string }>(each.join(' union all '), [world.mine.id]);
    // The database promises no order here, and another plan gives another.
    return rows.map(({ stamp }) => stamp).sort();
  });
}
