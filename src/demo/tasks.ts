import { addDays } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import { aJob, type Job, type Task, verbs } from '../modules/act/tasks/seed.ts';
import { stairwells } from '../modules/housing/public.ts';
import { actingAs } from '../modules/initiatives/seed.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import { must, type Scene, type Stage } from './tell.ts';

/** One task and who has it: `guest` said yes without an account. `smaller`: they were asked for another, and took this. */
interface Hand {
  readonly task: number;
  readonly who?: string;
  readonly guest?: string;
  readonly asked?: boolean;
  readonly smaller?: number;
  readonly minutes?: number;
  readonly missed?: boolean;
}

export interface Work {
  readonly key: string;
  readonly initiative: string;
  readonly by: string;
  readonly title: string;
  readonly template?: 'planting_day' | 'common_dinner' | 'film_evening' | 'coffee';
  readonly lines?: readonly string[];
  /** Days back: when it was cut, and the day it was for (negative: to come). */
  readonly cut: number;
  readonly due: number;
  readonly hands: readonly Hand[];
  /** Asked, and answered so; or not at all. */
  readonly others?: readonly (readonly [task: number, answer: 'no' | 'later' | null])[];
}

const WORK: readonly Work[] = [
  {
    key: 'varme',
    initiative: 'varme',
    by: 'henny',
    title: 'Varmeaftenen',
    lines: ['15 Stil stole op', '20 Lav kaffe', '30 Tag imod ved døren', '10 Hæng sedler op'],
    cut: 295,
    due: 279,
    hands: [
      { task: 0, who: 'brian' },
      { task: 1, who: 'goran', asked: true, minutes: 25 },
      { task: 3, guest: 'Lis', asked: true, minutes: 10 },
    ],
    others: [[2, null]],
  },
  {
    key: 'saadag',
    initiative: 'eng',
    by: 'goran',
    title: 'Så engen til',
    template: 'planting_day',
    cut: 215,
    due: 204,
    hands: [
      { task: 0, who: 'brian', minutes: 35 },
      { task: 1, who: 'hassan', asked: true, minutes: 50 },
      { task: 3, who: 'line', minutes: 60 },
      { task: 5, guest: 'Karim', asked: true },
      { task: 7, who: 'emil', asked: true, smaller: 4, minutes: 20 },
      { task: 9, who: 'jonas' },
    ],
    others: [
      [2, 'later'],
      [4, 'no'],
      [6, null],
    ],
  },
  {
    key: 'spisning-1',
    initiative: 'spisning',
    by: 'nasrin',
    title: 'Fællesspisning i juli',
    template: 'common_dinner',
    cut: 140,
    due: 128,
    hands: [
      { task: 1, who: 'nasrin', minutes: 60 },
      { task: 2, who: 'daniel', asked: true, minutes: 40 },
      { task: 3, guest: 'Lis', asked: true, minutes: 50 },
      { task: 4, who: 'amina', asked: true, minutes: 15 },
      { task: 6, who: 'rasmus', missed: true },
      { task: 7, who: 'clara', asked: true, minutes: 35 },
    ],
    others: [[5, null]],
  },
  {
    key: 'suppe-1',
    initiative: 'suppe',
    by: 'mette',
    title: 'Første suppeaften',
    lines: ['45 Skræl kartofler', '30 Tænd bål', '20 Bær borde ud', '20 Vask gryder', '10 Spørg en nabo på 2. sal'],
    cut: 56,
    due: 46,
    hands: [
      { task: 0, who: 'yusuf', minutes: 40 },
      { task: 1, who: 'aksel', asked: true, minutes: 30 },
      { task: 2, guest: 'Hr. Madsen', asked: true, smaller: 0, minutes: 15 },
      { task: 3, who: 'vibeke', asked: true, minutes: 25 },
      { task: 4, who: 'kasper', asked: true, minutes: 5 },
    ],
  },
  {
    key: 'suppe-2',
    initiative: 'suppe',
    by: 'mette',
    title: 'Suppeaften i december',
    lines: [
      '45 Skræl kartofler',
      '30 Tænd bål',
      '20 Bær borde ud',
      '20 Vask gryder',
      '10 Hæng sedler op',
      '15 Bag brød',
    ],
    cut: 4,
    due: -11,
    hands: [
      { task: 1, who: 'aksel', asked: true },
      { task: 4, who: 'olena' },
    ],
    others: [[0, 'later']],
  },
  {
    key: 'film',
    initiative: 'spil',
    by: 'jonas',
    title: 'Spilleaften for unge',
    template: 'film_evening',
    cut: 8,
    due: -2,
    hands: [{ task: 1, who: 'tuan' }],
    others: [[4, null]],
  },
];

const NOBODY = { name: '', email: null, phone: null } as const;

/** Small tasks of a year and more: who was asked, who said yes, and what came to nothing. */
export function tasksScenes(): readonly Scene[] {
  return [...workScenes(WORK), ...willingScenes(), ...roundScenes()];
}

export function workScenes(works: readonly Work[]): readonly Scene[] {
  const cut: Cut = new Map();
  return works.flatMap((work) => scenesOf(work, cut));
}

type Cut = Map<string, { readonly job: Job; readonly tasks: readonly Task[] }>;

function scenesOf(work: Work, cut: Cut): readonly Scene[] {
  const after = Math.max(0, work.due - 1);
  return [
    { ago: work.cut, by: work.by, play: (tx, stage) => cutIt(tx, stage, work, cut) },
    ...work.hands.map(
      (hand, at): Scene => ({
        ago: Math.max(after + 1, work.cut - 1 - at, 0),
        by: hand.asked ? work.by : (hand.who ?? null),
        play: (tx, stage) => lend(tx, stage, { work, hand, cut }),
      }),
    ),
    ...(work.others
      ? [{ ago: Math.max(after + 1, work.cut - 2, 0), by: work.by, play: (tx: TenantDb) => askOthers(tx, work, cut) }]
      : []),
    ...(work.due > 0 ? [{ ago: after, by: work.by, play: (tx: TenantDb) => tick(tx, work, cut) }] : []),
  ];
}

async function cutIt(tx: TenantDb, stage: Stage, work: Work, cut: Cut): Promise<void> {
  const initiativeId = stage.initiatives.get(work.initiative);
  if (!initiativeId) throw new Error(`Cannot cut "${work.title}": no initiative ${work.initiative}`);
  const { title, template, lines } = work;
  const dueOn = addDays(tx.today, work.cut - work.due);
  cut.set(
    work.key,
    await aJob(tx, { initiativeId, title, dueOn, ...(template ? { template } : {}), ...(lines ? { lines } : {}) }),
  );
}

function taskAt(work: Work, cut: Cut, at: number): { readonly job: Job; readonly task: Id<'task'> } {
  const found = cut.get(work.key);
  const task = found?.tasks[at];
  if (!found || !task) throw new Error(`Cannot find task ${at} of "${work.title}"`);
  return { job: found.job, task: task.id };
}

async function ask(tx: TenantDb, work: Work, cut: Cut, at: number) {
  const { job, task } = taskAt(work, cut, at);
  const words = 'Har du lyst til at give en hånd med?';
  const asking = { way: 'link', words, address: { email: null, phone: null }, helperId: null, askerName: '' } as const;
  const made = must(await verbs.askNeighbour(tx, job, task, asking), `${work.title}, opgave ${at}`);
  return { job, id: made.id };
}

/** Asked by whoever drives it, and written in for them; or taken by themselves. */
async function lend(
  tx: TenantDb,
  stage: Stage,
  { work, hand, cut }: { readonly work: Work; readonly hand: Hand; readonly cut: Cut },
): Promise<void> {
  const { job, task } = taskAt(work, cut, hand.task);
  if (!hand.asked) {
    must(await verbs.takeMyself(tx, job, task, false), work.title);
    return;
  }
  const { id } = await ask(tx, work, cut, hand.smaller ?? hand.task);
  const person = hand.who ? stage.person(hand.who) : null;
  const acting = person ? await actingAs(tx, person) : tx;
  must(
    await verbs.answerAsk(acting, job, id, {
      answer: hand.smaller === undefined ? 'yes' : 'smaller',
      instead: hand.smaller === undefined ? null : task,
      contact: { ...NOBODY, name: hand.guest ?? '', phone: hand.guest === 'Lis' ? '+4520123456' : null },
      gladly: false,
      never: false,
      onBehalf: person ? null : 'phone',
    }),
    work.title,
  );
}

async function askOthers(tx: TenantDb, work: Work, cut: Cut): Promise<void> {
  for (const [at, answer] of work.others ?? []) {
    const { job, id } = await ask(tx, work, cut, at);
    const said = { instead: null, contact: NOBODY, gladly: false, never: false, onBehalf: 'phone' } as const;
    if (answer) must(await verbs.answerAsk(tx, job, id, { ...said, answer }), work.title);
  }
}

async function tick(tx: TenantDb, work: Work, cut: Cut): Promise<void> {
  for (const { task: at, missed, minutes = null } of work.hands) {
    const { job, task } = taskAt(work, cut, at);
    if (missed) must(await verbs.taskMissed(tx, job, task), work.title);
    else must(await verbs.finishTask(tx, job, task, minutes), work.title);
  }
  const first = work.hands.find(({ missed }) => !missed);
  if (!first) return;
  const { job, task } = taskAt(work, cut, first.task);
  must(await verbs.thank(tx, job, task, 'Det var så godt, at du var med.'), work.title);
}

function willingScenes(): readonly Scene[] {
  const wish = (
    kinds: readonly ('carry' | 'food' | 'green')[],
    mostMinutes: number,
    by: string,
    ago: number,
  ): Scene => ({
    ago,
    by,
    play: (tx) => verbs.optIn(tx, { kinds, times: ['weekends'], mostMinutes, departmentId: null }),
  });
  return [wish(['carry'], 30, 'kasper', 40), wish(['food'], 60, 'olena', 20), wish([], 20, 'emil', 15)];
}

function roundScenes(): readonly Scene[] {
  return [
    {
      ago: 52,
      by: 'signe',
      play: async (tx, stage) => {
        const departmentId = stage.department('kaerhaven');
        const ways = (await stairwells(tx, departmentId)).slice(0, 4).map(({ id }) => id);
        const on = tx.today;
        const script = 'Hej, vi bor her i gården. Har du lyst til suppe på torsdag?';
        const id = await verbs.planRound(tx, { departmentId, title: 'Suppe i gården', on, script }, ways);
        const counts = ways
          .slice(0, 3)
          .map((building, at) => ({ building, opened: 5 - at, talked: 4 - at, saidYes: 2 }));
        await verbs.countRound(tx, id, counts);
      },
    },
  ];
}
