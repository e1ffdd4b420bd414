import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { SITE, smallSite } from '../../testing/small-site.ts';
import { answerFile } from './answers.ts';
import { readPosted } from './body.ts';
import { readForm } from './form.ts';
import { listen } from './listen.ts';
import { readPath } from './path.ts';

const { house, open } = await smallSite();
const ROOT = join(import.meta.dirname, '../../..');

/** What browsers and servers have read differently from each other. */
const PIECES = [
  '/',
  '\\',
  '.',
  '..',
  '%2e',
  '%2f',
  '%5c',
  '\t',
  '\n',
  ' ',
  ':',
  '@',
  '?',
  '#',
  ';',
  'a',
  'evil.example',
  'https:',
];

const posted = (body: string, type = 'application/x-www-form-urlencoded') =>
  readPosted(new Request(SITE, { method: 'POST', body, headers: { 'content-type': type } }), 256 * 1024);

test('a form of a hundred thousand fields is refused before it is read', async () => {
  const begun = process.threadCpuUsage();
  const crowd = Array.from({ length: 60_000 }, (_, at) => at.toString(36)).join('&');
  assert.equal(await posted(crowd), 'too-large');
  const part = '--X\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n';
  assert.equal(await posted(`${part.repeat(5100)}--X--`, 'multipart/form-data; boundary=X'), 'too-large');
  // What divides the fields is what their reader takes for it, whatever else is said.
  for (const said of ['boundary=zz', 'charset=utf-8; boundary="&"'])
    assert.equal(await posted(crowd, `application/x-www-form-urlencoded; ${said}`), 'too-large', said);
  for (const said of ['xboundary=q; boundary=X', 'boundary="\\X"', 'BOUNDARY=X; boundary=q'])
    assert.equal(await posted(`${part.repeat(5100)}--X--`, `multipart/form-data; ${said}`), 'too-large', said);
  for (const said of ['', 'boundary=""', 'boundary="\u00e6"'])
    assert.equal(await posted(`${part.repeat(5100)}--X--`, `multipart/form-data; ${said}`), 'not-a-form', said);
  assert.ok(process.threadCpuUsage(begun).user < 1_000_000);
  const form = await posted(Array.from({ length: 4900 }, (_, at) => `f${at}=1`).join('&'));
  assert.ok(form instanceof FormData && readForm(z.object({ f1: z.string() }), form).ok, 'a large one of ours is read');
});

test('who opens many connections and sends large files slowly does not fill the memory; words and others come through', async () => {
  const intake = { held: 0, most: 6 * 1024 * 1024 };
  const sent = (body: ReadableStream<Uint8Array> | string) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const given = { method: 'POST', headers, body, duplex: 'half' };
    return readPosted(new Request(SITE, given as RequestInit), 64 * 1024 * 1024, intake);
  };
  const file = 'a'.repeat(2 * 1024 * 1024);
  const slow = Array.from({ length: 10 }, () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const read = sent(readable);
    writer.write(Buffer.from(file)).catch(() => undefined);
    return { writer, read };
  });
  const refused = slow.slice(3).map(({ read }) => read);
  assert.deepEqual(await Promise.all(refused), Array(7).fill('busy'));
  assert.equal(await sent(file), 'busy');
  assert.ok((await sent(`ord=${'a'.repeat(1000 * 1000)}`)) instanceof FormData, 'a form of words');
  for (const { writer } of slow.slice(0, 3)) await writer.close();
  for (const { read } of slow.slice(0, 3)) assert.ok((await read) instanceof FormData);
  assert.equal(intake.held, 0);
  assert.ok((await sent(file)) instanceof FormData, 'when they are through');
});

test('who is turned away because many send at once is told when to come again', async () => {
  const web = open(null, false, { intake: { held: 0, most: 1_500_000 } });
  const { reader } = await house();
  const send = (letters: number) =>
    reader(web).fetch('/fil', { method: 'POST', body: new URLSearchParams({ ord: 'a'.repeat(letters) }) });
  const busy = await send(2_000_000);
  assert.deepEqual([busy.status, busy.headers.get('retry-after')], [503, '60']);
  assert.match(await busy.text(), /vent et minut/);
  const fits = await send(1_000_000);
  assert.deepEqual([fits.status, fits.headers.get('retry-after')], [303, null]);
});

test('what is no form is answered as such, whatever it calls itself', async () => {
  const types = [
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary="X',
    'text/xml',
  ];
  for (const type of types) assert.equal(await posted('<a/>', type), 'not-a-form', type);
  assert.equal(await posted('--X\r\nnonsense', 'multipart/form-data; boundary=X'), 'not-a-form');
});

test('no name of a field reaches what all objects have', () => {
  const form = new FormData();
  const names = ['__proto__', '__proto__[]', 'constructor', 'constructor[]', 'toString', 'hasOwnProperty', 'valueOf'];
  for (const name of [...names, '__proto__.polluted', 'a[__proto__][polluted]']) form.append(name, 'ja');
  const read = readForm(z.object({ wanted: z.string('mangler') }), form);
  assert.ok(!read.ok);
  for (const name of names) assert.ok(!Object.hasOwn(read.refusal.values, name.replace('[]', '')), name);
  assert.equal(Object.getPrototypeOf(read.refusal.values), Object.prototype);
  assert.equal(({} as Record<string, unknown>).polluted, undefined);
});

test('a name that nobody can see is none, and no sign turns others around or makes two names look alike', () => {
  const typed = (text: string) => {
    const form = new FormData();
    form.set('name', text);
    const read = readForm(z.object({ name: z.string().min(1) }), form);
    return read.ok ? read.value.name : null;
  };
  for (const none of [
    '\u200b\u200b',
    '\u2060',
    '\u3164',
    '\u2800 \u2800',
    '\u00ad',
    '\u0301',
    '\u0007',
    '\u200d\ufeff',
    '\u061c',
  ])
    assert.equal(typed(none), null, JSON.stringify(none));
  assert.equal(typed('Karen\u200b \u202eMose\u202c'), 'Karen Mose');
  assert.equal(typed('Karen\u0000\u001b[31m \u2066Mose'), 'Karen[31m Mose');
  const kept = ['Zoë Ångström', 'نورا', 'کتاب\u200cها', '👩‍👩‍👧‍👦', 'a\n\tb', 'Hygge\u00adaften', '-', '…'];
  assert.deepEqual(kept.map(typed), kept);
});

test('an address to go on to is a place of this house, however it is written', () => {
  const wrong = [
    ...[
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '/\t/evil',
    ],
    ...[
      '/\n/evil',
      '/a\r\nset-cookie: x=y',
      '/../deres-hus',
      '/a/../../x',
      '/%2e%2e/x',
      '/.%2E/x',
      '/./x',
      '',
      ' /',
      'a',
      '/æ',
    ],
    `/${'a'.repeat(300)}`,
  ];
  for (const text of wrong) assert.equal(readPath(text), null, JSON.stringify(text));
  for (const text of ['/', '/din-tur?a=1#b', '/pulje/ansoeg', '/a/..b/c', '/x?tilbage=/../y'])
    assert.equal(readPath(text), text);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join('')),
      (text) => {
        const place = readPath(text);
        if (place === null) return;
        const read = new URL(`https://grobund.test/mit-hus${place}`);
        assert.equal(read.host, 'grobund.test');
        assert.ok(read.pathname.startsWith('/mit-hus/'));
      },
    ),
  );
});

test('a file goes out under a harmless name, and can run nothing, whatever its name and its kind', () => {
  const names = [
    'a"; filename="b.exe',
    'a\r\nset-cookie: x=y',
    '../../etc/passwd',
    '..\\..\\x',
    '\u202egnp.exe',
    '',
    'æ'.repeat(400),
  ];
  for (const name of names) {
    for (const type of ['image/svg+xml', 'text/html', 'application/pdf']) {
      const { headers } = answerFile({ bytes: '<script>1</script>', type, name, inline: true });
      const said = headers.get('content-disposition') ?? '';
      assert.match(said, /^inline; filename="[ \w.-]*"; filename\*=UTF-8''[\w.%-]*$/, said);
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*; sandbox;/);
      assert.deepEqual(headers.getSetCookie(), []);
    }
  }
});

/** What a raw connection is told before it is closed. */
function speak(port: number, words: readonly string[], everyMs: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    const waiting = [...words];
    const speaking = setInterval(() => {
      const word = waiting.shift();
      if (word !== undefined && !socket.destroyed) socket.write(word);
    }, everyMs);
    socket.on('data', (bytes) => {
      heard += bytes;
    });
    socket.on('error', () => undefined);
    socket.once('close', () => {
      clearInterval(speaking);
      resolve(heard);
    });
  });
}

test('who sends a header or a body a letter at a time is cut off, and others are answered meanwhile', async (t) => {
  const patience = { headersMs: 300, requestMs: 600, lookMs: 50 };
  const site = { fetch: async (request: Request) => new Response(`got ${(await request.text()).length}`) };
  const listening = await listen(site, { host: '127.0.0.1', port: 0, patience });
  t.after(() => listening.stop(100));
  const port = Number(new URL(listening.address).port);
  const letters = [...'x-long: '.repeat(200)];
  const slow = [
    ...Array.from({ length: 20 }, () => speak(port, ['GET / HTTP/1.1\r\nhost: a\r\n', ...letters], 10)),
    speak(port, ['POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 5000\r\n\r\n', ...letters], 10),
  ];
  assert.equal(await (await fetch(listening.address)).text(), 'got 0');
  for (const heard of await Promise.all(slow)) assert.match(heard, /^HTTP\/1\.1 408/);
  assert.match(
    await speak(port, [`GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`], 1),
    /^HTTP\/1\.1 431/,
  );
  const smuggled =
    'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /x';
  assert.match(await speak(port, [smuggled], 1), /^HTTP\/1\.1 400/, 'two lengths are none');
});

test('nothing that a visitor sends becomes a line of the log', () => {
  const script = `
    import { openLog, logAnswer } from './src/platform/web/log.ts';
    const log = openLog('info');
    const request = new Request('http://x/%0A%7B', { method: 'GET' });
    logAnswer(log, { requestId: 'a', tenant: { slug: 'b' }, request }, '/:sted\\n{"level":60}', 200, 1);
    log.error({ error: new Error('Anna\\n{"level":60,"msg":"falsk"}') }, 'request failed');
  `;
  const { stdout } = spawnSync(
    process.execPath,
    ['--import', './scripts/hook.mjs', '--input-type=module', '-e', script],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  const lines = stdout.trimEnd().split('\n');
  assert.equal(lines.length, 2, stdout);
  assert.ok(lines.every((line) => JSON.parse(line).level < 60));
});

test('no path leads to a file that was not built', async () => {
  const { reader } = await house();
  const tries = [
    '..%2f..%2fpackage.json',
    '%2e%2e/%2e%2e/package.json',
    '....//app-1.css',
    'app-1.css%00.html',
    '/etc/passwd',
    '__proto__',
    'constructor',
  ];
  for (const path of tries) assert.equal((await reader().fetch(`/assets/${path}`)).status, 404, path);
});
