import { randomBytes } from 'node:crypto';
import type { Tenant } from '../db/tenant-db.ts';
import { type Cookies, readCookies } from './cookies.ts';
import type { Path } from './path.ts';

/** A request whose house is known. */
export interface Arrival {
  readonly request: Request;
  readonly requestId: string;
  readonly tenant: Tenant;
  /** What stands before every path of the tenant: `''` or `/lyngbakken`. */
  readonly base: string;
  /** The path within the tenant, without the query. */
  readonly path: Path;
  readonly query: URLSearchParams;
  /** Scheme and host that the visitor used. */
  readonly site: string;
  readonly secure: boolean;
  /** The visitor's device address; used hashed, never kept. */
  readonly address: string;
  readonly cookies: Cookies;
}

/** How the process is reached from outside. */
export interface Reach {
  /** Public address (`https://…`) when one is set; else what the request says. */
  readonly publicUrl: string | null;
  /** A balancer stands in front and tells the visitor's address in `X-Forwarded-For`. */
  readonly behindProxy: boolean;
}

export function newRequestId(): string {
  return randomBytes(6).toString('hex');
}

/** Scheme and host of the site. A public https address also makes every cookie secure. */
export function siteOf(request: Request, reach: Reach): { site: string; host: string; secure: boolean } {
  const url = new URL(request.url);
  const host = request.headers.get('host') ?? url.host;
  const secure = reach.publicUrl?.startsWith('https:') ?? false;
  return { site: `${secure ? 'https' : 'http'}://${host}`, host, secure };
}

export function arrive(
  request: Request,
  home: { tenant: Tenant; base: string },
  known: { requestId: string; site: string; secure: boolean; address: string },
): Arrival {
  const url = new URL(request.url);
  return {
    request,
    ...known,
    ...home,
    path: (url.pathname.slice(home.base.length) || '/') as Path,
    query: url.searchParams,
    cookies: readCookies(request.headers.get('cookie'), known.secure),
  };
}

/** The visitor's address: of the socket, or the last hop that our own balancer wrote. */
export function addressOf(request: Request, socketAddress: string | undefined, reach: Reach): string {
  const told = reach.behindProxy ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return told || socketAddress || 'unknown';
}

/**
 * May this post have come from one of our own pages? Browsers say so themselves (Fetch metadata, else Origin); a
 * request with neither is no browser and carries nobody's cookies by accident.
 */
export function comesFromOurselves(arrival: Arrival): boolean {
  const fetchSite = arrival.request.headers.get('sec-fetch-site');
  if (fetchSite) return fetchSite === 'same-origin' || fetchSite === 'none';
  const origin = arrival.request.headers.get('origin');
  return origin === null || origin === arrival.site;
}
