import type { Placing } from './bend.ts';
import { placingOf } from './bend.ts';
import type { Grey } from './grey.ts';
import type { Rect } from './layout.ts';
import type { SeenSheet } from './reading.ts';

/** A decoded photo, turned as it should be seen: red, green, blue (and a fourth that is passed over), row by row from the upper left. */
export interface Photo {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly channels: 3 | 4;
  readonly w: number;
  readonly h: number;
}

/** What the reader looks at: brightness as the eye has it. */
export function greyOf({ data, channels, w, h }: Photo): Grey {
  const grey = new Uint8Array(w * h);
  for (let at = 0, from = 0; at < grey.length; at += 1, from += channels)
    grey[at] = (77 * (data[from] as number) + 150 * (data[from + 1] as number) + 29 * (data[from + 2] as number)) >> 8;
  return { data: grey, w, h };
}

/** Knots were measured in a photo, and are a little wrong. */
const STIFFNESS = 3e-4;

/** Where each millimetre of the sheet lies in the photo. */
export function placingIn({ knots }: Pick<SeenSheet, 'knots'>): Placing | null {
  return placingOf(knots, STIFFNESS);
}

/** A part of the sheet, given in millimetres, laid flat and in colour: three channels. */
export function cropOf(photo: Photo, sheet: Pick<SeenSheet, 'knots'>, rect: Rect, pixelsPerMillimetre: number): Photo {
  const placing = placingIn(sheet);
  const [w, h] = [Math.ceil(rect.w * pixelsPerMillimetre), Math.ceil(rect.h * pixelsPerMillimetre)];
  const data = new Uint8Array(w * h * 3);
  if (placing) warp(photo, placing, rect, { data, w, h });
  return { data, channels: 3, w, h };
}

/** The bend is worked out at the corners of squares of so many pixels, and is even between them. */
const MESH = 16;

function warp(
  photo: Photo,
  placing: Placing,
  rect: Rect,
  { data, w, h }: { readonly data: Uint8Array; readonly w: number; readonly h: number },
): void {
  const [across, down] = [Math.ceil(w / MESH) + 1, Math.ceil(h / MESH) + 1];
  const mesh = Array.from({ length: across * down }, (_, at) =>
    placing({
      x: rect.x + ((at % across) * MESH * rect.w) / w,
      y: rect.y + (Math.floor(at / across) * MESH * rect.h) / h,
    }),
  );
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1) {
      const corner = Math.floor(y / MESH) * across + Math.floor(x / MESH);
      const [fx, fy] = [(x % MESH) / MESH, (y % MESH) / MESH];
      const [a, b] = [mesh[corner], mesh[corner + 1]];
      const [c, d] = [mesh[corner + across], mesh[corner + across + 1]];
      if (!a || !b || !c || !d) continue;
      const px = (a.x * (1 - fx) + b.x * fx) * (1 - fy) + (c.x * (1 - fx) + d.x * fx) * fy;
      const py = (a.y * (1 - fx) + b.y * fx) * (1 - fy) + (c.y * (1 - fx) + d.y * fx) * fy;
      copyPixel(photo, px, py, data, (y * w + x) * 3);
    }
}

function copyPixel({ data, channels, w, h }: Photo, x: number, y: number, out: Uint8Array, at: number): void {
  const left = Math.min(Math.max(x - 0.5, 0), w - 1.001);
  const top = Math.min(Math.max(y - 0.5, 0), h - 1.001);
  const [fx, fy] = [left - Math.floor(left), top - Math.floor(top)];
  const from = (Math.floor(top) * w + Math.floor(left)) * channels;
  const below = from + w * channels;
  for (let channel = 0; channel < 3; channel += 1) {
    const upper = (data[from + channel] as number) * (1 - fx) + (data[from + channels + channel] as number) * fx;
    const lower = (data[below + channel] as number) * (1 - fx) + (data[below + channels + channel] as number) * fx;
    out[at + channel] = Math.round(upper * (1 - fy) + lower * fy);
  }
}
