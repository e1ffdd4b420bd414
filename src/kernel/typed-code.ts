/** What somebody typed off paper, "k7qx4-mtd2b" → "K7QX4MTD2B". Null when it cannot be a code of `length` letters and figures. */
export function readTypedCode(text: string, length: number): string | null {
  const bare = bareOf(text);
  return bare.length === length && /^[0-9A-Z]+$/.test(bare) ? bare : null;
}

/** The code of a receipt, "abcd-efgh-jkmn" → "ABCDEFGHJKMN". Null when it cannot be one. */
export function readReceiptCode(text: string): string | null {
  const bare = bareOf(text);
  return /^[2-9A-Z]{12}$/.test(bare) ? bare : null;
}

/** A code as it stands on paper, in groups that can be held in mind: "K7QX4-MTD2B", and in groups of four "ABCD-EFGH-JKMN". */
export function writeTypedCode(code: string, group: 4 | 5 = 5): string {
  return (code.match(group === 4 ? /.{1,4}/g : /.{1,5}/g) ?? []).join('-');
}

function bareOf(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase();
}
