import { addDays, type Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { record } from '../../../platform/journal/journal.ts';
import { type MoveRefusal, type Residency, rolesOfHome, rolesOfResidents } from '../rules.ts';
import { endResidency, insertResidency, residenciesOf } from '../store/people.ts';
import { lockPerson, rolesOf } from '../store/roles.ts';
import { tenancyById } from '../store/tenancies.ts';
import { endRole } from './roles.ts';

/** When somebody moves, and which of their roles in the department they leave end with it. */
export interface Move {
  /** Moving in: the first day. Moving out: the last. Today when not said. */
  readonly day?: Day | null;
  readonly ending?: readonly Id<'role_grant'>[];
}

/**
 * Moves in; a home the person has already ends the day before. The person, their threads and all roles that are not
 * named stay the same. Nothing happens when they live there already; inside one department no role ends.
 */
export async function moveIn(
  tx: TenantDb,
  personId: Id<'person'>,
  tenancyId: Id<'tenancy'>,
  move: Move = {},
): Promise<Outcome<null, MoveRefusal>> {
  await lockPerson(tx, personId);
  const from = move.day ?? tx.today;
  const left = livedOn(await residenciesOf(tx, personId), from);
  if (left.some((home) => home.tenancyId === tenancyId)) return ok(null);
  if (left.some((home) => home.from > from)) return refused('before_home');
  const departmentId = (await tenancyById(tx, tenancyId))?.departmentId;
  const away = left.filter((home) => home.departmentId !== departmentId);
  await endRolesOf(tx, personId, away, addDays(from, -1), move.ending ?? []);
  for (const home of left) await endResidency(tx, home.id, addDays(from, -1));
  await insertResidency(tx, { personId, tenancyId, from, until: null });
  record(tx, {
    kind: 'housing.moved_in',
    subject: { kind: 'tenancy', id: tenancyId },
    facts: { person: personId, day: from },
  });
  return ok(null);
}

/** Moves away from here after that day. With the last home ends what only residents do. */
export async function moveOut(
  tx: TenantDb,
  personId: Id<'person'>,
  move: Move = {},
): Promise<Outcome<null, MoveRefusal>> {
  await lockPerson(tx, personId);
  const last = move.day ?? tx.today;
  const left = livedOn(await residenciesOf(tx, personId), last);
  if (left.length === 0) return refused('no_home');
  if (left.some((home) => home.from > last)) return refused('before_home');
  await endRolesOf(tx, personId, left, last, move.ending ?? []);
  for (const { id } of rolesOfResidents(await rolesOf(tx, personId), tx.today))
    await endRole(tx, id, lastDayOf(tx, last));
  for (const home of left) {
    await endResidency(tx, home.id, last);
    record(tx, {
      kind: 'housing.moved_out',
      subject: { kind: 'tenancy', id: home.tenancyId },
      facts: { person: personId, day: last },
    });
  }
  return ok(null);
}

/** The homes that the person has on that day or will have later. */
function livedOn(homes: readonly Residency[], on: Day): Residency[] {
  return homes.filter((home) => home.until === null || home.until >= on);
}

async function endRolesOf(
  tx: TenantDb,
  personId: Id<'person'>,
  homes: readonly Residency[],
  last: Day,
  ending: readonly Id<'role_grant'>[],
): Promise<void> {
  if (ending.length === 0) return;
  const roles = await rolesOf(tx, personId);
  const theirs = homes.flatMap((home) => rolesOfHome(roles, home.departmentId, tx.today));
  for (const role of theirs) if (ending.includes(role.id)) await endRole(tx, role.id, lastDayOf(tx, last));
}

/** What was done with a role until today stands, also when we hear of the move late. */
function lastDayOf(tx: TenantDb, last: Day): Day {
  return last < tx.today ? addDays(tx.today, -1) : last;
}
