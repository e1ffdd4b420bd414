import { addDays, day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { kroner, ZERO_ORE } from '../../../kernel/money.ts';
import { type Example, exampleIn, LONG_WORD } from '../../../ui/gallery/example.ts';
import { type Application, EMPTY_PAGE } from './rules/application.ts';
import { policyFindings } from './rules/findings.ts';
import { type Policy, USUAL_TERMS } from './rules/policy.ts';
import { trackOf } from './rules/tracker.ts';
import { formWords } from './text/forms.ts';
import { fundText } from './text/pages.ts';
import { ApplicationForm } from './views/application-form.tsx';
import { CaseView } from './views/case.tsx';
import type { WorkProps } from './views/case-work.tsx';
import { CasesPage, OwnCasesPage } from './views/cases.tsx';
import { FundPage, NoFundPage } from './views/fund.tsx';
import { LedgerPage } from './views/ledger.tsx';

const TODAY = day('2026-05-03');
const fund = {
  id: '1' as Id<'fund'>,
  organisationId: '2' as Id<'organisation'>,
  name: 'Puljen til fællesskaber',
  prefix: 'P',
};
const policy: Policy = {
  ...USUAL_TERMS,
  id: '3' as Id<'fund_policy'>,
  periodId: '4' as Id<'fund_period'>,
  number: 1,
  startsOn: day('2026-01-01'),
  endsOn: day('2026-12-31'),
  words: 'Puljen støtter det, I gør sammen, på tværs af afdelinger eller med kort varsel.',
  approvedOn: day('2026-01-12'),
  approvedReference: '',
};
const figures = {
  total: kroner(100_000),
  toppedUp: ZERO_ORE,
  carriedIn: ZERO_ORE,
  carriedOut: ZERO_ORE,
  committed: kroner(94_900),
  released: ZERO_ORE,
  paid: ZERO_ORE,
  other: ZERO_ORE,
  available: kroner(5_100),
};
const page = {
  ...EMPTY_PAGE,
  title: 'Suppe i gården',
  applicantName: 'Mette Holm',
  purpose: 'Vi spiser suppe sammen ved det lange bord.',
  participants: 40,
  startsOn: addDays(TODAY, 10),
  lines: [{ what: LONG_WORD, supplier: 'Vesterby Brugs', amount: kroner(24_000) }],
  minors: true,
};
const ASKED = { words: 'Hvem køber ind?', answeredOn: null, answer: '' } as const;
const ADVICE = { advice: 'commit', amount: kroner(20_000), terms: '', reason: null, words: 'En god idé.' } as const;
const application: Application = {
  ...page,
  id: '5' as Id<'fund_application'>,
  fundId: fund.id,
  version: 1,
  createdBy: null,
  channel: 'paper',
  registeredBy: null,
  submission: { on: TODAY, number: 7, answerBy: addDays(TODAY, 14), round: null },
  reviews: [],
  questions: [{ id: '6' as Id<'fund_question'>, on: TODAY, ...ASKED, askedBy: '7' as Id<'person'> }],
  recommendations: [{ on: TODAY, ...ADVICE, by: '7' as Id<'person'> }],
  recusals: [],
  namings: [],
  decisions: [],
  releases: [],
  payments: [],
  claims: [],
  takeOvers: [],
  end: null,
};
const refusedOne: Application = {
  ...application,
  questions: [],
  decisions: [
    {
      id: '8' as Id<'fund_decision'>,
      on: TODAY,
      result: 'refuse',
      amount: null,
      periodId: null,
      expiresOn: null,
      terms: '',
      reason: 'too_late',
      words: 'Skriv til os næste gang, så svarer vi hurtigt.',
      reference: 'OB, punkt 4',
      by: '9' as Id<'person'>,
    },
  ],
};
const everything = {
  see: true,
  seeContact: true,
  seeDeliberation: true,
  edit: true,
  attend: true,
  decide: true,
  standAside: true,
  withdraw: true,
};
const nothing = { ...everything, seeDeliberation: false, edit: false, attend: false, decide: false, standAside: false };

const example = exampleIn('Pulje');
const departments = [
  { id: 'a' as Id<'department'>, name: 'Kærhaven' },
  { id: 'b' as Id<'department'>, name: LONG_WORD },
];

const work: WorkProps = {
  closePeople: [{ personId: '11' as Id<'person'>, why: 'family', name: 'Inge Falk' }],
  ownCloseness: 'neighbour_group',
  namings: [{ personId: '15' as Id<'person'>, name: LONG_WORD, self: false }],
  namingFirst: [],
  quorum: { free: 2, all: 5 },
  warnings: [
    {
      why: 'activity',
      other: {
        id: '12' as Application['id'],
        fundId: fund.id,
        reference: 'P-0003',
        title: LONG_WORD,
        sameActivity: true,
        sameApplicant: false,
        amount: kroner(4_000),
      },
    },
  ],
  meeting: {
    id: '13' as Id<'fund_meeting'>,
    fundId: fund.id,
    on: TODAY,
    reference: 'OB 12.05.2026, punkt 4',
    count: 3,
  },
  policy,
  today: TODAY,
  heirs: [{ id: '14' as Id<'person'>, name: 'Poul Dahl' }],
  carrier: null,
};

/** The fund, the page to apply on, and a case as its readers see it. */
export function fundGallery(language: Language): Example[] {
  return [...fundExamples(language), ...pageExamples(language), ...caseExamples(language)];
}

function fundExamples(language: Language): Example[] {
  const supportedOne = {
    id: application.id,
    title: LONG_WORD,
    initiativeId: null,
    amount: kroner(20_000),
    on: TODAY,
    startsOn: page.startsOn,
    participants: 40,
    departmentIds: [],
  };
  const seen = {
    language,
    fund,
    organisation: 'Boligforeningen Lyngbakken',
    departments: new Map<string, string>(),
    known: true,
    works: true,
    manages: true,
    others: [{ ...fund, id: '10' as Id<'fund'>, name: LONG_WORD }],
    nextRound: null,
  };
  const post = { kind: 'committed', id: '8', on: TODAY, amount: kroner(-94_900), words: LONG_WORD } as const;
  return [
    example('none', <NoFundPage language={language} manages />),
    example('closed', <FundPage {...seen} policy={null} figures={null} supported={[]} />),
    example('the fund', <FundPage {...seen} policy={policy} figures={figures} supported={[supportedOne]} />),
    example(
      'the accounts',
      <LedgerPage
        language={language}
        fund={fund}
        works
        period={{ id: policy.periodId, startsOn: policy.startsOn, endsOn: policy.endsOn }}
        periods={[]}
        figures={figures}
        post={null}
        total={1}
        page={1}
        manages
        carriesTo={{ amount: kroner(5_100), startsOn: day('2027-01-01') }}
        rows={[{ ...post, applicationId: application.id, left: kroner(5_100) }]}
      />,
    ),
  ];
}

function pageExamples(language: Language): Example[] {
  const words = formWords(language);
  const form = {
    language,
    action: '/pulje/ansoeg',
    version: 1,
    ask: '/pulje/ansoeg/maaler',
    lines: 3,
    coApplicants: 2,
    departments,
    funds: [],
    asked: false,
    fill: 0.42,
    byStaff: false,
    intro: fundText(language).applyIntro,
  };
  const long = { ...form, page, fill: 1.12, asked: true, byStaff: true, declinePlace: '/pulje' };
  const twoFunds = [
    { id: fund.id, name: fund.name, hint: 'Højst 20.000 kr.', chosen: true },
    { id: 'b' as Id<'fund'>, name: LONG_WORD, hint: '', chosen: false },
  ];
  return [
    example('an empty page', <ApplicationForm {...form} page={EMPTY_PAGE} findings={[]} />),
    example(
      'a draft that is too long, in a house with two funds',
      <ApplicationForm {...long} findings={policyFindings(page, policy, TODAY, { fill: 1.12 })} funds={twoFunds} />,
    ),
    example(
      'a refused page',
      <ApplicationForm
        {...form}
        page={EMPTY_PAGE}
        findings={[]}
        problems={{
          values: { amount1: '4.50' },
          messages: [
            { field: 'title', message: words.missing.title },
            { field: 'amount1', message: words.amountUnreadable },
          ],
        }}
      />,
    ),
  ];
}

function caseExamples(language: Language): Example[] {
  const ids = { id: 'b' as Id<'fund_letter'>, applicationId: application.id, decisionId: null } as const;
  const aLetter = { ...ids, kind: 'commitment', language, way: 'hand', on: TODAY, handedOn: null } as const;
  const aCase = {
    language,
    application,
    reference: 'P-0007',
    status: 'needs_information',
    findings: policyFindings(application, policy, TODAY, { available: figures.available }),
    may: everything,
    aside: false,
    available: figures.available,
    work: null,
    names: new Map([['7', 'Signe Krog']]),
    places: { answer: () => '/pulje', withdraw: '/pulje' },
    mine: {
      track: trackOf(application, [{ kind: 'invoice.received', on: TODAY }]),
      sheetHref: '/pulje',
      letters: { letters: [aLetter], place: () => '/pulje', staff: true },
      slip: { print: '/pulje', close: '/pulje', out: 2 },
    },
  } as const;
  const card = {
    id: application.id,
    prefix: 'P',
    number: 7,
    title: 'Suppe i gården',
    status: 'recommended',
    applicantName: LONG_WORD,
    sought: kroner(24_000),
    committed: null,
    answerBy: addDays(TODAY, 14),
    startsOn: page.startsOn,
  } as const;
  const list = {
    language,
    fund,
    funds: [fund],
    choice: { q: '', status: '', period: '', department: '' },
    departments,
    periods: [],
    page: 1,
  };
  return [
    example('no cases', <OwnCasesPage language={language} cases={[]} total={0} page={1} />),
    example('cases', <CasesPage {...list} cases={[card]} total={140} page={2} />),
    example('a case for those who decide', <CaseView {...aCase} work={work} status="recommended" />),
    example('a case for its applicant', <CaseView {...aCase} may={{ ...nothing, withdraw: true }} available={null} />),
    example('a case for who stands aside', <CaseView {...aCase} may={nothing} aside available={null} />),
    example('a no', <CaseView {...aCase} application={refusedOne} status="refused" may={nothing} findings={[]} />),
  ];
}
