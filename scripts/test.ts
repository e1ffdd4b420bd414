import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { startEmbedded } from '../src/platform/embedded/embedded.ts';
import { endWithUs } from './children.ts';
import { ROOT, runGates, STATIC_GATES, sayResult, table } from './gates.ts';
import { countLines, isCount, type Shortened, shortened, sumOfCounts } from './test-report.ts';

const HELP = `npm test [-- options] [files]
  Runs the gates that read the code, then every test: those with a browser beside the others, each lot in a process and
  on a PostgreSQL of its own.
  files            only these tests (files, folders or patterns); the gates are left out
  --no-gates       only the tests
  --no-browser     without e2e/
  --browser        only e2e/
  --long           the full numbers of the long checks (npm run test:long)
  --name PATTERN   only tests whose name matches`;

/** With the gates before them, twenty minutes are not reached. */
const MINUTES = 18.5;
const LONG_MINUTES = 240;
/** Bytes: what a run leaves lying at its most, several times over. */
const PLENTY = 14e9;
const LOTS = ['others', 'journeys', 'crawl'] as const;
/** These take long without a browser: so that the lots end at about the same time. */
const BESIDE_BROWSERS = ['attacks', 'balancer', 'container', 'kills', 'tenancy', 'two-processes', 'upgrade'].map(
  (name) => `e2e/${name}.test.ts`,
);
/** A third of all the time, so a lot of its own. */
const CRAWL = ['accessibility', 'accessibility-mechanism'].map((name) => `e2e/${name}.test.ts`);

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    gates: { type: 'boolean', default: true },
    browser: { type: 'boolean' },
    long: { type: 'boolean', default: process.env.GROBUND_LONG === '1' },
    name: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (options.help) console.log(HELP);
else process.exitCode = await main();

async function main(): Promise<number> {
  const files = testFiles();
  if (files.length === 0) {
    console.error(`No tests found${positionals.length > 0 ? ` for ${positionals.join(', ')}` : ''}.`);
    return 1;
  }
  const gates = options.gates && positionals.length === 0 ? await runGates(STATIC_GATES, sayResult) : [];
  // Short, since the Unix socket of PostgreSQL lies below it and may have 107 bytes in all.
  const folder = mkdtempSync(join(scratchPlace(), 'gt-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const run = await runTests(files, folder);
  if (gates.length > 0) console.log(`\n${table(gates)}`);
  const failed = gates.filter((result) => !result.passed).map((result) => result.gate.name);
  if (failed.length > 0) console.log(`\nGates that failed: ${failed.join(', ')}`);
  saySkipped(run.skipped, run.shortened);
  console.log(`\n${run.counts.join('\n')}`);
  return run.passed && failed.length === 0 ? 0 : 1;
}

/** Databases are made and dropped by the hundred: in memory, where there is plenty, that costs a third of what it does on disk. */
function scratchPlace(): string {
  const memory = '/dev/shm';
  if (process.env.TMPDIR || !existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return Math.min(bavail * bsize, freemem()) > PLENTY ? memory : tmpdir();
}

function testFiles(): string[] {
  const everywhere = ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'db/**/*.test.ts', 'e2e/**/*.test.ts'];
  const patterns = positionals.length > 0 ? positionals : everywhere;
  const inFolders = patterns.map((pattern) => (isFolder(pattern) ? join(pattern, '**/*.test.{ts,tsx}') : pattern));
  const found = [...new Set(inFolders.flatMap((pattern) => globSync(pattern, { cwd: ROOT })))].sort();
  if (options.browser === undefined || positionals.length > 0) return found;
  return found.filter((file) => file.startsWith('e2e/') === options.browser);
}

function isFolder(path: string): boolean {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

interface TestRun {
  readonly passed: boolean;
  readonly counts: readonly string[];
  readonly skipped: readonly string[];
  readonly shortened: readonly Shortened[];
}

/** Three lots keep two cores busy: each waits half its time for a browser, a database or a process that it started. */
async function runTests(files: readonly string[], folder: string): Promise<TestRun> {
  const list = join(folder, 'shortened');
  const lots = LOTS.map((lot) => files.filter((file) => lotOf(file) === lot)).filter((lot) => lot.length > 0);
  const ran = await Promise.all(
    lots.map((lot, at) => runLot(lot, { folder: join(folder, `${at}`), list, aloud: at === 0 })),
  );
  return {
    passed: ran.every(({ passed }) => passed),
    counts: sumOfCounts(ran.map(({ read }) => read.counts)),
    skipped: ran.flatMap(({ read }) => read.skipped),
    shortened: existsSync(list) ? shortened(readFileSync(list, 'utf8')) : [],
  };
}

function lotOf(file: string): (typeof LOTS)[number] {
  if (CRAWL.includes(file)) return 'crawl';
  if (BESIDE_BROWSERS.includes(file)) return 'journeys';
  const hasBrowser = file.startsWith('e2e/') && readFileSync(join(ROOT, file), 'utf8').includes('/testing/browser.ts');
  return hasBrowser ? 'journeys' : 'others';
}

interface Lot {
  readonly folder: string;
  /** Where `sample()` writes down what was shortened. */
  readonly list: string;
  /** Line by line as it comes; else all of it when it is there, so that two reports are not woven together. */
  readonly aloud: boolean;
}

async function runLot(files: readonly string[], { folder, list, aloud }: Lot) {
  mkdirSync(folder);
  const server = process.env.TEST_DATABASE_URL
    ? null
    : await startEmbedded({ dataDir: join(folder, 'db'), fast: true });
  try {
    const env = {
      ...process.env,
      NODE_TEST_CONTEXT: undefined,
      TMPDIR: folder,
      TZ: 'UTC',
      NODE_ENV: 'test',
      TEST_DATABASE_URL: process.env.TEST_DATABASE_URL ?? server?.url,
      GROBUND_SHORTENED: list,
      GROBUND_LONG: options.long ? '1' : undefined,
    };
    const held: string[] = [];
    const result = await runNode(files, env, (line) => (aloud ? console.log(line) : held.push(line)));
    if (held.length > 0) console.log(held.join('\n'));
    const read = countLines(result.output);
    const ran = read.tests - read.skipped.length - read.empty.length;
    if (ran <= 0) console.error('\nNo test ran.');
    for (const file of read.empty) console.error(`\n${file} holds no test.`);
    return { passed: result.code === 0 && ran > 0 && read.empty.length === 0, read };
  } finally {
    await server?.stop();
  }
}

async function runNode(
  files: readonly string[],
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<{ code: number | null; output: string }> {
  const minutes = options.long ? LONG_MINUTES : MINUTES;
  const flags = [
    '--test',
    '--test-isolation=none',
    '--test-force-exit',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
  ];
  const name = options.name ? [`--test-name-pattern=${options.name}`] : [];
  const child = spawn(
    process.execPath,
    ['--import', './scripts/hook.mjs', '--enable-source-maps', ...flags, ...name, ...files],
    {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    },
  );
  const forget = endWithUs(child);
  const watchdog = setTimeout(() => {
    console.error(`\nThe tests did not end in ${minutes} minutes: stopped.`);
    // Asked first, so that it says which test it was at.
    child.kill('SIGTERM');
    setTimeout(forget, 10_000).unref();
  }, minutes * 60_000);
  let output = '';
  createInterface({ input: child.stdout }).on('line', (line) => {
    output += `${line}\n`;
    // The counts stand at the very end, below what was skipped.
    if (!isCount(line)) say(line);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(watchdog);
  forget();
  return { code, output };
}

function saySkipped(skipped: readonly string[], short: readonly Shortened[]): void {
  if (skipped.length > 0) console.log(`\nSkipped here:\n${skipped.map((line) => `  ${line}`).join('\n')}`);
  if (short.length === 0) return;
  console.log('\nLong checks run as fixed-seed samples (all of it: npm run test:long):');
  for (const { what, short: few, long } of short) console.log(`  ${what}: ${few} of ${long}`);
}
