import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Visit } from '../../../../platform/web/web.ts';
import { displayNames, type Holder, holdersOf, housematesOf } from '../../../housing/public.ts';
import { driversOfAny } from '../../../initiatives/public.ts';
import type { May } from '../access.ts';
import { type Application, carriedBy } from '../rules/application.ts';
import { quorumOf, tiesOf } from '../rules/impartiality.ts';
import type { Fund, Policy } from '../rules/policy.ts';
import { referenceOf } from '../rules/reference.ts';
import { warningsOf } from '../rules/similar.ts';
import { meetingOfCase } from '../store/meetings.ts';
import { similarCases } from '../store/similar.ts';
import type { WorkProps } from '../views/case-work.tsx';

/** Who decides today: the people of the deciding body. */
export async function bodyOf(tx: TenantDb, policy: Pick<Policy, 'decidingRole'> | null): Promise<readonly Holder[]> {
  if (!policy) return [];
  return (await holdersOf(tx, [policy.decidingRole], [])).filter((one) => one.departmentId === null);
}

interface Seen {
  readonly application: Application;
  readonly fund: Fund;
  readonly policy: Policy | null;
  readonly may: May;
  readonly language: Language;
}

/** What those who look after a case and decide it need to see beside it; null for everybody else. */
export async function workProps(
  { tx, actor }: Pick<Visit, 'tx' | 'actor'>,
  { application, fund, policy, may, language }: Seen,
): Promise<WorkProps | null> {
  if (!may.attend && !may.decide && !may.seeDeliberation && !may.standAside) return null;
  const warns = may.attend || may.seeDeliberation;
  const [body, near, similar, meeting] = await Promise.all([
    bodyOf(tx, policy),
    closeTo(tx, application),
    warns ? similarCases(tx, application) : [],
    may.seeDeliberation ? meetingOfCase(tx, application.id) : null,
  ]);
  const reader = personIdOf(actor);
  const people = [...new Set([...body.map((one) => one.id), ...(reader ? [reader] : [])])];
  const ties = tiesOf(application, people, near);
  const carrier = application.takeOvers.length > 0 ? carriedBy(application) : null;
  const named = [...ties.map(({ personId }) => personId), ...(carrier ? [carrier] : [])];
  const shown = await displayNames(
    tx,
    named.map((id) => ({ kind: 'person', id })),
    language,
  );
  const { submission } = application;
  return {
    reference: submission ? referenceOf(fund, submission.number) : null,
    ties: may.attend
      ? ties
          .filter((tie) => tie.personId !== reader)
          .map((tie) => ({ ...tie, name: shown.get(`person:${tie.personId}`) ?? '' }))
      : [],
    ownTie: ties.find((tie) => tie.personId === reader)?.why ?? null,
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
    carrier: (carrier && shown.get(`person:${carrier}`)) ?? null,
  };
}

async function closeTo(tx: TenantDb, application: Application) {
  const applicants = [carriedBy(application), application.applicantId];
  const ids = [...applicants, ...application.coApplicants.map((one) => one.personId)];
  const known = [...new Set(ids.filter((id): id is Id<'person'> => id !== null))];
  const [homes, group] = await Promise.all([
    housematesOf(tx, known),
    application.initiativeId ? driversOfAny(tx, [application.initiativeId]) : [],
  ]);
  return { housemates: [...homes.values()].flat(), group };
}
