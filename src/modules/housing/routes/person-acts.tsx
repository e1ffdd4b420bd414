import { readId } from '../../../kernel/id.ts';
import { problemIn, readForm } from '../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { staff } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { mayGive } from '../access.ts';
import { moveIn, moveOut } from '../commands/moves.ts';
import { allowContact, approveAsGuardian, choosePreference, neverContact } from '../commands/people.ts';
import { endRole, finishDuty, grantRole, registerDuty, scopeOf } from '../commands/roles.ts';
import { dutyForm, guardianForm, moveForm, moveOutForm, preferenceForm, roleForm } from '../forms.ts';
import type { MoveRefusal } from '../rules.ts';
import { ownOrganisation } from '../store/departments.ts';
import { dutiesOf, roleById } from '../store/roles.ts';
import { tenancyById } from '../store/tenancies.ts';
import { formText } from '../text/forms.ts';
import { text } from '../text/names.ts';
import { peopleText } from '../text/people.ts';
import {
  contactAgainPlace,
  endDutyPlace,
  endRolePlace,
  giveDutyPlace,
  giveRolePlace,
  guardianPlace,
  leaveAlonePlace,
  moveOutPlace,
  movePlace,
  peoplePlace,
  personPlace,
  preferencePlace,
} from '../urls.ts';
import type { Neighbours } from './housing.tsx';
import { homeFrom } from './people.tsx';
import { personOf, showPerson } from './person.tsx';
import { conflictText, roleRefusalText } from './refusals.ts';

/** What staff do on a person's page. */
export function personActRoutes(web: Web, neighbours: Neighbours): void {
  roleRoutes(web, neighbours);
  dutyRoutes(web);
  homeRoutes(web);

  web.post(preferencePlace, staff, async (visit) => {
    const person = await personOf(visit.tx, visit.params.id);
    const read = readForm(preferenceForm, visit.form);
    if (read.ok) await choosePreference(visit.tx, person.id, read.value);
    return visit.redirect(personPlace({ id: person.id }), peopleText(visit.language).preferenceSaved);
  });

  web.post(guardianPlace, staff, async (visit) => {
    const person = await personOf(visit.tx, visit.params.id);
    const read = readForm(guardianForm(visit.language), visit.form);
    if (!read.ok) return showPerson(visit, person.id, { form: 'guardian', problems: read.refusal });
    await approveAsGuardian(visit.tx, person.id, read.value.guardianName);
    return visit.redirect(personPlace({ id: person.id }), peopleText(visit.language).saved);
  });
}

function roleRoutes(web: Web, { roleGiven }: Neighbours): void {
  web.post(giveRolePlace, staff, async (visit) => {
    const { tx, language } = visit;
    const person = await personOf(tx, visit.params.id);
    const read = readForm(roleForm(language), visit.form);
    if (!read.ok) return showPerson(visit, person.id, { form: 'role', problems: read.refusal });
    const { role, departmentId, organisationId, from, until } = read.value;
    const refusal = (message: string) =>
      showPerson(visit, person.id, { form: 'role', problems: problemIn(visit.form, 'role', message) });
    if (!mayGive(visit.actor, role)) return refusal(formText(language).problems.roleNotYours);
    const granted = await grantRole(tx, {
      personId: person.id,
      role,
      organisationId: organisationId ?? (await ownOrganisation(tx)).id,
      departmentId: scopeOf(role, departmentId),
      from: from ?? tx.today,
      until,
    });
    if (!granted.ok) return refusal(roleRefusalText(language, granted.refusal));
    await roleGiven?.(tx, { personId: person.id, role });
    return visit.redirect(personPlace({ id: person.id }), peopleText(language).roleGiven(text(language).roles[role]));
  });

  web.post(endRolePlace, staff, async (visit) => {
    const id = readId<'role_grant'>(visit.params.role) ?? missing();
    const role = await roleById(visit.tx, id);
    if (!role || role.personId !== visit.params.id || !mayGive(visit.actor, role.role)) missing();
    await endRole(visit.tx, id);
    return visit.redirect(personPlace({ id: visit.params.id }), peopleText(visit.language).roleEnded);
  });
}

function dutyRoutes(web: Web): void {
  web.post(giveDutyPlace, staff, async (visit) => {
    const { tx, language } = visit;
    const person = await personOf(tx, visit.params.id);
    const read = readForm(dutyForm(language), visit.form);
    if (!read.ok) return showPerson(visit, person.id, { form: 'duty', problems: read.refusal });
    const { duty, organisationId, until } = read.value;
    if (!organisationId) missing();
    const done = await registerDuty(tx, person.id, { duty, organisationId, from: tx.today, until });
    if (!done.ok) {
      const message = `${conflictText(language, done.refusal)} ${peopleText(language).dutyConflict}`;
      return showPerson(visit, person.id, { form: 'duty', problems: problemIn(visit.form, 'duty', message) });
    }
    return visit.redirect(personPlace({ id: person.id }), peopleText(language).dutySaved);
  });

  web.post(endDutyPlace, staff, async (visit) => {
    const person = await personOf(visit.tx, visit.params.id);
    const duty = (await dutiesOf(visit.tx, person.id)).find((one) => one.id === visit.params.duty) ?? missing();
    await finishDuty(visit.tx, duty.id);
    return visit.redirect(personPlace({ id: person.id }), peopleText(visit.language).dutyEnded);
  });
}

function homeRoutes(web: Web): void {
  web.post(movePlace, staff, async (visit) => {
    const person = await personOf(visit.tx, visit.params.id);
    const read = readForm(moveForm(visit.language), visit.form);
    if (!read.ok) return showPerson(visit, person.id, { form: 'move', problems: read.refusal });
    const home = await homeFrom(visit, read.value);
    if ('problems' in home)
      return showPerson(visit, person.id, { form: 'move', problems: home.problems }, home.choices);
    if (!home.tenancyId) {
      const problems = problemIn(visit.form, 'address', formText(visit.language).problems.addressUnknown);
      return showPerson(visit, person.id, { form: 'move', problems });
    }
    const moved = await moveIn(visit.tx, person.id, home.tenancyId, read.value);
    if (!moved.ok) return showPerson(visit, person.id, { form: 'move', problems: dayProblem(visit, moved.refusal) });
    return visit.redirect(personPlace({ id: person.id }), peopleText(visit.language).moved);
  });

  web.post(moveOutPlace, staff, async (visit) => {
    const person = await personOf(visit.tx, visit.params.id);
    const read = readForm(moveOutForm(visit.language), visit.form);
    if (!read.ok) return showPerson(visit, person.id, { form: 'leave', problems: read.refusal });
    const moved = await moveOut(visit.tx, person.id, read.value);
    if (!moved.ok) return showPerson(visit, person.id, { form: 'leave', problems: dayProblem(visit, moved.refusal) });
    return visit.redirect(personPlace({ id: person.id }), peopleText(visit.language).moved);
  });

  web.post(leaveAlonePlace, staff, async (visit) => {
    await neverContact(visit.tx, (await tenancyOf(visit)).id);
    return backToPerson(visit);
  });

  web.post(contactAgainPlace, staff, async (visit) => {
    await allowContact(visit.tx, (await tenancyOf(visit)).id);
    return backToPerson(visit);
  });
}

function dayProblem(visit: Visit, refusal: MoveRefusal): FormProblems {
  return problemIn(visit.form, 'day', formText(visit.language).problems[refusal]);
}

async function tenancyOf(visit: Visit<'/lejemaal/:id/kontakt-ikke'> | Visit<'/lejemaal/:id/kontakt-gerne'>) {
  const id = readId<'tenancy'>(visit.params.id) ?? missing();
  return (await tenancyById(visit.tx, id)) ?? missing();
}

function backToPerson(visit: Visit): Response {
  const person = readId<'person'>(String(visit.form.get('person') ?? ''));
  return visit.redirect(
    person ? personPlace({ id: person }) : peoplePlace({}),
    peopleText(visit.language).preferenceSaved,
  );
}
