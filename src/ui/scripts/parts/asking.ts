import { afterPause } from './counter.ts';

/**
 * Asks the server what it would say to what is typed so far (`data-ask` on the form is where), and puts the answer into
 * the places of the form marked `data-says`, each by its id. Asks after a pause, never twice at a time; the last wins.
 */
export function askWhileTyping(within: ParentNode): void {
  for (const form of within.querySelectorAll<HTMLFormElement>('form[data-ask]')) {
    let asking: AbortController | undefined;
    const ask = afterPause(() => {
      asking?.abort();
      asking = new AbortController();
      void putAnswer(form, asking.signal);
    });
    form.addEventListener('input', ask);
    form.addEventListener('change', ask);
  }
}

async function putAnswer(form: HTMLFormElement, signal: AbortSignal): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  const answer = await fetch(form.dataset.ask ?? '', { method: 'POST', body, signal }).catch(() => null);
  const html = answer?.ok ? await answer.text().catch(() => null) : null;
  if (html === null || signal.aborted) return;
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const place of form.querySelectorAll<HTMLElement>('[data-says]')) {
    const news = page.getElementById(place.id);
    if (news && news.innerHTML !== place.innerHTML) place.replaceChildren(...news.childNodes);
  }
}
