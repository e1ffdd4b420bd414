import { defineText, type Language } from '../../../../kernel/language.ts';
import { formatOre, type Ore } from '../../../../kernel/money.ts';

const amountsText = defineText({
  da: {
    minutes: (count: number) => `${count} min.`,
    hours: (count: string) => (count === '1' ? '1 time' : `${count} timer`),
    free: 'Gratis',
    allYear: 'Hele året',
    months: ['jan.', 'feb.', 'marts', 'april', 'maj', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'],
  },
  en: {
    minutes: (count: number) => `${count} min.`,
    hours: (count: string) => (count === '1' ? '1 hour' : `${count} hours`),
    free: 'Free',
    allYear: 'All year',
    months: ['Jan.', 'Feb.', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'],
  },
});

/** "20 min.", "1,5 timer". */
export function timeText(language: Language, minutes: number): string {
  const words = amountsText(language);
  if (minutes < 60) return words.minutes(minutes);
  const hours = String(Math.round(minutes / 30) / 2);
  return words.hours(language === 'da' ? hours.replace('.', ',') : hours);
}

export function costText(language: Language, cost: Ore): string {
  return cost === 0 ? amountsText(language).free : formatOre(cost, language);
}

/** "Hele året", "sep.-april", "maj, aug.": months that follow each other are said as a span, over New Year too. */
export function monthsText(language: Language, months: readonly number[]): string {
  const { months: names, allYear } = amountsText(language);
  if (months.length === 0 || months.length === 12) return allYear;
  const has = new Set(months);
  const starts = months.filter((month) => !has.has(month === 1 ? 12 : month - 1)).toSorted((one, other) => one - other);
  const spans = starts.map((from) => {
    let to = from;
    while (has.has((to % 12) + 1)) to = (to % 12) + 1;
    const [first = '', last = ''] = [names[from - 1], names[to - 1]];
    return from === to ? first : `${first}-${last}`;
  });
  return spans.join(', ');
}
