import type { Place } from './payment.ts';

/**
 * What a person writes for an account, taken apart: "3000 1234567", "30001234567", an IBAN. Null when it is none of them.
 * Whether it is right is asked of the engine.
 */
export function readAccount(
  text: string,
): { readonly reg: string; readonly account: string } | { readonly iban: string } | null {
  const bare = text.replace(/[\s.-]/g, '').toUpperCase();
  if (/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(bare)) return { iban: bare };
  const match = /^(\d{4})(\d{1,10})$/.exec(bare);
  return match ? { reg: match[1] ?? '', account: match[2] ?? '' } : null;
}

/** The line at the foot of a slip: `+71<000000020261178+82345678<`; spaces are nothing. Null when it is not that. */
export function readSlip(text: string): Extract<Place, { kind: 'slip' }> | null {
  const match = /^\+?(71|73|75|01|04|15)<?(\d{15,16})?\+(\d{7,8})<?$/.exec(text.replace(/\s/g, ''));
  if (!match) return null;
  const [, cardType, reference, creditor = ''] = match;
  return { kind: 'slip', cardType: cardType as '71', reference: reference ?? null, creditor };
}

/** The slip's line again, as it stands on paper. */
export function writeSlip({ cardType, reference, creditor }: Extract<Place, { kind: 'slip' }>): string {
  return `+${cardType}<${reference ?? ''}+${creditor}<`;
}
