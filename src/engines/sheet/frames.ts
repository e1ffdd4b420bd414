import type { Placing } from './bend.ts';
import { type Grey, greyAt, type Point } from './grey.ts';
import type { Named } from './layout-json.ts';
import { type Homography, homographyOf, mapped } from './plane.ts';

/** The printed frame of a box as it is seen: how far it lies from where it was expected, and how plainly. */
export interface Frame {
  /** Millimetres to the right and down. */
  readonly dx: number;
  readonly dy: number;
  /** How much darker than the paper the frame is, 0 to 1: the mean of its sides. */
  readonly contrast: number;
  /** Sides that were found, of four. */
  readonly sides: number;
}

/** Half of the frame's width, which the layout counts to the box. */
const HALF_LINE = 0.3;
/** How far from its place a side is sought, as a share of the box. */
const REACH = 0.34;
const STEPS = 45;
const ALONG = 14;
const FAINTEST = 0.05;

export function frameOf(grey: Grey, bent: Placing, box: Named): Frame {
  const placing = planeOf(bent, box);
  if (!placing) return { dx: 0, dy: 0, contrast: 0, sides: 0 };
  const left = sideOf(grey, placing, box, { x: HALF_LINE, y: box.h / 2 }, { x: 1, y: 0 });
  const right = sideOf(grey, placing, box, { x: box.w - HALF_LINE, y: box.h / 2 }, { x: 1, y: 0 });
  const top = sideOf(grey, placing, box, { x: box.w / 2, y: HALF_LINE }, { x: 0, y: 1 });
  const bottom = sideOf(grey, placing, box, { x: box.w / 2, y: box.h - HALF_LINE }, { x: 0, y: 1 });
  const [across, down] = [together(left, right, box.w), together(top, bottom, box.h)];
  const sides = [left, right, top, bottom].filter(({ contrast }) => contrast >= FAINTEST);
  return {
    dx: across ?? 0,
    dy: down ?? 0,
    contrast: sides.reduce((sum, { contrast }) => sum + contrast, 0) / 4,
    sides: across === null || down === null ? Math.min(sides.length, 1) : sides.length,
  };
}

/** Over a box and its surroundings even bent paper is as good as flat, and a plane is quickly reckoned. */
function planeOf(placing: Placing, { x, y, w, h }: Named): Homography | null {
  const corners = [
    { x: x - w / 2, y: y - h / 2 },
    { x: x + 1.5 * w, y: y - h / 2 },
    { x: x + 1.5 * w, y: y + 1.5 * h },
    { x: x - w / 2, y: y + 1.5 * h },
  ];
  return homographyOf(corners.map((from) => ({ from, to: placing(from) })));
}

interface Side {
  readonly off: number;
  readonly contrast: number;
}

/** Two opposite sides move together; when they do not, the plainer one is believed, and null says that none was seen. */
function together(one: Side, other: Side, width: number): number | null {
  const seen = [one, other].filter(({ contrast }) => contrast >= FAINTEST);
  if (seen.length === 0) return null;
  if (seen.length === 2 && Math.abs(one.off - other.off) > 0.12 * width)
    return (one.contrast > other.contrast ? one : other).off;
  return seen.reduce((sum, { off }) => sum + off, 0) / seen.length;
}

/** Sweeps a line as long as most of the side over its place, and takes where it is darkest, the nearer the rather. */
function sideOf(grey: Grey, placing: Homography, box: Named, middle: Point, step: Point): Side {
  const reach = REACH * box.w;
  const profile = Array.from({ length: STEPS }, (_, at) => {
    const off = reach * ((2 * at) / (STEPS - 1) - 1);
    return {
      off,
      grey: meanAlong(grey, placing, box, { x: middle.x + step.x * off, y: middle.y + step.y * off }, step),
    };
  });
  const paper = [...profile].sort((one, other) => other.grey - one.grey)[Math.floor(STEPS / 4)]?.grey ?? 255;
  let best = 0;
  let most = 0;
  for (const [at, { off, grey: value }] of profile.entries()) {
    const score = (1 - value / paper) * (1 - 0.5 * Math.abs(off / reach));
    if (score > most) [most, best] = [score, at];
  }
  const here = profile[best] as { off: number; grey: number };
  const [before, after] = [profile[best - 1]?.grey ?? here.grey, profile[best + 1]?.grey ?? here.grey];
  const bend = before - 2 * here.grey + after;
  const between = bend > 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0;
  return { off: here.off + (between * 2 * reach) / (STEPS - 1), contrast: Math.max(0, 1 - here.grey / paper) };
}

function meanAlong(grey: Grey, placing: Homography, box: Named, middle: Point, step: Point): number {
  let sum = 0;
  for (let at = 0; at < ALONG; at += 1) {
    const share = 0.7 * (at / (ALONG - 1) - 0.5);
    const place = mapped(placing, {
      x: box.x + middle.x + share * box.w * step.y,
      y: box.y + middle.y + share * box.h * step.x,
    });
    sum += greyAt(grey, place.x, place.y);
  }
  return sum / ALONG;
}
