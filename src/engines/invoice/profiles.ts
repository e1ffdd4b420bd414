import type { Invoice } from './invoice.ts';

type Specified = Pick<Invoice, 'specification'>;

/** Factur-X MINIMUM: parties and totals alone; no lines, no breakdown of the VAT, no payment and no terms. */
export function isMinimum({ specification }: Specified): boolean {
  return /:minimum$/i.test(specification ?? '');
}

/** MINIMUM and BASIC WL carry no lines. */
export function hasNoLines({ specification }: Specified): boolean {
  return /:(?:minimum|basicwl)$/i.test(specification ?? '');
}

/** EXTENDED lets each sum differ by a hundredth for every part of it (BR-FXEXT-CO-10 and on). */
export function isExtended({ specification }: Specified): boolean {
  return /:extended$/i.test(specification ?? '');
}
