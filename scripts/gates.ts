import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { endWithUs } from './children.ts';

/** One check of the whole tree: a program that ends with 0 when all is well. */
export interface Gate {
  readonly name: string;
  readonly what: string;
  readonly command: readonly string[];
}

export interface Result {
  readonly gate: Gate;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

export const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'node_modules', '.bin');
const node = (script: string, ...args: string[]) => [
  process.execPath,
  '--import',
  './scripts/hook.mjs',
  `scripts/${script}`,
  ...args,
];

/** Every gate that reads the code, in the order in which a developer wants to hear of it. */
export const STATIC_GATES: readonly Gate[] = [
  { name: 'types', what: 'TypeScript, strict', command: [join(BIN, 'tsc'), '--pretty', 'false'] },
  {
    name: 'lint',
    what: 'Biome: lint, format, imports',
    command: [join(BIN, 'biome'), 'check', '--error-on-warnings', '--colors=off', '--max-diagnostics=200'],
  },
  {
    name: 'promises',
    what: 'oxlint with types: forgotten promises',
    command: [join(BIN, 'oxlint'), '--type-aware', '--deny-warnings', 'src', 'scripts', 'e2e'],
  },
  { name: 'structure', what: 'docs/layout.md', command: node('check-structure.ts') },
  { name: 'text', what: 'every word in text.ts, in every language', command: node('check-text.ts') },
  {
    name: 'generated',
    what: 'tables.ts and schema.sql say what the migrations say',
    command: node('db-types.ts', '--check'),
  },
  {
    name: 'dependencies',
    what: 'packages: exact, whole, quiet, free, without known holes',
    command: node('check-dependencies.ts'),
  },
];

/** Runs gates, two at a time, and says each as it ends. */
export async function runGates(gates: readonly Gate[], say: (result: Result) => void): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...gates];
  const work = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
      const result = await runGate(gate);
      results.push(result);
      say(result);
    }
  };
  await Promise.all([work(), work()]);
  return results.toSorted((a, b) => gates.indexOf(a.gate) - gates.indexOf(b.gate));
}

export async function runGate(gate: Gate, show = false): Promise<Result> {
  const started = performance.now();
  const [command = '', ...args] = gate.command;
  if (!existsSync(command))
    return { gate, passed: false, seconds: 0, output: `${command} is not installed: run npm install --no-save\n` };
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const forget = endWithUs(child, 'SIGTERM');
  let output = '';
  const hear = (bytes: Buffer) => {
    output += bytes;
    if (show) process.stdout.write(bytes);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    child.once('error', (error) => {
      output += `${error.message}\n`;
      resolve(null);
    });
  });
  forget();
  return { gate, passed: code === 0, seconds: (performance.now() - started) / 1000, output };
}

export function sayResult({ gate, passed, seconds, output }: Result): void {
  console.log(`${passed ? '✔' : '✖'} ${gate.name} (${seconds.toFixed(1)} s)`);
  if (!passed) console.log(indent(output));
  else for (const line of skippedIn(output)) console.log(indent(line));
}

/** What a gate that passed could not look at: lines that begin with "skipped: ". */
function skippedIn(output: string): string[] {
  return output.split('\n').filter((line) => line.startsWith('skipped: '));
}

/** The table at the end: every gate in its listed order, with its time. */
export function table(results: readonly Result[]): string {
  const rows = results.map(({ gate, passed, seconds, output }) => [
    passed ? (skippedIn(output).length > 0 ? 'in part' : 'ok') : 'FAILED',
    gate.name,
    `${seconds.toFixed(1)} s`,
    gate.what,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 2 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  '),
    )
    .join('\n');
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, '    ');
}
