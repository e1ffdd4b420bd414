import type { Fund } from './policy.ts';

/** How a case is named to suppliers, on letters and on the slip at the till: "P-0007". */
export function referenceOf(fund: Pick<Fund, 'prefix'>, number: number): string {
  return `${fund.prefix}-${String(number).padStart(4, '0')}`;
}

export interface ReadReference {
  readonly prefix: string;
  readonly number: number;
}

/**
 * Every reference that a text may hold, read tolerantly: "p 7", "P0007", "Ref.: P-0007". Words that look like one may
 * be among them; only the house's own prefixes find a case.
 */
export function readReferences(text: string): readonly ReadReference[] {
  return [...text.matchAll(REFERENCE)].map(([, prefix = '', number = '']) => ({
    prefix: prefix.toUpperCase(),
    number: Number(number),
  }));
}
const REFERENCE = /(?<![a-zæøå])([a-z]{1,3})[\s.:/–-]{0,3}0{0,8}([1-9]\d{0,6})(?!\d)/gi;
