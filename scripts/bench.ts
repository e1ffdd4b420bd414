import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../src/platform/db/database.ts';
import { startEmbedded } from '../src/platform/embedded/embedded.ts';
import { type Running, startGrobund, startRaw } from './bench/children.ts';
import { measureDraws, writeDraws } from './bench/draws.ts';
import { settleFunds } from './bench/funds.ts';
import { anew, type MeasuredHouse, type Page, settleHouses, tidyUp } from './bench/houses.ts';
import { type Asked, ask, eightClients, oneClient, quantile } from './bench/measure.ts';
import { measurePapers } from './bench/papers.ts';
import { countQueries } from './bench/queries.ts';
import type { KeptAnswer } from './bench/raw-server.ts';
import { type Bench, type MeasuredPage, missed, write } from './bench/report.ts';
import { measureSector } from './bench/sector.ts';
import { missedInSector, writeSector } from './bench/sector-report.ts';
import { weigh } from './bench/weight.ts';
import { build } from './build.ts';

const HELP = `npm run bench [-- options]
  Measures the real server, in a process of its own on a PostgreSQL of its own, beside a bare node:http server that
  sends the same bytes, on the demo story and on 10 and 100 times as much; the fund also with 100, 10,000 and 100,000
  applications. Ends with 1 when a goal is missed.
  --quick         about a minute: fewer rounds, 10 times as the largest, and 10,000 applications
  --json          print the numbers as JSON and nothing else
  --draws         instead, fair draws from generated pools, up to 825 people; with --large up to 1727, which takes long
  --sector        instead, a generated sector of organisations against the demo story alone, and two processes against one:
                  some seven minutes with a tenth of the country
  --organisations N   of the sector; 50 unless said, 500 are the country
  --only WORD     only pages whose name has the word
  --data FOLDER   keep the data there, and use what is there: growing takes a minute`;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    draws: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    sector: { type: 'boolean', default: false },
    organisations: { type: 'string', default: '50' },
    only: { type: 'string', default: '' },
    data: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

/** Rounds go round all there is to measure, so that a noisy minute falls on everything alike. */
const ROUNDS = 3;
const ASKED_A_ROUND = options.quick ? 30 : 60;
const SECONDS_A_ROUND = options.quick ? 1 : 2;
const FACTORS = options.quick ? [1, 10] : [1, 10, 100];
const APPLICATIONS = options.quick ? [100, 10_000] : [100, 10_000, 100_000];
const WARM_UP = options.quick ? 30 : 60;
const SECONDS_OF_WARM_UP = options.quick ? 2 : 4;

if (options.help) console.log(HELP);
else process.exitCode = await main();

function say(line: string): void {
  if (!options.json) console.error(line);
}

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'gb-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  if (options.draws) {
    const draws = await measureDraws(options.large, say);
    console.log(options.json ? JSON.stringify(draws, null, 2) : writeDraws(draws));
    return draws.every(({ optimal }) => optimal) ? 0 : 1;
  }
  if (options.sector) {
    const place = options.data ?? join(folder, 'sector');
    const sector = await measureSector(place, Number(options.organisations), options.only, say);
    console.log(options.json ? JSON.stringify(sector, null, 2) : writeSector(sector));
    const misses = missedInSector(sector);
    for (const line of misses) say(`Missed: ${line}`);
    return misses.length > 0 ? 1 : 0;
  }
  const bench = await measure(options.data ?? join(folder, 'houses'), folder);
  console.log(options.json ? JSON.stringify(bench, null, 2) : write(bench));
  const misses = missed(bench);
  for (const line of misses) say(`Missed: ${line}`);
  return misses.length > 0 ? 1 : 0;
}

async function measure(dataDir: string, folder: string): Promise<Bench> {
  const { assets } = await build();
  say('Starting on an empty folder, and again …');
  const start = await measureStart(join(folder, 'start'));
  say('Telling the story …');
  const groups = await settleAndCount(dataDir, assets);
  const grobund = await startGrobund(dataDir, { NODE_ENV: 'production' });
  try {
    const pages: MeasuredPage[] = [];
    for (const group of groups) pages.push(...(await measurePages(grobund, group, folder)));
    const houses = groups.flatMap((group) => group.houses);
    const papers = 'yearly report'.includes(options.only) ? await measurePapers(grobund, groups[0]?.houses ?? []) : [];
    return { start, houses: houses.map(({ slug, size, holds }) => ({ slug, size, holds })), pages, papers };
  } finally {
    await grobund.stop();
  }
}

/** `npm start` as a person meets it the first time, with the demo story, and later. */
async function measureStart(dataDir: string): Promise<Bench['start']> {
  const first = await startGrobund(dataDir);
  await first.stop();
  const later: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const again = await startGrobund(dataDir);
    later.push(again.startMs);
    await again.stop();
  }
  return { firstMs: first.startMs, laterMs: quantile(later, 0.5) };
}

/** Houses of one kind, the smallest first, and how many questions their pages ask. */
interface Group {
  readonly houses: readonly MeasuredHouse[];
  readonly queries: ReadonlyMap<string, readonly number[]>;
}

async function settleAndCount(dataDir: string, assets: string): Promise<Group[]> {
  const embedded = await startEmbedded({ dataDir });
  const database = openDatabase({ url: embedded.url });
  try {
    const stories = await settleHouses(database, FACTORS, say);
    const funds = await settleFunds(database, APPLICATIONS, say);
    await tidyUp(database);
    const groups: Group[] = [];
    for (const houses of [stories, funds]) {
      // Questions are counted on connections that are opened after the counter.
      const counted = openDatabase({ url: embedded.url });
      groups.push({ houses, queries: await countQueries(counted, houses, assets) });
      await counted.close();
    }
    return groups;
  } finally {
    await database.close();
    await embedded.stop();
  }
}

async function measurePages(grobund: Running, { houses, queries }: Group, folder: string): Promise<MeasuredPage[]> {
  const [smallest, ...others] = houses as [MeasuredHouse, ...MeasuredHouse[]];
  const measured = smallest.pages
    .filter(({ name }) => name.includes(options.only))
    .map((page) => ({
      page,
      met: page.signedIn ? null : askedFor(grobund, smallest, page.name, 'met'),
      anew: [smallest, ...others].map((house) => askedFor(grobund, house, page.name, 'anew')),
      times: { met: [] as number[], anew: houses.map((): number[] => []) },
      rates: { met: [] as number[], anew: [] as number[], bare: [] as number[] },
    }));
  if (measured.length === 0) return [];
  const raw = await startRaw(
    await keepAnswers(
      measured.map(({ met, anew: [first] }) => met ?? (first as Asked)),
      folder,
    ),
  );
  try {
    say('Warming up …');
    for (const { met, anew: all } of measured) {
      for (const one of met ? [met, ...all] : all) await oneClient(one, WARM_UP);
      // V8 has its fast code after some hundred readings; a server that has been up for an hour has had them.
      await eightClients(all[0] as Asked, SECONDS_OF_WARM_UP);
    }
    for (let round = 1; round <= ROUNDS; round += 1) {
      say(`Round ${round} of ${ROUNDS} …`);
      for (const [at, { met, anew: all, times, rates }] of measured.entries()) {
        if (met) times.met.push(...(await oneClient(met, ASKED_A_ROUND)));
        for (const [house, one] of all.entries()) times.anew[house]?.push(...(await oneClient(one, ASKED_A_ROUND)));
        if (met) rates.met.push(await eightClients(met, SECONDS_A_ROUND));
        rates.bare.push(await eightClients({ url: `${raw.address}/${at}`, headers: {} }, SECONDS_A_ROUND));
        rates.anew.push(await eightClients(all[0] as Asked, SECONDS_A_ROUND));
      }
    }
  } finally {
    await raw.stop();
  }
  return Promise.all(
    measured.map(async ({ page, times, rates }) => ({
      name: page.name,
      sizes: houses.map(({ size }) => size),
      queriesOf: page.queries,
      kept: !page.signedIn,
      queries: queries.get(page.name) ?? [],
      p50: times.anew.map((all) => quantile(all, 0.5)),
      p99: times.anew.map((all) => quantile(all, 0.99)),
      p50Met: quantile(times.met, 0.5),
      perSecond: quantile(rates.met, 0.5),
      perSecondAnew: quantile(rates.anew, 0.5),
      perSecondBare: quantile(rates.bare, 0.5),
      share: shareOf(rates.met, rates.bare),
      shareAnew: shareOf(rates.anew, rates.bare),
      weight: await weigh(grobund.address, `/${smallest.slug}${page.path}`, page.signedIn ? smallest.cookie : null),
    })),
  );
}

/** The median of the rounds' own ratios. */
function shareOf(rates: readonly number[], bare: readonly number[]): number {
  return quantile(
    rates.map((rate, at) => rate / (bare[at] ?? Number.NaN)),
    0.5,
  );
}

/** As people meet the page, or so that it must be written anew. */
function askedFor(grobund: Running, house: MeasuredHouse, name: string, how: 'met' | 'anew'): Asked {
  const { path, signedIn } = house.pages.find((page) => page.name === name) as Page;
  const url = `${grobund.address}/${house.slug}${path}`;
  if (signedIn) return { url, headers: { cookie: house.cookie } };
  return { url, headers: how === 'anew' ? { cookie: anew(house) } : {} };
}

/** What Grobund answers, for the bare server to send: the same body and the same headers. */
async function keepAnswers(asked: readonly Asked[], folder: string): Promise<string> {
  const agent = new Agent({ keepAlive: true });
  const kept: Record<string, KeptAnswer> = {};
  for (const [at, one] of asked.entries()) {
    const { headers, body } = await ask(agent, one);
    const { connection: _, 'keep-alive': __, date: ___, ...own } = headers;
    kept[`/${at}`] = { headers: own, body: body.toString('base64') };
  }
  agent.destroy();
  const file = join(folder, 'answers.json');
  writeFileSync(file, JSON.stringify(kept));
  return file;
}
