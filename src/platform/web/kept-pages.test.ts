import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import type { Actor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import { type TestTenant, testDatabase } from '../../testing/database.ts';
import { Reader } from '../../testing/reader.ts';
import { writeAnna } from '../../testing/small-site.ts';
import { jsx } from '../../ui/jsx/jsx-runtime.ts';
import { openHints } from '../live/hints.ts';
import { loadAssets } from './assets.ts';
import { readCookies } from './cookies.ts';
import { languageRoute } from './language-route.ts';
import { openLog } from './log.ts';
import { path } from './path.ts';
import { openWeb } from './server.ts';
import { beginSession } from './session.ts';
import { openDirectory } from './tenants.ts';
import { anyone } from './who.ts';

const { db, newTenant } = await testDatabase();
const SITE = 'http://grobund.test';
const ANNA = '018f0000-0000-7000-8000-000000000001' as Id<'person'>;
const anna: Actor = { kind: 'person', personId: ANNA, name: 'Anna', grants: [] };
const hints = openHints(db);
after(() => hints.close());
const folder = mkdtempSync(join(tmpdir(), 'grobund-kept-'));
writeFileSync(join(folder, 'manifest.json'), '{}');

const houses = new Map<string, TestTenant>();

/** One process: its front page lists the organisations and counts how often it was written. */
function process() {
  let written = 0;
  const web = openWeb({
    database: db,
    directory: openDirectory(db, 0),
    assets: loadAssets(folder),
    log: openLog('silent'),
    hints,
    clock: (tenant) => houses.get(tenant.slug)?.clock.now() ?? new Date(),
    secret: 'a secret long enough for anything at all',
    reach: { publicUrl: null, behindProxy: false, loopbackOnly: false },
    followed: new Set(),
    loadActor: async () => anna,
    frame: async () => ({ turnCount: 0, navigation: { first: [], more: [] }, large: false }),
  });
  languageRoute(web);
  web.get(path('/'), anyone, async (visit) => {
    written += 1;
    const rows = await visit.tx.sql.selectFrom('organisation').select('name').orderBy('name').execute();
    const who = visit.actor.kind === 'person' ? visit.actor.name : 'nobody';
    const text = `for ${who} on ${visit.tx.today}: ${rows.map((row) => row.name).join(', ')}`;
    return visit.page({ title: 'Forside' }, jsx('p', { children: text }) as never);
  });
  web.get(path('/om'), anyone, (visit) => {
    written += 1;
    return visit.page({ title: 'Om' }, jsx('p', { children: `a page on ${visit.tx.today}` }) as never);
  });
  web.get(path('/tak'), anyone, (visit) => visit.redirect(path('/')({}), 'Tak for det'));
  return { web, written: () => written };
}

async function house() {
  const made = await newTenant();
  houses.set(made.tenant.slug, made);
  const organisation = (name: string) => ({ kind: 'association' as const, name, created_at: made.clock.now() });
  return {
    ...made,
    reader: (of: ReturnType<typeof process>) => new Reader(of.web, `${SITE}/${made.tenant.slug}`),
    write: (name: string) =>
      made.tx((tx) =>
        tx.sql
          .insertInto('organisation')
          .values(organisation(name))
          .execute()
          .then(() => undefined),
      ),
  };
}

/** Others write on the same server while the whole suite runs, and each write is a new edition. */
const VISITS = 20;

test('a page is not written anew for every visitor while nothing changes', async () => {
  const { reader, write } = await house();
  await write('Naturvennerne');
  const one = process();
  const first = await reader(one).get('/');
  const again = await reader(one).get('/');
  assert.match(again.html, /for nobody .*: Naturvennerne/);
  assert.equal(again.html, first.html);
  assert.notEqual(first.response.headers.get('x-request-id'), again.response.headers.get('x-request-id'));
  assert.match(again.response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  for (let visit = 0; visit < VISITS; visit += 1) await reader(one).get('/');
  assert.ok(one.written() < VISITS, `written ${one.written()} times`);
});

test('what one process writes without a word in the journal, the other shows at once', async () => {
  const { reader, write, tenant } = await house();
  const [one, other] = [process(), process()];
  for (let round = 0; round < 20; round += 1) {
    const [before] = await Promise.all([reader(one).get('/'), reader(other).get('/')]);
    assert.doesNotMatch(before.html, new RegExp(`Nr ${round}\\b`));
    if (round % 2) await write(`Nr ${round}`);
    else
      await db.pool.query('insert into organisation (tenant_id, kind, name, created_at) values ($1, $2, $3, now())', [
        tenant.id,
        'association',
        `Nr ${round}`,
      ]);
    const shown = await Promise.all([reader(one).get('/'), reader(other).get('/')]);
    for (const { html } of shown) assert.match(html, new RegExp(`Nr ${round}\\b`));
  }
});

test('what was undone or is not yet done is never shown, also not later', async () => {
  const { reader, tenant } = await house();
  const one = process();
  const client = await db.pool.connect();
  try {
    for (const end of ['rollback', 'commit']) {
      await client.query('begin');
      await client.query('insert into organisation (tenant_id, kind, name, created_at) values ($1, $2, $3, now())', [
        tenant.id,
        'association',
        end,
      ]);
      assert.doesNotMatch((await reader(one).get('/')).html, new RegExp(end));
      await client.query(end);
      const { html } = await reader(one).get('/');
      assert.equal(html.includes(end), end === 'commit');
    }
  } finally {
    client.release();
  }
});

test('who is signed in, reads another language or is told something gets a page of their own', async () => {
  const { reader, tx } = await house();
  const one = process();
  await reader(one).get('/');
  const cookies = readCookies(null, false);
  await tx((inside) => writeAnna(inside));
  await tx((inside) => beginSession(inside, cookies, ANNA, 'test', 'mail'));
  const signedIn = reader(one);
  signedIn.keep(cookies.lines());
  assert.match((await signedIn.get('/')).html, /for Anna on/);
  assert.match((await reader(one).get('/')).html, /for nobody on/);
  const english = reader(one);
  await english.post('/sprog', { language: 'en', back: '/' });
  assert.match((await english.get('/')).html, /<html lang="en"/);
  assert.match((await reader(one).get('/')).html, /<html lang="da"/);
  const headers = { 'accept-language': 'en-GB,en;q=0.9' };
  assert.match(await (await reader(one).fetch('/', { headers })).text(), /<html lang="en"/);
  assert.match((await reader(one).get('/')).html, /<html lang="da"/);
  const thanked = reader(one);
  assert.match((await thanked.get('/tak')).html, /Tak for det/);
  assert.doesNotMatch((await reader(one).get('/')).html, /Tak for det/);
});

test('a page is written anew when its day is over, and when the tenant changes colour or name', async () => {
  const { reader, clock, tenant } = await house();
  const one = process();
  assert.match((await reader(one).get('/')).html, /on 2026-05-03/);
  clock.forward({ days: 1 });
  assert.match((await reader(one).get('/')).html, /on 2026-05-04/);
  await db.pool.query("update tenant set name = 'Et nyt navn', colour = '#123456' where id = $1", [tenant.id]);
  const { html } = await reader(one).get('/');
  assert.match(html, /Et nyt navn/);
  assert.match(html, /\/tema\/123456\.css/);
});

test('one tenant is never shown the page of another', async () => {
  const [one, other] = [await house(), await house()];
  await one.write('Kun hos den ene');
  const site = process();
  assert.match((await one.reader(site).get('/')).html, /Kun hos den ene/);
  assert.doesNotMatch((await other.reader(site).get('/')).html, /Kun hos den ene/);
});

test('a reader who has the page already is told so, also by a page that was kept', async () => {
  const { reader, write } = await house();
  const one = process();
  const etag = (await reader(one).fetch('/')).headers.get('etag') ?? '';
  const again = await reader(one).fetch('/', { headers: { 'if-none-match': etag } });
  assert.equal(again.status, 304);
  // Something is written that this page does not show.
  await db.pool.query('create table if not exists elsewhere (n integer)');
  await db.pool.query('insert into elsewhere values (1)');
  assert.equal((await reader(one).fetch('/', { headers: { 'if-none-match': etag } })).status, 304);
  assert.match((await reader(one).get('/')).html, /for nobody on/);
  await write('Naturvennerne');
  const changed = await reader(one).fetch('/', { headers: { 'if-none-match': etag } });
  assert.equal(changed.status, 200);
  assert.match(await changed.text(), /Naturvennerne/);
});

test('a page that asks the database nothing is shown without asking whether it changed, and yet not after its day', async () => {
  const { reader, clock, write } = await house();
  const one = process();
  await reader(one).get('/om');
  await write('Naturvennerne');
  assert.match((await reader(one).get('/om')).html, /a page on 2026-05-03/);
  assert.equal(one.written(), 1);
  clock.forward({ days: 1 });
  assert.match((await reader(one).get('/om')).html, /a page on 2026-05-04/);
});
