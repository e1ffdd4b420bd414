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

/** Is this one of the lines with counts that node:test closes with? */
export function isCount(line: string): boolean {
  return /^ℹ (tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/.test(line);
}

/** The count lines that node:test closes with ("ℹ tests 12" …), and the tests that were skipped, from its spec report. */
export function countLines(report: string): { tests: number; counts: string[]; skipped: string[] } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal begin with one
  const lines = report.replace(/\u001b\[[\d;]*m/g, '').split('\n');
  const start = lines.findLastIndex((line) => /^ℹ tests \d+$/.test(line));
  const counts = start < 0 ? [] : lines.slice(start).filter(isCount);
  const skipped = lines.filter((line) => /^\s*﹣ .* # /.test(line)).map((line) => line.trim().slice(2));
  return { tests: Number(/\d+/.exec(counts[0] ?? '')?.[0] ?? 0), counts, skipped: [...new Set(skipped)] };
}
