/// <reference lib="dom" />
import { OFFLINE } from '../parts/offline-names.ts';

/** Of the worker's own world, the little that is used here. */
interface Worker {
  addEventListener(kind: 'install' | 'activate', heard: (event: Waits) => void): void;
  addEventListener(kind: 'fetch', heard: (event: Asked) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}
interface Waits {
  waitUntil(done: Promise<unknown>): void;
}
interface Asked extends Waits {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** A net that answers nothing for so long is none. */
const SLOW_MS = 6000;
const worker = globalThis as unknown as Worker;

// The page puts what it needs in the cache (sheet-offline.ts); here it is only taken out, when there is no net.
worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request));
});

async function answer(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true, ignoreSearch: request.mode === 'navigate' });
  if (!kept) return fetch(request);
  const asked = fetch(request);
  const fresh = await Promise.race([asked.catch(() => null), after(SLOW_MS)]);
  if (!fresh) return kept;
  // Sent away to sign in, or no longer theirs to see: then nothing of it stays on the telephone.
  if (request.mode === 'navigate' && (fresh.type === 'opaqueredirect' || (fresh.status >= 400 && fresh.status < 500)))
    await Promise.all([OFFLINE.cache, OFFLINE.rounds].map((name) => caches.delete(name)));
  return fresh;
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms));
}
