import type { Placing } from './bend.ts';
import { type Grey, greyAt, type Point } from './grey.ts';
import type { Named } from './layout-json.ts';
import { evened, PATCH, PATCH_WIDTHS } from './own-frame.ts';
import type { Photo } from './photo.ts';
import type { Picture } from './picture.ts';
import { type Homography, homographyOf, mapped } from './plane.ts';

/** A box with its surroundings laid flat: darkness from 0 (paper) to 1 (black), row by row; and its width in pixels of the picture. */
export interface Patch {
  readonly darkness: Float32Array;
  readonly pixels: number;
}

/** `off` is how far the frame lies from its place, in millimetres. */
export function patchOf({ photo, pyramid }: Picture, placing: Placing, box: Named, off: Point): Patch | null {
  const half = { x: (box.w * PATCH_WIDTHS) / 2, y: (box.h * PATCH_WIDTHS) / 2 };
  const middle = { x: box.x + box.w / 2 + off.x, y: box.y + box.h / 2 + off.y };
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([x = 0, y = 0]) => ({
    from: { x: ((x + 1) / 2) * PATCH, y: ((y + 1) / 2) * PATCH },
    to: placing({ x: middle.x + x * half.x, y: middle.y + y * half.y }),
  }));
  const plane = homographyOf(corners);
  if (!plane) return null;
  const width = Math.sqrt(areaOf(corners.map(({ to }) => to)));
  const level = Math.max(0, Math.min(pyramid.length - 1, Math.floor(Math.log2(width / PATCH))));
  const [grey, scale] = [pyramid[level] as Grey, 2 ** level];
  const seen = new Float32Array(PATCH * PATCH);
  for (let at = 0; at < seen.length; at += 1) {
    let sum = 0;
    for (const [x, y] of PARTS) {
      const place = mapped(plane, { x: (at % PATCH) + x, y: Math.floor(at / PATCH) + y });
      sum += greyAt(grey, place.x / scale, place.y / scale);
    }
    seen[at] = sum / PARTS.length;
  }
  return { darkness: evened(withColour(againstPaper(seen), photo, plane)), pixels: width / PATCH_WIDTHS };
}

/** What noise and the compression of photos make of white paper. */
const FAINTEST_COLOUR = 0.06;

/**
 * Ink that is pale to the eye takes one colour from the light all the same: yellow its blue. So where a colour is darker than the
 * grey, as much is added; softened, since a photo's colours are coarser than its light.
 */
function withColour(darkness: Float32Array, photo: Photo, plane: Homography): Float32Array {
  const [red, green, blue] = coloursIn(photo, plane).map(againstPaper) as [Float32Array, Float32Array, Float32Array];
  const more = red.map((dark, at) => {
    const [g, b] = [green[at] as number, blue[at] as number];
    return Math.max(dark, g, b) - 0.3 * dark - 0.59 * g - 0.11 * b;
  });
  return darkness.map((dark, at) => Math.min(1, dark + Math.max(0, meanAround(more, at) - FAINTEST_COLOUR)));
}

/** Red, green and blue of a patch: what noise there is goes away when neighbours are put together. */
function coloursIn({ data, channels, w, h }: Photo, plane: Homography): readonly Float32Array[] {
  const seen = [0, 1, 2].map(() => new Float32Array(PATCH * PATCH));
  for (let at = 0; at < PATCH * PATCH; at += 1)
    for (const [x, y] of PARTS) {
      const place = mapped(plane, { x: (at % PATCH) + x, y: Math.floor(at / PATCH) + y });
      const column = Math.max(0, Math.min(w - 1, Math.floor(place.x)));
      const from = (Math.max(0, Math.min(h - 1, Math.floor(place.y))) * w + column) * channels;
      for (let channel = 0; channel < 3; channel += 1) {
        const colour = seen[channel] as Float32Array;
        colour[at] = (colour[at] as number) + (data[from + channel] as number) / PARTS.length;
      }
    }
  return seen;
}

/** Of a point and its eight neighbours; along the edge of those that there are. */
function meanAround(values: Float32Array, at: number): number {
  const [x, y] = [at % PATCH, Math.floor(at / PATCH)];
  const [left, right] = [Math.max(0, x - 1), Math.min(PATCH - 1, x + 1)];
  const [top, bottom] = [Math.max(0, y - 1), Math.min(PATCH - 1, y + 1)];
  let sum = 0;
  for (let v = top; v <= bottom; v += 1) for (let u = left; u <= right; u += 1) sum += values[v * PATCH + u] as number;
  return sum / ((right - left + 1) * (bottom - top + 1));
}

const PARTS = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
] as const;

function areaOf(corners: readonly Point[]): number {
  const doubled = corners.reduce((sum, { x, y }, at) => {
    const next = corners[(at + 1) % corners.length] as Point;
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

/** Each quarter of the patch has mostly paper: its lighter pixels say how bright paper is there, and between them it changes evenly. */
export function againstPaper(seen: Float32Array): Float32Array {
  const half = PATCH / 2;
  const paper = [0, 1, 2, 3].map((quarter) => {
    const values = new Float32Array(half * half);
    const start = (quarter >> 1) * half * PATCH + (quarter & 1) * half;
    for (let y = 0; y < half; y += 1) values.set(seen.subarray(start + y * PATCH, start + y * PATCH + half), y * half);
    return values.sort()[Math.floor(values.length * 0.85)] as number;
  });
  return seen.map((grey, at) => {
    const x = Math.max(0, Math.min(1, ((at % PATCH) - half / 2) / half));
    const y = Math.max(0, Math.min(1, (Math.floor(at / PATCH) - half / 2) / half));
    const upper = (paper[0] as number) * (1 - x) + (paper[1] as number) * x;
    const lower = (paper[2] as number) * (1 - x) + (paper[3] as number) * x;
    return Math.max(0, Math.min(1, 1 - grey / Math.max(1, upper * (1 - y) + lower * y)));
  });
}
