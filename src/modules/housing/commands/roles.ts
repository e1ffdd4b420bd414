import { asksForOwnWay, personIdOf } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { record } from '../../../platform/journal/journal.ts';
import { endPaperSessions } from '../../../platform/web/session.ts';
import {
  type BoardProblem,
  constitutionProblem,
  DEPARTMENT_ROLES,
  dutyConflict,
  mayBeUnder15,
  type Office,
  ORGANISATION_ROLES,
  overlap,
  type PublicDuty,
  type RoleConflict,
  type RoleRefusal,
  type RoleSettings,
  roleConflict,
  type WantedRole,
} from '../rules.ts';
import { type BoardOf, boardOf, insertBoard, insertTerm } from '../store/boards.ts';
import { guardianApproval, personById } from '../store/people.ts';
import {
  dutiesOf,
  endDuty,
  endRole as endRoleRow,
  insertDuty,
  insertRole,
  lockPerson,
  roleById,
  roleSettings,
  rolesOf,
  saveRoleSettings,
} from '../store/roles.ts';

/** Gives a person a role, or says why the two do not go together. */
export async function grantRole(
  tx: TenantDb,
  wanted: WantedRole & { readonly personId: Id<'person'> },
): Promise<Outcome<Id<'role_grant'>, RoleRefusal>> {
  const refusal = await roleRefusal(tx, wanted);
  if (refusal) return refused(refusal);
  const id = await insertRole(tx, wanted.personId, wanted, personIdOf(tx.actor));
  if (asksForOwnWay(wanted.role)) await endPaperSessions(tx, wanted.personId);
  const facts = {
    person: wanted.personId,
    role: wanted.role,
    department: wanted.departmentId,
    from: wanted.from,
    until: wanted.until,
  };
  record(tx, { kind: 'housing.role_granted', subject: { kind: 'person', id: wanted.personId }, facts });
  return ok(id);
}

async function roleRefusal(tx: TenantDb, wanted: WantedRole & { personId: Id<'person'> }): Promise<RoleRefusal | null> {
  await lockPerson(tx, wanted.personId);
  if (wanted.until !== null && wanted.until < wanted.from) return { kind: 'ends_before_it_begins' };
  if (DEPARTMENT_ROLES.includes(wanted.role) && !wanted.departmentId) return { kind: 'needs_department' };
  const person = await personById(tx, wanted.personId);
  if (mayBeUnder15(person?.birthYear ?? null, tx.today) && !(await guardianApproval(tx, wanted.personId))) {
    return { kind: 'guardian_needed' };
  }
  const held = await rolesOf(tx, wanted.personId);
  const same = held.some(
    (one) =>
      one.role === wanted.role &&
      one.departmentId === wanted.departmentId &&
      one.organisationId === wanted.organisationId &&
      overlap(one, wanted),
  );
  if (same) return { kind: 'already_held' };
  const conflict = roleConflict(wanted, held, await dutiesOf(tx, wanted.personId), await roleSettings(tx));
  return conflict ? { kind: 'conflict', conflict } : null;
}

/** Ends a role after that day; at once unless said: yesterday was its last. Null when there is no such role. */
export async function endRole(
  tx: TenantDb,
  id: Id<'role_grant'>,
  last: Day = addDays(tx.today, -1),
): Promise<Id<'person'> | null> {
  const role = await roleById(tx, id);
  if (!role) return null;
  await endRoleRow(tx, id, last);
  const facts = { person: role.personId, role: role.role, department: role.departmentId };
  record(tx, { kind: 'housing.role_ended', subject: { kind: 'person', id: role.personId }, facts });
  return role.personId;
}

/** Registers a task for the municipality that a board seat cannot go with (almenboligloven § 14). */
export async function registerDuty(
  tx: TenantDb,
  personId: Id<'person'>,
  duty: {
    readonly duty: PublicDuty;
    readonly organisationId: Id<'organisation'>;
    readonly from: Day;
    readonly until: Day | null;
  },
): Promise<Outcome<null, RoleConflict>> {
  await lockPerson(tx, personId);
  const conflict = dutyConflict(duty, await rolesOf(tx, personId));
  if (conflict) return refused(conflict);
  await insertDuty(tx, personId, duty);
  record(tx, {
    kind: 'housing.duty_registered',
    subject: { kind: 'person', id: personId },
    facts: { person: personId, duty: duty.duty },
  });
  return ok(null);
}

/** The task for the municipality ended yesterday. */
export async function finishDuty(tx: TenantDb, id: Id<'public_duty'>): Promise<void> {
  await endDuty(tx, id, addDays(tx.today, -1));
}

export async function decideRoleSettings(tx: TenantDb, settings: RoleSettings): Promise<void> {
  await saveRoleSettings(tx, settings);
}

/** What stopped a board: its shape, or one member's other role. */
export type ConstitutionRefusal =
  | { readonly kind: 'shape'; readonly problem: BoardProblem }
  | { readonly kind: 'member'; readonly personId: Id<'person'>; readonly refusal: RoleRefusal };

export interface Constitution extends BoardOf {
  readonly seats: number;
  readonly members: readonly { readonly personId: Id<'person'>; readonly office: Office }[];
  /** The last day of the term; null when the bylaws do not say. */
  readonly until: Day | null;
}

/**
 * A board constitutes itself today. Members who go on keep the role they have; those not named lose theirs; new ones get it.
 */
export async function constituteBoard(
  tx: TenantDb,
  wanted: Constitution,
): Promise<Outcome<Id<'board'>, ConstitutionRefusal>> {
  const problem = constitutionProblem(wanted);
  if (problem) return refused({ kind: 'shape', problem });
  const before = (await boardOf(tx, wanted)).members;
  const role = wanted.departmentId ? 'board_member' : 'organisation_board';
  const grants = new Map(before.map((member) => [member.personId, member.grantId]));
  for (const { personId } of wanted.members) {
    if (grants.has(personId)) continue;
    const { organisationId, departmentId, until } = wanted;
    const refusal = await roleRefusal(tx, { personId, role, organisationId, departmentId, from: tx.today, until });
    if (refusal) return refused({ kind: 'member', personId, refusal });
  }
  for (const member of before) {
    if (!wanted.members.some((one) => one.personId === member.personId)) await endRole(tx, member.grantId);
  }
  const boardId = await insertBoard(tx, wanted, { seats: wanted.seats, constitutedOn: tx.today });
  for (const { personId, office } of wanted.members) {
    const grantId = grants.get(personId) ?? (await grantSeat(tx, personId, wanted));
    await insertTerm(tx, { boardId, grantId, office });
  }
  const subject = wanted.departmentId
    ? { kind: 'department', id: wanted.departmentId }
    : { kind: 'organisation', id: wanted.organisationId };
  record(tx, {
    kind: 'housing.board_constituted',
    subject,
    facts: { seats: wanted.seats, members: wanted.members.length },
  });
  return ok(boardId);
}

async function grantSeat(tx: TenantDb, personId: Id<'person'>, wanted: Constitution): Promise<Id<'role_grant'>> {
  const role = wanted.departmentId ? ('board_member' as const) : ('organisation_board' as const);
  const seat = {
    role,
    organisationId: wanted.organisationId,
    departmentId: wanted.departmentId,
    from: tx.today,
    until: wanted.until,
  };
  const id = await insertRole(tx, personId, seat, personIdOf(tx.actor));
  if (asksForOwnWay(role)) await endPaperSessions(tx, personId);
  const facts = { person: personId, role, department: wanted.departmentId, from: tx.today, until: wanted.until };
  record(tx, { kind: 'housing.role_granted', subject: { kind: 'person', id: personId }, facts });
  return id;
}

/** The role can be held in the whole organisation only, so a department says nothing. */
export function scopeOf(role: WantedRole['role'], departmentId: Id<'department'> | null): Id<'department'> | null {
  return ORGANISATION_ROLES.includes(role) ? null : departmentId;
}
