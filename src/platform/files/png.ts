const SIGNATURE_BYTES = 8;
/** Length and name before the content of a chunk, and a sum after it. */
const AROUND_BYTES = 12;
const WORDS: readonly string[] = ['tEXt', 'zTXt', 'iTXt', 'sPLT'];

/**
 * A PNG without its words: they may be packed, and unpack to a thousand times what they take, as often as somebody likes,
 * before anybody has asked how large the picture is (PNG, third edition, 11.3.3). What breaks off ends there.
 */
export function bareOfWords(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Buffer[] = [file.subarray(0, SIGNATURE_BYTES)];
  for (let at = SIGNATURE_BYTES; at + AROUND_BYTES <= file.length; ) {
    const end = at + AROUND_BYTES + file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    if (!WORDS.includes(name)) kept.push(file.subarray(at, end));
    if (name === 'IEND') break;
    at = end;
  }
  return Buffer.concat(kept);
}
