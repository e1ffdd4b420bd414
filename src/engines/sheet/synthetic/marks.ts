import type { Kind } from '../network.ts';
import type { Dice } from './dice.ts';
import { blot, curls, drawnLetter, extentOf, line, type Place, ring, type Stroke, scribble } from './drawn.ts';

/** A written letter: strokes of points x, y, x, y, ..., y downwards, the longer side 1,000 units. */
export interface Glyph {
  readonly c: 'V' | 'X' | 'other';
  readonly l: string;
  readonly w: string;
  readonly s: readonly (readonly number[])[];
}

export interface Glyphs {
  readonly V: readonly Glyph[];
  readonly X: readonly Glyph[];
  readonly other: readonly Glyph[];
}

/** What somebody put in a box, and what a reader should make of it. `faint` asks for a pen that hardly writes. */
export interface Mark {
  readonly kind: Kind;
  readonly trouble: Trouble;
  readonly strokes: readonly Stroke[];
  readonly faint: boolean;
}

export type Trouble =
  | 'none'
  | 'letter'
  | 'both'
  | 'filled'
  | 'slash'
  | 'struck'
  | 'blob'
  | 'outside'
  | 'circle'
  | 'faint'
  | 'speck'
  | 'neighbour'
  /** A hand, a cup or a napkin lies over part of the box. */
  | 'covered';

export const ODD: readonly Trouble[] = [
  'letter',
  'letter',
  'letter',
  'both',
  'both',
  'filled',
  'filled',
  'slash',
  'struck',
  'blob',
  'outside',
  'circle',
  'faint',
  'covered',
];

/** `odds` are the ways in which an odd mark is odd, the commoner the oftener they stand there. */
export function markOf(kind: Kind, glyphs: Glyphs, dice: Dice, odds: readonly Trouble[] = ODD): Mark {
  if (kind === 'empty') return emptyBox(glyphs, dice);
  if (kind === 'other') return oddMark(dice.oneOf(odds), glyphs, dice);
  return { kind, trouble: 'none', strokes: written(kind, glyphs, dice), faint: false };
}

/** What these are hangs on the place where they stand. */
const WHERE_IT_IS: ReadonlySet<Trouble> = new Set(['outside', 'speck', 'neighbour']);

/** A mark that leans more, lies aside, is small or bends: there are more ways of writing than a few writers show. */
export function wilder(mark: Mark, { bell, between, chance }: Dice): Mark {
  if (mark.strokes.length === 0 || WHERE_IT_IS.has(mark.trouble)) return mark;
  const size = chance(0.2) ? smallerBy(mark.strokes, between(0.24, 0.5)) : 1;
  const lean = chance(0.4) ? bell() * 0.14 : 0;
  const [wave, phase, around] = [chance(0.4) ? bell() * 0.025 : 0, between(0, 6), between(3, 9)];
  const [way, far] = [between(0, 2 * Math.PI), chance(0.15) ? between(0.12, 0.34) : 0];
  const [dx, dy] = [Math.cos(way) * far, Math.sin(way) * far];
  const bent = ([x, y]: Place): Place => {
    const [u, v] = [x + lean * y + wave * Math.sin(around * y + phase), y + wave * Math.sin(around * x + 2 * phase)];
    return [u * size + dx, v * size + dy];
  };
  return { ...mark, strokes: mark.strokes.map((stroke) => stroke.map(bent)) };
}

/** So that the longer side becomes this share of the box; never larger than it was. */
function smallerBy(strokes: readonly Stroke[], share: number): number {
  const { wide, high } = extentOf(strokes);
  return Math.min(1, share / Math.max(wide, high, 1e-3));
}

/** Nothing, or a speck, or what swings in from the boxes and the lines around it. */
function emptyBox(glyphs: Glyphs, dice: Dice): Mark {
  const nothing = { kind: 'empty', faint: false } as const;
  if (dice.chance(0.1)) {
    const [x, y] = [dice.between(-0.8, 0.8), dice.between(-0.8, 0.8)];
    const speck: Stroke = [
      [x, y],
      [x + dice.between(-0.02, 0.02), y + 0.01],
    ];
    return { ...nothing, trouble: 'speck', strokes: [speck] };
  }
  if (dice.chance(0.2)) {
    const strokes = neighbour(glyphs, dice);
    // What reaches into the box itself would be a mark in it.
    if (strokes.flat().every(([x, y]) => Math.max(Math.abs(x), Math.abs(y)) > 0.57))
      return { ...nothing, trouble: 'neighbour', strokes };
  }
  return { ...nothing, trouble: 'none', strokes: [] };
}

/** The mark of the box above or below, or writing on the line to the right. */
function neighbour(glyphs: Glyphs, dice: Dice): readonly Stroke[] {
  if (dice.chance(0.3))
    return moved(placed(dice.oneOf(glyphs.other), dice, 1), dice.between(1, 1.35), dice.bell() * 0.2);
  const below = dice.chance(0.5) ? 1 : -1;
  return moved(written(dice.oneOf(['V', 'X']), glyphs, dice), dice.bell() * 0.15, dice.between(1.45, 1.7) * below);
}

function oddMark(trouble: Trouble, glyphs: Glyphs, dice: Dice): Mark {
  const either = () => written(dice.oneOf(['V', 'X'] as const), glyphs, dice);
  const odd = (strokes: readonly Stroke[]): Mark => ({ kind: 'other', trouble, strokes, faint: trouble === 'faint' });
  switch (trouble) {
    case 'letter':
      return odd(placed(dice.oneOf(glyphs.other), dice, 1));
    case 'both':
      return odd(
        dice.chance(0.6)
          ? [...written('V', glyphs, dice), ...moved(written('X', glyphs, dice), dice.bell() * 0.15, dice.bell() * 0.1)]
          : sideBySide(glyphs, dice),
      );
    case 'filled':
      return odd([...(dice.chance(0.6) ? either() : []), dice.chance(0.75) ? scribble(dice) : curls(dice)]);
    case 'slash':
      return odd([line(dice, dice.oneOf([0, 0.8, 1.57, 2.35]) + dice.between(-0.25, 0.25), dice.between(0.35, 1.1))]);
    case 'struck': {
      const through = [line(dice, dice.between(-0.4, 0.4), dice.between(0.7, 1.3))];
      return odd([...either(), ...through, ...(dice.chance(0.4) ? [line(dice, dice.between(-0.4, 0.4), 1)] : [])]);
    }
    case 'blob':
      return odd([blot(dice)]);
    case 'circle':
      return odd([...(dice.chance(0.6) ? either() : []), ring(dice)]);
    case 'outside': {
      const way = dice.between(0, 2 * Math.PI);
      const far = dice.between(0.68, 0.85);
      return odd(moved(either(), Math.cos(way) * far, Math.sin(way) * far));
    }
    case 'covered':
      return odd(dice.chance(0.5) ? either() : []);
    default:
      return odd(either());
  }
}

/** A V and an X beside each other, or two of the same in one box. */
function sideBySide(glyphs: Glyphs, dice: Dice): readonly Stroke[] {
  const kinds = dice.chance(0.7) ? (['V', 'X'] as const) : (['X', 'V'] as const);
  return kinds.flatMap((kind, at) => {
    const half = scaled(written(kind, glyphs, dice), dice.between(0.45, 0.65));
    return moved(half, (at === 0 ? -1 : 1) * dice.between(0.2, 0.32), dice.bell() * 0.08);
  });
}

function written(kind: 'V' | 'X', glyphs: Glyphs, dice: Dice): readonly Stroke[] {
  const size = dice.chance(0.15) ? dice.between(1, 1.5) : dice.between(0.4, 1);
  const strokes = dice.chance(0.22) ? within(drawnLetter(kind, dice), dice, size) : byHand(kind, glyphs, dice, size);
  // Some go over it once more.
  return dice.chance(0.05) ? [...strokes, ...moved(strokes, dice.bell() * 0.025, dice.bell() * 0.025)] : strokes;
}

function byHand(kind: 'V' | 'X', glyphs: Glyphs, dice: Dice, size: number): readonly Stroke[] {
  const glyph = dice.oneOf(glyphs[kind]);
  return placed(kind === 'V' && dice.chance(0.45) ? asTick(glyph, dice) : glyph, dice, size);
}

/** People write V as a tick: its left leg is shorter, and it leans. One so narrow that it would be a mere line stays as it is. */
function asTick(glyph: Glyph, dice: Dice): Glyph {
  const points = pairs(glyph.s[0] ?? []);
  const bottom = Math.max(...points.map(([, y]) => y));
  const lowest = points.findIndex(([, y]) => y === bottom);
  const top = points[0]?.[1] ?? bottom;
  const [keep, lean] = [dice.between(0.24, 0.55), dice.between(0, 0.35)];
  const from = points.findIndex(([, y]) => bottom - y <= (bottom - top) * keep);
  const leaning = points.slice(from).map(([x, y]) => [x + lean * (bottom - y), y] as const);
  const [start, end] = [leaning[0], leaning.at(-1)];
  const wide = start && end && (leaning[lowest - from]?.[0] ?? 0) - start[0] > 0.1 * (bottom - end[1]);
  if (glyph.s.length !== 1 || from < 0 || lowest <= from || lowest > points.length - 3 || !wide) return glyph;
  return { ...glyph, s: [leaning.flat()] };
}

function placed(glyph: Glyph, dice: Dice, most: number): readonly Stroke[] {
  const size = most === 1 ? dice.between(0.42, 1.05) : most;
  return within(
    glyph.s.map((stroke) => pairs(stroke)),
    dice,
    size,
  );
}

/** Strokes laid into the box as a hand would, `size` of it large: their lean, bend and place vary. */
function within(strokes: readonly Stroke[], dice: Dice, size: number): readonly Stroke[] {
  const { left, right, top, bottom } = extentOf(strokes);
  const scale = size / Math.max(right - left, bottom - top, 1e-6);
  const [wide, high] = [scale * dice.between(0.8, 1.2), scale * dice.between(0.8, 1.2)];
  const [tilt, slant] = [dice.bell() * 0.13, dice.bell() * 0.08];
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  const loose = dice.chance(0.15) ? 0.17 : 0.08;
  const clip = (value: number) => Math.max(-0.42, Math.min(0.42, value));
  const [dx, dy] = [clip(dice.bell() * loose), clip(dice.bell() * loose)];
  const [wave, phase, around] = [size * Math.abs(dice.bell()) * 0.02, dice.between(0, 6), dice.between(3, 7)];
  return strokes.map((stroke) =>
    stroke.map(([x, y]): Place => {
      const v = (y - (top + bottom) / 2) * high;
      const u = (x - (left + right) / 2) * wide - slant * v;
      const [p, q] = [u + wave * Math.sin(around * v + phase), v + wave * Math.sin(around * u + 2 * phase)];
      return [p * cos - q * sin + dx, p * sin + q * cos + dy];
    }),
  );
}

function pairs(stroke: readonly number[]): Stroke {
  return Array.from(
    { length: stroke.length >> 1 },
    (_, at) => [stroke[2 * at] as number, stroke[2 * at + 1] as number] as const,
  );
}

function moved(strokes: readonly Stroke[], dx: number, dy: number): readonly Stroke[] {
  return strokes.map((stroke) => stroke.map(([x, y]) => [x + dx, y + dy] as const));
}

function scaled(strokes: readonly Stroke[], by: number): readonly Stroke[] {
  return strokes.map((stroke) => stroke.map(([x, y]) => [x * by, y * by] as const));
}
