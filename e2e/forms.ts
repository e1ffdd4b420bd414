import type { ElementHandle, Page, Response } from 'playwright-core';

/** One form as it stands on a page. */
export interface Form {
  /** Which form of the page, and which of its ways to be sent. */
  readonly index: number;
  readonly submitter: number;
  readonly method: 'GET' | 'POST';
  readonly action: string;
  /** How many fields a person can fill in. */
  readonly fields: number;
  /** The names of its fields, to know it again. */
  readonly shape: string;
  readonly name: string;
}

/** Every field without a word, or with words that cannot be meant. */
export type How = 'empty' | 'wrong';

export type Answer =
  | { readonly kind: 'gone' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'answer'; readonly status: number; readonly html: boolean };

/** Every form, once for each button that leads somewhere else. */
export async function formsOn(page: Page): Promise<Form[]> {
  return page.$$eval('form', (forms) =>
    forms.flatMap((form, index) => {
      const submitters = [...form.elements].filter((one): one is HTMLButtonElement =>
        one.matches('button:not([type=button],[type=reset]),input[type=submit]'),
      );
      const named = [...form.elements].filter((one) => one.matches('[name]')) as HTMLInputElement[];
      const fields = named.filter((one) => one.matches('input:not([type=hidden],[type=submit]),textarea,select'));
      const ways = submitters.map((button, submitter) => ({
        submitter,
        action: button.hasAttribute('formaction') ? button.formAction : form.action,
        method: (button.hasAttribute('formmethod') ? button.formMethod : form.method).toUpperCase(),
      }));
      const fallback = { submitter: -1, action: form.action, method: form.method.toUpperCase() };
      const distinct = (ways.length > 0 ? ways : [fallback]).filter(
        (way, at, all) => all.findIndex((other) => other.action === way.action && other.method === way.method) === at,
      );
      return distinct.map((way) => ({
        index,
        ...way,
        method: way.method === 'GET' ? ('GET' as const) : ('POST' as const),
        fields: fields.length,
        shape: [...new Set(named.map((one) => one.name))].sort().join(),
        name: way.action,
      }));
    }),
  );
}

/** Sends the form past the browser's own checks, as someone without them would, and waits for the page that answers. */
export async function submitForm(page: Page, form: Form, how: How): Promise<Answer> {
  const handle = (await page.$$('form'))[form.index];
  if (!handle) return { kind: 'gone' };
  await handle.evaluate(fillForm, how);
  return send(page, handle, form.submitter);
}

/** Fills these fields in, leaves the others as they stand, sends the form by its first button, and answers the status. */
export async function sendAsItStands(page: Page, fields: Readonly<Record<string, string>>): Promise<number> {
  const names = Object.keys(fields);
  const form = await page.$(names.reduce((form, name) => `${form}:has([name="${name}"])`, 'main form'));
  if (!form) throw new Error(`no form with ${names.join(', ')} on ${page.url()}`);
  for (const [name, value] of Object.entries(fields)) await (await form.$(`[name="${name}"]`))?.fill(value);
  const answer = await send(page, form, 0);
  if (answer.kind !== 'answer') throw new Error(`nothing happened on ${page.url()}`);
  return answer.status;
}

async function send(page: Page, handle: ElementHandle, submitter: number): Promise<Answer> {
  const isAnswer = (response: Response) =>
    response.request().isNavigationRequest() &&
    response.frame() === page.mainFrame() &&
    (response.status() < 300 || response.status() >= 400);
  const answering = page.waitForEvent('response', { predicate: isAnswer, timeout: 30_000 }).catch(() => null);
  const leaving = page.waitForRequest((request) => request.isNavigationRequest(), { timeout: 3000 }).catch(() => null);
  await handle.evaluate((element, submitter) => {
    const sent = element as HTMLFormElement;
    document.documentElement.dataset.left = '';
    const buttons = [...sent.elements].filter((one) =>
      one.matches('button:not([type=button],[type=reset]),input[type=submit]'),
    );
    sent.requestSubmit((buttons[submitter] as HTMLElement | undefined) ?? null);
  }, submitter);
  const response = (await leaving) && (await answering);
  if (!response) return { kind: 'nothing' };
  const html = /^text\/html/.test(response.headers()['content-type'] ?? '');
  // The answer is the next document: the one that was left is marked.
  const isNext = () => !('left' in document.documentElement.dataset) && document.readyState === 'complete';
  if (html) await page.waitForFunction(isNext);
  return { kind: 'answer', status: response.status(), html };
}

/** Runs in the page. Hidden fields keep what the app put there. */
function fillForm(element: Element, how: How): void {
  const form = element as HTMLFormElement;
  form.noValidate = true;
  const long = `<b>"Æ&'${'ubrugeligheder'.repeat(40)}`;
  for (const field of form.elements) {
    if (field instanceof HTMLTextAreaElement) field.value = how === 'empty' ? '' : long;
    if (field instanceof HTMLSelectElement) {
      const odd = new Option('?', how === 'empty' ? '' : 'findes-ikke');
      field.append(odd);
      odd.selected = true;
    }
    if (!(field instanceof HTMLInputElement) || ['hidden', 'submit', 'button', 'image', 'file'].includes(field.type))
      continue;
    if (field.type === 'checkbox' || field.type === 'radio') {
      field.checked = how === 'wrong';
      if (how === 'wrong') field.value = 'findes-ikke';
      continue;
    }
    const isText = field.type === 'text' || field.type === 'search';
    field.removeAttribute('maxlength');
    field.type = 'text';
    field.value = how === 'empty' ? '' : isText ? long : 'ikke-rigtigt';
  }
}
