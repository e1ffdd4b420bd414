import type { Language } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Figure, FigureRow, FigureSpan } from '../../../platform/figures/figures.ts';
import { askedOnce, rowsOnce } from '../../../platform/figures/look.ts';
import { isAcross, WAYS_HERE, type WayHere } from './rules/event.ts';
import { anyEventBy, type CountedEvent, heldIn, visitorsIn } from './store/counted.ts';
import { eventPlace } from './urls.ts';

type Said = Readonly<Record<Language, string>>;

const DAY: Said = {
  da: 'Vi tæller på den dag, det begyndte. Aflyste arrangementer er ikke med.',
  en: 'Counted on the day it began. Events that were called off are left out.',
};
const NUMBER = { room: 'act', unit: 'number', way: 'sum', better: 'up', people: false, perDepartment: true } as const;
const PEOPLE = { ...NUMBER, unit: 'persons', people: true } as const;

/** Those that have any value at all, as rows. */
function rowsOf(
  counted: (event: CountedEvent) => Pick<FigureRow, 'value' | 'of' | 'parts'> | null,
): (tx: TenantDb, span: FigureSpan) => Promise<readonly FigureRow[] | null> {
  return async (tx, span) => {
    if (!(await askedOnce(tx, anyEventBy, span.until))) return null;
    return (await rowsOnce(tx, heldIn, span)).flatMap((event) => {
      const value = counted(event);
      const { id, on, title, departmentIds } = event;
      return value ? [{ id, on, title, departmentIds, path: eventPlace({ id }), ...value }] : [];
    });
  };
}

const WAY_NAMES: Readonly<Record<WayHere, { readonly address: string; readonly name: Said; readonly what: Said }>> = {
  asked: {
    address: 'kom-fordi-nogen-spurgte',
    name: { da: 'Kom, fordi nogen spurgte dem', en: 'Came because somebody asked them' },
    what: { da: 'som blev spurgt af et menneske', en: 'who were asked by a person' },
  },
  neighbour: {
    address: 'kom-gennem-en-nabo',
    name: { da: 'Hørte om det fra en nabo', en: 'Heard of it from a neighbour' },
    what: { da: 'som hørte om det fra en nabo', en: 'who heard of it from a neighbour' },
  },
  poster: {
    address: 'kom-efter-en-plakat',
    name: { da: 'Så en plakat', en: 'Saw a poster' },
    what: { da: 'som så en plakat', en: 'who saw a poster' },
  },
  mail: {
    address: 'kom-efter-en-mail',
    name: { da: 'Fik en mail eller SMS', en: 'Had a mail or SMS' },
    what: { da: 'som fik en mail eller SMS', en: 'who had a mail or SMS' },
  },
  other: {
    address: 'kom-paa-en-anden-maade',
    name: { da: 'Hørte om det på en anden måde', en: 'Heard of it another way' },
    what: { da: 'som hørte om det på en anden måde', en: 'who heard of it another way' },
  },
};

const WAYS: readonly Figure[] = WAYS_HERE.map((way) => {
  const { address, name, what } = WAY_NAMES[way];
  return {
    ...PEOPLE,
    code: `events_came_${way}`,
    address,
    name,
    definition: {
      da: `Andelen af dem, der kom til arrangementer og sagde, hvordan de hørte om det, ${what.da}. ${DAY.da}`,
      en: `The share of those who came to events and said how they heard of it, ${what.en}. ${DAY.en}`,
    },
    unit: 'share',
    way: 'share',
    better: way === 'asked' || way === 'neighbour' ? 'up' : 'none',
    rows: rowsOf(({ ways }) => {
      const parts = WAYS_HERE.map((one) => ways[one] ?? 0);
      const of = parts.reduce((sum, people) => sum + people, 0);
      return of > 0 ? { value: ways[way] ?? 0, of, parts } : null;
    }),
  };
});

/** What Grobund can count of events. */
export const eventsFigures: readonly Figure[] = [
  {
    ...NUMBER,
    code: 'events_held',
    address: 'arrangementer-holdt',
    name: { da: 'Arrangementer, der blev holdt', en: 'Events that were held' },
    definition: {
      da: `Alle arrangementer i kalenderen, der er holdt. ${DAY.da}`,
      en: `Every event on the calendar that has been held. ${DAY.en}`,
    },
    rows: rowsOf(() => ({ value: 1 })),
  },
  {
    ...NUMBER,
    code: 'events_open',
    address: 'aabne-arrangementer',
    name: { da: 'Arrangementer, der var åbne for alle', en: 'Events open to all' },
    definition: {
      da: `Arrangementer, som alle i afdelingen måtte komme til. ${DAY.da}`,
      en: `Events to which everybody in the department might come. ${DAY.en}`,
    },
    rows: rowsOf(({ openToAll }) => (openToAll ? { value: 1 } : null)),
  },
  {
    ...NUMBER,
    code: 'events_across',
    address: 'arrangementer-paa-tvaers',
    name: { da: 'Arrangementer på tværs af afdelinger', en: 'Events across departments' },
    definition: {
      da: `Andelen af arrangementerne, der var for mere end én afdeling. ${DAY.da}`,
      en: `The share of events that were for more than one department. ${DAY.en}`,
    },
    unit: 'share',
    way: 'share',
    rows: rowsOf((event) => ({ value: isAcross(event) ? 1 : 0, of: 1 })),
  },
  {
    ...PEOPLE,
    code: 'event_participants',
    address: 'deltagere',
    name: { da: 'Deltagere', en: 'Participants' },
    definition: {
      da: `Mennesker, der kom til arrangementer, børn talt med. Den, der kom to gange, tæller to gange. Arrangementer, som ingen talte, er ikke med. ${DAY.da}`,
      en: `People who came to events, children included. Whoever came twice counts twice. Events that nobody counted are left out. ${DAY.en}`,
    },
    emptyIsMissing: true,
    rows: rowsOf(({ came }) => (came === null ? null : { value: came })),
  },
  {
    ...PEOPLE,
    code: 'event_households',
    address: 'husstande-med',
    name: { da: 'Husstande, der var med', en: 'Households that took part' },
    definition: {
      da: 'Forskellige hjem, der var med til mindst ét arrangement. Kun dem, der meldte sig til med en kontakt, vi kender. Vi tæller måned for måned.',
      en: 'Different homes that took part in at least one event. Only those who signed up with a contact that we know. Counted month by month.',
    },
    unit: 'households',
    way: 'different',
    async rows(tx, span) {
      if (!(await askedOnce(tx, anyEventBy, span.until))) return null;
      return (await rowsOnce(tx, visitorsIn, span)).map(({ on, mark, departmentId }) => ({
        id: on,
        on,
        title: null,
        path: null,
        departmentIds: departmentId ? [departmentId] : [],
        value: 1,
        who: mark,
      }));
    },
  },
  {
    ...PEOPLE,
    code: 'event_first_timers',
    address: 'med-for-foerste-gang',
    name: { da: 'Med for første gang', en: 'Here for the first time' },
    definition: {
      da: `Mennesker fra hjem, som vi ikke har set til et arrangement her før. Kun dem, hvis kontakt vi kender. ${DAY.da}`,
      en: `People from homes that we have not seen at an event here before. Only those whose contact we know. ${DAY.en}`,
    },
    rows: rowsOf(({ firstPeople }) => (firstPeople > 0 ? { value: firstPeople } : null)),
  },
  {
    ...PEOPLE,
    code: 'event_returning',
    address: 'kom-igen',
    name: { da: 'Kom igen', en: 'Came again' },
    definition: {
      da: `Mennesker fra hjem, der har været med før. Kun dem, hvis kontakt vi kender. ${DAY.da}`,
      en: `People from homes that have taken part before. Only those whose contact we know. ${DAY.en}`,
    },
    rows: rowsOf(({ knownPeople, firstPeople }) =>
      knownPeople > firstPeople ? { value: knownPeople - firstPeople } : null,
    ),
  },
  ...WAYS,
];
