import type { Dice } from './dice.ts';
import type { Scene } from './scene.ts';

/** Something on the table or in the paper, in millimetres of the flat sheet. */
export interface Thing {
  /** A hand or a cup hides what is below; a stain dyes it. */
  readonly solid: boolean;
  /** 0 to 1. */
  readonly colour: readonly [number, number, number];
  /** How much of it there is at a place, 0 to 1. */
  inside(x: number, y: number): number;
}

export function throwThings(
  paper: { readonly w: number; readonly h: number },
  scene: Scene,
  dice: Dice,
): readonly Thing[] {
  return [
    ...Array.from({ length: Math.floor(scene.stains) }, () => stain(paper, dice)),
    ...Array.from({ length: Math.floor(scene.hands) }, () => hand(paper, dice)),
    ...Array.from({ length: Math.floor(scene.cups) }, () => cup(paper, dice)),
  ];
}

function soft(far: number, edge: number): number {
  return Math.max(0, Math.min(1, 0.5 - far / edge));
}

/** A ring of coffee, a drop, or a greasy spot. */
function stain({ w, h }: { readonly w: number; readonly h: number }, dice: Dice): Thing {
  const [x0, y0] = [dice.between(0, w), dice.between(0, h)];
  const ring = dice.chance(0.4);
  const size = ring ? dice.between(28, 42) : dice.between(1.5, 16);
  const thick = dice.between(1.5, 4);
  const [much, inner] = [dice.between(0.15, 0.6), ring ? dice.between(0, 0.3) : dice.between(0.6, 1)];
  const wave = dice.between(0, 6);
  return {
    solid: false,
    colour: dice.oneOf([
      [0.5, 0.33, 0.16],
      [0.62, 0.45, 0.28],
      [0.55, 0.12, 0.2],
      [0.8, 0.78, 0.62],
    ]),
    inside(x, y) {
      if (Math.abs(x - x0) > size + 6 || Math.abs(y - y0) > size + 6) return 0;
      const far = Math.hypot(x - x0, y - y0) + Math.sin(3 * Math.atan2(y - y0, x - x0) + wave) * size * 0.04;
      const edge = soft(Math.abs(far - size) - thick / 2, 1.5);
      return much * Math.max(edge, inner * soft(far - size, 1.5));
    },
  };
}

/** Fingers over an edge of the sheet. */
function hand({ w, h }: { readonly w: number; readonly h: number }, dice: Dice): Thing {
  const side = dice.under(4);
  const along = dice.between(0.05, 0.95);
  const [x0 = 0, y0 = 0] = [
    [w * along, h + 20],
    [w * along, -20],
    [-20, h * along],
    [w + 20, h * along],
  ][side] ?? [0, 0];
  const way = ([-1, 1, 0, 0][side] ?? 0) * (Math.PI / 2) + ([0, 0, 0, Math.PI][side] ?? 0) + dice.bell() * 0.3;
  const reach = dice.between(30, 62);
  const fingers = Array.from({ length: 1 + dice.under(4) }, (_, at) => ({
    off: (at - 1) * dice.between(17, 21),
    long: reach * (1 - 0.12 * Math.abs(at - 1)),
    thick: dice.between(7.5, 10),
  }));
  const tone = dice.between(0.3, 1);
  return {
    solid: true,
    colour: [0.35 + 0.5 * tone, 0.22 + 0.42 * tone, 0.15 + 0.38 * tone],
    inside(x, y) {
      const along = (x - x0) * Math.cos(way) + (y - y0) * Math.sin(way);
      const across = -(x - x0) * Math.sin(way) + (y - y0) * Math.cos(way);
      let most = 0;
      for (const finger of fingers) {
        const past = Math.max(0, along - finger.long);
        most = Math.max(most, soft(Math.hypot(past, across - finger.off) - finger.thick, 1.2) * (along > -200 ? 1 : 0));
      }
      return most;
    },
  };
}

/** Stands on the edge, seen from above. */
function cup({ w, h }: { readonly w: number; readonly h: number }, dice: Dice): Thing {
  const place = dice.oneOf([
    [0, 0],
    [w, 0],
    [0, h],
    [w, h],
    [w / 2, 0],
    [w / 2, h],
    [0, h / 2],
    [w, h / 2],
  ] as const);
  const [x0, y0, size] = [place[0] + dice.bell() * 14, place[1] + dice.bell() * 14, dice.between(34, 44)];
  const white = dice.between(0.15, 0.95);
  return {
    solid: true,
    colour: [white, white * 0.97, white * 0.93],
    inside: (x, y) => soft(Math.hypot(x - x0, y - y0) - size, 1.5),
  };
}
