import { type Actor, holds, holdsIn, isStaff } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { sawPeople } from '../../platform/privacy/looks.ts';
import { search } from '../../platform/search/search.ts';
import type { Path } from '../../platform/web/path.ts';
import type { Visit, Web } from '../../platform/web/web.ts';
import { anyone, staff } from '../../platform/web/who.ts';
import { seasonOf } from '../../ui/drawings/street.tsx';
import { printPlace } from '../address-lists/public.ts';
import { connectionsPlace } from '../connections/public.ts';
import { slipEntryPlace } from '../decide/fund/public.ts';
import { sendPlace } from '../decide/invoices/public.ts';
import { paymentsOnFront } from '../decide/payments/public.ts';
import { gatheringsPlace } from '../gatherings/public.ts';
import {
  departmentNames,
  departmentPlace,
  departments,
  departmentsPlace,
  findPeople,
  newPersonPlace,
  organisationBoardPlace,
  organisationsPlace,
  ownOrganisation,
  peoplePlace,
  personPlace,
  roleSettingsPlace,
} from '../housing/public.ts';
import {
  type Card,
  departmentInitiatives,
  lookingInDepartment,
  myInitiatives,
  publicInitiatives,
  quietInitiatives,
  statusCounts,
  waitingIdeas,
} from '../initiatives/public.ts';
import { someCards } from '../inspire/catalogue/public.ts';
import { newestStories } from '../inspire/stories/public.ts';
import { workshopsPlace } from '../listen/workshops/public.ts';
import { privacyOfficePlace } from '../privacy/public.ts';
import { setupOnFront, setupPlace } from '../setup/public.ts';
import { copiesPlace } from '../sharing/public.ts';
import { codesPlace, waySettingsPlace } from '../signin/public.ts';
import { importsPlace } from '../tenancy-import/public.ts';
import { lettersPlace, type Tongue, tellTurns, turnsOf } from '../turns/public.ts';
import { frontText } from './text.ts';
import { aboutPlace, contactPlace, frontPlace, officePlace, searchPlace } from './urls.ts';
import { AboutPage, ContactPage } from './views/contact.tsx';
import { HomePage, type HomeProps, type StaffView } from './views/home.tsx';
import { OfficePage } from './views/office.tsx';
import { type Hit, type Hits, SearchPage } from './views/search.tsx';
import { VisitorPage } from './views/visitor.tsx';

const TURNS_SHOWN = 5;
const CARDS_SHOWN = 6;
const LINES_SHOWN = 5;
const OTHER_ROLES = ['operations', 'municipal_officer'] as const;

/** The office, by what one comes to do. */
const SHELVES: Parameters<typeof OfficePage>[0]['shelves'] = [
  {
    name: 'people',
    drawers: [
      ['newPerson', newPersonPlace({})],
      ['people', peoplePlace({})],
      ['codes', codesPlace({})],
    ],
  },
  {
    name: 'paper',
    drawers: [
      ['letters', lettersPlace({})],
      ['lists', printPlace({})],
    ],
  },
  {
    name: 'house',
    drawers: [
      ['imports', importsPlace({})],
      ['departments', departmentsPlace({})],
      ['board', organisationBoardPlace({})],
      ['organisations', organisationsPlace({})],
      ['workshops', workshopsPlace({})],
      ['gatherings', gatheringsPlace({})],
      ['copies', copiesPlace({})],
      ['roles', roleSettingsPlace({})],
      ['privacy', privacyOfficePlace({})],
      ['waysIn', waySettingsPlace({})],
      ['connections', connectionsPlace({})],
      ['setup', setupPlace({})],
    ],
  },
];

const SECRETARIAT: readonly string[] = ['board', 'roles', 'waysIn', 'connections', 'setup'];

/** The organisation's board, the rules for roles, and which ways in are open, are the secretariat's. */
function shelvesFor(actor: Actor): typeof SHELVES {
  if (holds(actor, 'secretariat')) return SHELVES;
  return SHELVES.map((shelf) => ({
    ...shelf,
    drawers: shelf.drawers.filter(([drawer]) => !SECRETARIAT.includes(drawer)),
  }));
}

/** The front page, where everybody finds what is theirs, and the few pages that say who we are. */
export function frontRoutes(web: Web, tongue: Tongue): void {
  web.get(frontPlace, anyone, (visit) =>
    visit.actor.kind === 'person' ? home(visit, visit.actor, tongue) : visitorPage(visit),
  );
  web.get(searchPlace, anyone, searchEverything);
  web.get(officePlace, staff, (visit) =>
    visit.page(
      { title: frontText(visit.language).office, wide: true },
      OfficePage({ language: visit.language, shelves: shelvesFor(visit.actor) }),
    ),
  );
  web.get(aboutPlace, anyone, async (visit) =>
    visit.page({ title: frontText(visit.language).aboutTitle }, AboutPage(await paper(visit))),
  );
  web.get(contactPlace, anyone, async (visit) =>
    visit.page(
      { title: frontText(visit.language).contactTitle },
      ContactPage({ ...(await paper(visit)), places: { slip: slipEntryPlace({}), invoice: sendPlace({}) } }),
    ),
  );
}

const MOST_HITS = 20;
const LONGEST_QUESTION = 200;

/** What a reader may see: the index knows who may find a thing; people are for staff alone. A fixed number of questions. */
async function searchEverything(visit: Visit): Promise<Response> {
  const { tx, actor, language, query } = visit;
  const question = (query.get('q') ?? '').trim().slice(0, LONGEST_QUESTION);
  const audience = isStaff(actor) ? 'staff' : actor.kind === 'person' ? 'members' : 'public';
  const found = question ? await search(tx, question, { audience, limit: 2 * MOST_HITS }) : [];
  const ofKind = (isWanted: (kind: string) => boolean): Hit[] =>
    found
      .filter((one) => isWanted(one.kind))
      .slice(0, MOST_HITS)
      .map((one) => ({ title: one.title, path: one.path as Path, about: one.excerpt }));
  const hits: Hits = {
    initiatives: ofKind((kind) => kind === 'initiative'),
    stories: ofKind((kind) => kind === 'story'),
    cards: ofKind((kind) => kind === 'catalogue_card'),
    cases: ofKind((kind) => !['initiative', 'story', 'catalogue_card'].includes(kind)),
    departments: question ? await departmentHits(tx, question) : [],
    people: question && isStaff(actor) ? await peopleHits(tx, question) : [],
  };
  return visit.page(
    { title: frontText(language).searchTitle, unlisted: true },
    SearchPage({ language, question, hits }),
  );
}

async function departmentHits(tx: TenantDb, question: string): Promise<Hit[]> {
  const words = question.toLowerCase().split(/\s+/);
  return (await departments(tx))
    .filter(({ name, number }) => words.every((word) => `${name} ${number}`.toLowerCase().includes(word)))
    .slice(0, MOST_HITS)
    .map(({ id, name, municipality }) => ({ title: name, path: departmentPlace({ id }), about: municipality }));
}

async function peopleHits(tx: TenantDb, question: string): Promise<Hit[]> {
  const people = (await findPeople(tx, question, 1)).people.slice(0, MOST_HITS);
  await sawPeople(
    tx,
    'search',
    people.map(({ id }) => id),
  );
  return people.map(({ id, name, address }) => ({ title: name, path: personPlace({ id }), about: address ?? '' }));
}

async function paper({ tx, language }: Visit) {
  return { language, contact: await ownOrganisation(tx) };
}

async function visitorPage(visit: Visit): Promise<Response> {
  const { tx, language } = visit;
  const words = frontText(language);
  const [contact, initiatives, departments, catalogue, stories] = await Promise.all([
    ownOrganisation(tx),
    publicInitiatives(tx, CARDS_SHOWN),
    departmentNames(tx),
    someCards(visit),
    newestStories(visit),
  ]);
  return visit.page(
    { title: tx.tenant.name, heading: false, wide: true, description: words.heroText(tx.tenant.name) },
    () =>
      VisitorPage({
        language,
        season: seasonOf(Number(tx.today.slice(5, 7))),
        houseName: tx.tenant.name,
        contact,
        initiatives,
        departments,
        catalogue,
        stories,
      }),
  );
}

async function home(visit: Visit, actor: Extract<Actor, { kind: 'person' }>, tongue: Tongue): Promise<Response> {
  const { tx, language } = visit;
  const firstName = actor.name.split(' ')[0] ?? actor.name;
  const [names, mine, staff, setup, money, turns] = await Promise.all([
    departmentNames(tx),
    myInitiatives(tx),
    isStaff(actor) ? staffView(tx) : null,
    setupOnFront(tx, language),
    paymentsOnFront(visit),
    turnsOf(tx, { limit: TURNS_SHOWN }).then((waiting) => tellTurns(tx, tongue, waiting, language, false)),
  ]);
  const own = await ownDepartment(tx, actor, names, mine);
  const initiatives = own || staff ? [] : await publicInitiatives(tx, CARDS_SHOWN);
  return visit.page({ title: frontText(language).welcome(firstName), wide: true }, () =>
    HomePage({
      language,
      today: tx.today,
      firstName,
      turns,
      departments: names,
      mine,
      home: own,
      staff,
      setup,
      money,
      otherRole: staff ? null : (OTHER_ROLES.find((role) => holds(actor, role)) ?? null),
      initiatives,
    }),
  );
}

/** Where one sits on the board, or else lives. What stands higher up on the page is not shown again. */
async function ownDepartment(
  tx: TenantDb,
  actor: Extract<Actor, { kind: 'person' }>,
  names: ReadonlyMap<string, string>,
  mine: readonly Card[],
): Promise<HomeProps['home']> {
  const seat = actor.grants.find((grant) => grant.role === 'board_member' && grant.departmentId);
  const lives = actor.grants.find((grant) => grant.departmentId && !isStaff(actor));
  const departmentId: Id<'department'> | null = seat?.departmentId ?? lives?.departmentId ?? null;
  const name = departmentId && names.get(departmentId);
  if (!departmentId || !name) return null;
  const onBoard = holdsIn(actor, departmentId, 'board_member');
  const shown = new Set(mine.map((card) => card.id));
  const fresh = (cards: readonly Card[]) => cards.filter((card) => !shown.has(card.id));
  const looking = onBoard ? fresh(await lookingInDepartment(tx, departmentId, CARDS_SHOWN)) : [];
  for (const card of looking) shown.add(card.id);
  return { name, looking, initiatives: fresh(await departmentInitiatives(tx, departmentId, CARDS_SHOWN)) };
}

async function staffView(tx: TenantDb): Promise<StaffView> {
  const [ideas, quiet, counts] = await Promise.all([
    waitingIdeas(tx, LINES_SHOWN),
    quietInitiatives(tx, LINES_SHOWN),
    statusCounts(tx),
  ]);
  return { ideas, quiet, counts };
}
