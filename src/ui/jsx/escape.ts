/**
 * Two private-use characters mark what is known only when a page is written out. Everything that comes from a person
 * loses them on the way in, so nobody can type one.
 */
export const BASE_MARK = '\uE000';
export const TOKEN_MARK = '\uE001';

const RISKY = /[&<>"'\uE000\uE001]/;
const RISKY_ALL = /[&<>"'\uE000\uE001]/g;
const MARKS = /[\uE000\uE001]/g;

const REPLACEMENT: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  [BASE_MARK]: '',
  [TOKEN_MARK]: '',
};

/** Safe between tags and between double quotes. */
export function escapeText(text: string): string {
  return RISKY.test(text) ? text.replace(RISKY_ALL, (character) => REPLACEMENT[character] ?? '') : text;
}

/** Without the write-out markers, otherwise as it was. */
export function clean(text: string): string {
  return text.replace(MARKS, '');
}
