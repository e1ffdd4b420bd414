import type { Watch } from './draw.ts';
import type { Panel, PanelSearch } from './panel-search.ts';
import type { Problem } from './problem.ts';
import { proveHeaviest } from './prove-heaviest.ts';

export interface Reach {
  /** Panels that together seat every kind that can be seated. */
  readonly panels: readonly Panel[];
  /** Kinds that are in no panel at all. */
  readonly unreachable: readonly number[];
  /** Kinds of which time did not allow to find out; they are treated as unreachable. */
  readonly unknown: readonly number[];
}

const TRIES = 120;

/** Who can be in a panel at all. Null: no panel keeps the rules. `late`: time was up before the first was found. */
export async function reachOf(problem: Problem, search: PanelSearch, watch: Watch): Promise<Reach | 'late' | null> {
  const panels: Panel[] = [];
  const missing = new Set(problem.kinds.keys());
  const none = problem.kinds.length === 0;
  if (none)
    return problem.seats === 0 && rowsAllow(problem)
      ? { panels: [new Uint16Array()], unreachable: [], unknown: [] }
      : null;
  while (missing.size > 0) {
    const weights = Float64Array.from(problem.kinds, (_, kind) => (missing.has(kind) ? 1 : 0));
    // Half a seat more than nothing is a whole seat.
    const above = panels.length === 0 ? -0.5 : 0.5;
    const quick = search.heaviest(weights, above, TRIES, 1);
    const found =
      quick.panels.length > 0
        ? quick.panels.map(({ panel }) => panel)
        : await prove(problem, search, weights, above, watch);
    if (found === 'late') return panels.length === 0 ? 'late' : { panels, unreachable: [], unknown: [...missing] };
    if (found.length === 0) return panels.length === 0 ? null : { panels, unreachable: [...missing], unknown: [] };
    for (const panel of found) {
      panels.push(panel);
      for (const [kind, seats] of panel.entries()) if (seats > 0) missing.delete(kind);
    }
    watch.report('reachable', 1 - missing.size / problem.kinds.length);
    if (watch.left() <= 0) return { panels, unreachable: [], unknown: [...missing] };
  }
  return { panels, unreachable: [], unknown: [] };
}

async function prove(problem: Problem, search: PanelSearch, weights: Float64Array, above: number, watch: Watch) {
  const proof = await proveHeaviest(problem, search, weights, above, watch);
  if (proof.panels.length > 0) return proof.panels;
  return proof.proven ? [] : ('late' as const);
}

function rowsAllow(problem: Problem): boolean {
  return problem.rows.every(({ least, most }) => least <= 0 && most >= 0);
}
