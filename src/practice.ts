import { SYSTEM } from './kernel/actor.ts';
import { peopleHolding } from './modules/housing/public.ts';
import { type PracticeDoor, setupPlace } from './modules/setup/public.ts';
import { signInAddress } from './modules/signin/public.ts';
import type { Database } from './platform/db/database.ts';
import { isPractice } from './platform/db/house-settings.ts';
import type { Tenant } from './platform/db/tenant-db.ts';
import { removeTenant, replaceTenant, settleTenant, tenantBySlug } from './platform/db/tenants.ts';
import { type Directory, originOfTenant } from './platform/web/tenants.ts';

/** Where there is no house to practise in. */
export const NO_PRACTICE: PracticeDoor = { isThere: async () => false, open: async () => null };

const MINUTES = 15;

/** The way from a house into the one where its people practise, on the same server. */
export function practiceDoor(deps: {
  readonly database: Database;
  readonly directory: Directory;
  clock(tenant: Tenant): Date;
}): PracticeDoor {
  const find = async () => (await deps.directory.all()).find(isPractice) ?? null;
  return {
    isThere: async () => (await find()) !== null,
    open: async (address) => {
      const tenant = await find();
      return tenant && wayIntoPractice(deps.database, tenant, { address, now: deps.clock(tenant), minutes: MINUTES });
    },
  };
}

/** An address that signs in once as the practice house's secretariat; null when it has none. `address`: the site's own origin. */
export async function wayIntoPractice(
  database: Database,
  tenant: Tenant,
  { address, now, minutes }: { readonly address: string; readonly now: Date; readonly minutes: number },
): Promise<string | null> {
  const origin = originOfTenant(tenant, address);
  return database.asTenant({ tenant, actor: SYSTEM, channel: 'system', now, origin }, async (tx) => {
    const [secretary] = await peopleHolding(tx, 'secretariat', null);
    return secretary ? signInAddress(tx, secretary.id, { minutes, returnPath: setupPlace({}) }) : null;
  });
}

/** The demo story becomes the house to practise in; it is told first when it is not there. */
export async function openPractice(database: Database, now: Date): Promise<Tenant> {
  const { LYNGBAKKEN } = await import('./demo/places.ts');
  const { tellDemo } = await import('./demo/tell.ts');
  const tenant = (await tenantBySlug(database, LYNGBAKKEN.slug)) ?? (await tellDemo(database, now));
  await settleTenant(database, tenant.id, { practice: true });
  return tenant;
}

/**
 * The story from its beginning. It is told beside the old one and takes its place in one moment: who practises meanwhile
 * sees the old one, and a machine that stops in between leaves it.
 */
export async function tellPracticeAnew(database: Database, old: Tenant, now: Date): Promise<void> {
  const { tellDemo } = await import('./demo/tell.ts');
  const beside = `${old.slug}-forfra`;
  const left = await tenantBySlug(database, beside);
  if (left) await removeTenant(database, left.id);
  const fresh = await tellDemo(database, now, beside);
  await replaceTenant(database, { old, fresh }, { practice: true });
}
