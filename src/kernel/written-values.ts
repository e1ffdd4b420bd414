import { type Day, readDay } from './day.ts';

/** "1.234,50", "78,5", "78.5", "1 234", "-3" → a number. Null when it can be read in two ways or none. */
export function readNumber(text: string): number | null {
  const bare = text.replace(/[\s\u00a0]/g, '').replace(/m2$|m²$/i, '');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d+,\d+$/.test(bare)) return Number(bare.replace(',', '.'));
  if (/^-?\d+(\.\d{1,2})?$/.test(bare)) return Number(bare);
  return null;
}

/**
 * "2026-02-01", "01-02-2026", "1.2.2026", "1.2.26", "01/02/2026", "20260201" → a day. Day before month, as in Denmark; a year
 * of two figures is of this century up to 69, of the last from 70.
 */
export function readDate(text: string): Day | null {
  const bare = text.trim().replace(/[ T]\d{1,2}[:.]\d{2}([:.]\d{2})?$/, '');
  const backward = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})$/.exec(bare);
  if (backward)
    return readDay(
      `${wholeYear(backward[3] as string)}-${backward[2]?.padStart(2, '0')}-${backward[1]?.padStart(2, '0')}`,
    );
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(bare);
  return readDay(packed ? `${packed[1]}-${packed[2]}-${packed[3]}` : bare);
}

function wholeYear(written: string): string {
  if (written.length === 4) return written;
  return Number(written) < 70 ? `20${written}` : `19${written}`;
}
