/** What a text costs on the air (3GPP TS 23.038). */
export interface SmsSize {
  /** `gsm7` holds 160 characters (153 a part); one character outside it makes the whole text `ucs2` with 70 (67). */
  readonly encoding: 'gsm7' | 'ucs2';
  readonly units: number;
  readonly segments: number;
}

/** Plain Danish in two parts at most (domain 6.20). */
export const SMS_CHARACTERS = 300;

const GSM7 = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** These take two units: an escape and the character. */
const GSM7_DOUBLE = new Set('\f^{}\\[~]|€');

export function smsSize(text: string): SmsSize {
  const units = gsm7Units(text);
  if (units !== null) return { encoding: 'gsm7', units, segments: units <= 160 ? 1 : Math.ceil(units / 153) };
  const { length } = text;
  return { encoding: 'ucs2', units: length, segments: length <= 70 ? 1 : Math.ceil(length / 67) };
}

/** Typed with curly quotes and long dashes, a text costs double: the same in the characters that a telephone has. */
export function plainForSms(text: string): string {
  return text
    .replace(/[‘’‚′´`]/g, "'")
    .replace(/[“”„″«»]/g, '"')
    .replace(/[–—−]/g, '-')
    .replace(/…/g, '...')
    .replace(/\u00a0/g, ' ');
}

/**
 * Words and then an address that must stay whole, at most 300 characters: the words are cut at a space and end in "...".
 * @throws when the tail alone is too long.
 */
export function fitSms(words: string, tail: string): string {
  const room = SMS_CHARACTERS - tail.length - 1;
  if (room < 1) throw new Error(`Cannot fit an SMS: its tail is ${tail.length} characters`);
  const plain = plainForSms(words).trim();
  if (plain.length <= room) return `${plain}\n${tail}`;
  // Half an emoji is no character.
  const cut = plain.slice(0, Math.max(room - 3, 0)).replace(/[\ud800-\udbff]$/, '');
  return `${cut.slice(0, cut.lastIndexOf(' ') > room / 2 ? cut.lastIndexOf(' ') : cut.length).trimEnd()}...\n${tail}`;
}

function gsm7Units(text: string): number | null {
  let units = 0;
  for (const character of text) {
    if (GSM7.has(character)) units += 1;
    else if (GSM7_DOUBLE.has(character)) units += 2;
    else return null;
  }
  return units;
}
