import { z } from 'zod';
import { readId } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { dayField } from '../../../../platform/web/fields.ts';
import { METHODS, MOST_IN_PAIRS, MOST_OPTIONS } from '../rules/voting.ts';
import { meetText } from '../text/meet.ts';

const text = z.string().default('');
const list = z.union([z.string().transform((value) => [value]), z.array(z.string())]).default([]);
const SHORT = 120;
const LONG = 4000;

export function meetingForm(language: Language) {
  const words = meetText(language);
  const bounded = (most: number) => text.refine((value) => value.length <= most, words.tooLong(most));
  return z.object({
    on: dayField(words.dayMissing),
    starts: text.transform((value) => (/^\d\d:\d\d$/.test(value) ? value : '')),
    place: bounded(SHORT),
    agenda: bounded(LONG).refine((value) => value !== '', words.agendaMissing),
    notes: bounded(LONG),
    version: z.coerce.number().int().default(0).catch(0),
  });
}

export const attendanceForm = z.object({
  came: list.transform((values) => values.flatMap((value) => readId<'panel_application'>(value) ?? [])),
});

export function questionForm(language: Language) {
  const words = meetText(language);
  return z
    .object({
      asks: text
        .refine((value) => value !== '', words.asksMissing)
        .refine((value) => value.length <= 200, words.tooLong(200)),
      // Not "method": a field of that name hides the form's own from scripts.
      how: z.enum(METHODS, { error: words.methodMissing }),
      dots: text
        .transform((value) => value || '5')
        .refine((value) => /^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= 20, words.dotsUnreadable)
        .transform(Number),
      options: text.transform((value) =>
        value
          .split('\n')
          .map((line) => line.trim().slice(0, 200))
          .filter(Boolean),
      ),
      initiatives: list.transform((values) => values.flatMap((value) => readId<'initiative'>(value) ?? [])),
    })
    .superRefine(({ options, initiatives, how }, context) => {
      const count = options.length + initiatives.length;
      const most = how === 'pairs' ? MOST_IN_PAIRS : MOST_OPTIONS;
      const message = count < 2 ? words.optionsFew : count > most ? words.optionsMany(most) : null;
      if (message) context.addIssue({ code: 'custom', path: ['options'], message });
    });
}

export function recommendationForm(language: Language) {
  const words = meetText(language);
  return z.object({
    says: text
      .refine((value) => value !== '', words.saysMissing)
      .refine((value) => value.length <= 1000, words.tooLong(1000)),
    meeting: text.transform((value) => readId<'panel_meeting'>(value)),
  });
}

export function answerForm(language: Language) {
  const words = meetText(language);
  return z.object({
    answer: text
      .refine((value) => value !== '', words.answerMissing)
      .refine((value) => value.length <= 1000, words.tooLong(1000)),
  });
}

export function growForm(language: Language) {
  const words = meetText(language);
  return z.object({
    title: text
      .refine((value) => value !== '', words.titleMissing)
      .refine((value) => value.length <= SHORT, words.tooLong(SHORT)),
    category: z.enum(['homes', 'green', 'people'], { error: words.categoryMissing }),
  });
}
