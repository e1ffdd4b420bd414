import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { NEWS } from '../../news.ts';
import { startWorker } from '../../platform/jobs/worker.ts';
import { workOf } from '../../schedule.ts';
import { testApp } from '../../testing/app.ts';
import { testPost } from '../../testing/post.ts';
import { aPerson } from '../housing/seed.ts';
import { actingAs, anInitiative } from '../initiatives/seed.ts';
import { aWebhook } from './seed.ts';

const { db, newHouse } = await testApp({ loopbackToo: true });
const post = await testPost(db);

/** Takes every call, and never answers. */
const hanging = new Set<Socket>();
const receiver = createServer((socket) => {
  hanging.add(socket.on('error', () => undefined));
});
await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
const { port } = receiver.address() as { port: number };
after(() => receiver.close());

async function until(what: () => Promise<boolean> | boolean, seconds: number): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(50)) if (await what()) return true;
  return false;
}

test('receivers that hang, however many, do not delay a code to sign in with', async () => {
  const house = await newHouse();
  house.clock.set(new Date());
  const karen = await house.tx((tx) => aPerson(tx, { roles: ['secretariat'] }));
  const email = post.newAddress();
  await house.tx(async (tx) => {
    await aPerson(tx, { email });
    const acting = await actingAs(tx, karen);
    for (let made = 0; made < 12; made += 1) await aWebhook(acting, { url: `http://127.0.0.1:${port}/${made}` });
  });
  await house.tx((tx) => anInitiative(tx));
  const { kinds } = workOf(post.ways, NEWS, { loopbackToo: true });
  const originOf = () => 'http://grobund.test';
  const worker = await startWorker({ database: db, clock: { now: () => new Date() }, kinds, originOf });
  try {
    assert.ok(await until(() => hanging.size >= 2, 10), 'they are called');
    await house.visitor().post('/log-ind', { adresse: email, retur: '', som: '' });
    // One call takes ten seconds to give up.
    assert.ok(await until(async () => (await post.to(email)).length === 1, 5), 'the code has come');
  } finally {
    receiver.on('connection', (socket) => socket.destroy());
    for (const socket of hanging) socket.destroy();
    await worker.stop();
  }
});
