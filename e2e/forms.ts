import type { Page, Response } from 'playwright-core';

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

/** How long an answer may take, in milliseconds, on a machine that has much to do. */
const PATIENCE = 60_000;

/** Every form of the page that is open, once for each button that leads somewhere else. */
export function formsOn(page: Page): Promise<Form[]> {
  return page.evaluate(readForms, null);
}

/** The same of a page that was fetched and not shown: what its scripts would make of it is not known. */
export function formsIn(page: Page, html: string, url: string): Promise<Form[]> {
  return page.evaluate(readForms, { html, url });
}

/** Runs in the page. */
function readForms(fetched: { readonly html: string; readonly url: string } | null): Form[] {
  const { forms } = fetched ? new DOMParser().parseFromString(fetched.html, 'text/html') : document;
  const absolute = (address: string | null) => new URL(address ?? '', fetched?.url ?? location.href).href;
  return [...forms].flatMap((form, index) => {
    const submitters = [...form.elements].filter((one): one is HTMLButtonElement =>
      one.matches('button:not([type=button],[type=reset]),input[type=submit]'),
    );
    const named = [...form.elements].filter((one) => one.matches('[name]')) as HTMLInputElement[];
    const fields = named.filter((one) => one.matches('input:not([type=hidden],[type=submit]),textarea,select'));
    const fallback = { submitter: -1, action: absolute(form.getAttribute('action')), method: form.method };
    const ways = submitters.map((button, submitter) => ({
      submitter,
      action: button.hasAttribute('formaction') ? absolute(button.getAttribute('formaction')) : fallback.action,
      method: button.hasAttribute('formmethod') ? button.formMethod : fallback.method,
    }));
    const distinct = (ways.length > 0 ? ways : [fallback]).filter(
      (way, at, all) => all.findIndex((other) => other.action === way.action && other.method === way.method) === at,
    );
    return distinct.map((way) => ({
      index,
      ...way,
      method: way.method.toUpperCase() === 'GET' ? ('GET' as const) : ('POST' as const),
      fields: fields.length,
      shape: [...new Set(named.map((one) => one.name))].sort().join(),
      name: way.action,
    }));
  });
}

/** Sends the form past the browser's own checks, as someone without them would, and waits for the page that answers. */
export async function submitForm(page: Page, form: Form, how: How): Promise<Answer> {
  const isThere = await page.evaluate(fillForm, { index: form.index, how });
  return isThere ? send(page, form) : { kind: 'gone' };
}

/** Fills these fields in (a file is a CSV of these words), leaves the others as they stand, sends the form by its first button, and answers the status. */
export async function sendAsItStands(page: Page, fields: Readonly<Record<string, string>>): Promise<number> {
  const names = Object.keys(fields);
  const selector = names.reduce((form, name) => `${form}:has([name="${name}"])`, 'main form');
  const index = await page.evaluate((one) => [...document.forms].findIndex((form) => form.matches(one)), selector);
  if (index < 0) throw new Error(`no form with ${names.join(', ')} on ${page.url()}`);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`${selector} [name="${name}"]`).first();
    const isFile = await field.evaluate((one) => one instanceof HTMLInputElement && one.type === 'file');
    if (isFile) await field.setInputFiles({ name: 'fil.csv', mimeType: 'text/csv', buffer: Buffer.from(value) });
    else await field.fill(value);
  }
  const answer = await send(page, { index, submitter: 0 });
  if (answer.kind !== 'answer') throw new Error(`nothing happened on ${page.url()}`);
  return answer.status;
}

async function send(page: Page, form: Pick<Form, 'index' | 'submitter'>): Promise<Answer> {
  const isAnswer = (response: Response) =>
    response.request().isNavigationRequest() &&
    response.frame() === page.mainFrame() &&
    (response.status() < 300 || response.status() >= 400);
  const never = () => null;
  const answering = page.waitForEvent('response', { predicate: isAnswer, timeout: PATIENCE }).catch(never);
  const arriving = page.waitForEvent('load', { timeout: PATIENCE }).catch(never);
  const isHeld = await page.evaluate(press, form);
  if (isHeld && !(await page.waitForRequest((one) => one.isNavigationRequest(), { timeout: 3000 }).catch(never))) {
    return { kind: 'nothing' };
  }
  const response = await answering;
  if (!response) return { kind: 'nothing' };
  const html = /^text\/html/.test(response.headers()['content-type'] ?? '');
  if (html && !(await arriving)) return { kind: 'nothing' };
  return { kind: 'answer', status: response.status(), html };
}

/** Runs in the page: sends the form, and says whether a script held it back, which then may send it by itself. */
function press({ index, submitter }: Pick<Form, 'index' | 'submitter'>): boolean {
  const form = document.forms[index];
  const buttons = [...(form?.elements ?? [])].filter((one) =>
    one.matches('button:not([type=button],[type=reset]),input[type=submit]'),
  );
  let held = true;
  const note = (event: Event) => {
    held = event.defaultPrevented;
  };
  addEventListener('submit', note, { once: true });
  form?.requestSubmit((buttons[submitter] as HTMLElement | undefined) ?? null);
  return held;
}

/** Runs in the page, and says whether the form is there. Hidden fields keep what the app put there. */
function fillForm({ index, how }: { readonly index: number; readonly how: How }): boolean {
  const form = document.forms[index];
  if (!form) return false;
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
  return true;
}
