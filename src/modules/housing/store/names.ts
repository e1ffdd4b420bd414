import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

export interface Ref {
  readonly kind: 'person' | 'department' | 'organisation';
  readonly id: string;
}

/** Names by `kind:id`, in at most three queries whatever the number. Protected people are left out. */
export async function namesOf(tx: TenantDb, refs: readonly Ref[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const ids = <K extends Ref['kind']>(kind: K) => [
    ...new Set(refs.filter((ref) => ref.kind === kind).map((ref) => ref.id as Id<K>)),
  ];
  const [people, places, houses] = [ids('person'), ids('department'), ids('organisation')];
  if (people.length > 0) {
    // A record that became another's reads as the other: one human has one name.
    const rows = await tx.sql
      .selectFrom('person as p')
      .leftJoin('person_merge as m', (join) =>
        join.onRef('m.tenant_id', '=', 'p.tenant_id').onRef('m.person_id', '=', 'p.id'),
      )
      .innerJoin('person as named', (join) =>
        join
          .onRef('named.tenant_id', '=', 'p.tenant_id')
          .on((on) => on('named.id', '=', on.fn.coalesce('m.into_id', 'p.id'))),
      )
      .select(['p.id', 'named.name'])
      .where('p.tenant_id', '=', tx.tenant.id)
      .where('p.id', 'in', people)
      .where('named.protected', '=', false)
      .execute();
    for (const row of rows) names.set(`person:${row.id}`, row.name);
  }
  if (places.length > 0) {
    const rows = await tx.sql.selectFrom('department').select(['id', 'name']).where('id', 'in', places).execute();
    for (const row of rows) names.set(`department:${row.id}`, row.name);
  }
  if (houses.length > 0) {
    const rows = await tx.sql.selectFrom('organisation').select(['id', 'name']).where('id', 'in', houses).execute();
    for (const row of rows) names.set(`organisation:${row.id}`, row.name);
  }
  return names;
}
