import { z } from 'zod';
import { type Id, readId } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { dayField } from '../../../../platform/web/fields.ts';
import { formWords } from '../text/forms.ts';
import { meetingsText } from '../text/meetings.ts';

const text = z.string().default('');

export function meetingForm(language: Language) {
  const words = meetingsText(language);
  return z.object({
    on: dayField(words.dayMissing),
    reference: text
      .refine((value) => value !== '', words.referenceMissing)
      .refine((value) => value.length <= 120, formWords(language).tooLong),
  });
}

/** At least one took part. */
export function presentForm(language: Language) {
  return z.object({
    present: z
      .array(z.string())
      .default([])
      .transform((all) => all.map((one) => readId<'person'>(one)).filter((one): one is Id<'person'> => one !== null))
      .refine((people) => people.length > 0, meetingsText(language).presentMissing),
  });
}

/** Where it is written that a round was decided. */
export function roundForm(language: Language) {
  return z.object({ reference: text.refine((value) => value.length <= 120, formWords(language).tooLong) });
}

export const agendaForm = z.object({
  cases: z
    .array(z.string())
    .default([])
    .transform((all) =>
      all.map((one) => readId<'fund_application'>(one)).filter((one): one is Id<'fund_application'> => one !== null),
    ),
});
