import { type RawBuilder, sql } from 'kysely';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

export interface Ref {
  readonly kind: 'person' | 'department' | 'organisation';
  readonly id: string;
}

/** Names by `kind:id`, in at most three queries whatever the number, asked at once. Protected people are left out. */
export async function namesOf(tx: TenantDb, refs: readonly Ref[]): Promise<Map<string, string>> {
  const ids = (kind: Ref['kind']) => [...new Set(refs.filter((ref) => ref.kind === kind).map((ref) => ref.id))];
  const found = await Promise.all([
    named(tx, 'person', ids('person'), peopleNamed),
    named(tx, 'department', ids('department'), departmentsNamed),
    named(tx, 'organisation', ids('organisation'), organisationsNamed),
  ]);
  return new Map(found.flat());
}

interface Named {
  readonly id: string;
  readonly name: string;
}

async function named(
  tx: TenantDb,
  kind: Ref['kind'],
  ids: readonly string[],
  question: (tx: TenantDb, ids: readonly string[]) => RawBuilder<Named>,
): Promise<readonly (readonly [string, string])[]> {
  if (ids.length === 0) return [];
  const { rows } = await question(tx, ids).execute(tx.sql);
  return rows.map(({ id, name }) => [`${kind}:${id}`, name]);
}

/**
 * A record that became another's reads as the other: one human has one name. The other is joined as itself: to a row that
 * an expression names, row-level security lets PostgreSQL come by no index.
 */
const peopleNamed = (tx: TenantDb, ids: readonly string[]) => sql<Named>`
  select p.id, coalesce(other.name, p.name) as name
  from person p
  left join person_merge m on m.tenant_id = p.tenant_id and m.person_id = p.id
  left join person other on other.tenant_id = m.tenant_id and other.id = m.into_id
  where p.tenant_id = ${tx.tenant.id} and p.id = any(${ids}::uuid[])
    and not coalesce(other.protected, p.protected)
    and case when other.id is null then p.erased_on else other.erased_on end is null`;

const departmentsNamed = (tx: TenantDb, ids: readonly string[]) => sql<Named>`
  select id, name from department where tenant_id = ${tx.tenant.id} and id = any(${ids}::uuid[])`;

const organisationsNamed = (tx: TenantDb, ids: readonly string[]) => sql<Named>`
  select id, name from organisation where tenant_id = ${tx.tenant.id} and id = any(${ids}::uuid[])`;
