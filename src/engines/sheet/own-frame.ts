/** Pixels along the side of the little picture of a box that the network reads. */
export const PATCH = 40;
/** It shows so many box widths: a mark may swing out of its box, and a small one must still be seen plainly. */
export const PATCH_WIDTHS = 5 / 3;

/** Where the middle of the printed frame's first side lies in a patch, in pixels. */
export const FRAME_AT = PATCH / 2 - PATCH / PATCH_WIDTHS / 2;
/** How far from there it may be seen. */
const FRAME_OFF = 2;
/** The corners are left out: there two sides meet. */
const CORNER = 2;
const LONG = PATCH / PATCH_WIDTHS - 2 * CORNER;
/** As dark as the frame is in a sharp photo; and by how much a pale patch is made darker at most. */
const FRAME_DARK = 0.25;
const MOST_GAIN = 3.5;

/**
 * Blur and haze make frame and strokes pale alike: a patch whose frame is pale is made darker until the frame is as dark as in a
 * sharp photo. What is paler than the frame stays so, for that is what makes a mark faint.
 */
export function evened(darkness: Float32Array): Float32Array {
  const dark = sidesOf(darkness).map(({ darkest }) => darkest);
  // A stroke along a side makes it darker, so the paler of the middle two counts.
  const gain = Math.max(1, Math.min(MOST_GAIN, FRAME_DARK / Math.max(1e-3, secondLeast(dark))));
  return darkness.map((each) => Math.min(1, each * gain));
}

/**
 * How surely the frame stands out from what is beside it: how many times the doubt that noise leaves, by the second weakest of
 * the four sides. Where a frame drowns a stroke does too, and where there is none, the box is somewhere else.
 */
export function clarityOf(darkness: Float32Array): number {
  return secondLeast(sidesOf(darkness).map((side) => clarityAlong(darkness, side)));
}

interface Side {
  /** The line of pixels where the side is darkest, its first pixel, and the steps along it and across. */
  readonly from: number;
  readonly along: number;
  readonly across: number;
  /** What half of that line's pixels exceed. */
  readonly darkest: number;
}

function sidesOf(darkness: Float32Array): readonly Side[] {
  const [low, high] = [FRAME_AT, PATCH - 1 - FRAME_AT];
  return [
    sideAt(darkness, low, 1, PATCH),
    sideAt(darkness, high, 1, PATCH),
    sideAt(darkness, low, PATCH, 1),
    sideAt(darkness, high, PATCH, 1),
  ];
}

function sideAt(darkness: Float32Array, at: number, across: number, along: number): Side {
  const values = new Float32Array(LONG);
  let best: Side = { from: at * across + (FRAME_AT + CORNER) * along, along, across, darkest: 0 };
  for (let off = -FRAME_OFF; off <= FRAME_OFF; off += 1) {
    const from = (at + off) * across + (FRAME_AT + CORNER) * along;
    for (let step = 0; step < LONG; step += 1) values[step] = darkness[from + step * along] as number;
    const darkest = values.sort()[LONG >> 1] as number;
    if (darkest > best.darkest) best = { from, along, across, darkest };
  }
  return best;
}

function clarityAlong(darkness: Float32Array, { from, along, across }: Side): number {
  const more = Float64Array.from({ length: LONG }, (_, step) => {
    const at = from + step * along;
    const beside = [-4, -3, 3, 4].reduce((sum, off) => sum + (darkness[at + off * across] as number), 0);
    return (darkness[at] as number) - beside / 4;
  });
  const mean = more.reduce((sum, value) => sum + value, 0) / LONG;
  const spread = Math.sqrt(more.reduce((sum, value) => sum + (value - mean) ** 2, 0) / LONG);
  return mean / (spread / Math.sqrt(LONG) + 1e-3);
}

function secondLeast(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[1] ?? 0;
}
