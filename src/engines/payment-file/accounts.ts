import { isValidIBAN } from 'ibantools';

/** Where DKK is the money of the country, so that a transfer is domestic. */
const KRONE_COUNTRIES = new Set(['DK', 'FO', 'GL']);

/** Letters and digits only, upper case: `DK50 0040 0440 1162 43` → `DK5000400440116243`. */
export function plainIban(text: string): string {
  return text.replace(/[\s.-]/g, '').toUpperCase();
}

/** An account that kroner can be sent to inside the realm, with the right length and check digits (ISO 13616). */
export function isKroneIban(iban: string): boolean {
  return KRONE_COUNTRIES.has(iban.slice(0, 2)) && isValidIBAN(iban);
}

/**
 * The IBAN of a Danish account: registration number (four digits) and account number (up to ten), filled with noughts in
 * front. Null when they are not that, or nothing but noughts.
 */
export function danishIban(registration: string, account: string): string | null {
  const bank = registration.replace(/\D/g, '');
  const number = account.replace(/[\s.-]/g, '');
  if (!/^\d{4}$/.test(bank) || !/^\d{1,10}$/.test(number) || Number(bank) === 0 || Number(number) === 0) return null;
  const bban = bank + number.padStart(10, '0');
  // D is 13, K is 20; the check digits count as 00 while they are found (ISO 7064, mod 97-10).
  const check = 98n - (BigInt(`${bban}132000`) % 97n);
  return `DK${String(check).padStart(2, '0')}${bban}`;
}

/** Registration and account number of a Danish IBAN; null for other countries. */
export function danishAccount(iban: string): { readonly registration: string; readonly account: string } | null {
  const match = /^DK\d{2}(\d{4})(\d{10})$/.exec(iban);
  return match ? { registration: match[1] as string, account: match[2] as string } : null;
}

/** In groups of four, as people read it. */
export function writtenIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}
