import assert from 'node:assert/strict';
import dns from 'node:dns';
import dnsPromises from 'node:dns/promises';
import { syncBuiltinESMExports } from 'node:module';
import { type AddressInfo, createServer, Socket } from 'node:net';
import { after, before, beforeEach, describe, mock, test } from 'node:test';
import { NEWS } from '../../news.ts';
import { drainJobs } from '../../platform/jobs/drain.ts';
import { workOf } from '../../schedule.ts';
import { testApp } from '../../testing/app.ts';
import { aPerson } from '../housing/seed.ts';
import { actingAs, anInitiative } from '../initiatives/seed.ts';
import { aWebhook } from './seed.ts';

/** As in operation: this machine may not be asked. */
const { db, newHouse } = await testApp();
const { kinds } = workOf({ mail: null, sms: null }, NEWS);

/** What waits on this machine for whoever can be led to it. */
let visits = 0;
const inside = createServer((socket) => {
  visits += 1;
  socket.destroy();
});
await new Promise<void>((done) => inside.listen(0, '::', done));
const { port } = inside.address() as AddressInfo;
after(() => inside.close());

const OUTSIDE = '93.184.216.34';
/** What a name server in bad hands says: one answer for each time it is asked, the last for ever. */
const ANSWERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'skifter.example': [[OUTSIDE], ['127.0.0.1']],
  'begge.example': [[OUTSIDE, '::ffff:127.0.0.1']],
  'inde.example': [['127.0.0.1']],
};
const asked = new Map<string, number>();
function whatItSays(name: string) {
  const times = asked.get(name) ?? 0;
  asked.set(name, times + 1);
  const said = ANSWERS[name]?.[times] ?? ANSWERS[name]?.at(-1) ?? [];
  return said.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
}

type Connecting = { host?: string; lookup?: typeof dns.lookup };
/** Where connections to those names went; nothing is let out. */
const went: string[] = [];
const connectFor = Socket.prototype.connect as (this: Socket, ...all: unknown[]) => Socket;
const lookupFor = dns.lookup;
const lookupAsync = dnsPromises.lookup;

/** All names but those are looked up and called as ever: other tests live in this process. */
function lie(): void {
  mock.method(Socket.prototype, 'connect', function connect(this: Socket, ...all: unknown[]) {
    const [{ host = '', lookup = dns.lookup } = {}] = all as [Connecting?];
    if (!(host in ANSWERS)) return connectFor.apply(this, all);
    setImmediate(() =>
      lookup(host, { all: true }, (_, found) => {
        went.push(...found.map(({ address }) => address));
        this.destroy(new Error('nobody there'));
      }),
    );
    return this;
  });
  mock.method(dns, 'lookup', (name: string, ...rest: unknown[]) => {
    if (!(name in ANSWERS)) return (lookupFor as (...all: unknown[]) => void)(name, ...rest);
    return (rest.at(-1) as (...all: unknown[]) => void)(null, whatItSays(name));
  });
  mock.method(dnsPromises, 'lookup', async (name: string, ...rest: unknown[]) =>
    name in ANSWERS ? whatItSays(name) : (lookupAsync as (...all: unknown[]) => unknown)(name, ...rest),
  );
  syncBuiltinESMExports();
}

function tellTheTruth(): void {
  mock.restoreAll();
  syncBuiltinESMExports();
}

/** What the log of a webhook with that address says after each try of two. */
async function triedTwice(url: string): Promise<(string | null)[]> {
  const house = await newHouse();
  const karen = await house.tx((tx) => aPerson(tx, { roles: ['secretariat'] }));
  const { id } = await house.tx(async (tx) => aWebhook(await actingAs(tx, karen), { url }));
  await house.tx((tx) => anInitiative(tx));
  for (let tries = 0; tries < 2; tries += 1) {
    await drainJobs({ database: db, kinds, clock: house.clock, originOf: () => 'http://grobund.test' });
    house.clock.forward({ minutes: 1 });
  }
  const log = await house.tx((tx) =>
    tx.sql.selectFrom('webhook_sending').select('problem').where('webhook_id', '=', id).orderBy('id').execute(),
  );
  return log.map(({ problem }) => problem);
}

describe('a name server in bad hands', () => {
  before(lie);
  after(tellTheTruth);
  beforeEach(() => {
    visits = 0;
    went.length = 0;
    asked.clear();
  });

  test('a name that leads outside when it is looked at and inside when it is called never leads inside', async () => {
    const log = await triedTwice(`https://skifter.example:${port}/krog`);
    assert.deepEqual(log, ['unreachable', 'address'], 'called at what was looked at; at the next try refused');
    assert.deepEqual(went, [OUTSIDE]);
    assert.equal(asked.get('skifter.example'), 2, 'asked once a try');
    assert.equal(visits, 0);
  });

  test('a name that leads inside, alone or among others, is not called at all', async () => {
    for (const name of ['begge.example', 'inde.example'])
      assert.deepEqual(await triedTwice(`https://${name}:${port}/krog`), ['address', 'address'], name);
    assert.deepEqual([went, visits], [[], 0]);
  });

  test('an address of this machine that has come into the table is not called, however it is written', async () => {
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '0.0.0.0', '[::1]', '[::]', '[::ffff:127.0.0.1]'])
      assert.deepEqual(await triedTwice(`https://${host}:${port}/krog`), ['address', 'address'], host);
    assert.equal(visits, 0);
  });
});
