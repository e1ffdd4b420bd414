import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Consultant } from '../rules.ts';

/** As many as are shown of many. */
const SHOWN = 6;

/**
 * The consultants of a department, else those of the whole organisation, by name, with the contact that they are reached by at
 * work. Of many there are `more`: each department is shown a few others than the next, so that not the same few are called by
 * all; unless `all` are asked for.
 */
export async function consultantsFor(
  tx: TenantDb,
  departmentId: Id<'department'>,
  all = false,
): Promise<{ readonly consultants: readonly Consultant[]; readonly more: boolean }> {
  // Put in order before their names are looked up, so that only those of the few are.
  const { rows } = await sql<Consultant & { house: boolean }>`
    select p.name, p.email, p.phone, g.house
    from (
      select g.person_id, g.department_id is null as house, md5(g.id::text || ${departmentId}::text) as lot
      from role_grant g
      where g.tenant_id = ${tx.tenant.id} and g.role = 'consultant'
        and (g.department_id is null or g.department_id = ${departmentId})
        and g.from_day <= ${tx.today} and (g.until_day is null or g.until_day >= ${tx.today})
      order by house, lot
    ) g
    join person p on p.tenant_id = ${tx.tenant.id} and p.id = g.person_id
    where not p.protected
    order by g.house, g.lot ${all ? sql`` : sql`limit ${sql.lit(SHOWN + 1)}`}
  `.execute(tx.sql);
  const own = rows.filter(({ house }) => !house);
  const found = own.length > 0 ? own : rows;
  const shown = all ? found : found.slice(0, SHOWN);
  return {
    consultants: shown.toSorted((one, other) => one.name.localeCompare(other.name, 'da')),
    more: found.length > shown.length,
  };
}
