import type { Language } from '../../../../kernel/language.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { toldText } from '../text/told.ts';

/** On the day itself: what was asked for is due today. */
export function todayNote(language: Language, path: Path) {
  const words = toldText(language);
  return { subject: words.todaySubject, paragraphs: [words.today], action: { label: words.todayAction, path } };
}
