import type { Id } from '../kernel/id.ts';
import { type About, answered, answerFrom, verbs } from '../modules/measure/evaluation/seed.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import { HELD } from './held.ts';
import { must, type Scene, type Stage } from './tell.ts';

/** What those said who were there: by title and how many days ago it was held. Each answer short, as `answerFrom` reads it. */
interface Said {
  readonly title: string;
  readonly ago: number;
  readonly answers: string;
  /** What the first of them wrote; and whether staff have shown it. */
  readonly words?: readonly string[];
  readonly shown?: number;
}

const SAID: readonly Said[] = [
  {
    ...{ title: 'Havedag i Kærhaven', ago: 705 },
    answers: '3ny 3jy 4ja 2nn 3ny',
  },
  {
    ...{ title: 'Sommerfest', ago: 560 },
    answers: '4ja 4jy 3nn 3ja 4nn 2nn 3j- 4ja 3nn 4jy 3nn',
    words: ['Dejlig aften, men der manglede stole.'],
  },
  {
    ...{ title: 'Julehygge i gården', ago: 420 },
    answers: '4jy 3ny 4ja 4ja 3nn 4nn 3ja',
    words: ['Jeg kom alene og gik hjem med to nye numre i telefonen.'],
    shown: 0,
  },
  // Cold, wet and hardly any tables: those who came say so.
  {
    ...{ title: 'Loppemarked', ago: 395 },
    answers: '1nn 2nn 1jn 2na 3nn 1nn 2jn 2nn 3ja',
    words: ['Det regnede, og der var kun tre borde.', 'Hold det i kælderen næste gang.'],
  },
  { ...{ title: 'Havedag i Kærhaven', ago: 305 }, answers: '4jy 3ny 4jy 3ja 4ny 3jn' },
  // Four answers: no figure is shown of them.
  {
    ...{ title: 'Tur langs møllestien', ago: 250 },
    answers: '4jy 4ja 3jy 4ja',
    words: ['Roligt tempo. Tak, fordi I ventede.'],
  },
  {
    ...{ title: 'Sommerfest', ago: 205 },
    answers: '4jy 4na 4jy 3ja 4jn 2nn 4ja 4ny 3ja 4ny 2na 3jy 4ja 2nn 4jy 3na',
    words: ['Jeg fik en lille opgave, og så kendte jeg pludselig fem nye.', 'Musikken var lidt høj.'],
    shown: 0,
  },
  {
    ...{ title: 'Fællesspisning på tværs', ago: 96 },
    answers: '4jy 4ja 3jy 4ja 4jn 3ja 4jy 2ja 3jn 4j- 4ja 2nn',
    words: ['Nu ved jeg, hvem der bor på den anden side af vejen.'],
    shown: 0,
  },
  { ...{ title: 'Kaffe på hjørnet', ago: 88 }, answers: '4ja 3jy 4jy 4ja 3ja' },
  {
    ...{ title: 'Suppeaften i gården', ago: 46 },
    answers: '4jy 4na 3ja 4jy 2nn 4ja 4ny 4ja',
    words: ['Min søn spurgte, om det er hver uge.'],
  },
  { ...{ title: 'Æbledag på Rugmarken', ago: 37 }, answers: '4jy 3ja 4ja 4nn 3jy 4ja' },
  { ...{ title: 'Suppeaften i gården', ago: 16 }, answers: '4jy 4jy 3na 4ja 2jn 3jy 4na 4jy 4ja 3jy' },
  // Held so lately that people still answer.
  {
    ...{ title: 'Bestyrelsen øver førstehjælp', ago: 9 },
    answers: '4ny 3-y 4n-',
    words: ['Mere øvelse, mindre film.'],
  },
];

const ANSWER_DAYS = 14;
const HEAT = { key: 'varme', by: 'henny', ago: 278, answers: '4ny 3jn 4ja 3nn 4ja 3ny 4nn' } as const;

/** Answers over two years: from what was held, and about an initiative as a whole. */
export function evaluationScenes(): readonly Scene[] {
  return [
    ...SAID.flatMap(scenesOf),
    { ago: HEAT.ago, by: HEAT.by, play: (tx, stage) => verbs.openEvaluation(tx, heat(stage)).then(() => undefined) },
    { ago: HEAT.ago - 3, by: null, play: (tx, stage) => answer(tx, heat(stage), HEAT.answers) },
    { ago: HEAT.ago - 30, by: HEAT.by, play: (tx, stage) => end(tx, heat(stage)) },
  ];
}

function scenesOf(one: Said): readonly Scene[] {
  const held = HELD.find(({ title, ago }) => title === one.title && ago === one.ago);
  if (!held) throw new Error(`Cannot ask about "${one.title}": it was not held ${one.ago} days ago`);
  const about = (tx: TenantDb) => eventAbout(tx, one);
  const ended = one.ago - ANSWER_DAYS - 1;
  const showing = one.shown === undefined ? [] : [one.words?.[one.shown] ?? ''];
  return [
    { ago: one.ago - 3, by: null, play: async (tx) => answer(tx, await about(tx), one.answers, one.words) },
    ...(ended < 0 ? [] : [{ ago: ended, by: held.by, play: async (tx: TenantDb) => end(tx, await about(tx)) }]),
    ...showing.map(
      (words): Scene => ({ ago: ended, by: 'signe', play: async (tx) => show(tx, await about(tx), words) }),
    ),
  ];
}

async function eventAbout(tx: TenantDb, { title, ago }: Said): Promise<About> {
  // Titles come again; the newest that had begun is the one that is told of.
  const rows = await tx.sql
    .selectFrom('event')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('title', '=', title)
    .where('on_day', '<=', tx.today)
    .orderBy('on_day', 'desc')
    .execute();
  const [row] = rows;
  if (!row) throw new Error(`Cannot ask about "${title}" of ${ago} days ago: it is not on the calendar`);
  return { kind: 'event', id: row.id };
}

function heat(stage: Stage): About {
  const id: Id<'initiative'> | undefined = stage.initiatives.get(HEAT.key);
  if (!id) throw new Error(`Cannot ask about "${HEAT.key}": it has not begun`);
  return { kind: 'initiative', id };
}

async function answer(tx: TenantDb, about: About, answers: string, words: readonly string[] = []): Promise<void> {
  await answered(
    tx,
    about,
    answers.split(' ').map((short, at) => answerFrom(short, words[at])),
  );
}

async function end(tx: TenantDb, about: About): Promise<void> {
  const evaluation = await verbs.openEvaluation(tx, about);
  must(await verbs.endEvaluation(tx, evaluation.id), 'how it was');
}

async function show(tx: TenantDb, about: About, words: string): Promise<void> {
  const evaluation = await verbs.openEvaluation(tx, about);
  const found = (await verbs.wordsOf(tx, evaluation.id)).find((one) => one.words === words);
  if (found) await verbs.quote(tx, evaluation, found.id, true);
}
