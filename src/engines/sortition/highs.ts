import type { Highs, Model } from 'highs';
import type { SimplexEnd } from './simplex.ts';
import type { Bounds, Column } from './tableau.ts';

let loaded: Promise<Highs> | null = null;

/** HiGHS in WebAssembly, loaded once in a thread. */
export function openHighs(): Promise<Highs> {
  // Small draws never need it, and it takes a tenth of a second to compile.
  loaded ??= import('highs').then((module) => (module.default as unknown as () => Promise<Highs>)());
  return loaded;
}

/** Columns in the form that HiGHS takes. */
export function modelOf(highs: Highs, rows: readonly Bounds[], columns: readonly Column[]) {
  const starts = new Int32Array(columns.length + 1);
  for (const [at, column] of columns.entries()) starts[at + 1] = (starts[at] as number) + column.rows.length;
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: Float64Array.from(columns, ({ least }) => least),
    colUpper: Float64Array.from(columns, ({ most }) => most),
    rowLower: Float64Array.from(rows, ({ least }) => least),
    rowUpper: Float64Array.from(rows, ({ most }) => most),
    matrix: {
      format: 'csc' as const,
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(columns.flatMap((column) => column.rows)),
      values: Float64Array.from(columns.flatMap((column) => column.values)),
    },
  };
}

/** A large linear program, kept in HiGHS from one solve to the next; the same questions as `Simplex`. */
export class HighsProgram {
  private readonly highs: Highs;
  private readonly model: Model;
  private values: Float64Array = new Float64Array();
  private prices: Float64Array = new Float64Array();
  private value = 0;

  constructor(highs: Highs, rows: readonly Bounds[], columns: readonly Column[]) {
    this.highs = highs;
    this.model = highs.createModel(modelOf(highs, rows, columns));
    this.model.options.set({ output_flag: false });
  }

  addColumn({ cost, least, most, rows, values }: Column): void {
    this.model.addCol(cost, least, most, { indices: rows, values });
  }

  setRow(row: number, least: number, most: number): void {
    this.model.changeRowBounds(row, least, most);
  }

  setCoefficient(row: number, column: number, value: number): void {
    this.model.changeCoefficient(row, column, value);
  }

  solve(): SimplexEnd {
    const { modelStatus } = this.highs.constants;
    for (let attempt = 0; attempt < 2; attempt++) {
      const end = this.run();
      if (end === modelStatus.infeasible) return 'infeasible';
      if (end === modelStatus.optimal) {
        const { colValue, rowDual } = this.model.getSolution();
        this.values = colValue;
        this.prices = rowDual;
        this.value = this.model.getObjectiveValue();
        return 'optimal';
      }
      // A warm start that went wrong mostly goes right from the beginning.
      this.model.clearSolver();
    }
    return 'stuck';
  }

  private run(): number | null {
    try {
      return this.model.run().modelStatus;
    } catch {
      return null;
    }
  }

  columnValue(column: number): number {
    return this.values[column] as number;
  }

  rowPrice(row: number): number {
    return this.prices[row] as number;
  }

  objective(): number {
    return this.value;
  }

  dispose(): void {
    this.model.dispose();
  }
}
