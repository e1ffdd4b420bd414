/** Planes one after another, each with a rim of zeros around: then nine neighbours are read without asking where the edge is. */
export function rimmed(field: Float32Array, planes: number, side: number): Float32Array {
  const wide = side + 2;
  const out = new Float32Array(planes * wide * wide);
  for (let plane = 0; plane < planes; plane += 1)
    for (let y = 0; y < side; y += 1) {
      const from = plane * side * side + y * side;
      out.set(field.subarray(from, from + side), plane * wide * wide + (y + 1) * wide + 1);
    }
  return out;
}

/** Adds to `out` (from `to` on, `side` by `side`) a rimmed plane (from `from` on) weighed by nine weights (from `tap` on). */
export function addConvolved(
  out: Float32Array,
  to: number,
  rim: Float32Array,
  from: number,
  weights: Float32Array,
  tap: number,
  side: number,
): void {
  const [a, b, c] = [weights[tap] as number, weights[tap + 1] as number, weights[tap + 2] as number];
  const [d, e, f] = [weights[tap + 3] as number, weights[tap + 4] as number, weights[tap + 5] as number];
  const [g, h, i] = [weights[tap + 6] as number, weights[tap + 7] as number, weights[tap + 8] as number];
  const wide = side + 2;
  for (let y = 0; y < side; y += 1) {
    let upper = from + y * wide;
    let middle = upper + wide;
    let lower = middle + wide;
    for (let at = to + y * side, end = at + side; at < end; at += 1, upper += 1, middle += 1, lower += 1)
      out[at] =
        (out[at] as number) +
        a * (rim[upper] as number) +
        b * (rim[upper + 1] as number) +
        c * (rim[upper + 2] as number) +
        d * (rim[middle] as number) +
        e * (rim[middle + 1] as number) +
        f * (rim[middle + 2] as number) +
        g * (rim[lower] as number) +
        h * (rim[lower + 1] as number) +
        i * (rim[lower + 2] as number);
  }
}
