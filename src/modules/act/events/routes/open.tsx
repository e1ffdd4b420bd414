import { personIdOf } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, TYPESETTING, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import { departmentNames, ownOrganisation } from '../../../housing/public.ts';
import { initiativeById } from '../../../initiatives/public.ts';
import { mayMake, mayWith } from '../access.ts';
import { eventCalendar } from '../letters/calendar.ts';
import { posterOf } from '../letters/papers.ts';
import { type EventCard, type EventFilter, ROWS_A_PAGE, TEXT_LANGUAGES } from '../rules/event.ts';
import { cardPage } from '../store/cards.ts';
import { textsOf } from '../store/events.ts';
import { seatsOf, signUpOf } from '../store/sign-ups.ts';
import { eventsText } from '../text/events.ts';
import { clockText } from '../text/letters.ts';
import { eventCalendarPlace, eventPlace, eventsPlace, posterPlace } from '../urls.ts';
import { type DepartmentNames, seatsLine, whereText } from '../views/card.tsx';
import { ListPage } from '../views/list.tsx';
import { EventPage } from '../views/page.tsx';
import type { BesideEvent } from './inside.tsx';
import { type Of, paper, seen, trailTo } from './seen.ts';

/** What everybody reads. `followHref`: where the calendars are. `after`: what other modules show below an event. */
export function openRoutes(web: Web, followHref: string, after?: BesideEvent): void {
  web.get(eventsPlace, anyone, (visit) => list(visit, followHref));
  web.get(eventPlace, anyone, (visit) => show(visit, after));
  web.get(eventCalendarPlace, anyone, async (visit) => {
    const { event } = await seen(visit);
    const { tx } = visit;
    const house = { name: tx.tenant.name, origin: tx.origin, now: tx.now };
    const bytes = eventCalendar(house, event);
    return visit.file({ bytes, type: 'text/calendar; charset=utf-8', name: `${event.title}.ics` });
  });
  web.get(posterPlace, anyone, poster, TYPESETTING);
}

async function list(visit: Visit, followHref: string): Promise<Response> {
  const { tx, actor, language, query, page } = visit;
  const filter: EventFilter = {
    when: query.get('vis') === 'holdt' ? 'past' : 'ahead',
    departmentId: readId<'department'>(query.get('afdeling') ?? ''),
  };
  const format = wantedFile(query);
  if (format) return listFile(visit, format, cardsFile(tx, language, filter, await departmentNames(tx)));
  const at = pageNumber(query);
  const [{ cards, more }, departments] = await Promise.all([cardPage(tx, filter, at), departmentNames(tx)]);
  const words = eventsText(language);
  return page({ title: words.title, description: words.lead, wide: true }, () => (
    <>
      {ListPage({
        language,
        today: tx.today,
        filter,
        cards,
        page: at,
        more,
        departments,
        may: { make: mayMake(actor), setRules: mayWith(actor, NO_EVENT).setRules },
        followHref,
      })}
      {cards.length > 0 && <FileLinks language={language} query={query} />}
    </>
  ));
}

const NO_EVENT = { organisers: [], departmentIds: [], wholeOrganisation: true };

function cardsFile(
  tx: TenantDb,
  language: Language,
  filter: EventFilter,
  departments: DepartmentNames,
): ListFile<EventCard> {
  const { title, columns, cancelled, over, came } = eventsText(language);
  return {
    title,
    columns: [
      [columns.title, (card) => card.title],
      [columns.day, (card) => ({ day: card.on })],
      [columns.starts, (card) => clockText(language, card.starts)],
      [columns.place, (card) => card.place],
      [columns.department, (card) => whereText(language, card, departments)],
      [
        columns.state,
        (card) => {
          if (card.cancelled) return cancelled;
          if (card.until >= tx.today) return seatsLine(language, card);
          return card.came === null ? over : came(card.came);
        },
      ],
      [columns.signedUp, (card) => card.taken],
      [columns.came, (card) => card.came],
    ],
    page: async (number) => (await cardPage(tx, filter, number)).cards,
    size: ROWS_A_PAGE,
  };
}

async function show(visit: Of, after?: BesideEvent): Promise<Response> {
  const { tx, actor, language, page } = visit;
  const id = readId<'event'>(visit.params.id) ?? missing();
  const me = personIdOf(actor);
  // Asked at once; none of it is shown unless the event is there.
  const [{ event, may }, seats, texts, departments, organisation, mine] = await Promise.all([
    seen(visit),
    seatsOf(tx, id),
    textsOf(tx, id),
    departmentNames(tx),
    ownOrganisation(tx),
    me ? signUpOf(tx, id, me) : null,
  ]);
  const initiative = event.initiativeId && (await initiativeById(tx, event.initiativeId));
  const below = (await after?.(visit, event)) ?? null;
  return page(
    { title: event.title, heading: false, trail: trailTo(visit), description: event.what.slice(0, 200) },
    () => (
      <>
        {EventPage({
          language,
          own: tx.tenant.language,
          today: tx.today,
          event,
          texts,
          seats,
          may,
          departments,
          initiative: initiative && { id: initiative.id, title: initiative.title },
          mine,
          phone: organisation.phone,
        })}
        {below}
      </>
    ),
  );
}

async function poster(visit: Of): Promise<Response> {
  const { tx, language, query } = visit;
  const { event } = await seen(visit);
  const own = tx.tenant.language;
  const texts = [{ language: own, title: event.title, what: event.what }, ...(await textsOf(tx, event.id))];
  const asked = TEXT_LANGUAGES.find((one) => one === query.get('sprog')) ?? language;
  const text = texts.find((one) => one.language === asked) ?? texts[0] ?? missing();
  const { phone, email } = await ownOrganisation(tx);
  const size = query.get('str') === 'a3' ? 'a3' : 'a4';
  return paper(visit, posterOf(event, text, size, { origin: tx.origin, phone, email }), text.title);
}
