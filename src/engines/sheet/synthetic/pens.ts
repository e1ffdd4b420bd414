import type { Dice } from './dice.ts';
import { extentOf } from './drawn.ts';
import type { Mark } from './marks.ts';

/** What somebody writes with: millimetres wide, how dark (0 to 1) its line is, and how rough. */
export interface Pen {
  readonly name: 'ball-pen' | 'pencil' | 'felt pen' | 'marker' | 'crayon' | 'highlighter' | 'faint pencil';
  readonly width: number;
  readonly ink: number;
  /** The share of the line that stays paper. */
  readonly rough: number;
}

const PENS: Readonly<Record<Pen['name'], { readonly width: Range; readonly ink: Range; readonly rough: Range }>> = {
  'ball-pen': { width: [0.35, 0.85], ink: [0.45, 0.9], rough: [0, 0.1] },
  pencil: { width: [0.4, 1], ink: [0.28, 0.65], rough: [0.05, 0.35] },
  'felt pen': { width: [0.8, 2.4], ink: [0.35, 0.95], rough: [0, 0.05] },
  marker: { width: [2, 4.5], ink: [0.5, 0.97], rough: [0, 0.05] },
  crayon: { width: [1.6, 4], ink: [0.25, 0.9], rough: [0.1, 0.55] },
  highlighter: { width: [2.6, 4.8], ink: [0.2, 0.85], rough: [0, 0.08] },
  'faint pencil': { width: [0.4, 0.7], ink: [0.09, 0.17], rough: [0.05, 0.3] },
};
type Range = readonly [number, number];

const USUAL = ['ball-pen', 'ball-pen', 'pencil', 'felt pen', 'marker', 'crayon'] as const;

export function penOf(dice: Dice, faint: boolean): Pen {
  const name = faint ? 'faint pencil' : dice.chance(0.05) ? 'highlighter' : dice.oneOf(USUAL);
  const { width, ink, rough } = PENS[name];
  return { name, width: dice.between(...width), ink: dice.between(...ink), rough: dice.between(...rough) };
}

/** A slip of the pen is no broader, in millimetres: what is broader is a blot, and somebody may have meant it. */
const BROADEST_SPECK = 1.2;

/** Nobody writes so small with so broad a pen that a V or an X becomes a blot: then it would be neither. `box` is in millimetres. */
export function narrowed(pen: Pen, { kind, trouble, strokes }: Mark, box: number): Pen {
  if (trouble === 'speck') return { ...pen, width: Math.min(pen.width, BROADEST_SPECK) };
  if (kind !== 'V' && kind !== 'X') return pen;
  const { wide, high } = extentOf(strokes);
  const [most, least] = pen.name === 'highlighter' ? [0.32, 0.45] : [0.24, 0.38];
  const broadest = box * Math.min(most * Math.max(wide, high), least * Math.min(wide, high));
  return { ...pen, width: Math.min(pen.width, Math.max(0.35, broadest)) };
}
