import { day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import { type Examples, exampleIn, LONG_WORD } from '../../../ui/gallery/example.ts';
import { type Card, type ListedCard, readIn } from './rules/card.ts';
import { DECK } from './rules/deck.ts';
import type { Funding } from './rules/funding.ts';
import type { Photo, Question } from './rules/voices.ts';
import { fundingText } from './text/funding.ts';
import { voicesText } from './text/voices.ts';
import { AskPage, QuestionPage } from './views/asking.tsx';
import { CardPage, type CardProps } from './views/card.tsx';
import { FundingFormPage, OutsidePage } from './views/funding.tsx';
import { ListPage, type ListProps } from './views/list.tsx';
import { Photos, Remarks } from './views/voices.tsx';

const TODAY = day('2026-05-03');
const { budget: _, ...facts } = DECK[0] as (typeof DECK)[number];

const CARD: Card = {
  ...facts,
  id: '0000000000c1' as Id<'catalogue_card'>,
  deckKey: null,
  budgetOre: [kroner(200), kroner(250)],
  taskMinutes: [10, 45],
  cost: kroner(450),
  licence: 'CC BY 4.0',
  credit: '',
  initiativeId: null,
  version: 1,
  state: 'published',
  reviewOn: day('2026-04-01'),
  ownerId: null,
  words: {
    da: {
      title: 'Suppe i gården',
      what: 'Vi koger en stor gryde suppe og spiser den ved det lange bord.',
      why: 'Så vi kender dem, vi møder på trappen.',
      whoHelps: 'To, der kan skære grønt.',
      permissions: 'Spørg driften om strøm.',
      steps: ['Find en gryde.', `Skriv ${LONG_WORD} på en seddel.`],
      needs: ['En gryde'],
      budget: ['Grønt', 'Brød'],
      tasks: ['Skær brød', LONG_WORD],
      tips: ['Bland pladserne.'],
      keywords: '',
    },
  },
};

const LISTED: ListedCard = {
  ...CARD,
  title: 'Suppe i gården',
  what: CARD.words.da?.what ?? '',
  lang: 'da',
  proposedAt: new Date('2026-05-01T10:00:00Z'),
  pinned: true,
  taken: 3,
};

const FUNDING: Funding = {
  id: '0000000000f1' as Id<'outside_funding'>,
  url: 'https://fonden-lys.example',
  deadlineOn: day('2026-04-01'),
  categories: ['green'],
  example: false,
  checkedOn: null,
  version: 1,
  words: { da: { name: LONG_WORD, supports: 'Lys i mørket', whoMay: 'Foreninger', terms: '' } },
};

const PHOTO: Photo = {
  id: '0000000000p1' as Id<'catalogue_photo'>,
  cardId: CARD.id,
  fileId: '0000000000f2' as Id<'file'>,
  alt: 'Et langt bord i gården',
  credit: '',
};

const QUESTION: Question = {
  id: '0000000000q1' as Id<'catalogue_question'>,
  cardId: CARD.id,
  initiativeId: '0000000000i1' as Id<'initiative'>,
  words: `Hvor mange kom? ${LONG_WORD}`,
  askedBy: '0000000000e1' as Id<'person'>,
  askedOn: TODAY,
  closedOn: TODAY,
  answers: [{ words: 'Fire den første gang.', named: false, answeredBy: '0000000000e2' as Id<'person'>, on: TODAY }],
};

const NOTHING = { q: '', emne: '', pris: '', tid: '', sted: '', aarstid: '', arbejde: '', moede: '' };

/** The catalogue: empty, one, chosen, a card that is overdue and has been done, a form with something wrong. */
export const catalogueGallery: Examples = (language) => {
  const example = exampleIn('Kataloget');
  const list: ListProps = {
    ...{ language, cards: [], total: 0, page: 1, choice: NOTHING, season: 'spring', may: { edit: true } },
  };
  const card: CardProps = {
    language,
    today: TODAY,
    card: CARD,
    read: readIn(CARD, language),
    counts: { taken: 3, doing: 0, mine: false, pinned: true },
    done: [
      {
        initiativeId: '0000000000i1' as Id<'initiative'>,
        title: LONG_WORD,
        wholeOrganisation: true,
        departmentIds: [],
        on: TODAY,
        paid: kroner(700),
        came: 'few',
        askable: true,
      },
    ],
    departments: new Map(),
    applyHref: '/pulje/ansoeg',
    editor: null,
    askHref: '/katalog/kort/1/spoerg',
    photos: null,
    remarks: null,
  };
  return [
    example('intet fundet', ListPage({ ...list, choice: { ...NOTHING, q: LONG_WORD } })),
    example('et kort, valgt', ListPage({ ...list, cards: [LISTED], total: 1, choice: { ...NOTHING, emne: 'homes' } })),
    example('et kort, der skal ses igennem', CardPage(card)),
    example(
      'billeder og drift, med fejl',
      <>
        {Photos({
          language,
          cardId: CARD.id,
          photos: [{ ...PHOTO, alt: LONG_WORD, credit: LONG_WORD }],
          mayEdit: true,
          problems: { values: {}, messages: [{ field: 'alt', message: voicesText(language).altMissing }] },
        })}
        {Remarks({
          language,
          cardId: CARD.id,
          remarks: [{ id: '0000000000m1' as Id<'catalogue_remark'>, departmentId: null, words: LONG_WORD, on: TODAY }],
          departments: new Map([['0000000000d1', LONG_WORD]]),
          mayRemark: true,
          mayRemarkIn: () => true,
        })}
      </>,
    ),
    example(
      'spørg dem, der har gjort det',
      AskPage({
        language,
        cardId: CARD.id,
        times: [
          { id: '1', label: LONG_WORD },
          { id: '2', label: 'Suppe i nummer 5, Kærhaven' },
        ],
        problems: { values: {}, messages: [{ field: 'words', message: voicesText(language).askMissing }] },
      }),
    ),
    example(
      'et spørgsmål med svar',
      QuestionPage({ language, question: QUESTION, names: new Map(), mine: true, mayAnswer: false }),
    ),
    example(
      'et spørgsmål, der venter',
      QuestionPage({
        language,
        question: { ...QUESTION, answers: [], closedOn: null },
        names: new Map([[QUESTION.askedBy, 'Poul Dahl']]),
        mine: false,
        mayAnswer: true,
      }),
    ),
    example(
      'derhjemme',
      CardPage({ ...card, card: { ...CARD, doneBy: 'resident' }, counts: { ...card.counts, doing: 9 }, done: [] }),
    ),
    example(
      'penge udefra',
      OutsidePage({ language, today: TODAY, all: [FUNDING], category: '', page: 1, more: false, mayEdit: true }),
    ),
    example(
      'et sted med fejl',
      FundingFormPage({
        language,
        funding: FUNDING,
        problems: {
          values: { url: 'lys' },
          messages: [{ field: 'url', message: fundingText(language).urlUnreadable }],
        },
      }),
    ),
  ];
};
