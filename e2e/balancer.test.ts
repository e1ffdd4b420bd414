import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { tellDemo } from '../src/demo/tell.ts';
import { startDevSmtp } from '../src/dev/smtp.ts';
import { testDatabase } from '../src/testing/database.ts';
import { freePort } from '../src/testing/free-port.ts';
import { findNginx, largestBody, type Nginx, startNginx } from './balancer/nginx.ts';
import { keepBusy } from './balancer/people.ts';
import { newAddress, visitorAt } from './balancer/visitor.ts';
import { type Process, startProcess } from './processes.ts';
import { soon } from './town.ts';

const HOUSE = '/lyngbakken';
const IDEAS_A_WINDOW = 20;
const WINDOW_MS = 600_000;
const program = findNginx();

describe('two processes behind nginx, as docs/nginx.conf has it', {
  skip: program ? false : 'nginx is not on this machine (Debian: apt-get install nginx-light)',
}, async () => {
  if (!program) return;
  const { db, connection } = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'balancer-'));
  const ports = [await freePort(), await freePort()] as const;
  const site = await freePort();
  const smtp = await startDevSmtp({ database: db, port: 0 });
  const processes: [Process | null, Process | null] = [null, null];
  let nginx: Nginx;

  const start = async (at: 0 | 1) => {
    processes[at] = await startProcess({
      connection,
      folder,
      settings: {
        NODE_ENV: 'production',
        PORT: String(ports[at]),
        GROBUND_URL: `http://127.0.0.1:${site}`,
        GROBUND_PROXY: 'yes',
        GROBUND_DRAIN_SECONDS: '1',
        SMTP_URL: smtp.url,
        MAIL_FROM: 'Grobund <post@grobund.test>',
      },
    });
  };

  before(async () => {
    await tellDemo(db, new Date());
    await Promise.all([start(0), start(1)]);
    nginx = await startNginx(program, { site, plain: await freePort(), processes: ports });
  });
  after(async () => {
    await nginx?.stop();
    await Promise.all(processes.map(async (process) => process?.stop()));
    await smtp.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const visitor = (address?: string) => visitorAt(site, HOUSE, address);

  test('who signs in is signed in at whichever process answers', async () => {
    const reader = visitor();
    const page = await reader.post('/log-ind', { adresse: 'samira.haddad@lyngbakken.test' });
    const code = await codeTo('samira.haddad@lyngbakken.test');
    const til = page.root.querySelector('input[name="til"]')?.getAttribute('value') ?? '';
    assert.equal((await reader.post('/log-ind/kode', { til, kode: code })).status, 200);
    const before = nginx.answeredBy().length;
    for (let round = 0; round < 6; round += 1) assert.match((await reader.get('/din-tur')).html, /Samira Haddad/);
    assert.equal(await served(before), 2, 'both processes have answered');
  });

  test('a limit counts devices, whatever they say of their own address', async () => {
    const left = WINDOW_MS - (Date.now() % WINDOW_MS);
    if (left < 20_000) await sleep(left + 100);
    const address = newAddress();
    const answers: number[] = [];
    for (let count = 0; count < IDEAS_A_WINDOW + 4; count += 1)
      answers.push(await postIdea(address, `Idé ${count}`, { 'x-forwarded-for': `203.0.113.${count}` }));
    assert.deepEqual(answers, [...Array<number>(IDEAS_A_WINDOW).fill(303), ...Array<number>(4).fill(429)]);
    assert.equal(await postIdea(newAddress(), 'Idé fra en anden'), 303, 'another device has its own tries');
  });

  test('a page that stands open hears of news at once', async () => {
    const { rows } = await db.pool.query<{ id: string }>(
      `select id from initiative where title = 'Suppeaften i gården'`,
    );
    const id = rows[0]?.id ?? '';
    const signe = await signIn('signe.hoejlund@lyngbakken.test');
    const leaving = new AbortController();
    const stream = await fetch(`http://127.0.0.1:${site}${HOUSE}/live?topic=initiative:${id}`, {
      signal: leaving.signal,
    });
    let heard = '';
    void (async () => {
      for await (const piece of stream.body ?? []) heard += Buffer.from(piece).toString();
    })().catch(() => undefined);
    await sleep(3_000);
    const inside = await signe.get(`/initiativer/${id}/inde`);
    await inside.submit('Skriv skridtet', { says: 'Hent brænde' });
    await soon('the hint', async () => heard.includes(`data: initiative:${id}`) || undefined, 10_000);
    leaving.abort();
  });

  test('an upload comes through whole and lies nowhere on its way', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n%'), Buffer.alloc(9_000_000, 'a'), Buffer.from('\n%%EOF\n')]);
    const page = await visitor().get('/faktura');
    const sent = page.submit('Send', { email: 'bent@brugsen.test', file: new File([bytes], 'faktura.pdf') });
    const seen: string[] = [];
    while (await Promise.race([sent.then(() => false), sleep(20, true)])) seen.push(...nginx.kept());
    assert.equal((await sent).status, 200);
    assert.deepEqual(
      [...new Set(seen)].filter((name) => /\d{3}/.test(name)),
      [],
      'nginx has written nothing of it',
    );
    const { rowCount } = await db.pool.query('select from file_blob where sha256 = $1', [
      createHash('sha256').update(bytes).digest(),
    ]);
    assert.equal(rowCount, 1);
  });

  test('what is too large is told in our own words, and what is far too large is not taken', async () => {
    const send = (size: number) =>
      visitor().post('/faktura', { email: 'bent@brugsen.test', file: new File([Buffer.alloc(size)], 'stor.pdf') });
    const refused = await send(23_000_000);
    assert.equal(refused.status, 413);
    assert.match(refused.text, /stor/);
    assert.match(refused.html, /Lyngbakken/, 'it is a page of the house');
    assert.equal((await send(largestBody() + 1).catch(() => ({ status: 413 }))).status, 413);
  });

  test('what is asked for is done once, whoever does it', async () => {
    const people = ['mette.lauridsen', 'yusuf.abdi', 'olena.kovalenko', 'emil.frost', 'leila.mansour'];
    const addresses = people.map((name) => `${name}@lyngbakken.test`);
    await Promise.all(addresses.map((adresse) => visitor().post('/log-ind', { adresse })));
    for (const address of addresses) await codeTo(address);
    await sleep(1_500);
    const { rows } = await db.pool.query<{ mails: number }>(
      `select count(*)::int as mails from dev.mail where "to" = any($1) and subject like '% er din kode' group by "to"`,
      [addresses],
    );
    assert.deepEqual(
      rows.map(({ mails }) => mails),
      addresses.map(() => 1),
    );
  });

  test('a process that is killed takes nothing with it that was told to be there, and the other goes on', async () => {
    const stop = keepBusy(site, HOUSE, 'drab');
    await sleep(1_000);
    await processes[0]?.kill();
    const before = nginx.answeredBy().length;
    await sleep(1_500);
    const { written, failed } = await stop();
    await start(0);
    const acknowledged = written.filter(({ answer }) => answer === 303).map(({ said }) => said);
    assert.ok(acknowledged.length > 5, `only ${acknowledged.length} ideas were written`);
    assert.deepEqual(
      [...(await ideas('drab'))].filter(([, count]) => count !== 1),
      [],
      'an idea is there twice',
    );
    const there = await ideas('drab');
    assert.deepEqual(
      acknowledged.filter((said) => !there.has(said)),
      [],
    );
    // Only what the killed process had in hand when it died can have failed.
    const cut = written.filter(({ answer }) => answer !== 303);
    assert.ok(cut.length <= 2, JSON.stringify(cut));
    assert.deepEqual(failed, [], 'who reads is answered by the other');
    assert.ok(nginx.answeredBy().slice(before).includes(`127.0.0.1:${ports[1]}`));
  });

  test('a restart of one after the other is felt by nobody', async () => {
    const stop = keepBusy(site, HOUSE, 'rul');
    for (const at of [0, 1] as const) {
      await nginx.passOver(ports[at], true);
      const ending = processes[at]?.stop();
      const left = await soon('the word that it leaves', async () => {
        const answer = await fetch(`http://127.0.0.1:${ports[at]}/readyz`);
        return answer.status === 503 ? answer.text() : undefined;
      });
      assert.equal(left, 'leaving');
      assert.equal((await fetch(`http://127.0.0.1:${ports[at]}${HOUSE}/log-ind`)).status, 200, 'it still answers');
      assert.equal(await ending, 0);
      await start(at);
      await nginx.passOver(ports[at], false);
    }
    const { written, failed } = await stop();
    assert.deepEqual(failed, []);
    assert.deepEqual(
      written.filter(({ answer }) => answer !== 303),
      [],
    );
    assert.deepEqual(await ideas('rul'), new Map(written.map(({ said }) => [said, 1])));
  });

  test('neither has met an error', async () => {
    const { rows } = await db.pool.query(
      `select data ->> 'kind' as kind, output from pgboss.job where state = 'failed'`,
    );
    assert.deepEqual(rows, []);
  });

  /** How many processes have answered since. */
  async function served(since: number): Promise<number> {
    return new Set(nginx.answeredBy().slice(since)).size;
  }

  async function ideas(name: string): Promise<ReadonlyMap<string, number>> {
    const { rows } = await db.pool.query<{ said: string; count: number }>(
      `select said, count(*)::int as count from idea where said like $1 group by said order by said`,
      [`${name}: %`],
    );
    return new Map(rows.map(({ said, count }) => [said, count]));
  }

  async function postIdea(address: string, said: string, headers: Record<string, string> = {}): Promise<number> {
    const answer = await visitor(address).fetch('/ideer/ny', {
      method: 'POST',
      body: new URLSearchParams({ said }),
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    });
    return answer.status;
  }

  function codeTo(address: string): Promise<string> {
    return soon(
      `a code to ${address}`,
      async () => {
        const { rows } = await db.pool.query<{ subject: string }>(
          `select subject from dev.mail where "to" = $1 and subject like '% er din kode' order by id desc limit 1`,
          [address],
        );
        return /^(\d{3} ?\d{3})/.exec(rows[0]?.subject ?? '')?.[1];
      },
      40_000,
    );
  }

  async function signIn(address: string) {
    const reader = visitor();
    const page = await reader.post('/log-ind', { adresse: address });
    const kode = await codeTo(address);
    const til = page.root.querySelector('input[name="til"]')?.getAttribute('value') ?? '';
    await reader.post('/log-ind/kode', { til, kode });
    return reader;
  }
});
