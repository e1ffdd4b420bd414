import type { Language } from '../../../../kernel/language.ts';
import { toldText } from '../text/told.ts';

/** "Rugmarken prøvede dette: ”Æbledag”. 34 kom." */
export function triedSentence(
  {
    departments,
    title,
    came,
  }: { readonly departments: readonly string[]; readonly title: string; readonly came: number },
  language: Language,
): string {
  const words = toldText(language);
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(departments);
  return words.tried(list, title, came);
}
