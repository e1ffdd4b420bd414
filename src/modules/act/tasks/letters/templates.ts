import type { Language } from '../../../../kernel/language.ts';
import type { Template } from '../rules/templates.ts';
import { templateText } from '../text/templates.ts';

/** What the pieces of a template are called, by their keys. */
export function templateWords(template: Template, language: Language): Readonly<Record<string, string>> {
  return templateText(language)[template];
}
