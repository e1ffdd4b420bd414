import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import { type Path, readPath } from '../../platform/web/path.ts';

/** A one-time code holds this long, and for so many tries. */
export const CODE_MINUTES = 15;
export const MAX_TRIES = 5;
/** At most so many codes are sent to one address in the time that one holds. */
export const CODES_AT_ONCE = 5;
/** A stranger's address is told at most once in this time that nobody here has it. */
export const UNKNOWN_TOLD_HOURS = 24;

/** A printed code holds this long, and for so many adults of a household. */
export const LETTER_DAYS = 60;
const LETTER_USES = 8;

/**
 * So many wrong codes for one address in a day, whoever typed them, and codes are taken no more until the next: six digits
 * withstand a few guesses, not those of months. The link in the message is taken all the same, so that nobody is shut out.
 */
export const GUESSES_A_DAY = { times: 50, minutes: 1440 } as const;

/**
 * And so many for all addresses of a house together: who guesses a little at each of thousands would else come in as one of
 * them within days. More than one device address is let guess in a day, so that nobody alone closes codes for the others.
 */
export const GUESSES_IN_ALL = { times: 3000, minutes: 1440 } as const;

/** A person asks so often for codes to new addresses of their own, and guesses so often at one. */
export const CONTACT_ASKS = { times: 5, minutes: 60 } as const;
export const CONTACT_ASKS_A_DAY = { times: 10, minutes: 1440 } as const;
export const CONTACT_TRIES = { times: MAX_TRIES, minutes: CODE_MINUTES } as const;
export const CONTACT_TRIES_A_DAY = { times: 25, minutes: 1440 } as const;

/** Codes by SMS in a day: to one number, and asked for from one device address. What all may cost, the house decides. */
export const SMS_TO_A_NUMBER = { times: 8, minutes: 1440 } as const;
export const SMS_FROM_A_DEVICE = { times: 40, minutes: 1440 } as const;

/** Why no code is sent by SMS. Says nothing about whose number it is. */
export type SmsRefusal = 'number' | 'device' | 'house';

/** Names of the jobs, so that commands can ask for them and `jobs.ts` can do them. */
export const JOBS = {
  send: { name: 'signin.send_code' },
  tidy: { name: 'signin.tidy' },
  confirm: { name: 'signin.confirm_contact' },
  tellChanged: { name: 'signin.tell_contact_changed' },
  tellWay: { name: 'signin.tell_way_added' },
  tellLapsed: { name: 'signin.tell_roles_lapsed' },
} as const;

/** Capital letters and digits that nobody mistakes for each other, by eye or by ear over the telephone. */
export const LETTER_ALPHABET = 'ACDEFHJKLMNPRTUVWXY34679';
export const LETTER_LENGTH = 10;
/** So many wrong ones in an hour, from however many devices, and no printed code is taken until the next hour. */
export const WRONG_LETTERS = { times: 200, minutes: 60 } as const;

/** Where a code is sent. `address` is a lower-case e-mail, or a telephone as E.164. */
export interface SendTo {
  readonly channel: 'mail' | 'sms';
  readonly address: string;
}

/** "482 913", "482913" → six digits. Null when it is no code. */
export function readCode(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** "acd-efh-jklm", "ACD EFH JKLM" → ten characters. Null when it cannot be a code from a letter. */
export function readLetterCode(text: string): string | null {
  const bare = text.replace(/[\s-]/g, '').toUpperCase();
  return bare.length === LETTER_LENGTH && [...bare].every((one) => LETTER_ALPHABET.includes(one)) ? bare : null;
}

/** As it is printed, and read aloud in three breaths: "ACD-EFH-JKLM". */
export function writeLetterCode(code: string): string {
  return `${code.slice(0, 3)}-${code.slice(3, 6)}-${code.slice(6)}`;
}

/** As it is read: "482 913". */
export function writeCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** What is known about a wish to sign in. `right` is whether what was given fits; never for a stranger's code. */
export interface Attempt {
  /** The link's secret is found or not: nobody guesses it, so that nobody else's guesses may close it. */
  readonly by: 'code' | 'link';
  readonly right: boolean;
  readonly tries: number;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  /** The address has had its wrong codes for today. */
  readonly guessedOut: boolean;
}

export type CodeRefusal = 'wrong' | 'expired' | 'too_many_tries' | 'guessed_out';

/**
 * May this attempt sign in? The same answers for addresses that nobody has: their codes are always wrong, and that a code
 * has been used is said to those alone who have it. A right code after the fifth wrong one is refused too: who guesses
 * has no sixth guess. A newer wish takes nothing from an older one: else anybody could lock others out by asking.
 */
export function decideCode(attempt: Attempt, now: Date): Outcome<null, CodeRefusal> {
  if (attempt.by === 'code' && attempt.guessedOut) return refused('guessed_out');
  if (attempt.by === 'code' && attempt.tries >= MAX_TRIES) return refused('too_many_tries');
  if (attempt.expiresAt <= now) return refused('expired');
  if (!attempt.right) return refused('wrong');
  return attempt.usedAt ? refused('expired') : ok(null);
}

/** A printed code as it stands. */
export interface LetterState {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly uses: number;
}

/** `closed`: too many wrong ones by everybody together. */
export type LetterRefusal = 'unknown' | 'over' | 'closed';

export function letterHolds(letter: LetterState, now: Date): boolean {
  return !letter.revokedAt && letter.expiresAt > now && letter.uses < LETTER_USES;
}

/** Where to go after signing in: a place of this house, and never back to the sign-in. */
export function readReturn(text: string | null | undefined): Path | null {
  const place = readPath(text);
  return place === null || /^\/log-(ind|ud)(\/|\?|$)/.test(place) ? null : place;
}

/** A browser's word for itself, as a person knows it: "Firefox på Windows". Null when we cannot tell. */
export function deviceName(userAgent: string): { readonly browser: string; readonly system: string } | null {
  const browser = BROWSERS.find(([, pattern]) => pattern.test(userAgent))?.[0];
  const system = SYSTEMS.find(([, pattern]) => pattern.test(userAgent))?.[0];
  return browser && system ? { browser, system } : null;
}

const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['Edge', /Edg/],
  ['Samsung Internet', /SamsungBrowser/],
  ['Firefox', /Firefox|FxiOS/],
  ['Chrome', /Chrome|CriOS/],
  ['Safari', /Safari/],
];
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['Mac', /Mac OS X/],
  ['Linux', /Linux/],
];
