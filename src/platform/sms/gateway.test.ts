import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { openSmsGateway, type SmsNotTaken } from './gateway.ts';

test('an SMS reaches the gateway with sender, words and number; a refusal and an outage are told apart', async () => {
  const got: { authorization: string | undefined; body: unknown }[] = [];
  let status = 200;
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    got.push({ authorization: request.headers.authorization, body: JSON.parse(Buffer.concat(pieces).toString()) });
    response.writeHead(status).end('{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rest/mtsms`;
  const gateway = openSmsGateway({ url, key: 'hemmelig', from: 'Lyngbakken' });
  const send = () => gateway.send({ to: '+4520304050', sender: 'x', text: 'Æblegrød' });
  await send();
  assert.deepEqual(got[0], {
    authorization: `Basic ${Buffer.from('hemmelig:').toString('base64')}`,
    body: { sender: 'Lyngbakken', message: 'Æblegrød', recipients: [{ msisdn: 4520304050 }] },
  });
  const codeAt = async (given: number) => {
    status = given;
    return send().then(
      () => 'sent',
      (error: SmsNotTaken) => error.code,
    );
  };
  assert.equal(await codeAt(422), 'refused');
  assert.equal(await codeAt(429), 'unreachable');
  assert.equal(await codeAt(503), 'unreachable');
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  assert.equal(await codeAt(200), 'unreachable');
});
