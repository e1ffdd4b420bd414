/** A long check that ran shorter than it can. */
export interface Shortened {
  readonly what: string;
  readonly short: number;
  readonly long: number;
}

/** Reads what `sample()` wrote down, each thing once. */
export function shortened(lines: string): Shortened[] {
  const all = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Shortened);
  return all.filter((one, at) => all.findIndex((other) => other.what === one.what && other.long === one.long) === at);
}

/** Is this one of the lines with counts that node:test closes with ("ℹ tests 12")? */
export function isCount(line: string): boolean {
  return /^ℹ (tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/.test(line);
}

/** From its spec report: the count lines that node:test closes with ("ℹ tests 12" …), the tests that were skipped, and the files that hold no test. */
export function countLines(report: string): { tests: number; counts: string[]; skipped: string[]; empty: string[] } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal begin with one
  const lines = report.replace(/\u001b\[[\d;]*m/g, '').split('\n');
  const start = lines.findLastIndex((line) => /^ℹ tests \d+$/.test(line));
  const counts = start < 0 ? [] : lines.slice(start).filter(isCount);
  const skipped = lines.filter((line) => /^\s*﹣ .* # /.test(line)).map((line) => line.trim().slice(2));
  // node:test counts a file without a test as one that passed, under the file's name.
  const empty = lines.flatMap((line) => /^✔ (\S*\.test\.tsx?) \(/.exec(line)?.[1] ?? []);
  return { tests: Number(/\d+/.exec(counts[0] ?? '')?.[0] ?? 0), counts, skipped: [...new Set(skipped)], empty };
}

/** The count lines of several runs that ran beside each other, as those of one: added, and the time of the longest. */
export function sumOfCounts(runs: readonly (readonly string[])[]): string[] {
  const sums = new Map<string, number>();
  for (const line of runs.flat()) {
    const [, what = '', number] = /^ℹ (\w+) ([\d.]+)$/.exec(line) ?? [];
    const before = sums.get(what) ?? 0;
    sums.set(what, what === 'duration_ms' ? Math.max(before, Number(number)) : before + Number(number));
  }
  return [...sums].map(([what, number]) => `ℹ ${what} ${number}`);
}
