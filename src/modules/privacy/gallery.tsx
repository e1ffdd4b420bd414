import { day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { type Examples, exampleIn, LONG_WORD } from '../../ui/gallery/example.ts';
import { type Consent, standing } from './rules/consents.ts';
import type { PreviewLine } from './rules/preview.ts';
import type { Erasure } from './rules/requests.ts';
import { USUAL_SETTINGS } from './rules/settings.ts';
import { looksPlace, myConsentsPlace, myDataPlace, myLooksPlace } from './urls.ts';
import { ConsentsPage } from './views/consents.tsx';
import { DataPage, type DataPageProps } from './views/data.tsx';
import { AllLooksPage, type LookLine, MyLooksPage } from './views/looks.tsx';
import { OfficePage, type RuleLine, SettingsPage } from './views/office.tsx';
import { AccessibilityPage, EditStatementPage } from './views/statements.tsx';

const AT = new Date('2026-05-03T12:00:00+02:00');
const PERSON = '0000000000p1' as Id<'person'>;

const LINE: PreviewLine = {
  called: { da: 'Idéer', en: 'Ideas' },
  rows: 3,
  drafts: 0,
  law: 'accountability',
  named: 0,
  namedUntil: null,
};

const ERASURE: Erasure = {
  id: '0000000000e1' as Id<'privacy_erasure'>,
  personId: PERSON,
  askedAt: AT,
  askedBy: null,
  channel: 'web',
  dueOn: day('2026-05-17'),
  waitsFor: [],
  triedOn: null,
  result: null,
  words: '',
};

const PATHS: DataPageProps['paths'] = {
  copy: myDataPlace({}),
  erase: myDataPlace({}),
  undo: myDataPlace({}),
  consents: myConsentsPlace({}),
  looks: myLooksPlace({}),
  refuse: null,
};

const MINE: Omit<DataPageProps, 'language'> = {
  paths: PATHS,
  name: null,
  preview: {
    goes: [LINE, { ...LINE, called: { da: LONG_WORD, en: LONG_WORD }, rows: 1 }],
    unnamed: [{ ...LINE, rows: 12, drafts: 1, named: 2, namedUntil: day('2031-12-31') }],
    kept: [{ ...LINE, law: 'bookkeeping' }],
  },
  exports: [
    {
      id: '0000000000x1' as Id<'privacy_export'>,
      personId: PERSON,
      askedAt: AT,
      askedBy: PERSON,
      channel: 'web',
      language: 'da',
      goesAt: AT,
    },
  ],
  erasure: null,
  askedBy: null,
  matters: [],
  settings: USUAL_SETTINGS,
};

const LOOK: LookLine = { at: AT, who: 'Signe Krog', whom: 'Mette Holm', why: 'page', people: 1 };
const CONSENTS: readonly Consent[] = [
  { topic: 'photo', given: false, at: AT, channel: 'phone', registeredBy: PERSON },
  { topic: 'mail', given: true, at: AT, channel: 'web', registeredBy: null },
];
const RULE: RuleLine = {
  what: 'Idéer',
  kept: '12 måneder',
  rows: 'unnamed',
  law: 'GDPR art. 5',
  lastRun: AT,
  nextRun: AT,
  now: 1240,
  lastDid: 3,
  everDid: 1210,
};
const SAID = {
  words: `## ${LONG_WORD}\nVi retter det.\nRing til os.`,
  contact: '',
  statedOn: day('2026-05-03'),
  version: 1,
};

export const privacyGallery: Examples = (language) => {
  const example = exampleIn('Databeskyttelse');
  const looks = { language, months: 12, page: 1, more: true, pageAt: () => '/' };
  return [
    example('Data: ready to fetch', DataPage({ ...MINE, language })),
    example(
      'Data: nothing yet',
      DataPage({ ...MINE, language, exports: [], preview: { goes: [], unnamed: [], kept: [] } }),
    ),
    example(
      'Data: being erased, something in the way, for the secretariat',
      DataPage({
        ...MINE,
        language,
        name: LONG_WORD,
        paths: { ...PATHS, refuse: myDataPlace({}) },
        erasure: ERASURE,
        askedBy: 'Signe Krog',
        matters: ['Sagen P-0007', LONG_WORD],
      }),
    ),
    example(
      'Data: refused',
      DataPage({
        ...MINE,
        language,
        erasure: { ...ERASURE, result: 'refused', words: LONG_WORD },
        matters: ['P-0001'],
      }),
    ),
    example('Looks: mine', MyLooksPage({ ...looks, looks: [LOOK, { ...LOOK, why: 'list', people: 212 }] })),
    example('Looks: none', MyLooksPage({ ...looks, more: false, looks: [] })),
    example(
      'Looks: all',
      AllLooksPage({ ...looks, action: looksPlace({}), search: 'Mette', looks: [{ ...LOOK, whom: LONG_WORD }] }),
    ),
    example(
      'Consents',
      ConsentsPage({
        language,
        action: myConsentsPlace({}),
        onBehalf: true,
        standing: standing(CONSENTS),
        history: CONSENTS.map((one) => ({ ...one, by: one.registeredBy && 'Signe Krog' })),
      }),
    ),
    example(
      'Office',
      OfficePage({
        language,
        open: [{ personId: PERSON, name: LONG_WORD, dueOn: day('2026-05-17'), waits: 2 }],
        rules: [RULE, { ...RULE, what: LONG_WORD, lastRun: null, lastDid: null, everDid: null }],
        statements: [
          { kind: 'accessibility', statedOn: day('2025-01-01'), old: true },
          { kind: 'privacy', statedOn: null, old: false },
        ],
      }),
    ),
    example('Settings', SettingsPage({ language, settings: USUAL_SETTINGS })),
    example('Statement', AccessibilityPage({ language, said: SAID, house: ['12 34 56 78'] })),
    example(
      'Statement: editing a draft',
      EditStatementPage({ language, kind: 'privacy', said: { ...SAID, statedOn: null }, most: 12_000 }),
    ),
  ];
};
