import type { Facts } from './facts.ts';

/** What must stand on a picture of a bill for it to be that bill. */
export type Sought = Pick<Facts, 'number' | 'payable'>;

/**
 * Is what a PDF says this bill? `same`: its number and its amount stand there. `another`: the words of a bill stand there,
 * and its number does not. `unknown`: a scan, letters that no program can read, or a number without the amount.
 */
export function saidOn(text: string, { number, payable }: Sought): 'same' | 'another' | 'unknown' {
  const pattern = numberPattern(number);
  if (text === '' || !pattern) return 'unknown';
  if (!pattern.test(text)) return IS_READABLE.test(text) ? 'another' : 'unknown';
  return payable !== null && amountsIn(text).has(payable) ? 'same' : 'unknown';
}

/** Does the supplier stand on it, by company number or by name? */
export function namesSupplier(text: string, { name, cvr }: Pick<Facts['supplier'], 'name' | 'cvr'>): boolean {
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  if (cvr && text.replace(/(?<=\d)\s(?=\d)/g, '').includes(cvr)) return true;
  return name !== null && plain(name).length > 3 && plain(text).includes(plain(name));
}

const IS_READABLE = /faktura|kreditnota|regning|moms|invoice|credit note|vat|rechnung|betaling|pris|dato/i;

/** "2026-117" is found as "2026 117" and "02026-117"; not in 2026-1170. */
function numberPattern(number: string | null): RegExp | null {
  const runs = (number ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu);
  if (!runs) return null;
  const bare = runs.join('[^\\p{L}\\p{N}]{0,2}').replace(/^0+(?=.)/, '');
  return new RegExp(`(?<![1-9\\p{L}])(?<!\\d[.,-])0*${bare}(?![\\p{L}\\p{N}])`, 'iu');
}

/** Every amount that stands in a text, in øre: 1.250,00 · 1250,00 · 1,250.00 · 1.250 · 1250. */
function amountsIn(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [written] of text.matchAll(/\d[\d.,]*/g)) {
    for (const [thousands, decimals] of [
      ['.', ','],
      [',', '.'],
    ] as const) {
      const [whole = '', part = '00', ...more] = written.replace(/[.,]$/, '').split(decimals);
      const grouped = whole.split(thousands);
      const isWhole = grouped.length === 1 || grouped.slice(1).every((group) => group.length === 3);
      if (more.length === 0 && isWhole && /^\d{2}$/.test(part) && /^\d{1,12}$/.test(grouped.join(''))) {
        found.add(Number(grouped.join('')) * 100 + Number(part));
      }
    }
  }
  return found;
}
