/** A picture in greys: 0 is black, 255 white, row by row from the upper left. */
export interface Grey {
  readonly data: Uint8Array;
  readonly w: number;
  readonly h: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Half as wide and high, each pixel the mean of four. */
export function halved({ data, w, h }: Grey): Grey {
  const small = { w: w >> 1, h: h >> 1 };
  const out = new Uint8Array(small.w * small.h);
  for (let y = 0; y < small.h; y += 1) {
    let above = 2 * y * w;
    for (let x = 0, at = y * small.w; x < small.w; x += 1, at += 1, above += 2)
      out[at] =
        ((data[above] as number) +
          (data[above + 1] as number) +
          (data[above + w] as number) +
          (data[above + w + 1] as number) +
          2) >>
        2;
  }
  return { data: out, ...small };
}

/** Each pixel the mean of nine, so that the noise of a dark photo does not fall into a thousand specks. The edge stays as it is. */
export function smoothed({ data, w, h }: Grey): Grey {
  const out = data.slice();
  for (let y = 1; y < h - 1; y += 1) {
    const start = y * w;
    let before = 0;
    let here = (data[start - w] as number) + (data[start] as number) + (data[start + w] as number);
    for (let at = start; at < start + w - 1; at += 1) {
      const after = (data[at - w + 1] as number) + (data[at + 1] as number) + (data[at + w + 1] as number);
      if (at > start) out[at] = ((before + here + after) * 7282 + 32768) >> 16;
      before = here;
      here = after;
    }
  }
  return { data: out, w, h };
}

/** The grey at a place between pixels; the middle of the first pixel is (0.5, 0.5). Outside it is as at the edge. */
export function greyAt({ data, w, h }: Grey, x: number, y: number): number {
  const left = Math.min(Math.max(x - 0.5, 0), w - 1.001);
  const top = Math.min(Math.max(y - 0.5, 0), h - 1.001);
  const at = (top | 0) * w + (left | 0);
  const right = left - (left | 0);
  const below = top - (top | 0);
  const upper = (data[at] as number) * (1 - right) + (data[at + 1] as number) * right;
  const lower = (data[at + w] as number) * (1 - right) + (data[at + w + 1] as number) * right;
  return upper * (1 - below) + lower * below;
}

/** Sums over rectangles in four steps: `sum(x, y)` of all pixels above and to the left. */
export function integralOf({ data, w, h }: Grey): Float64Array {
  const sums = new Float64Array((w + 1) * (h + 1));
  for (let y = 0; y < h; y += 1) {
    let row = 0;
    for (let x = 0; x < w; x += 1) {
      row += data[y * w + x] as number;
      sums[(y + 1) * (w + 1) + x + 1] = (sums[y * (w + 1) + x + 1] as number) + row;
    }
  }
  return sums;
}

/**
 * Where the picture is darker than its neighbourhood: 1 there, else 0. `reach` is half the side of the neighbourhood in
 * pixels, `share` how much darker, so that light and shadow over the paper do not matter.
 */
export function darkerThanAround(grey: Grey, sums: Float64Array, reach: number, share: number): Uint8Array {
  const { data, w, h } = grey;
  const dark = new Uint8Array(w * h);
  for (let y = 0; y < h; y += 1) {
    const top = Math.max(0, y - reach) * (w + 1);
    const bottom = Math.min(h, y + reach + 1) * (w + 1);
    const high = (bottom - top) / (w + 1);
    for (let x = 0; x < w; x += 1) {
      const left = Math.max(0, x - reach);
      const right = Math.min(w, x + reach + 1);
      const sum =
        (sums[bottom + right] as number) -
        (sums[bottom + left] as number) -
        (sums[top + right] as number) +
        (sums[top + left] as number);
      if ((data[y * w + x] as number) * high * (right - left) < sum * (1 - share) - 3) dark[y * w + x] = 1;
    }
  }
  return dark;
}
