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
  readonly #base: URL;
  readonly #routes: readonly (Route & { readonly key: string; readonly matches: RegExp })[];
  readonly #skip: Readonly<Record<string, string>>;
  readonly #seen = new Set<string>();
  readonly #queued = new Set<string>();
  readonly #forms = new Set<string>();

  constructor(baseUrl: string, routes: readonly Route[], skip: Readonly<Record<string, string>>) {
    this.#base = new URL(baseUrl);
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

  absolute(url: string): string {
    return url.startsWith('/') ? `${this.#base.origin}${this.#base.pathname.replace(/\/$/, '')}${url}` : url;
  }

  /** Is this a page of the app, on a route that nobody has been to or stands in line for? Then it is in line now. */
  isNewPage(url: string): boolean {
    const key = this.#keyOf('GET', url);
    if (key === null || key in this.#skip || this.#seen.has(key) || this.#queued.has(key)) return false;
    this.#queued.add(key);
    return true;
  }

  /** A form is the same where it leads to the same route with the same fields. */
  isNewForm(form: Form): boolean {
    const key = `${this.#keyOf(form.method, form.action) ?? form.action} ${form.shape}`;
    if (this.#keyOf(form.method, form.action) === null || this.#forms.has(key)) return false;
    this.#forms.add(key);
    return true;
  }

  visited(url: string): void {
    const key = this.#keyOf('GET', url);
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

  #keyOf(method: string, url: string): string | null {
    const at = new URL(url, this.#base);
    const prefix = this.#base.pathname.replace(/\/$/, '');
    if (at.origin !== this.#base.origin || !at.pathname.startsWith(prefix)) return null;
    const path = decodeURI(at.pathname).slice(prefix.length) || '/';
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
