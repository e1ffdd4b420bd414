import type { Child, Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { formatDay, formatDayWithWeekday, formatPhone } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { DayBlock } from '../../../../ui/components/date-card.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { Lines, Words } from '../../../../ui/components/written.tsx';
import { initiativePlace } from '../../../initiatives/public.ts';
import type { May } from '../access.ts';
import { canSignUp, type Event, type EventText, type Stage, stageOf } from '../rules/event.ts';
import type { Seats, SignUp } from '../rules/signing-up.ts';
import { spanOf } from '../rules/times.ts';
import { eventsText } from '../text/events.ts';
import { eventCalendarPlace, insidePlace, minePlace, posterPlace, signUpPlace } from '../urls.ts';
import { type DepartmentNames, hoursText, whereText } from './card.tsx';

export interface PageProps {
  readonly language: Language;
  /** The house's own language: of the words as they were first written. */
  readonly own: Language;
  readonly today: Day;
  readonly event: Event;
  readonly texts: readonly EventText[];
  readonly seats: Seats;
  readonly may: May;
  readonly departments: DepartmentNames;
  readonly initiative: { readonly id: string; readonly title: string } | null;
  /** The reader's own sign-up, when they are signed in and have one. */
  readonly mine: SignUp | null;
  /** The office's number, for an event without its own. */
  readonly phone: string | null;
}

/** What everybody reads: when, where, for whom, how full, and the way to sign up. Search engines read it as an event. */
export function EventPage(props: PageProps): Html {
  const { language, event, today } = props;
  const text = textFor(props);
  const stage = stageOf(event, today);
  return (
    <div itemscope itemtype="https://schema.org/Event" class="stack">
      <div class="event-title">
        <DayBlock day={event.on} language={language} colour={stage === 'cancelled' ? 'neutral' : 'sol'} />
        <h1 class="ds-heading" data-size="lg" itemprop="name" lang={text.language}>
          <bdi>{text.title}</bdi>
        </h1>
      </div>
      <ForMachines event={event} />
      <State {...props} stage={stage} />
      <div itemprop="description" lang={text.language} class="lead">
        <Lines text={text.what} />
      </div>
      <Facts {...props} />
      <Ways {...props} />
      <Others {...props} shown={text.language} />
      <Papers {...props} />
      {props.initiative && (
        <p>
          {eventsText(language).belongs}{' '}
          <a href={initiativePlace({ id: props.initiative.id })}>
            <Words>{props.initiative.title}</Words>
          </a>
        </p>
      )}
    </div>
  );
}

/** In the reader's language where somebody wrote it, else as it was first written. */
function textFor({ language, own, event, texts }: PageProps): EventText {
  const first = { language: own, title: event.title, what: event.what };
  return language === own ? first : (texts.find((one) => one.language === language) ?? first);
}

function ForMachines({ event }: Pick<PageProps, 'event'>): Html {
  const { from, to } = spanOf(event);
  const { cancelled } = event;
  return (
    <>
      <meta itemprop="startDate" content={from.toISOString()} />
      {to && <meta itemprop="endDate" content={to.toISOString()} />}
      <meta itemprop="eventStatus" content={`https://schema.org/${cancelled ? 'EventCancelled' : 'EventScheduled'}`} />
      <meta itemprop="eventAttendanceMode" content="https://schema.org/OfflineEventAttendanceMode" />
      {event.capacity !== null && <meta itemprop="maximumAttendeeCapacity" content={String(event.capacity)} />}
    </>
  );
}

function State({ language, event, stage }: PageProps & { readonly stage: Stage }): Html | null {
  const words = eventsText(language);
  if (event.cancelled) {
    return (
      <Notice kind="warning" heading={words.cancelled}>
        <p>
          {words.cancelledBecause(formatDay(event.cancelled.on, language))} {words.cancelledWhy}:{' '}
          {words.reasons[event.cancelled.reason].toLowerCase()}.
        </p>
        {event.cancelled.words && <Lines text={event.cancelled.words} />}
      </Notice>
    );
  }
  if (event.count) {
    const { adults, children } = event.count;
    const said =
      adults === null
        ? words.notCounted
        : adults + (children ?? 0) === 0
          ? words.nobodyCame
          : words.howMany(adults, children ?? 0);
    return (
      <Notice kind={adults === null ? 'info' : 'success'} heading={words.wasHeld}>
        <p>{said}</p>
      </Notice>
    );
  }
  if (stage === 'over') return <Notice heading={words.wasHeld} />;
  return stage === 'on' ? (
    <p class="tags">
      <StatusTag state="going">{words.today}</StatusTag>
    </p>
  ) : null;
}

function Facts({ language, event, departments, seats, phone }: PageProps): Html {
  const words = eventsText(language);
  const number = event.phone ?? phone;
  const left = event.capacity === null || seats.waiting > 0 ? 0 : Math.max(0, event.capacity - seats.taken);
  const days = event.until === event.on ? `${formatDayWithWeekday(event.on, language)}, ` : '';
  const asked = event.signUp && !event.cancelled && !event.count;
  return (
    <DescriptionList
      rows={[
        {
          term: words.facts.when,
          content: (
            <bdi>
              {days}
              {hoursText(language, event)}
            </bdi>
          ),
        },
        {
          term: words.facts.where,
          content: (
            <span itemprop="location" itemscope itemtype="https://schema.org/Place">
              <bdi itemprop="name">{event.place}</bdi>
            </span>
          ),
        },
        {
          term: words.facts.forWhom,
          content: [whereText(language, event, departments), event.openToAll ? '' : words.closedGroup]
            .filter(Boolean)
            .join('. '),
        },
        {
          term: words.facts.room,
          content: asked && event.capacity !== null ? words.roomFor(event.capacity, left) : null,
        },
        {
          term: words.facts.by,
          content: asked && event.signUpBy ? formatDayWithWeekday(event.signUpBy, language) : null,
        },
        { term: words.facts.call, content: number && !event.count ? caller(event, number) : null },
      ]}
    />
  );
}

function caller(event: Event, number: string): Child {
  return (
    <>
      {event.phone && event.callWho && (
        <>
          <Words>{event.callWho}</Words>:{' '}
        </>
      )}
      <a href={`tel:${number}`}>{formatPhone(number).replaceAll(' ', '\u00a0')}</a>
    </>
  );
}

function Ways({ language, event, today, seats, may, mine }: PageProps): Html | null {
  const words = eventsText(language);
  const open = canSignUp(event, today);
  const full = event.capacity !== null && (seats.taken >= event.capacity || seats.waiting > 0);
  const ahead = !event.cancelled && !event.count;
  return (
    <div class="stack">
      {ahead && event.signUp && !open && today <= event.until && <p>{words.signUpOver}</p>}
      {ahead && !event.signUp && <p>{words.noSignUp}.</p>}
      <p class="actions">
        {mine && (
          <LinkButton href={minePlace({ code: mine.id })}>
            {ahead ? (mine.placed ? words.mine : words.mineWaits) : words.mineOver}
          </LinkButton>
        )}
        {open && !mine && (
          <LinkButton href={signUpPlace({ id: event.id })}>{full ? words.signUpWaiting : words.signUp}</LinkButton>
        )}
        {ahead && today <= event.until && (
          <LinkButton href={eventCalendarPlace({ id: event.id })} look="secondary" download>
            {words.calendar}
          </LinkButton>
        )}
        {may.seeCounts && (
          <LinkButton href={insidePlace({ id: event.id })} look="secondary">
            {words.inside}
          </LinkButton>
        )}
      </p>
    </div>
  );
}

/** As those who read it call it. */
const OWN_NAMES = {
  da: 'Dansk',
  en: 'English',
  de: 'Deutsch',
  pl: 'Polski',
  tr: 'Türkçe',
  uk: 'Українська',
} as const;

/** The invitation in the languages that it is written in, besides the one that is shown. */
function Others({ language, own, event, texts, shown }: PageProps & { readonly shown: string }): Html | null {
  const words = eventsText(language);
  const all: readonly EventText[] = [{ language: own, title: event.title, what: event.what }, ...texts];
  const others = all.filter((one) => one.language !== shown);
  if (others.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.otherLanguages}</Heading>
      {others.map((one) => (
        <details class="ds-details disclosure">
          <summary lang={one.language}>{OWN_NAMES[one.language]}</summary>
          <div class="disclosure-inside" lang={one.language}>
            <p>
              <strong>{one.title}</strong>
            </p>
            <Lines text={one.what} />
          </div>
        </details>
      ))}
    </section>
  );
}

function Papers({ language, own, event, texts }: PageProps): Html | null {
  const words = eventsText(language);
  if (event.cancelled || event.count) return null;
  const languages = [own, ...texts.map((one) => one.language)];
  return (
    <section class="stack">
      <Heading level={2}>{words.papers}</Heading>
      <ul>
        {languages.map((one) => (
          <li>
            {languages.length > 1 ? `${words.posterIn(words.languages[one])}: ` : ''}
            <a href={posterPlace({ id: event.id }, { sprog: one })}>{words.poster}</a>,{' '}
            <a href={posterPlace({ id: event.id }, { sprog: one, str: 'a3' })}>{words.posterLarge}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
