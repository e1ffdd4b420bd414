import { day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { FormProblems } from '../../ui/forms/problems.ts';
import { type Example, exampleIn, LONG_NAME, LONG_WORD } from '../../ui/gallery/example.ts';
import { type Board, type Contact, type Department, type Organisation, type Person, ROLE_SETTINGS } from './rules.ts';
import { formText } from './text/forms.ts';
import { ALL_CONSULTANTS, boardPlace, departmentPlace, newDepartmentPlace, newOrganisationPlace } from './urls.ts';
import { BoardPage, type Candidate } from './views/board.tsx';
import { DepartmentPage, type DepartmentSummary, DepartmentsPage } from './views/departments.tsx';
import { DepartmentFormPage, OrganisationFormPage, OrganisationsPage, RoleSettingsPage } from './views/house-forms.tsx';
import { MyPage } from './views/my-page.tsx';
import { type ListedPerson, NewPersonPage, PeoplePage } from './views/people.tsx';
import { PersonPage } from './views/person.tsx';
import type { PersonPageProps } from './views/person-parts.ts';

const today = day('2026-05-04');
const id = <Entity extends string>(text: string) => text as Id<Entity>;

const lyngbakken: Organisation = {
  id: id('o1'),
  kind: 'housing_organisation',
  name: 'Boligforeningen Lyngbakken',
  cvr: '10150817',
  own: true,
  streetLine: 'Lyngvej 2',
  postcode: '8000',
  city: 'Vesterby',
  phone: '87 65 43 21',
  email: 'hej@lyngbakken.example',
};
const vesterby: Organisation = {
  ...lyngbakken,
  id: id('o2'),
  kind: 'municipality',
  name: 'Vesterby Kommune',
  own: false,
};

const kærhaven: Department = {
  id: id('d1'),
  organisationId: lyngbakken.id,
  number: '1',
  name: 'Kærhaven',
  municipality: 'Vesterby Kommune',
  startedOn: day('1972-10-01'),
  hasBoard: true,
};
const summary: DepartmentSummary = {
  ...kærhaven,
  tenancies: 214,
  boardMembers: 5,
  chair: 'Mette Holm',
  initiatives: 7,
};
const long: DepartmentSummary = {
  ...summary,
  id: id('d2'),
  number: '2004-B',
  name: LONG_WORD,
  tenancies: 1,
  boardMembers: 0,
  chair: null,
  initiatives: 0,
};

const mette = { personId: id<'person'>('p1'), grantId: id<'role_grant'>('g1'), from: today, until: null };
const board: Board = {
  id: id('b1'),
  seats: 5,
  constitutedOn: day('2026-03-12'),
  members: [
    { ...mette, name: 'Mette Holm', protected: false, office: 'chair' },
    { ...mette, name: 'Skjult', protected: true, office: 'vice_chair' },
    { ...mette, name: LONG_NAME, protected: false, office: 'member' },
  ],
};
const candidates: readonly Candidate[] = board.members.map((member, at) => ({
  personId: id(`p${at}`),
  name: member.name,
  address: at === 2 ? `${LONG_WORD} 12, 3. tv` : null,
  office: at === 2 ? null : member.office,
}));

const listed: ListedPerson = {
  id: 'p1',
  name: 'Mette Holm',
  protected: false,
  email: 'mette@example.dk',
  phone: '+4520304050',
  address: 'Kærhaven 12, 3. tv',
  department: 'Kærhaven',
  roles: ['board_member', 'ambassador'],
};
const people: readonly ListedPerson[] = [
  listed,
  { ...listed, id: 'p2', name: LONG_NAME, protected: true, email: `${LONG_WORD.toLowerCase()}@example.dk`, roles: [] },
  { ...listed, id: 'p3', name: 'Bo Lund', email: null, phone: null, address: null, department: null, roles: [] },
];

const person: Person = {
  id: id('p1'),
  name: 'Mette Holm',
  protected: false,
  birthYear: 1968,
  email: 'mette@example.dk',
  phone: '+4520304050',
  language: 'da',
};
const contact: Contact = {
  ...person,
  largePrint: false,
  channel: 'mail',
  address: ['Kærhaven 12, 3. tv', '8000 Vesterby'],
  digitalExempt: false,
};

function personPage(language: Language, more: Partial<PersonPageProps> = {}): PersonPageProps {
  return {
    language,
    today,
    person,
    contact,
    homes: [],
    roles: [],
    duties: [],
    departments: [kærhaven],
    organisations: [lyngbakken, vesterby],
    givable: ['board_member', 'ambassador', 'consultant'],
    guardian: null,
    needsGuardian: false,
    leftAlone: false,
    registration: 'Skrevet ind 4. maj 2026, skrevet ind af Signe Højlund',
    ...more,
  };
}

/** Lives here, moves soon, sits in the board, wants large letters and no visits. */
function fullPerson(language: Language): PersonPageProps {
  const home = { tenancyId: id<'tenancy'>('t1'), departmentId: kærhaven.id };
  const seat = { organisationId: lyngbakken.id, departmentId: kærhaven.id, from: day('2025-03-12'), until: null };
  return personPage(language, {
    person: { ...person, name: LONG_NAME, protected: true },
    contact: { ...contact, channel: 'never', largePrint: true, digitalExempt: true },
    homes: [
      { ...home, id: id('r2'), address: `${LONG_WORD} 4`, from: day('2026-06-01'), until: null },
      { ...home, id: id('r1'), address: 'Kærhaven 12, 3. tv', from: day('2019-08-15'), until: day('2026-05-31') },
    ],
    roles: [
      { ...seat, id: id('g1'), role: 'board_member' },
      { ...seat, id: id('g2'), role: 'ambassador' },
    ],
    duties: [
      { id: 'u1', duty: 'responsible_chair', organisationId: vesterby.id, from: day('2026-01-01'), until: null },
    ],
    leftAlone: true,
  });
}

function refused(field: string, message: string): FormProblems {
  return { values: { [field]: '' }, messages: [{ field, message }] };
}

/** Departments, boards, people and "Min side", in every situation. */
export function housingGallery(language: Language): Example[] {
  return [...departmentExamples(language), ...personExamples(language), ...organisationExamples(language)];
}

function departmentExamples(language: Language): Example[] {
  const example = exampleIn('Afdelinger');
  const list = (departments: readonly DepartmentSummary[], staff: boolean) => (
    <DepartmentsPage
      language={language}
      departments={departments}
      importHref={staff ? '/import' : null}
      mayEdit={staff}
    />
  );
  const consultants = [{ name: 'Signe Højlund', email: 'signe@lyngbakken.example', phone: '+4587654321' }];
  const inside = { stairwells: [{ name: 'Kærhaven 1', tenancies: 8 }], homes: 214, homesWithAccount: null };
  const boardProps = { language, action: boardPlace({ id: 'd1' }), board, search: null, nobodyFound: false };
  return [
    example('none, for a visitor', list([], false)),
    example('none, for staff', list([], true)),
    example('many, with a long word', list([summary, long], true)),
    example(
      'one, for a visitor, with more consultants than are shown',
      <DepartmentPage
        language={language}
        department={kærhaven}
        homes={214}
        board={board}
        consultants={consultants}
        allConsultants={departmentPlace({ id: 'd1' }, ALL_CONSULTANTS)}
        inside={null}
        mayEdit={false}
      />,
    ),
    example(
      'one without a board, for staff',
      <DepartmentPage
        language={language}
        department={{ ...kærhaven, hasBoard: false, municipality: '', startedOn: null }}
        homes={214}
        board={{ ...board, members: [] }}
        consultants={[]}
        inside={inside}
        mayEdit
      />,
    ),
    example(
      'a number that is taken',
      <DepartmentFormPage
        language={language}
        department={kærhaven}
        action={newDepartmentPlace({})}
        problems={refused('number', formText(language).problems.numberTaken)}
      />,
    ),
    example('its board', <BoardPage {...boardProps} candidates={candidates} />),
    example(
      'a board of four seats',
      <BoardPage
        {...boardProps}
        candidates={candidates}
        problems={refused('seats', formText(language).problems.even_seats)}
      />,
    ),
  ];
}

function personExamples(language: Language): Example[] {
  const example = exampleIn('Personer');
  const wrong = formText(language).problems;
  const full = fullPerson(language);
  const list = (found: readonly ListedPerson[], total: number) => (
    <PeoplePage
      language={language}
      search="mette"
      people={found}
      total={total}
      page={1}
      pages={Math.ceil(total / 50)}
    />
  );
  return [
    example('nobody found', list([], 0)),
    example('many, with long words', list(people, 1204)),
    example(
      'an address that many have',
      <NewPersonPage
        language={language}
        choices={[{ id: 't1', label: 'Kærhaven 12, st. tv, 8000 Vesterby' }]}
        problems={refused('tenancyId', wrong.addressMany)}
      />,
    ),
    example('a child who waits for a parent', <PersonPage {...personPage(language, { needsGuardian: true })} />),
    example(
      'a move that is wrong',
      <PersonPage {...full} returned={{ form: 'leave', problems: refused('day', wrong.before_home) }} />,
    ),
    example('a person with much, long words', <PersonPage {...full} />),
    example(
      'my page',
      <MyPage
        language={language}
        today={today}
        person={person}
        contact={{ ...contact, channel: 'never' }}
        homes={full.homes}
        roles={full.roles}
        departments={[kærhaven]}
      />,
    ),
  ];
}

function organisationExamples(language: Language): Example[] {
  const example = exampleIn('Organisationer');
  return [
    example(
      'many',
      <OrganisationsPage language={language} organisations={[lyngbakken, { ...vesterby, name: LONG_NAME }]} />,
    ),
    example(
      'a wrong CVR number',
      <OrganisationFormPage
        language={language}
        organisation={null}
        action={newOrganisationPlace({})}
        problems={refused('cvr', formText(language).problems.cvr)}
      />,
    ),
    example('the rules for roles', <RoleSettingsPage language={language} settings={ROLE_SETTINGS} />),
  ];
}
