import type { Watch } from './draw.ts';
import { modelOf, openHighs } from './highs.ts';
import { keepsRules, type Panel, type PanelSearch } from './panel-search.ts';
import { type Problem, seatColumns } from './problem.ts';

const FIRST_NODES = 3000;
const LATER_NODES = 60_000;

export interface Proof {
  readonly panels: readonly Panel[];
  /** No panel weighs more; `Infinity` when that could not be found out. */
  readonly bound: number;
  readonly proven: boolean;
}

/** The heaviest panels above a weight, or the proof that there is none: our own search first, then HiGHS until time is up. */
export async function proveHeaviest(
  problem: Problem,
  search: PanelSearch,
  weights: Float64Array,
  above: number,
  watch: Watch,
): Promise<Proof> {
  for (const nodes of [FIRST_NODES, LATER_NODES]) {
    const found = search.heaviest(weights, above, nodes);
    const panels = found.panels.map(({ panel }) => panel);
    if (found.proven || panels.length > 0) return { panels, bound: found.bound, proven: found.proven };
    if (watch.left() <= 0) return { panels: [], bound: found.bound, proven: false };
    if (problem.kinds.length > 400) break;
  }
  return askHighs(problem, weights, above, watch.left());
}

async function askHighs(problem: Problem, weights: Float64Array, above: number, ms: number): Promise<Proof> {
  const highs = await openHighs();
  const columns = seatColumns(problem, weights);
  const integrality = new Int32Array(columns.length).fill(highs.constants.variableType.integer);
  return highs.withModel({ ...modelOf(highs, problem.rows, columns), integrality }, (model) => {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-10, time_limit: Math.max(0.1, ms / 1000) });
    const status = model.run().modelStatus;
    if (status === highs.constants.modelStatus.infeasible) {
      return { panels: [], bound: Number.NEGATIVE_INFINITY, proven: true };
    }
    const bound = Number(model.info.get('mip_dual_bound'));
    const panel = Uint16Array.from(model.getSolution().colValue, (seats) => Math.round(seats));
    const weight = panel.reduce((sum, seats, kind) => sum + seats * (weights[kind] as number), 0);
    const found = keepsRules(problem, panel) && weight > above;
    const proven = status === highs.constants.modelStatus.optimal;
    return { panels: found ? [panel] : [], bound: proven ? Math.max(bound, weight) : bound, proven };
  });
}
