import { type Day, day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { kroner, ZERO_ORE } from '../../../kernel/money.ts';
import { type Example, type Examples, exampleIn, LONG_WORD } from '../../../ui/gallery/example.ts';
import type { EndingCase } from './rules/case.ts';
import type { Lack } from './rules/closing.ts';
import type { Feedback, Photo } from './rules/feedback.ts';
import { USUAL_DAYS } from './rules/reminders.ts';
import { type Happening, type Status, statusFigures } from './rules/status.ts';
import type { Supported } from './rules/supported.ts';
import { feedbackText } from './text/feedback.ts';
import { followUpText } from './text/follow-up.ts';
import { byCodePlace, feedbackPlace, resultsPlace, statusBehindPlace } from './urls.ts';
import { AskFollower, AskOnSlip } from './views/ask.tsx';
import { CodePage, FeedbackPage, type FeedbackProps, OverPage } from './views/feedback.tsx';
import { FollowUpPage } from './views/follow-up.tsx';
import { Section, type SectionProps } from './views/section.tsx';
import { StatusPage } from './views/status.tsx';
import { StatusRowsPage } from './views/status-rows.tsx';
import { ProjectPage, SupportedPage } from './views/supported.tsx';

const NO_ID = '00000000-0000-7000-8000-000000000001';
const TODAY = day('2026-10-20');
const HERE = NO_ID as Id<'department'>;
const DEPARTMENTS = new Map([[NO_ID, 'Kærhaven']]);

const CASE: EndingCase = {
  id: NO_ID as EndingCase['id'],
  fundId: NO_ID as Id<'fund'>,
  prefix: 'P',
  number: 7,
  title: 'Suppe i gården',
  initiativeId: null,
  startsOn: day('2026-10-03'),
  lastDay: day('2026-10-03'),
  decided: 'commit',
  recommended: true,
  committed: kroner(4_000),
  released: ZERO_ORE,
  paid: kroner(3_000),
  claimed: ZERO_ORE,
  credited: ZERO_ORE,
  invoiced: true,
  expiresOn: day('2026-12-31'),
  ended: false,
  reportDueDays: 30,
  decidingRole: 'organisation_board',
  feedback: true,
  waived: false,
  waitUntil: null,
  carrierId: null,
  email: null,
  phone: null,
  language: 'da',
};

const FEEDBACK: Feedback = {
  id: NO_ID as Feedback['id'],
  came: 42,
  best: `Naboer, der aldrig havde talt sammen, sad ved samme bord. ${LONG_WORD}`,
  differently: 'Flere skeer.',
  on: day('2026-10-05'),
  channel: 'web',
  corrections: 1,
  shown: false,
};

const PHOTO: Photo = {
  id: NO_ID as Photo['id'],
  applicationId: CASE.id,
  fileId: NO_ID as Id<'file'>,
  smallFileId: NO_ID as Id<'file'>,
  alt: `Et langt bord med suppe og ${LONG_WORD}`,
  people: 'nobody',
  mayBePublic: true,
  on: day('2026-10-05'),
  shown: false,
};

const SUPPORTED: Supported = {
  id: CASE.id,
  reference: 'P-0007',
  fundName: 'Puljen til fællesskaber',
  title: 'Suppe i gården',
  initiativeId: null,
  on: day('2026-09-15'),
  startsOn: CASE.startsOn,
  grounds: ['smaller_group'],
  departmentIds: [HERE],
  category: 'people',
  committed: kroner(4_000),
  paid: kroner(3_000),
  released: ZERO_ORE,
  closed: false,
  came: 42,
  best: FEEDBACK.best,
  photos: [],
};

function happened(kind: Happening['kind'], on: Day, amount: number): Happening {
  return {
    kind,
    on,
    amount: kroner(amount),
    applicationId: CASE.id,
    reference: 'P-0007',
    title: CASE.title,
    grounds: ['smaller_group'],
    departmentIds: [HERE],
    category: 'people',
    sentOn: day('2026-09-01'),
    answerBy: day('2026-09-15'),
    came: kind === 'told' ? 42 : null,
  };
}

const ROWS: readonly Happening[] = [
  happened('sought', day('2026-09-01'), 4_500),
  happened('committed', day('2026-09-15'), 4_000),
  happened('paid', day('2026-10-10'), 3_000),
  happened('told', day('2026-10-05'), 0),
];

/** What comes after the money was promised: empty, one, many, refused, a long word. */
export const resultsGallery: Examples = (language) => [
  ...asked(language),
  ...ended(language),
  ...followed(language),
  ...shown(language),
  ...counted(language),
];

/** The three questions, and the ways to them. */
function asked(language: Language): readonly Example[] {
  const example = exampleIn('Tilbagemelding');
  const words = feedbackText(language);
  const form: FeedbackProps = {
    language,
    title: CASE.title,
    action: byCodePlace({ code: 'abc' }),
    known: null,
    givenOn: null,
    byStaff: false,
    refusal: null,
    photos: [],
    places: { add: byCodePlace({ code: 'abc' }), remove: () => byCodePlace({ code: 'abc' }) },
  };
  const wrong = { values: { came: 'mange' }, messages: [{ field: 'came', message: words.cameUnreadable }] };
  const known = { came: '42', best: FEEDBACK.best, differently: FEEDBACK.differently };
  return [
    example('tom', <FeedbackPage {...form} />),
    example('svaret, med billede', <FeedbackPage {...form} known={known} givenOn={FEEDBACK.on} photos={[PHOTO]} />),
    example('skrives ind, ulæseligt', <FeedbackPage {...form} byStaff problems={wrong} />),
    example('ikke holdt endnu', <FeedbackPage {...form} refusal="not_held_yet" />),
    example('kode', <CodePage language={language} />),
    example(
      'kode, ukendt',
      <CodePage
        language={language}
        problems={{ values: { code: LONG_WORD }, messages: [{ field: 'code', message: words.codeUnknown }] }}
      />,
    ),
    example('kode, udløbet', <OverPage language={language} email="kontor@lyngbakken.example" phone="70 12 34 56" />),
    example('på eget link', <AskFollower language={language} href={byCodePlace({ code: 'abc' })} told={false} />),
    example('på eget link, fortalt', <AskFollower language={language} href={byCodePlace({ code: 'abc' })} told />),
    example('på sedlen', <AskOnSlip language={language} own={null} />),
    example('på sedlen, logget ind', <AskOnSlip language={language} own={feedbackPlace({ id: CASE.id })} />),
  ];
}

/** The end of a case on its own page. */
function ended(language: Language): readonly Example[] {
  const example = exampleIn('Sagens slutning');
  const section: SectionProps = {
    language,
    one: CASE,
    may: { tell: true, attend: true },
    today: TODAY,
    feedback: FEEDBACK,
    waiver: null,
    photos: [PHOTO],
  };
  const untold = { ...CASE, feedback: false };
  return [
    example('fortalt, penge tilbage', <Section {...section} />),
    example(
      'ikke fortalt, for den der holdt det',
      <Section {...section} one={untold} feedback={null} photos={[]} may={{ tell: true, attend: false }} />,
    ),
    example(
      'uden tilbagemelding',
      <Section
        {...section}
        one={{ ...untold, waived: true, ended: true }}
        feedback={null}
        waiver={LONG_WORD}
        photos={[]}
      />,
    ),
  ];
}

/** What is lacking in all cases. */
function followed(language: Language): readonly Example[] {
  const example = exampleIn('Opfølgning');
  const none: Readonly<Record<Lack, number>> = { undecided: 0, no_invoice: 0, feedback: 0, release: 0, close: 0 };
  const page = {
    language,
    lack: 'feedback' as const,
    counts: none,
    cases: [],
    page: 1,
    pages: 1,
    caseHref: () => resultsPlace({}),
    references: new Map([[NO_ID, 'P-0007']]),
    funds: [{ fundId: CASE.fundId, name: 'Puljen til fællesskaber', days: USUAL_DAYS }],
    prints: true,
  };
  const wrong = { field: 'feedback', message: followUpText(language).daysUnreadable(7, 365) };
  return [
    example('intet mangler', <FollowUpPage {...page} />),
    example('én', <FollowUpPage {...page} counts={{ ...none, feedback: 1 }} cases={[CASE]} />),
    example(
      'flere, og dage der ikke kan læses',
      <FollowUpPage
        {...page}
        counts={{ ...none, feedback: 1240 }}
        cases={[CASE, { ...CASE, title: LONG_WORD, email: 'gaest@example.dk' }]}
        pages={25}
        problems={{ fundId: CASE.fundId, problems: { values: { feedback: 'tre' }, messages: [wrong] } }}
      />,
    ),
  ];
}

/** For everybody. */
function shown(language: Language): readonly Example[] {
  const example = exampleIn('Det har puljen støttet');
  const page = {
    language,
    organisation: 'Lyngbakken',
    supported: [],
    sums: { count: 0, committed: ZERO_ORE, paid: ZERO_ORE, released: ZERO_ORE },
    page: 1,
    years: [2026, 2025],
    funds: [{ id: NO_ID, name: 'Puljen til fællesskaber' }],
    departments: DEPARTMENTS,
    query: { aar: null, pulje: null, grund: null, afdeling: null, emne: null },
    applyHref: resultsPlace({}),
  };
  const long: Supported = {
    ...SUPPORTED,
    title: LONG_WORD,
    came: 'few',
    best: null,
    departmentIds: [],
    category: null,
  };
  const sums = { count: 2, committed: kroner(8_000), paid: kroner(6_000), released: ZERO_ORE };
  const one = { language, departments: DEPARTMENTS, organisation: 'Lyngbakken', initiativeHref: null };
  return [
    example('ingen', <SupportedPage {...page} />),
    example('én', <SupportedPage {...page} supported={[SUPPORTED]} sums={{ ...sums, count: 1 }} />),
    example('flere, et langt ord', <SupportedPage {...page} supported={[SUPPORTED, long]} sums={sums} />),
    example('ét projekt', <ProjectPage {...one} one={SUPPORTED} />),
    example('ét projekt, intet fortalt', <ProjectPage {...one} one={{ ...long, came: null }} />),
  ];
}

/** The fund in figures. */
function counted(language: Language): readonly Example[] {
  const example = exampleIn('Puljens status');
  const span = { from: day('2026-01-01'), to: day('2026-12-31') };
  const none = statusFigures([], [HERE]);
  const status: Status = { fundName: LONG_WORD, span, now: none, before: null, waiting: 0, departments: DEPARTMENTS };
  const full: Status = { ...status, now: statusFigures(ROWS, [HERE]), before: none, waiting: 2 };
  const page = {
    language,
    fundId: NO_ID,
    funds: [
      { id: NO_ID, name: LONG_WORD },
      { id: 'anden', name: 'Kommunens pulje' },
    ],
    periods: [span],
    quarters: [{ ...span, year: 2026, number: 1 }],
    behind: () => statusBehindPlace({ figure: 'lovet' }),
    notice: null,
  };
  const rows = { language, kind: 'committed' as const, page: 1, pages: 1, pageHref: () => '', caseHref: () => '' };
  return [
    example('intet sket', <StatusPage {...page} status={status} />),
    example('et år', <StatusPage {...page} status={full} />),
    example('rækker, ingen', <StatusRowsPage {...rows} rows={[]} all={[]} total={0} />),
    example('rækker, én', <StatusRowsPage {...rows} rows={ROWS.slice(1, 2)} all={ROWS.slice(1, 2)} total={1} />),
  ];
}
