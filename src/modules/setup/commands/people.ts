import type { Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import {
  type BoardMember,
  boardOf,
  constituteBoard,
  type Department,
  departments,
  findOrRegister,
  grantRole,
  ownOrganisation,
  personByContact,
  type Registered,
  readPhone,
  takeBackPeople,
} from '../../housing/public.ts';
import { notify } from '../../turns/public.ts';
import { welcome } from '../letters.ts';
import {
  departmentNamed,
  isChair,
  type Line,
  type LineRefusal,
  ofDepartment,
  roleOfPost,
  seatsFor,
} from '../rules/people.ts';
import { insertAct } from '../store/acts.ts';
import { allOrNothing } from '../store/trial.ts';
import { note } from './progress.ts';

export interface LetIn {
  readonly people: number;
  /** Who were told by mail, SMS or a letter, and who cannot be reached by any. */
  readonly told: number;
  readonly untold: number;
}

/** Somebody was given a role; the contents page says who is to know. */
export type RoleGiven = (
  tx: TenantDb,
  given: { readonly personId: Id<'person'>; readonly role: Role },
) => Promise<void>;

interface Seated extends Line {
  readonly personId: Id<'person'>;
  readonly departmentId: Id<'department'> | null;
  /** False: they had the role already. */
  readonly granted: boolean;
}

/**
 * Lets people in with their roles, all or none; boards that get a chair constitute themselves. Known people are found again.
 * `roleGiven` hears of each role that somebody did not have.
 */
export async function letIn(
  tx: TenantDb,
  lines: readonly Line[],
  { invite, roleGiven }: { readonly invite: boolean; readonly roleGiven?: RoleGiven | undefined },
): Promise<Outcome<LetIn, LineRefusal>> {
  return allOrNothing(tx, async () => {
    const organisationId = (await ownOrganisation(tx)).id;
    const places = await departments(tx);
    const made = { people: [] as Id<'person'>[], grants: [] as Id<'role_grant'>[], boards: [] as Id<'board'>[] };
    const seated: Seated[] = [];
    for (const [at, line] of lines.entries()) {
      const one = await seat(tx, line, places, organisationId, made);
      if (!one.ok) return refused({ line: at, problem: one.refusal });
      seated.push(one.value);
    }
    const boards = await constitute(tx, seated, organisationId);
    if (!boards.ok) return boards;
    made.boards.push(...boards.value);
    if (roleGiven) {
      for (const { personId, post, granted } of seated) {
        if (granted) await roleGiven(tx, { personId, role: roleOfPost(post) });
      }
    }
    // Run again with people who are here already, nothing is made, and nothing can be taken back.
    if (made.people.length + made.grants.length + made.boards.length > 0) {
      await insertAct(tx, 'people', made);
      note(tx, 'done', 'people');
    }
    return ok({ people: lines.length, ...(invite ? await tell(tx, seated) : { told: 0, untold: 0 }) });
  });
}

type Made = { people: Id<'person'>[]; grants: Id<'role_grant'>[] };

async function seat(
  tx: TenantDb,
  line: Line,
  places: readonly Department[],
  organisationId: Id<'organisation'>,
  made: Made,
): Promise<Outcome<Seated, LineRefusal['problem']>> {
  const phone = line.phone === '' ? null : readPhone(line.phone);
  if (line.phone !== '' && !phone) return refused('phone');
  const place = ofDepartment(line.post) ? departmentNamed(places, line.department) : null;
  if (ofDepartment(line.post) && !place) return refused('unknown_department');
  const before = await (line.email ? personByContact(tx, { email: line.email }) : null);
  const found = await findOrRegister(tx, { name: line.name, email: line.email || null, phone });
  if (!found.ok) return refused('registered');
  const personId = found.value.id;
  const departmentId = place?.id ?? null;
  const wanted = { role: roleOfPost(line.post), organisationId, departmentId, from: tx.today, until: line.until };
  const granted = await grantRole(tx, { personId, ...wanted });
  if (!granted.ok && granted.refusal.kind !== 'already_held') return refused('conflict');
  if (!before && !made.people.includes(personId)) made.people.push(personId);
  if (granted.ok) made.grants.push(granted.value);
  return ok({ ...line, personId, departmentId, granted: granted.ok });
}

/** Each board that has one chair now writes down its members. */
async function constitute(
  tx: TenantDb,
  seated: readonly Seated[],
  organisationId: Id<'organisation'>,
): Promise<Outcome<Id<'board'>[], LineRefusal>> {
  const made: Id<'board'>[] = [];
  const ofBoard = seated.filter(({ post }) => isChair(post));
  for (const chair of ofBoard) {
    const { departmentId } = chair;
    const { members } = await boardOf(tx, { organisationId, departmentId });
    const office = (member: BoardMember) =>
      member.personId === chair.personId ? 'chair' : member.office === 'chair' ? 'member' : member.office;
    const done = await constituteBoard(tx, {
      organisationId,
      departmentId,
      seats: seatsFor(members.length),
      members: members.map((member) => ({ personId: member.personId, office: office(member) })),
      until: chair.until,
    });
    if (!done.ok) return refused({ line: seated.indexOf(chair), problem: 'board' });
    made.push(done.value);
  }
  return ok(made);
}

async function tell(tx: TenantDb, seated: readonly Seated[]): Promise<{ told: number; untold: number }> {
  const people = [...new Set(seated.map(({ personId }) => personId))];
  let told = 0;
  for (const personId of people) {
    const posts = seated.filter((one) => one.personId === personId).map(({ post }) => post);
    const fate = await notify(tx, {
      to: { personId },
      topic: 'answer',
      say: (language) => welcome(language, tx.tenant.name, posts),
    });
    if (fate === 'waiting') told += 1;
  }
  return { told, untold: people.length - told };
}

export function undoPeople(tx: TenantDb, facts: unknown): Promise<{ readonly gone: number; readonly stayed: number }> {
  return takeBackPeople(tx, facts as Registered);
}
