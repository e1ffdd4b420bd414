import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { record } from '../../../platform/journal/journal.ts';
import { deleteBoard, deleteUnknownPerson } from '../store/taking-back.ts';
import { endRole } from './roles.ts';

/** What was written down together, and can be taken back together. */
export interface Registered {
  readonly people: readonly Id<'person'>[];
  readonly grants: readonly Id<'role_grant'>[];
  readonly boards: readonly Id<'board'>[];
}

/**
 * Takes back people, roles and constitutions. Who has signed in since, or whom anything points at, stays as a person, without
 * the roles. Answers how many went and how many stayed.
 */
export async function takeBackPeople(
  tx: TenantDb,
  registered: Registered,
): Promise<{ readonly gone: number; readonly stayed: number }> {
  for (const board of registered.boards) await deleteBoard(tx, board);
  let gone = 0;
  for (const id of registered.people) {
    if (!(await deleteUnknownPerson(tx, id))) continue;
    gone += 1;
    record(tx, { kind: 'housing.person_taken_back', subject: { kind: 'person', id } });
  }
  for (const grant of registered.grants) await endRole(tx, grant);
  return { gone, stayed: registered.people.length - gone };
}
