import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** "12 34 56 78", "+4512345678", "0046…" → E.164. Danish unless it says otherwise; null when it is no telephone number. */
export function readPhone(text: string): string | null {
  const number = parsePhoneNumberFromString(text.trim().replace(/^00/, '+'), 'DK');
  return number?.isValid() ? number.number : null;
}
