import { sql } from 'kysely';
import { type Address, addressKey, buildingKey, readAddress } from '../../../kernel/address.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Tenancy } from '../rules.ts';

const TENANCY = [
  'id',
  'department_id as departmentId',
  'number',
  'kind',
  'street',
  'house_number as houseNumber',
  'floor',
  'door',
  'postcode',
  'city',
  'rooms',
  'area_m2 as areaM2',
  'absent_since as absentSince',
] as const;

export async function tenancyById(tx: TenantDb, id: Id<'tenancy'>): Promise<Tenancy | null> {
  const row = await tx.sql
    .selectFrom('tenancy')
    .select(TENANCY)
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The homes that a written address can mean: with or without postcode, in any of its readings. At most five. */
export async function tenanciesAt(tx: TenantDb, text: string): Promise<Tenancy[]> {
  const ways = readAddress(text).map(addressKey);
  if (ways.length === 0) return [];
  return tx.sql
    .selectFrom('tenancy')
    .select(TENANCY)
    .where('tenant_id', '=', tx.tenant.id)
    .where((where) =>
      where.or(
        ways.map((key) =>
          key.endsWith('|')
            ? where.and([where('address_key', '>=', key), where('address_key', '<', `${key}~`)])
            : where('address_key', '=', key),
        ),
      ),
    )
    .limit(5)
    .execute();
}

/** Homes whose address begins like the text, for choosing from: "Kærhaven 12". */
export async function tenanciesLike(tx: TenantDb, text: string, limit = 20): Promise<Tenancy[]> {
  const words = text
    .toLowerCase()
    .split(/[\s,.]+/)
    .filter(Boolean)
    .slice(0, 6);
  if (words.length === 0) return [];
  let query = tx.sql
    .selectFrom('tenancy')
    .select(TENANCY)
    .where('tenant_id', '=', tx.tenant.id)
    .where('absent_since', 'is', null);
  for (const word of words) {
    const pattern = `% ${word.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(
      sql<boolean>`lower(' ' || street || ' ' || house_number || ' ' || floor || ' ' || door || ' ' || postcode || ' ' || city) like ${pattern}`,
    );
  }
  return query.orderBy('address_key').limit(limit).execute();
}

/** How many homes a department has now. */
export async function homesIn(tx: TenantDb, departmentId: Id<'department'>): Promise<number> {
  const row = await tx.sql
    .selectFrom('tenancy')
    .select((count) => count.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', tx.tenant.id)
    .where('department_id', '=', departmentId)
    .where('absent_since', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** A stairwell and how many homes it has. */
export interface Stairwell {
  readonly id: Id<'building'>;
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly city: string;
  readonly tenancies: number;
}

const inNumericOrder = new Intl.Collator('da', { numeric: true });

/** The stairwells of a department as one walks: by street, then by number. */
export async function stairwells(tx: TenantDb, departmentId: Id<'department'>): Promise<Stairwell[]> {
  const rows = await tx.sql
    .selectFrom('building')
    .innerJoin('tenancy', (join) =>
      join.onRef('tenancy.tenant_id', '=', 'building.tenant_id').onRef('tenancy.building_id', '=', 'building.id'),
    )
    .select([
      'building.id',
      'building.street',
      'building.house_number as houseNumber',
      'building.postcode',
      'building.city',
      (count) => count.fn.countAll<number>().as('tenancies'),
    ])
    .where('building.tenant_id', '=', tx.tenant.id)
    .where('building.department_id', '=', departmentId)
    .where('tenancy.absent_since', 'is', null)
    .groupBy(['building.tenant_id', 'building.id'])
    .execute();
  const name = (one: Stairwell) => `${one.street} ${one.houseNumber}`;
  return rows.sort((a, b) => inNumericOrder.compare(name(a), name(b)));
}

export async function isLeftAlone(tx: TenantDb, tenancyId: Id<'tenancy'>): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('no_contact')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('tenancy_id', '=', tenancyId)
    .where('lifted_on', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** False when it was said before. */
export async function insertNoContact(
  tx: TenantDb,
  tenancyId: Id<'tenancy'>,
  by: Id<'person'> | null,
): Promise<boolean> {
  const known = await tx.sql
    .selectFrom('no_contact')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('tenancy_id', '=', tenancyId)
    .where('lifted_on', 'is', null)
    .executeTakeFirst();
  if (known) return false;
  await tx.sql
    .insertInto('no_contact')
    .values({ tenant_id: tx.tenant.id, tenancy_id: tenancyId, since: tx.today, registered_by: by, channel: tx.channel })
    .execute();
  return true;
}

export async function endNoContact(tx: TenantDb, tenancyId: Id<'tenancy'>): Promise<void> {
  await tx.sql
    .updateTable('no_contact')
    .set({ lifted_on: tx.today })
    .where('tenant_id', '=', tx.tenant.id)
    .where('tenancy_id', '=', tenancyId)
    .where('lifted_on', 'is', null)
    .execute();
}

/** Writes homes, and the stairwells they need, in a handful of statements whatever their number. Ids in the order given. */
export async function insertTenancies(
  tx: TenantDb,
  homes: readonly Omit<Tenancy, 'id' | 'absentSince'>[],
): Promise<Id<'tenancy'>[]> {
  const ids: Id<'tenancy'>[] = [];
  for (let at = 0; at < homes.length; at += 2000) {
    const some = homes.slice(at, at + 2000);
    const buildings = await ensureBuildings(tx, some);
    const rows = await tx.sql
      .insertInto('tenancy')
      .values(
        some.map((home) => ({
          tenant_id: tx.tenant.id,
          department_id: home.departmentId,
          building_id: buildings.get(buildingOf(home)) as Id<'building'>,
          number: home.number,
          ...addressRow(home),
          kind: home.kind,
          rooms: home.rooms,
          area_m2: home.areaM2,
        })),
      )
      .returning('id')
      .execute();
    ids.push(...rows.map((row) => row.id));
  }
  return ids;
}

function addressRow(home: Address) {
  return {
    street: home.street,
    house_number: home.houseNumber,
    floor: home.floor,
    door: home.door,
    postcode: home.postcode,
    city: home.city,
    address_key: addressKey(home),
  };
}

type InBuilding = Pick<Tenancy, 'departmentId' | 'street' | 'houseNumber' | 'postcode' | 'city'>;

function buildingOf(home: InBuilding): string {
  return `${home.departmentId} ${buildingKey(home)}`;
}

async function ensureBuildings(tx: TenantDb, homes: readonly InBuilding[]): Promise<Map<string, Id<'building'>>> {
  const wanted = new Map(homes.map((home) => [buildingOf(home), home]));
  await tx.sql
    .insertInto('building')
    .values(
      [...wanted.values()].map((home) => ({
        tenant_id: tx.tenant.id,
        department_id: home.departmentId,
        street: home.street,
        house_number: home.houseNumber,
        postcode: home.postcode,
        city: home.city,
        address_key: buildingKey(home),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const rows = await tx.sql
    .selectFrom('building')
    .select(['id', 'department_id', 'address_key'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('department_id', 'in', [...new Set([...wanted.values()].map((home) => home.departmentId))])
    .execute();
  return new Map(rows.map((row) => [`${row.department_id} ${row.address_key}`, row.id]));
}
