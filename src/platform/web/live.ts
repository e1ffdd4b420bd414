import { isGuest } from '../../kernel/actor.ts';
import type { Subject, TenantDb } from '../db/tenant-db.ts';
import { changedSince, lastSeq } from '../live/live.ts';
import type { Arrival } from './arrival.ts';
import type { WebDeps } from './deps.ts';
import { enter } from './serve.ts';
import { languageOf } from './visit.ts';

const MOST_TOPICS = 12;
/** However much happens, a page is told at most this often. */
const PAUSE_MS = 2_000;
const HEARTBEAT_MS = 25_000;
/** Then the browser comes again by itself, and its session is looked at anew. */
const STREAM_MS = 600_000;
const MOST_STREAMS = 2_000;
/** A household's or a library's many tabs, and no more, from one address. */
const MOST_FROM_ONE = 40;

/** The open streams of a process: what ends each, and the address it goes to. */
export type Streams = Map<() => void, string>;

/** A stream of topics that have news, never the news itself. `turns`: what waits for the reader; else `kind:id`. */
export function answerLive(deps: WebDeps, streams: Streams, arrival: Arrival): Response {
  const fromHere = [...streams.values()].filter((address) => address === arrival.address).length;
  if (streams.size >= MOST_STREAMS || fromHere >= MOST_FROM_ONE)
    return new Response(null, { status: 503, headers: { 'retry-after': '60' } });
  const topics = arrival.query.getAll('topic').slice(0, MOST_TOPICS);
  let end = (_left?: 'left'): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      end = follow(deps, arrival, topics, controller, () => streams.delete(end));
      streams.set(end, arrival.address);
    },
    cancel: () => end('left'),
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}

function follow(
  deps: WebDeps,
  arrival: Arrival,
  topics: readonly string[],
  controller: ReadableStreamDefaultController<Uint8Array>,
  onEnd: () => void,
): (left?: 'left') => void {
  const encoder = new TextEncoder();
  const say = (text: string): void => controller.enqueue(encoder.encode(text));
  let known: Known | null = null;
  let looking = false;
  let again = false;
  const look = async (): Promise<void> => {
    again = looking;
    if (looking) return;
    looking = true;
    const fresh = await enter(deps, arrival, (tx) => news(deps, tx, arrival, topics, known)).catch(() => null);
    if (fresh) {
      known = fresh.known;
      if (!ended) for (const topic of fresh.topics) say(`data: ${topic}\n\n`);
    }
    setTimeout(() => {
      looking = false;
      if (again && !ended) void look();
    }, PAUSE_MS);
  };

  let ended = false;
  const leave = deps.hints.watch(arrival.tenant.id, () => void look());
  const heart = setInterval(() => say(': here\n\n'), HEARTBEAT_MS);
  const end = (left?: 'left'): void => {
    if (ended) return;
    ended = true;
    leave();
    clearInterval(heart);
    clearTimeout(last);
    onEnd();
    // Closed already when it was the reader who left.
    if (!left) controller.close();
  };
  const last = setTimeout(() => end(), STREAM_MS);
  say('retry: 3000\n\n');
  // Where the page stands now; what comes after is news.
  void look();
  return end;
}

/** What the page has been told of so far. */
interface Known {
  readonly seq: number;
  readonly turns: number;
}

async function news(
  deps: WebDeps,
  tx: TenantDb,
  arrival: Arrival,
  topics: readonly string[],
  known: Known | null,
): Promise<{ known: Known; topics: readonly string[] }> {
  const here = { path: arrival.path, language: languageOf(arrival), exactly: true };
  const turns = topics.includes('turns') ? (await deps.frame(tx, here)).turnCount : 0;
  if (!known) return { known: { seq: await lastSeq(tx), turns }, topics: [] };
  // What happens in the house is not a guest's.
  const followed = isGuest(tx.actor) ? [] : topics.flatMap(subjectOf).filter(({ kind }) => deps.followed.has(kind));
  const { seq, changed } = await changedSince(tx, known.seq, followed);
  const told = changed.map(({ kind, id }) => `${kind}:${id}`);
  return { known: { seq, turns }, topics: turns === known.turns ? told : ['turns', ...told] };
}

function subjectOf(topic: string): Subject[] {
  const [kind, id] = topic.split(':');
  return kind && id ? [{ kind, id }] : [];
}
