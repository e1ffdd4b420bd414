import type { Named } from '../layout-json.ts';
import type { Kind } from '../network.ts';
import { type Canvas, drawMark, type Nib } from './canvas.ts';
import type { Dice } from './dice.ts';
import { type Glyphs, type Mark, markOf, type Trouble } from './marks.ts';
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
const GRAPHITE = [60, 60, 62] as const;

/** What a table writes with: seldom more than one pen on a sheet. */
export function nibOf(pen: Pen, pixelsPerMillimetre: number, dice: Dice): Nib {
  const pencil = pen.name === 'pencil' || pen.name === 'faint pencil';
  const colour = pencil ? GRAPHITE : dice.oneOf(INKS);
  const dark = 1 - (0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]) / 255;
  // A coloured pen covers fully and is lighter than a black one; a pencil covers in part.
  const cover = Math.min(1, pencil || pen.name === 'crayon' ? pen.ink / dark : 0.75 + 0.25 * pen.ink);
  return { width: Math.max(2, pen.width * pixelsPerMillimetre), colour, cover, rough: pen.rough };
}

/** Writes into every box of a page, on the page itself, and says what. `shares` are those of empty, V, X; the rest is odd. */
export function fillIn(
  page: Canvas,
  pixelsPerMillimetre: number,
  boxes: readonly Named[],
  glyphs: Glyphs,
  dice: Dice,
  shares: readonly [number, number, number] = [0.45, 0.26, 0.23],
): readonly Truth[] {
  const pen = penOf(dice, false);
  const nib = nibOf(pen, pixelsPerMillimetre, dice);
  return boxes.map((box): Truth => {
    const mark = markOf(kindFor(dice.next(), shares), glyphs, dice);
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
