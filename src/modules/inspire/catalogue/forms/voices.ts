import { z } from 'zod';
import { readId } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { MOST_ALT, MOST_QUESTION, MOST_REMARK } from '../rules/voices.ts';
import { voicesText } from '../text/voices.ts';

const text = z.string().default('');
const ticked = text.transform((value) => value === 'ja');

function short(most: number, message: string) {
  return text.refine((value) => value.length <= most, message);
}

/** What the caretakers say to a card, and where it holds. */
export function remarkForm(language: Language) {
  const words = voicesText(language);
  return z.object({
    remark: said(MOST_REMARK, words.remarkMissing, words.tooLong(MOST_REMARK)),
    where: text.transform((value) => readId<'department'>(value)),
  });
}

export function photoForm(language: Language) {
  const words = voicesText(language);
  return z.object({
    alt: said(MOST_ALT, words.altMissing, words.tooLong(MOST_ALT)),
    credit: short(120, words.tooLong(120)),
    agreed: ticked.refine((agreed) => agreed, words.agreedMissing),
  });
}

/** A question to those who did it. */
export function askForm(language: Language) {
  const words = voicesText(language);
  return z.object({
    initiative: text.transform((value) => readId<'initiative'>(value)),
    words: said(MOST_QUESTION, words.askMissing, words.tooLong(MOST_QUESTION)),
  });
}

export function answerForm(language: Language) {
  const words = voicesText(language);
  return z.object({ words: said(MOST_QUESTION, words.answerMissing, words.tooLong(MOST_QUESTION)), named: ticked });
}

function said(most: number, missing: string, tooLong: string) {
  return short(most, tooLong).refine((value) => value !== '', missing);
}
