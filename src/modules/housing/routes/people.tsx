import type { Channel } from '../../../kernel/actor.ts';
import { formatAddress } from '../../../kernel/address.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { hasLeft } from '../../../platform/db/breath.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { sawPeople } from '../../../platform/privacy/looks.ts';
import { problemIn, readForm } from '../../../platform/web/form.ts';
import { FileLinks, listFile, wantedFile } from '../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../platform/web/page-number.ts';
import type { Visit, Web } from '../../../platform/web/web.ts';
import { staff } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { mayChangeWaysIn } from '../access.ts';
import { correctPerson, registerPerson } from '../commands/people.ts';
import { newPersonForm, personForm } from '../forms.ts';
import type { PersonRefusal, Tenancy } from '../rules.ts';
import { type Found, findPeople, PAGE_SIZE } from '../store/find.ts';
import { rolesOf } from '../store/roles.ts';
import { tenanciesAt, tenanciesLike, tenancyById } from '../store/tenancies.ts';
import { formText } from '../text/forms.ts';
import { peopleText } from '../text/people.ts';
import { editPersonPlace, newPersonPlace, peoplePlace, personPlace } from '../urls.ts';
import { EditPersonPage, type HomeChoice, NewPersonPage, PeoplePage } from '../views/people.tsx';
import { peopleFile } from './files.ts';
import type { Neighbours } from './housing.tsx';
import { personOf, showPerson } from './person.tsx';

export function peopleRoutes(web: Web, neighbours: Neighbours): void {
  web.get(peoplePlace, staff, async (visit) => {
    const search = visit.query.get('q')?.trim() ?? '';
    const page = pageNumber(visit.query);
    const format = wantedFile(visit.query);
    if (format)
      return listFile(
        visit,
        format,
        peopleFile(visit.language, (number) => seenPage(visit.tx, search, number)),
      );
    const { people, total } = await findPeople(visit.tx, search, page);
    const ids = people.map(({ id }) => id);
    const listed = { language: visit.language, search, people, total, page, pages: Math.ceil(total / PAGE_SIZE) };
    const head = { title: peopleText(visit.language).people, wide: true };
    const body = () => (
      <>
        <PeoplePage {...listed} />
        <FileLinks language={visit.language} query={visit.query} />
      </>
    );
    // The database writes the looks down while the page is written.
    const looks = sawPeople(visit.tx, 'search', ids);
    const [answer] = await Promise.all([hasLeft().then(() => visit.page(head, body)), looks]);
    return answer;
  });

  web.get(newPersonPlace, staff, (visit) => newPersonPage(visit));
  web.post(newPersonPlace, staff, async (visit) => {
    const read = readForm(newPersonForm(visit.language), visit.form);
    if (!read.ok) return newPersonPage(visit, read.refusal);
    const home = await homeFrom(visit, read.value);
    if ('problems' in home) return newPersonPage(visit, home.problems, home.choices);
    const { received, address: _, tenancyId: __, ...person } = read.value;
    const registered = await registerPerson(through(visit.tx, received), { ...person, tenancyId: home.tenancyId });
    if (!registered.ok) return newPersonPage(visit, personProblem(visit, registered.refusal));
    return visit.redirect(personPlace({ id: registered.value }), peopleText(visit.language).registered(person.name));
  });

  web.get(personPlace, staff, (visit) => showPerson(visit, visit.params.id));

  web.get(editPersonPlace, staff, (visit) => editPersonPage(visit));
  web.post(editPersonPlace, staff, async (visit) => {
    const person = await personOf(visit.tx, visit.params.id);
    const read = readForm(personForm(visit.language), visit.form);
    if (!read.ok) return editPersonPage(visit, read.refusal);
    const { guardianName: _, ...details } = read.value;
    const moved = (['email', 'phone'] as const).find((way) => details[way] !== person[way]);
    if (moved && !(await mayMoveWayIn(visit, person.id))) {
      return editPersonPage(visit, problemIn(visit.form, moved, formText(visit.language).problems.wayInNotYours));
    }
    const saved = await correctPerson(visit.tx, { ...person, ...details });
    if (!saved.ok) return editPersonPage(visit, personProblem(visit, saved.refusal));
    await neighbours.contactMoved?.(visit.tx, person, details);
    return visit.redirect(personPlace({ id: person.id }), peopleText(visit.language).saved);
  });
}

/** A page of people who go out of the house in a file: each is told who took it. */
async function seenPage(tx: TenantDb, search: string, page: number): Promise<readonly Found[]> {
  const { people } = await findPeople(tx, search, page);
  await sawPeople(
    tx,
    'list',
    people.map(({ id }) => id),
  );
  return people;
}

async function mayMoveWayIn({ tx, actor }: Visit, personId: Id<'person'>): Promise<boolean> {
  const held = (await rolesOf(tx, personId)).filter(({ until }) => until === null || until >= tx.today);
  return mayChangeWaysIn(
    actor,
    personId,
    held.map(({ role }) => role),
  );
}

/** The same transaction, with the way it reached us. */
function through(tx: TenantDb, channel: Channel): TenantDb {
  return { ...tx, channel };
}

function newPersonPage(visit: Visit, problems?: FormProblems, choices: readonly HomeChoice[] = []): Promise<Response> {
  const page = <NewPersonPage language={visit.language} choices={choices} problems={problems} />;
  const head = { title: peopleText(visit.language).newPerson, trail: [toPeople(visit.language)] };
  return visit.page({ ...head, ...(problems ? { status: 422 } : {}) }, page);
}

async function editPersonPage(visit: Visit<'/personer/:id/ret'>, problems?: FormProblems): Promise<Response> {
  const person = await personOf(visit.tx, visit.params.id);
  const action = editPersonPlace({ id: person.id });
  const page = <EditPersonPage language={visit.language} person={person} action={action} problems={problems} />;
  const here = { href: personPlace({ id: person.id }), label: person.name };
  const head = { title: peopleText(visit.language).edit, trail: [toPeople(visit.language), here] };
  return visit.page({ ...head, ...(problems ? { status: 422 } : {}) }, page);
}

function toPeople(language: Language) {
  return { href: peoplePlace({}), label: peopleText(language).people };
}

function personProblem(visit: Visit, refusal: PersonRefusal): FormProblems {
  const words = formText(visit.language).problems;
  switch (refusal.kind) {
    case 'email_taken':
      return problemIn(visit.form, 'email', words.emailTaken);
    case 'guardian_needed':
      return problemIn(visit.form, visit.form.has('guardianName') ? 'guardianName' : 'birthYear', words.guardian);
    case 'no_such_tenancy':
      return problemIn(visit.form, 'address', words.addressUnknown);
  }
}

type Home =
  | { readonly tenancyId: Id<'tenancy'> | null }
  | { readonly problems: FormProblems; readonly choices: HomeChoice[] };

/** The home that was chosen or written. With problems, and homes to choose from, when it is not clear which. */
export async function homeFrom(
  visit: Visit,
  typed: { address: string; tenancyId: Id<'tenancy'> | null },
): Promise<Home> {
  const words = formText(visit.language).problems;
  if (typed.tenancyId && (await tenancyById(visit.tx, typed.tenancyId))) return { tenancyId: typed.tenancyId };
  if (typed.address === '') return { tenancyId: null };
  const [only, ...more] = await tenanciesAt(visit.tx, typed.address);
  if (only && more.length === 0) return { tenancyId: only.id };
  const near = only ? [only, ...more] : await tenanciesLike(visit.tx, typed.address, 8);
  const field = near.length > 0 ? 'tenancyId' : 'address';
  const problems = problemIn(visit.form, field, near.length > 0 ? words.addressMany : words.addressUnknown);
  return { problems, choices: near.map(homeChoice) };
}

function homeChoice(home: Tenancy): HomeChoice {
  return { id: home.id, label: `${formatAddress(home)}, ${home.postcode} ${home.city}` };
}
