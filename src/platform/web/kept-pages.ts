import type { Edition } from '../db/editions.ts';
import { acceptsGzip } from './answers.ts';
import type { Arrival } from './arrival.ts';
import type { WebDeps } from './deps.ts';
import { FLASH_COOKIE } from './page.tsx';
import { sessionCookie } from './session.ts';
import { heldCookie, languageOf, notedCookie } from './visit.ts';

/** A page as it was sent, and what else goes with it. */
export interface KeptPage {
  readonly pattern: string;
  readonly edition: string;
  /** Shown until then (`performance.now()`) without asking for the edition: the database had no part in it. */
  readonly until: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Pages that visitors were shown, to be shown again while nothing in the database has changed. */
export interface KeptPages {
  /** The page when it is of the present edition, else an `old` one; and the edition. */
  find(key: string): Promise<Found>;
  keep(key: string, page: KeptPage): void;
}

interface Found {
  readonly page: KeptPage | null;
  readonly old: KeptPage | null;
  readonly edition: string | null;
}

const MOST_BYTES = 16_000_000;
const MINUTE_MS = 60_000;
/** Short, for what a page might read from somewhere else. */
const UNASKED_MS = 1_000;

/**
 * A page that a visitor without session, message, held secret and noted codes is shown is a function of the request's address, the tenant, the
 * language, the clock and the database: `Visit` has nothing else to give. The first four are the key, the clock by the
 * minute; the edition stands for the database and is asked anew for every request, so any process may write. A page
 * that asked the database nothing needs no edition.
 */
export function keyOf(deps: WebDeps, arrival: Arrival): string | null {
  const { request, tenant, site, base, cookies } = arrival;
  if (request.method !== 'GET') return null;
  // What a page may differ by, and a key cannot hold.
  const own = [sessionCookie(tenant.slug), heldCookie(tenant.slug), notedCookie(tenant.slug), FLASH_COOKIE];
  if (own.some((name) => cookies.get(name))) return null;
  const minute = Math.floor(deps.clock(tenant).getTime() / MINUTE_MS);
  const { id, name, colour } = tenant;
  const settings = JSON.stringify(tenant.settings);
  const told = [request.url, site, base, id, name, colour, settings, languageOf(arrival), acceptsGzip(request), minute];
  return told.join('\n');
}

export function openKeptPages(edition: Edition): KeptPages {
  const kept = new Map<string, KeptPage>();
  let bytes = 0;
  const forget = (key: string): void => {
    bytes -= kept.get(key)?.bytes.byteLength ?? 0;
    kept.delete(key);
  };
  return {
    async find(key) {
      const unasked = kept.get(key);
      if (unasked && unasked.until > performance.now()) return { page: unasked, old: null, edition: unasked.edition };
      const now = await edition();
      const page = kept.get(key) ?? null;
      return page?.edition === now ? { page, old: null, edition: now } : { page: null, old: page, edition: now };
    },
    keep(key, page) {
      forget(key);
      kept.set(key, page);
      bytes += page.bytes.byteLength;
      // The oldest first.
      for (const old of kept.keys()) {
        if (bytes <= MOST_BYTES) break;
        forget(old);
      }
    },
  };
}

/**
 * The answer as a page to keep, its body taken out; null (and the answer as it was) when it is no whole page for everybody.
 * When the reader has it already and it is the old one, that is kept on.
 */
export async function takePage(
  response: Response,
  known: { readonly pattern: string; readonly edition: string; readonly asked: boolean; readonly old: KeptPage | null },
): Promise<KeptPage | null> {
  const { pattern, edition, asked, old } = known;
  const { 'x-request-id': _, ...headers } = Object.fromEntries(response.headers);
  const until = asked ? 0 : performance.now() + UNASKED_MS;
  if (headers['set-cookie'] || headers['cache-control']?.includes('no-store')) return null;
  if (response.status === 304) return old && old.headers.etag === headers.etag ? { ...old, edition, until } : null;
  if (response.status !== 200 || !headers['content-type']?.startsWith('text/html')) return null;
  return { pattern, edition, until, headers, bytes: new Uint8Array(await response.arrayBuffer()) };
}

/** The kept page as an answer; 304 when the reader has it already. */
export function answerKept({ request, requestId }: Arrival, { headers, bytes }: KeptPage): Response {
  const own = { ...headers, 'x-request-id': requestId };
  if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers: own });
  return new Response(bytes, { headers: own });
}
