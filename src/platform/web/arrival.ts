import { randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
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
  /** Only this machine reaches us: other host names than its own, and tenants', are not answered. */
  readonly loopbackOnly: boolean;
  /** A balancer stands in front and tells the visitor's address in `X-Forwarded-For`. */
  readonly behindProxy: boolean;
}

export function newRequestId(): string {
  return randomBytes(6).toString('hex');
}

/** The host that the request asked for, with its port. */
export function hostOf(request: Request): string {
  return request.headers.get('host') ?? new URL(request.url).host;
}

/**
 * Scheme and host for links and for knowing our own pages: the tenant's own name, else the public address. What the
 * request itself claims is believed only where there is neither, on loopback.
 */
export function siteOf(host: string, tenant: Tenant, reach: Reach): string {
  if (!reach.publicUrl) return `http://${host}`;
  if (tenant.host !== nameOf(host)) return reach.publicUrl;
  // Another service may answer at the port that the request claims.
  const { protocol, port } = new URL(reach.publicUrl);
  return `${protocol}//${tenant.host}${port && `:${port}`}`;
}

/** A public https address makes every cookie secure. */
export function isSecure(reach: Reach): boolean {
  return reach.publicUrl?.startsWith('https:') ?? false;
}

/**
 * Was it asked on this very machine? Another name that leads to loopback is somebody's trick (DNS rebinding), and a
 * request that a proxy passed on may come from anywhere.
 */
export function isAskedHere(request: Request, host: string, tenant: Tenant | undefined): boolean {
  if (PASSED_ON.some((name) => request.headers.has(name))) return false;
  const name = nameOf(host);
  return LOOPBACK.test(name) || tenant?.host === name;
}

const PASSED_ON = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|[a-z0-9-]+\.localhost)$/;

/** A host without its port. */
export function nameOf(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

/** The one sign that no text in the database can hold, as an address carries it. */
export const NUL = '%00';

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
    query: new URLSearchParams(url.search.replaceAll(NUL, '%20')),
    cookies: readCookies(request.headers.get('cookie'), known.secure),
  };
}

/** Where the visitor's device is: the socket's address, or the last hop that our own balancer wrote; of IPv6 the network. */
export function addressOf(request: Request, socketAddress: string | undefined, reach: Reach): string {
  const told = reach.behindProxy ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return networkOf(told || socketAddress || 'unknown');
}

/**
 * One household has one address of IPv4, but a whole network of IPv6 (its first 64 bits): counted by the address, who
 * guesses would have a fresh one for every guess.
 */
function networkOf(address: string): string {
  const bare = address.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  const [plain = ''] = bare
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .split('%');
  if (!isIPv6(plain)) return plain;
  const [before = '', after] = plain.split('::');
  const first = before.split(':').filter(Boolean);
  // A dotted end stands for two groups.
  const last = (after ?? '')
    .split(':')
    .filter(Boolean)
    .flatMap((group) => (group.includes('.') ? ['', ''] : [group]));
  const zeros = Array<string>(after === undefined ? 0 : 8 - first.length - last.length).fill('0');
  const groups = [...first, ...zeros, ...last].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::`;
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
