import { createHash } from 'node:crypto';

/** Ten-sided dice in the order they were read: `427` is panel 427. Null when the number is not on the list: throw again. */
export function panelByDigits(digits: string, panels: number): number | null {
  if (!/^\d+$/.test(digits) || digits.length !== digitsFor(panels)) return null;
  return Number(digits) < panels ? Number(digits) : null;
}

/** How many ten-sided dice a list takes. */
export function digitsFor(panels: number): number {
  return String(panels - 1).length;
}

/** The panel that a seed draws from a list that is already settled, by the list's hash. */
export function panelBySeed(seed: string, listHash: string, panels: number): number {
  return createHash('sha256').update(`${seed}\n${listHash}`).digest().readUIntBE(0, 6) % panels;
}
