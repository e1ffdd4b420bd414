import { readdirSync, readFileSync } from 'node:fs';

/** A tick of Linux' count of processor time, in milliseconds: 100 a second on every machine there is. */
const TICK_MS = 10;

/** Milliseconds of processor time that a process and all below it have used, those that have ended included. */
export function processorTime(pid: number): number {
  const below = new Map<number, number[]>();
  const used = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const line = statOf(name);
    if (!line) continue;
    // The program's name stands in parentheses and may hold anything.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    const parent = Number(fields[1]);
    below.set(parent, [...(below.get(parent) ?? []), Number(name)]);
    used.set(
      Number(name),
      fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0),
    );
  }
  const total = (one: number): number =>
    (used.get(one) ?? 0) + (below.get(one) ?? []).reduce((sum, child) => sum + total(child), 0);
  return total(pid) * TICK_MS;
}

/** Null when it has ended meanwhile. */
function statOf(pid: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
}
