declare const internal: unique symbol;

/** A path inside the tenant, beginning with "/": the tenant's own first part is put in front when the page is written. */
export type Path = string & { readonly [internal]: true };

/** The names after ":" in a pattern: `/initiativer/:id` has `{id: string}`. */
export type Params<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [K in Name | keyof Params<Rest>]: string }
  : Pattern extends `${string}:${infer Name}`
    ? { readonly [K in Name]: string }
    : Readonly<Record<never, string>>;

/** One place of the site: matched by `pattern`, built by calling it. */
export interface Place<Pattern extends string = string> {
  (params: Params<Pattern>, query?: Readonly<Record<string, string | number | null>>): Path;
  readonly pattern: Pattern;
}

/**
 * Names a place: `const initiativePlace = path('/initiativer/:id')`, then `initiativePlace({id})`.
 * Parameters are percent-encoded; query values that are null are left out.
 */
export function path<const Pattern extends string>(pattern: Pattern): Place<Pattern> {
  // Split once, since a page builds hundreds: what is written as it stands, and the names that stand between.
  const [start = '', ...parts] = pattern.split(/:(\w+)/);
  const build = (
    params: Readonly<Record<string, string>>,
    query?: Readonly<Record<string, string | number | null>>,
  ): Path => {
    let built = start;
    for (let at = 0; at < parts.length; at += 2)
      built += encodeURIComponent(params[parts[at] as string] ?? '') + parts[at + 1];
    return (query ? built + queryString(query) : built) as Path;
  };
  return Object.assign(build, { pattern }) as Place<Pattern>;
}

/**
 * An address that somebody sent along, to go on to: a path of this tenant, or null. No other site whatever a browser makes
 * of it (`//evil.example`, `/\\evil`, a tab in between), and no climbing out of the tenant (`/../another`).
 */
export function readPath(text: string | null | undefined): Path | null {
  if (!text || text.length > LONGEST || !/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(text)) return null;
  const [before = ''] = text.split(/[?#]/);
  return before.split('/').some((part) => /^(?:\.|%2e){1,2}$/i.test(part)) ? null : (text as Path);
}
const LONGEST = 300;

function queryString(query: Readonly<Record<string, string | number | null>>): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string | number] => pair[1] !== null);
  if (pairs.length === 0) return '';
  return `?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`;
}
