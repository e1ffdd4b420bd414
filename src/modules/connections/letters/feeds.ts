import { type CalendarEvent, writeCalendar } from '../../../engines/calendar/write-calendar.ts';
import { writeRss } from '../../../engines/news/write-rss.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Dated, inCalendar } from '../../act/events/public.ts';
import { type Followed, initiativePlace, initiativesPlace } from '../../initiatives/public.ts';
import { turnsPlace } from '../../turns/public.ts';
import type { FeedHouse, OwnDate, OwnTurn } from '../rules/feeds.ts';
import { feedsText } from '../text/feeds.ts';

/** A person's own deadlines, meetings and activities. No name of anybody, and not what somebody wrote. */
export function ownCalendar(
  house: FeedHouse,
  language: Language,
  mine: {
    readonly turns: readonly OwnTurn[];
    readonly dates: readonly OwnDate[];
    readonly initiatives: readonly Followed[];
    /** What they have signed up to, or arrange. */
    readonly events: readonly Dated[];
  },
): string {
  const deadlines = mine.turns.flatMap((turn): CalendarEvent[] => {
    if (!turn.due) return [];
    const url = house.origin + turn.path;
    return [{ uid: uidOf(house, 'turn', turn.id), from: turn.due, summary: titleOf(turn), url }];
  });
  const dates = mine.dates.map(
    (one): CalendarEvent => ({
      uid: uidOf(house, one.kind, one.id),
      from: one.on,
      summary: one.summary ?? feedsText(language).meeting(one.about),
      url: house.origin + one.path,
    }),
  );
  return writeCalendar({
    name: feedsText(language).calendarName(house.name),
    stamp: house.now,
    events: [
      ...deadlines,
      ...dates,
      ...activities(house, mine.initiatives),
      ...mine.events.map((one) => inCalendar(house, one)),
    ],
  });
}

/** What waits for a person, as news. */
export function ownNews(house: FeedHouse, language: Language, turns: readonly OwnTurn[], self: string): string {
  const words = feedsText(language);
  return writeRss({
    title: words.newsName(house.name),
    about: words.newsAbout,
    href: house.origin + turnsPlace({}),
    self,
    language,
    items: turns.map((turn) => ({
      guid: uidOf(house, 'turn', turn.id),
      title: titleOf(turn),
      href: house.origin + turn.path,
      at: new Date(`${turn.since}T10:00:00Z`),
    })),
  });
}

/** What happens in the house, or in a department: for everybody. */
export function houseCalendar(
  house: FeedHouse,
  name: string,
  initiatives: readonly Followed[],
  events: readonly Dated[],
): string {
  const all = [...activities(house, initiatives), ...events.map((one) => inCalendar(house, one))];
  return writeCalendar({ name, stamp: house.now, events: all });
}

export function houseNews(
  house: FeedHouse,
  language: Language,
  where: string,
  initiatives: readonly Followed[],
  self: string,
): string {
  const words = feedsText(language);
  return writeRss({
    title: words.initiativesName(where),
    about: words.initiativesAbout,
    href: house.origin + initiativesPlace({}),
    self,
    language,
    items: initiatives.map((one) => ({
      guid: uidOf(house, 'initiative', one.id),
      title: one.title,
      href: house.origin + initiativePlace({ id: one.id }),
      at: one.createdAt,
      text: one.what,
    })),
  });
}

function activities(house: FeedHouse, initiatives: readonly Followed[]): CalendarEvent[] {
  return initiatives.flatMap((one) => {
    if (!one.startsOn) return [];
    return [
      {
        uid: uidOf(house, 'initiative', one.id),
        from: one.startsOn,
        to: one.endsOn,
        summary: one.title,
        place: one.place,
        description: one.what,
        url: house.origin + initiativePlace({ id: one.id }),
      },
    ];
  });
}

function uidOf(house: FeedHouse, kind: string, id: string): string {
  return `${kind}-${id}@${new URL(house.origin).hostname}`;
}

/** "Svar: Suppe i gården": what to do, and about what. */
function titleOf({ action, about }: OwnTurn): string {
  return about ? `${action}: ${about}` : action;
}
