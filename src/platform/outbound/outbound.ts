import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestEncrypted } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './addresses.ts';

/**
 * Why nothing was sent, or no answer came.
 * - `url`: not an address of the web that we ask: https only, without a name and password in it, at port 443 or one of
 *   1024 and up.
 * - `address`: it leads to a private network, to this machine, or to a cloud's own doors.
 * - `name`: nobody answers to that name.
 * - `unreachable`: no connection, no valid certificate, or it was cut. `slow`: it took longer than the patience.
 */
export type OutboundProblem = 'url' | 'address' | 'name' | 'unreachable' | 'slow';

/** A request that was refused here, or that got no answer. Says nothing of what was sent. */
export class OutboundFailed extends Error {
  readonly problem: OutboundProblem;
  constructor(problem: OutboundProblem) {
    super(`Cannot send outbound request: ${problem}`);
    this.problem = problem;
  }
}

export interface OutboundRequest {
  readonly method?: 'GET' | 'POST';
  /** Names in lower case. Who is asked, how long the body is and how the connection is kept are ours to say. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** For all of it: name, connection, answer. Default 10 seconds. */
  readonly patienceMs?: number;
  /** What is read of the answer's body; the rest is left unread. Default 64 kB. */
  readonly mostBytes?: number;
  /** On a developer's own machine and in tests only: this machine may be asked, and without encryption. */
  readonly loopbackToo?: boolean;
  /** Where a name leads: the system's own answer unless a test says otherwise. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
}

export interface OutboundAnswer {
  /** Also 3xx: a redirect is an answer, and is never followed. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

const PATIENCE_MS = 10_000;
const MOST_BYTES = 64 * 1024;
const MOST_HEADER_BYTES = 16 * 1024;
const OURS: readonly string[] = ['host', 'connection', 'content-length', 'transfer-encoding', 'upgrade', 'expect'];

/**
 * Asks an address that somebody typed, as a webhook's. Every address that its name leads to is looked at first, and the
 * connection goes to one of those that were looked at, so that a name that answers differently the next time (DNS
 * rebinding) gains nothing. One address that is not public refuses them all.
 * @throws OutboundFailed
 */
export async function outboundFetch(address: string, asked: OutboundRequest = {}): Promise<OutboundAnswer> {
  const problem = outboundProblem(address, asked.loopbackToo);
  if (problem) throw new OutboundFailed(problem);
  const url = new URL(address);
  const signal = AbortSignal.timeout(asked.patienceMs ?? PATIENCE_MS);
  try {
    const leadsTo = await untilAborted(whereTo(url, asked), signal);
    return await send(url, leadsTo, asked, signal);
  } catch (error) {
    if (signal.aborted) throw new OutboundFailed('slow');
    throw error instanceof OutboundFailed ? error : new OutboundFailed('unreachable');
  }
}

/**
 * What is wrong with an address as it is written, before anybody is asked; null when nothing is. For the form where it
 * is typed: a name may still turn out to lead somewhere private.
 */
export function outboundProblem(address: string, loopbackToo = false): 'url' | 'address' | null {
  if (!URL.canParse(address)) return 'url';
  const url = new URL(address);
  const plain = loopbackToo && url.protocol === 'http:';
  if (!plain && url.protocol !== 'https:') return 'url';
  if (url.username || url.password) return 'url';
  // The small numbers belong to mail, databases of old and the like: no webhook lives there.
  if (url.port && !plain && Number(url.port) < 1024) return 'url';
  const literal = literalOf(url);
  if (literal) return mayReach(literal, loopbackToo) ? null : 'address';
  return /(^|\.)(localhost|local|internal|localdomain)\.?$/.test(url.hostname) && !loopbackToo ? 'address' : null;
}

/** The IP address that stands in an URL instead of a name. URL has already read 2130706433, 0x7f.1 and 0177.0.0.1. */
function literalOf(url: URL): string | null {
  const bare = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) ? bare : null;
}

function mayReach(address: string, loopbackToo = false): boolean {
  return isPublicAddress(address) || (loopbackToo && isLoopbackAddress(address));
}

async function whereTo(url: URL, { loopbackToo, resolve = systemAnswer }: OutboundRequest): Promise<readonly string[]> {
  const literal = literalOf(url);
  if (literal) return [literal];
  const addresses = await resolve(url.hostname).catch(() => []);
  if (addresses.length === 0) throw new OutboundFailed('name');
  if (!addresses.every((found) => mayReach(found, loopbackToo))) throw new OutboundFailed('address');
  return addresses;
}

async function systemAnswer(name: string): Promise<readonly string[]> {
  return (await lookup(name, { all: true })).map((found) => found.address);
}

function send(url: URL, leadsTo: readonly string[], asked: OutboundRequest, signal: AbortSignal) {
  return new Promise<OutboundAnswer>((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestEncrypted : requestPlain)(url, {
      method: asked.method ?? 'GET',
      headers: { 'accept-encoding': 'identity', ...theirs(asked.headers) },
      // A connection kept for another name would go past the look at this one's addresses.
      agent: false,
      lookup: answering(leadsTo),
      maxHeaderSize: MOST_HEADER_BYTES,
      signal,
    });
    request.once('error', reject);
    request.once('response', (answer) => {
      readUpTo(answer, asked.mostBytes ?? MOST_BYTES).then((body) => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body });
        request.destroy();
      }, reject);
    });
    request.end(asked.body);
  });
}

function theirs(headers: OutboundRequest['headers'] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OURS.includes(name.toLowerCase())));
}

/** A lookup that knows one answer: the addresses that were looked at. */
function answering(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_name, options, done) => {
    if (options.all) done(null, found);
    else done(null, found[0]?.address ?? '', found[0]?.family);
  };
}

async function readUpTo(answer: IncomingMessage, most: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of answer) {
    pieces.push(piece as Buffer);
    length += (piece as Buffer).length;
    if (length >= most) break;
  }
  return new Uint8Array(Buffer.concat(pieces).subarray(0, most));
}

/** A name server that never answers cannot be stopped, but need not be waited for. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new OutboundFailed('slow')), { once: true });
    work.then(resolve, reject);
  });
}
