import { OFFLINE } from './offline-names.ts';
import { keepThisPage } from './offline-page.ts';

/**
 * Lets this page open without a net, with all that reading sheets takes: telephones close pages while their camera is open.
 * It says so when it can (`data-sheet-offline`).
 */
export async function openOffline(form: HTMLFormElement): Promise<void> {
  await import('./sheet-look.ts');
  const kept = await keepThisPage(OFFLINE.cache, [new URL('layout', form.action).href]);
  if (kept) document.querySelector('[data-sheet-offline]')?.removeAttribute('hidden');
}
