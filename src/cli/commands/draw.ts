import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import { digitsFor, panelByDigits, panelBySeed } from '../../engines/sortition/choose.ts';
import type { Draw } from '../../engines/sortition/draw.ts';
import type { Algorithm, DrawRequest } from '../../engines/sortition/pool.ts';
import { codesOf, DRAWN, type Drawn, panelsFile, sha256, writeProof } from '../../engines/sortition/proof.ts';
import { PROOF_TEXT } from '../../engines/sortition/proof-text.ts';
import { type Relaxation, relaxationWords } from '../../engines/sortition/relaxations.ts';
import { draw } from '../../engines/sortition/sortition.ts';
import { type Call, type Command, WrongUse } from '../command.ts';
import { unreadable } from '../read.ts';
import { type Reading, readPool, readQuotas } from './draw-files.ts';
import { verifyDraw } from './draw-verify.ts';

const ALGORITHMS: readonly Algorithm[] = ['leximin', 'maximin', 'nash', 'stratified'];
const PANELS = 1000;
const MOST_PANELS = 100_000;
const SECONDS = 600;

export const drawCommand: Command = {
  name: 'draw',
  summary: 'Draw a panel by lot that keeps quotas, with chances as fair as they can be',
  details:
    'Quotas: columns feature, value, min, max (or category, feature, min, max); a combination is feature "a×b", value "x×y".\n' +
    'The pool: a column for each feature. Both as CSV (";", "," or tab; UTF-8 or Windows-1252) or XLSX.\n' +
    'Exit code 1 when no panel keeps the quotas, with the smallest changes that would help, or time is up before one is found\n' +
    '("reason" with --json says which); 2 when something is wrong in the files.\n' +
    '--verify checks what --out wrote: 0 when all is right, 1 when anything was changed.\n\n' +
    '  grobund draw --pool svar.csv --quotas kvoter.csv --seats 12 --household adresse --digits 427 --out bevis\n' +
    '  grobund draw --verify bevis --pool svar.csv --quotas kvoter.csv',
  options: {
    pool: { value: 'file', help: 'The people: one row each' },
    quotas: { value: 'file', help: 'How many of each, at least and at most' },
    seats: { value: 'number', help: 'How many are drawn' },
    algorithm: { value: 'name', help: `${ALGORITHMS.join(', ')} (leximin)` },
    id: { value: 'column', help: 'Where the id stands; without it, people are numbered from 1' },
    household: { value: 'column', help: 'At most one of each household: an address however written, or any text' },
    include: { value: 'ids', help: 'Who must be in, with commas between' },
    exclude: { value: 'ids', help: 'Who must not be in' },
    seed: { value: 'text', help: 'The same seed and files give the same draw (a new one each time)' },
    panels: { value: 'number', help: `How many panels are on the list (${PANELS})` },
    digits: { value: 'digits', help: 'What the dice showed, which names the panel; without it the seed chooses' },
    'time-limit': { value: 'seconds', help: `Stop then with the best so far (${SECONDS})` },
    out: { value: 'folder', help: 'Write the proof there: the list and a page to check it with' },
    'list-only': { help: 'Draw nothing yet: the list is to be published first' },
    english: { help: 'The page in English' },
    verify: { value: 'folder', help: 'Check the proof there, with --pool and --quotas' },
  },
  json: true,
  async run(call) {
    const files = await filesOf(call);
    const verify = call.option('verify');
    if (verify !== undefined) return verifyDraw(call, verify, files);
    const reading = { id: call.option('id') ?? null, household: call.option('household') ?? null };
    const request = await requestFrom(call, files, reading);
    const digits = digitsFrom(call, request.panels);
    const answer = await draw(request, call.json ? {} : { onProgress: showProgress });
    clearProgress();
    if (!answer.ok)
      return refuse(call, request, answer.refusal.kind === 'infeasible' ? answer.refusal.relaxations : null);
    const poolHash = sha256(files.pool.bytes);
    const drawn: Drawn | null = call.flag('list-only')
      ? null
      : digits === null
        ? { by: 'seed' }
        : { by: 'digits', digits };
    const out = call.option('out');
    if (out !== undefined) await writeOut(call, out, { request, draw: answer.value, poolHash, files, reading, drawn });
    tell(call, request, answer.value, drawn && panelOf(request, answer.value, drawn, poolHash));
    return 0;
  },
};

export interface DrawFiles {
  readonly pool: { readonly name: string; readonly bytes: Uint8Array };
  readonly quotas: { readonly name: string; readonly bytes: Uint8Array };
}

/** Twenty thousand people with a kilobyte each fit; what is larger would take all memory before its rows are counted. */
const MOST_BYTES = 32 * 1024 * 1024;

async function filesOf(call: Call): Promise<DrawFiles> {
  const read = async (option: 'pool' | 'quotas') => {
    const name = call.option(option);
    if (name === undefined) throw new WrongUse(`"grobund draw" needs --${option} <file>.`);
    const mistake = (error: NodeJS.ErrnoException): never => {
      throw new WrongUse(`${unreadable(`"${name}"`, error)}.`);
    };
    const { size } = await stat(call.file(name)).catch(mistake);
    if (size > MOST_BYTES) throw new WrongUse(`${name}, row 1, column 1: it is too large.`);
    const bytes = await readFile(call.file(name)).catch(mistake);
    return { name, bytes };
  };
  return { pool: await read('pool'), quotas: await read('quotas') };
}

async function requestFrom(call: Call, files: DrawFiles, reading: Reading): Promise<DrawRequest> {
  const seats = wholeFrom(call, 'seats', 1, 60_000);
  if (seats === null) throw new WrongUse('"grobund draw" needs --seats <number>.');
  const algorithm = ALGORITHMS.find((name) => name === (call.option('algorithm') ?? 'leximin').toLowerCase());
  if (!algorithm) throw new WrongUse(`--algorithm is ${ALGORITHMS.join(', ')}, not "${call.option('algorithm')}".`);
  const quotas = await readQuotas(files.quotas.name, files.quotas.bytes);
  const pool = await readPool(files.pool.name, files.pool.bytes, quotas, reading);
  const known = new Set(pool.map(({ id }) => id));
  const include = idsFrom(call, 'include', known);
  const exclude = idsFrom(call, 'exclude', known);
  const both = include.find((id) => exclude.includes(id));
  if (both !== undefined) throw new WrongUse(`"${both}" cannot be both in --include and in --exclude.`);
  const seed = call.option('seed') ?? randomBytes(16).toString('hex');
  const panels = wholeFrom(call, 'panels', 1, MOST_PANELS) ?? PANELS;
  return {
    pool,
    quotas: quotas.quotas,
    seats,
    algorithm,
    seed,
    panels,
    include,
    exclude,
    timeLimitMs: secondsFrom(call) * 1000,
  };
}

function idsFrom(call: Call, option: 'include' | 'exclude', known: ReadonlySet<string>): string[] {
  const ids = (call.option(option) ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const stranger = ids.find((id) => !known.has(id));
  if (stranger !== undefined) throw new WrongUse(`--${option}: nobody in the pool has the id "${stranger}".`);
  return [...new Set(ids)];
}

function wholeFrom(call: Call, name: string, least: number, most: number): number | null {
  const given = call.option(name);
  if (given === undefined) return null;
  if (/^\d{1,9}$/.test(given) && Number(given) >= least && Number(given) <= most) return Number(given);
  throw new WrongUse(`--${name} is a whole number from ${least} to ${most}, not "${given}".`);
}

function secondsFrom(call: Call): number {
  const given = call.option('time-limit') ?? String(SECONDS);
  if (/^\d{1,6}(\.\d+)?$/.test(given) && Number(given) > 0) return Number(given);
  throw new WrongUse(`--time-limit is a number of seconds, not "${given}".`);
}

function digitsFrom(call: Call, panels: number): string | null {
  const digits = call.option('digits');
  if (digits === undefined) return null;
  if (panelByDigits(digits, panels) !== null) return digits;
  throw new WrongUse(`--digits takes ${digitsFor(panels)} digits below ${panels}, not "${digits}".`);
}

interface Out {
  readonly request: DrawRequest;
  readonly draw: Draw;
  readonly poolHash: string;
  readonly files: DrawFiles;
  readonly reading: Reading;
  readonly drawn: Drawn | null;
}

async function writeOut(
  call: Call,
  out: string,
  { request, draw: drawing, poolHash, files, reading, drawn }: Out,
): Promise<void> {
  const folder = call.file(out);
  const written = writeProof({
    request,
    draw: drawing,
    poolHash,
    quotasHash: sha256(files.quotas.bytes),
    reading,
    versions: { grobund: packageJson.version, highs: packageJson.dependencies.highs },
    text: PROOF_TEXT[call.flag('english') ? 'en' : 'da'],
    drawn,
  });
  await mkdir(folder, { recursive: true });
  if (!drawn) await rm(join(folder, DRAWN), { force: true });
  for (const [name, text] of Object.entries(written)) await writeFile(join(folder, name), text);
}

function panelOf(request: DrawRequest, { panels }: Draw, drawn: Drawn, poolHash: string): readonly string[] {
  const listHash = () => sha256(panelsFile(panels, codesOf(request, poolHash)));
  const number =
    drawn.by === 'seed'
      ? panelBySeed(request.seed, listHash(), panels.length)
      : panelByDigits(drawn.digits, panels.length);
  return panels[number ?? 0] as readonly string[];
}

function tell(call: Call, request: DrawRequest, drawing: Draw, panel: readonly string[] | null): void {
  call.answer({
    algorithm: drawing.algorithm,
    seats: drawing.seats,
    pool: request.pool.length,
    optimal: drawing.optimal,
    gap: drawing.gap,
    minProbability: drawing.minProbability,
    unreachable: drawing.unreachable,
    giniCoefficient: drawing.giniCoefficient,
    geometricMean: drawing.geometricMean,
    probabilities: drawing.probabilities,
    panel: panel ?? [],
    panels: drawing.panels.length,
    seed: drawing.seed,
    ms: drawing.cpuMs,
  });
  const percent = (part: number) => `${(part * 100).toFixed(2)} %`;
  call.say(
    `${drawing.seats} of ${request.pool.length}, ${drawing.algorithm}, seed ${drawing.seed}, ${drawing.cpuMs} ms`,
  );
  call.say(
    `Smallest chance ${percent(drawing.minProbability)}, Gini ${drawing.giniCoefficient.toFixed(4)}; ${
      drawing.optimal
        ? 'proved to be the best'
        : drawing.gap === null
          ? 'no promise'
          : `not proved, up to ${percent(drawing.gap)} short`
    }`,
  );
  if (drawing.unreachable.length > 0) call.say(`In no panel that keeps the quotas: ${drawing.unreachable.join(', ')}`);
  call.say(
    panel
      ? `Drawn: ${panel.join(', ')}`
      : `Nothing is drawn yet: ${digitsFor(drawing.panels.length)} dice choose from the list`,
  );
}

function refuse(call: Call, request: DrawRequest, relaxations: readonly Relaxation[] | null): number {
  const { algorithm, seats, pool, seed } = request;
  const words = relaxations && relaxationWords(relaxations);
  call.answer({
    algorithm,
    seats,
    pool: pool.length,
    optimal: false,
    seed,
    reason: relaxations ? 'infeasible' : 'out-of-time',
    relaxations: relaxations ?? [],
    words: words ?? [],
  });
  if (!words) call.say('Time was up before a panel was found: give it more with --time-limit.');
  else if (words.length === 0)
    call.say('No panel is possible, and no other quotas were found that help: are there too few people or households?');
  else
    call.say(
      `No panel keeps all quotas. The smallest changes that help:\n${words.map(({ en }) => `  ${en}`).join('\n')}`,
    );
  return 1;
}

const STEPS = {
  reachable: 'who can be drawn',
  target: 'the target',
  panels: 'panels',
  levels: 'levels',
  list: 'the list',
};

function showProgress({ step, share }: { readonly step: keyof typeof STEPS; readonly share: number }): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K  ${STEPS[step]} ${Math.round(share * 100)} %`);
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
