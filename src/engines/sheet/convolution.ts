/**
 * Planes one after another, each with a rim of zeros around: nine neighbours are read without asking where the edge is, and a
 * plane is walked through in one go, from its first row into its rim and on into the next. What stands in the rim of an answer
 * is nonsense, and nobody reads it. In doubles: what a processor reckons in, so that nothing is turned to and fro on the way.
 */
export function rimmed(picture: Float32Array, side: number): Float64Array {
  const wide = side + 2;
  const out = new Float64Array(wide * wide);
  for (let y = 0; y < side; y += 1) out.set(picture.subarray(y * side, (y + 1) * side), (y + 1) * wide + 1);
  return out;
}

/**
 * Adds to `out` (from `to` on) a rimmed plane (from `from` on) weighed by nine weights (from `tap` on): what belongs to column x
 * of row y comes to stand at y * (side + 2) + x. Six of nine neighbours are kept on the way: a third of the reading.
 */
export function addConvolved(
  out: Float64Array,
  to: number,
  rim: Float64Array,
  from: number,
  weights: Float64Array,
  tap: number,
  side: number,
): void {
  const a = weights[tap] as number;
  const b = weights[tap + 1] as number;
  const c = weights[tap + 2] as number;
  const d = weights[tap + 3] as number;
  const e = weights[tap + 4] as number;
  const f = weights[tap + 5] as number;
  const g = weights[tap + 6] as number;
  const h = weights[tap + 7] as number;
  const i = weights[tap + 8] as number;
  const wide = side + 2;
  let upper = from + 2;
  let middle = upper + wide;
  let lower = middle + wide;
  let p = rim[upper - 2] as number;
  let q = rim[upper - 1] as number;
  let r = rim[middle - 2] as number;
  let s = rim[middle - 1] as number;
  let u = rim[lower - 2] as number;
  let v = rim[lower - 1] as number;
  for (let at = to, end = to + side * wide - 2; at < end; at += 1, upper += 1, middle += 1, lower += 1) {
    const one = rim[upper] as number;
    const two = rim[middle] as number;
    const three = rim[lower] as number;
    out[at] = (out[at] as number) + (a * p + b * q + c * one) + (d * r + e * s + f * two) + (g * u + h * v + i * three);
    p = q;
    q = one;
    r = s;
    s = two;
    u = v;
    v = three;
  }
}

/** What is below 0 is 0, with a rim around. */
export function bent(full: Float64Array, planes: number, side: number): Float64Array {
  const wide = side + 2;
  const out = new Float64Array(planes * wide * wide);
  for (let row = 0; row < planes * side; row += 1) {
    const from = Math.floor(row / side) * wide * wide + (row % side) * wide;
    for (let x = 0; x < side; x += 1) out[from + wide + 1 + x] = Math.max(0, full[from + x] as number);
  }
  return out;
}

/** The largest of each four, and at least 0, with a rim around; an odd last row or column is left out. */
export function halvedMaxima(full: Float64Array, planes: number, side: number): Float64Array {
  const half = side >> 1;
  const wide = side + 2;
  const out = new Float64Array(planes * (half + 2) ** 2);
  for (let plane = 0; plane < planes; plane += 1)
    for (let y = 0; y < half; y += 1) {
      let from = plane * wide * wide + 2 * y * wide;
      let at = plane * (half + 2) ** 2 + (y + 1) * (half + 2) + 1;
      for (let x = 0; x < half; x += 1, from += 2, at += 1)
        out[at] = Math.max(
          0,
          full[from] as number,
          full[from + 1] as number,
          full[from + wide] as number,
          full[from + wide + 1] as number,
        );
    }
  return out;
}

/** Planes without their rims. */
export function unrimmed(field: Float64Array, planes: number, side: number): Float64Array {
  const wide = side + 2;
  const out = new Float64Array(planes * side * side);
  for (let row = 0; row < planes * side; row += 1) {
    const from = Math.floor(row / side) * wide * wide + ((row % side) + 1) * wide + 1;
    out.set(field.subarray(from, from + side), row * side);
  }
  return out;
}
