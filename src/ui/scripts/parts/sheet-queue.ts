import { sheetIn } from './sheet-camera.ts';
import { haveOnPhone, type SheetOf } from './sheet-missing.ts';
import { openOffline } from './sheet-offline.ts';

/** How often it is tried again while something waits, besides when the telephone says that the net is back. */
const AGAIN_MS = 10_000;
/** A sheet that is sent counts as here for so long, until the server has read it and says so itself. */
const READ_MS = 60_000;
const STORE = 'photos';

interface Kept {
  readonly id: number;
  /** The address that the form goes to, without its query. */
  readonly to: string;
  readonly file: File;
  readonly of: SheetOf | null;
}

/**
 * Keeps the pictures of `form` on the telephone until they are sent, one after another: where there is no net they wait,
 * also when the page is closed. `says` is told how it goes. Without IndexedDB the form is sent as any other.
 */
export async function keepUntilSent(form: HTMLFormElement, says: HTMLElement): Promise<void> {
  if (typeof indexedDB === 'undefined') return;
  const store = await openStore().catch(() => null);
  if (store) follow(store, form, says);
  await openOffline(form).catch(() => undefined);
}

function follow(store: IDBDatabase, form: HTMLFormElement, says: HTMLElement): void {
  const words = says.dataset;
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  let sent: readonly (SheetOf & { readonly until: number })[] = [];
  let sending = false;
  let used = false;

  const tell = (...lines: readonly string[]) => {
    says.replaceChildren(
      ...lines.map((line) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = line;
        return paragraph;
      }),
    );
  };

  const tellHave = (waiting: readonly Kept[]) => {
    sent = sent.filter(({ until }) => until > Date.now());
    haveOnPhone([...sent, ...waiting.flatMap(({ of }) => of ?? [])]);
  };

  const send = async (): Promise<void> => {
    if (sending) return;
    sending = true;
    const refused: string[] = [];
    try {
      let waiting = await waitingIn(store, form.action);
      tellHave(waiting);
      for (let [first] = waiting; first; [first] = waiting) {
        used = true;
        tell(`${words.sending ?? ''} (${waiting.length})`, ...refused);
        const fate = await sendOne(form, first.file);
        if (fate === 'kept' || fate === 'out') {
          tell(
            `${waiting.length} ${words.waits ?? ''}. ${(fate === 'out' ? words.out : words.kept) ?? ''}`,
            ...refused,
          );
          return;
        }
        if (fate !== 'sent') refused.push(`${words.refused ?? ''} ${fate.refused}`);
        else if (first.of) sent = [...sent, { ...first.of, until: Date.now() + READ_MS }];
        await forget(store, first.id);
        waiting = await waitingIn(store, form.action);
        tellHave(waiting);
      }
      if (used) tell(words.empty ?? '', ...refused);
    } finally {
      sending = false;
    }
  };

  form.addEventListener('submit', (event) => {
    const files = [...(input?.files ?? [])];
    // An empty form is answered by the server, as without script.
    if (files.length === 0) return;
    event.preventDefault();
    void Promise.all(files.map((file) => keep(store, { to: form.action, file, of: sheetIn(file) })))
      .then(() => {
        form.reset();
        form.querySelector('[data-sheet-says]')?.replaceChildren();
        return send();
      })
      // No room on the telephone: then as without script.
      .catch(() => form.submit());
  });
  addEventListener('online', () => void send());
  setInterval(() => void send(), AGAIN_MS);
  void send();
}

/** `kept`: no net, or the server cannot take it now; it is tried again. `out`: nobody is signed in any more. */
async function sendOne(
  form: HTMLFormElement,
  file: File,
): Promise<'sent' | 'kept' | 'out' | { readonly refused: string }> {
  const body = new FormData(form);
  body.delete('photos');
  body.append('photos', file, file.name);
  const answer = await fetch(form.action, { method: 'POST', body }).catch(() => null);
  if (!answer) return 'kept';
  const here = new URL(answer.url).pathname === new URL(form.action).pathname;
  if (answer.ok) return here ? 'sent' : 'out';
  if (answer.status !== 422) return 'kept';
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return { refused: page.querySelector('.error-summary li')?.textContent?.trim() ?? file.name };
}

function openStore(): Promise<IDBDatabase> {
  const opening = indexedDB.open('grobund-ark', 1);
  opening.addEventListener('upgradeneeded', () =>
    opening.result.createObjectStore(STORE, { keyPath: 'id', autoIncrement: true }),
  );
  return answerOf(opening);
}

function keep(store: IDBDatabase, one: Omit<Kept, 'id'>): Promise<unknown> {
  return answerOf(store.transaction(STORE, 'readwrite').objectStore(STORE).add(one));
}

function forget(store: IDBDatabase, id: number): Promise<unknown> {
  return answerOf(store.transaction(STORE, 'readwrite').objectStore(STORE).delete(id));
}

async function waitingIn(store: IDBDatabase, to: string): Promise<readonly Kept[]> {
  const all: readonly Kept[] = await answerOf(store.transaction(STORE).objectStore(STORE).getAll());
  return all.filter((one) => one.to === to);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('Cannot keep pictures here')));
  });
}
