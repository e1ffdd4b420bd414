import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { openSmsGateway, type SmsNotTaken } from './gateway.ts';

const KEY = 'hemmelig';

interface Got {
  readonly path: string | undefined;
  readonly body: Record<string, unknown>;
}
const got: Got[] = [];
let trouble: number | null = null;

/** Answers as GatewayAPI's documentation says: 202 with `msg_id`, or (the older door) 200 with `ids` and what it cost. */
const server = createServer(async (request, response) => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = JSON.parse(Buffer.concat(pieces).toString());
  got.push({ path: request.url, body });
  const answer = (status: number, told: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(told));
  if (request.headers.authorization !== `Token ${KEY}`) return answer(401, { code: '0x0101', message: 'Unauthorized' });
  if (trouble) return answer(trouble, { code: '0x0213', incident_uuid: 'd8127429', message: 'Unable to send' });
  if (request.url === '/mobile/single') {
    if (!Number.isInteger(body.recipient)) return answer(422, { detail: 'recipient' });
    return answer(202, { msg_id: '01J', recipient: body.recipient, reference: null });
  }
  return answer(200, { ids: [421332671], usage: { countries: { DK: 1 }, currency: 'DKK', total_cost: 0.12 } });
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
after(() => server.close());

const sms = { to: '+4520304050', sender: 'x', text: 'Æblegrød', minutes: 15 };
const codeAt = (url: string, key = KEY) =>
  openSmsGateway({ url, key, from: 'Lyngbakken' })
    .send(sms)
    .then(
      () => 'sent',
      (error: SmsNotTaken) => error.code,
    );

test('an SMS goes to the Messaging API with sender, words, number and how long it is worth something', async () => {
  assert.equal(await codeAt(`${at}/mobile/single`), 'sent');
  assert.deepEqual(got.at(-1), {
    path: '/mobile/single',
    body: { sender: 'Lyngbakken', message: 'Æblegrød', recipient: 4520304050, expiration: 'PT15M' },
  });
});

test('the older REST API gets the same in its own words, and says when the telephone alphabet does not do', async () => {
  assert.equal(await codeAt(`${at}/rest/mtsms`), 'sent');
  const body = { sender: 'Lyngbakken', message: 'Æblegrød', recipients: [{ msisdn: 4520304050 }], validity: 900 };
  assert.deepEqual(got.at(-1), { path: '/rest/mtsms', body });
  const gateway = openSmsGateway({ url: `${at}/rest/mtsms`, key: KEY, from: 'Lyngbakken' });
  await gateway.send({ to: '+4520304050', sender: 'x', text: 'مرحبا' });
  assert.equal(got.at(-1)?.body.encoding, 'UCS2');
});

test('a number that gets none, an account that may not, and an outage are told apart', async () => {
  const url = `${at}/mobile/single`;
  assert.equal(await codeAt(url, 'wrong'), 'account', 'else a mistyped key would lose every code in silence');
  for (const [status, code] of [
    [403, 'account'],
    [422, 'refused'],
    [429, 'unreachable'],
    [503, 'unreachable'],
  ] as const) {
    trouble = status;
    assert.equal(await codeAt(url), code, String(status));
  }
  trouble = null;
  server.closeAllConnections();
  assert.equal(await codeAt('http://127.0.0.1:1/mobile/single'), 'unreachable');
});
