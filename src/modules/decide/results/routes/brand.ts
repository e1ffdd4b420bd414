import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Brand } from '../../../../platform/documents/spec.ts';
import { ownOrganisation } from '../../../housing/public.ts';

/** The organisation as its papers show it. */
export async function brandOf(tx: TenantDb): Promise<Brand> {
  const own = await ownOrganisation(tx);
  return {
    name: own.name,
    colour: tx.tenant.colour,
    logo: null,
    address: [own.streetLine, `${own.postcode} ${own.city}`.trim()].filter(Boolean),
    telephone: own.phone || null,
    mail: own.email || null,
    web: tx.origin.replace(/^https?:\/\//, '') || null,
  };
}
