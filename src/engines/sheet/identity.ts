import { markers } from './dictionary.ts';

/**
 * A sheet's number, spread over its eight markers. Each of the eight places has 31 markers of its own, so that a marker says
 * by itself where it sits, and which of 31 symbols it carries. The symbols are a Reed-Solomon word over the field of 31
 * elements (a polynomial of four coefficients, read at eight points): two sheets share at most three markers in the same
 * place, so any four that are seen name the sheet.
 *
 * 31^4 words are more than the sheets there are; the rest mean that something was misread.
 */
export const PLACES = 8;
const FIELD = 31;
const COEFFICIENTS = 4;
const WORDS = FIELD ** COEFFICIENTS;
/** Sheets that can be told apart, numbered from 0. */
export const SHEETS = 100_000;
/** Neighbours lie far apart among the words, and a word that is misread is seldom a sheet. Prime to 31. */
const SPREAD = 571_793;
const GATHER = inverse(SPREAD, WORDS);

/** A marker that was seen: which of the pictures it shows. */
export type MarkerId = number;

/** The eight markers of a sheet, by place. `sheet` is a whole number from 0 to SHEETS - 1. */
export function markersOf(sheet: number): readonly MarkerId[] {
  if (!Number.isInteger(sheet) || sheet < 0 || sheet >= SHEETS) throw new RangeError(`There is no sheet ${sheet}`);
  const coefficients = digitsOf((sheet * SPREAD) % WORDS);
  return Array.from({ length: PLACES }, (_, place) => place * FIELD + valueAt(coefficients, place + 1));
}

/** The place a marker belongs to, 0 to 7. */
export function placeOf(id: MarkerId): number {
  if (id < 0 || id >= markers.length) throw new RangeError(`There is no marker ${id}`);
  return Math.floor(id / FIELD);
}

/**
 * The sheet that these markers name, and how many of them agree. Null when fewer than four are seen, or so many disagree that
 * another sheet could be meant as well: one misread marker takes six that are seen, two take eight.
 */
export function sheetOf(seen: readonly MarkerId[]): { readonly sheet: number; readonly agreeing: number } | null {
  const points = [...new Set(seen)].map((id) => ({ x: placeOf(id) + 1, y: id % FIELD, id }));
  for (const four of foursOf(points)) {
    const sheet = numberOf(coefficientsThrough(four));
    if (sheet === null) continue;
    const own = new Set(markersOf(sheet));
    const agreeing = points.filter(({ id }) => own.has(id)).length;
    if (2 * (points.length - agreeing) <= points.length - COEFFICIENTS) return { sheet, agreeing };
  }
  return null;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Every choice of four points in different places. */
function* foursOf<P extends Point>(points: readonly P[], chosen: readonly P[] = [], from = 0): Generator<readonly P[]> {
  if (chosen.length === COEFFICIENTS) yield chosen;
  else
    for (let at = from; at < points.length; at += 1) {
      const point = points[at];
      if (point && chosen.every(({ x }) => x !== point.x)) yield* foursOf(points, [...chosen, point], at + 1);
    }
}

/** Lagrange: the polynomial through four points, lowest coefficient first. */
function coefficientsThrough(points: readonly Point[]): readonly number[] {
  const sum = new Array<number>(COEFFICIENTS).fill(0);
  for (const { x, y } of points) {
    let basis = [1];
    let scale = 1;
    for (const other of points) {
      if (other.x === x) continue;
      basis = timesRoot(basis, other.x);
      scale = (scale * modulo(x - other.x)) % FIELD;
    }
    const factor = (y * inverse(scale, FIELD)) % FIELD;
    basis.forEach((value, power) => {
      sum[power] = ((sum[power] ?? 0) + value * factor) % FIELD;
    });
  }
  return sum;
}

/** A polynomial times (x - root). */
function timesRoot(polynomial: readonly number[], root: number): number[] {
  return Array.from({ length: polynomial.length + 1 }, (_, power) =>
    modulo((polynomial[power - 1] ?? 0) - root * (polynomial[power] ?? 0)),
  );
}

function numberOf(coefficients: readonly number[]): number | null {
  const word = coefficients.reduceRight((sum, digit) => sum * FIELD + digit, 0);
  const sheet = (word * GATHER) % WORDS;
  return sheet < SHEETS ? sheet : null;
}

function digitsOf(word: number): readonly number[] {
  return Array.from({ length: COEFFICIENTS }, (_, power) => Math.floor(word / FIELD ** power) % FIELD);
}

function valueAt(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => (sum * x + coefficient) % FIELD, 0);
}

function modulo(value: number): number {
  return ((value % FIELD) + FIELD) % FIELD;
}

/** The number that undoes a multiplication, by Euclid. */
function inverse(value: number, modulus: number): number {
  let [before, now] = [0, 1];
  let [left, right] = [modulus, value % modulus];
  while (right !== 0) {
    const times = Math.floor(left / right);
    [before, now] = [now, before - times * now];
    [left, right] = [right, left - times * right];
  }
  return ((before % modulus) + modulus) % modulus;
}
