import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import { formatAddress } from '../../../kernel/address.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

/** A person in the staff's list. */
export interface Found {
  readonly id: Id<'person'>;
  readonly name: string;
  readonly protected: boolean;
  readonly email: string | null;
  readonly phone: string | null;
  /** "Kærhaven 1, st. tv", or null for those who live elsewhere. */
  readonly address: string | null;
  readonly department: string | null;
  readonly roles: readonly Role[];
}

export const PAGE_SIZE = 50;

/** People by name, e-mail, telephone or address; every word must be found somewhere. `page` begins with 1. */
export async function findPeople(
  tx: TenantDb,
  words: string,
  page: number,
): Promise<{ people: Found[]; total: number }> {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6);
  const matches = wanted.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    return sql`and lower(concat_ws(' ', p.name, p.email, p.phone, t.street, t.house_number)) like ${pattern}`;
  });
  const livesThere = sql`r.person_id = p.id
    and r.from_day <= ${tx.today} and (r.until_day is null or r.until_day >= ${tx.today})`;
  const isHit =
    wanted.length > 0
      ? sql`p.id in (select id from hits)`
      : sql`p.erased_on is null and p.id not in (select m.person_id from person_merge m)`;
  const { rows } = await sql<FoundRow>`
    with hits as materialized (
      select p.id
      from person p
      left join residency r on ${livesThere}
      left join tenancy t on t.id = r.tenancy_id
      where p.erased_on is null and p.id not in (select m.person_id from person_merge m) ${sql.join(matches, sql` `)}
    )
    select p.id, p.name, p.protected, p.email, p.phone,
      t.street, t.house_number as "houseNumber", t.floor, t.door, d.name as department,
      (select count(*) from person p where ${isHit}) as total,
      array(
        select distinct g.role
        from role_grant g
        where g.person_id = p.id
          and g.from_day <= ${tx.today} and (g.until_day is null or g.until_day >= ${tx.today})
      ) as roles
    from person p
    left join lateral (
      select r.tenancy_id from residency r where ${livesThere} order by r.from_day desc limit 1
    ) home on true
    left join tenancy t on t.id = home.tenancy_id
    left join department d on d.id = t.department_id
    where ${isHit}
    order by p.name collate "da-x-icu", p.id
    limit ${sql.lit(PAGE_SIZE)}
    offset ${page === 1 ? sql.lit(0) : (page - 1) * PAGE_SIZE}
  `.execute(tx.sql);
  return {
    total: rows[0]?.total ?? 0,
    people: rows.map((row) => ({ ...row, address: row.street ? formatAddress({ ...row, street: row.street }) : null })),
  };
}

type FoundRow = Omit<Found, 'address'> & {
  street: string | null;
  houseNumber: string;
  floor: string;
  door: string;
  total: number;
};

/** How many live in each stairwell's homes is not told; how many homes have somebody with an account is. */
export async function homesWithAccount(tx: TenantDb, departmentId: Id<'department'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct r.tenancy_id) as count
    from residency r
    join tenancy t on t.id = r.tenancy_id
    where t.department_id = ${departmentId}
      and r.from_day <= ${tx.today} and (r.until_day is null or r.until_day >= ${tx.today})
  `.execute(tx.sql);
  return rows[0]?.count ?? 0;
}
