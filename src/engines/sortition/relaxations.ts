import { modelOf, openHighs } from './highs.ts';
import type { DrawRequest, Quota } from './pool.ts';
import { problemOf, seatColumns } from './problem.ts';
import type { Column } from './tableau.ts';

/** One change of a quota that helps to make a panel possible: `[from, to]`. */
export interface Relaxation extends Pick<Quota, 'feature' | 'value'> {
  readonly min: readonly [number, number];
  readonly max: readonly [number, number];
}

/** Among equally cheap sets the one with fewest seats changed, by so little that it can decide nothing else. */
const FEWEST = 1e-7;

/**
 * The changes with the smallest sum of relative changes, Σ decrease/min + Σ increase/max, that make a panel possible. A maximum of 0
 * stays: nobody was to be in there. Empty when no change of the quotas can help, or time was up.
 */
export async function relaxationsOf(request: DrawRequest, ms: number): Promise<Relaxation[]> {
  const problem = problemOf(request);
  if (problem.clash || problem.seats < 0) return [];
  const highs = await openHighs();
  const columns = [...seatColumns(problem), ...changeColumns(request)];
  const integrality = new Int32Array(columns.length).fill(highs.constants.variableType.integer);
  return highs.withModel({ ...modelOf(highs, problem.rows, columns), integrality }, (model) => {
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-9, time_limit: Math.max(1, ms / 1000) });
    if (model.run().modelStatus !== highs.constants.modelStatus.optimal) return [];
    const { colValue } = model.getSolution();
    return request.quotas.flatMap(({ feature, value, min, max }, at) => {
      const down = Math.round(colValue[problem.kinds.length + 2 * at] as number);
      const up = Math.round(colValue[problem.kinds.length + 2 * at + 1] as number);
      return down + up === 0 ? [] : [{ feature, value, min: [min, min - down], max: [max, max + up] } as const];
    });
  });
}

/** For each quota, by how much its minimum is lowered and its maximum raised. */
function changeColumns({ quotas, seats }: DrawRequest): Column[] {
  return quotas.flatMap(({ min, max }, row) => [
    { cost: min > 0 ? -1 / min - FEWEST : 0, least: 0, most: min, rows: [row], values: [1] },
    { cost: max > 0 ? -1 / max - FEWEST : 0, least: 0, most: max > 0 ? seats : 0, rows: [row], values: [-1] },
  ]);
}

/** What an organiser can do, one sentence for each change. */
export function relaxationWords(
  relaxations: readonly Relaxation[],
): readonly { readonly da: string; readonly en: string }[] {
  return relaxations.flatMap(({ feature, value, min, max }) => {
    const down = min[0] - min[1];
    const changes: { da: string; en: string }[] = [];
    if (down > 0) {
      changes.push({
        da: `Sænk mindstetallet for "${value}" (${feature}) fra ${min[0]} til ${min[1]}, eller find ${down} mere.`,
        en: `Lower the minimum of "${value}" (${feature}) from ${min[0]} to ${min[1]}, or find ${down} more.`,
      });
    }
    if (max[1] > max[0]) {
      changes.push({
        da: `Hæv højestetallet for "${value}" (${feature}) fra ${max[0]} til ${max[1]}.`,
        en: `Raise the maximum of "${value}" (${feature}) from ${max[0]} to ${max[1]}.`,
      });
    }
    return changes;
  });
}
