import { sql } from 'kysely';
import { yearOf } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { FEATURES, YOUNGEST } from '../rules/people.ts';
import type { Cell, KeptCell, Residents } from '../rules/profile.ts';

export async function cellsOf(tx: TenantDb, panelId: Id<'panel'>): Promise<KeptCell[]> {
  const rows = await tx.sql
    .selectFrom('panel_cell')
    .select(['id', 'feature', 'codes', 'also_feature', 'also_codes', 'people', 'fewest', 'most'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('panel_id', '=', panelId)
    .orderBy(sql`array_position(${[...FEATURES]}::text[], feature)`)
    .orderBy('position')
    .execute();
  return rows.map(({ also_feature: feature, also_codes: codes, ...cell }) => ({
    ...cell,
    also: feature && codes ? { feature, codes } : null,
  }));
}

/** In place of those that were there. */
export async function saveCells(tx: TenantDb, panelId: Id<'panel'>, cells: readonly Cell[]): Promise<void> {
  await tx.sql.deleteFrom('panel_cell').where('tenant_id', '=', tx.tenant.id).where('panel_id', '=', panelId).execute();
  if (cells.length === 0) return;
  await tx.sql
    .insertInto('panel_cell')
    .values(
      cells.map(({ feature, codes, also, people, fewest, most }, position) => ({
        tenant_id: tx.tenant.id,
        panel_id: panelId,
        feature,
        codes: [...codes],
        also_feature: also?.feature ?? null,
        also_codes: also ? [...also.codes] : null,
        people,
        fewest,
        most,
        position,
      })),
    )
    .execute();
}

/**
 * How many residents there are of each kind, from what the house knows: people where they are written down (age,
 * language, time lived here), homes where they are not (departments, kinds of dwelling). One question.
 */
export async function countResidents(tx: TenantDb): Promise<readonly Residents[]> {
  const { rows } = await sql<Residents>`
    with home as (
      select t.id, t.department_id, t.kind from tenancy t where t.tenant_id = ${tx.tenant.id} and t.absent_since is null
    ),
    living as (
      select p.birth_year, p.language, min(r.from_day) as since
      from residency r
      join person p on p.tenant_id = r.tenant_id and p.id = r.person_id and p.erased_on is null
      where r.tenant_id = ${tx.tenant.id} and r.from_day <= ${tx.today}
        and (r.until_day is null or r.until_day >= ${tx.today})
      group by p.id, p.birth_year, p.language
    ),
    told as (
      select birth_year, language, floor((${tx.today}::date - since) / 365.25)::int as years from living
    )
    select 'department' as feature, department_id::text as code, count(*)::int as people from home group by 2
    union all
    select 'dwelling', kind, count(*)::int from home group by 2
    union all
    select 'language', language, count(*)::int from told group by 2
    union all
    select 'age', birth_year::text, count(*)::int from told
    where birth_year <= ${yearOf(tx.today) - YOUNGEST} group by 2
    union all
    select 'tenure', years::text, count(*)::int from told group by 2
  `.execute(tx.sql);
  return rows;
}
