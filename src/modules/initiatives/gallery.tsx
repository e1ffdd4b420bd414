import { day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { CardGrid } from '../../ui/components/card.tsx';
import type { ThreadEntry } from '../../ui/components/thread.tsx';
import { type Examples, exampleIn, LONG_NAME, LONG_WORD } from '../../ui/gallery/example.ts';
import type { Interest } from './rules/interest.ts';
import { type Card, type Idea, type Initiative, STATUSES, type Step } from './rules.ts';
import { InitiativeCard } from './views/card.tsx';
import { NewIdeaPage } from './views/idea-form.tsx';
import { FollowPage } from './views/ideas.tsx';
import { InsidePage } from './views/inside.tsx';
import { OverviewPage } from './views/overview.tsx';
import { PublicPage } from './views/public-page.tsx';

const TODAY = day('2026-05-03');
const DEPARTMENTS = new Map([
  ['d1', 'Kærhaven'],
  ['d2', LONG_WORD],
]);
const NAMES = new Map([
  ['p1', 'Mette Holm'],
  ['p2', LONG_NAME],
  ['p3', 'Signe Krog'],
]);

const CARD: Card = {
  id: '0000000000a1' as Id<'initiative'>,
  title: 'Suppe i gården',
  what: 'Vi koger en stor gryde suppe og spiser den sammen ved det lange bord.',
  category: 'people',
  place: 'Gården ved nummer 14',
  wholeOrganisation: false,
  departmentIds: ['d1' as Id<'department'>],
  startsOn: day('2026-05-17'),
  endsOn: day('2026-05-17'),
  status: 'under_way',
};

const STEP: Step = {
  id: 's1',
  says: 'Ring til Bodil om den store gryde',
  personId: 'p1' as Id<'person'>,
  dueOn: day('2026-05-01'),
  outcome: null,
  outcomeWords: '',
};

const BARE: Initiative = {
  ...CARD,
  why: '',
  version: 1,
  createdOn: TODAY,
  createdBy: null,
  channel: 'web',
  registeredBy: null,
  asks: [],
  drivers: [],
  parkings: [],
  end: null,
  steps: [],
  origins: [],
  joining: 0,
  question: null,
};

const FULL: Initiative = {
  ...BARE,
  title: `Fællesspisning og ${LONG_WORD}`,
  why: 'Så vi kender dem, vi møder på trappen.\n\nOg fordi suppe smager bedst sammen.',
  channel: 'paper',
  registeredBy: 'p3' as Id<'person'>,
  departmentIds: ['d1', 'd2'] as unknown as Id<'department'>[],
  drivers: ['p1', 'p2'].map((id, at) => ({
    id: `r${at}`,
    personId: id as Id<'person'>,
    namePublic: true,
    from: day('2026-05-01'),
    stoppedOn: null,
    stoppedWords: '',
  })),
  asks: [
    {
      id: 'a1',
      personId: 'p2' as Id<'person'>,
      words: 'Du laver byens bedste suppe.',
      replacesId: null,
      askedBy: 'p3' as Id<'person'>,
      answerBy: day('2026-05-08'),
      answer: 'not_alone',
      answerWords: 'Hvis Mette er med.',
      namePublic: true,
    },
  ],
  steps: [STEP, { ...STEP, id: 's2', says: `Hent ${LONG_WORD}`, personId: null, dueOn: null }],
  joining: 2,
  origins: [{ sourceKind: 'idea', sourceId: 'i1', sentence: 'Kunne vi spise suppe sammen?' }],
};

const INTERESTS: readonly Interest[] = [
  {
    id: 'n1' as Id<'initiative_interest'>,
    personName: 'Rikke Damsgaard',
    email: null,
    phone: '+4520304051',
    called: false,
  },
  {
    id: 'n2' as Id<'initiative_interest'>,
    personName: LONG_NAME,
    email: `${LONG_WORD.toLowerCase()}@eksempel.dk`,
    phone: null,
    called: true,
  },
];

const THREAD: readonly ThreadEntry[] = [
  { when: 'i dag', sentence: 'Mette Holm driver nu initiativet.', icon: 'people' },
  { when: 'i går', sentence: 'Et skridt blev gjort færdigt.', icon: 'check', quote: `Vi fandt ${LONG_WORD}` },
  { when: 'for 3 dage siden', sentence: 'Det begyndte med en idé.', icon: 'leaf' },
];

const ADDRESS = 'https://lyngbakken.example/min-ide/c3VwcGUgaSBnYWFyZGVu';
const IDEA: Idea = {
  id: 'i1' as Id<'idea'>,
  said: 'Kunne vi ikke få en bænk ved postkasserne?\n\nJeg vil gerne male den.',
  departmentId: null,
  personId: null,
  contactName: '',
  contactEmail: null,
  contactPhone: null,
  readBy: day('2026-05-08'),
  postedOn: TODAY,
  channel: 'web',
  registeredBy: null,
  answer: null,
};

const NOTHING = { seeInside: false, edit: false, drive: false, takeOver: false };
const EVERYTHING = { seeInside: true, edit: true, drive: true, takeOver: false };

/** The views of ideas and initiatives in the situations that they must stand. */
export const initiativesGallery: Examples = (language) => {
  const example = exampleIn('Initiativer');
  const page = { language, today: TODAY, departments: DEPARTMENTS, names: NAMES };
  const cards = STATUSES.map((status, at) => ({
    ...CARD,
    status,
    id: `0000000000b${at}` as Id<'initiative'>,
    category: (['homes', 'green', 'people'] as const)[at % 3] ?? 'people',
  }));
  return [
    example(
      'kort, hver status',
      <CardGrid>
        {[...cards, { ...CARD, title: LONG_WORD, what: `${LONG_WORD} `.repeat(5), wholeOrganisation: true }].map(
          (card) => (
            <InitiativeCard language={language} card={card} departments={DEPARTMENTS} />
          ),
        )}
      </CardGrid>,
    ),
    example(
      'side, ny og tom',
      <PublicPage
        {...page}
        initiative={BARE}
        may={{ ...NOTHING, takeOver: true }}
        thread={[]}
        signInHref={null}
        readerId={null}
      />,
    ),
    example(
      'side, fuld tråd',
      <PublicPage {...page} initiative={FULL} may={NOTHING} thread={THREAD} signInHref="/log-ind" readerId={null} />,
    ),
    example(
      'side, hviler',
      <PublicPage
        {...page}
        initiative={{
          ...FULL,
          parkings: [
            {
              id: 'k',
              reason: 'Vi venter på foråret.',
              from: TODAY,
              askAgainOn: day('2026-06-01'),
              wokenOn: null,
              wakingWords: '',
            },
          ],
        }}
        may={NOTHING}
        thread={THREAD}
        signInHref={null}
        readerId={null}
      />,
    ),
    example(
      'side, slut',
      <PublicPage
        {...page}
        initiative={{ ...FULL, end: { result: 'done', on: TODAY, words: 'Vi var 32, og gryden blev tom.' } }}
        may={NOTHING}
        thread={THREAD}
        signInHref={null}
        readerId={null}
      />,
    ),
    example(
      'inderside, afvist skridt',
      <InsidePage
        {...page}
        initiative={FULL}
        may={EVERYTHING}
        thread={THREAD}
        helpers={[{ id: 'p1', name: 'Mette Holm' }]}
        interests={INTERESTS}
        refused={{
          form: 'step',
          problems: {
            values: { says: '', dueOn: '' },
            messages: [{ field: 'says', message: 'Skriv, hvad der skal ske.' }],
          },
        }}
      />,
    ),
    example(
      'idé, afvist',
      <NewIdeaPage
        language={language}
        departments={DEPARTMENTS}
        asksContact
        byStaff={false}
        problems={{
          values: { said: '', contact: 'ring til mig' },
          messages: [
            { field: 'said', message: 'Skriv et par ord om din idé.' },
            { field: 'contact', message: 'Skriv en e-mail eller et telefonnummer på 8 tal.' },
          ],
        }}
      />,
    ),
    example(
      'idé, venter',
      <FollowPage language={language} idea={IDEA} address={ADDRESS} readerName="Signe" answererName={null} />,
    ),
    example(
      'idé, blev til noget',
      <FollowPage
        address={ADDRESS}
        language={language}
        idea={{
          ...IDEA,
          answer: {
            answer: 'made',
            initiativeId: CARD.id,
            words: 'Dejlig idé. Vi finder brædder.',
            answeredBy: 'p3' as Id<'person'>,
            answeredOn: TODAY,
          },
        }}
        readerName="Signe"
        answererName="Signe Krog"
      />,
    ),
    example(
      'overblik, tomt',
      <OverviewPage
        {...page}
        counts={{ idea: 0, looking: 0, under_way: 0, done: 0, parked: 0, ended: 0 }}
        cards={[]}
        total={0}
        page={1}
      />,
    ),
    example(
      'overblik, mange',
      <OverviewPage
        {...page}
        counts={{ idea: 2, looking: 14, under_way: 120, done: 31, parked: 4, ended: 7 }}
        cards={cards.map((card, at) => ({ ...card, lastHeard: at === 0 ? null : day('2026-04-02') }))}
        total={120}
        page={2}
      />,
    ),
  ];
};
