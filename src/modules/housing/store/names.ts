import { type RawBuilder, sql } from 'kysely';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

export interface Ref {
  readonly kind: 'person' | 'department' | 'organisation';
  readonly id: string;
}

/** A row of `kind`, `id` and `name`. */
export interface Named {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

/**
 * Names by `kind:id`, in one question whatever there is to name. Protected people are left out. `others`: what other modules
 * name, asked for in the same question.
 */
export async function namesOf(
  tx: TenantDb,
  refs: readonly Ref[],
  others?: RawBuilder<Named>,
): Promise<Map<string, string>> {
  if (refs.length === 0 && !others) return new Map();
  const ids = (kind: Ref['kind']) => [...new Set(refs.filter((ref) => ref.kind === kind).map((ref) => ref.id))];
  const { rows } = await sql<Named>`
    ${peopleNamed(tx, ids('person'))}
    union all
    select 'department', id, name from department
    where tenant_id = ${tx.tenant.id} and id = any(${ids('department')}::uuid[])
    union all
    select 'organisation', id, name from organisation
    where tenant_id = ${tx.tenant.id} and id = any(${ids('organisation')}::uuid[])
    ${others ? sql`union all ${others}` : sql``}
  `.execute(tx.sql);
  return new Map(rows.map(({ kind, id, name }) => [`${kind}:${id}`, name]));
}

/**
 * A record that became another's reads as the other: one human has one name. The other is joined as itself: to a row that
 * an expression names, row-level security lets PostgreSQL come by no index.
 */
const peopleNamed = (tx: TenantDb, ids: readonly string[]) => sql<Named>`
  select 'person' as kind, p.id, coalesce(other.name, p.name) as name
  from person p
  left join person_merge m on m.tenant_id = p.tenant_id and m.person_id = p.id
  left join person other on other.tenant_id = m.tenant_id and other.id = m.into_id
  where p.tenant_id = ${tx.tenant.id} and p.id = any(${ids}::uuid[])
    and not coalesce(other.protected, p.protected)
    and case when other.id is null then p.erased_on else other.erased_on end is null`;
