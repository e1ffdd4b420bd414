import { appendFileSync } from 'node:fs';

/**
 * How many rounds a long check runs: `long` under `npm run test:long`, else `short`, a fixed-seed sample of it.
 * What was shortened is written down, and the run names it at its end. `what` says what is counted ("kills of the database").
 */
export function sample(short: number, long: number, what = caller()): number {
  if (process.env.GROBUND_LONG === '1') return long;
  const list = process.env.GROBUND_SHORTENED;
  if (list && short < long) appendFileSync(list, `${JSON.stringify({ what, short, long })}\n`);
  return short;
}

/** The file and line that asked, where it did not say what it counts. */
function caller(): string {
  const frame = new Error('where').stack?.split('\n').find((line) => /\.test\.tsx?:/.test(line));
  return /([^/(]+\.test\.tsx?:\d+)/.exec(frame ?? '')?.[1] ?? 'a long check';
}
