import { OFFLINE } from './offline-names.ts';

/**
 * Lets this page open without a net: it is kept, with what it has loaded and `also`, in `cache`, anew each time it is opened
 * with a net. It goes when nobody is signed in any more (workers/offline.ts). False where that cannot be done here.
 */
export async function keepThisPage(cache: string, also: readonly string[] = []): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !navigator.onLine) return false;
  await navigator.serviceWorker.register(OFFLINE.worker, { scope: location.pathname });
  const kept = await caches.open(cache);
  const page = location.origin + location.pathname;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const built = loaded.filter(
    (name) => /^\/(assets|tema)\//.test(new URL(name).pathname) && name.startsWith(location.origin),
  );
  const wanted = new Set([page, ...also, ...built]);
  await kept.addAll([...wanted]);
  const old = (await kept.keys()).filter(({ url }) => !wanted.has(url));
  await Promise.all(old.map((request) => kept.delete(request)));
  await navigator.serviceWorker.ready;
  return true;
}
