import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '../src/testing/database.ts';
import { type Page, Reader } from '../src/testing/reader.ts';
import { type Process, startProcess } from './processes.ts';
import { soon } from './town.ts';

const { db, connection } = await testDatabase();
const HOUSE = '/lyngbakken';
const IDEAS_A_WINDOW = 20;
const WINDOW_MS = 600_000;

describe('two processes on one database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'two-'));
  let one: Process;
  let two: Process;

  before(async () => {
    one = await startProcess({ connection, folder });
    two = await startProcess({ connection, folder });
  });
  after(async () => {
    const codes = await Promise.all([one, two].map((process) => process?.stop()));
    rmSync(folder, { recursive: true, force: true });
    assert.deepEqual(codes, [0, 0], 'both end cleanly');
  });

  const at = (process: Process) => new Reader(process, `http://127.0.0.1${HOUSE}`);

  test('who signs in at the one is signed in at the other, and signed out at both', async () => {
    const here = await signIn('samira.haddad@lyngbakken.test', one, two);
    const there = here.at(one);
    assert.equal((await there.fetch('/din-tur')).status, 200);
    const page = await there.get('/din-tur');
    assert.match(page.html, /Samira Haddad/);
    await page.submit('Log ud');
    assert.equal((await here.at(two).fetch('/din-tur')).status, 303);
  });

  test('a limit counts what both have answered', async () => {
    const left = WINDOW_MS - (Date.now() % WINDOW_MS);
    if (left < 20_000) await sleep(left + 100);
    const answers: number[] = [];
    for (let count = 0; count < IDEAS_A_WINDOW + 4; count += 1) {
      const reader = at(count % 2 ? one : two);
      const fields = new URLSearchParams({ said: `Idé nummer ${count}` });
      const headers = { 'sec-fetch-site': 'same-origin' };
      answers.push((await reader.fetch('/ideer/ny', { method: 'POST', body: fields, headers })).status);
    }
    const expected = [...Array<number>(IDEAS_A_WINDOW).fill(303), ...Array<number>(4).fill(429)];
    assert.deepEqual(answers, expected);
  });

  test('a page that stands open at the one hears of what is done at the other', async () => {
    const signe = await signIn('signe.hoejlund@lyngbakken.test', two, two);
    const id = await initiative('Suppeaften i gården');
    const leaving = new AbortController();
    const stream = await fetch(`${one.address}${HOUSE}/live?topic=initiative:${id}`, { signal: leaving.signal });
    const heard = listen(stream);
    await sleep(3_000);
    const inside = await signe.get(`/initiativer/${id}/inde`);
    await inside.submit('Skriv skridtet', { says: 'Hent brænde' });
    await soon('the hint', async () => heard.find((line) => line === `data: initiative:${id}`), 10_000);
    leaving.abort();
  });

  test('what is asked for at either is done once', async () => {
    const names = ['mette.lauridsen', 'yusuf.abdi', 'olena.kovalenko', 'emil.frost', 'leila.mansour', 'sofie.lykke'];
    const addresses = names.map((name) => `${name}@lyngbakken.test`);
    await Promise.all(addresses.map((adresse, index) => at(index % 2 ? one : two).post('/log-ind', { adresse })));
    const arrived = async () => {
      const { rows } = await db.pool.query<{ to: string; mails: number }>(
        `select "to", count(*)::int as mails from dev.mail
         where "to" = any($1) and subject like '% er din kode' group by "to"`,
        [addresses],
      );
      return rows;
    };
    await soon('all mails', async () => ((await arrived()).length === addresses.length ? true : undefined), 40_000);
    await sleep(2_000);
    assert.deepEqual(new Set((await arrived()).map(({ mails }) => mails)), new Set([1]));
  });

  test('of two who save the same text at once, one is told, and nothing is lost', async () => {
    const id = await initiative('Cykelværksted i kælderen');
    const writers = [
      { reader: await signIn('karen.mose@lyngbakken.test', one, one), what: 'Vi lapper hver lørdag.' },
      { reader: await signIn('jonas.brandt@lyngbakken.test', two, two), what: 'Vi lapper hver søndag.' },
    ];
    const pages = await Promise.all(writers.map(({ reader }) => reader.get(`/initiativer/${id}/ret`)));
    const answers = await Promise.all(pages.map((page, at) => page.submit('Gem', { what: writers[at]?.what ?? '' })));
    const told = answers.findIndex(({ status }) => status === 422);
    assert.deepEqual(
      answers.map(({ status }) => status).sort((a, b) => a - b),
      [200, 422],
    );
    const refused = answers[told] as Page;
    assert.match(refused.text, /En anden har rettet imens/);
    for (const { what } of writers) assert.ok(refused.html.includes(what), `"${what}" is lost`);
    const { rows } = await db.pool.query<{ version: number }>('select version from initiative where id = $1', [id]);
    assert.equal(rows[0]?.version, 2);
  });

  test('neither has met an error', async () => {
    const { rows } = await db.pool.query(
      `select data ->> 'kind' as kind, output from pgboss.job where state = 'failed'`,
    );
    assert.deepEqual(rows, []);
  });

  /** Asks for the code at one process and gives it to another. */
  async function signIn(address: string, ask: Process, give: Process): Promise<Reader> {
    const asking = at(ask);
    const page = await asking.post('/log-ind', { adresse: address });
    const code = await soon(`a code to ${address}`, async () => {
      const { rows } = await db.pool.query<{ subject: string }>(
        `select subject from dev.mail where "to" = $1 and subject like '% er din kode' order by id desc limit 1`,
        [address],
      );
      return /^(\d{3} ?\d{3})/.exec(rows[0]?.subject ?? '')?.[1];
    });
    const til = page.root.querySelector('input[name="til"]')?.getAttribute('value') ?? '';
    const giving = asking.at(give);
    const home = await giving.post('/log-ind/kode', { til, kode: code });
    assert.equal(home.status, 200);
    return giving;
  }

  async function initiative(title: string): Promise<string> {
    const { rows } = await db.pool.query<{ id: string }>('select id from initiative where title = $1', [title]);
    return rows[0]?.id ?? assert.fail(`no initiative ${title}`);
  }
});

/** Lines of a stream, as they come. */
function listen(stream: Response): string[] {
  const lines: string[] = [];
  void (async () => {
    const decoder = new TextDecoder();
    for await (const piece of stream.body ?? []) lines.push(...decoder.decode(piece).split('\n'));
  })().catch(() => undefined);
  return lines;
}
