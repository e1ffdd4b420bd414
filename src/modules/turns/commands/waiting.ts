import { personIdOf, STAFF } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Subject, TenantDb } from '../../../platform/db/tenant-db.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import type { Facts } from '../../../platform/journal/journal.ts';
import { type Assignee, JOBS, notFor } from '../rules.ts';
import { countWaitingLetters, dropLettersOf } from '../store/outgoing.ts';
import { closeOpenTurns, insertTurn } from '../store/turns.ts';

/** Something that shall wait for somebody. */
export interface NewTurn {
  /** A key of some module's `TurnKinds`: `initiative.asked_to_drive`. */
  readonly kind: string;
  readonly subject: Subject;
  readonly thread?: Id<'initiative'> | null;
  readonly assignee: Assignee;
  /** The day it was promised for; shown as "senest". */
  readonly due?: Day | null;
  readonly facts?: Facts;
  /** Who holds the role and may not be the one: nothing waits for them, and they hear nothing of it. */
  readonly except?: readonly Id<'person'>[];
}

/**
 * From now on the thing waits for the person or the holders of the role. Asking again while it waits changes nothing.
 * A person hears of it at once by their own channel (in the quiet hours: at 8), when the transaction commits.
 */
export async function openTurn(tx: TenantDb, turn: NewTurn): Promise<void> {
  const id = await insertTurn(tx, {
    kind: turn.kind,
    subject: turn.subject,
    thread: turn.thread ?? null,
    assignee: turn.assignee,
    due: turn.due ?? null,
    facts: { ...turn.facts, ...Object.fromEntries((turn.except ?? []).map((one) => [notFor(one), true])) },
    openedBy: personIdOf(tx.actor),
  });
  if (id) await enqueue(tx, JOBS.tell, { turn: id });
}

/**
 * Nothing waits for the subject any more; with `kind`, nothing of that kind, and with `personId`, nothing for that person. A
 * notice not yet sent or printed is dropped.
 */
export async function closeTurns(
  tx: TenantDb,
  what: { readonly kind?: string; readonly subject: Subject; readonly personId?: Id<'person'> },
): Promise<void> {
  const closed = await closeOpenTurns(tx, what.subject, what);
  if ((await dropLettersOf(tx, closed)) > 0) await endPile(tx);
}

const PILE: Subject = { kind: 'letters', id: 'pile' };

/** A letter waits to be printed: staff see it in Din tur, once, however many letters there are. */
export async function letterWaits(tx: TenantDb): Promise<void> {
  for (const role of STAFF) {
    await openTurn(tx, { kind: 'turns.letters', subject: PILE, assignee: { role, departmentId: null } });
  }
}

/** Letters have left the pile; when it was the last, nobody need look at it. */
export async function endPile(tx: TenantDb): Promise<void> {
  if ((await countWaitingLetters(tx)) === 0) await closeOpenTurns(tx, PILE);
}
