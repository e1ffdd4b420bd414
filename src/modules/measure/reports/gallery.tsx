import { day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner } from '../../../kernel/money.ts';
import { type Examples, exampleIn, LONG_WORD } from '../../../ui/gallery/example.ts';
import type { FundYear, SpanFigures, YearProject, YearRow } from '../../decide/results/public.ts';
import type { Edition, EditionLine, Report } from './rules/edition.ts';
import type { Figures } from './rules/figures.ts';
import type { InitiativeRow } from './rules/rows.ts';
import { reportPlace } from './urls.ts';
import { BehindPage } from './views/behind.tsx';
import { FundBehindPage } from './views/fund-behind.tsx';
import { ReportPage, ReportsPage } from './views/report.tsx';
import { PublishPage, StoryPage } from './views/writing.tsx';

const EMPTY: Figures = {
  year: 2026,
  countedTo: day('2026-05-03'),
  ideas: null,
  initiatives: null,
  drivers: null,
  asked: null,
  fund: null,
};

const LIFE = { begun: 7, held: 5, stopped: 1, resting: 0 };
const HERE = { id: 'd1' as Id<'department'>, name: 'Kærhaven' };
const THERE = { id: 'd2' as Id<'department'>, name: LONG_WORD };
const ELSEWHERE = { id: null, name: '' };

const FULL: Figures = {
  year: 2026,
  countedTo: day('2026-12-31'),
  ideas: { received: 1240, answered: 1198, made: 31, joined: 12, medianDays: 2.5 },
  initiatives: {
    all: { begun: 31, held: 22, stopped: 3, resting: 4 },
    byCategory: [
      { category: 'homes', ...LIFE },
      { category: 'green', ...LIFE, begun: 14 },
      { category: 'people', ...LIFE, begun: 0 },
    ],
    byDepartment: [HERE, THERE, ELSEWHERE].map((place) => ({ ...place, ...LIFE })),
  },
  drivers: {
    people: 41,
    byDepartment: [
      { ...HERE, people: 22 },
      { ...THERE, people: null },
      { ...ELSEWHERE, people: null },
    ],
  },
  asked: {
    people: 60,
    answers: { yes: 30, not_alone: null, no: 17, waiting: null },
    byDepartment: [HERE, THERE, ELSEWHERE].map((place) => ({ ...place, people: 20 })),
  },
};

const FUND_MONEY: SpanFigures = {
  money: {
    sought: { count: 13, amount: kroner(143_200) },
    committed: { count: 8, amount: kroner(98_000) },
    refused: { count: 2, amount: kroner(31_000) },
    waited: { count: 1, amount: kroner(6_000) },
    paid: { count: 7, amount: kroner(81_250.5) },
    released: { count: 3, amount: kroner(4_100) },
    told: { count: 5, amount: kroner(0) },
  },
  answers: { answered: 10, medianDays: 8.5, kept: 9 },
  came: { people: 1312, counted: 4, few: 1 },
};
const PROJECT: YearProject = {
  id: '0000000000a1' as Id<'fund_application'>,
  fundId: '0000000000f1' as Id<'fund'>,
  reference: 'P-0007',
  title: 'Suppe i gården',
  places: ['Kærhaven'],
  committed: kroner(4_000),
  paid: kroner(3_000),
  outcome: 'closed',
  came: 42,
  best: { feedbackId: '0000000000b1' as Id<'fund_feedback'>, words: `Naboerne spiste sammen. ${LONG_WORD}` },
};
const FUND: FundYear = {
  all: FUND_MONEY,
  funds: [
    { ...FUND_MONEY, id: PROJECT.fundId, name: 'Puljen til fællesskaber' },
    { ...FUND_MONEY, id: '0000000000f2' as Id<'fund'>, name: LONG_WORD },
  ],
  projects: [
    PROJECT,
    { ...PROJECT, reference: 'P-0008', title: LONG_WORD, places: [], outcome: 'untold', came: null, best: null },
    { ...PROJECT, reference: 'P-0009', title: 'Bord', outcome: 'given_up', came: null, best: null, paid: kroner(0) },
    { ...PROJECT, reference: 'P-0010', title: 'Petanque', outcome: 'told', came: 'few', best: null },
  ],
  projectCount: 5,
};

const EDITION: Edition = {
  number: 2,
  reason: `Et initiativ var glemt: ${LONG_WORD}.`,
  publishedOn: day('2027-01-12'),
  publishedBy: 'p1' as Id<'person'>,
  figures: { ...FULL, fund: FUND },
  story: `Det blev året, hvor suppen kom på bordet.\n\nFolk siger ja, når nogen spørger dem. ${LONG_WORD}`,
};
const LINES: readonly EditionLine[] = [
  { ...EDITION, year: 2026 },
  { ...EDITION, year: 2026, number: 1, reason: '' },
];

const ROW: InitiativeRow = {
  id: '0000000000c1' as Id<'initiative'>,
  title: `Suppe og ${LONG_WORD}`,
  category: 'people',
  departmentIds: [HERE.id, THERE.id],
  begunOn: day('2026-03-01'),
  endsOn: null,
  end: { result: 'done', on: day('2026-11-02') },
  drivers: [],
  parkings: [],
};

const ROW_OF_FUND: YearRow = {
  applicationId: PROJECT.id,
  fundId: PROJECT.fundId,
  fundName: LONG_WORD,
  reference: PROJECT.reference,
  title: PROJECT.title,
  on: day('2026-05-03'),
  amount: kroner(4_000),
  supported: true,
};

const reportHref = reportPlace({ year: '2026' });

/** The report in the situations that it must stand. */
export const reportsGallery: Examples = (language) => {
  const example = exampleIn('Årsrapport');
  const report: Report = { figures: EDITION.figures, story: EDITION.story, edition: EDITION };
  const behind = {
    language,
    year: 2026,
    figure: 'held' as const,
    narrowed: null,
    page: 1,
    pages: 1,
    pageHref: () => reportHref,
    departments: new Map([HERE, THERE].map(({ id, name }) => [id as string, name])),
    initiativeHref: () => reportHref,
    ideaHref: null,
  };
  const fundBehind = {
    language,
    year: 2026,
    kind: 'committed' as const,
    narrowed: null,
    amount: kroner(4_000),
    page: 1,
    pages: 1,
    pageHref: () => reportHref,
    hrefOf: () => reportHref,
  };
  return [
    example('år, ingen', <ReportsPage language={language} years={[]} />),
    example(
      'år, flere',
      <ReportsPage
        language={language}
        years={[
          { year: 2026, edition: LINES[0] ?? null },
          { year: 2025, edition: null },
        ]}
      />,
    ),
    example(
      'rapport, intet målt',
      <ReportPage
        language={language}
        report={{ figures: EMPTY, story: '', edition: null }}
        editions={[]}
        may={{ write: true }}
      />,
    ),
    example(
      'rapport, udgivet og rettet',
      <ReportPage language={language} report={report} editions={LINES} may={{ write: false }} />,
    ),
    example('rækker, ingen', <BehindPage {...behind} total={0} rows={{ kind: 'ideas', shown: [] }} />),
    example('rækker, én', <BehindPage {...behind} total={1} rows={{ kind: 'initiatives', shown: [ROW] }} />),
    example('puljens rækker, ingen', <FundBehindPage {...fundBehind} rows={[]} total={0} />),
    example('puljens rækker, flere', <FundBehindPage {...fundBehind} rows={[ROW_OF_FUND]} total={1} />),
    example(
      'fortælling, skrevet imens',
      <StoryPage
        language={language}
        year={2026}
        story={{ words: EDITION.story, version: 3 }}
        most={4000}
        meanwhile
        problems={{ values: { words: 'Mine ord.' }, messages: [{ field: 'words', message: LONG_WORD }] }}
      />,
    ),
    example('udgiv igen', <PublishPage language={language} year={2026} number={2} running />),
  ];
};
