import type { Database } from '../db/database.ts';
import type { Tenant } from '../db/tenant-db.ts';
import { allTenants } from '../db/tenants.ts';
import { nameOf } from './arrival.ts';

/** Which tenant an address leads to, and the part of the path that said so (`''` or `/lyngbakken`). */
export interface Home {
  readonly tenant: Tenant;
  readonly base: string;
}

/**
 * Finds tenants by address. A new tenant, or a changed name or colour, is seen by every process within `FRESH_MS`, and at once by
 * the one that changed it.
 */
export interface Directory {
  find(host: string, path: string): Promise<Home | null>;
  all(): Promise<readonly Tenant[]>;
  /** Something of a house was changed by this very process: the next who asks reads them anew. */
  forget(): void;
}

const FRESH_MS = 2_000;

/** Host name first; then the first part of the path; the only tenant without a host name answers everything else. */
export function openDirectory(database: Database, freshMs = FRESH_MS): Directory {
  let known: Promise<readonly Tenant[]> | null = null;
  let readAt = 0;
  const all = (): Promise<readonly Tenant[]> => {
    const now = performance.now();
    if (!known || now - readAt > freshMs) {
      readAt = now;
      known = allTenants(database).catch((error: unknown) => {
        known = null;
        throw error;
      });
    }
    return known;
  };
  const forget = (): void => {
    known = null;
  };
  return { all, forget, find: async (host, path) => homeOf(await all(), host, path) };
}

function homeOf(tenants: readonly Tenant[], host: string, path: string): Home | null {
  const name = nameOf(host);
  const byHost = tenants.find((tenant) => tenant.host === name);
  if (byHost) return { tenant: byHost, base: '' };
  const slug = path.split('/', 2)[1];
  const byPath = tenants.find((tenant) => tenant.slug === slug);
  if (byPath) return { tenant: byPath, base: `/${byPath.slug}` };
  const [only, ...others] = tenants.filter((tenant) => tenant.host === null);
  return only && others.length === 0 ? { tenant: only, base: '' } : null;
}

/** Absolute address of a tenant's front page without a trailing slash, for what is written when nobody visits. */
export function originOfTenant(tenant: Pick<Tenant, 'slug' | 'host'>, address: string): string {
  const { protocol, port } = new URL(address);
  if (!tenant.host) return `${address}/${tenant.slug}`;
  return `${protocol}//${tenant.host}${port ? `:${port}` : ''}`;
}
