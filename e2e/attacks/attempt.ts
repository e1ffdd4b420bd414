import { ROLES, VISITOR } from '../../src/kernel/actor.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { Route } from '../../src/platform/web/serve.ts';
import type { Reader } from '../../src/testing/reader.ts';
import { PEOPLE, type Who } from '../tenants/people.ts';
import { PLACES } from '../tenants/places.ts';
import type { Asked, Things } from '../tenants/things.ts';
import type { World } from '../tenants/world.ts';

/** One line of the list of everything that the site answers, and how it is asked. */
export interface Target {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly pattern: string;
  readonly asked: Asked;
  /** For everybody, and as often as they like. */
  readonly unlimited: boolean;
  /** Somebody whom it lets in. */
  readonly who: Who;
}

/** How an attempt differs from what an honest browser sends. */
export interface Attempt {
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of the session's own; null: none. */
  readonly token?: string | null;
  /** Beside and instead of what is usually sent. */
  readonly fields?: readonly (readonly [string, string | File])[];
  readonly query?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
}

const ORDER = ['secretariat', 'finance', 'board_member', 'municipal_officer', 'organisation_board', 'visitor'] as const;

/** Every route but the stream, which does not end. */
export function targets(world: World, method: 'GET' | 'POST'): Target[] {
  return world.app.routes
    .filter((route) => route.method === method && route.pattern !== '/live')
    .map((route) => {
      const name = `${method} ${route.pattern}`;
      const unlimited = route.who.allows(VISITOR) && !route.limits.rate;
      return { name, method, pattern: route.pattern, asked: PLACES[name] ?? {}, unlimited, who: letIn(route) };
    });
}

function letIn(route: Route): Who {
  const personId = 'x' as Id<'person'>;
  const actorOf = (who: Who) => {
    const role = ROLES.find((one) => one === who);
    const grant = { organisationId: 'x' as Id<'organisation'>, departmentId: null };
    return { kind: 'person' as const, personId, name: '', grants: role ? [{ ...grant, role }] : [] };
  };
  return ORDER.find((who) => route.who.allows(actorOf(who))) ?? 'secretariat';
}

const known = new WeakMap<World, Map<Who, Reader>>();
const tokens = new WeakMap<Reader, string>();

/** The same device again and again, as long as it is signed in. */
export async function deviceOf(world: World, who: Who, fresh = false): Promise<Reader> {
  const readers = known.get(world) ?? new Map<Who, Reader>();
  known.set(world, readers);
  const reader = (!fresh && readers.get(who)) || (await world.reader(who));
  readers.set(who, reader);
  return reader;
}

/** Asks a route as an honest browser would, but for what the attempt says. */
export async function attempt(world: World, target: Target, who: Who, how: Attempt = {}): Promise<Response> {
  const reader = await deviceOf(world, who, /log-(ind|ud)/.test(target.pattern));
  const fill = filling(world.ownThings);
  const { asked, method, pattern } = target;
  const path = pattern.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent((how.params?.[name] ?? inAddress(world.ownThings, asked.params?.[name])).toWellFormed()),
  );
  const query = new URLSearchParams(
    Object.entries({ ...asked.query, ...how.query }).map(([k, v]) => [fill(k), fill(v)]),
  );
  const address = path + (query.size > 0 ? `?${query}` : '');
  if (method === 'GET') return reader.fetch(address, { headers: { ...how.headers } });
  const pairs: (readonly [string, string | File])[] = Object.entries(asked.fields ?? {}).map(([k, v]) => [
    fill(k),
    fill(v),
  ]);
  const token = how.token === undefined ? await tokenOf(world, reader, who) : how.token;
  const all = [...pairs.filter(([name]) => !how.fields?.some(([other]) => other === name)), ...(how.fields ?? [])];
  return reader.fetch(address, {
    method,
    body: bodyOf(token === null ? all : [...all, ['_csrf', token]]),
    headers: how.headers ?? { 'sec-fetch-site': 'same-origin' },
  });
}

function bodyOf(pairs: readonly (readonly [string, string | File])[]): FormData | URLSearchParams {
  const texts = pairs.filter((pair): pair is readonly [string, string] => typeof pair[1] === 'string');
  if (texts.length === pairs.length)
    return new URLSearchParams(texts.map(([name, text]): [string, string] => [name, text]));
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

function filling(things: Things): (text: string) => string {
  return (text) => text.replace(/\{(\w+)\}/g, (_, thing: keyof Things) => things[thing]);
}

function inAddress(things: Things, wanted = '=x'): string {
  return wanted.startsWith('=') ? wanted.slice(1) : things[wanted as keyof Things];
}

export async function tokenOf(world: World, reader: Reader, who: Who): Promise<string> {
  if (PEOPLE[who] === null) return '';
  const token = tokens.get(reader);
  if (token) return token;
  const page = await reader.get(`/${world.mine.slug}/om`);
  const read = page.root.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? '';
  tokens.set(reader, read);
  return read;
}
