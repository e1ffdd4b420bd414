import { ROLES } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/format.ts';
import { readId } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { sawPeople } from '../../../platform/privacy/looks.ts';
import { missing, type Visit } from '../../../platform/web/web.ts';
import { mayGive } from '../access.ts';
import { holdsOn, mayBeUnder15, type Person } from '../rules.ts';
import { contactOf } from '../store/contacts.ts';
import { departments, organisations, ownOrganisation } from '../store/departments.ts';
import { mergedInto } from '../store/merging.ts';
import { guardianApproval, personById, registrationOf, residenciesOf } from '../store/people.ts';
import { dutiesOf, rolesOf } from '../store/roles.ts';
import { isLeftAlone } from '../store/tenancies.ts';
import { peopleText } from '../text/people.ts';
import { peoplePlace, personPlace } from '../urls.ts';
import type { HomeChoice } from '../views/people.tsx';
import { PersonPage } from '../views/person.tsx';
import type { Returned } from '../views/person-parts.ts';

/** The person of the path, or 404. */
export async function personOf(tx: TenantDb, param: string): Promise<Person> {
  const id = readId<'person'>(param) ?? missing();
  return (await personById(tx, id)) ?? missing();
}

/** A person's page, also when one of its forms came back. */
export async function showPerson(
  visit: Visit,
  param: string,
  returned?: Returned,
  choices: readonly HomeChoice[] = [],
): Promise<Response> {
  const { tx, language } = visit;
  const person = await personOf(tx, param);
  const into = await mergedInto(tx, person.id);
  if (into) return visit.redirect(personPlace({ id: into }), peopleText(language).merged);
  await ownOrganisation(tx);
  await sawPeople(tx, 'page', [person.id]);
  const homes = await residenciesOf(tx, person.id);
  const home = homes.find((one) => holdsOn(one, tx.today));
  const guardian = await guardianApproval(tx, person.id);
  const page = (
    <PersonPage
      language={language}
      today={tx.today}
      person={person}
      contact={(await contactOf(tx, person.id)) ?? missing()}
      homes={homes}
      roles={await rolesOf(tx, person.id)}
      duties={await dutiesOf(tx, person.id)}
      departments={await departments(tx)}
      organisations={await organisations(tx)}
      givable={ROLES.filter((role) => mayGive(visit.actor, role))}
      guardian={guardian}
      needsGuardian={mayBeUnder15(person.birthYear, tx.today) && !guardian}
      leftAlone={home ? await isLeftAlone(tx, home.tenancyId) : false}
      registration={await registrationText(visit, person)}
      choices={choices}
      returned={returned}
    />
  );
  const trail = [{ href: peoplePlace({}), label: peopleText(language).people }];
  return visit.page({ title: person.name, trail, ...(returned ? { status: 422 } : {}) }, page);
}

/** "Modtaget på papir 22. november 2026, skrevet ind af Signe". */
async function registrationText(visit: Visit, person: Person): Promise<string> {
  const words = peopleText(visit.language);
  const registration = await registrationOf(visit.tx, person.id);
  const day = formatDay(dayOf(registration.at), visit.language);
  return words.registeredOn(words.receivedHow[registration.channel], day, registration.by);
}
