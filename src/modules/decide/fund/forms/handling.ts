import { z } from 'zod';
import { readId } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type Ore, readOre } from '../../../../kernel/money.ts';
import { REFUSAL_REASONS } from '../rules/application.ts';
import { formWords } from '../text/forms.ts';
import { handlingText } from '../text/handling.ts';

const text = z.string().default('');

function short(most: number, message: string) {
  return text.refine((value) => value.length <= most, message);
}

/** Empty is null; what cannot be read is a problem. */
function amountIn(message: string) {
  return text.transform((value, context): Ore | null => {
    const amount = value === '' ? null : readOre(value);
    if (value !== '' && (amount === null || amount < 0)) context.addIssue({ code: 'custom', message });
    return amount;
  });
}

export function wordsForm(language: Language) {
  const words = formWords(language);
  return z.object({ words: short(1500, words.tooLong).refine((value) => value !== '', words.wordsMissing) });
}

export function withdrawForm(language: Language) {
  return z.object({ words: short(600, formWords(language).tooLong) });
}

/** Oneself, or (`person`) somebody of the deciding body whom staff write down. */
export function asideForm(language: Language) {
  return z.object({
    reason: z.enum(['family', 'neighbour_group', 'own_interest'], { error: formWords(language).choose }),
    person: text.transform((value) => readId<'person'>(value)),
  });
}

/** Whether somebody whom the applicant named applies too; that they do not needs a reason. */
export function namingForm(language: Language) {
  const words = formWords(language);
  return z
    .object({
      person: text.transform((value) => readId<'person'>(value)),
      result: z.enum(['confirmed', 'rejected'], { error: words.choose }),
      words: short(600, words.tooLong),
    })
    .superRefine((typed, context) => {
      if (typed.result === 'confirmed' || typed.words !== '') return;
      context.addIssue({ code: 'custom', path: ['words'], message: words.wordsMissing });
    });
}

/** An advice or a decision: the answer, and the amount with a yes. */
export function answerForm(language: Language) {
  const words = formWords(language);
  return z
    .object({
      result: z.enum(['commit', 'wait', 'refuse'], { error: words.choose }),
      amount: amountIn(words.amountUnreadable),
      terms: short(1000, words.tooLong),
      reason: z.enum(REFUSAL_REASONS).catch('other'),
      words: short(1500, words.tooLong),
      reference: short(120, words.tooLong),
    })
    .superRefine((typed, context) => {
      if (typed.result === 'commit' && !typed.amount) {
        context.addIssue({ code: 'custom', path: ['amount'], message: words.amountMissing });
      }
    });
}

/** Called off; `keep` is what a supplier can still ask for. */
export function cancelForm(language: Language) {
  const words = formWords(language);
  return z.object({ words: short(600, words.tooLong), keep: amountIn(words.amountUnreadable) });
}

export function releaseForm(language: Language) {
  const words = formWords(language);
  return z.object({
    words: short(600, words.tooLong),
    amount: amountIn(words.amountUnreadable).refine((value) => value !== null && value > 0, words.amountMissing),
  });
}

/** Who carries it on: a co-applicant, or somebody by mail or telephone. */
export function takeOverForm(language: Language) {
  const words = formWords(language);
  return z
    .object({
      person: text.transform((value) => readId<'person'>(value)),
      contact: short(120, words.tooLong),
      words: short(600, words.tooLong),
    })
    .superRefine((typed, context) => {
      if (typed.person || typed.contact !== '') return;
      context.addIssue({ code: 'custom', path: ['contact'], message: handlingText(language).takeOverMissing });
    });
}
