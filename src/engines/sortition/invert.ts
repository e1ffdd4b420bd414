/** Gauss-Jordan with the largest pivot of each column; `matrix` is used up. */
export function invert(matrix: Float64Array, inverse: Float64Array, m: number): boolean {
  inverse.fill(0);
  for (let at = 0; at < m; at++) inverse[at * m + at] = 1;
  for (let column = 0; column < m; column++) {
    let pivot = column;
    for (let row = column + 1; row < m; row++) {
      if (Math.abs(matrix[row * m + column] as number) > Math.abs(matrix[pivot * m + column] as number)) pivot = row;
    }
    const size = matrix[pivot * m + column] as number;
    if (Math.abs(size) < 1e-11) return false;
    if (pivot !== column) for (const array of [matrix, inverse]) swapRows(array, m, pivot, column);
    for (const array of [matrix, inverse]) {
      for (let at = 0; at < m; at++) array[column * m + at] = (array[column * m + at] as number) / size;
    }
    for (let row = 0; row < m; row++) {
      const factor = matrix[row * m + column] as number;
      if (row === column || factor === 0) continue;
      for (let at = column; at < m; at++) {
        matrix[row * m + at] = (matrix[row * m + at] as number) - factor * (matrix[column * m + at] as number);
      }
      for (let at = 0; at < m; at++) {
        inverse[row * m + at] = (inverse[row * m + at] as number) - factor * (inverse[column * m + at] as number);
      }
    }
  }
  return true;
}

function swapRows(array: Float64Array, m: number, one: number, other: number): void {
  for (let at = 0; at < m; at++) {
    const kept = array[one * m + at] as number;
    array[one * m + at] = array[other * m + at] as number;
    array[other * m + at] = kept;
  }
}
