import { OFFLINE } from './offline-names.ts';

/**
 * Lets this page open without a net, with all that reading sheets takes: telephones close pages while their camera is open.
 * It says so when it can (`data-sheet-offline`). What is kept is this page alone, anew each time it is opened with a net; it
 * goes when nobody is signed in any more.
 */
export async function openOffline(form: HTMLFormElement): Promise<void> {
  if (!('serviceWorker' in navigator) || !navigator.onLine) return;
  await navigator.serviceWorker.register(OFFLINE.worker, { scope: location.pathname });
  const cache = await caches.open(OFFLINE.cache);
  await import('./sheet-look.ts');
  const page = location.origin + location.pathname;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const built = loaded.filter(
    (name) => /^\/(assets|tema)\//.test(new URL(name).pathname) && name.startsWith(location.origin),
  );
  const wanted = new Set([page, new URL('layout', form.action).href, ...built]);
  await cache.addAll([...wanted]);
  const old = (await cache.keys()).filter(({ url }) => !wanted.has(url));
  await Promise.all(old.map((request) => cache.delete(request)));
  await navigator.serviceWorker.ready;
  document.querySelector('[data-sheet-offline]')?.removeAttribute('hidden');
}
