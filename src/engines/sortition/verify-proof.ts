import type { Certificate } from './certificate.ts';
import { type CertificateProblem, certificateProblems } from './check-certificate.ts';
import { geometricMeanOf, giniOf, levelsIn } from './measures.ts';
import type { DrawRequest } from './pool.ts';
import { isCounted, partsOf } from './pool.ts';
import { problemOf } from './problem.ts';
import {
  ANSWERS,
  answersFile,
  codesOf,
  DRAWN,
  drawnFile,
  FORMAT,
  headFile,
  type ProofFiles,
  type ProofHead,
  panelsFile,
  peopleFile,
  quotasFile,
  sha256,
} from './proof.ts';

export interface ProofProblem {
  /** The file it was seen in; `pool` and `quotas` are those that were given beside the proof. */
  readonly file: string;
  readonly problem: string;
}

/** The settings of a proof, to read pool and quotas with. Null when `proof.json` is not what was written. */
export function readHead(files: ProofFiles): ProofHead | null {
  try {
    const { hash: _, ...head } = JSON.parse(files['proof.json'] ?? '') as ProofHead;
    return head.format === FORMAT && headFile(head) === files['proof.json']
      ? (JSON.parse(files['proof.json'] ?? '') as ProofHead)
      : null;
  } catch {
    return null;
  }
}

/** Ids of the codes that the head names, by the pool that it was made from. */
export function idsOf(codes: ReadonlyMap<string, string>, wanted: readonly string[]): string[] {
  const ids = new Map([...codes].map(([id, code]) => [code, id] as const));
  return wanted.map((code) => ids.get(code) ?? '');
}

/**
 * What is wrong with a proof beside the pool and the quotas that it claims to be of; empty when all is right. Each file is held
 * against its hash and counted again: panels, people, quotas, households, the draw, and, where it claims to be the best, why.
 */
export async function proofProblems(
  files: ProofFiles,
  head: ProofHead,
  request: DrawRequest,
  hashes: { readonly pool: string; readonly quotas: string },
): Promise<ProofProblem[]> {
  const problems: ProofProblem[] = [];
  if (hashes.pool !== head.pool) problems.push({ file: 'pool', problem: 'is not the file that was drawn from' });
  if (hashes.quotas !== head.quotas) problems.push({ file: 'quotas', problem: 'is not the file that was drawn with' });
  for (const [name, hash] of Object.entries(head.files)) {
    const text = files[name];
    if (text === undefined && name !== ANSWERS) problems.push({ file: name, problem: 'is missing' });
    else if (text !== undefined && sha256(text) !== hash) problems.push({ file: name, problem: 'has been changed' });
  }
  for (const name of ['panels.csv', 'people.csv', 'quotas.csv', 'certificate.json', 'index.html']) {
    if (!(name in head.files)) problems.push({ file: name, problem: 'is not part of the proof' });
  }
  if (head.include.concat(head.exclude).length > request.include.concat(request.exclude).filter(Boolean).length)
    problems.push({ file: 'proof.json', problem: 'names somebody who is not in the pool' });
  if (problems.length > 0) return problems;
  return [...contentProblems(files, head, request), ...(await listProblems(files, head, request))];
}

/** Files that follow from others are written again and compared. */
function contentProblems(files: ProofFiles, head: ProofHead, request: DrawRequest): ProofProblem[] {
  const problems: ProofProblem[] = [];
  const codes = codesOf(request, head.pool);
  const panels = files['panels.csv'] as string;
  if (files['quotas.csv'] !== quotasFile(request.quotas))
    problems.push({ file: 'quotas.csv', problem: 'has other quotas' });
  const answers = files[ANSWERS];
  if (answers !== undefined && answers !== answersFile(request, codes))
    problems.push({ file: ANSWERS, problem: 'has other answers' });
  const drawn = files[DRAWN];
  if (drawn !== undefined && drawn !== drawnAgain(drawn, head, panels, files['proof.json'] as string)) {
    problems.push({ file: DRAWN, problem: 'is not what the seed or the digits draw from this list' });
  }
  return problems;
}

function drawnAgain(text: string, head: ProofHead, panels: string, proof: string): string | null {
  try {
    const { by, digits } = JSON.parse(text);
    return drawnFile(
      by === 'digits' ? { by, digits: String(digits) } : { by: 'seed' },
      head.seed,
      panels,
      sha256(proof),
    );
  } catch {
    return null;
  }
}

async function listProblems(files: ProofFiles, head: ProofHead, request: DrawRequest): Promise<ProofProblem[]> {
  const codes = codesOf(request, head.pool);
  const ids = new Map([...codes].map(([id, code]) => [code, id] as const));
  const panels = (files['panels.csv'] as string)
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => (line.split(',')[1] ?? '').split(' ').map((code) => ids.get(code) ?? ''));
  if (panels.length !== head.panels) return [{ file: 'panels.csv', problem: 'has another number of panels' }];
  const broken = panels.findIndex((panel) => !isRight(panel, request));
  if (broken >= 0) return [{ file: 'panels.csv', problem: `panel ${broken} breaks the rules` }];
  const chances = chancesIn(files['people.csv'] as string, request, codes);
  const probabilities = Object.fromEntries(request.pool.map(({ id }, place) => [id, chances[place] as number]));
  if (
    panelsFile(panels, codes) !== files['panels.csv'] ||
    peopleFile(request, { panels, probabilities }, codes) !== files['people.csv']
  ) {
    return [{ file: 'people.csv', problem: 'does not fit the list' }];
  }
  if (head.algorithm !== 'stratified' && !isNear(panels, request, chances, head.optimal ? 1 : 2))
    return [{ file: 'panels.csv', problem: 'gives others than the exact lottery does' }];
  return (await measureProblems(files, head, request, chances)).map((problem) => ({
    file: 'certificate.json',
    problem,
  }));
}

function isRight(panel: readonly string[], { pool, quotas, seats, include, exclude }: DrawRequest): boolean {
  const drawn = new Set(panel);
  const members = pool.filter(({ id }) => drawn.has(id));
  const homes = members.map(({ household }) => household ?? '').filter((home) => home !== '');
  return (
    panel.length === seats &&
    members.length === seats &&
    new Set(homes).size === homes.length &&
    include.every((id) => drawn.has(id)) &&
    !exclude.some((id) => drawn.has(id)) &&
    quotas.every((quota) => {
      const parts = partsOf(quota);
      const count = members.filter((member) => isCounted(member, parts)).length;
      return count >= quota.min && count <= quota.max;
    })
  );
}

/** So many panels at most is anybody off in a list that was rounded; all in all it is one, and two where time was up. */
const FURTHEST = 5;

/** Is the list the exact lottery, rounded? Else it could hold one panel many times, and still keep every rule. */
function isNear(
  panels: readonly (readonly string[])[],
  { pool, quotas }: DrawRequest,
  chances: readonly number[],
  average: number,
): boolean {
  const times = new Map<string, number>();
  for (const id of panels.flat()) times.set(id, (times.get(id) ?? 0) + 1);
  const off = pool.map(({ id }, at) => Math.abs((times.get(id) ?? 0) - (chances[at] as number) * panels.length));
  const most = Math.max(FURTHEST, quotas.length);
  return off.every((one) => one <= most) && off.reduce((sum, one) => sum + one, 0) <= average * pool.length;
}

function chancesIn(people: string, request: DrawRequest, codes: ReadonlyMap<string, string>): number[] {
  const byCode = new Map(
    people
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .map(([code = '', chance]) => [code, Number(chance)]),
  );
  return request.pool.map(({ id }) => byCode.get(codes.get(id) ?? '') ?? Number.NaN);
}

async function measureProblems(
  files: ProofFiles,
  head: ProofHead,
  request: DrawRequest,
  chances: readonly number[],
): Promise<(CertificateProblem | string)[]> {
  if (!measuresFit(head, request, chances)) return ['the measures are not what the chances give'];
  if (head.algorithm === 'stratified') return head.optimal ? ['drawing by strata proves nothing'] : [];
  const certificate = readCertificate(files['certificate.json'] as string);
  if (!certificate) return ['it cannot be read'];
  const problem = problemOf(request);
  const algorithm = head.optimal ? head.algorithm : 'maximin';
  const found = await certificateProblems(problem, certificate, chances, algorithm);
  // What does not claim to be the best needs only to be what it says.
  const said = head.optimal
    ? found
    : found.filter((one) => one.startsWith('a panel') || one.startsWith('the exact') || one.startsWith('people'));
  const never = new Set(certificate.unreachable);
  const least = problem.kinds
    .flatMap(({ people }, kind) => (never.has(kind) ? [] : people))
    .reduce((lowest, place) => Math.min(lowest, chances[place] as number), 1);
  if (head.optimal && (head.gap ?? 1) > NEAR) return ['what is the best leaves no gap'];
  return Math.abs(least - head.minProbability) < CLOSE ? said : [...said, 'the smallest chance is not what is told'];
}

/** Chances are told to nine decimals; their measures are held to so many that no lie of use fits between. */
const CLOSE = 1e-6;
/** Nash stops this near its best. */
const NEAR = 1e-4;

function measuresFit(head: ProofHead, { pool, exclude }: DrawRequest, chances: readonly number[]): boolean {
  const out = new Set(exclude);
  const inPlay = chances.filter((_, place) => !out.has(pool[place]?.id ?? ''));
  const levels = levelsIn(inPlay);
  const near = (one: number, other: number) => Math.abs(one - other) < CLOSE;
  return (
    head.people === pool.length &&
    near(head.giniCoefficient, giniOf(inPlay)) &&
    near(head.geometricMean, geometricMeanOf(inPlay)) &&
    areAmong(head.levels, levels) &&
    areAmong(levels, head.levels)
  );
}

function areAmong(some: readonly number[], all: readonly number[]): boolean {
  const known = new Set(all.map((one) => Math.round(one / CLOSE)));
  return some.every((one) => [-1, 0, 1].some((beside) => known.has(Math.round(one / CLOSE) + beside)));
}

function readCertificate(text: string): Certificate | null {
  try {
    const { unreachable, claims, lottery } = JSON.parse(text) as Certificate;
    const whole = Array.isArray(unreachable) && Array.isArray(claims) && Array.isArray(lottery);
    const filled =
      whole && claims.every((one) => Array.isArray(one?.weights)) && lottery.every((one) => Array.isArray(one?.seats));
    return filled ? { unreachable, claims, lottery } : null;
  } catch {
    return null;
  }
}
