import { day } from '../../../../kernel/day.ts';
import { LONG_NAME, LONG_WORD } from '../../../../ui/gallery/example.ts';
import type { DrawRow, Throw } from '../rules/draw.ts';
import type { Meeting, Recommendation } from '../rules/meeting.ts';
import type { Panel } from '../rules/panel.ts';
import type { Application, Traits } from '../rules/people.ts';
import type { KeptCell } from '../rules/profile.ts';
import type { Question } from '../rules/voting.ts';

export const NO_ID = '00000000-0000-7000-8000-000000000001' as never;
const HASH = '3f9c2b6e84a1d7f05c9e8b42a6d13f70e5b8c4926a7d1e3f8b0c5a4d9e2f6173';
export const TODAY = day('2026-05-04');
export const departments = new Map([
  ['d1', 'Kærhaven'],
  ['d2', LONG_WORD],
]);

export const PANEL: Panel = {
  id: NO_ID,
  kind: 'drawn',
  name: 'Lutter ører',
  purpose: 'Vi læser breve, før de bliver sendt ud.',
  practical: 'Fælleshuset, onsdage kl. 17.30. Der er mad.',
  seats: 6,
  opensOn: TODAY,
  closesOn: day('2026-05-25'),
  minAge: 16,
  offerDays: 5,
  boardLimit: 0,
  unchosenMonths: 3,
  memberMonths: 12,
  endedOn: null,
  locked: false,
  version: 1,
};

export const TRAITS: Traits = { age: '30-44', department: 'd1', dwelling: 'family', language: 'da', tenure: '2-5' };

export const ONE: Application = {
  id: NO_ID,
  panelId: NO_ID,
  lot: 'B7K2QM9X',
  name: LONG_NAME,
  email: null,
  phone: null,
  address: 'Kærhaven 12, 3. tv',
  homeKey: 'k',
  why: LONG_WORD,
  diet: 'Grisekød',
  accessNeeds: '',
  birthYear: 1988,
  traits: TRAITS,
  onBoard: true,
  personId: null,
  appliedOn: TODAY,
  channel: 'paper',
  registeredBy: null,
  place: null,
  paused: false,
  exit: null,
  goesOn: day('2027-05-25'),
};

const cell = (
  feature: KeptCell['feature'],
  codes: string[],
  people: number,
  more: Partial<KeptCell> = {},
): KeptCell => ({
  id: `${feature}-${codes.join('-')}` as never,
  feature,
  codes,
  also: null,
  people,
  fewest: 2,
  most: 4,
  ...more,
});

export const CELLS: readonly KeptCell[] = [
  cell('age', ['15-29', '30-44'], 118),
  cell('age', ['45-59', '60-74', '75+'], 131),
  cell('department', ['d1'], 90),
  cell('department', ['d2'], 159),
  cell('age', ['15-29', '30-44'], 0, { also: { feature: 'department', codes: ['d2'] }, fewest: 1, most: 2 }),
];

export const DRAW: DrawRow = {
  id: NO_ID,
  panelId: NO_ID,
  kind: 'two',
  seats: 2,
  panels: 1000,
  seed: '9f2c',
  algorithm: 'leximin',
  state: 'ready',
  progress: 1000,
  pool: ['B7K2QM9X', 'C3N4RT8W', 'D5P6SV2Y'].map((lot, home) => ({
    id: NO_ID,
    lot,
    traits: TRAITS,
    home,
    board: false,
  })),
  quotas: CELLS,
  boardMost: null,
  result: {
    optimal: true,
    gap: 0,
    minimum: 0.5,
    gini: 0.12,
    chances: [0.5, 0.5, 1],
    unreachable: [],
    panels: Array.from({ length: 1000 }, (_, at) => [at % 2, 2]),
    certificate: null,
  },
  relaxations: [],
  listHash: HASH,
  reserveKey: 'a key',
  number: null,
  askedAt: new Date('2026-05-26T10:00:00+02:00'),
  endedAt: new Date('2026-05-26T10:01:00+02:00'),
  drawnAt: null,
  askedBy: null,
  presses: [],
  throws: [],
};
export const DRAWN: DrawRow = {
  ...DRAW,
  state: 'drawn',
  number: 7,
  drawnAt: new Date('2026-05-26T19:04:00+02:00'),
  presses: [{ personId: NO_ID, nonce: HASH.slice(0, 32), at: new Date('2026-05-26T19:04:00+02:00') }],
};

/** What another than the reader has read off the dice, and the reader. */
export const THROWN: Throw = { personId: 'another' as never, number: 407, at: new Date('2026-05-26T19:03:00+02:00') };
export const MISREAD: Throw = { ...THROWN, personId: NO_ID, number: 470 };

export const MEETING: Meeting = {
  id: NO_ID,
  panelId: NO_ID,
  on: day('2026-06-10'),
  starts: '17:30',
  place: LONG_WORD,
  agenda: 'Brevet om husleje\nNye skilte',
  notes: '',
  version: 1,
};

export const QUESTION: Question = {
  id: NO_ID,
  panelId: NO_ID,
  asks: 'Hvad skal vi begynde med?',
  method: 'dots',
  dots: 5,
  askedOn: TODAY,
  closedOn: null,
  options: [
    { id: 'o1' as never, says: 'Bænke ved opgangene', initiativeId: null, points: 9, voters: 6 },
    { id: 'o2' as never, says: LONG_WORD, initiativeId: null, points: 4, voters: 5 },
  ],
  answered: 6,
};

export const SAID: Recommendation = {
  id: NO_ID,
  panelId: NO_ID,
  says: 'Sæt bænke ved opgangene.',
  saidOn: TODAY,
  answer: null,
  answeredOn: null,
  initiativeId: null,
};
