import type { Dice } from './dice.ts';

/** How a photo was taken. Angles are degrees, lengths on the paper millimetres, pixels those of a photo 1,600 wide. */
export interface Scene {
  readonly long: number;
  readonly shape: number;
  /** Where the camera stands: away from straight above, from which side, and how it is held. */
  readonly tilt: number;
  readonly side: number;
  readonly roll: number;
  /** The share of the picture's width or height that the sheet fills. */
  readonly share: number;
  readonly barrel: number;
  readonly curl: number;
  readonly folds: readonly { readonly angle: number; readonly along: number; readonly off: number }[];
  readonly crumple: number;
  readonly blur: number;
  readonly drag: number;
  readonly shadow: number;
  readonly light: number;
  readonly tint: number;
  readonly noise: number;
  readonly sharpen: number;
  readonly quality: number;
  readonly stains: number;
  readonly glare: number;
  /** A hand that holds an edge, a cup that stands on it. */
  readonly hands: number;
  readonly cups: number;
  /** Printed so large; 1 is as meant. */
  readonly print: number;
}

export type Level = 'easy' | 'mixed' | 'hard';

/** Straight from above on a quiet afternoon. */
export const calm: Scene = {
  ...{ long: 1600, shape: 0.75, tilt: 4, side: 0, roll: 0, share: 0.9, barrel: 0, curl: 0, folds: [], crumple: 0 },
  ...{ blur: 0.5, drag: 0, shadow: 0, light: 0.85, tint: 0, noise: 0.008, sharpen: 0.3, quality: 88, stains: 0 },
  ...{ glare: 0, hands: 0, cups: 0, print: 1 },
};

export function sceneOf(level: Level, dice: Dice): Scene {
  const { between, chance, bell } = dice;
  const seldom = (share: number, low: number, high: number) => (chance(share) ? between(low, high) : 0);
  const turned = chance(level === 'easy' ? 0.15 : 0.4) ? dice.under(4) * 90 : 0;
  const fold = (steepest: number) => ({
    angle: between(3, steepest),
    along: chance(0.5) ? 0 : 90,
    off: chance(0.7) ? bell() * 8 : between(-90, 90),
  });
  const common = { shape: dice.oneOf([0.75, 0.75, 0.5625]), side: between(0, 360), tint: bell() * 0.06 };
  switch (level) {
    case 'easy':
      return {
        ...{
          ...calm,
          ...common,
          long: dice.oneOf([1280, 1600, 1600, 2048]),
          tilt: between(0, 14),
          roll: turned + bell() * 4,
        },
        ...{
          share: between(0.8, 0.97),
          barrel: between(0, 0.03),
          curl: seldom(0.3, 1, 5),
          crumple: seldom(0.2, 0.2, 1),
        },
        ...{
          blur: between(0.3, 0.9),
          shadow: seldom(0.4, 0.05, 0.3),
          light: between(0.65, 1),
          noise: between(0.003, 0.015),
        },
        ...{ sharpen: between(0, 0.8), quality: between(75, 95), stains: seldom(0.15, 1, 2) },
      };
    case 'mixed':
      return {
        ...{
          ...calm,
          ...common,
          long: dice.oneOf([1280, 1600, 1600, 2048]),
          tilt: between(4, 38),
          roll: turned + bell() * 12,
        },
        ...{
          share: between(0.66, 0.97),
          barrel: between(0, 0.06),
          curl: seldom(0.5, 3, 22),
          crumple: seldom(0.4, 0.5, 2.5),
        },
        ...{ folds: chance(0.3) ? [fold(8)] : [], blur: between(0.4, 1.8), drag: seldom(0.2, 1, 4) },
        ...{
          shadow: seldom(0.6, 0.1, 0.6),
          light: between(0.4, 1.1),
          noise: between(0.005, 0.035),
          sharpen: between(0, 1.5),
        },
        ...{ quality: between(45, 92), stains: seldom(0.35, 1, 4), glare: seldom(0.15, 0.1, 0.4) },
        ...{ hands: seldom(0.15, 1, 1.9), cups: seldom(0.06, 1, 1.9) },
      };
    default:
      return {
        ...{
          ...calm,
          ...common,
          long: dice.oneOf([1280, 1600, 1600, 2048]),
          tilt: between(20, 58),
          roll: between(0, 360),
        },
        ...{ share: between(0.6, 0.95), barrel: between(0, 0.1), curl: seldom(0.6, 8, 32), crumple: seldom(0.6, 1, 4) },
        ...{
          folds: Array.from({ length: dice.under(3) }, () => fold(16)),
          blur: between(0.6, 3.4),
          drag: seldom(0.4, 2, 8),
        },
        ...{
          shadow: seldom(0.8, 0.3, 0.85),
          light: between(0.2, 1.15),
          noise: between(0.01, 0.07),
          sharpen: between(0, 2),
        },
        ...{ quality: between(18, 80), stains: seldom(0.5, 1, 7), glare: seldom(0.3, 0.2, 0.6) },
        ...{ hands: seldom(0.3, 1, 2.5), cups: seldom(0.15, 1, 1.9) },
      };
  }
}
