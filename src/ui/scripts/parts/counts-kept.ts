import { OFFLINE } from './offline-names.ts';
import { keepThisPage } from './offline-page.ts';

/**
 * Numbers that are written at the doors (`data-counts-kept`: the name they are kept by) stay on the telephone as they are
 * typed, and are sent when there is a net; the page opens without one. Only stairwells that were changed here are sent: the
 * other pair's are their own.
 */
export function keepCounts(form: HTMLFormElement): void {
  const name = `grobund-${form.dataset.countsKept ?? ''}`;
  const says = form.querySelector<HTMLElement>('[data-counts-say]');
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[inputmode=numeric]')];
  const typed = new Map<string, string>(readKept(name));
  for (const input of inputs) input.value = typed.get(input.name) ?? input.value;

  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    for (const one of inputs) if (sameStairwell(one, target)) typed.set(one.name, one.value);
    localStorage.setItem(name, JSON.stringify([...typed]));
  });
  form.addEventListener('submit', (event) => {
    // Nothing was typed: sent as any other form, whose answer says so.
    if (typed.size === 0) return;
    event.preventDefault();
    void send();
  });
  addEventListener('online', () => void send());

  const send = async (): Promise<void> => {
    if (typed.size === 0) return;
    const body = new FormData(form);
    for (const { name: field } of inputs) if (!typed.has(field)) body.delete(field);
    const answer = await fetch(form.action, { method: 'POST', body: plain(body) }).catch(() => null);
    if (!answer || answer.status >= 500) {
      if (says) says.textContent = form.dataset.waits ?? '';
      return;
    }
    // What cannot be read is shown by the server: the form is sent as any other.
    if (!answer.ok) return form.submit();
    localStorage.removeItem(name);
    location.assign(location.pathname);
  };

  void keepThisPage(OFFLINE.rounds)
    .then((kept) => kept && document.querySelector('[data-counts-offline]')?.removeAttribute('hidden'))
    .catch(() => undefined);
}

/** As a form without files is sent. */
function plain(body: FormData): URLSearchParams {
  return new URLSearchParams([...body].flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));
}

/** `opened-ID` and `talked-ID` are of one stairwell. */
function sameStairwell(one: HTMLInputElement, other: HTMLInputElement): boolean {
  const of = ({ name }: HTMLInputElement) => name.slice(name.indexOf('-'));
  return of(one) === of(other);
}

function readKept(name: string): readonly (readonly [string, string])[] {
  const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one: unknown) =>
    Array.isArray(one) && typeof one[0] === 'string' && typeof one[1] === 'string' ? [[one[0], one[1]] as const] : [],
  );
}
