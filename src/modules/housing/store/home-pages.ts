import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { TenancyKind } from '../rules.ts';

/** A home as a list tells it. */
export interface HomeLine {
  readonly number: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly floor: string;
  readonly door: string;
  readonly postcode: string;
  readonly city: string;
  readonly kind: TenancyKind;
  readonly rooms: number | null;
  readonly areaM2: number | null;
}

export const HOMES_A_PAGE = 1000;

/** The homes of a department that are there, by tenancy number. Pages begin with 1. */
export async function homePage(
  tx: TenantDb,
  departmentId: Id<'department'>,
  page: number,
): Promise<readonly HomeLine[]> {
  const rows = await tx.sql
    .selectFrom('tenancy')
    .select(['number', 'street', 'house_number as houseNumber', 'floor', 'door', 'postcode', 'city', 'kind', 'rooms'])
    .select('area_m2 as areaM2')
    .where('tenant_id', '=', tx.tenant.id)
    .where('department_id', '=', departmentId)
    .where('absent_since', 'is', null)
    .orderBy('number')
    .limit(HOMES_A_PAGE)
    .offset((page - 1) * HOMES_A_PAGE)
    .execute();
  return rows;
}
