import type { Highs } from 'highs';
import { proveHeaviest, type Watch } from './integer.ts';
import { type Lottery, Master } from './master.ts';
import { type Face, type Panel, PanelSearch } from './panel-search.ts';
import type { Problem } from './problem.ts';

const TIGHT = 1e-7;
const ENOUGH = 1e-9;
const NODES = 200;
const MOST_ROUNDS = 400;

/** `impossible` is proved: no lottery over panels meets the target. Panels that were found on the way are worth keeping. */
export interface Realised {
  readonly lottery: Lottery | null;
  readonly impossible: boolean;
  readonly panels: readonly Panel[];
}

/**
 * A lottery over panels that gives each kind the seats that the target asks for, on average. Panels are chosen one after another,
 * each to make good what those before it left short; then one linear program finds how often each is drawn.
 */
export async function realise(
  problem: Problem,
  seats: Float64Array,
  highs: Highs | null,
  watch: Watch,
): Promise<Realised> {
  const face = faceOf(problem, seats);
  const search = new PanelSearch(problem, face);
  const master = new Master(
    problem,
    seats,
    problem.kinds.map((_, kind) => ({ cost: -1, least: 0, most: Number.POSITIVE_INFINITY, rows: [kind], values: [1] })),
    highs,
  );
  try {
    const gathered = gather(problem, seats, search, master, watch);
    if (gathered === 'impossible') return { lottery: null, impossible: true, panels: master.panels };
    const end = await complete({ ...problem, rows: face.rows }, seats, search, master, watch);
    return {
      lottery: end === 'met' ? master.lottery() : null,
      impossible: end === 'impossible',
      panels: master.panels,
    };
  } finally {
    master.dispose();
  }
}

/** A lottery whose panels sit on average as the target says has only panels that keep every rule that the target just meets. */
function faceOf(problem: Problem, seats: Float64Array): Face {
  const sums = new Float64Array(problem.rows.length);
  const kinds = problem.kinds.map(({ rows, most }, kind) => {
    const at = seats[kind] as number;
    for (const row of rows) sums[row] = (sums[row] as number) + at;
    if (at < TIGHT) return { least: 0, most: 0 };
    return { least: at > most - TIGHT ? most : 0, most };
  });
  const rows = problem.rows.map(({ least, most }, row) => {
    const at = sums[row] as number;
    if (at > most - TIGHT) return { least: most, most };
    return at < least + TIGHT ? { least, most: least } : { least, most };
  });
  return { rows, kinds };
}

function gather(
  problem: Problem,
  seats: Float64Array,
  search: PanelSearch,
  master: Master,
  watch: Watch,
): 'impossible' | 'gathered' {
  const short = new Float64Array(problem.kinds.length);
  const wanted = problem.kinds.length + 1;
  for (let round = 0, old = 0; round < 2 * wanted && master.panels.length < wanted && old < 20; round++) {
    for (const kind of short.keys()) short[kind] = (short[kind] as number) + (seats[kind] as number);
    const { panels, proven } = search.heaviest(short, Number.NEGATIVE_INFINITY, NODES, 1);
    const first = panels[0];
    if (!first) return proven ? 'impossible' : 'gathered';
    old = master.add(first.panel) ? 0 : old + 1;
    for (const kind of short.keys()) short[kind] = (short[kind] as number) - (first.panel[kind] as number);
    watch.report('panels', (0.8 * round) / wanted);
    if (watch.left() <= 0) break;
  }
  return 'gathered';
}

async function complete(
  problem: Problem,
  seats: Float64Array,
  search: PanelSearch,
  master: Master,
  watch: Watch,
): Promise<'met' | 'impossible' | 'open'> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (master.solve() !== 'optimal') return 'open';
    if (-master.objective() < ENOUGH * problem.kinds.length) return 'met';
    if (watch.left() <= 0) return 'open';
    const prices = master.seatPrices();
    const proof = await proveHeaviest(problem, search, prices, master.panelPrice() + 1e-9, watch);
    const goal = prices.reduce((sum, price, kind) => sum + price * (seats[kind] as number), 0);
    if (proof.proven && proof.bound < goal - 1e-7) return 'impossible';
    if (proof.panels.filter((panel) => master.add(panel)).length === 0) return 'open';
  }
  return 'open';
}
