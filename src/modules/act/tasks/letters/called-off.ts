import type { Language } from '../../../../kernel/language.ts';
import type { Saying } from '../../../turns/public.ts';
import { calledOffText } from '../text/called-off.ts';

/** To whoever has a small task of it. */
export function calledOffNote(event: string, says: string, language: Language): Saying {
  const words = calledOffText(language);
  return { subject: words.subject(event), paragraphs: [words.said(event, says)] };
}
