import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

/** Every department, and whether somebody held the role there on a day. Nothing before anybody held it anywhere in the house. */
export async function departmentsWith(
  tx: TenantDb,
  role: Role,
  on: Day,
): Promise<readonly { readonly id: Id<'department'>; readonly name: string; readonly has: boolean }[]> {
  const { rows } = await sql<{ id: Id<'department'>; name: string; has: boolean }>`
    select d.id, d.name, exists (
      select from role_grant g
      where g.tenant_id = d.tenant_id and g.department_id = d.id and g.role = ${role}
        and g.from_day <= ${on} and (g.until_day is null or g.until_day >= ${on})
    ) as has
    from department d
    where d.tenant_id = ${tx.tenant.id} and exists (
      select from role_grant g where g.tenant_id = d.tenant_id and g.role = ${role} and g.from_day <= ${on}
    )
    order by d.number, d.id
  `.execute(tx.sql);
  return rows;
}
