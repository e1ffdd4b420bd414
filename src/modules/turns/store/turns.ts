import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Subject, TenantDb } from '../../../platform/db/tenant-db.ts';
import { type Assignee, notFor, type Turn } from '../rules.ts';

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

/** Nothing waits for the subject any more; with a kind or a person, nothing of that kind or for them. Answers the turns that were open. */
export async function closeOpenTurns(
  tx: TenantDb,
  subject: Subject,
  { kind, personId }: { readonly kind?: string | undefined; readonly personId?: Id<'person'> | undefined } = {},
): Promise<Id<'turn'>[]> {
  let closing = waitingBecauseOf(tx, subject).set({ closed_at: tx.now });
  if (kind) closing = closing.where('kind', '=', kind);
  if (personId) closing = closing.where('person_id', '=', personId);
  return (await closing.returning('id').execute()).map((row) => row.id);
}

/** What waits because of the subject is promised for another day. Nobody is told by this. */
export async function moveTurns(
  tx: TenantDb,
  { kind, subject, due }: { readonly kind: string; readonly subject: Subject; readonly due: Day },
): Promise<void> {
  await waitingBecauseOf(tx, subject).set({ due }).where('kind', '=', kind).execute();
}

/** What waits for a role because of the subject waits no more for this one, who may not be the one to do it. */
export async function exceptFromTurns(tx: TenantDb, subject: Subject, personId: Id<'person'>): Promise<void> {
  await waitingBecauseOf(tx, subject)
    .set({ facts: sql`facts || jsonb_build_object(${notFor(personId)}::text, true)` })
    .where('role', 'is not', null)
    .execute();
}

function waitingBecauseOf(tx: TenantDb, subject: Subject) {
  return tx.sql
    .updateTable('turn')
    .where('tenant_id', '=', tx.tenant.id)
    .where('subject_id', '=', subject.id)
    .where('subject_kind', '=', subject.kind)
    .where('closed_at', 'is', null);
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

export interface WaitingRow {
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

export function toTurn(row: WaitingRow): Turn {
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
