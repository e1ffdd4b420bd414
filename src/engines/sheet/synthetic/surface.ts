import type { Point } from '../grey.ts';
import { type Homography, homographyOf } from '../plane.ts';
import type { Dice } from './dice.ts';
import type { Scene } from './scene.ts';

/** A sheet lying before a camera: where each millimetre of the paper is seen, and how bright it is there. */
export interface Surface {
  readonly w: number;
  readonly h: number;
  seen(place: Point): Point;
  /** 1 for flat paper. */
  bright(place: Point): number;
  /** From pixels to millimetres on the table, as if nothing were bent. */
  readonly table: Homography;
}

type Space = readonly [x: number, y: number, z: number];

export function surfaceOf(paper: { readonly w: number; readonly h: number }, scene: Scene, dice: Dice): Surface {
  const height = heightOf(paper, scene, dice);
  const turn = cameraOf(paper, scene, dice);
  const flat = ({ x, y }: Point): Space => [x - paper.w / 2, y - paper.h / 2, 0];
  const round = outline(paper).map((place) => turn(flat(place)));
  const [w, h] = sizeOf(round, scene);
  const [xs, ys] = [round.map(([x]) => x), round.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = scene.share * Math.min(w / (right - left), h / (bottom - top));
  const loose = { x: w - scale * (right - left), y: h - scale * (bottom - top) };
  const shift = { x: loose.x * dice.between(0.35, 0.65), y: loose.y * dice.between(0.35, 0.65) };
  const inPicture = ([x, y]: readonly [number, number]): Point => {
    const [px, py] = [(x - left) * scale + shift.x, (y - top) * scale + shift.y];
    const [dx, dy] = [(px - w / 2) / (w / 2), (py - h / 2) / (w / 2)];
    const pull = 1 - scene.barrel * (dx * dx + dy * dy);
    return { x: w / 2 + (px - w / 2) * pull, y: h / 2 + (py - h / 2) * pull };
  };
  const seen = (place: Point) => {
    const [x, y] = flat(place);
    return inPicture(turn([x, y, height(place)]));
  };
  const lamp = dice.between(0, 2 * Math.PI);
  const bright = ({ x, y }: Point) => {
    const [sx, sy] = [
      (height({ x: x + 2, y }) - height({ x: x - 2, y })) / 4,
      (height({ x, y: y + 2 }) - height({ x, y: y - 2 })) / 4,
    ];
    return Math.max(
      0.4,
      Math.min(1.25, 1 - 0.9 * (sx * Math.cos(lamp) + sy * Math.sin(lamp)) - 0.3 * (sx * sx + sy * sy)),
    );
  };
  const corners = outline(paper);
  const table = homographyOf(corners.map((to) => ({ from: inPicture(turn(flat(to))), to })));
  if (!table) throw new Error('The sheet is seen from its edge');
  return { w, h, seen, bright, table };
}

function outline({ w, h }: { readonly w: number; readonly h: number }): readonly Point[] {
  return [
    { x: 0, y: 0 },
    { x: w, y: 0 },
    { x: w, y: h },
    { x: 0, y: h },
  ];
}

/** Held along the sheet, as it is seen. */
function sizeOf(round: readonly (readonly [number, number])[], { long, shape }: Scene): readonly [number, number] {
  const [xs, ys] = [round.map(([x]) => x), round.map(([, y]) => y)];
  const wide = Math.max(...xs) - Math.min(...xs) >= Math.max(...ys) - Math.min(...ys);
  return wide ? [long, Math.round(long * shape)] : [Math.round(long * shape), long];
}

/** Millimetres above the table. */
function heightOf(
  paper: { readonly w: number; readonly h: number },
  scene: Scene,
  dice: Dice,
): (place: Point) => number {
  const [way, phase, bend] = [dice.between(0, Math.PI), dice.between(-0.6, 0.6), dice.chance(0.5) ? 1 : -1];
  const waves = Array.from({ length: scene.crumple > 0 ? 6 : 0 }, () => ({
    x: dice.bell() / 35,
    y: dice.bell() / 35,
    phase: dice.between(0, 6),
    high: (scene.crumple * dice.between(0.3, 1)) / 2,
  }));
  const creases = scene.folds.map(({ angle, along, off }) => {
    const turn = ((along + dice.bell() * 4) * Math.PI) / 180;
    return {
      steep: Math.tan((angle * Math.PI) / 180) * (dice.chance(0.5) ? 1 : -1),
      x: Math.cos(turn),
      y: Math.sin(turn),
      off,
    };
  });
  return ({ x, y }) => {
    const [u, v] = [x - paper.w / 2, y - paper.h / 2];
    const across = (u * Math.cos(way) + v * Math.sin(way)) / paper.w;
    let z = scene.curl * bend * (Math.cos(Math.PI * (across * 1.6 + phase)) - Math.cos(Math.PI * phase));
    for (const wave of waves) z += wave.high * Math.sin(u * wave.x + v * wave.y + wave.phase);
    for (const crease of creases) z += crease.steep * Math.abs(u * crease.x + v * crease.y - crease.off) * 0.5;
    return z;
  };
}

/** Turns the sheet before a camera that looks at its middle, and projects it. */
function cameraOf(
  paper: { readonly w: number },
  { tilt, side, roll }: Scene,
  dice: Dice,
): (place: Space) => readonly [number, number] {
  const [t, s, r] = [tilt, side, roll].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number];
  const far = paper.w * dice.between(1.15, 1.9);
  return ([x, y, z]) => {
    // Tip the table about a line on it: what lies to `side` moves away.
    const [along, across] = [x * Math.cos(s) + y * Math.sin(s), -x * Math.sin(s) + y * Math.cos(s)];
    const away = along * Math.sin(t) - z * Math.cos(t);
    const near = along * Math.cos(t) + z * Math.sin(t);
    const [px, py] = [near * Math.cos(s) - across * Math.sin(s), near * Math.sin(s) + across * Math.cos(s)];
    const depth = far / (far + away);
    const [qx, qy] = [px * depth, py * depth];
    return [qx * Math.cos(r) - qy * Math.sin(r), qx * Math.sin(r) + qy * Math.cos(r)];
  };
}
