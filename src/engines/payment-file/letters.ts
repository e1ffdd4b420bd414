/**
 * The characters that every Danish bank takes in a payment (SWIFT x without line ends, and the Danish letters: Danish CGI
 * guideline 2013, "character set"). Others become the nearest, or a space.
 */
const ALLOWED = /[^A-Za-z0-9æøåÆØÅ/\-?:().,'+ ]/g;

const NEAREST: Readonly<Record<string, string>> = {
  ä: 'æ',
  Ä: 'Æ',
  ö: 'ø',
  Ö: 'Ø',
  ß: 'ss',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  œ: 'oe',
  Œ: 'OE',
  ł: 'l',
  Ł: 'L',
  '&': '+',
  '–': '-',
  '—': '-',
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  ';': ',',
  _: '-',
};

/** The text in the bank's characters, one line, at most `longest` of them. Empty when nothing of it can be said. */
export function bankText(text: string, longest: number): string {
  const near = Array.from(text.normalize('NFC'), nearest).join('');
  const clean = near
    .replace(ALLOWED, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\/{2,}/g, '/')
    .replace(/^[\s/:'+-]+/, '');
  return clean.slice(0, longest).replace(/[\s/]+$/, '');
}

function nearest(letter: string): string {
  const known = NEAREST[letter];
  if (known !== undefined) return known;
  if (/[æøåÆØÅ]/.test(letter)) return letter;
  // é is e with a mark; without the mark every bank can write it.
  return letter.normalize('NFD').replace(/\p{M}/gu, '');
}
