import { z } from 'zod';
import type { Language } from '../../../kernel/language.ts';
import { readOre, ZERO_ORE } from '../../../kernel/money.ts';
import { dayField } from '../../../platform/web/fields.ts';
import { MOST_CAME, MOST_WORDS, ON_PHOTO } from './rules/feedback.ts';
import { feedbackText } from './text/feedback.ts';
import { followUpText } from './text/follow-up.ts';

const text = z.string().default('');

/** The three questions, to be sent. */
export function feedbackForm(language: Language) {
  const words = feedbackText(language);
  return z.object({
    came: text.transform((value, context) => {
      const count = wholeNumber(value);
      if (count === null)
        context.addIssue({ code: 'custom', message: value === '' ? words.cameMissing : words.cameUnreadable });
      return count ?? 0;
    }),
    best: text.refine((value) => value.length <= MOST_WORDS, words.tooLong(MOST_WORDS)),
    differently: text.refine((value) => value.length <= MOST_WORDS, words.tooLong(MOST_WORDS)),
    channel: z.enum(['self', 'paper', 'phone']).catch('self'),
  });
}

/** What is longer is no number, and would only cost time. */
const LONGEST_COUNT = 60;

/** "40", "1.200", "ca. 40": people write a number as they say it. */
function wholeNumber(value: string): number | null {
  if (value.length > LONGEST_COUNT) return null;
  const plain = value
    .replace(/^(ca\.?|cirka|omkring|about)\s*/i, '')
    .replace(/\s*(personer|mennesker|people)\.?$/i, '');
  if (!/^\d{1,3}(?:[. ]\d{3})*$|^\d{1,6}$/.test(plain)) return null;
  const count = Number(plain.replace(/[. ]/g, ''));
  return count <= MOST_CAME ? count : null;
}

/** The same three, kept as they were typed. */
export const draftForm = z.object({
  came: text.transform((value) => value.slice(0, 40)),
  best: text.transform((value) => value.slice(0, 4 * MOST_WORDS)),
  differently: text.transform((value) => value.slice(0, 4 * MOST_WORDS)),
  do: z.enum(['keep', 'send']).catch('send'),
});

/** What is said about a picture. The file itself is read by the route. */
export function photoForm(language: Language) {
  const words = feedbackText(language);
  return z.object({
    alt: text
      .refine((value) => value !== '', words.altMissing)
      .refine((value) => value.length <= 200, words.tooLong(200)),
    people: z.enum(ON_PHOTO, words.peopleMissing),
    agreed: text.refine((value) => value === 'ja', words.consentMissing),
    public: text.transform((value) => value === 'ja'),
  });
}

/** A reason in a few words; `least` is 0 where none is needed. */
export function reasonForm(language: Language, least: 0 | 1) {
  const words = followUpText(language);
  return z.object({
    words: text
      .refine((value) => value.length >= least, words.reasonMissing)
      .refine((value) => value.length <= 400, feedbackText(language).tooLong(400)),
  });
}

/** How much goes back, and why. */
export function releaseForm(language: Language) {
  const words = followUpText(language);
  return reasonForm(language, 1).extend({
    amount: text.transform((value, context) => {
      const amount = readOre(value);
      if (amount === null || amount <= 0) context.addIssue({ code: 'custom', message: words.amountUnreadable });
      return amount ?? ZERO_ORE;
    }),
  });
}

export function waitForm(language: Language) {
  const words = followUpText(language);
  return reasonForm(language, 1).extend({
    until: dayField(words.untilUnreadable),
  });
}

export function daysForm(language: Language) {
  const words = followUpText(language);
  const days = (most: number, least = 1) =>
    text.transform((value, context) => {
      const count = /^\d{1,3}$/.test(value) ? Number(value) : 0;
      if (count < least || count > most) {
        context.addIssue({ code: 'custom', message: words.daysUnreadable(least, most) });
      }
      return count;
    });
  return z
    .object({ undecided: days(90), invoice: days(365), release: days(365), feedback: days(365, 7) })
    .refine((typed) => typed.release > typed.invoice, { path: ['release'], message: words.releaseBeforeInvoice });
}

export const codeForm = z.object({ code: text });
