import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Grant, Role } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Subject, TenantDb } from '../../../platform/db/tenant-db.ts';
import { type Assignee, notFor, standsInFor, type Turn } from '../rules.ts';

export interface TurnRow {
  readonly kind: string;
  readonly subject: Subject;
  readonly thread: Id<'initiative'> | null;
  readonly assignee: Assignee;
  readonly due: Day | null;
  readonly facts: Turn['facts'];
  readonly openedBy: Id<'person'> | null;
}

/** The new turn's id; null when the same thing waits for the same one already. */
export async function insertTurn(tx: TenantDb, turn: TurnRow): Promise<Id<'turn'> | null> {
  const { assignee } = turn;
  const row = await tx.sql
    .insertInto('turn')
    .values({
      tenant_id: tx.tenant.id,
      kind: turn.kind,
      subject_kind: turn.subject.kind,
      subject_id: turn.subject.id,
      thread_id: turn.thread,
      person_id: 'personId' in assignee ? assignee.personId : null,
      role: 'role' in assignee ? assignee.role : null,
      department_id: 'role' in assignee ? assignee.departmentId : null,
      due: turn.due,
      facts: JSON.stringify(turn.facts),
      opened_at: tx.now,
      opened_by: turn.openedBy,
    })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Nothing waits for the subject any more; with a kind, nothing of that kind. Answers the turns that were open. */
export async function closeOpenTurns(tx: TenantDb, subject: Subject, kind: string | null): Promise<Id<'turn'>[]> {
  let closing = tx.sql
    .updateTable('turn')
    .set({ closed_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('subject_id', '=', subject.id)
    .where('subject_kind', '=', subject.kind)
    .where('closed_at', 'is', null);
  if (kind) closing = closing.where('kind', '=', kind);
  return (await closing.returning('id').execute()).map((row) => row.id);
}

/** What waits for a role because of the subject waits no more for this one, who may not be the one to do it. */
export async function exceptFromTurns(tx: TenantDb, subject: Subject, personId: Id<'person'>): Promise<void> {
  await tx.sql
    .updateTable('turn')
    .set({ facts: sql`facts || jsonb_build_object(${notFor(personId)}::text, true)` })
    .where('tenant_id', '=', tx.tenant.id)
    .where('subject_id', '=', subject.id)
    .where('subject_kind', '=', subject.kind)
    .where('closed_at', 'is', null)
    .where('role', 'is not', null)
    .execute();
}

/** Whose turns: the person, and what they are trusted with. */
export interface Holder {
  readonly personId: Id<'person'>;
  readonly grants: readonly Pick<Grant, 'role' | 'departmentId'>[];
}

/** What waits for the holder, the oldest first; the same thing once, though it may wait in two capacities. */
export async function openTurnsOf(
  tx: TenantDb,
  holder: Holder,
  page: { readonly limit: number; readonly offset: number },
): Promise<Turn[]> {
  const { rows } = await sql<WaitingRow>`
    select ${COLUMNS} ${waitingFor(tx, holder)}
    order by opened_at, id limit ${page.limit} offset ${page.offset}
  `.execute(tx.sql);
  return rows.map(toTurn);
}

/** The same, and how many there are in all: 0 also on a page that lies behind the last. */
export async function turnPage(
  tx: TenantDb,
  holder: Holder,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly turns: readonly Turn[]; readonly total: number }> {
  const { rows } = await sql<WaitingRow & { total: number }>`
    select ${COLUMNS}, (${counted(tx, holder)}) as total ${waitingFor(tx, holder)}
    order by opened_at, id limit ${page.limit} offset ${page.offset}
  `.execute(tx.sql);
  return { turns: rows.map(toTurn), total: rows[0]?.total ?? 0 };
}

const COLUMNS = sql`id, kind, subject_kind, subject_id, thread_id, due, facts, opened_at, opened_by, person_id`;

/**
 * Each thing once, one's own before a role's: asked turn by turn, so that a page is read in the order of an index and no
 * further than its end.
 */
function waitingFor(tx: TenantDb, holder: Holder): RawBuilder<unknown> {
  return sql`
    from turn
    where tenant_id = ${tx.tenant.id} and closed_at is null and ${waitsFor(holder, tx.today)}
    and not exists (
      select from turn other
      where other.tenant_id = turn.tenant_id and other.subject_id = turn.subject_id
      and other.subject_kind = turn.subject_kind and other.kind = turn.kind and other.closed_at is null
      and ${waitsFor(holder, tx.today, 'other')}
      and (other.person_id is null, other.id) < (turn.person_id is null, turn.id)
    )`;
}

/** How many things wait for the holder; no further than `most`, where it is given. */
export async function countTurnsOf(tx: TenantDb, holder: Holder, most: number | null = null): Promise<number> {
  const { rows } = await (counted(tx, holder, most) as RawBuilder<{ waiting: number }>).execute(tx.sql);
  return rows[0]?.waiting ?? 0;
}

/** Every page asks it: in the order of an index, so that nothing is sorted, and it can stop at `most`. */
function counted(tx: TenantDb, holder: Holder, most: number | null = null): RawBuilder<unknown> {
  return sql`
    select count(*) as waiting from (
      select from turn
      where tenant_id = ${tx.tenant.id} and closed_at is null and ${waitsFor(holder, tx.today)}
      group by subject_id, subject_kind, kind ${most === null ? sql`` : sql`limit ${sql.lit(most)}`}
    ) one`;
}

/** One turn, closed or not, with whom it waits for. */
export async function turnById(
  tx: TenantDb,
  id: Id<'turn'>,
): Promise<(Turn & { assignee: Assignee; open: boolean }) | null> {
  const row = await tx.sql
    .selectFrom('turn')
    .selectAll()
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const assignee: Assignee = row.person_id
    ? { personId: row.person_id }
    : { role: row.role as Role, departmentId: row.department_id };
  return { ...toTurn(row), assignee, open: row.closed_at === null };
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

/**
 * A role in one department also sees what waits for the role anywhere; a role in the whole house sees every department's.
 * Where nobody has the role, those who stand in see it, from the day it is empty until somebody has it again.
 */
function waitsFor(holder: Holder, today: Day, table = 'turn'): RawBuilder<SqlBool> {
  const [person, role] = [sql.ref(`${table}.person_id`), sql.ref(`${table}.role`)];
  const within = (departmentId: Id<'department'> | null) =>
    inDepartment(sql.ref(`${table}.department_id`), departmentId);
  const everywhere = [...new Set(holder.grants.flatMap((one) => (one.departmentId === null ? [one.role] : [])))];
  const inDepartments = holder.grants.filter((grant) => !everywhere.includes(grant.role));
  const standIns = holder.grants.flatMap((grant) =>
    standsInFor(grant.role).map((place) => ({ ...place, departmentId: grant.departmentId })),
  );
  const roles = [
    ...(everywhere.length > 0 ? [sql`${role} = any(${everywhere}::text[])`] : []),
    ...inDepartments.map((grant) => sql`(${role} = ${grant.role}${within(grant.departmentId)})`),
    ...standIns.map(
      (place) =>
        sql`(${role} = ${place.role}${within(place.departmentId)} and ${nobodyHas(place.empty, today, table)})`,
    ),
  ];
  if (roles.length === 0) return sql`${person} = ${holder.personId}`;
  const barred = sql`${sql.ref(`${table}.facts`)} ? ${notFor(holder.personId)}::text`;
  return sql`(${person} = ${holder.personId} or ((${sql.join(roles, sql` or `)}) and not ${barred}))`;
}

function inDepartment(column: RawBuilder<unknown>, departmentId: Id<'department'> | null): RawBuilder<unknown> {
  return departmentId === null ? sql`` : sql` and (${column} is null or ${column} = ${departmentId})`;
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

interface WaitingRow {
  readonly id: Id<'turn'>;
  readonly kind: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly thread_id: Id<'initiative'> | null;
  readonly due: Day | null;
  readonly facts: unknown;
  readonly opened_at: Date;
  readonly opened_by: Id<'person'> | null;
  readonly person_id: Id<'person'> | null;
}

function toTurn(row: WaitingRow): Turn {
  return {
    id: row.id,
    kind: row.kind,
    subject: { kind: row.subject_kind, id: row.subject_id },
    thread: row.thread_id,
    due: row.due,
    facts: row.facts as Turn['facts'],
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    personal: row.person_id !== null,
  };
}
