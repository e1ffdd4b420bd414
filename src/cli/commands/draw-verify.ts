import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import type { DrawRequest } from '../../engines/sortition/pool.ts';
import { ANSWERS, codesOf, DRAWN, type ProofFiles, type ProofHead, sha256 } from '../../engines/sortition/proof.ts';
import { proofPage } from '../../engines/sortition/proof-page.ts';
import { PROOF_TEXT } from '../../engines/sortition/proof-text.ts';
import { idsOf, type ProofProblem, proofProblems, readHead } from '../../engines/sortition/verify-proof.ts';
import { type Call, WrongUse } from '../command.ts';
import type { DrawFiles } from './draw.ts';
import { readPool, readQuotas } from './draw-files.ts';

/** Checks a proof that lies in a folder; answers the exit code. */
export async function verifyDraw(call: Call, folder: string, given: DrawFiles): Promise<number> {
  const problems = await problemsIn(call.file(folder), given);
  call.answer({ right: problems.length === 0, problems });
  for (const { file, problem } of problems) call.say(`✖ ${file}: ${problem}`);
  if (problems.length === 0) call.say('✔ All is right: list, quotas, households, chances and proof.');
  return problems.length === 0 ? 0 : 1;
}

async function problemsIn(folder: string, given: DrawFiles): Promise<ProofProblem[]> {
  const first = await textOf(join(folder, 'proof.json'));
  if (first === null) throw new WrongUse(`There is no proof in "${folder}": proof.json is missing.`);
  const head = readHead({ 'proof.json': first });
  if (!head) return [{ file: 'proof.json', problem: 'has been changed' }];
  const files: Record<string, string> = { 'proof.json': first };
  for (const name of new Set([...Object.keys(head.files), ANSWERS, DRAWN])) {
    const text = await textOf(join(folder, name));
    if (text !== null) files[name] = text;
  }
  const hashes = { pool: sha256(given.pool.bytes), quotas: sha256(given.quotas.bytes) };
  const request = hashes.pool === head.pool && hashes.quotas === head.quotas ? await requestOf(head, given) : null;
  const problems = await proofProblems(files, head, request ?? NOBODY, hashes);
  return problems.length === 0 && request ? pageProblems(files, head, request) : problems;
}

/** The page that everybody checks with is ours, to the letter. What another version wrote has its hash alone. */
function pageProblems(files: ProofFiles, { versions, seats }: ProofHead, { quotas }: DrawRequest): ProofProblem[] {
  if (versions.grobund !== packageJson.version) return [];
  const { 'panels.csv': panels = '', 'people.csv': people = '', 'index.html': page } = files;
  const parts = { panels, people, quotas, seats, hash: sha256(panels) };
  const ours = Object.values(PROOF_TEXT).some((text) => proofPage({ ...parts, text }) === page);
  return ours ? [] : [{ file: 'index.html', problem: 'is not the page that Grobund writes' }];
}

/** Beside other files than those that were drawn from, nothing is read: their hashes say enough. */
const NOBODY: DrawRequest = {
  pool: [],
  quotas: [],
  seats: 0,
  algorithm: 'leximin',
  seed: '',
  panels: 0,
  include: [],
  exclude: [],
  timeLimitMs: 0,
};

async function requestOf(head: ProofHead, given: DrawFiles): Promise<DrawRequest> {
  const quotas = await readQuotas(given.quotas.name, given.quotas.bytes);
  const pool = await readPool(given.pool.name, given.pool.bytes, quotas, head.reading);
  const request = {
    pool,
    quotas: quotas.quotas,
    seats: head.seats,
    algorithm: head.algorithm,
    seed: head.seed,
    panels: head.panels,
    include: [],
    exclude: [],
    timeLimitMs: 0,
  };
  const codes = codesOf(request, head.pool);
  return { ...request, include: idsOf(codes, head.include), exclude: idsOf(codes, head.exclude) };
}

/** Bytes; where they are no UTF-8, one letter each after a sign that no file of ours begins with, so that no change can hide. */
async function textOf(path: string): Promise<string | null> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return null;
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : `\u0000${bytes.toString('latin1')}`;
}
