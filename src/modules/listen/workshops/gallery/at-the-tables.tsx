import { readyMadeWithQuestions } from '../../../../engines/sheet/ready-made.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type Examples, exampleIn, LONG_WORD } from '../../../../ui/gallery/example.ts';
import type { Quote } from '../rules/after.ts';
import { linkText } from '../text/link.ts';
import { wallText } from '../text/wall.ts';
import { linkPlace, sendPhotoPlace, sentPhotoPlace, wallPlace } from '../urls.ts';
import { ShutPage } from '../views/doors.tsx';
import { InvitationPage } from '../views/invitations.tsx';
import { JoinPage, PledgeAnswerPage, PledgePage } from '../views/joining.tsx';
import { EnterPage, LinkPage } from '../views/link.tsx';
import { BeginPage, EntryPage, TablePage, TableQuotesPage } from '../views/own-table.tsx';
import { SentPage } from '../views/sent.tsx';
import {
  CHOICE,
  CODE,
  FIELDS,
  ID,
  INVITATION,
  ITEM,
  LONG_CHOICE,
  PHOTO,
  PLEDGE,
  QUOTE,
  TABLE,
  TABLE_OPTIONS,
  TABLES,
  WORKSHOP,
  wrong,
} from './told.ts';

/** By the link, without an account. */
export function atTheTables(language: Language): ReturnType<Examples> {
  const example = exampleIn('Workshops: ved bordene');
  const words = linkText(language);
  const link = {
    language,
    code: CODE,
    open: true,
    closed: false,
    tables: TABLES,
    tableOptions: TABLE_OPTIONS,
    table: null,
    insights: [],
    more: null,
  };
  const own = {
    language,
    code: 'QX4MTDK7',
    workshopCode: CODE,
    address: 'https://lyngbakken.example/b/QX4MTDK7',
    table: TABLE,
    lang: 'da',
    open: true,
    themes: readyMadeWithQuestions.themes.map(({ title }, at) => ({ title, answered: at === 0 })),
    asked: false,
    quotes: 0,
  };
  const entry = { language, code: own.code, page: 1, fields: FIELDS, lang: 'da', known: [], confirmed: false };
  const one = { ...PHOTO, name: 'IMG_2041.jpg', theme: 'De fysiske rammer', seen: { sure: 28, all: 30 } };
  const unread = { ...one, outcome: 'retake', reason: 'blurred', name: LONG_WORD, seen: { sure: 0, all: 0 } } as const;
  const sent = {
    language,
    workshopId: ID,
    here: sentPhotoPlace({ code: CODE, photo: PHOTO.id }),
    action: sendPhotoPlace({ code: CODE }),
    backTo: linkPlace({ code: CODE }),
  };
  const wall = wallText(language);
  return [
    example('koden, forkert', EnterPage({ language, problems: wrong('kode', words.codeUnknown, { kode: 'AAAA' }) })),
    example('linket', LinkPage(link)),
    example('linket, lukket for nu', LinkPage({ ...link, closed: true })),
    example('linket, skiftet', ShutPage({ language, why: 'renewed', sent: null })),
    example(
      'linket, lukket imens',
      ShutPage({ language, why: 'closed', sent: { to: '/w', fields: [['words', LONG_WORD]] } }),
    ),
    example('billedet, om igen', SentPage({ ...sent, photos: [unread] })),
    example(
      'billederne',
      SentPage({ ...sent, photos: [one, unread, { ...one, outcome: null }, { ...one, gone: true }] }),
    ),
    example(
      'bord, en anden telefon',
      BeginPage({
        language,
        code: CODE,
        number: 1,
        begun: true,
        byLink: true,
        problems: wrong('kode', words.tableCodeUnknown),
      }),
    ),
    example('bordets egen side', TablePage({ ...own, asked: true, quotes: 1 })),
    example('et tema', EntryPage(entry)),
    example('vær med', JoinPage({ language, code: CODE, choices: [CHOICE, LONG_CHOICE] })),
    example('citater, ingen', TableQuotesPage({ language, code: own.code, quotes: [] })),
    example(
      'citater',
      TableQuotesPage({
        language,
        code: own.code,
        quotes: [QUOTE, { ...QUOTE, id: '0000000000q2' as Quote['id'], quote: LONG_WORD, approved: true }],
      }),
    ),
    example(
      'vær med, forkert',
      JoinPage({ language, code: CODE, choices: [CHOICE], problems: wrong('contact', wall.contactMissing) }),
    ),
    example(
      'første skridt, forkert',
      PledgePage({ language, code: CODE, problems: wrong('step', wall.pledgeMissing) }),
    ),
    example(
      'hvordan gik det',
      PledgeAnswerPage({ language, code: 'x', workshop: WORKSHOP.name, pledge: { ...PLEDGE, words: LONG_WORD } }),
    ),
    example(
      'kommer du',
      InvitationPage({
        language,
        code: 'x',
        workshop: WORKSHOP,
        invitation: { ...INVITATION, answer: null },
        items: [ITEM],
        table: 'Bord 1',
        over: false,
        own: false,
        wall: wallPlace({ code: CODE }),
      }),
    ),
  ];
}
