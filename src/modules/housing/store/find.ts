import { type RawBuilder, sql } from 'kysely';
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

/**
 * People by name, e-mail, telephone or address; every word must be found somewhere. `page` begins with 1.
 * Homes and roles are looked up by the ids of the page's people, which an index does in one go: asked person by person, or
 * joined with what is in the page, they cost twice as much or read the whole house.
 */
export async function findPeople(
  tx: TenantDb,
  words: string,
  page: number,
): Promise<{ people: Found[]; total: number }> {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6);
  const { hits, isHit, total } = wanted.length > 0 ? having(tx, wanted) : everybody(tx);
  const { rows } = await sql<FoundRow>`
    with ${hits} listed as materialized (
      select p.id, p.name, p.protected, p.email, p.phone,
        row_number() over (order by p.name collate "da-x-icu", p.id) as place
      from person p
      where p.tenant_id = ${tx.tenant.id} and ${isHit}
      order by p.name collate "da-x-icu", p.id
      limit ${sql.lit(PAGE_SIZE)}
      offset ${page === 1 ? sql.lit(0) : (page - 1) * PAGE_SIZE}
    ), homes as (
      select distinct on (r.person_id) r.person_id, r.tenancy_id
      from residency r
      where r.tenant_id = ${tx.tenant.id} and r.person_id = any(array(select id from listed)) and ${isNow('r', tx)}
      order by r.person_id, r.from_day desc
    ), held as (
      select g.person_id, array_agg(distinct g.role) as roles
      from role_grant g
      where g.tenant_id = ${tx.tenant.id} and g.person_id = any(array(select id from listed)) and ${isNow('g', tx)}
      group by g.person_id
    )
    select l.id, l.name, l.protected, l.email, l.phone,
      t.street, t.house_number as "houseNumber", t.floor, t.door, d.name as department, ${total} as total,
      coalesce(held.roles, '{}') as roles
    from listed l
    left join homes on homes.person_id = l.id
    left join held on held.person_id = l.id
    left join tenancy t on t.tenant_id = ${tx.tenant.id} and t.id = homes.tenancy_id
    left join department d on d.tenant_id = ${tx.tenant.id} and d.id = t.department_id
    order by l.place
  `.execute(tx.sql);
  return {
    total: rows[0]?.total ?? 0,
    people: rows.map((row) => ({ ...row, address: row.street ? formatAddress({ ...row, street: row.street }) : null })),
  };
}

/** Has it begun, and not ended? */
function isNow(table: 'r' | 'g', tx: TenantDb): RawBuilder<unknown> {
  const [from, until] = [sql.ref(`${table}.from_day`), sql.ref(`${table}.until_day`)];
  return sql`${from} <= ${tx.today} and (${until} is null or ${until} >= ${tx.today})`;
}

/** Neither erased nor become another. */
function isThere(tx: TenantDb): RawBuilder<unknown> {
  return sql`p.erased_on is null and p.id not in (
    select m.person_id from person_merge m where m.tenant_id = ${tx.tenant.id})`;
}

interface Choice {
  readonly hits: RawBuilder<unknown>;
  readonly isHit: RawBuilder<unknown>;
  readonly total: RawBuilder<unknown>;
}

/**
 * Those that have every word, each in what is theirs or in where they live. Homes are sought for themselves: joined to every
 * person of a large house, they cost five times as much as all else.
 */
function having(tx: TenantDb, wanted: readonly string[]): Choice {
  const words = wanted.map((word, at) => ({
    pattern: `%${word.replace(/[\\%_]/g, '\\$&')}%`,
    there: sql.table(`there_${at}`),
  }));
  const living = words.map(
    ({ pattern, there }) => sql`
    ${there} as materialized (
      select r.person_id
      from tenancy t
      join residency r on r.tenant_id = t.tenant_id and r.tenancy_id = t.id and ${isNow('r', tx)}
      where t.tenant_id = ${tx.tenant.id} and lower(concat_ws(' ', t.street, t.house_number)) like ${pattern}
    ),`,
  );
  const matches = words.map(
    ({ pattern, there }) => sql`
      and (lower(concat_ws(' ', p.name, p.email, p.phone)) like ${pattern} or p.id in (select person_id from ${there}))`,
  );
  const hits = sql`${sql.join(living, sql` `)}
    hits as materialized (
      select p.id
      from person p
      where p.tenant_id = ${tx.tenant.id} and ${isThere(tx)} ${sql.join(matches, sql` `)}
    ),`;
  return { hits, isHit: sql`p.id = any(array(select id from hits))`, total: sql`(select count(*) from hits)` };
}

/** All: counted in indexes, as those that there are rows of, without those who are there no more. */
function everybody(tx: TenantDb): Choice {
  const total = sql`(
    (select count(*) from person a where a.tenant_id = ${tx.tenant.id})
    - (select count(*) from person_merge m where m.tenant_id = ${tx.tenant.id})
    - (select count(*) from person e where e.tenant_id = ${tx.tenant.id} and e.erased_on is not null
        and e.id not in (select m.person_id from person_merge m where m.tenant_id = ${tx.tenant.id})))`;
  return { hits: sql``, isHit: isThere(tx), total };
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
    join tenancy t on t.tenant_id = r.tenant_id and t.id = r.tenancy_id
    where r.tenant_id = ${tx.tenant.id} and t.department_id = ${departmentId}
      and r.from_day <= ${tx.today} and (r.until_day is null or r.until_day >= ${tx.today})
  `.execute(tx.sql);
  return rows[0]?.count ?? 0;
}
