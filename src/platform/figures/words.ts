import { defineText, type Language } from '../../kernel/language.ts';
import { formatOre, toOre } from '../../kernel/money.ts';
import { type Count, hundredthsOf } from './count.ts';
import type { Unit } from './figures.ts';

const text = defineText({
  da: {
    missing: 'mangler',
    hidden: 'færre end fem',
    units: {
      persons: (n: string) => n,
      households: (n: string) => n,
      number: (n: string) => n,
      share: (n: string) => `${n} %`,
      days: (n: string) => `${n} ${n === '1' ? 'dag' : 'dage'}`,
      minutes: (n: string) => `${n} min.`,
    },
    shareOf: (value: string, of: string) => `${value} af ${of}`,
  },
  en: {
    missing: 'missing',
    hidden: 'fewer than five',
    units: {
      persons: (n: string) => n,
      households: (n: string) => n,
      number: (n: string) => n,
      share: (n: string) => `${n}%`,
      days: (n: string) => `${n} ${n === '1' ? 'day' : 'days'}`,
      minutes: (n: string) => `${n} min.`,
    },
    shareOf: (value: string, of: string) => `${value} of ${of}`,
  },
});

/** Hundredths of what is read, with its unit: 1250 is "12,5 %", "12,50 kr.", "12,5 dage". */
export function showHundredths(unit: Unit, hundredths: number, language: Language): string {
  if (unit === 'ore') return formatOre(toOre(hundredths), language);
  // A tenth of a per cent is as fine as anybody reads.
  const value = unit === 'share' ? Math.round(hundredths / 10) / 10 : hundredths / 100;
  return text(language).units[unit](numberText(value, language));
}

/** A count as it is read: "42", "38 %", "4.500 kr.", "mangler", "færre end fem". */
export function showCount(unit: Unit, count: Count, language: Language): string {
  if (count.kind !== 'counted') return text(language)[count.kind];
  return showHundredths(unit, hundredthsOf(unit, count), language);
}

/** The two numbers of a share: "12 af 31". Null for everything else. */
export function showParts(count: Count, language: Language): string | null {
  if (count.kind !== 'counted' || count.of === null) return null;
  return text(language).shareOf(numberText(count.value, language), numberText(count.of, language));
}

function numberText(value: number, language: Language): string {
  const [whole = '', decimals] = String(Math.round(value * 100) / 100).split('.');
  const [group, comma] = language === 'da' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return decimals ? `${grouped}${comma}${decimals}` : grouped;
}
