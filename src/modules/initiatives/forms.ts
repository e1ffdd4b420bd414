import { z } from 'zod';
import { type Id, readId } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import { readTypedCode } from '../../kernel/typed-code.ts';
import { codeField, optionalDayField } from '../../platform/web/fields.ts';
import { readContact } from '../housing/public.ts';
import { CODE_LENGTH, QUIET_ANSWERS, WAKINGS } from './rules/quiet.ts';
import { ANSWERS, CATEGORIES, END_RESULTS } from './rules.ts';
import { formWords } from './text/forms.ts';
import { quietText } from './text/quiet.ts';

/** How a visitor can be answered; all absent when the idea was just laid here. */
export interface ContactTyped {
  readonly email?: string;
  readonly phone?: string;
}

/** Null when it is no way to reach anybody; empty is nobody to answer. */
function contactIn(text: string): ContactTyped | null {
  if (text === '') return {};
  const { email, phone } = readContact(text);
  if (email) return { email };
  return phone ? { phone } : null;
}

const text = z.string().default('');
const ticked = text.transform((value) => value === 'ja');

function longText(most: number, message: string) {
  return text.refine((value) => value.length <= most, message);
}

function contactField(message: string) {
  return text.transform((value, context): ContactTyped => {
    const contact = contactIn(value);
    if (!contact) context.addIssue({ code: 'custom', message });
    return contact ?? {};
  });
}

/** An id from a list of choices; what is not one is as if nothing was chosen. */
function idField<Entity extends string>() {
  return text.transform((value) => readId<Entity>(value));
}

export function ideaForm(language: Language, options: { readonly byStaff: boolean }) {
  const words = formWords(language);
  return z.object({
    said: longText(2000, words.saidTooLong).refine((value) => value !== '', words.saidMissing),
    contact: contactField(words.contactUnreadable),
    department: idField<'department'>(),
    once: text,
    channel: options.byStaff
      ? z.enum(['self', 'paper', 'phone'], { error: words.channelMissing })
      : text.transform(() => 'self' as const),
    name: text.transform((value) => value.slice(0, 120)),
  });
}

export function descriptionForm(language: Language) {
  const words = formWords(language);
  return z
    .object({
      title: longText(80, words.titleTooLong).refine((value) => value !== '', words.titleMissing),
      what: longText(3000, words.tooLong).refine((value) => value !== '', words.whatMissing),
      why: longText(3000, words.tooLong),
      category: z.enum(CATEGORIES, { error: words.categoryMissing }),
      place: longText(120, words.tooLong),
      startsOn: optionalDayField(words.dayUnreadable),
      endsOn: optionalDayField(words.dayUnreadable),
      where: z
        .array(z.string())
        .default([])
        .refine((chosen) => chosen.length > 0, words.whereMissing),
      version: z.coerce.number().int().default(0).catch(0),
      drive: ticked,
      named: ticked,
      words: longText(2000, words.tooLong),
      channel: z.enum(['self', 'paper', 'phone']).catch('self'),
      name: longText(120, words.tooLong),
      contact: contactField(words.contactUnreadable),
    })
    .superRefine((typed, context) => {
      if (typed.startsOn && typed.endsOn && typed.endsOn < typed.startsOn) {
        context.addIssue({ code: 'custom', path: ['endsOn'], message: words.endsBeforeStart });
      }
    })
    .transform(({ where, ...typed }) => ({
      ...typed,
      wholeOrganisation: where.includes('alle'),
      departmentIds: where.includes('alle')
        ? []
        : where.map((one) => readId<'department'>(one)).filter((one): one is Id<'department'> => one !== null),
    }));
}
export type DescriptionTyped = z.output<ReturnType<typeof descriptionForm>>;

export function askForm(language: Language) {
  const words = formWords(language);
  return z
    .object({
      person: text,
      name: longText(120, words.tooLong),
      contact: contactField(words.contactUnreadable),
      words: longText(1000, words.tooLong),
      inMyPlace: ticked,
    })
    .superRefine((typed, context) => {
      const issue = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
      if (typed.person === '') issue('person', words.whoMissing);
      if (typed.person !== 'other') return;
      if (typed.name === '') issue('name', words.otherNameMissing);
      if (!typed.contact.email && !typed.contact.phone) issue('contact', words.otherContactMissing);
    });
}

export function answerForm(language: Language) {
  const words = formWords(language);
  return z.object({
    answer: z.enum(ANSWERS, { error: words.answerMissing }),
    words: longText(1000, words.tooLong),
    named: ticked,
    channel: z.enum(['self', 'paper', 'phone']).catch('self'),
  });
}

export function parkForm(language: Language, today: string) {
  const words = formWords(language);
  return z.object({
    reason: longText(500, words.tooLong).refine((value) => value !== '', words.reasonMissing),
    askAgainOn: optionalDayField(words.dayUnreadable).refine((day) => day === null || day >= today, words.askAgainPast),
  });
}

export function wordsForm(language: Language) {
  return z.object({ words: longText(1000, formWords(language).tooLong) });
}

export function endForm(language: Language) {
  const words = formWords(language);
  return z.object({
    result: z.enum(END_RESULTS, { error: words.resultMissing }),
    words: longText(3000, words.tooLong),
  });
}

export function stepForm(language: Language) {
  const words = formWords(language);
  return z.object({
    says: longText(200, words.stepTooLong).refine((value) => value !== '', words.stepMissing),
    person: idField<'person'>(),
    dueOn: optionalDayField(words.dayUnreadable),
  });
}

export function finishForm(language: Language) {
  return z.object({
    outcome: z.enum(['done', 'dropped']).catch('done'),
    words: longText(1000, formWords(language).tooLong),
  });
}

export function joinForm(language: Language) {
  const words = formWords(language);
  return z.object({
    initiative: text.transform((value, context): Id<'initiative'> => {
      const id = readId<'initiative'>(value);
      if (!id) context.addIssue({ code: 'custom', message: words.joinMissing });
      return id ?? ('' as Id<'initiative'>);
    }),
    words: longText(2000, words.tooLong),
  });
}

export function kindWordsForm(language: Language) {
  const words = formWords(language);
  return z.object({ words: longText(2000, words.tooLong).refine((value) => value !== '', words.wordsBackMissing) });
}

export function quietForm(language: Language) {
  const words = quietText(language);
  return z.object({
    answer: z.enum(QUIET_ANSWERS, { error: words.answerMissing }),
    words: longText(500, words.wordsTooLong),
    waking: z.enum(WAKINGS).catch('season'),
    channel: z.enum(['self', 'paper', 'phone']).catch('self'),
  });
}

export const interestForm = z.object({ do: z.enum(['called', 'remove']) });

export function quietCodeForm(language: Language) {
  return z.object({
    kode: codeField((typed) => readTypedCode(typed, CODE_LENGTH), quietText(language).codeUnreadable),
  });
}
