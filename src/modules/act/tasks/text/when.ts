import type { Day } from '../../../../kernel/day.ts';
import { formatDayWithWeekday } from '../../../../kernel/format.ts';
import { defineText, type Language } from '../../../../kernel/language.ts';

const text = defineText({
  da: { at: (day: string, clock: string) => `${day} kl. ${clock.replace(':', '.')}` },
  en: { at: (day: string, clock: string) => `${day} at ${clock}` },
});

/** "onsdag den 3. juni 2026 kl. 15.00"; '' where there is no day. */
export function whenOf(task: { readonly dueOn: Day | null; readonly clock: string }, language: Language): string {
  if (!task.dueOn) return '';
  const day = formatDayWithWeekday(task.dueOn, language);
  return task.clock ? text(language).at(day, task.clock) : day;
}
