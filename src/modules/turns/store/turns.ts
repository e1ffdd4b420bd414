import { type ExpressionBuilder, type ExpressionWrapper, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Grant, Role } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import type { Subject, TenantDb } from '../../../platform/db/tenant-db.ts';
import { type Assignee, standsInFor, type Turn } from '../rules.ts';

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

/** Whose turns: the person, and what they are trusted with. */
export interface Holder {
  readonly personId: Id<'person'>;
  readonly grants: readonly Pick<Grant, 'role' | 'departmentId'>[];
}

/** What waits for the holder, oldest promise first; the same thing once, though it may wait in two capacities. */
export async function openTurnsOf(
  tx: TenantDb,
  holder: Holder,
  page: { limit: number; offset: number },
): Promise<Turn[]> {
  const rows = await tx.sql
    .selectFrom(
      tx.sql
        .selectFrom('turn')
        .select([
          'id',
          'kind',
          'subject_kind',
          'subject_id',
          'thread_id',
          'due',
          'facts',
          'opened_at',
          'opened_by',
          'person_id',
        ])
        .distinctOn(['kind', 'subject_kind', 'subject_id'])
        .where('tenant_id', '=', tx.tenant.id)
        .where('closed_at', 'is', null)
        .where((where) => waitsFor(where, holder, tx.today))
        .orderBy('kind')
        .orderBy('subject_kind')
        .orderBy('subject_id')
        .orderBy(sql`person_id is null`)
        .as('waiting'),
    )
    .selectAll()
    .orderBy('opened_at')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(toTurn);
}

/** How many things wait for the holder. */
export async function countTurnsOf(tx: TenantDb, holder: Holder): Promise<number> {
  const row = await tx.sql
    .selectFrom('turn')
    .select(sql<number>`count(distinct (kind, subject_kind, subject_id))::int`.as('waiting'))
    .where('tenant_id', '=', tx.tenant.id)
    .where('closed_at', 'is', null)
    .where((where) => waitsFor(where, holder, tx.today))
    .executeTakeFirstOrThrow();
  return row.waiting;
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
  const row = await tx.sql
    .selectFrom('turn')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('subject_id', '=', subject.id)
    .where('subject_kind', '=', subject.kind)
    .where('closed_at', 'is', null)
    .where((where) => waitsFor(where, holder, tx.today))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

type Where = ExpressionBuilder<Tables, 'turn'>;
type Condition = ExpressionWrapper<Tables, 'turn', SqlBool>;

/**
 * A role in one department also sees what waits for the role anywhere; a role in the whole house sees every department's.
 * Where nobody has the role, those who stand in see it, from the day it is empty until somebody has it again.
 */
function waitsFor(where: Where, holder: Holder, today: Day): Condition {
  const everywhere = [...new Set(holder.grants.flatMap((one) => (one.departmentId === null ? [one.role] : [])))];
  const inDepartments = holder.grants.filter((grant) => !everywhere.includes(grant.role));
  const standIns = holder.grants.flatMap((grant) =>
    standsInFor(grant.role).map((place) => ({ ...place, departmentId: grant.departmentId })),
  );
  return where.or([
    where('person_id', '=', holder.personId),
    ...(everywhere.length > 0 ? [where('role', 'in', everywhere)] : []),
    ...inDepartments.map((grant) => where.and([where('role', '=', grant.role), within(where, grant.departmentId)])),
    ...standIns.map(({ role, empty, departmentId }) =>
      where.and([where('role', '=', role), within(where, departmentId), nobodyHas(empty, today)]),
    ),
  ]);
}

function within(where: Where, departmentId: Id<'department'> | null): Condition {
  if (departmentId === null) return where.and([]);
  return where.or([where('department_id', 'is', null), where('department_id', '=', departmentId)]);
}

function nobodyHas(roles: readonly Role[], today: Day): RawBuilder<SqlBool> {
  return sql<SqlBool>`not exists (
    select from role_grant g
    where g.tenant_id = turn.tenant_id and g.role = any(${[...roles]}::text[])
    and g.from_day <= ${today}::date and (g.until_day is null or g.until_day >= ${today}::date)
    and (g.department_id is null or turn.department_id is null or g.department_id = turn.department_id)
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
