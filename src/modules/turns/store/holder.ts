import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Grant, Role } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Subject, TenantDb } from '../../../platform/db/tenant-db.ts';
import { notFor, standsInFor, type Turn } from '../rules.ts';
import { toTurn, type WaitingRow } from './turns.ts';

/** Whose turns: the person, and what they are trusted with. */
export interface Holder {
  readonly personId: Id<'person'>;
  readonly grants: readonly Pick<Grant, 'role' | 'departmentId'>[];
}

interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** What waits for the holder, the oldest promise first; the same thing once, though it may wait in two capacities. */
export async function openTurnsOf(tx: TenantDb, holder: Holder, page: Page): Promise<Turn[]> {
  const { rows } = await sql<WaitingRow>`
    select ${COLUMNS} ${waitingFor(tx, holder, page)}
  `.execute(tx.sql);
  return rows.map(toTurn);
}

/** The same, and how many there are in all, counted no further than `most`: 0 also on a page that lies behind the last. */
export async function turnPage(
  tx: TenantDb,
  holder: Holder,
  page: Page,
  most: number,
): Promise<{ readonly turns: readonly Turn[]; readonly total: number }> {
  const { rows } = await sql<WaitingRow & { total: number }>`
    select ${COLUMNS}, (${counted(tx, holder, sql`limit ${most}`)}) as total ${waitingFor(tx, holder, page)}
  `.execute(tx.sql);
  return { turns: rows.map(toTurn), total: rows[0]?.total ?? 0 };
}

/** How many things wait for the holder; no further than `most`, where it is given. */
export async function countTurnsOf(tx: TenantDb, holder: Holder, most: number | null = null): Promise<number> {
  const end = most === null ? sql`` : sql`limit ${sql.lit(most)}`;
  const { rows } = await (counted(tx, holder, end) as RawBuilder<{ waiting: number }>).execute(tx.sql);
  return rows[0]?.waiting ?? 0;
}

/** Does it wait for the holder, and for whom they stand in? Closed turns wait for nobody. */
export async function isWaitingFor(tx: TenantDb, holder: Holder, subject: Subject): Promise<boolean> {
  const { rows } = await sql`
    select from turn
    where tenant_id = ${tx.tenant.id} and subject_id = ${subject.id} and subject_kind = ${subject.kind}
    and closed_at is null and ${waitsFor(holder, tx.today)}
    limit 1
  `.execute(tx.sql);
  return rows.length > 0;
}

const COLUMNS = sql`id, kind, subject_kind, subject_id, thread_id, due, facts, opened_at, opened_by, person_id`;
/** The day it is wanted: as promised, or where no day was promised a fortnight after it came. As the indexes have it (0056). */
const WANTED = sql`coalesce(due, (opened_at at time zone 'Europe/Copenhagen')::date + 14)`;

/**
 * Each thing once, one's own before a role's. One's own and each role's are read in the order of an index of their own, and
 * no further than the page: what waits for others is not looked at.
 */
function waitingFor(tx: TenantDb, holder: Holder, { limit, offset }: Page): RawBuilder<unknown> {
  const waiting = (which: RawBuilder<unknown>) => sql`(
    select ${COLUMNS} from turn
    where tenant_id = ${tx.tenant.id} and closed_at is null and ${which}
    order by ${WANTED}, opened_at, id limit ${offset + limit}
  )`;
  // `offset 0`: looked up one at a time. Joined, all that waits for the role was read for each that is shown.
  const again = sql`exists (
    select from turn other
    where other.tenant_id = turn.tenant_id and other.subject_id = turn.subject_id
    and other.subject_kind = turn.subject_kind and other.kind = turn.kind and other.closed_at is null
    and ${waitsFor(holder, tx.today, 'other')}
    and (other.person_id is null, other.id) < (turn.person_id is null, turn.id)
    offset 0
  )`;
  const branches = [
    waiting(own(holder)),
    ...rolesOf(holder, tx.today).map((role) => waiting(sql`${role} and ${notBarred(holder)} and not ${again}`)),
  ];
  return sql`
    from (${sql.join(branches, sql` union all `)}) turn
    order by ${WANTED}, opened_at, id limit ${limit} offset ${offset}`;
}

/** Every page asks it: each role's in the order of an index, so that nothing is sorted, and it can stop at `end`. */
function counted(tx: TenantDb, holder: Holder, end: RawBuilder<unknown>): RawBuilder<unknown> {
  const things = (which: RawBuilder<unknown>) => sql`(
    select subject_id, subject_kind, kind from turn
    where tenant_id = ${tx.tenant.id} and closed_at is null and ${which}
    group by subject_id, subject_kind, kind ${end}
  )`;
  const branches = [
    things(own(holder)),
    ...rolesOf(holder, tx.today).map((role) => things(sql`${role} and ${notBarred(holder)}`)),
  ];
  return sql`
    select count(*) as waiting from (
      select from (${sql.join(branches, sql` union all `)}) each group by subject_id, subject_kind, kind ${end}
    ) one`;
}

function waitsFor(holder: Holder, today: Day, table = 'turn'): RawBuilder<SqlBool> {
  const roles = rolesOf(holder, today, table);
  if (roles.length === 0) return own(holder, table);
  return sql`(${own(holder, table)} or ((${sql.join(roles, sql` or `)}) and ${notBarred(holder, table)}))`;
}

function own({ personId }: Holder, table = 'turn'): RawBuilder<SqlBool> {
  return sql`${sql.ref(`${table}.person_id`)} = ${personId}`;
}

function notBarred({ personId }: Holder, table = 'turn'): RawBuilder<SqlBool> {
  return sql`not ${sql.ref(`${table}.facts`)} ? ${notFor(personId)}::text`;
}

/**
 * For each role whose turns the holder sees, which of them. A role in one department also sees what waits for the role
 * anywhere; a role in the whole house sees every department's. Where nobody has the role, those who stand in see it, from the
 * day it is empty until somebody has it again.
 */
function rolesOf({ grants }: Holder, today: Day, table = 'turn'): readonly RawBuilder<SqlBool>[] {
  const seen = new Map<Role, RawBuilder<unknown>[]>();
  const see = (role: Role, which: RawBuilder<unknown>) => seen.set(role, [...(seen.get(role) ?? []), which]);
  const within = (departmentId: Id<'department'> | null) =>
    inDepartment(sql.ref(`${table}.department_id`), departmentId);
  const everywhere = new Set(grants.flatMap((one) => (one.departmentId === null ? [one.role] : [])));
  for (const { role, departmentId } of grants) if (!everywhere.has(role)) see(role, within(departmentId));
  for (const { role, departmentId } of grants) {
    for (const place of standsInFor(role)) {
      see(place.role, sql`(${within(departmentId)} and ${nobodyHas(place.empty, today, table)})`);
    }
  }
  const column = sql.ref(`${table}.role`);
  return [
    ...[...everywhere].map((role) => sql<SqlBool>`${column} = ${role}`),
    ...[...seen]
      .filter(([role]) => !everywhere.has(role))
      .map(([role, which]) => sql<SqlBool>`(${column} = ${role} and (${sql.join(which, sql` or `)}))`),
  ];
}

function inDepartment(column: RawBuilder<unknown>, departmentId: Id<'department'> | null): RawBuilder<unknown> {
  return departmentId === null ? sql`true` : sql`(${column} is null or ${column} = ${departmentId})`;
}

function nobodyHas(roles: readonly Role[], today: Day, table: string): RawBuilder<SqlBool> {
  const [tenant, department] = [sql.ref(`${table}.tenant_id`), sql.ref(`${table}.department_id`)];
  return sql<SqlBool>`not exists (
    select from role_grant g
    where g.tenant_id = ${tenant} and g.role = any(${[...roles]}::text[])
    and g.from_day <= ${today}::date and (g.until_day is null or g.until_day >= ${today}::date)
    and (g.department_id is null or ${department} is null or g.department_id = ${department})
  )`;
}
