import { z } from 'zod';
import { readDay } from '../../../../kernel/day.ts';
import { readId } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { dayField } from '../../../../platform/web/fields.ts';
import { PANEL_KINDS, type PanelWords } from '../rules/panel.ts';
import { callText } from '../text/call.ts';

const text = z.string().default('');
const NAME = 120;
const LONG = 2000;

export function panelForm(language: Language) {
  const words = callText(language);
  const bounded = (most: number) => text.refine((value) => value.length <= most, words.tooLong(most));
  const number = (from: number, to: number) =>
    text
      .refine((value) => /^\d{1,3}$/.test(value) && Number(value) >= from && Number(value) <= to, {
        message: from === 2 ? words.seatsUnreadable : words.numberUnreadable(from, to),
      })
      .transform(Number);
  return z
    .object({
      kind: z.enum(PANEL_KINDS, { error: words.kindMissing }),
      name: bounded(NAME).refine((value) => value !== '', words.nameMissing),
      purpose: bounded(LONG).refine((value) => value !== '', words.purposeMissing),
      practical: bounded(LONG),
      seats: number(2, 200),
      opensOn: dayField(words.dayMissing),
      closesOn: text.transform((value) => readDay(value)),
      minAge: number(15, 99),
      offerDays: number(1, 60),
      boardLimit: text
        .refine(
          (value) => value === '' || (/^\d{1,3}$/.test(value) && Number(value) <= 200),
          words.numberUnreadable(0, 200),
        )
        .transform((value) => (value === '' ? null : Number(value))),
      unchosenMonths: number(1, 24),
      memberMonths: number(1, 36),
      version: z.coerce.number().int().default(0).catch(0),
    })
    .refine(({ kind, closesOn }) => kind === 'open' || closesOn !== null, {
      path: ['closesOn'],
      message: words.closesMissing,
    })
    .refine(({ opensOn, closesOn }) => closesOn === null || closesOn >= opensOn, {
      path: ['closesOn'],
      message: words.closesBefore,
    })
    .transform(({ version, ...rest }): { readonly words: PanelWords; readonly version: number } => ({
      words: rest.kind === 'open' ? { ...rest, closesOn: null } : rest,
      version,
    }));
}

export function selectorForm(language: Language) {
  const words = callText(language);
  return z.object({
    person: text.transform((value, context) => {
      const id = readId<'person'>(value);
      if (!id) context.addIssue({ code: 'custom', message: words.selectorNone });
      return id ?? ('' as never);
    }),
    fjern: text,
  });
}

export function callLettersForm(language: Language) {
  const words = callText(language);
  return z.object({
    department: text.transform((value, context) => {
      const id = readId<'department'>(value);
      if (!id) context.addIssue({ code: 'custom', message: words.departmentMissing });
      return id ?? ('' as never);
    }),
    subject: text
      .refine((value) => value !== '', words.lettersMissing)
      .refine((value) => value.length <= NAME, words.tooLong(NAME)),
    body: text
      .refine((value) => value !== '', words.lettersMissing)
      .refine((value) => value.length <= 4000, words.tooLong(4000)),
  });
}
