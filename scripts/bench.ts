import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../src/platform/db/database.ts';
import { startEmbedded } from '../src/platform/embedded/embedded.ts';
import { type Running, startGrobund, startRaw } from './bench/children.ts';
import { type MeasuredHouse, type Page, settleHouses } from './bench/houses.ts';
import { type Asked, ask, eightClients, oneClient, quantile } from './bench/measure.ts';
import { countQueries } from './bench/queries.ts';
import type { KeptAnswer } from './bench/raw-server.ts';
import { type Bench, type MeasuredPage, missed, write } from './bench/report.ts';
import { weigh } from './bench/weight.ts';
import { build } from './build.ts';

const HELP = `npm run bench [-- options]
  Measures the real server, in a process of its own on a PostgreSQL of its own, beside a bare node:http server that
  sends the same bytes, on the demo story and on 10 and 100 times as much. Ends with 1 when a goal is missed.
  --quick         about a minute: fewer rounds, and 10 times as the largest
  --json          print the numbers as JSON and nothing else
  --only WORD     only pages whose name has the word
  --data FOLDER   keep the data there, and use what is there: growing takes a minute`;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    data: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

/** Rounds go round all there is to measure, so that a noisy minute falls on everything alike. */
const ROUNDS = options.quick ? 3 : 5;
const ASKED_A_ROUND = options.quick ? 40 : 100;
const SECONDS_A_ROUND = options.quick ? 1 : 2;
const FACTORS = options.quick ? [1, 10] : [1, 10, 100];
const WARM_UP = 150;

if (options.help) console.log(HELP);
else process.exitCode = await main();

function say(line: string): void {
  if (!options.json) console.error(line);
}

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'gb-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
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
  const { houses, queries } = await settleAndCount(dataDir, assets);
  const grobund = await startGrobund(dataDir, { NODE_ENV: 'production' });
  try {
    const pages = await measurePages(grobund, houses, queries, folder);
    return { start, houses: houses.map(({ pages: _, cookie: __, ...house }) => house), pages };
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

async function settleAndCount(dataDir: string, assets: string) {
  const embedded = await startEmbedded({ dataDir });
  const database = openDatabase({ url: embedded.url });
  const counted = openDatabase({ url: embedded.url });
  try {
    const houses = await settleHouses(database, FACTORS, say);
    return { houses, queries: await countQueries(counted, houses, assets) };
  } finally {
    await counted.close();
    await database.close();
    await embedded.stop();
  }
}

async function measurePages(
  grobund: Running,
  houses: readonly MeasuredHouse[],
  queries: ReadonlyMap<string, readonly number[]>,
  folder: string,
): Promise<MeasuredPage[]> {
  const [smallest, ...others] = houses as [MeasuredHouse, ...MeasuredHouse[]];
  const measured = smallest.pages
    .filter(({ name }) => name.includes(options.only))
    .map((page) => ({
      page,
      asked: [smallest, ...others].map((house) => askedFor(grobund, house, page.name)),
      taken: houses.map((): number[] => []),
      own: [] as number[],
      raw: [] as number[],
    }));
  const raw = await startRaw(
    await keepAnswers(
      measured.map(({ asked }) => asked[0] as Asked),
      folder,
    ),
  );
  try {
    say('Warming up …');
    for (const { asked } of measured) for (const one of asked) await oneClient(one, WARM_UP);
    for (let round = 1; round <= ROUNDS; round += 1) {
      say(`Round ${round} of ${ROUNDS} …`);
      for (const [at, { asked, taken, own, raw: bare }] of measured.entries()) {
        for (const [house, one] of asked.entries()) taken[house]?.push(...(await oneClient(one, ASKED_A_ROUND)));
        own.push(await eightClients(asked[0] as Asked, SECONDS_A_ROUND));
        bare.push(await eightClients({ url: `${raw.address}/${at}`, headers: {} }, SECONDS_A_ROUND));
      }
    }
  } finally {
    await raw.stop();
  }
  return Promise.all(
    measured.map(async ({ page, taken, own, raw: bare }) => ({
      name: page.name,
      queriesOf: page.queries,
      queries: queries.get(page.name) ?? [],
      p50: taken.map((times) => quantile(times, 0.5)),
      p99: taken.map((times) => quantile(times, 0.99)),
      perSecond: quantile(own, 0.5),
      rawPerSecond: quantile(bare, 0.5),
      share: quantile(
        own.map((rate, at) => rate / (bare[at] ?? Number.NaN)),
        0.5,
      ),
      weight: await weigh(grobund.address, `/${smallest.slug}${page.path}`, page.signedIn ? smallest.cookie : null),
    })),
  );
}

function askedFor(grobund: Running, house: MeasuredHouse, name: string): Asked {
  const { path, signedIn } = house.pages.find((page) => page.name === name) as Page;
  return { url: `${grobund.address}/${house.slug}${path}`, headers: signedIn ? { cookie: house.cookie } : {} };
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
