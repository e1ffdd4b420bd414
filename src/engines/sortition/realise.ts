import type { Watch } from './draw.ts';
import { evenOut } from './even-out.ts';
import { highsFor, type Lottery, Master, MOST_KINDS_HERE, PanelSet } from './master.ts';
import { type Face, type Panel, PanelSearch } from './panel-search.ts';
import type { Problem } from './problem.ts';
import { proveHeaviest } from './prove-heaviest.ts';

const TIGHT = 1e-7;
const ENOUGH = 1e-9;
const NODES = 200;
const MOST_ROUNDS = 400;
/** So many times in a row a panel that is known already may come. */
const MOST_OLD = 20;
/** How many panels are gathered for each kind before it is tried whether they do: with just as many as kinds they never come out even. */
const SHARES = [1.1, 1.25, 1.5, 2];

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
export async function realise(problem: Problem, seats: Float64Array, watch: Watch): Promise<Realised> {
  const face = faceOf(problem, seats);
  const search = new PanelSearch(problem, face);
  const panels = new PanelSet();
  const short = new Float64Array(problem.kinds.length);
  const many = problem.kinds.length > MOST_KINDS_HERE;
  for (const share of many ? SHARES : [1]) {
    const wanted = Math.ceil(share * problem.kinds.length) + 1;
    const gathered = gather(seats, search, panels, short, wanted, watch);
    if (gathered === 'impossible') return { lottery: null, impossible: true, panels: panels.list };
    const lottery = many ? evenOut(panels.list, seats) : null;
    if (lottery) return { lottery, impossible: false, panels: panels.list };
    if (gathered === 'ended') break;
  }
  const master = new Master(
    problem,
    seats,
    problem.kinds.map((_, kind) => ({ cost: -1, least: 0, most: Number.POSITIVE_INFINITY, rows: [kind], values: [1] })),
    await highsFor(problem),
  );
  try {
    for (const panel of panels.list) master.add(panel);
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

/** Adds panels until there are so many; `short` is what those before left short, and is carried on. `ended`: no more came. */
function gather(
  seats: Float64Array,
  search: PanelSearch,
  panels: PanelSet,
  short: Float64Array,
  wanted: number,
  watch: Watch,
): 'impossible' | 'ended' | 'gathered' {
  const rounds = 2 * wanted;
  for (let round = 0, old = 0; panels.list.length < wanted; round++) {
    if (round === rounds || old === MOST_OLD || watch.left() <= 0) return 'ended';
    for (const kind of short.keys()) short[kind] = (short[kind] as number) + (seats[kind] as number);
    const found = search.heaviest(short, Number.NEGATIVE_INFINITY, NODES, 1);
    const first = found.panels[0];
    if (!first) return found.proven ? 'impossible' : 'ended';
    old = panels.add(first.panel) ? 0 : old + 1;
    for (const kind of short.keys()) short[kind] = (short[kind] as number) - (first.panel[kind] as number);
    watch.report('panels', (0.9 * panels.list.length) / wanted);
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
