import type { Day } from '../../../../kernel/day.ts';
import { formatDayWithWeekday } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Saying } from '../../../turns/public.ts';
import { calledOffText } from '../text/called-off.ts';

/** To whoever has a small task of it. */
export function calledOffNote(event: string, says: string, language: Language): Saying {
  const words = calledOffText(language);
  return { subject: words.subject(event), paragraphs: [words.said(event, says)] };
}

/** The same, when it has another day. */
export function movedNote(event: string, says: string, on: Day, language: Language): Saying {
  const words = calledOffText(language);
  return {
    subject: words.movedSubject(event),
    paragraphs: [words.moved(event, says, formatDayWithWeekday(on, language)), words.movedCannot],
  };
}
