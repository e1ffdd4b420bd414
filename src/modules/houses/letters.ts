import type { Language } from '../../kernel/language.ts';
import type { Saying } from '../turns/public.ts';
import { housesText } from './text.ts';
import { myHousesPlace } from './urls.ts';

/** There is a new way in: who did not do it can call. */
export function tiedMail(language: Language, here: string, there: string): Saying {
  const words = housesText(language);
  return {
    subject: words.toldSubject,
    paragraphs: [words.told(here, there), words.toldNot],
    action: { label: words.toldAction, path: myHousesPlace({}) },
  };
}
