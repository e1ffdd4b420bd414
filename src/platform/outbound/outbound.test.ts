import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { isLoopbackAddress, isPublicAddress } from './addresses.ts';
import { type OutboundFailed, type OutboundRequest, outboundFetch, outboundProblem } from './outbound.ts';

const got: IncomingMessage[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => unknown = (_, response) => response.end('tak');
const server = createServer((request, response) => {
  got.push(request);
  answer(request, response);
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address() as AddressInfo;
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  got.length = 0;
  answer = (_, response) => response.end('tak');
});

const why = (address: string, asked?: OutboundRequest) =>
  outboundFetch(address, asked).then(
    ({ status }) => status,
    (error: OutboundFailed) => error.problem,
  );
const at = (...addresses: string[]) => ({ resolve: async () => addresses });

test('an address of this machine, of a private network or of a cloud is refused, however it is written', async () => {
  const written = [
    ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1', '017700000001', '0', '0.0.0.0'],
    ...['10.0.0.8', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '198.18.0.1', '224.0.0.1'],
    ...['169.254.169.254', '2852039166', '0xA9FEA9FE', '100.100.100.200', '168.63.129.16', '192.0.0.192'],
    ...['255.255.255.255', '127.0.0.1.', '①②⑦.⓪.⓪.①'],
    ...['[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]'],
    ...['[::ffff:169.254.169.254]', '[64:ff9b::a9fe:a9fe]', '[64:ff9b::10.0.0.1]', '[64:ff9b:1::1]'],
    ...['[fe80::1]', '[fc00::1]', '[fd00:ec2::254]', '[ff02::1]', '[2001:db8::1]', '[2002:7f00:1::]', '[2001::1]'],
    ...['localhost', 'LOCALHOST', 'localhost.', 'a.localhost', 'metadata.google.internal', 'printer.local'],
  ];
  for (const host of written) assert.equal(await why(`https://${host}/`), 'address', host);
});

test('only an encrypted address of the web is asked', async () => {
  const others = [
    'http://example.dk/',
    'ftp://example.dk/',
    'file:///etc/passwd',
    'gopher://example.dk/',
    'example.dk',
  ];
  for (const address of others) assert.equal(await why(address), 'url', address);
  assert.equal(await why('https://navn:kode@example.dk/'), 'url');
  for (const small of [22, 25, 80, 465, 993]) assert.equal(outboundProblem(`https://example.dk:${small}/`), 'url');
  for (const usual of ['', ':443', ':8443']) assert.equal(outboundProblem(`https://example.dk${usual}/krog`), null);
});

test('a name is refused when one of the addresses it leads to is not public', async () => {
  for (const inner of ['10.1.2.3', '::1', '::ffff:10.1.2.3', 'fe80::1%eth0', '169.254.169.254', 'vrøvl']) {
    assert.equal(await why('https://krog.example/', at(inner)), 'address', inner);
    assert.equal(await why('https://krog.example/', at('93.184.216.34', inner)), 'address', inner);
  }
  assert.equal(await why('https://krog.example/', at()), 'name');
});

test('the connection goes to the address that was looked at, and the name is asked for once only', async () => {
  // Rebinding: what may be asked at the first question, the inside at the next.
  let asked = 0;
  const resolve = async () => {
    asked += 1;
    return asked === 1 ? ['127.0.0.1'] : ['10.0.0.1'];
  };
  // The system knows no such name: only the address that was looked at can lead here.
  assert.equal(await why(`http://krog.example:${port}/`, { resolve, loopbackToo: true }), 200);
  assert.equal(asked, 1);
  assert.equal(got[0]?.headers.host, `krog.example:${port}`);
});

test('a redirect is told and never followed', async () => {
  answer = (_, response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/inderst` }).end();
  assert.equal(await why(`http://127.0.0.1:${port}/`, { loopbackToo: true }), 302);
  assert.equal(got.length, 1);
});

test('what is sent arrives whole, and the connection stays ours to describe', async () => {
  const body = new Promise<string>((resolve) => {
    answer = (request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.once('end', () => {
        response.setHeader('x-svar', 'ja').end('tak for æblegrøden');
        resolve(Buffer.concat(pieces).toString());
      });
    };
  });
  const answered = await outboundFetch(`http://127.0.0.1:${port}/krog`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', host: 'en.anden.dk', 'transfer-encoding': 'chunked' },
    body: '{"æ":1}',
    loopbackToo: true,
  });
  assert.equal(await body, '{"æ":1}');
  assert.deepEqual([got[0]?.method, got[0]?.url], ['POST', '/krog']);
  assert.equal(got[0]?.headers.host, `127.0.0.1:${port}`);
  assert.equal(got[0]?.headers['transfer-encoding'], undefined);
  assert.equal(Buffer.from(answered.body).toString(), 'tak for æblegrøden');
  assert.equal(answered.headers['x-svar'], 'ja');
});

test('an answer without end, a slow one and one that is cut take neither room nor time', {
  timeout: 10_000,
}, async () => {
  answer = (_, response) => {
    const pour = () => {
      if (!response.destroyed) response.write('x'.repeat(10_000), pour);
    };
    pour();
  };
  const endless = await outboundFetch(`http://127.0.0.1:${port}/`, { loopbackToo: true, mostBytes: 5000 });
  assert.equal(endless.body.length, 5000);
  answer = (_, response) => response.write('x');
  assert.equal(await why(`http://127.0.0.1:${port}/`, { loopbackToo: true, patienceMs: 200 }), 'slow');
  answer = () => undefined;
  assert.equal(await why(`http://127.0.0.1:${port}/`, { loopbackToo: true, patienceMs: 200 }), 'slow');
  const never = { resolve: () => new Promise<never>(() => undefined), patienceMs: 200 };
  assert.equal(await why('https://krog.example/', never), 'slow');
  answer = (request) => request.socket.destroy();
  assert.equal(await why(`http://127.0.0.1:${port}/`, { loopbackToo: true }), 'unreachable');
  answer = (_, response) => response.setHeader('x', 'x'.repeat(20_000)).end();
  assert.equal(await why(`http://127.0.0.1:${port}/`, { loopbackToo: true }), 'unreachable');
});

test('a line break cannot slip a header in', async () => {
  const headers = { 'x-navn': 'a\r\nx-anden: b' };
  assert.equal(await why(`http://127.0.0.1:${port}/`, { headers, loopbackToo: true }), 'unreachable');
  assert.equal(got.length, 0);
});

test('this machine may be asked only where that is said, and then nothing else that is private', async () => {
  assert.equal(await why(`http://127.0.0.1:${port}/`), 'url');
  assert.equal(await why(`http://localhost:${port}/`, { loopbackToo: true }), 200);
  for (const host of ['10.0.0.1', '169.254.169.254', '[fe80::1]'])
    assert.equal(await why(`http://${host}/`, { loopbackToo: true }), 'address');
  assert.ok(isLoopbackAddress('::ffff:127.0.0.2') && !isLoopbackAddress('::ffff:128.0.0.1'));
});

test('the open internet is open, in both its families and in every way of writing', () => {
  for (const address of ['93.184.216.34', '8.8.8.8', '2a00:1450:400f::200e', '::ffff:8.8.8.8', '64:ff9b::808:808'])
    assert.ok(isPublicAddress(address), address);
  const octet = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(octet, octet, octet, octet, (a, b, c, d) => {
      const plain = `${a}.${b}.${c}.${d}`;
      const hex = [a * 256 + b, c * 256 + d].map((half) => half.toString(16)).join(':');
      for (const other of [`::ffff:${plain}`, `::FFFF:${hex}`, `0:0:0:0:0:ffff:${hex}`, `64:ff9b::${hex}`])
        assert.equal(isPublicAddress(other), isPublicAddress(plain), other);
      const number = ((a * 256 + b) * 256 + c) * 256 + d;
      assert.equal(outboundProblem(`https://${number}/`), isPublicAddress(plain) ? null : 'address', plain);
    }),
  );
});
