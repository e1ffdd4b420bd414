import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { listen } from './listen.ts';

const HERE = { host: '127.0.0.1', port: 0 };

/** Answers `/slow` only when it is told to. */
function slowSite() {
  const gate = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const fetchIt = async (request: Request): Promise<Response> => {
    asked.resolve();
    if (request.url.endsWith('/slow')) await gate.promise;
    return new Response('done');
  };
  return { site: { fetch: fetchIt }, asked: asked.promise, answerNow: gate.resolve };
}

test('a request that is open when Grobund stops is answered first, and no new one is taken', async () => {
  const { site, asked, answerNow } = slowSite();
  const listening = await listen(site, HERE);
  const open = fetch(`${listening.address}/slow`);
  await asked;
  const stopped = listening.stop(10_000);
  await assert.rejects(fetch(`${listening.address}/new`));
  answerNow();
  assert.equal(await (await open).text(), 'done');
  await stopped;
});

test('a request that never ends does not keep Grobund from stopping', async () => {
  const { site, asked } = slowSite();
  const listening = await listen(site, HERE);
  const open = fetch(`${listening.address}/slow`);
  const cut = assert.rejects(open);
  await asked;
  await listening.stop(50);
  await cut;
});

test('a connection that is kept alive does not hold the stop back', async () => {
  const { site } = slowSite();
  const listening = await listen(site, HERE);
  await (await fetch(listening.address)).text();
  const tooLong = wait(4000).then(() => 'too long');
  assert.equal(await Promise.race([listening.stop(10_000), tooLong]), undefined);
});

test('a port that is taken is said in one sentence', async () => {
  const { site } = slowSite();
  const first = await listen(site, HERE);
  const port = Number(new URL(first.address).port);
  await assert.rejects(listen(site, { host: '127.0.0.1', port }), {
    message: /^Port \d+ on 127\.0\.0\.1 is taken [^\n]+$/,
  });
  await first.stop(100);
});
