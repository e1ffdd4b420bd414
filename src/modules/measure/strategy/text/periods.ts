import { type Day, yearOf } from '../../../../kernel/day.ts';
import { monthOf } from '../../../../kernel/format.ts';
import { defineText, type Language } from '../../../../kernel/language.ts';
import { FREQUENCIES, periodOf } from '../rules/period.ts';

export const periodsText = defineText({
  da: {
    quarter: (number: number, year: number) => `${number}. kvartal ${year}`,
    half: (number: number, year: number) => `${number}. halvår ${year}`,
    frequencies: { month: 'Hver måned', quarter: 'Hvert kvartal', half: 'Hvert halve år', year: 'Hvert år' },
  },
  en: {
    quarter: (number: number, year: number) => `quarter ${number} of ${year}`,
    half: (number: number, year: number) => `half ${number} of ${year}`,
    frequencies: { month: 'Every month', quarter: 'Every quarter', half: 'Every half year', year: 'Every year' },
  },
});

/** "2026", "2. kvartal 2026", "maj 2026". */
export function periodName({ from, until }: { readonly from: Day; readonly until: Day }, language: Language): string {
  const words = periodsText(language);
  const frequency = FREQUENCIES.find((one) => periodOf(from, one).until === until) ?? 'year';
  const [year, month] = [yearOf(from), Number(from.slice(5, 7))];
  if (frequency === 'month') return `${monthOf(from, language)} ${year}`;
  if (frequency === 'quarter') return words.quarter(Math.ceil(month / 3), year);
  return frequency === 'half' ? words.half(month > 6 ? 2 : 1, year) : String(year);
}
