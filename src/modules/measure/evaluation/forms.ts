import { z } from 'zod';
import type { Language } from '../../../kernel/language.ts';
import { readTypedCode } from '../../../kernel/typed-code.ts';
import { codeField } from '../../../platform/web/fields.ts';
import { type Answer, HELPS, isEmpty, LIKED, MOST_WORDS } from './rules/answers.ts';
import { CODE_LENGTH } from './rules/evaluation.ts';
import { askingText } from './text/asking.ts';

const text = z.string().default('');

/** The three questions, each of which may be left out, but not all. */
export function answerForm(language: Language) {
  const words = askingText(language);
  return z
    .object({
      liked: text.transform((value) => LIKED.find((one) => String(one) === value) ?? null),
      metNew: text.transform((value) => (value === 'ja' ? true : value === 'nej' ? false : null)),
      helps: text.transform((value) => HELPS.find((one) => one === value) ?? null),
      words: text.refine((value) => value.length <= MOST_WORDS, words.tooLong(MOST_WORDS)),
    })
    .refine((answer: Answer) => !isEmpty(answer), { path: ['liked'], message: words.empty });
}

export function codeForm(language: Language) {
  return z.object({ kode: codeField((typed) => readTypedCode(typed, CODE_LENGTH), askingText(language).codeWrong) });
}
