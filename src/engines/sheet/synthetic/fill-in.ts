import type { Named } from '../layout-json.ts';
import type { Kind } from '../network.ts';
import { type Canvas, type Colour, drawMark, type Nib } from './canvas.ts';
import type { Dice } from './dice.ts';
import { type Glyphs, type Mark, markOf, type Trouble, wilder } from './marks.ts';
import { narrowed, type Pen, penOf } from './pens.ts';

/** What stands in a box. */
export interface Truth {
  readonly id: string;
  readonly kind: Kind;
  readonly trouble: Trouble;
}

const INKS = [
  [20, 30, 110],
  [25, 25, 30],
  [180, 20, 30],
  [15, 110, 50],
  [90, 30, 120],
  [215, 95, 20],
  [20, 90, 170],
] as const;
/** Wax and felt in colours that are pale to the eye. */
const PALE = [
  [240, 150, 30],
  [235, 120, 160],
  [110, 190, 90],
  [90, 170, 225],
  [245, 205, 40],
  [160, 120, 200],
  [150, 110, 80],
] as const;
const HIGHLIGHTERS = [
  [250, 245, 70],
  [255, 150, 190],
  [150, 240, 130],
  [255, 190, 90],
  [130, 215, 250],
] as const;
const GRAPHITE = [60, 60, 62] as const;

/** What a table writes with: seldom more than one pen on a sheet. */
export function nibOf(pen: Pen, pixelsPerMillimetre: number, dice: Dice): Nib {
  const pencil = pen.name === 'pencil' || pen.name === 'faint pencil';
  const colour = pencil ? GRAPHITE : dice.oneOf(coloursOf(pen.name, dice));
  const dark = 1 - (0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]) / 255;
  // A coloured pen covers fully and is lighter than a black one; a pencil covers in part.
  const partly = pencil || (pen.name === 'crayon' && dark > 0.5);
  const cover = Math.min(1, partly ? pen.ink / dark : 0.75 + 0.25 * pen.ink);
  return { width: Math.max(2, pen.width * pixelsPerMillimetre), colour, cover, rough: pen.rough };
}

function coloursOf(pen: Pen['name'], { chance }: Dice): readonly Colour[] {
  if (pen === 'highlighter') return HIGHLIGHTERS;
  return (pen === 'crayon' || pen === 'felt pen') && chance(0.4) ? PALE : INKS;
}

/** How somebody fills a sheet in. */
export interface Hand {
  /** Of the boxes, those with nothing, a V and an X; the rest is odd. */
  readonly shares: readonly [empty: number, v: number, x: number];
  /** Marks lean, bend, are small and lie aside. */
  readonly wild: boolean;
}

/** Writes into every box of a page, on the page itself, and says what. */
export function fillIn(
  page: Canvas,
  pixelsPerMillimetre: number,
  boxes: readonly Named[],
  glyphs: Glyphs,
  dice: Dice,
  { shares, wild }: Hand,
): readonly Truth[] {
  const pen = penOf(dice, false);
  const nib = nibOf(pen, pixelsPerMillimetre, dice);
  return boxes.map((box): Truth => {
    const plain = markOf(kindFor(dice.next(), shares), glyphs, dice);
    const mark = wild ? wilder(plain, dice) : plain;
    // What lies over a box is laid on when the photo is taken; a box beside is written in for itself.
    if (mark.trouble === 'covered' || mark.trouble === 'neighbour')
      return { id: box.id, kind: 'empty', trouble: 'none' };
    const narrow = {
      ...nib,
      width: Math.min(nib.width, Math.max(2, narrowed(pen, mark, box.w).width * pixelsPerMillimetre)),
    };
    const own = mark.faint ? nibOf(penOf(dice, true), pixelsPerMillimetre, dice) : narrow;
    drawMark(page, placed(mark, box, pixelsPerMillimetre), own, dice);
    return { id: box.id, kind: mark.kind, trouble: mark.trouble };
  });
}

function kindFor(thrown: number, [empty, v, x]: readonly [number, number, number]): Kind {
  if (thrown < empty) return 'empty';
  if (thrown < empty + v) return 'V';
  return thrown < empty + v + x ? 'X' : 'other';
}

function placed({ strokes }: Mark, { x, y, w, h }: Named, pixelsPerMillimetre: number): Mark['strokes'] {
  return strokes.map((stroke) =>
    stroke.map(
      ([u, v]) => [(x + w / 2 + u * w) * pixelsPerMillimetre, (y + h / 2 + v * h) * pixelsPerMillimetre] as const,
    ),
  );
}
