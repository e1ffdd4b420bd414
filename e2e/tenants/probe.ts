import { inflateRawSync } from 'node:zlib';
import { readPdf } from '../../src/platform/documents/pdf-reading.ts';
import type { Reader } from '../../src/testing/reader.ts';
import { PEOPLE, type Who } from './people.ts';
import { PLACES } from './places.ts';
import { NAMES_HOUSES } from './places-across.ts';
import { type Asked, madeUpThings, type Things } from './things.ts';
import { CANARY, type World } from './world.ts';

/** One route asked by one person, with what belongs to whom in its address and in its form. */
interface Question {
  readonly method: string;
  readonly pattern: string;
  readonly asked: Asked;
  readonly who: Who;
}

interface Answer {
  readonly status: number;
  readonly headers: string;
  readonly text: string;
  /** The page that a redirect leads to. */
  readonly next?: string;
  /** Things named in the question, which may be said back. */
  readonly named: readonly string[];
}

const EVERYBODY = Object.keys(PEOPLE) as Who[];

/** What each of `people` can see or tell of the other house by asking every route, one at a time. */
export async function* leaks(
  world: World,
  only: { readonly method: 'GET' | 'POST'; readonly people?: readonly Who[] },
): AsyncGenerator<string> {
  const missing = madeUpThings();
  for (const who of only.people ?? EVERYBODY) {
    for (const { method, pattern } of world.app.routes) {
      const asked = PLACES[`${method} ${pattern}`];
      if (!asked) throw new Error(`${method} ${pattern} is not in e2e/tenants/places-….ts`);
      if (method !== only.method || pattern === '/live') continue;
      yield* leaksOf(world, { method, pattern, asked, who }, missing);
    }
  }
}

async function* leaksOf(world: World, question: Question, missing: Things): AsyncGenerator<string> {
  const { ownThings: own, foreignThings: foreign } = world;
  const { method, pattern, asked, who } = question;
  const name = `${method} ${pattern} as ${who}`;
  const ask = (address: Things, rest: Things) => answerOf(world, question, address, rest);

  const mine = await ask(own, own);
  if (!namesThings(asked)) return yield* judge(world, name, [mine]);
  const theirs = await ask(foreign, foreign);
  const nobodys = await ask(missing, missing);
  yield* compare(`${name}: theirs answers otherwise than nobody's`, theirs, nobodys);
  const answers = [mine, theirs, nobodys];
  if (asked.params && hasThings(asked.query, asked.fields)) {
    const mixed = await ask(own, foreign);
    answers.push(mixed);
    // What changes something answers otherwise the second time.
    if (mixed.status >= 400) yield* compare(`${name}: theirs in mine`, mixed, await ask(own, missing));
  }
  if (mine.status === 404) yield* compare(`${name}: forbidden answers otherwise than missing`, mine, nobodys);
  yield* judge(world, name, answers);
}

function namesThings({ params = {}, query, fields }: Asked): boolean {
  return Object.values(params).some((one) => !one.startsWith('=')) || hasThings(query, fields);
}

/** Does its query or its form name things: `{department}`? */
function hasThings(...parts: readonly Asked['query'][]): boolean {
  return /\{\w/.test(JSON.stringify(parts));
}

function* judge(world: World, name: string, answers: readonly Answer[]): Generator<string> {
  for (const answer of answers) {
    if (answer.status >= 500) yield `${name}: answered ${answer.status}: ${world.broken.at(-1)}`;
    yield* foreignIn(
      world,
      `${name}: answer ${answer.status}`,
      answer.headers + answer.text + (answer.next ?? ''),
      answer.named,
    );
  }
}

async function answerOf(world: World, question: Question, address: Things, rest: Things): Promise<Answer> {
  const { method, pattern, asked } = question;
  const reader = await readerFor(world, question);
  // That another house is there, and its name, is nobody's secret: where one goes there, or sends there.
  const named = NAMES_HOUSES.includes(`${method} ${pattern}`) ? [`${CANARY} ${world.theirs.name}`] : [];
  const name = (thing: string) => {
    named.push(thing);
    return thing;
  };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, thing: keyof Things) => name(rest[thing]));
  const pairs = (all: Readonly<Record<string, string>>) =>
    new URLSearchParams(Object.entries(all).map(([key, value]) => [fill(key), fill(value)]));
  const path = pattern.replace(/:(\w+)/g, (_, param: string) =>
    encodeURIComponent(inAddress(asked.params?.[param] ?? '', address, name)),
  );
  const query = asked.query ? `?${pairs(asked.query)}` : '';
  if (method === 'GET') return read(await reader.fetch(path + query), named);
  const body = pairs(asked.fields ?? {});
  body.set('_csrf', await formTokenOf(world, reader, question.who));
  const posted = await reader.fetch(path + query, { method, body, headers: { 'sec-fetch-site': 'same-origin' } });
  const answer = await read(posted, named);
  const location = posted.headers.get('location');
  if (posted.status !== 303 || !location) return answer;
  // What was refused or thanked for is often said on the next page.
  return { ...answer, next: (await read(await reader.fetch(location), named)).text };
}

function inAddress(wanted: string, things: Things, name: (thing: string) => string): string {
  return wanted.startsWith('=') ? wanted.slice(1) : name(things[wanted as keyof Things]);
}

const readers = new WeakMap<World, Map<Who, Reader>>();
const tokens = new WeakMap<Reader, string>();

/** The same device again and again, but where asking signs it in or out. */
async function readerFor(world: World, { method, pattern, who }: Question): Promise<Reader> {
  const known = readers.get(world) ?? new Map<Who, Reader>();
  readers.set(world, known);
  const reader = known.get(who) ?? (await world.reader(who));
  known.set(who, reader);
  if (method === 'POST' && /log-(ind|ud)/.test(pattern)) known.delete(who);
  return reader;
}

async function formTokenOf(world: World, reader: Reader, who: Who): Promise<string> {
  if (PEOPLE[who] === null) return '';
  const known = tokens.get(reader);
  if (known) return known;
  const page = await reader.get(`/${world.mine.slug}/om`);
  const token = page.root.querySelector('input[name="_csrf"]')?.getAttribute('value') ?? '';
  tokens.set(reader, token);
  return token;
}

async function read(response: Response, named: readonly string[]): Promise<Answer> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const headers = [...response.headers].map(([key, value]) => `${key}: ${safeDecode(value)}`).join('\n');
  return { status: response.status, headers, text: await textOf(bytes, type), named };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whatever an answer holds, as text. */
export async function textOf(bytes: Uint8Array, type: string): Promise<string> {
  if (bytes.length === 0) return '';
  if (type === 'application/pdf') return (await readPdf(bytes)).text;
  if (type.startsWith('application/vnd.openxmlformats')) return unzipped(Buffer.from(bytes));
  if (type === 'application/zip') return unzipped(Buffer.from(bytes));
  if (/^text\/|^application\/(\w+\+)?(json|xml)$|^image\/svg/.test(type)) return Buffer.from(bytes).toString();
  // What a picture says of itself stands there as it is.
  if (type.startsWith('image/')) return Buffer.from(bytes).toString('latin1');
  throw new Error(`Cannot look for canaries in ${type}: teach e2e/tenants/probe.ts to read it`);
}

/** Every file in a ZIP (Excel, Word, vouchers) as text, by its table of contents. */
async function unzipped(zip: Buffer): Promise<string> {
  const texts: string[] = [];
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, name, extra, note] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? zip.readUInt32LE(at + offset) : zip.readUInt16LE(at + offset),
    ) as [number, number, number, number];
    const file = zip.readUInt32LE(at + 42);
    const begins = file + 30 + zip.readUInt16LE(file + 26) + zip.readUInt16LE(file + 28);
    const content = zip.subarray(begins, begins + size);
    const whole = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content;
    texts.push(
      whole.toString('latin1', 0, 5) === '%PDF-' ? (await readPdf(new Uint8Array(whole))).text : whole.toString(),
    );
    at += 46 + name + extra + note;
  }
  return texts.join('\n');
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The other house's words and ids in a text, but for what the question itself named. */
export function* foreignIn(
  world: Pick<World, 'foreignIds'>,
  name: string,
  text: string,
  named: readonly string[] = [],
): Generator<string> {
  const rest = named.reduce((all, one) => (one ? all.replaceAll(one, '') : all), text);
  const word = rest.indexOf(CANARY);
  if (word >= 0) yield `${name} holds "${rest.slice(Math.max(0, word - 60), word + 60).replace(/\s+/g, ' ')}"`;
  for (const [id] of rest.matchAll(UUID)) {
    if (!world.foreignIds.has(id)) continue;
    yield `${name} holds the foreign id ${id}`;
    return;
  }
}

function* compare(name: string, one: Answer, other: Answer): Generator<string> {
  const [a, b] = [plain(one), plain(other)];
  if (a === b) return;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 80).replace(/\s+/g, ' ');
  yield `${name}: ${one.status} and ${other.status}: "${around(a)}" and "${around(b)}"`;
}

/** Without what is different in every answer: the ids asked for, the number of the request, tokens, the journal's end. */
function plain({ status, headers, text, named }: Answer): string {
  const lines = headers.split('\n').filter((line) => !/^(x-request-id|etag|content-length):/.test(line));
  const whole = named.reduce((all, one) => all.replaceAll(one, '·'), `${lines.join('\n')}\n${text}`);
  return `${status}\n${whole
    .replace(UUID, '·')
    .replace(/\b\d+:[0-9a-f]{16}\b/g, '·')
    .replace(/[\w-]{20,}/g, '·')
    .replace(/[0-9a-f]{12}/g, '·')}`;
}
