import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Whose } from '../rules/whose.ts';

/** A person with all that is theirs; null when there is none, or when they are forgotten already. One question. */
export async function whoseIs(tx: TenantDb, personId: Id<'person'>): Promise<Whose | null> {
  const { rows } = await sql<{
    id: Id<'person'>;
    name: string;
    email: string | null;
    phone: string | null;
    nameShared: boolean;
    emailShared: boolean;
    phoneShared: boolean;
  }>`
    with mine as (
      select p.* from person p
      where p.tenant_id = ${tx.tenant.id} and (p.id = ${personId} or p.id in (
        select m.person_id from person_merge m where m.tenant_id = ${tx.tenant.id} and m.into_id = ${personId}
      ))
    ),
    others as (select * from person o where o.tenant_id = ${tx.tenant.id} and o.id not in (select id from mine)),
    named as (
      select name from others
      union all select name from organisation g where g.tenant_id = ${tx.tenant.id}
      union all select name from department d where d.tenant_id = ${tx.tenant.id}
      union all select name from fund f where f.tenant_id = ${tx.tenant.id}
    )
    select p.id, p.name, p.email, p.phone,
      exists (select from named n where position(lower(p.name) in lower(n.name)) > 0) as "nameShared",
      exists (select from others o where o.email = p.email) as "emailShared",
      exists (select from others o where o.phone = p.phone) as "phoneShared"
    from mine p
    where not exists (select from mine where id = ${personId} and erased_on is not null)
    order by p.id = ${personId} desc, p.id
  `.execute(tx.sql);
  const [self] = rows;
  if (!self || self.id !== personId) return null;
  const emails = rows.flatMap(({ email, emailShared }) => (email && !emailShared ? [email] : []));
  const phones = rows.flatMap(({ phone, phoneShared }) => (phone && !phoneShared ? [phone] : []));
  const names = rows.flatMap(({ name, nameShared }) => (!nameShared && name.includes(' ') ? [name] : []));
  return {
    id: personId,
    ids: rows.map(({ id }) => id),
    name: self.name,
    called: [...new Set(rows.map(({ name }) => name.toLowerCase().trim().replace(/\s+/g, ' ')))],
    contacts: [...new Set([...emails, ...phones])],
    struck: [...new Set([...names, ...emails, ...phones])],
  };
}
