import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { bodyOf, SITE, smallSite } from '../../testing/small-site.ts';
import { record } from '../journal/journal.ts';
import { path } from './path.ts';
import { anyone } from './who.ts';

const { db, house, newTenant, open } = await smallSite();

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

test('on a machine of its own, only who sits at it is answered: no pretended name, no proxy', async () => {
  const { tenant } = await house();
  const ask = async (host: string, more = {}) =>
    (await open(null, true).fetch(new Request(`http://x/${tenant.slug}/`, { headers: { host, ...more } }))).status;
  assert.equal(await ask('127.0.0.1:3000'), 200);
  assert.equal(await ask('localhost:3000'), 200);
  assert.equal(await ask('rebound.example:3000'), 404);
  assert.equal(await ask('127.0.0.1:3000', { 'x-forwarded-for': '203.0.113.9' }), 404);
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
  assert.deepEqual(seen.splice(0), [`https://grobund.test/${tenant.slug}`]);
  // Nor does the port that it claims beside a house's own name.
  const own = `${tenant.slug}-port.example`;
  await newTenant({ host: own, name: 'Porten' });
  await web.fetch(new Request('http://x/her', { headers: { host: `${own}:8443` } }));
  assert.deepEqual(seen, [`https://${own}`]);
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

test('the sign that no text in the database can hold is a blank in a question, and no place in an address', async () => {
  const home = await house();
  const web = open();
  web.get(path('/soeg/:hvad'), anyone, ({ params, query, page }) =>
    page({ title: 'Søg' }, bodyOf(JSON.stringify([params.hvad, ...query.entries()]))),
  );
  const reader = home.reader(web);
  const { text } = await reader.get('/soeg/%C3%A6ble?q=a%00b&%00=%%0000c');
  assert.match(text, /\["æble",\["q","a b"\],\[" ","% 00c"\]\]/);
  assert.equal((await reader.fetch('/soeg/a%00b')).status, 404);
});

test('a message is shown once, after the step it belongs to', async () => {
  const { reader } = await house();
  const me = reader();
  const after = await me.post('/skriv', { ord: '<b>suppen</b>' });
  assert.match(after.html, /Tak for &lt;b&gt;suppen/);
  assert.doesNotMatch((await me.get('/')).html, /Tak for/);
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
  const stream = await home.reader(web).fetch('/live?topic=ting:1&topic=ting:2&topic=person:2');
  assert.equal(stream.headers.get('content-type'), 'text/event-stream');
  const reading = (stream.body as ReadableStream<Uint8Array>).getReader();
  const heard = async () => new TextDecoder().decode((await reading.read()).value);
  assert.match(await heard(), /retry/);
  await sleep(500);
  await home.tx(async (tx) => record(tx, { kind: 'test.happened', subject: { kind: 'ting', id: '3' } }));
  // What happens to a person is nobody's to follow.
  await home.tx(async (tx) => record(tx, { kind: 'test.happened', subject: { kind: 'person', id: '2' } }));
  await sleep(2500);
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

test('who has not chosen reads what their browser asks for, unless it reads the house’s language too, or the house says no', async () => {
  const { reader, tenant } = await house();
  const langOf = async (wish: string, me = reader()) => {
    const answer = await me.fetch('/', { headers: { 'accept-language': wish } });
    assert.match(answer.headers.get('vary') ?? '', /Accept-Language/);
    return /<html lang="(\w+)"/.exec(await answer.text())?.[1];
  };
  for (const wish of ['en-GB,en;q=0.9', 'pl,en;q=0.7', 'en;q=0.5, da;q=0'])
    assert.equal(await langOf(wish), 'en', wish);
  for (const wish of ['en-US,en;q=0.9,da;q=0.1', 'da', 'nb,en;q=0.5', 'pl', '*', '', ';;q=x', 'en;q=0']) {
    assert.equal(await langOf(wish), 'da', wish);
  }
  const chose = reader();
  await chose.post('/sprog', { language: 'da', back: '/' });
  assert.equal(await langOf('en', chose), 'da', 'what was chosen stands');
  await db.pool.query(`update tenant set settings = '{"browserLanguage": "no"}' where id = $1`, [tenant.id]);
  assert.equal(await langOf('en'), 'da');
});

test('the process says whether it runs and whether it can serve', async () => {
  const web = open();
  for (const path of ['/healthz', '/readyz']) assert.equal((await web.fetch(new Request(SITE + path))).status, 200);
});
