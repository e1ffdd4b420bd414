import { type Panel, PanelSearch } from './panel-search.ts';
import type { Problem } from './problem.ts';

const TRIES = 40;
const NODES = 2000;

/**
 * Panels as they are drawn by hand: always somebody by lot from where most are missing beside those who are left, and again from the
 * beginning when it does not come out. It promises nobody a chance, and is here to be compared with.
 */
export function stratifiedPanels(problem: Problem, count: number, random: () => number): Panel[] {
  const search = new PanelSearch(problem);
  return Array.from({ length: count }, () => byHand(problem, random) ?? byWeight(problem, search, random));
}

function byHand(problem: Problem, random: () => number): Panel | null {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const panel = oneTry(problem, random);
    if (panel) return panel;
  }
  return null;
}

/** Where chance alone finds no panel, lots for each kind choose one. */
function byWeight(problem: Problem, search: PanelSearch, random: () => number): Panel {
  const lots = problem.kinds.map(() => random());
  const found = search.heaviest(lots, Number.NEGATIVE_INFINITY, NODES, 1).panels[0];
  if (!found) throw new Error('Cannot draw by strata: no panel found where one is known to exist');
  return found.panel;
}

function oneTry(problem: Problem, random: () => number): Panel | null {
  const { kinds, rows } = problem;
  const panel = new Uint16Array(kinds.length);
  const sums = new Int32Array(rows.length);
  for (let seat = 0; seat < problem.seats; seat++) {
    const room = kinds.map((kind, at) => {
      const full = kind.rows.some((row) => (sums[row] as number) >= (rows[row] as { most: number }).most);
      return full ? 0 : Math.min(kind.most, kind.people.length) - (panel[at] as number);
    });
    const row = neediest(problem, sums, room);
    const choice = pick(room, (at) => row < 0 || (kinds[at] as Problem['kinds'][number]).rows.includes(row), random);
    if (choice < 0) return null;
    panel[choice] = (panel[choice] as number) + 1;
    for (const touched of (kinds[choice] as Problem['kinds'][number]).rows)
      sums[touched] = (sums[touched] as number) + 1;
  }
  return rows.every(({ least }, row) => (sums[row] as number) >= least) ? panel : null;
}

/** The quota with most missing for each who is left; -1 when none is missing anybody. */
function neediest(problem: Problem, sums: Int32Array, room: readonly number[]): number {
  let chosen = -1;
  let most = 0;
  for (let row = 0; row < problem.quotas; row++) {
    const missing = (problem.rows[row] as { least: number }).least - (sums[row] as number);
    if (missing <= 0) continue;
    const left = problem.kinds.reduce((sum, { rows }, at) => sum + (rows.includes(row) ? (room[at] as number) : 0), 0);
    if (missing / Math.max(left, 0.5) <= most) continue;
    most = missing / Math.max(left, 0.5);
    chosen = row;
  }
  return chosen;
}

function pick(room: readonly number[], mayBe: (at: number) => boolean, random: () => number): number {
  const open = room.map((places, at) => (places > 0 && mayBe(at) ? places : 0));
  let left = random() * open.reduce((sum, one) => sum + one, 0);
  for (const [at, places] of open.entries()) {
    left -= places;
    if (places > 0 && left < 0) return at;
  }
  return -1;
}
