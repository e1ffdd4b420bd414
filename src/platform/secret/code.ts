import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A code that cannot be guessed, for a link: 120 bits, 20 signs that stand in an address as they are. */
export function newCode(): string {
  return randomBytes(15).toString('base64url');
}

/** Letters and figures that nobody mistakes for each other, on paper and on the telephone. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code that a person types: 4.9 bits a sign. Short ones need a limit on how often somebody may try. */
export function newTypedCode(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** SHA-256, 32 bytes: all that is kept of a code, so that who reads the database cannot use it. */
export function hashOfCode(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}
