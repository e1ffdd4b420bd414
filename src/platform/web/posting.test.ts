import assert from 'node:assert/strict';
import test from 'node:test';
import { Reader } from '../../testing/reader.ts';
import { SITE, smallSite } from '../../testing/small-site.ts';

const { house, open } = await smallSite();

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

test('whoever is signed in and sends one form again and again is asked to wait', async () => {
  const home = await house();
  const me = await home.asAnna();
  const token = (await me.get('/mit')).root.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
  const send = () => me.fetch('/mit', { method: 'POST', body: new URLSearchParams({ _csrf: token }) });
  for (let times = 0; times < 120; times += 1) await send();
  assert.equal((await send()).status, 429);
  assert.equal((await (await home.asAnna()).fetch('/mit')).status, 200);
});

test('who sends made-up sessions fills no table', async () => {
  const { tenant, tx } = await house();
  const web = open();
  for (const made of ['a', 'b', 'c']) {
    const headers = { cookie: `grobund-${tenant.slug}=${made.repeat(43)}` };
    const request = new Request(`${SITE}/${tenant.slug}/sprog`, {
      method: 'POST',
      body: new URLSearchParams(),
      headers,
    });
    assert.equal((await web.fetch(request, '10.0.0.3')).status, 404);
  }
  assert.deepEqual(await tx((db) => db.sql.selectFrom('rate_limit').select('bucket').execute()), []);
});

test('whole lists in files are not to be had without end by one visitor; the pages are', async () => {
  const home = await house();
  const me = await home.asAnna();
  const fetched = async (path: string) => (await me.fetch(path)).status;
  for (let file = 0; file < 60; file += 1) assert.equal(await fetched('/mit?hent=csv'), 200);
  assert.equal(await fetched('/mit?hent=xlsx'), 429);
  assert.equal(await fetched('/mit'), 200);
});
