import { type Ore, toOre } from '../../kernel/money.ts';

/** An exact decimal: a whole number of 10⁻¹². No sum or product of an invoice is ever a float. */
export type Decimal = bigint;

const PLACES = 12;
const ONE = 10n ** 12n;
const PER_HUNDREDTH = ONE / 100n;
/** Longer numbers are no amounts, and would only cost time. */
const LONGEST = 40;
const LEXICAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** Reads an `xs:decimal`. Null when the text is none; digits beyond the twelfth decimal are cut. */
export function readDecimal(text: string): Decimal | null {
  const bare = text.trim();
  if (bare.length > LONGEST || !LEXICAL.test(bare)) return null;
  const [whole = '', fraction = ''] = bare.replace(/^[+-]/, '').split('.');
  const size = BigInt(whole || '0') * ONE + BigInt(fraction.slice(0, PLACES).padEnd(PLACES, '0'));
  return bare.startsWith('-') ? -size : size;
}

/** How many decimals were written, trailing zeros not counted. */
export function decimalsIn(text: string): number {
  return (text.trim().split('.')[1] ?? '').replace(/0+$/, '').length;
}

/** Whole hundredths, half away from zero. Null when they are too many to count exactly. */
export function hundredths(value: Decimal): Ore | null {
  const half = value < 0n ? -PER_HUNDREDTH / 2n : PER_HUNDREDTH / 2n;
  const rounded = (value + half) / PER_HUNDREDTH;
  const number = Number(rounded);
  return Number.isSafeInteger(number) ? toOre(number) : null;
}

/** The value as an exact decimal, for products with a rate or a quantity. */
export function fromHundredths(amount: Ore): Decimal {
  return BigInt(amount) * PER_HUNDREDTH;
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return (a * b) / ONE;
}

/** Null when `b` is zero. */
export function divide(a: Decimal, b: Decimal): Decimal | null {
  return b === 0n ? null : (a * ONE) / b;
}

/** `25`, `12.5`, `-3`; with `least` decimals or more: `400.00`. */
export function writeDecimal(value: Decimal, least = 0): string {
  const size = value < 0n ? -value : value;
  const fraction = (size % ONE).toString().padStart(PLACES, '0').replace(/0+$/, '').padEnd(least, '0');
  return `${value < 0n ? '-' : ''}${size / ONE}${fraction ? `.${fraction}` : ''}`;
}

/** `1656.25`: what JSON and payment files want. */
export function writeHundredths(amount: Ore): string {
  return writeDecimal(fromHundredths(amount), 2);
}
