/// A process that sets papers of others beside our own. What a stranger sent may keep the typesetter busy for ever or unpack
/// to more than the machine has, in native code that no thread can be torn out of: then the whole process goes.
import { Worker } from 'node:worker_threads';
import type { Delivery, Order, Workshop } from './typesetter.ts';

/** `timeLimit` in milliseconds, from when the typesetter has the order. */
export interface GuardedOrder {
  readonly order: Order;
  readonly timeLimit: number;
}

/** Process and papers together; a bundle of 40 photographed pages takes a third of it. */
const MOST_MEMORY = 768 * 1024 * 1024;
const LOOK_EVERY = 20;

const workshop = JSON.parse(process.argv[2] ?? '') as Workshop;
const worker = new Worker(new URL('typesetter.ts', import.meta.url), { workerData: workshop, execArgv: [], env: {} });
worker.on('error', end);
worker.on('exit', end);
// Nobody is left to answer.
process.on('disconnect', end);

process.on('message', ({ order, timeLimit }: GuardedOrder) => {
  const late = setTimeout(end, timeLimit);
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() > MOST_MEMORY) end();
  }, LOOK_EVERY);
  worker.once('message', (delivery: Delivery) => {
    clearTimeout(late);
    clearInterval(watch);
    process.send?.(delivery);
  });
  worker.postMessage(order);
});

/** An ordinary exit would wait for the thread. */
function end(): void {
  process.kill(process.pid, 'SIGKILL');
}
