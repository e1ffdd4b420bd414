import { day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Examples, exampleIn, LONG_WORD } from '../../../ui/gallery/example.ts';
import type { Event, EventCard } from './rules/event.ts';
import type { SignUp } from './rules/signing-up.ts';
import { guardedWays } from './rules/ways.ts';
import { joiningText } from './text/joining.ts';
import { ComingPage } from './views/coming.tsx';
import { InsidePage } from './views/inside.tsx';
import { SignUpPage } from './views/joining.tsx';
import { ListPage, type ListProps } from './views/list.tsx';
import { EventPage, type PageProps } from './views/page.tsx';

const TODAY = day('2026-05-03');
const KAERHAVEN = '0000000000d1' as Id<'department'>;

const EVENT: Event = {
  id: '0000000000e1' as Id<'event'>,
  initiativeId: null,
  title: 'Suppe i gården',
  what: 'Vi koger en stor gryde suppe og spiser den ved det lange bord.',
  place: 'Gården ved nummer 14',
  on: day('2026-05-09'),
  until: day('2026-05-09'),
  starts: '17:30',
  ends: '20:00',
  departmentIds: [KAERHAVEN],
  wholeOrganisation: false,
  openToAll: true,
  capacity: 24,
  expected: null,
  signUp: true,
  signUpBy: day('2026-05-07'),
  aspects: ['fire'],
  callWho: 'Mette i nummer 7',
  phone: '+4512345678',
  createdBy: null,
  organisers: [],
  cancelled: null,
  count: null,
  version: 1,
};

const CARD: EventCard = { ...EVENT, cancelled: false, taken: 21, waiting: 0, came: null };
const PAST: EventCard = { ...CARD, on: day('2026-04-02'), until: day('2026-04-02'), came: 34 };

const ONE: SignUp = {
  id: '0000000000a1' as Id<'event_sign_up'>,
  eventId: EVENT.id,
  number: 1,
  name: `Aya ${LONG_WORD}`,
  email: 'aya@example.dk',
  phone: null,
  home: '',
  adults: 2,
  children: 3,
  cameBy: 'asked',
  language: 'da',
  personId: null,
  channel: 'web',
  registeredBy: null,
  placed: true,
  left: false,
  came: null,
};

const SEATS = { taken: 21, waiting: 0, parties: 8, waitingParties: 0, there: 0 };
const BOARD = { arrange: false, seeCounts: true, names: 'none', setRules: false } as const;
const STAFF = { arrange: true, seeCounts: true, names: 'all', setRules: true } as const;

/** Events: none, some of each kind, one that is nearly full, off, held, and a form with something wrong. */
export const eventsGallery: Examples = (language) => {
  const example = exampleIn('Arrangementer');
  const departments = new Map([
    [KAERHAVEN as string, 'Kærhaven'],
    ['0000000000d2', LONG_WORD],
  ]);
  const list: ListProps = {
    ...{ language, today: TODAY, cards: [], page: 1, more: false, departments, followHref: '/nyt' },
    filter: { when: 'ahead', departmentId: null },
    may: { make: true, setRules: true },
  };
  const page: PageProps = {
    ...{ language, own: 'da', today: TODAY, event: EVENT, seats: SEATS, may: BOARD, departments },
    texts: [{ language: 'en', title: 'Soup in the courtyard', what: 'We cook a large pot of soup.' }],
    initiative: { id: '0000000000i1', title: LONG_WORD },
    mine: null,
    phone: null,
  };
  const inside = {
    ...{ language, today: TODAY, event: EVENT, may: STAFF, seats: SEATS, walkedIn: 0 },
    ways: guardedWays(
      new Map([
        ['asked', 12],
        ['poster', 7],
      ]),
    ),
    duties: [
      { id: '0000000000b1' as Id<'event_duty'>, code: 'fire', dueOn: day('2026-05-01'), doneOn: null },
      { id: '0000000000b2' as Id<'event_duty'>, code: 'poster_up', dueOn: TODAY, doneOn: TODAY },
    ] as const,
    rules: new Map(),
    told: [{ kind: 'moved', sent: 7, byHand: 0, waiting: 1 }] as const,
    organisers: [{ id: '0000000000p1', name: LONG_WORD, drives: true }],
  };
  const count = {
    ...{ adults: 22, children: 12, signUps: 8, absent: 1 },
    ...{ knownPeople: 18, firstPeople: 7, knownHomes: 6, firstHomes: 2 },
  };
  const door = { ...EVENT, on: TODAY, until: TODAY };
  return [
    example('intet på kalenderen', ListPage(list)),
    example('det kommer', ListPage({ ...list, cards: [CARD, { ...CARD, title: LONG_WORD, cancelled: true }] })),
    example('det har været', ListPage({ ...list, cards: [PAST], filter: { when: 'past', departmentId: KAERHAVEN } })),
    example('siden, næsten fuldt', EventPage(page)),
    example(
      'siden, aflyst',
      EventPage({ ...page, event: { ...EVENT, cancelled: { on: TODAY, reason: 'weather', words: 'Det regner.' } } }),
    ),
    example('siden, holdt', EventPage({ ...page, event: { ...EVENT, on: PAST.on, until: PAST.until, count } })),
    example('til dem, der arrangerer', InsidePage(inside)),
    example('talt op', InsidePage({ ...inside, event: { ...EVENT, count } })),
    example(
      'ved døren',
      ComingPage({
        ...{ language, today: TODAY, event: door, names: 'all', page: 1, more: false, find: '', there: 3, walkedIn: 2 },
        rows: [ONE, { ...ONE, id: '0000000000a2' as Id<'event_sign_up'>, number: 2, came: ONE, placed: true }],
      }),
    ),
    example(
      'tilmelding med fejl',
      SignUpPage({
        ...{ language, event: EVENT, full: true, known: { name: '', email: '' }, forOthers: false },
        problems: {
          values: { name: 'Aya', adults: '2' },
          messages: [{ field: 'email', message: joiningText(language).reachMissing }],
        },
      }),
    ),
  ];
};
