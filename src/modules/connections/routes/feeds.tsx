import { personIdOf } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import { type Id, readId } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyone, signedIn } from '../../../platform/web/who.ts';
import { datedEvents } from '../../act/events/public.ts';
import { type Department, departments, loadActor, personById } from '../../housing/public.ts';
import { datedInitiatives, newestInitiatives } from '../../initiatives/public.ts';
import { type Tongue, tellTurns, turnsOf } from '../../turns/public.ts';
import { closeFeedAddress, renewFeedAddress } from '../commands/feeds.ts';
import { houseCalendar, houseNews, ownCalendar, ownNews } from '../letters/feeds.ts';
import { calendarSince, type FeedHouse, MOST_NEWS, type OwnDate, type OwnTurn } from '../rules/feeds.ts';
import { feedAddressOf, feedCode, personOfFeed } from '../store/feeds.ts';
import { feedsText } from '../text/feeds.ts';
import {
  closeFeedsPlace,
  followPlace,
  houseCalendarPlace,
  houseNewsPlace,
  ownCalendarPlace,
  ownFeedsPlace,
  ownNewsPlace,
  renewFeedsPlace,
} from '../urls.ts';
import { FollowPage, OwnFeedsPage } from '../views/feeds.tsx';

/** What feeds are given by the contents page: how turns are told, and which days other modules have for a person. */
export interface FeedParts {
  readonly tongue: Tongue;
  readonly dates: (tx: TenantDb, since: Day) => Promise<readonly OwnDate[]>;
  /** Where the news of the funds is. */
  readonly fundNews: string;
}

const MOST_TURNS = 200;

/** Calendars and news for programs that cannot sign in. */
export function feedRoutes(web: Web, parts: FeedParts): void {
  web.get(ownFeedsPlace, signedIn, ownPage);
  web.post(renewFeedsPlace, signedIn, async ({ tx, language, redirect }) => {
    const words = feedsText(language);
    return redirect(ownFeedsPlace({}), (await renewFeedAddress(tx)) ? words.renewed : words.ready);
  });
  web.post(closeFeedsPlace, signedIn, async ({ tx, language, redirect }) => {
    await closeFeedAddress(tx);
    return redirect(ownFeedsPlace({}), feedsText(language).closed);
  });
  web.get(ownCalendarPlace, anyone, async (visit) => {
    const { tx, language } = await ownerOf(visit.tx, visit.params.code);
    const since = calendarSince(tx.today);
    const drivenBy = personIdOf(tx.actor) ?? missing();
    const [turns, dates, initiatives, events] = await Promise.all([
      ownTurns(tx, parts.tongue, language),
      parts.dates(tx, since),
      datedInitiatives(tx, { drivenBy, since }),
      datedEvents(tx, { personId: drivenBy, since }),
    ]);
    return calendarFile(visit, ownCalendar(houseOf(tx), language, { turns, dates, initiatives, events }));
  });
  web.get(ownNewsPlace, anyone, async (visit) => {
    const { tx, language } = await ownerOf(visit.tx, visit.params.code);
    const turns = await ownTurns(tx, parts.tongue, language);
    const self = tx.origin + visit.path;
    return newsFile(visit, ownNews(houseOf(tx), language, turns.slice(0, MOST_NEWS), self));
  });
  web.get(followPlace, anyone, (visit) => followPage(visit, parts));
  web.get(houseCalendarPlace, anyone, async (visit) => {
    const { name, departmentId } = await placeOf(visit);
    const since = calendarSince(visit.tx.today);
    const [initiatives, events] = await Promise.all([
      datedInitiatives(visit.tx, { departmentId, since }),
      datedEvents(visit.tx, { departmentId, since }),
    ]);
    return calendarFile(visit, houseCalendar(houseOf(visit.tx), name, initiatives, events));
  });
  web.get(houseNewsPlace, anyone, async (visit) => {
    const { tx, language } = visit;
    const { where, departmentId } = await placeOf(visit);
    const self = tx.origin + houseNewsPlace({}, { afdeling: departmentId });
    const initiatives = await newestInitiatives(tx, departmentId, MOST_NEWS);
    return newsFile(visit, houseNews(houseOf(tx), language, where, initiatives, self));
  });
}

async function ownPage(visit: Visit): Promise<Response> {
  const { tx, language, actor } = visit;
  const address = await feedAddressOf(tx, personIdOf(actor) ?? missing());
  const code = address && (await feedCode(tx, address));
  const words = feedsText(language);
  return visit.page(
    { title: words.ownTitle },
    OwnFeedsPage({
      language,
      address:
        address && code
          ? {
              madeAt: address.madeAt,
              calendar: tx.origin + ownCalendarPlace({ code }),
              news: tx.origin + ownNewsPlace({ code }),
            }
          : null,
    }),
  );
}

async function followPage(visit: Visit, { fundNews }: FeedParts): Promise<Response> {
  const { tx, language } = visit;
  const words = feedsText(language);
  return visit.page(
    { title: words.followTitle, description: words.followIntro },
    FollowPage({
      language,
      departments: await departments(tx),
      fundNews,
      signedIn: visit.actor.kind === 'person',
    }),
  );
}

/** The transaction as the owner of the address, who reads what they may read today. */
async function ownerOf(tx: TenantDb, code: string): Promise<{ readonly tx: TenantDb; readonly language: Language }> {
  const personId = (await personOfFeed(tx, code)) ?? missing();
  const [actor, person] = [await loadActor(tx, personId), await personById(tx, personId)];
  if (!actor || !person) missing();
  return { tx: { ...tx, actor }, language: person.language };
}

/** What to do, and about what: the sentences name people, and are for those who have signed in. */
async function ownTurns(tx: TenantDb, tongue: Tongue, language: Language): Promise<readonly OwnTurn[]> {
  const open = await turnsOf(tx, { limit: MOST_TURNS });
  const initiative = open.flatMap(({ thread }) => thread ?? []);
  const [told, names] = await Promise.all([
    tellTurns(tx, tongue, open, language),
    tongue.names(tx, language)({ person: [], department: [], organisation: [], initiative }),
  ]);
  const threads = new Map(open.map(({ id, thread }) => [id, thread]));
  return told.map(({ id, action, path, due, since }) => {
    const about = names.get(threads.get(id) ?? '') ?? null;
    return { id, action, about, path, due, since };
  });
}

function houseOf(tx: TenantDb): FeedHouse {
  return { name: tx.tenant.name, origin: tx.origin, now: tx.now };
}

/** The department asked for, by name; the whole house where none is. */
async function placeOf({ tx, language, query }: Visit): Promise<{
  readonly departmentId: Id<'department'> | null;
  readonly name: string;
  readonly where: string;
}> {
  const words = feedsText(language);
  const asked = query.get('afdeling');
  if (asked === null) return { departmentId: null, name: words.houseName(tx.tenant.name), where: tx.tenant.name };
  const id = readId<'department'>(asked);
  const found: Department = (await departments(tx)).find((one) => one.id === id) ?? missing();
  return { departmentId: found.id, name: words.departmentName(found.name), where: found.name };
}

function calendarFile(visit: Pick<Visit, 'file'>, bytes: string): Response {
  return visit.file({ bytes, type: 'text/calendar; charset=utf-8', name: 'kalender.ics', inline: true });
}

function newsFile(visit: Pick<Visit, 'file'>, bytes: string): Response {
  return visit.file({ bytes, type: 'application/rss+xml; charset=utf-8', name: 'nyt.xml', inline: true });
}
