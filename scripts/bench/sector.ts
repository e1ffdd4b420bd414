import { join } from 'node:path';
import { generateSector } from '../../src/demo/sector/generate.ts';
import { planSector } from '../../src/demo/sector/sizes.ts';
import { tellDemo } from '../../src/demo/tell.ts';
import { searchPlace } from '../../src/modules/front/public.ts';
import { departmentsPlace } from '../../src/modules/housing/urls.ts';
import { strategyPlace } from '../../src/modules/measure/strategy/urls.ts';
import { type Database, openDatabase } from '../../src/platform/db/database.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import type { Tenant } from '../../src/platform/db/tenant-db.ts';
import { tenantBySlug } from '../../src/platform/db/tenants.ts';
import { startEmbedded } from '../../src/platform/embedded/embedded.ts';
import { build } from '../build.ts';
import { type Running, startGrobund } from './children.ts';
import { pagesOf as fundPages, landmarks as fundsLandmarks } from './funds.ts';
import { anew, inside, landmarks, type MeasuredHouse, measured, page, pagesOf } from './houses.ts';
import { type Asked, clients, oneClient, quantile } from './measure.ts';
import { processorTime } from './processor-time.ts';

/** Medians in milliseconds of one page: in the demo story alone, in an ordinary house of the sector, in its largest. */
export interface SectorPage {
  readonly name: string;
  readonly p50: readonly number[];
  /** Of the rounds' own ratios to the demo story. */
  readonly ratios: readonly number[];
  /** Processor time of the server and its PostgreSQL a page. */
  readonly cpu: readonly number[];
}

export interface SectorBench {
  readonly organisations: number;
  /** From the start of the process until it answers, with the demo story and with the sector. */
  readonly startMs: readonly number[];
  readonly houses: readonly { readonly called: string; readonly holds: string }[];
  readonly pages: readonly SectorPage[];
  /** Pages a second: eight clients at one process, and four at each of two. */
  readonly processes: readonly { readonly name: string; readonly one: number; readonly two: number }[];
}

const ROUNDS = 5;
const ASKED_A_ROUND = 24;
const WARM_UP = 60;
const SECONDS_A_ROUND = 2;
const CALLED = ['demo story', 'ordinary house', 'largest house'] as const;

/** Makes both where they are not, and measures them in turn, so that a noisy minute falls on both alike. */
export async function measureSector(
  dataDir: string,
  organisations: number,
  only: string,
  say: (line: string) => void,
): Promise<SectorBench> {
  await build();
  const demo = join(dataDir, 'demo');
  const sector = join(dataDir, 'sector');
  const plan = planSector(organisations);
  const [story] = await settle(demo, async (_url, database) => {
    await migrate(database);
    if (!(await tenantBySlug(database, 'lyngbakken'))) await tellDemo(database, new Date());
    await database.pool.query('vacuum analyze');
    return [await measuredHouse(database, 'lyngbakken', CALLED[0])];
  });
  say(`Generating ${organisations} organisations, unless they are there …`);
  const ordinary = plan.find(({ factor }) => factor === 1)?.slug ?? '';
  const largest = plan[0]?.slug ?? '';
  const [small, large] = await settle(sector, async (url, database) => {
    await generateSector({ url, organisations, now: new Date() }, say);
    return [await measuredHouse(database, ordinary, CALLED[1]), await measuredHouse(database, largest, CALLED[2])];
  });
  const houses = [story, small, large] as MeasuredHouse[];
  const servers = [await startGrobund(demo, PRODUCTION)];
  try {
    servers.push(await startGrobund(sector, PRODUCTION));
    const [one, two] = servers as [Running, Running];
    const pages = await measurePages([one, two, two], houses, only, say);
    const startMs = servers.map((server) => server.startMs);
    await one.stop();
    await two.stop();
    return {
      organisations,
      startMs,
      houses: houses.map(({ size, holds }) => ({ called: size, holds })),
      pages,
      processes: await measureProcesses(demo, houses[0] as MeasuredHouse, only, say),
    };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

const PRODUCTION = { NODE_ENV: 'production' };

/** Work on the database of a folder, before a server has it. */
async function settle<T>(dataDir: string, work: (url: string, database: Database) => Promise<T>): Promise<T> {
  const embedded = await startEmbedded({ dataDir });
  const database = openDatabase({ url: embedded.url });
  try {
    return await work(embedded.url, database);
  } finally {
    await database.close();
    await embedded.stop();
  }
}

async function measuredHouse(database: Database, slug: string, called: string): Promise<MeasuredHouse> {
  const tenant = (await tenantBySlug(database, slug)) as Tenant;
  const pages = [
    ...pagesOf(await inside(database, tenant, landmarks)),
    ...fundPages(await inside(database, tenant, fundsLandmarks)),
    page('search', searchPlace({}, { q: 'suppe' }), true),
    page('departments', departmentsPlace({}), true),
    page('strategy', strategyPlace({}), true),
  ];
  const counted = {
    homes: 'tenancy',
    people: 'person',
    initiatives: 'initiative',
    events: 'event',
    applications: 'fund_application',
    'entries in the journal': 'journal_entry',
  } as const;
  return measured(database, tenant, { size: called, pages, counted });
}

async function measurePages(
  servers: readonly Running[],
  houses: readonly MeasuredHouse[],
  only: string,
  say: (line: string) => void,
): Promise<SectorPage[]> {
  const [first] = houses as [MeasuredHouse, ...MeasuredHouse[]];
  const all = first.pages
    .filter(({ name }) => name.includes(only))
    .map(({ name }) => ({
      name,
      asked: houses.map((house, at) => askedFor(servers[at] as Running, house, name)),
      times: houses.map((): number[][] => []),
      cpu: houses.map(() => 0),
    }));
  say('Warming up …');
  for (const { asked } of all) for (const one of asked) await oneClient(one, WARM_UP);
  for (let round = 1; round <= ROUNDS; round += 1) {
    say(`Round ${round} of ${ROUNDS} …`);
    for (const { asked, times, cpu } of all) {
      for (const [at, one] of asked.entries()) {
        const { pid } = servers[at] as Running;
        const before = processorTime(pid);
        times[at]?.push(await oneClient(one, ASKED_A_ROUND));
        cpu[at] = (cpu[at] ?? 0) + processorTime(pid) - before;
      }
    }
  }
  return all.map(({ name, times, cpu }) => ({
    name,
    p50: times.map((rounds) => quantile(rounds.flat(), 0.5)),
    ratios: times.map((rounds) =>
      quantile(
        rounds.map((own, round) => quantile(own, 0.5) / quantile(times[0]?.[round] ?? [], 0.5)),
        0.5,
      ),
    ),
    cpu: cpu.map((used) => used / (ROUNDS * ASKED_A_ROUND)),
  }));
}

/** Always written anew. */
function askedFor({ address }: Running, house: MeasuredHouse, name: string): Asked {
  const found = house.pages.find((one) => one.name === name);
  if (!found) throw new Error(`Cannot measure "${name}": ${house.slug} has no such page`);
  const cookie = found.signedIn ? house.cookie : anew(house);
  return { url: `${address}/${house.slug}${found.path}`, headers: { cookie } };
}

/** Pages for which two processes are asked. */
const ASKED_OF_TWO = ['front page, visitor', 'one initiative, inner', 'fund, applications'];

/** One process and two on the same PostgreSQL, in turn. */
async function measureProcesses(
  dataDir: string,
  house: MeasuredHouse,
  only: string,
  say: (line: string) => void,
): Promise<SectorBench['processes']> {
  const names = ASKED_OF_TWO.filter((name) => name.includes(only));
  if (names.length === 0) return [];
  say('One process and two …');
  const embedded = await startEmbedded({ dataDir });
  const env = {
    ...PRODUCTION,
    DATABASE_URL: embedded.url,
    GROBUND_SECRET: 'a secret that two processes share, long enough',
  };
  const servers: Running[] = [];
  try {
    for (let count = 0; count < 2; count += 1) servers.push(await startGrobund(dataDir, env));
    const [here, there] = servers as [Running, Running];
    const found = names.map((name) => ({ name, one: [] as number[], two: [] as number[] }));
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const { name, one, two } of found) {
        const [mine, other] = [askedFor(here, house, name), askedFor(there, house, name)];
        const alone = await clients(8, mine, SECONDS_A_ROUND);
        const both = await Promise.all([clients(4, mine, SECONDS_A_ROUND), clients(4, other, SECONDS_A_ROUND)]);
        // The first round warms them up.
        if (round === 0) continue;
        one.push(alone);
        two.push(both[0] + both[1]);
      }
    }
    return found.map(({ name, one, two }) => ({ name, one: quantile(one, 0.5), two: quantile(two, 0.5) }));
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await embedded.stop();
  }
}
