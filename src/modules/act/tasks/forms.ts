import { z } from 'zod';
import { type Id, readId } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import { readTypedCode } from '../../../kernel/typed-code.ts';
import { isMailAddress } from '../../../platform/mail/mail.ts';
import { codeField, dayField, optionalDayField } from '../../../platform/web/fields.ts';
import { problemIn } from '../../../platform/web/form.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { readPhone } from '../../housing/public.ts';
import { ANSWERS, CODE_LENGTH, TIMES, WAYS } from './rules/asking.ts';
import { readLine } from './rules/lines.ts';
import { KINDS, LEAST_MINUTES, MOST_MINUTES, MOST_SAYS, MOST_TASKS, MOST_WORDS } from './rules/task.ts';
import { formWords } from './text/forms.ts';

const text = z.string().default('');
const ticked = text.transform((value) => value === 'ja');
const MOST_NAME = 60;

function bounded(language: Language, most: number) {
  return text.refine((value) => value.length <= most, formWords(language).tooLong(most));
}

function numberField(from: number, to: number, message: string) {
  return text.transform((value, context): number => {
    const number = /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= from && number <= to)) context.addIssue({ code: 'custom', message, continue: true });
    return number;
  });
}

/** A Danish number is taken for an SMS; the others could cost anything. */
function danishPhone(value: string): string | null {
  const phone = readPhone(value);
  return phone?.startsWith('+45') ? phone : null;
}

/** "signe@example.dk" or "20 12 34 56"; empty is nothing. */
function contactField(message: string) {
  return text.transform((value, context): { readonly email: string | null; readonly phone: string | null } => {
    if (value === '') return { email: null, phone: null };
    if (isMailAddress(value)) return { email: value.toLowerCase(), phone: null };
    const phone = danishPhone(value);
    if (!phone) context.addIssue({ code: 'custom', message, continue: true });
    return { email: null, phone };
  });
}

/** A job: which of the offered pieces, and one's own, one on each line. */
export function jobForm(language: Language) {
  const words = formWords(language);
  return z.object({
    title: bounded(language, MOST_SAYS).refine((value) => value !== '', words.titleMissing),
    dueOn: optionalDayField(words.dayUnreadable),
    pieces: z.array(z.string()).default([]),
    lines: text.transform((value, context) => {
      const lines = value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      const read = lines.map(readLine);
      const message =
        lines.length > MOST_TASKS
          ? words.tooMany(MOST_TASKS)
          : lines.some((line) => line.length > MOST_SAYS)
            ? words.tooLong(MOST_SAYS)
            : read.includes(null)
              ? words.linesUnreadable
              : null;
      if (message) context.addIssue({ code: 'custom', message, continue: true });
      return read.flatMap((one) => one ?? []);
    }),
  });
}

export function taskForm(language: Language) {
  const words = formWords(language);
  return z.object({
    says: bounded(language, MOST_SAYS).refine((value) => value !== '', words.saysMissing),
    minutes: numberField(LEAST_MINUTES, MOST_MINUTES, words.minutesUnreadable),
    dueOn: optionalDayField(words.dayUnreadable),
    clock: text.refine((value) => value === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(value), words.clockUnreadable),
    forChildren: ticked,
  });
}

export const takeForm = z.object({ half: ticked });

export function finishForm(language: Language) {
  return z.object({
    minutes: text.transform((value, context): number | null => {
      if (value === '') return null;
      const minutes = /^\d{1,3}$/.test(value) ? Number(value) : 0;
      if (minutes >= 1 && minutes <= 600) return minutes;
      context.addIssue({ code: 'custom', message: formWords(language).tookUnreadable });
      return z.NEVER;
    }),
  });
}

export function thankForm(language: Language) {
  return z.object({ words: bounded(language, MOST_WORDS) });
}

/** `helper:ID` beside the ways: somebody who has said "spørg mig gerne". */
export function askForm(language: Language) {
  const words = formWords(language);
  return z
    .object({
      words: bounded(language, MOST_WORDS),
      way: text,
      address: text,
    })
    .transform((typed, context) => {
      const helperId = typed.way.startsWith('helper:')
        ? readId<'task_helper'>(typed.way.slice('helper:'.length))
        : null;
      const way = helperId ? ('opt_in' as const) : WAYS.find((one) => one === typed.way && one !== 'opt_in');
      if (!way) {
        context.addIssue({ code: 'custom', path: ['way'], message: words.wayMissing });
        return z.NEVER;
      }
      const email = way === 'mail' && isMailAddress(typed.address) ? typed.address.toLowerCase() : null;
      const phone = way === 'sms' ? danishPhone(typed.address) : null;
      if ((way === 'mail' && !email) || (way === 'sms' && !phone)) {
        const message =
          typed.address === '' ? words.addressMissing : way === 'mail' ? words.mailUnreadable : words.phoneUnreadable;
        context.addIssue({ code: 'custom', path: ['address'], message });
        return z.NEVER;
      }
      return { words: typed.words, way, helperId, address: { email, phone } };
    });
}

export function answerForm(language: Language) {
  const words = formWords(language);
  return z
    .object({
      answer: z.enum(ANSWERS, { error: words.answerMissing }),
      /** A task of the same job, `half`, or nothing yet. */
      instead: text.transform((value): Id<'task'> | 'half' | null =>
        value === 'half' ? value : readId<'task'>(value),
      ),
      name: bounded(language, MOST_NAME),
      contact: contactField(words.contactUnreadable),
      gladly: ticked,
      never: ticked,
      channel: z.enum(['self', 'paper', 'phone']).catch('self'),
    })
    .refine(({ gladly, never, contact }) => !gladly || never || contact.email !== null || contact.phone !== null, {
      path: ['contact'],
      message: words.contactForGladly,
    });
}

export function codeForm(language: Language) {
  return z.object({
    kode: codeField((typed) => readTypedCode(typed, CODE_LENGTH), formWords(language).codeUnreadable),
  });
}

export function willingForm(language: Language) {
  return z.object({
    kinds: z.array(z.enum(KINDS)).default([]).catch([]),
    times: z.array(z.enum(TIMES)).default([]).catch([]),
    mostMinutes: numberField(LEAST_MINUTES, MOST_MINUTES, formWords(language).minutesUnreadable),
  });
}

export function capForm(language: Language) {
  const words = formWords(language);
  return z.object({ asks: numberField(1, 50, words.capUnreadable), days: numberField(1, 366, words.daysUnreadable) });
}

export function roundForm(language: Language) {
  const words = formWords(language);
  return z.object({
    title: bounded(language, MOST_SAYS).refine((value) => value !== '', words.roundTitle),
    on: dayField(words.roundDay),
    script: bounded(language, 2 * MOST_WORDS),
    stairwells: z
      .array(z.string())
      .default([])
      .transform((ids) => ids.flatMap((id) => readId<'building'>(id) ?? []))
      .refine((ids) => ids.length > 0, words.stairwellsMissing),
  });
}

export interface StairwellCount {
  readonly building: Id<'building'>;
  readonly opened: number;
  readonly talked: number;
  readonly saidYes: number;
}

const count = z
  .string()
  .default('')
  .transform((value) => (/^\d{1,3}$/.test(value) ? Number(value) : value === '' ? 0 : null));

/** The counts of the stairwells that somebody has written in (`opened-ID`, `talked-ID`, `yes-ID`); the others stay as they are. */
export function readCounts(
  form: FormData,
  buildings: readonly Id<'building'>[],
  language: Language,
): Outcome<readonly StairwellCount[], FormProblems> {
  const words = formWords(language);
  const read: StairwellCount[] = [];
  for (const building of buildings) {
    const names = [`opened-${building}`, `talked-${building}`, `yes-${building}`] as const;
    const typed = names.map((name) => String(form.get(name) ?? '').trim());
    if (typed.every((value) => value === '')) continue;
    const [opened, talked, saidYes] = typed.map((value) => count.parse(value));
    if (opened == null || talked == null || saidYes == null) {
      return refused(problemIn(form, names[0], words.countUnreadable));
    }
    if (talked > opened || saidYes > talked) return refused(problemIn(form, names[1], words.countOrder));
    read.push({ building, opened, talked, saidYes });
  }
  return ok(read);
}
