import type { Language } from '../../../../kernel/language.ts';
import { type Examples, exampleIn, LONG_WORD } from '../../../../ui/gallery/example.ts';
import type { Pledge } from '../rules/after.ts';
import { onwardText } from '../text/onward.ts';
import { pledgeCardsText } from '../text/pledge-cards.ts';
import { PledgesPage, QuotesPage } from '../views/afterwards.tsx';
import { ChoicesPage } from '../views/choices.tsx';
import { GatherPage } from '../views/gather.tsx';
import { OnwardPage } from '../views/onward.tsx';
import { PledgeCardsPage } from '../views/pledge-cards.tsx';
import { ResultPage, type ResultProps } from '../views/result.tsx';
import { WallPage, type WallProps } from '../views/wall.tsx';
import {
  CHOICE,
  CODE,
  EMPTY_RESULT,
  GAPS,
  ID,
  LONG_CHOICE,
  PLEDGE,
  QUOTE,
  RESULT,
  SIGN_UP,
  TABLES,
  TODAY,
  wrong,
} from './told.ts';

/** The wall, the result, and what came of it. */
export function afterwards(language: Language): ReturnType<Examples> {
  const example = exampleIn('Workshops: resultat');
  const words = onwardText(language);
  const wall: WallProps = {
    language,
    id: ID,
    lang: 'da',
    result: RESULT,
    gaps: GAPS,
    shown: true,
    waiting: 0,
    tables: { all: 2, settled: 1 },
    choices: [],
    quotes: [QUOTE.quote],
    insights: [LONG_WORD],
    pledges: [PLEDGE.words],
    backTo: '/',
    sendAt: 'https://lyngbakken.example/w/K7QX4MTD',
    joinAt: 'https://lyngbakken.example/w/K7QX4MTD/vaer-med',
  };
  const result: ResultProps = {
    language,
    id: ID,
    lang: 'da',
    result: RESULT,
    tables: 2,
    shown: true,
    waiting: 2,
    host: true,
    released: false,
    returnBy: TODAY,
    quotes: [],
    insights: [],
    pledges: { all: 3, done: 1, going: 1, not_yet: 0 },
    own: TABLES.map(({ id, number }) => ({ table: id, name: `Bord ${number}`, returned: number === 1 })),
  };
  const gather = { language, id: ID, code: CODE, tables: 8, waiting: 0, unread: 0, toConfirm: 0, takenHome: 0 };
  const pledges = { language, id: ID, page: 1, more: false, wrong: null };
  const cards = {
    language,
    id: ID,
    tables: [
      { value: 't1', label: 'Bord 1: Ved vinduet' },
      { value: 't2', label: LONG_WORD },
    ],
  };
  const quotes = { language, id: ID, host: true };
  const choices = { language, id: ID, code: CODE, names: [], options: GAPS };
  const grown = GAPS.map((cell) => ({ seed: { kind: 'box' as const, cell }, about: cell.theme, gone: null }));
  return [
    example(
      'væggen, ingen borde',
      WallPage({ ...wall, result: EMPTY_RESULT, gaps: [], shown: false, tables: { all: 0, settled: 0 } }),
    ),
    example(
      'væggen, alle er inde',
      WallPage({ ...wall, tables: { all: 2, settled: 2 }, choices: [CHOICE, LONG_CHOICE] }),
    ),
    example(
      'saml ind',
      GatherPage({
        ...gather,
        waiting: 2,
        unread: 1,
        toConfirm: 4,
        takenHome: 3,
        missing: [
          { number: 4, left: [0, 1, 2, 3], all: true },
          { number: 5, left: [2], all: false },
        ],
      }),
    ),
    example('væggen', WallPage(wall)),
    example('resultat, intet', ResultPage({ ...result, result: EMPTY_RESULT })),
    example('resultat', ResultPage(result)),
    example(
      'videre, forkert',
      OnwardPage({ language, id: ID, lang: 'da', boxes: grown, notes: [], problems: wrong('boxes', words.chooseSome) }),
    ),
    example('citater, ingen', QuotesPage({ ...quotes, quotes: [], askable: [] })),
    example(
      'citater',
      QuotesPage({
        ...quotes,
        quotes: [{ ...QUOTE, table: 'Bord 1' }],
        askable: [{ id: 'o2', words: LONG_WORD, table: 'Bord 2' }],
      }),
    ),
    example(
      'skridt',
      PledgesPage({
        ...pledges,
        pledges: [
          PLEDGE,
          { ...PLEDGE, id: '0000000000l2' as Pledge['id'], words: LONG_WORD, outcome: 'done', table: LONG_WORD },
        ],
      }),
    ),
    example('skridt på kort, det første', PledgeCardsPage({ ...cards, tables: [], table: '', latest: [] })),
    example('skridt på kort, det næste', PledgeCardsPage({ ...cards, table: 't2', latest: [PLEDGE] })),
    example(
      'skridt på kort, for langt',
      PledgeCardsPage({
        ...cards,
        table: '',
        latest: [{ ...PLEDGE, words: LONG_WORD, personName: LONG_WORD }],
        problems: wrong('step', pledgeCardsText(language).tooLong(300)),
      }),
    ),
    example(
      'valgt',
      ChoicesPage({ ...choices, choices: [CHOICE, LONG_CHOICE].map((one) => ({ ...one, href: null })) }),
    ),
    example(
      'valgt, med navne',
      ChoicesPage({
        ...choices,
        choices: [CHOICE, LONG_CHOICE].map((one, at) => ({ ...one, href: at === 1 ? '/initiativer/i1' : null })),
        names: [SIGN_UP, { ...SIGN_UP, shared: true }, { ...SIGN_UP, choiceId: LONG_CHOICE.id }],
      }),
    ),
  ];
}
