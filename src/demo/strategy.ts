import { addDays, type Day, day, yearOf } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import { kroner, type Ore } from '../kernel/money.ts';
import { deckCard } from '../modules/inspire/catalogue/seed.ts';
import { metricOf, verbs } from '../modules/measure/strategy/seed.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import { metricsOf } from './strategy-metrics.ts';
import { must, type Scene, type Stage } from './tell.ts';

type Metric = Awaited<ReturnType<typeof metricOf>>;
type NewMetric = Parameters<typeof verbs.addMetric>[1];

/** What the scenes hand on to each other. */
interface Told {
  readonly versions: Map<string, Parameters<typeof verbs.approveVersion>[1]>;
  readonly areas: Map<string, NewMetric['areaId']>;
  readonly metrics: Map<string, Metric['id']>;
  readonly plans: Map<string, Id<'strategy_plan'>>;
}

const AREAS = [
  [
    'mennesker',
    'Mennesker før opslag',
    'Fællesskaber vokser af mennesker, der spørger hinanden. Alle skal kunne give en hånd, også en lille.',
  ],
  ['groent', 'Grønne naboskaber', 'Vi deler haver, værktøj og viden, og vi bruger mindre.'],
  ['beslut', 'Gode beslutninger sammen', 'Beboere kan se, hvad der bliver besluttet, og hvad der kom ud af det.'],
] as const;

const BEGUN_DAYS_AGO = 396;
/** The catalogue that is its annex is of the days before. */
const APPROVED_DAYS_AGO = 188;

/** The strategy of Lyngbakken: approved, measured in two years, behind in one thing and with one number missing. */
export function strategyScenes(): readonly Scene[] {
  const told: Told = { versions: new Map(), areas: new Map(), metrics: new Map(), plans: new Map() };
  return [
    { ago: BEGUN_DAYS_AGO, by: 'karen', play: (tx, stage) => beginsStrategy(tx, stage, told) },
    { ago: 395, by: 'signe', play: (tx) => measuresBefore(tx, told) },
    { ago: APPROVED_DAYS_AGO, by: 'karen', play: (tx) => approves(tx, told) },
    { ago: 186, by: 'signe', play: (tx) => measuresLast(tx, told) },
    { ago: 180, by: 'karen', play: (tx) => evaluates(tx, told) },
    { ago: 120, by: 'signe', play: (tx) => tellsOfPlans(tx, told) },
    { ago: 30, by: 'karen', play: turnsTheWheel },
    { ago: 8, by: 'karen', play: beginsTheNext },
  ];
}

async function beginsStrategy(tx: TenantDb, stage: Stage, told: Told): Promise<void> {
  const year = firstYear(tx.today);
  const version = must(
    await verbs.beginVersion(tx, {
      title: `Bæredygtige fællesskaber ${year}-${year + 3}`,
      words:
        'Vi vil have boligområder, hvor mennesker kender hinanden, passer på jorden og bestemmer sammen.\n\nVi begynder i det små og spørger folk selv. Hvert år ser vi på, hvad der kom ud af det.',
      from: day(`${year}-01-01`),
      until: day(`${year + 3}-12-31`),
    }),
    'strategi',
  );
  told.versions.set('nu', version);
  for (const [key, title, words] of AREAS) {
    told.areas.set(key, must(await verbs.addArea(tx, version, { title, words }), title));
  }
  for (const plan of plansOf(tx.today, stage)) {
    const { key, area, ...words } = plan;
    told.plans.set(key, await verbs.addPlan(tx, areaOf(told, area), words));
  }
  for (const [key, metric] of metricsOf(year, stage, (area) => areaOf(told, area)))
    told.metrics.set(key, await verbs.addMetric(tx, metric));
  const coffee = await deckCard(tx, 'neighbourCoffee');
  await verbs.linkPlan(tx, planOf(told, 'spoerg'), { kind: 'card', target: coffee.id });
}

/** The strategy is for the year in which the board approves it, and those after. */
function firstYear(begun: Day): number {
  return yearOf(addDays(begun, BEGUN_DAYS_AGO - APPROVED_DAYS_AGO));
}

async function approves(tx: TenantDb, told: Told): Promise<void> {
  const decision = 'Referat af organisationsbestyrelsens møde, punkt 6';
  must(await verbs.approveVersion(tx, found(told.versions, 'nu'), { decidedOn: tx.today, decision }), 'godkendelse');
}

function plansOf(today: Day, stage: Stage) {
  const plan = (
    key: string,
    area: string,
    title: string,
    activities: string,
    owner: string,
    inDays: number,
    budget: Ore | null,
  ) => ({
    key,
    area,
    title,
    activities,
    ownerId: stage.person(owner),
    deadline: addDays(today, inDays),
    budget,
  });
  return [
    plan(
      'spoerg',
      'mennesker',
      'Spørg alle nye naboer',
      'Lav en velkomstpose.\nFind en vært i hver opgang.\nBank på inden 14 dage.',
      'signe',
      250,
      kroner(12_000),
    ),
    plan(
      'vaerktoej',
      'groent',
      'Et værktøjsbibliotek i hver ende',
      'Skriv ønskeliste.\nFind et rum.\nFind to, der passer det.',
      'signe',
      480,
      kroner(24_000),
    ),
    plan(
      'svar',
      'beslut',
      'Svar på ansøgninger inden 14 dage',
      'Aftal en fast dag om ugen.\nMål svartiden.',
      'karen',
      330,
      null,
    ),
  ];
}

/** The first of the two years. */
async function measuresBefore(tx: TenantDb, told: Told): Promise<void> {
  const year = yearOf(tx.today) - 1;
  await tellsNumber(
    tx,
    told,
    'naboer',
    day(`${year}-01-01`),
    4200,
    212,
    'Undersøgelsen blev delt ud på papir og svaret på i opgangene.',
  );
  await tellsNumber(tx, told, 'affald', day(`${year}-01-01`), 49_600, null, '');
}

/** The year after: neighbours are behind for the second time, and nobody read the heat of the second half. */
async function measuresLast(tx: TenantDb, told: Told): Promise<void> {
  const metric = await metricOf(tx, metricIn(told, 'naboer'));
  const year = yearOf(metric.from) + 1;
  await tellsNumber(
    tx,
    told,
    'naboer',
    day(`${year}-01-01`),
    4400,
    198,
    'Færre svarede end sidst. Vi spurgte for sent på året.',
  );
  await tellsNumber(tx, told, 'affald', day(`${year}-01-01`), 47_100, null, 'Sorteringen i gården virker.');
  await tellsNumber(tx, told, 'varme', day(`${year}-01-01`), 5840, null, '');
}

async function tellsNumber(
  tx: TenantDb,
  told: Told,
  key: string,
  from: Day,
  hundredths: number,
  outOf: number | null,
  words: string,
): Promise<void> {
  const metric = await metricOf(tx, metricIn(told, key));
  must(await verbs.measure(tx, metric, { from, hundredths, outOf, words }), key);
}

async function evaluates(tx: TenantDb, told: Told): Promise<void> {
  const year = yearOf(tx.today) - 1;
  const write = async (area: string, done: string, learned: string, course: 'continue' | 'adjust') =>
    must(
      await verbs.writeEvaluation(tx, year, { areaId: areaOf(told, area), done, learned, course, version: 0 }),
      area,
    );
  await write(
    'mennesker',
    'Vi fik værter i elleve opgange, og nabokaffen blev fast.',
    'Folk siger ja, når nogen spørger dem. Et opslag hjælper kun, hvis man kender én, der går med.',
    'adjust',
  );
  await write(
    'groent',
    'Den første eng blev sået, og byttehylden bliver brugt.',
    'Driften skal med fra det første møde.',
    'continue',
  );
}

async function tellsOfPlans(tx: TenantDb, told: Told): Promise<void> {
  await verbs.tellState(tx, planOf(told, 'spoerg'), 'under_way', 'Der er værter i elleve af 38 opgange.');
  await verbs.tellState(tx, planOf(told, 'svar'), 'done', 'Torsdag er svardag. Det holder.');
}

async function turnsTheWheel(tx: TenantDb): Promise<void> {
  const year = yearOf(tx.today);
  const items = [
    ['Repræsentantskabsmøde', `${year}-05-20`, 'Årsrapporten skal være klar 14 dage før.'],
    ['Budgetmøder i afdelingerne', `${year}-09-15`, ''],
    ['Bestyrelsesseminar', `${year}-10-02`, 'Evalueringen af strategien er på dagsordenen.'],
    ['Styringsdialog med kommunen', `${year}-11-05`, ''],
  ] as const;
  for (const [title, on, words] of items) await verbs.addWheelItem(tx, { title, words, on: day(on), repeats: 'year' });
}

/** The board talks about the next strategy already: a draft that only it and the staff can see. */
async function beginsTheNext(tx: TenantDb): Promise<void> {
  const year = yearOf(tx.today) + 3;
  must(
    await verbs.beginVersion(tx, {
      title: `Næste strategi, ${year}-${year + 3}`,
      words: 'Første tanker fra bestyrelsens seminar.',
      from: day(`${year}-01-01`),
      until: day(`${year + 3}-12-31`),
    }),
    'næste strategi',
  );
}

function areaOf(told: Told, key: string): NewMetric['areaId'] {
  return found(told.areas, key);
}

function metricIn(told: Told, key: string): Metric['id'] {
  return found(told.metrics, key);
}

function planOf(told: Told, key: string): Id<'strategy_plan'> {
  return found(told.plans, key);
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const one = map.get(key);
  if (one === undefined) throw new Error(`Cannot tell of "${key}": it has not happened yet`);
  return one;
}
