import { z } from 'zod';
import { readId } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import { readTypedCode } from '../../kernel/typed-code.ts';
import { isMailAddress } from '../../platform/mail/mail.ts';
import { codeField, dayField } from '../../platform/web/fields.ts';
import { CARD_LENGTH, GATHERING_KINDS, MOST_WORDS, PARTS } from './rules.ts';
import { formWords } from './text/forms.ts';

const ORGANISATION_KINDS = ['housing_organisation', 'municipality', 'national_body', 'association'] as const;
const text = z.string().default('');
const NAME_LENGTH = 120;

function bounded(language: Language, most: number) {
  return text.refine((value) => value.length <= most, formWords(language).tooLong(most));
}

export function gatheringForm(language: Language) {
  const words = formWords(language);
  return z
    .object({
      kind: z.enum(GATHERING_KINDS, { error: words.kindMissing }),
      name: bounded(language, NAME_LENGTH).refine((value) => value !== '', words.nameMissing),
      about: bounded(language, MOST_WORDS),
      programme: bounded(language, MOST_WORDS),
      place: bounded(language, NAME_LENGTH),
      from: dayField(words.fromMissing),
      until: dayField(words.untilMissing),
      graceDays: text
        .refine((value) => /^\d{1,3}$/.test(value) && Number(value) <= 365, words.graceUnreadable)
        .transform(Number),
      organisations: z.array(z.string()).default([]),
      version: z.coerce.number().int().default(0).catch(0),
    })
    .refine(({ from, until }) => until >= from, { path: ['until'], message: words.untilBefore })
    .transform(({ organisations, ...rest }) => ({
      ...rest,
      organisations: organisations.flatMap((one) => readId<'organisation'>(one) ?? []),
    }));
}

export function noteForm(language: Language) {
  const words = formWords(language);
  return z.object({ words: bounded(language, MOST_WORDS).refine((value) => value !== '', words.wordsMissing) });
}

export function paperForm(language: Language) {
  const words = formWords(language);
  return z.object({ title: bounded(language, NAME_LENGTH).refine((value) => value !== '', words.paperTitleMissing) });
}

export function guestForm(language: Language) {
  const words = formWords(language);
  return z
    .object({
      name: bounded(language, NAME_LENGTH).refine((value) => value !== '', words.guestNameMissing),
      email: text
        .transform((value) => value.toLowerCase())
        .refine(
          (value) => value === '' || (isMailAddress(value) && value.length <= NAME_LENGTH),
          words.emailUnreadable,
        ),
      organisation: text.transform((value) => readId<'organisation'>(value)),
      newOrganisation: bounded(language, NAME_LENGTH),
      organisationKind: z.enum(ORGANISATION_KINDS).catch('association'),
      part: z.enum(PARTS, { error: words.partMissing }),
    })
    .refine(({ organisation, newOrganisation }) => organisation !== null || newOrganisation !== '', {
      path: ['organisation'],
      message: words.organisationMissing,
    });
}

export function cardForm(language: Language) {
  const words = formWords(language);
  return z.object({
    kode: codeField((typed) => readTypedCode(typed, CARD_LENGTH), words.codeUnreadable),
  });
}
