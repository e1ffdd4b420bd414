import { utc } from '../../../../kernel/day.ts';
import { formatDay, formatDayWithWeekday, formatPeriod, formatPhone } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { ListSpec, PosterSpec, Qr } from '../../../../platform/documents/spec.ts';
import type { May } from '../access.ts';
import { type Event, type EventText, type TextLanguage, WAYS_HERE } from '../rules/event.ts';
import type { ToTell } from '../rules/notices.ts';
import { firstName, peopleIn, type SignUp } from '../rules/signing-up.ts';
import { insideText } from '../text/inside.ts';
import { clockText, messagesText, POSTER_WORDS, whenLine } from '../text/letters.ts';
import { eventPlace } from '../urls.ts';

export interface Paper {
  readonly language: Language;
  readonly origin: string;
  /** The office's, for an event without a number of its own. */
  readonly phone: string | null;
  readonly email: string | null;
}

const SITES: Readonly<Partial<Record<TextLanguage, Language>>> = { da: 'da', en: 'en' };

/** For the stairwell, in one of the languages that the invitation is written in. */
export function posterOf(
  event: Event,
  text: EventText,
  size: 'a4' | 'a3',
  { origin, phone, email }: Omit<Paper, 'language'>,
): PosterSpec {
  const words = POSTER_WORDS[text.language];
  const own = SITES[text.language];
  const address = origin + eventPlace({ id: event.id });
  const number = event.phone ?? phone;
  const time = words.at(clockText(text.language, event.starts), event.ends && clockText(text.language, event.ends));
  const until = event.until === event.on ? [] : [period(event, text.language)];
  const by = event.signUpBy && dayIn(event.signUpBy, text.language);
  return {
    kind: 'poster',
    language: own ?? 'en',
    ...(own ? {} : { speaks: text.language }),
    size,
    title: text.title,
    kicker: event.openToAll ? words.kickerAll : words.kicker,
    day: event.on,
    time,
    place: event.place,
    paragraphs: [
      ...until,
      ...text.what.split(/\n{2,}/).filter(Boolean),
      event.signUp ? words.signUp(by) : words.come,
      ...(event.openToAll ? [words.free] : []),
    ],
    qr: { content: address, caption: words.qr, alt: words.qrAlt(address) },
    contact: number
      ? words.phone(event.phone ? event.callWho : '', formatPhone(number).replaceAll(' ', '\u00a0'))
      : email
        ? words.mail(email)
        : null,
  };
}

function period({ on, until }: Event, language: TextLanguage): string {
  const own = SITES[language];
  return own ? formatPeriod(on, until, own) : `${dayIn(on, language)} – ${dayIn(until, language)}`;
}

function dayIn(day: Event['on'], language: TextLanguage): string {
  const own = SITES[language];
  if (own) return formatDayWithWeekday(day, own);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(utc(day));
}

/** Everybody who comes, with a box to tick; and room for strokes for those who had not signed up. `more`: a way for all who read it. */
export function listOf(
  event: Event,
  people: readonly SignUp[],
  names: May['names'],
  {
    language,
    today,
    more = null,
  }: { readonly language: Language; readonly today: Event['on']; readonly more?: Qr | null },
): ListSpec {
  const words = messagesText(language).list;
  const party = insideText(language).party;
  const placed = people.filter((one) => one.placed);
  const waiting = people.filter((one) => !one.placed);
  const count = (rows: readonly SignUp[]) => rows.reduce((sum, one) => sum + peopleIn(one), 0);
  const row = (one: SignUp) => [
    String(one.number),
    names === 'all' ? one.name : firstName(one.name),
    party(one.adults, one.children),
    names === 'all' ? (one.phone ? formatPhone(one.phone) : (one.email ?? one.home)) : '',
  ];
  const { number, name, party: comes, reach } = words.columns;
  return {
    kind: 'list',
    counted: false,
    language,
    title: words.title(event.title),
    day: today,
    note: [whenLine(language, event), event.place, words.note(count(placed), count(waiting))].join('. '),
    qr: more ?? undefined,
    columns: [{ title: number, align: 'right' }, { title: name }, { title: comes }, { title: reach }],
    checkboxes: [words.came],
    groups: [
      ...(placed.length > 0 ? [{ heading: words.placed, rows: placed.map(row) }] : []),
      ...(waiting.length > 0 ? [{ heading: words.waiting, rows: waiting.map(row) }] : []),
      {
        heading: words.walkIns,
        rows: WAYS_HERE.map((way) => [
          '',
          words.ways[way],
          words.rows.map((one) => `${one}:`).join('               '),
          '',
        ]),
      },
    ],
  };
}

/** Whom somebody must ring or bring a note. */
export function tellListOf(
  event: Event,
  people: readonly ToTell[],
  names: May['names'],
  { language, today }: { readonly language: Language; readonly today: Event['on'] },
): ListSpec {
  const words = messagesText(language).notices;
  const kinds = insideText(language).notice;
  const { number, name, home, phone, what } = words.columns;
  return {
    kind: 'list',
    counted: false,
    language,
    title: words.title(event.title),
    day: today,
    note: `${words.note} ${formatDay(event.on, language)}, ${event.place}.`,
    columns: [{ title: number, align: 'right' }, { title: name }, { title: home }, { title: phone }, { title: what }],
    checkboxes: [words.told],
    groups: [
      {
        heading: words.says,
        rows: people.map((one) => [
          String(one.number),
          names === 'all' ? one.name : firstName(one.name),
          one.home,
          names === 'all' && one.phone ? formatPhone(one.phone) : '',
          kinds[one.kind],
        ]),
      },
    ],
  };
}
