import type { Grant, Role } from '../../kernel/actor.ts';
import type { Address } from '../../kernel/address.ts';
import { type Day, yearOf } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';

export const ORGANISATION_KINDS = ['housing_organisation', 'municipality', 'national_body', 'association'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export interface Organisation {
  readonly id: Id<'organisation'>;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly cvr: string | null;
  /** The one that this tenant is. */
  readonly own: boolean;
  readonly streetLine: string;
  readonly postcode: string;
  readonly city: string;
  readonly phone: string;
  readonly email: string;
}

/** An estate of the organisation (afdeling). */
export interface Department {
  readonly id: Id<'department'>;
  readonly organisationId: Id<'organisation'>;
  readonly number: string;
  readonly name: string;
  readonly municipality: string;
  readonly startedOn: Day | null;
  readonly hasBoard: boolean;
}

/** Who to talk to, as staff themselves wrote it. */
export interface Consultant {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

const TENANCY_KINDS = ['family', 'senior', 'youth'] as const;
export type TenancyKind = (typeof TENANCY_KINDS)[number];

/** One home (lejemål): what votes, invitations and response rates are counted by. */
export interface Tenancy extends Address {
  readonly id: Id<'tenancy'>;
  readonly departmentId: Id<'department'>;
  readonly number: string;
  readonly kind: TenancyKind;
  readonly rooms: number | null;
  readonly areaM2: number | null;
  /** When an import no longer had it. */
  readonly absentSince: Day | null;
}

export interface Person {
  readonly id: Id<'person'>;
  readonly name: string;
  /** Name and address protection: others read "En beboer". */
  readonly protected: boolean;
  readonly birthYear: number | null;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly language: Language;
}

export const CONTACT_CHANNELS = ['mail', 'sms', 'paper', 'never'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** How a person is reached. `address` is null for those who live nowhere here. */
export interface Contact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language;
  readonly largePrint: boolean;
  readonly channel: ContactChannel;
  /** As on an envelope, without the name. */
  readonly address: readonly string[] | null;
  readonly digitalExempt: boolean;
}

/** A home in a person's life. `until` is the last day. */
export interface Residency {
  readonly id: Id<'residency'>;
  readonly tenancyId: Id<'tenancy'>;
  readonly departmentId: Id<'department'>;
  readonly address: string;
  readonly from: Day;
  readonly until: Day | null;
}

/** A role that a person was given. `until` is the last day. */
export interface RoleGrant extends Grant {
  readonly id: Id<'role_grant'>;
  readonly from: Day;
  readonly until: Day | null;
}

export const PUBLIC_DUTIES = ['mayor', 'responsible_chair', 'supervising_staff'] as const;
/** A task for the municipality that cannot go with a seat in an organisation board (almenboligloven § 14). */
export type PublicDuty = (typeof PUBLIC_DUTIES)[number];

/** Does it hold on that day? The last day is included. */
export function holdsOn(span: { readonly from: Day; readonly until: Day | null }, on: Day): boolean {
  return span.from <= on && (span.until === null || on <= span.until);
}

/** Do two spans share a day? */
export function overlap(a: { from: Day; until: Day | null }, b: { from: Day; until: Day | null }): boolean {
  return (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until);
}

/** From 15 one may consent to an account oneself (databeskyttelsesloven § 6, stk. 2). By year of birth only, so in doubt: yes. */
export function mayBeUnder15(birthYear: number | null, today: Day): boolean {
  return birthYear !== null && yearOf(today) - birthYear <= 15;
}

/** Roles that people have because they live somewhere. Those of the employed have nothing to do with their home. */
const NEIGHBOUR_ROLES: readonly Role[] = ['board_member', 'ambassador', 'task_leader'];

/** The roles of a resident in the department of a home, now or to come: those to think of when the home is left. */
export function rolesOfHome(
  roles: readonly RoleGrant[],
  departmentId: Id<'department'>,
  today: Day,
): readonly RoleGrant[] {
  return roles.filter(
    (one) =>
      NEIGHBOUR_ROLES.includes(one.role) &&
      one.departmentId === departmentId &&
      (one.until === null || one.until >= today),
  );
}

/** What only those do who live here, wherever it is: it ends by itself for those who leave for good. */
const RESIDENT_ROLES: readonly Role[] = ['catalogue_editor'];

/** The roles, now or to come, that nobody keeps who moves away from here. */
export function rolesOfResidents(roles: readonly RoleGrant[], today: Day): readonly RoleGrant[] {
  return roles.filter(({ role, until }) => RESIDENT_ROLES.includes(role) && (until === null || until >= today));
}

/**
 * Does a role end with the home unless somebody says otherwise? Only those who live in a department can sit in its board;
 * the other roles may go on for those who stay with us, and end for those who leave.
 */
export function endsWithHome(role: Role, leaving: 'for_another_home' | 'for_good'): boolean {
  return leaving === 'for_good' || role === 'board_member';
}

/** Why a move cannot be written: before the day the person came to the home they have, or there is none to leave. */
export type MoveRefusal = 'before_home' | 'no_home';

/** What the organisation has decided about staff on boards. Both may be changed in the settings. */
export interface RoleSettings {
  /** May staff of the organisation sit in its own board? Staff prepare and carry out what the board decides. */
  readonly staffInOrganisationBoard: boolean;
  /** May staff who live in a department sit in its board? A resident is a resident also when employed. */
  readonly staffInDepartmentBoard: boolean;
}

export const ROLE_SETTINGS: RoleSettings = { staffInOrganisationBoard: false, staffInDepartmentBoard: true };

const EMPLOYED: readonly Role[] = ['consultant', 'secretariat', 'finance', 'operations'];

/** Why two roles cannot go together, or who they concern. */
export type RoleConflict =
  | { readonly kind: 'public_duty'; readonly duty: PublicDuty }
  | { readonly kind: 'staff_on_organisation_board'; readonly role: Role }
  | { readonly kind: 'staff_on_department_board'; readonly role: Role };

export interface WantedRole {
  readonly role: Role;
  readonly organisationId: Id<'organisation'>;
  readonly departmentId: Id<'department'> | null;
  readonly from: Day;
  readonly until: Day | null;
}

export interface HeldDuty {
  readonly duty: PublicDuty;
  readonly organisationId: Id<'organisation'>;
  readonly from: Day;
  readonly until: Day | null;
}

/**
 * The first conflict between a role somebody is to have and what they have already, or null. Symmetric: a board member
 * who is to be employed meets the same answer as an employee who is elected.
 */
export function roleConflict(
  wanted: WantedRole,
  held: readonly RoleGrant[],
  duties: readonly HeldDuty[],
  settings: RoleSettings = ROLE_SETTINGS,
): RoleConflict | null {
  const same = held.filter((grant) => grant.organisationId === wanted.organisationId && overlap(grant, wanted));
  if (wanted.role === 'organisation_board') {
    const duty = duties.find((one) => overlap(one, wanted));
    if (duty) return { kind: 'public_duty', duty: duty.duty };
  }
  const all = [wanted, ...same].map((grant) => grant.role);
  const employed = all.find((role) => EMPLOYED.includes(role));
  if (!employed || !(EMPLOYED.includes(wanted.role) || BOARDS.includes(wanted.role))) return null;
  if (!settings.staffInOrganisationBoard && all.includes('organisation_board')) {
    return { kind: 'staff_on_organisation_board', role: employed };
  }
  if (!settings.staffInDepartmentBoard && all.includes('board_member')) {
    return { kind: 'staff_on_department_board', role: employed };
  }
  return null;
}

const BOARDS: readonly Role[] = ['organisation_board', 'board_member'];

/** The seat in an organisation board that a public duty cannot go with, or null. */
export function dutyConflict(
  duty: { duty: PublicDuty; from: Day; until: Day | null },
  held: readonly RoleGrant[],
): RoleConflict | null {
  const seat = held.find((grant) => grant.role === 'organisation_board' && overlap(grant, duty));
  return seat ? { kind: 'public_duty', duty: duty.duty } : null;
}

/** Roles that are held in one department; the others in the whole organisation or both. */
export const DEPARTMENT_ROLES: readonly Role[] = ['board_member', 'task_leader'];
export const ORGANISATION_ROLES: readonly Role[] = ['organisation_board', 'municipal_officer', 'catalogue_editor'];

export const OFFICES = ['chair', 'vice_chair', 'member'] as const;
export type Office = (typeof OFFICES)[number];

export interface BoardMember {
  readonly personId: Id<'person'>;
  readonly grantId: Id<'role_grant'>;
  readonly name: string;
  /** Name protection: shown as "En beboer" to all but staff. */
  readonly protected: boolean;
  readonly office: Office;
  readonly from: Day;
  readonly until: Day | null;
}

export interface Board {
  readonly id: Id<'board'> | null;
  readonly seats: number;
  readonly constitutedOn: Day | null;
  readonly members: readonly BoardMember[];
}

export function vacancies(board: Board): number {
  return Math.max(0, board.seats - board.members.length);
}

export type BoardProblem = 'even_seats' | 'too_many_members' | 'no_members' | 'twice' | 'no_chair' | 'several_chairs';

/** What stands in the way of a board constituting itself (almenboligloven § 34: an odd number), or null. */
export function constitutionProblem(wanted: {
  readonly seats: number;
  readonly members: readonly { readonly personId: Id<'person'>; readonly office: Office }[];
}): BoardProblem | null {
  const { seats, members } = wanted;
  if (!Number.isInteger(seats) || seats < 1 || seats % 2 === 0) return 'even_seats';
  if (members.length === 0) return 'no_members';
  if (members.length > seats) return 'too_many_members';
  if (new Set(members.map((member) => member.personId)).size < members.length) return 'twice';
  const chairs = members.filter((member) => member.office === 'chair').length;
  if (chairs === 0) return 'no_chair';
  return chairs > 1 ? 'several_chairs' : null;
}

/** Who acts as the department's board: its own, or the organisation's where there is none (almenboligloven § 34, stk. 5). */
export function actingBoardOf(
  department: Pick<Department, 'hasBoard'>,
  members: number,
): 'department' | 'organisation' {
  return department.hasBoard && members > 0 ? 'department' : 'organisation';
}

export type PersonRefusal =
  | { readonly kind: 'email_taken' }
  | { readonly kind: 'guardian_needed' }
  | { readonly kind: 'no_such_tenancy' };

export type RoleRefusal =
  | { readonly kind: 'conflict'; readonly conflict: RoleConflict }
  | { readonly kind: 'needs_department' }
  | { readonly kind: 'guardian_needed' }
  | { readonly kind: 'already_held' }
  | { readonly kind: 'ends_before_it_begins' };
