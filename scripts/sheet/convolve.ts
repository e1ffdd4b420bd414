import { bench, type Convolution, numbers } from './learning.ts';

export function convolve({ side, wide, inputs, outputs, third, weights, biases, field, full }: Convolution): void {
  const start = full + (wide + 1) * outputs;
  numbers.copyWithin(start, biases.at, biases.at + outputs);
  const all = side * wide * outputs;
  for (let done = outputs; done < all; done *= 2)
    numbers.copyWithin(start + done, start, start + Math.min(done, all - done));
  for (let row = 0; row < 3; row += 1)
    bench.addProduct(
      ...([side * wide, outputs, 3 * inputs] as const),
      ...([field + row * wide * inputs, inputs, 1] as const),
      ...([weights.at + row * third * outputs, outputs] as const),
      ...([start, outputs] as const),
    );
}

/** What is below 0 is 0; point by point where it stood. */
export function bend({ side, wide, outputs, full }: Convolution, to: number): void {
  for (let y = 1; y <= side; y += 1)
    for (let at = (y * wide + 1) * outputs, end = at + side * outputs; at < end; at += 1)
      numbers[to + at] = Math.max(0, numbers[full + at] as number);
}

/** The largest of each four, and where it was (-1: nowhere, all were below 0). */
export function halve(
  { side, wide, outputs, full }: Convolution,
  from: Int32Array,
  to: number,
  toWide: number,
  rim: number,
): void {
  const half = side >> 1;
  for (let y = 0; y < half; y += 1)
    for (let x = 0; x < half; x += 1) {
      const upper = full + ((2 * y + 1) * wide + 2 * x + 1) * outputs;
      const lower = upper + wide * outputs;
      const target = to + ((y + rim) * toWide + x + rim) * outputs;
      const note = (y * half + x) * outputs;
      for (let c = 0; c < outputs; c += 1) {
        let most = 0;
        let where = -1;
        const one = numbers[upper + c] as number;
        const two = numbers[upper + outputs + c] as number;
        const three = numbers[lower + c] as number;
        const four = numbers[lower + outputs + c] as number;
        if (one > most) {
          most = one;
          where = upper + c;
        }
        if (two > most) {
          most = two;
          where = upper + outputs + c;
        }
        if (three > most) {
          most = three;
          where = lower + c;
        }
        if (four > most) {
          most = four;
          where = lower + outputs + c;
        }
        numbers[target + c] = most;
        from[note + c] = where < 0 ? -1 : where - full;
      }
    }
}

/** Slopes go back where something passed; `next` still holds what passed. */
export function unbend({ side, wide, outputs, onFull, biases }: Convolution, next: Convolution): void {
  numbers.fill(0, onFull, onFull + wide * wide * outputs);
  for (let y = 1; y <= side; y += 1)
    for (let at = (y * wide + 1) * outputs, end = at + side * outputs; at < end; at += 1) {
      if (numbers[next.field + at] === 0) continue;
      const slope = numbers[next.onField + at] as number;
      numbers[onFull + at] = slope;
      const bias = biases.slope + (at % outputs);
      numbers[bias] = (numbers[bias] as number) + slope;
    }
}

/** Slopes go back to where the largest of each four stood; everywhere else is none. */
export function spread(
  { side, wide, outputs, onFull, biases }: Convolution,
  from: Int32Array,
  on: number,
  onWide: number,
  rim: number,
): void {
  const half = side >> 1;
  numbers.fill(0, onFull, onFull + wide * wide * outputs);
  for (let y = 0; y < half; y += 1)
    for (let x = 0; x < half; x += 1) {
      const source = on + ((y + rim) * onWide + x + rim) * outputs;
      const note = (y * half + x) * outputs;
      for (let c = 0; c < outputs; c += 1) {
        const where = from[note + c] as number;
        if (where < 0) continue;
        const slope = numbers[source + c] as number;
        numbers[onFull + where] = slope;
        numbers[biases.slope + c] = (numbers[biases.slope + c] as number) + slope;
      }
    }
}

export function backConvolved(convolution: Convolution, further: boolean): void {
  const { side, wide, inputs, outputs, third, weights, field, onField, onFull, mirrored } = convolution;
  const start = onFull + (wide + 1) * outputs;
  for (let row = 0; row < 3; row += 1)
    bench.addProduct(
      ...([third, outputs, side * wide] as const),
      ...([field + row * wide * inputs, 1, inputs] as const),
      ...([start, outputs] as const),
      ...([weights.slope + row * third * outputs, outputs] as const),
    );
  if (!further) return;
  const to = onField + (wide + 1) * inputs;
  numbers.fill(0, to, to + side * wide * inputs);
  for (let row = 0; row < 3; row += 1)
    bench.addProduct(
      ...([side * wide, inputs, 3 * outputs] as const),
      ...([onFull + row * wide * outputs, outputs, 1] as const),
      ...([mirrored + row * 3 * outputs * inputs, inputs] as const),
      ...([to, inputs] as const),
    );
}
