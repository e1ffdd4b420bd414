import type { Language } from '../../../../kernel/language.ts';
import { type Example, exampleIn, LONG_NAME, LONG_WORD } from '../../../../ui/gallery/example.ts';
import type { Application } from '../rules/people.ts';
import { leaningsOf, reflect } from '../rules/profile.ts';
import { callText } from '../text/call.ts';
import { chooseText } from '../text/choose.ts';
import { drawText } from '../text/draw.ts';
import { meetText } from '../text/meet.ts';
import { ApplicantPage } from '../views/applicant.tsx';
import { ApplicantsPage } from '../views/applicants.tsx';
import { DrawPage } from '../views/draw.tsx';
import { DrawsPage } from '../views/draws.tsx';
import { DrumPage } from '../views/drum.tsx';
import { EditPage } from '../views/editing.tsx';
import { SignUpPage } from '../views/joining.tsx';
import { PanelsPage } from '../views/list.tsx';
import { MeetingPage, MeetingsPage } from '../views/meetings.tsx';
import { MinePage } from '../views/mine.tsx';
import { MirrorPage } from '../views/mirror.tsx';
import { ProfilePage } from '../views/profile.tsx';
import { QuestionsPage, RecommendationsPage } from '../views/questions.tsx';
import {
  CELLS,
  DRAW,
  DRAWN,
  departments,
  MEETING,
  MISREAD,
  NO_ID,
  ONE,
  PANEL,
  QUESTION,
  SAID,
  THROWN,
  TODAY,
  TRAITS,
} from './samples.ts';

/** Focus groups in every situation: nobody yet, one, many, something refused, and words that are too long. */
export function panelsGallery(language: Language): Example[] {
  return [...callExamples(language), ...poolExamples(language), ...drawExamples(language), ...groupExamples(language)];
}

function wrong(field: string, message: string, values: Readonly<Record<string, string>> = {}) {
  return { values, messages: [{ field, message }] };
}

function callExamples(language: Language): Example[] {
  const example = exampleIn('Fokusgrupper: opslag');
  const list = { language, page: 1, more: false, today: TODAY, mayOpen: true };
  const known = { name: '', email: '', address: '', departmentId: '' };
  const form = { language, panel: PANEL, departments, known };
  return [
    example('no groups', <PanelsPage {...list} rows={[]} />),
    example(
      'two groups',
      <PanelsPage {...list} rows={[PANEL, { ...PANEL, kind: 'open', closesOn: null, name: LONG_WORD }]} />,
    ),
    example('a new group', <EditPage language={language} today={TODAY} known={null} />),
    example(
      'a group without a name',
      <EditPage
        language={language}
        today={TODAY}
        known={PANEL}
        problems={wrong('name', callText(language).meanwhile)}
      />,
    ),
    example('signing up', <SignUpPage {...form} byStaff={false} />),
    example(
      'signing somebody up, and something is missing',
      <SignUpPage {...form} byStaff problems={wrong('address', callText(language).locked, { name: LONG_NAME })} />,
    ),
  ];
}

function poolExamples(language: Language): Example[] {
  const example = exampleIn('Fokusgrupper: puljen');
  const words = chooseText(language);
  const pool = { language, panel: PANEL, departments, page: 1, more: false, canSignUp: true };
  const over = { ...pool, canSignUp: false };
  const codes = { age: ['30-44'], department: ['d1', 'd2'], dwelling: ['family'], language: ['da'], tenure: ['2-5'] };
  const traits = [TRAITS, TRAITS, { ...TRAITS, age: '60-74', department: 'd2' }];
  const mirror = { language, panel: PANEL, applied: 3, inside: 3, outside: 1, departments, figures: null };
  const profile = { language, panel: PANEL, cells: CELLS, departments };
  const typed = { [`fewest_${CELLS[0]?.id}`]: '5', [`most_${CELLS[0]?.id}`]: '4' };
  return [
    example('nobody has signed up', <ApplicantsPage {...pool} rows={[]} doubles={[]} unclear={[]} />),
    example(
      'two who may be one',
      <ApplicantsPage
        {...over}
        rows={[ONE, { ...ONE, name: 'Bo Lind' }]}
        doubles={[{ one: ONE, other: ONE, why: 'home' }]}
        unclear={[{ one: ONE, why: 'door' }]}
        problems={wrong('sure', words.lockUnsure)}
      />,
    ),
    example('one of them', <ApplicantPage {...pool} one={ONE} codes={codes} problems={wrong('', words.notNow)} />),
    example('no profile', <ProfilePage {...profile} cells={[]} />),
    example('the profile', <ProfilePage {...profile} />),
    example(
      'a profile that cannot be',
      <ProfilePage
        {...profile}
        refused={{ at: 'bounds', problems: wrong(`most_${CELLS[0]?.id}`, words.mostBelow, typed) }}
      />,
    ),
    example(
      'a combination that cannot be',
      <ProfilePage
        {...profile}
        refused={{
          at: 'combination',
          problems: wrong('other', words.combinationRefusals.same_feature, { atLeast: '1' }),
        }}
      />,
    ),
    example('the profile when the pool is closed', <ProfilePage {...profile} panel={{ ...PANEL, locked: true }} />),
    example(
      'the mirror for those who select',
      <MirrorPage {...mirror} figures={reflect(CELLS, traits, traits, 6)} leanings={null} />,
    ),
    example('the mirror for the board', <MirrorPage {...mirror} leanings={leaningsOf(CELLS, traits)} />),
    example('a group too small to show', <MirrorPage {...mirror} leanings={null} />),
  ];
}

function drawExamples(language: Language): Example[] {
  const example = exampleIn('Fokusgrupper: lodtrækning');
  const words = drawText(language);
  const locked = { ...PANEL, locked: true };
  const draws = { language, panel: locked, draws: [DRAW], free: 1, selectors: 2, reserves: true };
  const draw = { language, panel: locked, pressers: [], pressed: false, selectors: 2, drawn: [], departments };
  const drum = { language, panelId: NO_ID as string, called: [], thrower: NO_ID as string, selectors: 2 };
  const relaxations = [
    { feature: 'age', value: '15-29+30-44', min: [4, 3], max: [4, 4] },
    { feature: 'age×department', value: '15-29+30-44×d2', min: [1, 0], max: [2, 2] },
  ] as const;
  const dice = wrong('dice', words.diceUnreadable, { dice: '40' });
  return [
    example('nothing drawn yet', <DrawsPage {...draws} draws={[]} drawn={false} selectors={1} panel={PANEL} />),
    example('a seat is free', <DrawsPage {...draws} drawn problems={wrong('', words.reserveRefusals.nobody)} />),
    example('calculating', <DrawPage {...draw} draw={{ ...DRAW, state: 'running', progress: 420, result: null }} />),
    example('impossible', <DrawPage {...draw} draw={{ ...DRAW, state: 'infeasible', result: null, relaxations }} />),
    example('ready', <DrawPage {...draw} draw={DRAW} />),
    example('one has pressed', <DrawPage {...draw} draw={DRAW} pressers={[LONG_NAME]} pressed />),
    example('drawn', <DrawPage {...draw} draw={DRAWN} drawn={[{ id: 'a1', name: LONG_NAME }]} />),
    example('before the dice', <DrumPage {...drum} draw={{ ...DRAW, kind: 'public' }} problems={dice} />),
    example('one has typed the dice', <DrumPage {...drum} draw={{ ...DRAW, kind: 'public', throws: [THROWN] }} />),
    example(
      'the dice are typed apart',
      <DrumPage {...drum} draw={{ ...DRAW, kind: 'public', throws: [THROWN, MISREAD] }} problems={dice} />,
    ),
    example('after the dice', <DrumPage {...drum} draw={{ ...DRAWN, presses: [], throws: [THROWN] }} />),
    example('after the presses', <DrumPage {...drum} draw={DRAWN} called={[{ lot: 'D5P6SV2Y', place: 3 }]} />),
    example('given up', <DrumPage {...drum} draw={{ ...DRAW, state: 'stopped' }} />),
  ];
}

function groupExamples(language: Language): Example[] {
  const example = exampleIn('Fokusgrupper: gruppen');
  const words = meetText(language);
  const one = { ...ONE, place: { id: NO_ID, answer: 'yes', answerBy: TODAY } } as Application;
  const mine = {
    language,
    code: 'ABCDEFGHJKMN',
    panel: PANEL,
    one,
    meetings: [MEETING],
    coming: [],
    questions: [QUESTION, { ...QUESTION, id: 'q2' as never, method: 'pairs' as const }],
    given: new Map(),
    chance: null,
    draw: null,
    departments,
  };
  const meeting = { language, panel: PANEL, meeting: MEETING, said: { yes: 3, no: 1 }, came: 5, departments };
  const chance = {
    chance: 0.083,
    panels: 84,
    ofPanels: 1000,
    pool: 96,
    seats: 12,
    unreachable: false,
    answersGone: false,
  };
  const reason = { feature: 'age', codes: ['30-44'], also: null, applied: 31, most: 3, lowers: true } as const;
  return [
    example('a member’s own page', <MinePage {...mine} />),
    example(
      'somebody who was offered a seat',
      <MinePage {...mine} one={{ ...one, place: { ...one.place, answer: null } as never }} />,
    ),
    example(
      'somebody who was not drawn, and why',
      <MinePage {...mine} one={ONE} questions={[]} chance={{ ...chance, reason }} draw={DRAWN} />,
    ),
    example('no meetings', <MeetingsPage language={language} panel={PANEL} meetings={[]} members={6} />),
    example(
      'one meeting, and who came',
      <MeetingPage
        {...meeting}
        members={[{ id: 'a1', name: LONG_NAME, came: true }]}
        leanings={leaningsOf(CELLS, [TRAITS])}
        eats={[{ wish: 'Grisekød', count: 2 }]}
        needs={[]}
      />,
    ),
    example(
      'nothing to put in order',
      <QuestionsPage language={language} panel={PANEL} questions={[]} initiatives={[]} />,
    ),
    example(
      'an order that the group gave',
      <QuestionsPage
        language={language}
        panel={PANEL}
        questions={[QUESTION]}
        initiatives={[{ id: 'i1', title: LONG_WORD }]}
        problems={wrong('asks', words.asksMissing)}
      />,
    ),
    example(
      'what the group said',
      <RecommendationsPage
        language={language}
        panel={PANEL}
        recommendations={[SAID, { ...SAID, id: 's2' as never, answer: LONG_WORD, answeredOn: TODAY }]}
        meetings={[MEETING]}
      />,
    ),
  ];
}
