import { type Actor, isStaff, personIdOf } from './kernel/actor.ts';
import type { Id } from './kernel/id.ts';
import { type EventNeighbours, eventsBeside, eventsComing } from './modules/act/events/public.ts';
import { dropTasksOf, moveTasksOf, tasksBesideEvent, tasksBesideInitiative } from './modules/act/tasks/public.ts';
import { followPlace, ownFeedsPlace, renewFeeds } from './modules/connections/public.ts';
import { applyPlace, casesBeside, type FundNeighbours, fundEnclosures } from './modules/decide/fund/public.ts';
import { invoiceBilling, invoicesOnCase, type Payers } from './modules/decide/invoices/public.ts';
import { PAYERS, paymentsOnCase } from './modules/decide/payments/public.ts';
import { resultsOnCase, resultsOnFollowed, resultsOnFund, resultsOnSlip } from './modules/decide/results/public.ts';
import { gatheringsPlace } from './modules/gatherings/public.ts';
import { myHousesPlace, untieAll } from './modules/houses/public.ts';
import { departments, type Neighbours } from './modules/housing/public.ts';
import {
  countsByDepartment,
  departmentInitiatives,
  type Initiative,
  InitiativeCard,
  type InitiativeNeighbours,
  ideaPlace,
  initiativeById,
  initiativePlace,
  insidePlace,
  mayWith,
  type Origin,
} from './modules/initiatives/public.ts';
import {
  besideInitiative,
  carriedFromCard,
  carriedFromInitiative,
  catalogueCardPlace,
  OutsideOnFund,
} from './modules/inspire/catalogue/public.ts';
import { storyBeside } from './modules/inspire/stories/public.ts';
import { resultPlace, workshopsPlace } from './modules/listen/workshops/public.ts';
import {
  evaluationBesideEvent,
  evaluationBesideInitiative,
  evaluationOnEvent,
  evaluationOnList,
} from './modules/measure/evaluation/public.ts';
import { myDataPlace } from './modules/privacy/public.ts';
import { sharePlace } from './modules/sharing/public.ts';
import {
  devicesPlace,
  forgetUnseenWays,
  myAddressPlace,
  tellContactMoved,
  waysPlace,
} from './modules/signin/public.ts';
import { importsPlace } from './modules/tenancy-import/public.ts';
import { type Enclosures, messagesPlace } from './modules/turns/public.ts';
import { navigationText } from './navigation-text.ts';
import type { Path } from './platform/web/path.ts';
import type { Visit } from './platform/web/web.ts';
import { tellOfTrustedRole } from './trusted-roles.ts';
import { CardGrid } from './ui/components/card.tsx';
import { Heading } from './ui/components/heading.tsx';
import { Words } from './ui/components/written.tsx';
import { seatsAreSettled } from './vacant-seats.ts';

const CARDS_SHOWN = 6;

type Reader = Pick<Visit, 'tx' | 'language' | 'actor'>;

/** What the other modules show on the pages of housing. */
export const NEIGHBOURS: Neighbours = {
  initiativeCounts: countsByDepartment,
  inDepartment,
  afterConstitution: seatsAreSettled,
  roleGiven: tellOfTrustedRole,
  async contactMoved(tx, before, now) {
    await tellContactMoved(tx, before, now);
    const moved = before.email !== now.email || before.phone !== now.phone;
    if (moved && personIdOf(tx.actor) !== before.id) await untieAll(tx, before.id);
  },
  async peopleMerged(tx, ids) {
    await forgetUnseenWays(tx, ids);
    for (const id of ids) {
      await untieAll(tx, id);
      await renewFeeds(tx, id);
    }
  },
  onMyPage: (visit) => Promise.resolve(<MoreOfMine visit={visit} />),
  myAddressHref: myAddressPlace({}),
  importHref: importsPlace({}),
};

/** What the other modules offer to those who drive an initiative. */
export const INITIATIVE_NEIGHBOURS: InitiativeNeighbours = {
  supportPath: (id) => applyPlace({}, { initiativ: id }),
  sharePath: (actor, id) => (isStaff(actor) ? sharePlace({ source: 'initiativ', id }) : null),
  originPath,
  async beside(visit, initiative, inside) {
    const [money, events, tasks, story, catalogue, evaluation] = await Promise.all([
      casesBeside(visit, initiative, inside),
      eventsBeside(visit, initiative, inside),
      tasksBesideInitiative(visit, initiative, inside),
      storyBeside(visit, initiative, inside),
      besideInitiative(visit, initiative, inside),
      evaluationBesideInitiative(visit, initiative, inside),
    ]);
    return (
      <>
        {money}
        {events}
        {tasks}
        {story}
        {catalogue}
        {evaluation}
      </>
    );
  },
};

/** What the other modules show on the pages of events. */
export const EVENT_NEIGHBOURS: EventNeighbours = {
  followHref: followPlace({}),
  async beside(visit, event) {
    const [tasks, evaluation, initiative] = await Promise.all([
      tasksBesideEvent(visit, event),
      evaluationBesideEvent(visit, event),
      initiativeOfEvent(visit, event),
    ]);
    return (
      <>
        {tasks}
        {evaluation}
        {initiative}
      </>
    );
  },
  below: evaluationOnEvent,
  onList: evaluationOnList,
  expectedOf: expectedByCard,
  whenCalledOff: dropTasksOf,
  whenMoved: moveTasksOf,
};

/** What the other modules show on a case of the fund, in the order of its life. */
const ON_CASE: readonly NonNullable<FundNeighbours['onCase']>[] = [
  initiativeOnCase,
  invoicesOnCase,
  paymentsOnCase,
  resultsOnCase,
];

/** Who pays what the desk has accepted. */
export const INVOICE_PAYERS: Payers = PAYERS;

export const FUND_NEIGHBOURS: FundNeighbours = {
  async onCase(visit, application) {
    return <>{await Promise.all(ON_CASE.map((show) => show(visit, application)))}</>;
  },
  async onFund(visit) {
    return (
      <>
        {await resultsOnFund(visit)}
        <OutsideOnFund language={visit.language} />
      </>
    );
  },
  fromCard: carriedFromCard,
  fromInitiative: carriedFromInitiative,
  onFollowed: resultsOnFollowed,
  onSlip: resultsOnSlip,
  billing: invoiceBilling,
};

/** How many an initiative said that it would be when it took a card. */
async function expectedByCard(visit: Pick<Visit, 'tx'>, id: Id<'initiative'>): Promise<number | null> {
  return (await carriedFromInitiative(visit, id))?.participants ?? null;
}

/** The papers that go with messages, by who writes them. */
export const ENCLOSURES: Enclosures = fundEnclosures(FUND_NEIGHBOURS);

/** Back to the X, the card or the idea. The room's answers and ideas are read by the staff. */
function originPath(actor: Actor, { sourceKind, sourceId }: Origin): Path | null {
  if (sourceKind === 'catalogue') return catalogueCardPlace({ id: sourceId });
  if (!isStaff(actor)) return null;
  if (sourceKind === 'idea') return ideaPlace({ id: sourceId });
  return sourceKind === 'sheet' && sourceId.includes(':') ? resultPlace({ id: sourceId.split(':')[0] ?? '' }) : null;
}

/** What the money is for, and what is held with it: the case leads on from the yes to the day itself. */
async function initiativeOnCase(visit: Reader, { initiativeId }: { readonly initiativeId: Id<'initiative'> | null }) {
  const initiative = initiativeId && (await initiativeById(visit.tx, initiativeId));
  if (!initiative) return null;
  return (
    <>
      {linkTo(visit, initiative)}
      {await eventsBeside(visit, initiative, mayWith(visit.actor, initiative, visit.tx.today).edit)}
    </>
  );
}

async function initiativeOfEvent(visit: Reader, { initiativeId }: { readonly initiativeId: Id<'initiative'> | null }) {
  const initiative = initiativeId && (await initiativeById(visit.tx, initiativeId));
  return initiative ? linkTo(visit, initiative) : null;
}

/** Those who may see inside are led there. */
function linkTo({ tx, actor, language }: Reader, initiative: Initiative) {
  const { id, title } = initiative;
  const { seeInside } = mayWith(actor, initiative, tx.today);
  return (
    <section class="stack">
      <Heading level={2}>{navigationText(language).theInitiative}</Heading>
      <p>
        <a href={seeInside ? insidePlace({ id }) : initiativePlace({ id })}>
          <Words>{title}</Words>
        </a>
      </p>
    </section>
  );
}

async function inDepartment(visit: Visit, departmentId: Id<'department'>) {
  const { tx, language } = visit;
  const [events, cards, all] = await Promise.all([
    eventsComing(visit, departmentId),
    departmentInitiatives(tx, departmentId, CARDS_SHOWN),
    departments(tx),
  ]);
  if (cards.length === 0) return events;
  const names = new Map(all.map((one) => [one.id as string, one.name]));
  return (
    <>
      {events}
      <section class="stack">
        <Heading level={2}>{navigationText(language).growsHere}</Heading>
        <CardGrid>
          {cards.map((card) => (
            <InitiativeCard language={language} card={card} departments={names} />
          ))}
        </CardGrid>
      </section>
    </>
  );
}

function MoreOfMine({ visit }: { readonly visit: Visit }) {
  const words = navigationText(visit.language);
  return (
    <section class="stack">
      <Heading level={2}>{words.more}</Heading>
      <ul>
        <li>
          <a href={messagesPlace({})}>{words.messages}</a>
        </li>
        <li>
          <a href={devicesPlace({})}>{words.devices}</a>
        </li>
        <li>
          <a href={myDataPlace({})}>{words.myData}</a>
        </li>
        <li>
          <a href={waysPlace({})}>{words.ways}</a>
        </li>
        <li>
          <a href={myHousesPlace({})}>{words.houses}</a>
        </li>
        <li>
          <a href={gatheringsPlace({})}>{words.invitedTo}</a>
        </li>
        <li>
          <a href={workshopsPlace({})}>{words.myWorkshops}</a>
        </li>
        <li>
          <a href={ownFeedsPlace({})}>{words.ownCalendar}</a>
        </li>
      </ul>
    </section>
  );
}
