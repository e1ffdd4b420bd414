import { personIdOf, type Role, STAFF } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Visit } from '../../../../platform/web/web.ts';
import { displayNames, type Holder, holdersOf, housematesOf } from '../../../housing/public.ts';
import { groupOf } from '../../../initiatives/public.ts';
import type { May } from '../access.ts';
import { type Application, carriedBy, openNamings } from '../rules/application.ts';
import { closenessOf, quorumOf } from '../rules/impartiality.ts';
import type { Policy } from '../rules/policy.ts';
import { warningsOf } from '../rules/similar.ts';
import { meetingOfCase } from '../store/meetings.ts';
import { similarCases } from '../store/similar.ts';
import type { WorkProps } from '../views/case-work.tsx';

/** Who decides today: the people of the deciding body. */
export async function bodyOf(tx: TenantDb, policy: Pick<Policy, 'decidingRole'> | null): Promise<readonly Holder[]> {
  if (!policy) return [];
  return decidersAmong(await holdersOf(tx, [policy.decidingRole], []), policy);
}

function decidersAmong(holders: readonly Holder[], policy: Pick<Policy, 'decidingRole'> | null): readonly Holder[] {
  return holders.filter((one) => one.role === policy?.decidingRole && one.departmentId === null);
}

/** Those who decide, those who handle, and the boards of the departments: one question asks for all. */
function rolesAround(policy: Policy | null): readonly Role[] {
  const deciding = policy ? [policy.decidingRole, policy.delegatedRole] : [];
  return ['board_member', ...STAFF, 'municipal_officer', ...deciding.filter((role) => role !== null)];
}

/** Does this person handle or decide cases of the whole house? */
function works(holders: readonly Holder[], personId: Id<'person'>): boolean {
  return holders.some((one) => one.id === personId && one.role !== 'board_member' && one.departmentId === null);
}

/** Could this person decide in the fund? Then nothing is decided before it is answered whether they apply too. */
function decides(holders: readonly Holder[], policy: Policy | null, personId: Id<'person'>): boolean {
  const roles: readonly (Role | null)[] = policy ? [policy.decidingRole, policy.delegatedRole] : [];
  return holders.some((one) => one.id === personId && one.departmentId === null && roles.includes(one.role));
}

/** The board of the department, where only one gains. */
function boardOfOnly({ departmentIds }: Application, holders: readonly Holder[]): Id<'person'>[] {
  if (departmentIds.length !== 1) return [];
  const board = holders.filter((one) => one.role === 'board_member' && one.departmentId === departmentIds[0]);
  return board.map((one) => one.id);
}

interface Seen {
  readonly application: Application;
  readonly policy: Policy | null;
  readonly may: May;
  readonly language: Language;
}

/** What those who look after a case and decide it need to see beside it; null for everybody else. */
export async function workProps(
  { tx, actor }: Pick<Visit, 'tx' | 'actor'>,
  { application, policy, may, language }: Seen,
): Promise<WorkProps | null> {
  const reader = personIdOf(actor);
  const namesReader = openNamings(application).some((naming) => naming.personId === reader);
  if (!may.attend && !may.decide && !may.seeDeliberation && !may.standAside && !namesReader) return null;
  const warns = may.attend || may.seeDeliberation;
  const [holders, near, similar, meeting] = await Promise.all([
    holdersOf(tx, rolesAround(policy), application.departmentIds),
    closeTo(tx, application),
    warns ? similarCases(tx, application) : [],
    may.seeDeliberation ? meetingOfCase(tx, application.id) : null,
  ]);
  const body = decidersAmong(holders, policy);
  const me = actor.kind === 'person' ? [{ id: actor.personId, name: actor.name }] : [];
  const people = [...new Map([...body, ...me].map((one) => [one.id, one])).values()];
  const ownBoard = policy?.asksOwnBoard ? boardOfOnly(application, holders) : [];
  const closePeople = closenessOf(application, people, { ...near, ownBoard });
  const carrier = application.takeOvers.length > 0 ? carriedBy(application) : null;
  const namings = openNamings(application).filter(({ personId }) =>
    personId === reader ? true : (may.attend || may.decide) && works(holders, personId),
  );
  const named = [...[...closePeople, ...namings].map(({ personId }) => personId), ...(carrier ? [carrier] : [])];
  const shown = await displayNames(
    tx,
    named.map((id) => ({ kind: 'person', id })),
    language,
  );
  const nameOf = (id: Id<'person'>) => shown.get(`person:${id}`) ?? '';
  return {
    closePeople: may.attend
      ? closePeople.filter((one) => one.personId !== reader).map((one) => ({ ...one, name: nameOf(one.personId) }))
      : [],
    ownCloseness: closePeople.find((one) => one.personId === reader)?.why ?? null,
    namings: namings.map(({ personId }) => ({ personId, name: nameOf(personId), self: personId === reader })),
    namingFirst: namings
      .filter(({ personId }) => decides(holders, policy, personId))
      .map((one) => nameOf(one.personId)),
    quorum:
      body.length > 1
        ? quorumOf(
            application,
            body.map((one) => one.id),
          )
        : null,
    warnings: warns ? warningsOf(application, policy, similar) : [],
    meeting,
    policy,
    today: tx.today,
    heirs: application.coApplicants.flatMap(({ name, personId }) =>
      personId && personId !== carriedBy(application) ? [{ id: personId, name }] : [],
    ),
    carrier: carrier && nameOf(carrier),
  };
}

async function closeTo(tx: TenantDb, application: Application) {
  const applicants = [carriedBy(application), application.applicantId];
  const ids = [...applicants, ...application.coApplicants.map((one) => one.personId)];
  const known = [...new Set(ids.filter((id): id is Id<'person'> => id !== null))];
  const [homes, group] = await Promise.all([
    housematesOf(tx, known),
    application.initiativeId ? groupOf(tx, application.initiativeId) : [],
  ]);
  return { housemates: [...homes.values()].flat(), group };
}
