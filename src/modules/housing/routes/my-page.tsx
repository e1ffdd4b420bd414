import { personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { readForm } from '../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { signedIn } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { choosePreference, correctPerson } from '../commands/people.ts';
import { myDetailsForm, preferenceForm } from '../forms.ts';
import { holdsOn, type Person } from '../rules.ts';
import { contactOf } from '../store/contacts.ts';
import { departments } from '../store/departments.ts';
import { personById, residenciesOf } from '../store/people.ts';
import { rolesOf } from '../store/roles.ts';
import { peopleText } from '../text/people.ts';
import { myDetailsPlace, myPagePlace, myPreferencePlace } from '../urls.ts';
import { MyPage } from '../views/my-page.tsx';
import type { Neighbours } from './housing.tsx';

export function myPageRoutes(web: Web, neighbours: Neighbours): void {
  web.get(myPagePlace, signedIn, (visit) => showMyPage(visit, neighbours));

  web.post(myDetailsPlace, signedIn, async (visit) => {
    const me = await myself(visit);
    const read = readForm(myDetailsForm(visit.language), visit.form);
    if (!read.ok) return showMyPage(visit, neighbours, read.refusal);
    const saved = await correctPerson(visit.tx, { ...me, ...read.value });
    if (!saved.ok) missing();
    visit.chooseLanguage(read.value.language);
    return visit.redirect(myPagePlace({}), peopleText(read.value.language).mySaved);
  });

  web.post(myPreferencePlace, signedIn, async (visit) => {
    const read = readForm(preferenceForm, visit.form);
    if (read.ok) await choosePreference(visit.tx, myId(visit), read.value);
    return visit.redirect(myPagePlace({}), peopleText(visit.language).mySaved);
  });
}

function myId(visit: Visit): Id<'person'> {
  return personIdOf(visit.actor) ?? missing();
}

async function myself(visit: Visit): Promise<Person> {
  return (await personById(visit.tx, myId(visit))) ?? missing();
}

async function showMyPage(visit: Visit, neighbours: Neighbours, problems?: FormProblems): Promise<Response> {
  const { tx, language } = visit;
  const person = await myself(visit);
  const page = (
    <MyPage
      language={language}
      today={tx.today}
      person={person}
      contact={(await contactOf(tx, person.id)) ?? missing()}
      homes={await residenciesOf(tx, person.id)}
      roles={(await rolesOf(tx, person.id)).filter((role) => holdsOn(role, tx.today))}
      departments={await departments(tx)}
      problems={problems}
      addressHref={neighbours.myAddressHref}
      also={(await neighbours.onMyPage?.(visit, person.id)) ?? null}
    />
  );
  return visit.page({ title: peopleText(language).myPage, ...(problems ? { status: 422 } : {}) }, page);
}
