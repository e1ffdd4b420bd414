import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import { testDatabase } from '../../testing/database.ts';
import { Reader } from '../../testing/reader.ts';
import { jsx } from '../../ui/jsx/jsx-runtime.ts';
import { record } from '../journal/journal.ts';
import { openHints } from '../live/hints.ts';
import { loadAssets } from './assets.ts';
import { readCookies } from './cookies.ts';
import { languageRoute } from './language-route.ts';
import { openLog } from './log.ts';
import { path } from './path.ts';
import { openWeb, type WebServer } from './server.ts';
import { beginSession } from './session.ts';
import { openDirectory } from './tenants.ts';
import { missing } from './web.ts';
import { anyOf, anyone, signedIn } from './who.ts';

const { db, newTenant } = await testDatabase();
const SITE = 'http://grobund.test';
const ANNA = '018f0000-0000-7000-8000-000000000001' as Id<'person'>;
const anna: Actor = { kind: 'person', personId: ANNA, name: 'Anna', grants: [] };

const bodyOf = (text: string) =>
  jsx('div', { children: [text, jsx('a', { href: '/andet', children: 'Andet' })] }) as never;

const hints = openHints(db, 200);
after(() => hints.close());

function open(publicUrl: string | null = null, loopbackOnly = false): WebServer {
  const folder = mkdtempSync(join(tmpdir(), 'grobund-web-'));
  writeFileSync(join(folder, 'manifest.json'), '{"app.css":"app-1.css"}');
  writeFileSync(join(folder, 'app-1.css'), 'body { margin: 0 }');
  const web = openWeb({
    database: db,
    directory: openDirectory(db, 0),
    assets: loadAssets(folder),
    log: openLog('silent'),
    hints,
    clock: () => new Date('2026-05-03T12:00:00+02:00'),
    secret: 'a secret long enough for anything at all',
    reach: { publicUrl, loopbackOnly, behindProxy: false },
    loadActor: async (_, personId) => (personId === ANNA ? anna : null),
    frame: async () => ({ turnCount: 0, navigation: [], large: false }),
  });
  languageRoute(web);
  web.get(path('/'), anyone, (visit) => visit.page({ title: 'Forside' }, bodyOf(visit.tx.tenant.name)));
  web.get(path('/mit'), signedIn, (visit) => visit.page({ title: 'Mit' }, bodyOf('kun for mig')));
  web.get(path('/penge'), anyOf('finance'), (visit) => visit.page({ title: 'Penge' }, bodyOf('hemmeligt')));
  web.get(path('/ting/:id'), anyone, (visit) =>
    visit.params.id === 'æble' ? visit.page({ title: 'Ting' }, bodyOf(visit.params.id)) : missing(),
  );
  web.get(path('/fejl'), anyone, () => {
    throw new Error('a bug with a secret name: Anna');
  });
  web.post(path('/skriv'), anyone, (visit) => visit.redirect(path('/')({}), `Tak for ${visit.form.get('ord')}`), {
    rate: { times: 3, minutes: 10 },
    maxBytes: 1000,
  });
  web.post(path('/mit'), signedIn, (visit) => visit.redirect(path('/mit')({}), 'Gemt'));
  web.post(path('/ud'), signedIn, async (visit) => {
    await visit.signOut('everywhere');
    return visit.redirect(path('/')({}));
  });
  return web;
}

async function house() {
  const made = await newTenant();
  const reader = (web = open()) => new Reader(web, `${SITE}/${made.tenant.slug}`);
  const asAnna = async (web = open()) => {
    const cookies = readCookies(null, false);
    await made.tx((tx) => beginSession(tx, cookies, ANNA, 'test'));
    const anna = reader(web);
    anna.keep(cookies.lines());
    return anna;
  };
  return { ...made, reader, asAnna };
}

test('a tenant is found by host name or by the first part of the path, and links stay inside it', async () => {
  const [one] = [await house(), await house()];
  const host = `${one.tenant.slug}.example`;
  const other = await newTenant({ host, name: 'Værten' });
  const byPath = await one.reader().get('/');
  assert.match(byPath.html, new RegExp(`href="/${one.tenant.slug}/andet"`));
  const byHost = await open().fetch(new Request('http://x/', { headers: { host: `${host}:3000` } }));
  const html = await byHost.text();
  assert.match(html, /href="\/andet"/);
  assert.match(html, new RegExp(other.tenant.name));
  const nobody = await open().fetch(new Request('http://x/', { headers: { host: 'ukendt.example' } }));
  assert.equal(nobody.status, 404);
});

test('a page brings a strict policy and never lets others frame it', async () => {
  const { reader } = await house();
  const { response } = await reader().get('/');
  const policy = response.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe/);
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  assert.match(response.headers.get('x-request-id') ?? '', /^[0-9a-f]{12}$/);
});

test('a name that only pretends to be this machine is not answered', async () => {
  const { tenant } = await house();
  const ask = async (host: string) =>
    (await open(null, true).fetch(new Request(`http://x/${tenant.slug}/`, { headers: { host } }))).status;
  assert.equal(await ask('127.0.0.1:3000'), 200);
  assert.equal(await ask('localhost:3000'), 200);
  assert.equal(await ask('rebound.example:3000'), 404);
});

test('links are written with the public address, whatever host a request claims', async () => {
  const { tenant } = await house();
  const web = open('https://grobund.test');
  const seen: string[] = [];
  web.get(path('/her'), anyone, (visit) => {
    seen.push(visit.tx.origin);
    return visit.page({ title: 'Her' }, bodyOf('her'));
  });
  await web.fetch(new Request(`http://x/${tenant.slug}/her`, { headers: { host: 'evil.example' } }));
  assert.deepEqual(seen, [`https://grobund.test/${tenant.slug}`]);
});

test('behind https the cookies are __Host- and secure', async () => {
  const { reader } = await house();
  const web = open('https://grobund.test');
  const response = await reader(web).fetch('/sprog', {
    method: 'POST',
    body: new URLSearchParams({ language: 'en', back: '/' }),
    headers: { origin: 'https://grobund.test' },
  });
  const [cookie = ''] = response.headers.getSetCookie();
  assert.match(cookie, /^__Host-sprog=en; Path=\/; HttpOnly; SameSite=Lax; .*Secure$/);
  assert.match(response.headers.get('strict-transport-security') ?? '', /max-age/);
});

test('a page that has not changed is not sent again, and a long one is packed', async () => {
  const { reader } = await house();
  const me = reader();
  const first = await me.fetch('/');
  const etag = first.headers.get('etag') ?? '';
  const again = await me.fetch('/', { headers: { 'if-none-match': etag } });
  assert.equal(again.status, 304);
  const packed = await me.fetch('/', { headers: { 'accept-encoding': 'gzip, br' } });
  assert.equal(packed.headers.get('content-encoding'), 'gzip');
});

test('built files may be kept for ever', async () => {
  const { reader } = await house();
  const css = await reader().fetch('/assets/app-1.css');
  assert.match(css.headers.get('cache-control') ?? '', /immutable/);
  assert.equal((await reader().fetch('/assets/..%2fapp.css')).status, 404);
});

test('a visitor is led to sign-in and back; missing and forbidden pages answer a person alike', async () => {
  const home = await house();
  const away = await home.reader().fetch('/mit?a=1');
  assert.equal(away.headers.get('location'), `/${home.tenant.slug}/log-ind?retur=%2Fmit%3Fa%3D1`);
  const me = await home.asAnna();
  assert.equal((await me.get('/mit')).status, 200);
  const forbidden = await me.get('/penge');
  const unknown = await me.get('/ting/findes-ikke');
  assert.equal(forbidden.status, 404);
  const blank = (html: string) => html.replaceAll(/\/penge|\/ting\/findes-ikke/g, '');
  assert.equal(blank(forbidden.html), blank(unknown.html));
  assert.equal((await me.get('/ting/%C3%A6ble')).status, 200);
});

test('a post from another site is refused, and so is one without the form token', async () => {
  const home = await house();
  const me = await home.asAnna();
  const page = await me.get('/mit');
  const token = page.root.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
  assert.notEqual(token, '');
  const post = (fields: Record<string, string>, headers: Record<string, string>) =>
    me.fetch('/mit', { method: 'POST', body: new URLSearchParams(fields), headers });
  assert.equal((await post({ _csrf: token }, { 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await post({ _csrf: token }, { origin: 'https://evil.example' })).status, 403);
  assert.equal((await post({}, { origin: SITE })).status, 403);
  assert.equal((await post({ _csrf: `${token.slice(1)}x` }, { origin: SITE })).status, 403);
  assert.equal((await post({ _csrf: token }, { origin: SITE })).status, 303);
});

test('a message is shown once, after the step it belongs to', async () => {
  const { reader } = await house();
  const me = reader();
  const after = await me.post('/skriv', { ord: '<b>suppen</b>' });
  assert.match(after.html, /Tak for &lt;b&gt;suppen/);
  assert.doesNotMatch((await me.get('/')).html, /Tak for/);
});

test('a limit holds across two processes, and one visitor does not use up the limit of another', async () => {
  const home = await house();
  const [one, two] = [open(), open()];
  const statuses: number[] = [];
  for (const web of [one, two, one, two]) {
    const response = await home
      .reader(web)
      .fetch('/skriv', { method: 'POST', body: new URLSearchParams({ ord: 'x' }) });
    statuses.push(response.status);
  }
  assert.deepEqual(statuses, [303, 303, 303, 429]);
  const neighbour = new Reader(one, `${SITE}/${home.tenant.slug}`, '10.0.0.9');
  assert.equal(
    (await neighbour.fetch('/skriv', { method: 'POST', body: new URLSearchParams({ ord: 'x' }) })).status,
    303,
  );
});

test('more than the form allows is refused, whatever the sender says of its length', async () => {
  const { reader } = await house();
  const stream = new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('a'.repeat(600))),
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const endless = { method: 'POST', body: stream, duplex: 'half', headers };
  assert.equal((await reader().fetch('/skriv', endless as RequestInit)).status, 413);
});

test('log ud alle steder ends the session on every device', async () => {
  const home = await house();
  const [phone, library] = [await home.asAnna(), await home.asAnna()];
  const page = await phone.get('/mit');
  const token = page.root.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
  await phone.post('/ud', { _csrf: token });
  assert.equal((await phone.fetch('/mit')).status, 303);
  assert.equal((await library.fetch('/mit')).status, 303);
});

test('a session of one tenant opens nothing in another', async () => {
  const [one, two] = [await house(), await house()];
  const me = await one.asAnna();
  const stolen = two.reader();
  for (const [, value] of me.cookies()) stolen.keep([`grobund-${two.tenant.slug}=${value}; Path=/`]);
  assert.equal((await stolen.fetch('/mit')).status, 303);
});

test('a device that was quiet for a month is signed out', async () => {
  const home = await house();
  const me = await home.asAnna();
  await home.tx(async (tx) => {
    await tx.sql
      .updateTable('session')
      .set({ last_seen_at: new Date(tx.now.getTime() - 31 * 86_400_000) })
      .execute();
  });
  assert.equal((await me.fetch('/mit')).status, 303);
});

test('a bug shows the number of the request and tells nothing else', async () => {
  const { reader } = await house();
  const page = await reader().get('/fejl');
  assert.equal(page.status, 500);
  assert.match(page.html, new RegExp(page.response.headers.get('x-request-id') ?? 'none'));
  assert.doesNotMatch(page.html, /secret name/);
});

test('a page that stays open hears of what it shows, and of nothing else', async () => {
  const home = await house();
  const web = open();
  const stream = await home.reader(web).fetch('/live?topic=ting:1&topic=ting:2');
  assert.equal(stream.headers.get('content-type'), 'text/event-stream');
  const reading = (stream.body as ReadableStream<Uint8Array>).getReader();
  const heard = async () => new TextDecoder().decode((await reading.read()).value);
  assert.match(await heard(), /retry/);
  await sleep(500);
  await home.tx(async (tx) => record(tx, { kind: 'test.happened', subject: { kind: 'ting', id: '3' } }));
  await home.tx(async (tx) => record(tx, { kind: 'test.happened', subject: { kind: 'ting', id: '2' } }));
  assert.equal(await heard(), 'data: ting:2\n\n');
  web.endStreams();
  assert.equal((await reading.read()).done, true);
});

test('the choice of language is kept, and leads nowhere but back here', async () => {
  const { reader } = await house();
  const me = reader();
  const english = await me.post('/sprog', { language: 'en', back: '//evil.example/x' });
  assert.match(english.html, /<html lang="en"/);
  assert.equal(
    (await me.fetch('/sprog', { method: 'POST', body: new URLSearchParams({ language: 'xx' }) })).status,
    404,
  );
});

test('the process says whether it runs and whether it can serve', async () => {
  const web = open();
  for (const path of ['/healthz', '/readyz']) assert.equal((await web.fetch(new Request(SITE + path))).status, 200);
});
