import type { Language } from './language.ts';

declare const ore: unique symbol;

/** Money in whole øre (1/100 krone), always a safe integer. Negative for what comes back (a credit note). */
export type Ore = number & { readonly [ore]: true };

export const ZERO_ORE = 0 as Ore;

/** A number of øre from the database or a sum. Throws when it is not a safe integer: money is never rounded in silence. */
export function toOre(value: number | bigint): Ore {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`Cannot hold ${value} as øre: not a safe integer`);
  return (number === 0 ? 0 : number) as Ore;
}

/** An amount that the programmer wrote in kroner: `kroner(45)` is 4500 øre, `kroner(12.5)` is 1250. */
export function kroner(amount: number): Ore {
  const exact = Math.round(amount * 100);
  if (Math.abs(exact - amount * 100) > 1e-6) throw new Error(`Cannot hold ${amount} kr. as whole øre`);
  return toOre(exact);
}

/** The sum, refused when it leaves the safe integers. */
export function sumOre(amounts: Iterable<Ore>): Ore {
  let sum = 0;
  for (const amount of amounts) sum = toOre(sum + amount);
  return sum as Ore;
}

/** In running text, øre only when there are any: "4.500 kr.", "1.234,50 kr."; "DKK 4,500", "DKK 1,234.50". */
export function formatOre(amount: Ore, language: Language): string {
  return write(amount, language, amount % 100 !== 0);
}

/** In columns, always with øre, so that the decimals stand under each other: "4.500,00 kr."; "DKK 4,500.00". */
export function formatOreFull(amount: Ore, language: Language): string {
  return write(amount, language, true);
}

/** What a heading or an axis says its amounts are: "kr." or "DKK". */
export function unitOfMoney(language: Language): string {
  return language === 'da' ? 'kr.' : 'DKK';
}

function write(amount: Ore, language: Language, withOre: boolean): string {
  const sign = amount < 0 ? '-' : '';
  const size = Math.abs(amount);
  const [group, decimal] = language === 'da' ? ['.', ','] : [',', '.'];
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, group);
  const number = withOre ? `${sign}${whole}${decimal}${String(size % 100).padStart(2, '0')}` : `${sign}${whole}`;
  return language === 'da' ? `${number} ${unitOfMoney(language)}` : `${unitOfMoney(language)} ${number}`;
}

const CURRENCY_WORDS = /^(?:kr\.?|dkk)|(?:kr\.?|dkk)$/gi;
const GROUPED = /^\d{1,3}(?:\.\d{3})+$/;
const PLAIN = /^\d+$/;

/**
 * Reads what a person in Denmark writes: "4.500", "4500", "4 500", "1.234,50", "4.500,00 kr.", "4.500,-".
 * Null when it cannot be read in one way only: "4.50" and "1,234.50" are asked about, not guessed at.
 */
export function readOre(text: string): Ore | null {
  const bare = text
    .trim()
    .replaceAll(/\s/g, '')
    .replace(CURRENCY_WORDS, '')
    .replace(/,-{1,2}$/, '');
  const negative = /^[-−]/.test(bare);
  const [whole = '', decimals, ...rest] = (negative ? bare.slice(1) : bare).split(',');
  if (rest.length > 0 || !(GROUPED.test(whole) || PLAIN.test(whole))) return null;
  if (decimals !== undefined && !/^\d{1,2}$/.test(decimals)) return null;
  const size = Number(whole.replaceAll('.', '') + (decimals ?? '').padEnd(2, '0'));
  if (!Number.isSafeInteger(size)) return null;
  return toOre(negative ? -size : size);
}
