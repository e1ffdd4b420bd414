import { isValidIBAN } from 'ibantools';

/** Thirteen digits; the last makes the sum, weighted 1 and 3 in turn, divide by 10 (GS1). */
export function isGln(digits: string): boolean {
  if (!/^\d{13}$/.test(digits)) return false;
  return [...digits].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}

/** The country's length and form, and the two check digits (ISO 13616). Without spaces. */
export function isIban(text: string): boolean {
  return isValidIBAN(text);
}

/** Written like an IBAN: a country, two digits, and eleven characters or more. */
export function looksLikeIban(text: string): boolean {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/i.test(text);
}
