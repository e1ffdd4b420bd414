import { z } from 'zod';
import { readId } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { readContact } from '../../../housing/public.ts';
import { datedStep, LONGEST_CHOICE, MOST_ONWARD, MOST_PLEDGE, PLEDGE_OUTCOMES } from '../rules/after.ts';
import { onwardText } from '../text/onward.ts';
import { pledgeCardsText } from '../text/pledge-cards.ts';
import { wallText } from '../text/wall.ts';

const text = z.string().default('');
const NAME_LENGTH = 120;
const MOST_TOLD = 1000;
const ticked = text.transform((value) => value === 'ja');
const list = z.array(z.string()).default([]);

/** How somebody can be reached; both null when they wrote nothing. */
interface Reached {
  readonly email: string | null;
  readonly phone: string | null;
}

/** "signe@example.dk" or "12 34 56 78". */
function contactField(unreadable: string) {
  return text.transform((value, context): Reached => {
    const reached = readContact(value, NAME_LENGTH);
    if (value !== '' && !reached.email && !reached.phone) context.addIssue({ code: 'custom', message: unreadable });
    return reached;
  });
}

export function joinForm(language: Language) {
  const words = wallText(language);
  return z.object({
    choices: list.refine((chosen) => chosen.length > 0, words.joinMissing),
    name: text
      .refine((value) => value !== '', words.nameMissing)
      .refine((value) => value.length <= NAME_LENGTH, words.tooLong(NAME_LENGTH)),
    contact: contactField(words.contactUnreadable).refine(
      ({ email, phone }) => email !== null || phone !== null,
      words.contactMissing,
    ),
    shared: ticked,
    hears: ticked,
  });
}

function pledgeFields(language: Language, missing: string) {
  const words = wallText(language);
  return z.object({
    step: text
      .refine((value) => value !== '', missing)
      .refine((value) => value.length <= MOST_PLEDGE, words.tooLong(MOST_PLEDGE)),
    stepName: text.refine((value) => value.length <= NAME_LENGTH, words.tooLong(NAME_LENGTH)),
    stepContact: contactField(words.contactUnreadable),
    stepHears: ticked,
  });
}

export function pledgeForm(language: Language) {
  const words = wallText(language);
  return pledgeFields(language, words.pledgeMissing).refine(
    ({ stepHears, stepContact: { email, phone } }) => !stepHears || email !== null || phone !== null,
    { path: ['stepContact'], message: words.hearsWhere },
  );
}

/** A card that staff type in: the same, when, and whose table's it is. */
export function pledgeCardForm(language: Language) {
  const words = pledgeCardsText(language);
  return pledgeFields(language, words.stepMissing)
    .extend({ stepWhen: text, stepTable: text.transform((value) => readId<'workshop_table'>(value)) })
    .transform(({ step, stepWhen, ...rest }) => ({ ...rest, step: datedStep(step, stepWhen) }))
    .refine(({ step }) => step.length <= MOST_PLEDGE, { path: ['step'], message: words.tooLong(MOST_PLEDGE) });
}

export function outcomeForm(language: Language) {
  const words = wallText(language);
  return z.object({
    outcome: z.enum(PLEDGE_OUTCOMES, { error: words.pledgeOutcomeMissing }),
    words: text.refine((value) => value.length <= MOST_TOLD, words.tooLong(MOST_TOLD)),
  });
}

/** What is to go onward: options by the names of their fields, words by their rows. One button is one of them. */
export function onwardForm(language: Language) {
  const words = onwardText(language);
  return z
    .object({ boxes: list, words: list, one: text, as: z.enum(['initiative', 'idea']).catch('initiative') })
    .transform(({ boxes, words: rows, one, as }) => ({
      as,
      boxes: one.startsWith('box:') ? [one.slice('box:'.length)] : one ? [] : boxes,
      words: (one.startsWith('words:') ? [one.slice('words:'.length)] : one ? [] : rows).flatMap(
        (id) => readId<'workshop_words'>(id) ?? [],
      ),
    }))
    .refine(({ boxes, words: rows }) => boxes.length + rows.length > 0, {
      path: ['boxes'],
      message: words.chooseSome,
    })
    .refine(({ boxes, words: rows }) => boxes.length + rows.length <= MOST_ONWARD, {
      path: ['boxes'],
      message: words.tooMany(MOST_ONWARD),
    });
}

export function askQuotesForm(language: Language) {
  return z.object({
    words: list
      .transform((ids) => ids.flatMap((id) => readId<'workshop_words'>(id) ?? []))
      .refine((ids) => ids.length > 0, onwardText(language).chooseSome),
  });
}

export const quoteAnswerForm = z.object({ answer: z.enum(['yes', 'no', 'remove']) });

export function choicesForm(language: Language) {
  const words = onwardText(language);
  return z
    .object({
      boxes: list,
      own: text.refine((value) => value.length <= LONGEST_CHOICE, words.putUpTooLong(LONGEST_CHOICE)),
    })
    .refine(({ boxes, own }) => boxes.length > 0 || own !== '', { path: ['own'], message: words.putUpMissing });
}
