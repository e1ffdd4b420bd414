import type { Language } from '../../../../kernel/language.ts';

/** "8,3 %", "8.3%". */
export function percent(share: number, language: Language): string {
  const shown = new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 1 });
  return language === 'da' ? `${shown.format(share * 100)} %` : `${shown.format(share * 100)}%`;
}

/** "0,184", "0.184". */
export function decimal(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 3 }).format(value);
}

/** "1.000", "1,000". */
export function whole(count: number, language: Language): string {
  return new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB').format(count);
}
