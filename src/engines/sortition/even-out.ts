import type { Lottery } from './master.ts';
import type { Panel } from './panel-search.ts';

const MOST_TRIES = 12;
const MOST_REPAIRS = 5;
const EXACT = 1e-10;
/** A pivot this small beside the largest belongs to a row that follows from others. */
const FOLLOWS = 1e-10;

/**
 * A lottery over many panels that are nearly right on average already: the smallest change of equal shares, in squares, that gives
 * exactly the seats asked for. Shares that would fall below nothing are taken out, and the rest evened out again. Far cheaper than a linear
 * program where kinds are many. Null when it does not come out.
 */
export function evenOut(panels: readonly Panel[], seats: Float64Array): Lottery | null {
  let within = [...panels.keys()];
  for (let attempt = 0; attempt < MOST_TRIES && within.length > 0; attempt++) {
    const shares = sharesOf(
      within.map((at) => panels[at] as Panel),
      seats,
    );
    if (!shares) return null;
    const least = shares.reduce((one, other) => Math.min(one, other), 0);
    if (least >= -1e-13) {
      return within.flatMap((at, place) => {
        const share = shares[place] as number;
        return share > 0 ? [{ panel: panels[at] as Panel, share }] : [];
      });
    }
    // The worst go at once, those just below nothing may recover.
    within = within.filter((_, place) => (shares[place] as number) > least / 4);
  }
  return null;
}

function sharesOf(panels: readonly Panel[], seats: Float64Array): Float64Array | null {
  const sparse = panels.map((panel) => {
    const kinds = Int32Array.from([...panel.keys()].filter((kind) => (panel[kind] as number) > 0));
    return { kinds, counts: Float64Array.from(kinds, (kind) => panel[kind] as number) };
  });
  const size = seats.length;
  const square = new Float64Array(size * size);
  for (const { kinds, counts } of sparse) {
    for (let one = 0; one < kinds.length; one++) {
      const row = (kinds[one] as number) * size;
      for (let other = 0; other <= one; other++) {
        const at = row + (kinds[other] as number);
        square[at] = (square[at] as number) + (counts[one] as number) * (counts[other] as number);
      }
    }
  }
  factor(square, size);
  const shares = new Float64Array(panels.length).fill(1 / panels.length);
  for (let repair = 0; repair < MOST_REPAIRS; repair++) {
    const rest = seats.slice();
    for (const [at, { kinds, counts }] of sparse.entries()) {
      for (let entry = 0; entry < kinds.length; entry++) {
        const kind = kinds[entry] as number;
        rest[kind] = (rest[kind] as number) - (shares[at] as number) * (counts[entry] as number);
      }
    }
    if (rest.every((one) => Math.abs(one) < EXACT)) return shares;
    substitute(square, size, rest);
    for (const [at, { kinds, counts }] of sparse.entries()) {
      let sum = 0;
      for (let entry = 0; entry < kinds.length; entry++)
        sum += (counts[entry] as number) * (rest[kinds[entry] as number] as number);
      shares[at] = (shares[at] as number) + sum;
    }
  }
  return null;
}

/** Cholesky's lower half in place; rows that follow from others are left out. */
function factor(square: Float64Array, size: number): void {
  let largest = 0;
  for (let at = 0; at < size; at++) largest = Math.max(largest, square[at * size + at] as number);
  for (let row = 0; row < size; row++) {
    const from = row * size;
    for (let column = 0; column <= row; column++) {
      const other = column * size;
      let sum = square[from + column] as number;
      for (let at = 0; at < column; at++) sum -= (square[from + at] as number) * (square[other + at] as number);
      const pivot = square[other + column] as number;
      if (column < row) square[from + column] = pivot === 0 ? 0 : sum / pivot;
      else square[from + row] = sum > FOLLOWS * largest ? Math.sqrt(sum) : 0;
    }
  }
}

function substitute(square: Float64Array, size: number, values: Float64Array): void {
  for (let row = 0; row < size; row++) {
    const pivot = square[row * size + row] as number;
    let sum = values[row] as number;
    for (let at = 0; at < row; at++) sum -= (square[row * size + at] as number) * (values[at] as number);
    values[row] = pivot === 0 ? 0 : sum / pivot;
  }
  for (let row = size - 1; row >= 0; row--) {
    const pivot = square[row * size + row] as number;
    const value = pivot === 0 ? 0 : (values[row] as number) / pivot;
    values[row] = value;
    if (value === 0) continue;
    for (let at = 0; at < row; at++) values[at] = (values[at] as number) - (square[row * size + at] as number) * value;
  }
}
