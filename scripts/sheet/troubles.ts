import type { Dice } from '../../src/engines/sheet/synthetic/dice.ts';
import { calm, type Scene, sceneOf } from '../../src/engines/sheet/synthetic/scene.ts';

/** One thing wrong at a time, in an otherwise calm photo; each from where it begins to where it ends. */
const TROUBLES: Readonly<Record<string, (dice: Dice) => Partial<Scene>>> = {
  tilt: ({ between }) => ({ tilt: between(25, 60), side: between(0, 360) }),
  turned: ({ between }) => ({ roll: between(0, 360) }),
  small: ({ between }) => ({ share: between(0.4, 0.7), long: 1280 }),
  curl: ({ between }) => ({ curl: between(10, 40) }),
  fold: ({ between, chance, bell }) => ({
    folds: Array.from({ length: chance(0.5) ? 1 : 2 }, (_, at) => ({
      angle: between(5, 20),
      along: at * 90,
      off: bell() * 8,
    })),
  }),
  blur: ({ between }) => ({ blur: between(1.2, 4) }),
  motion: ({ between }) => ({ drag: between(2, 11) }),
  shadow: ({ between }) => ({ shadow: between(0.4, 0.9) }),
  dark: ({ between }) => ({ light: between(0.12, 0.4), noise: between(0.02, 0.09) }),
  glare: ({ between }) => ({ glare: between(0.2, 0.8) }),
  jpeg: ({ between }) => ({ quality: between(6, 40) }),
  stains: ({ between }) => ({ stains: between(3, 12) }),
  hand: ({ between }) => ({ hands: between(1, 3) }),
  cup: () => ({ cups: 1 }),
  'printed small': ({ between }) => ({ print: between(0.93, 0.97) }),
};

export const TROUBLE_NAMES = Object.keys(TROUBLES);

/** A scene of a level (easy, mixed, hard), or with one trouble. */
export function sceneFor(set: string, dice: Dice): Scene {
  if (set === 'easy' || set === 'mixed' || set === 'hard') return sceneOf(set, dice);
  const trouble = TROUBLES[set];
  if (!trouble) throw new Error(`There is no set "${set}": easy, mixed, hard, ${TROUBLE_NAMES.join(', ')}`);
  return { ...calm, roll: dice.bell() * 4, blur: dice.between(0.4, 0.8), ...trouble(dice) };
}
