import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Asked } from '../rules/hearing.ts';

/** Who left an address at the wall and asked to hear of the result, the first first. What staff have taken down is not among it. */
export async function askedToHear(tx: TenantDb, workshop: Id<'workshop'>): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select person_name as "personName", email, phone from (
      select p.id, p.person_name, p.email, p.phone from workshop_pledge p
      where p.tenant_id = ${tx.tenant.id} and p.workshop_id = ${workshop} and p.hears_result and p.hidden_at is null
      union all
      select s.id, s.person_name, s.email, s.phone from workshop_choice c
      join workshop_signup s on s.tenant_id = c.tenant_id and s.choice_id = c.id
      where c.tenant_id = ${tx.tenant.id} and c.workshop_id = ${workshop} and s.hears_result
    ) asked
    where email is not null or phone is not null
    order by id limit 1000`.execute(tx.sql);
  return rows;
}
