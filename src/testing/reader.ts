import assert from 'node:assert/strict';
import { type HTMLElement, parse } from 'node-html-parser';
import type { WebServer } from '../platform/web/server.ts';

export type Fields = Readonly<Record<string, string | File | readonly (string | File)[]>>;

const MAX_REDIRECTS = 5;

/** Somebody at a browser without JavaScript. Paths are within the tenant (`/initiativer`). */
export class Reader {
  readonly #app: Pick<WebServer, 'fetch'>;
  readonly #base: string;
  readonly #address: string;
  readonly #cookies = new Map<string, string>();

  constructor(app: Pick<WebServer, 'fetch'>, base: string, address = '127.0.0.1') {
    this.#app = app;
    this.#base = base;
    this.#address = address;
  }

  /** The same device, answered by another process. */
  at(app: Pick<WebServer, 'fetch'>): Reader {
    const same = new Reader(app, this.#base, this.#address);
    for (const [name, value] of this.#cookies) same.#cookies.set(name, value);
    return same;
  }

  /** One request, redirects not followed. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (cookie) headers.set('cookie', cookie);
    const request = new Request(this.#url(path), { redirect: 'manual', ...init, headers });
    const response = await this.#app.fetch(request, this.#address);
    this.keep(response.headers.getSetCookie());
    return response;
  }

  /** A page, after any redirects. */
  async get(path: string, init: RequestInit = {}): Promise<Page> {
    let response = await this.fetch(path, init);
    for (let hop = 0; hop < MAX_REDIRECTS && response.status === 303; hop += 1) {
      response = await this.fetch(response.headers.get('location') ?? '/');
    }
    return Page.read(this, response, path);
  }

  /** A post as a form would send it, then wherever it leads. `_csrf` must be among the fields when signed in. */
  async post(path: string, fields: Fields): Promise<Page> {
    const body = formBody(fields);
    const headers = { 'sec-fetch-site': 'same-origin' };
    const response = await this.fetch(path, { method: 'POST', body, headers });
    if (response.status !== 303) return Page.read(this, response, path);
    return this.get(response.headers.get('location') ?? '/');
  }

  keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = ''] = line.split(';');
      const cut = pair.indexOf('=');
      if (/Max-Age=0(;|$)/.test(line)) this.#cookies.delete(pair.slice(0, cut));
      else this.#cookies.set(pair.slice(0, cut), pair.slice(cut + 1));
    }
  }

  cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  #url(path: string): string {
    const { origin, pathname } = new URL(this.#base);
    if (path.startsWith('http')) return path;
    return path === pathname || path.startsWith(`${pathname}/`) ? origin + path : this.#base + path;
  }
}

function formBody(fields: Fields): FormData | URLSearchParams {
  const entries = Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one: string | File): [string, string | File] => [name, one]),
  );
  if (entries.every((entry): entry is [string, string] => typeof entry[1] === 'string'))
    return new URLSearchParams(entries);
  const body = new FormData();
  for (const [name, value] of entries) body.append(name, value);
  return body;
}

/** What came back, to be read and to be filled in. */
export class Page {
  readonly reader: Reader;
  readonly path: string;
  readonly response: Response;
  readonly html: string;
  readonly root: HTMLElement;

  private constructor(reader: Reader, path: string, response: Response, html: string) {
    this.reader = reader;
    this.path = path;
    this.response = response;
    this.html = html;
    this.root = parse(html);
  }

  static async read(reader: Reader, response: Response, path: string): Promise<Page> {
    return new Page(reader, path, response, await response.text());
  }

  get status(): number {
    return this.response.status;
  }

  /** What a person reads, without the frame. */
  get text(): string {
    return (this.root.querySelector('main') ?? this.root).structuredText.replace(/\s+/g, ' ');
  }

  /** The path of a link by its words. */
  link(words: string): string {
    const link = this.root.querySelectorAll('a').find((one) => one.text.trim().includes(words));
    assert(link, `no link "${words}" on ${this.path}`);
    return link.getAttribute('href') ?? '';
  }

  follow(words: string): Promise<Page> {
    return this.reader.get(this.link(words));
  }

  /** Fills in the form that has a button with these words (hidden and prefilled fields are kept) and sends it. */
  submit(button: string, fields: Fields = {}): Promise<Page> {
    const pressed = this.root.querySelectorAll('form button').find((one) => one.text.trim().includes(button));
    assert(pressed, `no button "${button}" on ${this.path}`);
    const form = pressed.closest('form') as HTMLElement;
    const name = pressed.getAttribute('name');
    const own = name ? { [name]: pressed.getAttribute('value') ?? '' } : {};
    const all = { ...prefilled(form), ...own, ...fields };
    for (const field of Object.keys(fields)) {
      assert(form.querySelector(`[name="${field}"]`), `no field "${field}" in the form "${button}" on ${this.path}`);
    }
    const action = pressed.getAttribute('formaction') ?? form.getAttribute('action') ?? this.path;
    if (form.getAttribute('method')?.toLowerCase() === 'post') return this.reader.post(action, all);
    return this.reader.get(`${action}?${formBody(all) as URLSearchParams}`);
  }
}

function prefilled(form: HTMLElement): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  const put = (name: string, value: string): void => {
    fields[name] = name.endsWith('[]') ? [...((fields[name] as string[] | undefined) ?? []), value] : value;
  };
  for (const input of form.querySelectorAll('input')) {
    const name = input.getAttribute('name');
    const type = input.getAttribute('type') ?? 'text';
    if (!name || type === 'file' || type === 'submit') continue;
    if ((type === 'checkbox' || type === 'radio') && !input.hasAttribute('checked')) continue;
    put(name, input.getAttribute('value') ?? 'on');
  }
  for (const area of form.querySelectorAll('textarea')) put(area.getAttribute('name') ?? '', area.text);
  for (const select of form.querySelectorAll('select')) {
    const chosen = select.querySelector('option[selected]') ?? select.querySelector('option');
    put(select.getAttribute('name') ?? '', chosen?.getAttribute('value') ?? chosen?.text ?? '');
  }
  return fields;
}
