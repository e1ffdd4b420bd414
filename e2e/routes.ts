import type { Form } from './forms.ts';

/** One line of the app's list of routes (`app.routes`). */
export interface Route {
  readonly method: string;
  /** As the module wrote it, inside the tenant: `/initiativer/:id`. */
  readonly pattern: string;
  /** Who may come, for the message when nobody did. */
  readonly who: { readonly name: string };
}

/** Which routes and forms a run has been to. */
export class Routes {
  readonly #routes: readonly (Route & { readonly key: string; readonly matches: RegExp })[];
  readonly #skip: Readonly<Record<string, string>>;
  readonly #most: number;
  readonly #seen = new Set<string>();
  readonly #queued = new Set<string>();
  readonly #read = new Set<string>();
  readonly #subjects = new Map<string, Set<string>>();
  readonly #forms = new Set<string>();

  /** `subjects`: how many things of each kind are worth a look beside the first. */
  constructor(routes: readonly Route[], skip: Readonly<Record<string, string>>, subjects: number) {
    this.#most = subjects;
    this.#skip = skip;
    // Words before parameters, so that /initiativer/ny is not taken for an initiative.
    const specific = (pattern: string) =>
      pattern
        .split('/')
        .map((part) => (part.startsWith(':') ? 'b' : 'a'))
        .join('');
    this.#routes = routes
      .toSorted((a, b) => specific(a.pattern).localeCompare(specific(b.pattern)))
      .map((route) => ({ ...route, key: `${route.method} ${route.pattern}`, matches: patternToRegExp(route.pattern) }));
  }

  /** Is this a page of the app, on a route that nobody has been to or stands in line for? Then it is in line now. */
  isNewPage(url: string): boolean {
    const key = this.#keyOf('GET', url);
    if (key === null || key in this.#skip || this.#seen.has(key) || this.#queued.has(key)) return false;
    this.#queued.add(key);
    return true;
  }

  /** Is this one more of a kind that stands in line (`/initiativer/2` after `/initiativer/1`), and worth a look? */
  isNewSubject(url: string): boolean {
    const key = this.#keyOf('GET', url);
    if (key === null || key in this.#skip || !key.includes(':')) return false;
    const known = this.#subjects.get(key) ?? new Set();
    const path = url.split(/[?#]/)[0] ?? '';
    if (known.has(path) || known.size >= this.#most) return false;
    this.#subjects.set(key, known.add(path));
    return true;
  }

  /** A form that stood nowhere before. From now on it has. */
  isNewForm(form: Form): boolean {
    if (this.knows(form)) return false;
    this.#forms.add(this.#kindOf(form));
    return true;
  }

  /** A form is the same where it leads to the same route with the same fields. What leads nowhere or is left out is known. */
  knows(form: Form): boolean {
    const route = this.#keyOf(form.method, form.action);
    return route === null || route in this.#skip || this.#forms.has(this.#kindOf(form));
  }

  #kindOf(form: Form): string {
    return `${this.#keyOf(form.method, form.action)} ${form.shape}`;
  }

  /** Is this the first page of its kind that is read? Then it is read now. */
  isUnread(url: string): boolean {
    const key = this.#keyOf('GET', url);
    if (key === null || this.#read.has(key)) return false;
    this.#read.add(key);
    return true;
  }

  hasRead(url: string): boolean {
    return this.#read.has(this.#keyOf('GET', url) ?? '');
  }

  visited(url: string | null): void {
    const key = url && this.#keyOf('GET', url);
    if (key) this.#seen.add(key);
  }

  submitted(form: Form): void {
    const key = this.#keyOf(form.method, form.action);
    if (key) this.#seen.add(key);
  }

  unvisited(): string[] {
    const missed = this.#routes.filter(({ key }) => !this.#seen.has(key) && !(key in this.#skip));
    const known = new Set(this.#routes.map(({ key }) => key));
    return [
      ...missed.map(({ key, who }) => `${key} (${who.name}): not visited`),
      ...Object.keys(this.#skip)
        .filter((key) => !known.has(key))
        .map((key) => `${key}: skipped, but there is no such route`),
    ];
  }

  /** `url` is inside the tenant. */
  #keyOf(method: string, url: string): string | null {
    const path = decodeURI(url.split(/[?#]/)[0] ?? '');
    return this.#routes.find((route) => route.method === method && route.matches.test(path))?.key ?? null;
  }
}

function patternToRegExp(pattern: string): RegExp {
  const parts = pattern
    .split('/')
    .map((part) =>
      part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    );
  return new RegExp(`^${parts.join('/')}/?$`);
}
