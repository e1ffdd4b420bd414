import type { Kind } from '../network.ts';
import type { Dice } from './dice.ts';

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

/** A line that a pen draws, in widths of the box: (0, 0) is the middle of the box, (0.5, 0.5) its lower right corner. */
export type Stroke = readonly (readonly [x: number, y: number])[];

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
  | 'neighbour';

const ODD: readonly Trouble[] = [
  'letter',
  'letter',
  'both',
  'filled',
  'filled',
  'slash',
  'struck',
  'blob',
  'outside',
  'circle',
  'faint',
];

export function markOf(kind: Kind, glyphs: Glyphs, dice: Dice): Mark {
  if (kind === 'empty') return emptyBox(glyphs, dice);
  if (kind === 'other') return oddMark(dice.oneOf(ODD), glyphs, dice);
  return { kind, trouble: 'none', strokes: written(kind, glyphs, dice), faint: false };
}

/** Nothing, or a speck, or what swings in from the box above or below. */
function emptyBox(glyphs: Glyphs, dice: Dice): Mark {
  const nothing = { kind: 'empty', faint: false } as const;
  if (dice.chance(0.1)) {
    const [x, y] = [dice.between(-0.8, 0.8), dice.between(-0.8, 0.8)];
    return {
      ...nothing,
      trouble: 'speck',
      strokes: [
        [
          [x, y],
          [x + dice.between(-0.02, 0.02), y + 0.01],
        ],
      ],
    };
  }
  if (dice.chance(0.1)) {
    const below = dice.chance(0.5) ? 1 : -1;
    const strokes = moved(written(dice.oneOf(['V', 'X']), glyphs, dice), dice.between(-0.3, 0.3), 1.53 * below);
    // What reaches into the box itself would be a mark in it.
    if (strokes.flat().every(([x, y]) => Math.max(Math.abs(x), Math.abs(y)) > 0.56))
      return { ...nothing, trouble: 'neighbour', strokes };
  }
  return { ...nothing, trouble: 'none', strokes: [] };
}

function oddMark(trouble: Trouble, glyphs: Glyphs, dice: Dice): Mark {
  const either = () => written(dice.oneOf(['V', 'X'] as const), glyphs, dice);
  const odd = (strokes: readonly Stroke[]): Mark => ({ kind: 'other', trouble, strokes, faint: trouble === 'faint' });
  switch (trouble) {
    case 'letter':
      return odd(placed(dice.oneOf(glyphs.other), dice));
    case 'both':
      return odd([
        ...written('V', glyphs, dice),
        ...moved(written('X', glyphs, dice), dice.between(-0.25, 0.25), dice.between(-0.15, 0.15)),
      ]);
    case 'filled':
      return odd([...(dice.chance(0.6) ? either() : []), ...scribble(dice)]);
    case 'slash':
      return odd([line(dice, dice.oneOf([0, 0.8, 1.57, 2.35]) + dice.between(-0.2, 0.2), dice.between(0.5, 1.1))]);
    case 'struck':
      return odd([...either(), line(dice, dice.between(-0.35, 0.35), dice.between(0.7, 1.3))]);
    case 'blob':
      return odd([blot(dice)]);
    case 'circle':
      return odd([...(dice.chance(0.6) ? either() : []), ring(dice)]);
    case 'outside': {
      const way = dice.between(0, 2 * Math.PI);
      const far = dice.between(0.68, 0.8);
      return odd(moved(either(), Math.cos(way) * far, Math.sin(way) * far));
    }
    default:
      return odd(either());
  }
}

function written(kind: 'V' | 'X', glyphs: Glyphs, dice: Dice): readonly Stroke[] {
  const glyph = dice.oneOf(glyphs[kind]);
  return placed(kind === 'V' && dice.chance(0.4) ? asTick(glyph, dice) : glyph, dice);
}

/** People write V as a tick: its left leg is shorter, and it leans. One so narrow that it would be a mere line stays as it is. */
function asTick(glyph: Glyph, dice: Dice): Glyph {
  const points = pairs(glyph.s[0] ?? []);
  const bottom = Math.max(...points.map(([, y]) => y));
  const lowest = points.findIndex(([, y]) => y === bottom);
  const top = points[0]?.[1] ?? bottom;
  const [keep, lean] = [dice.between(0.3, 0.55), dice.between(0, 0.25)];
  const from = points.findIndex(([, y]) => bottom - y <= (bottom - top) * keep);
  const leaning = points.slice(from).map(([x, y]) => [x + lean * (bottom - y), y] as const);
  const [start, end] = [leaning[0], leaning.at(-1)];
  const wide = start && end && (leaning[lowest - from]?.[0] ?? 0) - start[0] > 0.12 * (bottom - end[1]);
  if (glyph.s.length !== 1 || from < 0 || lowest <= from || lowest > points.length - 3 || !wide) return glyph;
  return { ...glyph, s: [leaning.flat()] };
}

/** A letter laid into the box as a hand would: its size, its lean and its place vary. */
function placed(glyph: Glyph, dice: Dice): readonly Stroke[] {
  const all = glyph.s.flat();
  const [xs, ys] = [all.filter((_, at) => at % 2 === 0), all.filter((_, at) => at % 2 === 1)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const size = dice.chance(0.12) ? dice.between(1, 1.45) : dice.between(0.42, 1);
  const scale = size / Math.max(right - left, bottom - top, 1);
  const [wide, high] = [scale * dice.between(0.85, 1.2), scale * dice.between(0.85, 1.2)];
  const tilt = dice.bell() * 0.12;
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
  const [dx, dy] = [dice.bell() * 0.09, dice.bell() * 0.09];
  return glyph.s.map((stroke) =>
    pairs(stroke).map(([x, y]) => {
      const [u, v] = [(x - (left + right) / 2) * wide, (y - (top + bottom) / 2) * high];
      return [u * cos - v * sin + dx, u * sin + v * cos + dy] as const;
    }),
  );
}

function pairs(stroke: readonly number[]): readonly (readonly [number, number])[] {
  return Array.from(
    { length: stroke.length >> 1 },
    (_, at) => [stroke[2 * at] as number, stroke[2 * at + 1] as number] as const,
  );
}

function moved(strokes: readonly Stroke[], dx: number, dy: number): readonly Stroke[] {
  return strokes.map((stroke) => stroke.map(([x, y]) => [x + dx, y + dy] as const));
}

function line(dice: Dice, angle: number, length: number): Stroke {
  const [x, y] = [dice.bell() * 0.08, dice.bell() * 0.08];
  const [dx, dy] = [(Math.cos(angle) * length) / 2, (Math.sin(angle) * length) / 2];
  const bow = dice.bell() * 0.04;
  return [
    [x - dx, y - dy],
    [x - bow * dy * 4, y + bow * dx * 4],
    [x + dx, y + dy],
  ];
}

/** To and fro over the whole box, as one who has changed one's mind. */
function scribble(dice: Dice): readonly Stroke[] {
  const lines = 6 + dice.under(14);
  const angle = dice.between(-0.9, 0.9);
  const [half, reach] = [dice.between(0.3, 0.5), dice.between(0.32, 0.55)];
  const stroke = Array.from({ length: lines }, (_, at) => {
    const across = -half + (2 * half * at) / (lines - 1);
    const along = (at % 2 === 0 ? -1 : 1) * reach * dice.between(0.8, 1.1);
    return [
      along * Math.cos(angle) - across * Math.sin(angle),
      along * Math.sin(angle) + across * Math.cos(angle),
    ] as const;
  });
  return [stroke];
}

function blot(dice: Dice): Stroke {
  const [x, y, size] = [dice.bell() * 0.15, dice.bell() * 0.15, dice.between(0.06, 0.22)];
  return Array.from({ length: 24 }, (_, at) => {
    const far = size * Math.sqrt(at / 24);
    return [x + far * Math.cos(at * 2.4), y + far * Math.sin(at * 2.4)] as const;
  });
}

function ring(dice: Dice): Stroke {
  const [wide, high, start] = [dice.between(0.25, 0.6), dice.between(0.25, 0.6), dice.between(0, 6)];
  return Array.from({ length: 25 }, (_, at) => {
    const angle = start + (at / 24) * 2 * Math.PI * dice.between(0.97, 1.03);
    return [wide * Math.cos(angle), high * Math.sin(angle)] as const;
  });
}
