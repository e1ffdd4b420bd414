import { z } from 'zod';
import { readDay } from '../../../kernel/day.ts';
import { readId } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { codeField, dayField, optionalClockField } from '../../../platform/web/fields.ts';
import { ANSWERS, type Answer, LONGEST_WORDS, type Said } from './rules/checking.ts';
import { MOST_SPARES, MOST_TABLES, ON_BEHALF } from './rules/sheets.ts';
import {
  boxName,
  type Field,
  hasWords,
  illegibleName,
  isBox,
  LONGEST_OPTION,
  LONGEST_TITLE,
  MOST_NOTES,
  MOST_OPTIONS,
  MOST_OTHER,
  MOST_QUESTIONS,
  MOST_THEMES,
  type TemplateWords,
  wordsName,
} from './rules/template.ts';
import { MOST_INSIGHT, MOST_WORDS, PAPERS, readCode, USUAL_PICTURE_DAYS, usualOpenUntil } from './rules/workshop.ts';
import { formWords } from './text/forms.ts';
import { linkText } from './text/link.ts';
import { photosText } from './text/photos.ts';

const text = z.string().default('');
const NAME_LENGTH = 120;
const MOST_SEATS = 2000;
const MOST_PICTURE_DAYS = 365;

function bounded(language: Language, most: number) {
  return text.refine((value) => value.length <= most, formWords(language).tooLong(most));
}

function named(language: Language, missing: string, most = NAME_LENGTH) {
  return bounded(language, most).refine((value) => value !== '', missing);
}

/** A whole number within bounds; the empty field is `empty`, or a problem where that is not given. */
function whole<T>(message: string, least: number, most: number, empty?: T) {
  return text.transform((value, context): number | T => {
    if (value === '' && empty !== undefined) return empty;
    const number = /^\d{1,3}(?:\.?\d{3})*$/.test(value) || /^\d+$/.test(value) ? Number(value.replaceAll('.', '')) : -1;
    if (number < least || number > most) context.addIssue({ code: 'custom', message });
    return number;
  });
}

const version = z.coerce.number().int().default(0).catch(0);

export function workshopForm(language: Language) {
  const words = formWords(language);
  return z
    .object({
      name: named(language, words.nameMissing),
      about: bounded(language, MOST_WORDS),
      place: bounded(language, NAME_LENGTH),
      on: dayField(words.onMissing),
      startsAt: optionalClockField(words.timeUnreadable),
      endsAt: optionalClockField(words.timeUnreadable),
      seats: whole(words.seatsUnreadable, 1, MOST_SEATS, null),
      gathering: text.transform((value) => readId<'gathering'>(value)),
      openUntil: text.transform((value) => readDay(value)),
      paper: z.enum(PAPERS).catch('a3'),
      twoPeople: z.string().optional(),
      inSteps: z.string().optional(),
      pictureDays: whole(words.pictureDaysUnreadable, 1, MOST_PICTURE_DAYS, USUAL_PICTURE_DAYS),
      version,
    })
    .refine(({ on, openUntil }) => openUntil === null || openUntil >= on, {
      path: ['openUntil'],
      message: words.openUntilBefore,
    })
    .refine(({ startsAt, endsAt }) => startsAt === '' || endsAt === '' || endsAt > startsAt, {
      path: ['endsAt'],
      message: words.endsBefore,
    })
    .transform(({ gathering, openUntil, twoPeople, inSteps, ...rest }) => ({
      ...rest,
      gatheringId: gathering,
      openUntil: openUntil ?? (rest.on && usualOpenUntil(rest.on)),
      twoPeople: twoPeople !== undefined,
      inSteps: inSteps !== undefined,
    }));
}

/** The form shows `count` themes: those there are, and an empty one. */
export function templateForm(language: Language, count: number) {
  const words = formWords(language);
  const shape = Object.fromEntries(
    Array.from({ length: Math.min(count, MOST_THEMES) }, (_, at) =>
      Object.entries(themeShape(language, `t${at}-`)),
    ).flat(),
  ) as Record<string, z.ZodType<string | number | readonly string[]>>;
  return z
    .object({
      name: named(language, words.templateNameMissing),
      lang: text
        .transform((value) => value.toLowerCase() || 'da')
        .refine((value) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(value), words.langUnreadable),
      ...(shape as object),
      version,
    })
    .transform((read, context): TemplateWords & { readonly version: number } => {
      const values = read as Record<string, string | number | readonly string[]>;
      const lines = (name: string) => (values[name] ?? []) as readonly string[];
      const themes = Array.from({ length: Math.min(count, MOST_THEMES) }, (_, at) => ({
        at,
        gone: values[`t${at}-gone`] !== '',
        id: String(values[`t${at}-id`] ?? ''),
        title: String(values[`t${at}-title`] ?? ''),
        options: lines(`t${at}-options`),
        questions: lines(`t${at}-questions`),
        other: Number(values[`t${at}-other`]),
        notes: Number(values[`t${at}-notes`]),
      })).filter(({ gone, id, title, options }) => !gone && (id !== '' || title !== '' || options.length > 0));
      const complain = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      if (themes.length === 0) complain('t0-title', words.noThemes);
      for (const { at, title, options, other } of themes) {
        if (title === '') complain(`t${at}-title`, words.themeTitleMissing);
        if (options.length === 0 && other === 0) complain(`t${at}-options`, words.optionsMissing);
      }
      return {
        name: read.name,
        lang: read.lang,
        version: read.version,
        themes: themes.map(({ at: _at, gone: _gone, ...theme }) => theme),
      };
    });
}

function themeShape(language: Language, prefix: string) {
  const words = formWords(language);
  return {
    [`${prefix}id`]: text,
    [`${prefix}gone`]: text,
    [`${prefix}title`]: bounded(language, LONGEST_TITLE),
    [`${prefix}options`]: linesField(language, words.optionsMany(MOST_OPTIONS), MOST_OPTIONS),
    [`${prefix}questions`]: linesField(language, words.questionsMany(MOST_QUESTIONS), MOST_QUESTIONS),
    [`${prefix}other`]: whole(words.countUnreadable(MOST_OTHER), 0, MOST_OTHER, 0),
    [`${prefix}notes`]: whole(words.countUnreadable(MOST_NOTES), 0, MOST_NOTES, 0),
  };
}

/** One on each line; empty lines do not count. */
function linesField(language: Language, many: string, most: number) {
  const words = formWords(language);
  return text.transform((value, context): readonly string[] => {
    const lines = value.split('\n').flatMap((line) => line.replace(/\s+/g, ' ').trim() || []);
    const complain = (message: string) => context.addIssue({ code: 'custom', message });
    if (lines.length > most) complain(many);
    if (lines.some((line) => line.length > LONGEST_OPTION)) complain(words.lineTooLong(LONGEST_OPTION));
    const twice = lines.find((line, at) => lines.indexOf(line) < at);
    if (twice) complain(words.optionTwice(twice));
    return lines;
  });
}

export function tableForm(language: Language) {
  return z.object({
    name: bounded(language, NAME_LENGTH),
    organisation: text.transform((value) => readId<'organisation'>(value)),
  });
}

/** Several tables at once: so many without a name, or one for each organisation that is ticked. */
export function tablesForm(language: Language) {
  const words = formWords(language);
  return z
    .object({
      count: whole(words.countMissing(MOST_TABLES), 1, MOST_TABLES, 0),
      organisations: z.array(z.string()).default([]),
    })
    .transform(({ count, organisations }) => ({
      count,
      organisations: organisations.flatMap((one) => readId<'organisation'>(one) ?? []),
    }))
    .refine(({ count, organisations }) => count > 0 || organisations.length > 0, {
      path: ['count'],
      message: words.countMissing(MOST_TABLES),
    });
}

export function sheetsForm(language: Language) {
  return z.object({ spares: whole(formWords(language).sparesUnreadable(MOST_SPARES), 0, MOST_SPARES, 0) });
}

export function insightForm(language: Language) {
  return z.object({ words: named(language, formWords(language).insightMissing, MOST_INSIGHT) });
}

const tableChoice = text.transform((value) => readId<'workshop_table'>(value));

/** `together`, `again`: what was sent before, and the one of it that this is taken anew of. */
export const linkPhotoForm = z.object({ table: tableChoice, together: text, again: text });

export function onBehalfForm(language: Language) {
  return z.object({ table: tableChoice, cameBy: z.enum(ON_BEHALF, { error: formWords(language).cameByMissing }) });
}

export const namingForm = z.object({ sheet: text.transform((value) => readId<'workshop_sheet'>(value)) });

export function codeForm(language: Language) {
  return z.object({
    kode: codeField(readCode, linkText(language).codeUnknown),
  });
}

export function tableCodeForm(language: Language) {
  return z.object({
    kode: codeField(readCode, linkText(language).tableCodeUnknown),
  });
}

/**
 * What somebody says of a sheet. `lenient`: at the table, a box that nobody touched is empty; whoever goes through a picture
 * must say so of each.
 */
export function sheetForm(language: Language, fields: readonly Field[], lenient: boolean) {
  const words = photosText(language);
  const shape: Record<string, z.ZodType<string>> = {};
  for (const field of fields) {
    if (isBox(field))
      shape[boxName(field)] = answerField(lenient ? null : words.answerMissing(labelOf(language, field)));
    if (hasWords(field)) {
      shape[wordsName(field)] = text.refine(
        (value) => value.length <= LONGEST_WORDS,
        words.wordsTooLong(LONGEST_WORDS),
      );
      shape[illegibleName(field)] = text;
    }
  }
  return z.object(shape).transform((read): readonly Said[] =>
    fields.map((field) => ({
      field: field.id,
      answer: isBox(field) ? (read[boxName(field)] as Answer) : null,
      words: read[wordsName(field)] || (read[illegibleName(field)] ? '' : null),
    })),
  );
}

function answerField(missing: string | null) {
  return text.transform((value, context) => {
    if ((ANSWERS as readonly string[]).includes(value)) return value;
    if (missing) context.addIssue({ code: 'custom', message: missing });
    return 'empty';
  });
}

function labelOf(language: Language, { kind, text: words }: Field): string {
  return kind === 'other' ? photosText(language).otherField : words;
}
