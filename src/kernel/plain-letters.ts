const SPELT: Readonly<Record<string, string>> = { Æ: 'Ae', Ø: 'Oe', Å: 'Aa', æ: 'ae', ø: 'oe', å: 'aa' };

/** With letters that an address can hold: "Rosenhøj" → "Rosenhoej", "José" → "Jose". Other alphabets stay as they are. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[ÆØÅæøå]/g, (letter) => SPELT[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}
