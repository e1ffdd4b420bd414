import { type Day, day, daysBetween, yearOf } from '../kernel/day.ts';
import { aStory } from '../modules/inspire/stories/seed.ts';
import { heldScenes } from './arrangements.ts';
import { tellIdea, tellInitiativeStart } from './beginnings.ts';
import { tellEvent } from './events.ts';
import type { Held } from './held.ts';
import type { DemoIdea } from './ideas.ts';
import type { DemoInitiative } from './initiatives.ts';
import { type Work, workScenes } from './tasks.ts';
import type { Scene } from './tell.ts';
import { IDEAS_THEN, INITIATIVES_THEN } from './year-before-initiatives.ts';

const HELD_THEN: readonly Held[] = [
  {
    ...{ ago: 283, by: 'line', of: 'byttedag', where: ['stationsgaarden', 'kaerhaven'], starts: '11:00' },
    ...{ title: 'Byttedag for børnetøj', place: 'Beboerlokalet, Stationsgade 12' },
    what: 'Tag det med, der er blevet for småt, og gå hjem med det, der passer.',
    known: ['anne', 'hassan'],
    walkIns: { poster: [14, 9], asked: [8, 6], neighbour: [3, 2] },
  },
  {
    ...{ ago: 262, by: 'rasmus', of: 'musik', where: ['havnepladsen'], starts: '19:00' },
    ...{ title: 'Åben øver i kælderen', place: 'Kælderen under Havnepladsen 4' },
    what: 'Kom ned og hør, hvad vi øver på. Tag dit instrument med.',
    walkIns: {},
  },
  {
    ...{ ago: 239, by: 'troels', of: 'petanque', where: ['moellevaenget'], starts: '18:00' },
    ...{ title: 'Vi åbner petanquebanen', place: 'Gruset ved Møllevænget 21' },
    what: 'Jens kaster den første kugle. Tag en stol med.',
    known: ['bodil'],
    walkIns: { asked: [9, 1], neighbour: [4, 2], mail: [3, 0] },
  },
  {
    ...{ ago: 228, by: 'poul', of: 'krukker', where: ['kaerhaven'], starts: '10:00' },
    ...{ title: 'Plantedag ved dørene', place: 'Gården ved Kærhaven 7' },
    what: 'Vi fylder krukkerne sammen. Der er boller klokken tolv.',
    known: ['per', 'vibeke'],
    walkIns: { asked: [11, 4], poster: [5, 2] },
  },
  {
    ...{ ago: 85, by: 'ida', of: 'mobil', where: ['engblommen', 'havnepladsen'], starts: '14:00' },
    ...{ title: 'Mobilhjælp med kaffe', place: 'Fælleshuset i Engblommen' },
    what: 'Tag din telefon og dit spørgsmål med. Ingen spørgsmål er for små.',
    known: ['edith'],
    walkIns: { asked: [7, 0], neighbour: [4, 0] },
  },
  {
    ...{ ago: 51, by: 'ahmed', of: 'lygter', where: ['moellevaenget'], starts: '16:30' },
    ...{ title: 'Lygtetur rundt om møllen', place: 'Ved møllen' },
    what: 'En tur i mørket med lygter og kakao bagefter. Tag en voksen med.',
    known: ['leila'],
    walkIns: { asked: [21, 26], poster: [9, 10], mail: [4, 3] },
  },
];

const WORK_THEN: readonly Work[] = [
  {
    key: 'byttedag',
    initiative: 'byttedag',
    by: 'line',
    title: 'Byttedagen',
    lines: ['30 Hæng bøjler op', '20 Læg tøj i størrelser', '15 Lav saft og kaffe', '10 Hæng sedler op', '20 Ryd op'],
    cut: 300,
    due: 284,
    hands: [
      { task: 0, who: 'ulla', asked: true, minutes: 25 },
      { task: 1, who: 'anne', asked: true, minutes: 35 },
      { task: 2, who: 'line' },
      { task: 3, guest: 'Naima', asked: true, minutes: 10 },
    ],
    others: [[4, 'no']],
  },
  {
    key: 'krukker',
    initiative: 'krukker',
    by: 'poul',
    title: 'Krukkerne',
    lines: ['45 Hent jord', '30 Fyld krukker', '20 Plant blomster', '10 Vand hver fredag'],
    cut: 245,
    due: 229,
    hands: [
      { task: 0, who: 'per', asked: true, minutes: 40 },
      { task: 1, guest: 'Lone', asked: true, smaller: 0, minutes: 30 },
      { task: 3, who: 'bent', asked: true },
    ],
    others: [[2, 'later']],
  },
  {
    key: 'lygter',
    initiative: 'lygter',
    by: 'ahmed',
    title: 'Lygteturen',
    lines: ['60 Klip lygter', '20 Kog kakao', '30 Gå bagerst', '10 Hæng sedler op', '15 Tænd lygter'],
    cut: 66,
    due: 52,
    hands: [
      { task: 0, who: 'sofie', asked: true, minutes: 55 },
      { task: 1, guest: 'Birgit', asked: true, minutes: 25 },
      { task: 2, who: 'bodil', asked: true, minutes: 30 },
      { task: 3, who: 'ahmed' },
    ],
    others: [[4, null]],
  },
];

const DRUMS = {
  heading: 'Trommerne, der kunne høres på tredje sal',
  lead: 'Fire naboer ville have et sted at øve. Kælderen var fri, men lyden ville ikke blive dernede.',
  body: `Vi satte tæpper på væggene og hængte en tavle op. Guitarerne gik fint.

Så kom trommerne. Vi gik op og lyttede på hver etage og bankede på hos dem, der boede der. De var søde, men de kunne ikke høre deres fjernsyn.

Næste gang går vi op og lytter, før vi maler. Musikskolen lod os låne et rum, og nu øver vi der.`,
} as const;

/** A modest year before this one, on the same days of the calendar whenever the story is told. */
export function yearBeforeScenes(today: Day): readonly Scene[] {
  const since = daysBetween(day(`${yearOf(today) - 1}-12-31`), today);
  return [
    ...IDEAS_THEN.flatMap((idea) => tellIdea(ideaFrom(idea, since))),
    ...INITIATIVES_THEN.map((one) => initiativeFrom(one, since)).flatMap((one) => [
      tellInitiativeStart(one),
      ...one.events.map((event) => tellEvent(one, event)),
    ]),
    ...HELD_THEN.flatMap((one) => heldScenes({ ...one, ago: one.ago + since })),
    ...workScenes(WORK_THEN.map((one) => ({ ...one, cut: one.cut + since, due: one.due + since }))),
    {
      ago: 194 + since,
      by: 'jonas',
      async play(tx, stage) {
        const id = stage.initiatives.get('musik');
        if (id) await aStory(tx, id, { ...DRUMS, state: 'published' });
      },
    },
  ];
}

function ideaFrom(idea: DemoIdea, since: number): DemoIdea {
  const { answer, ...said } = idea;
  return {
    ...said,
    daysAgo: idea.daysAgo + since,
    ...(answer ? { answer: { ...answer, daysAgo: answer.daysAgo + since } } : {}),
  };
}

function initiativeFrom(one: DemoInitiative, since: number): DemoInitiative {
  const { startsIn, endsIn } = one;
  return {
    ...one,
    ago: one.ago + since,
    ...(startsIn === undefined ? {} : { startsIn: startsIn - since }),
    ...(endsIn === undefined ? {} : { endsIn: endsIn - since }),
    events: one.events.map((event) => ({ ...event, ago: event.ago + since })),
  };
}
