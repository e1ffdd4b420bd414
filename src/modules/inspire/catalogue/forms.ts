import { z } from 'zod';
import { type Id, readId } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Ore, readOre } from '../../../kernel/money.ts';
import { isMailAddress } from '../../../platform/mail/mail.ts';
import { optionalDayField } from '../../../platform/web/fields.ts';
import { minutesAndWords } from '../../act/tasks/public.ts';
import { CATEGORIES, type CardFacts, type CardWords, DOERS, EFFORTS, MOST, SETTINGS } from './rules/card.ts';
import { editingText } from './text/editing.ts';
import { fundingText } from './text/funding.ts';
import { takingText } from './text/taking.ts';

const text = z.string().default('');
const ticked = text.transform((value) => value === 'ja');

function short(most: number, message: string) {
  return text.refine((value) => value.length <= most, message);
}

/** What is read of each line, in order; null where a line cannot be read. */
function linesOf<T>(value: string, read: (line: string) => T | null): readonly (T | null)[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map(read);
}

/** One thing on each line. */
function lines<T>(language: Language, read: (line: string) => T | null, unreadable = '') {
  const words = editingText(language);
  return text.transform((value, context): readonly T[] => {
    const found = linesOf(value, read);
    const message =
      found.length > MOST.lines
        ? words.tooManyLines(MOST.lines)
        : value.split('\n').some((line) => line.length > MOST.line)
          ? words.lineTooLong(MOST.line)
          : found.includes(null)
            ? unreadable
            : null;
    if (message !== null) context.addIssue({ code: 'custom', message, continue: true });
    return found.flatMap((one) => one ?? []);
  });
}

/** "450 Kaffe og boller", "1.200 kr. Leje af telt". */
function readBudgetLine(line: string): { readonly what: string; readonly amount: Ore } | null {
  const found = /^([\d.,]+)\s*(?:kr\.?\s*)?[:\s]\s*(\D.*)$/i.exec(line);
  const amount = found && readOre(found[1] ?? '');
  return amount && amount > 0 ? { what: (found[2] ?? '').trim(), amount } : null;
}

function wholeNumber(from: number, to: number, usual: number, message: string) {
  return text.transform((value, context): number => {
    if (value === '') return usual;
    const number = /^-?\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= from && number <= to)) context.addIssue({ code: 'custom', message, continue: true });
    return number;
  });
}

/** "4, 5": whole numbers from one to `to`, each once. */
function numbers(to: number, message: string) {
  return text.transform((value, context): readonly number[] => {
    const found = (value.match(/[^\s,;]+/g) ?? []).map(Number);
    if (found.some((one) => !Number.isInteger(one) || one < 1 || one > to)) {
      context.addIssue({ code: 'custom', message, continue: true });
    }
    return [...new Set(found)].toSorted((one, other) => one - other);
  });
}

/** A card as its editors write it, and, with fewer fields, as anybody proposes it: what is not said has its usual answer. */
export function cardForm(language: Language) {
  const words = editingText(language);
  return z
    .object({
      title: short(MOST.title, words.tooLong(MOST.title)).refine((value) => value !== '', words.nameMissing),
      what: short(MOST.words, words.tooLong(MOST.words)).refine((value) => value !== '', words.whatMissing),
      why: short(MOST.words, words.tooLong(MOST.words)),
      category: z.enum(CATEGORIES, { error: words.categoryMissing }),
      doneBy: z.enum(DOERS).catch('department'),
      setting: z.enum(SETTINGS).catch('either'),
      effort: z.enum(EFFORTS).catch('evening'),
      minutes: wholeNumber(5, 6000, 120, words.minutesUnreadable),
      helpers: wholeNumber(1, 500, 2, words.countUnreadable),
      participants: wholeNumber(1, 10_000, 20, words.countUnreadable),
      months: numbers(12, words.monthsUnreadable),
      goals: numbers(17, words.goalsUnreadable),
      steps: lines(language, (line) => line),
      needs: lines(language, (line) => line),
      tips: lines(language, (line) => line),
      budget: lines(language, readBudgetLine, words.budgetUnreadable),
      tasks: lines(language, minutesAndWords, words.tasksUnreadable),
      whoHelps: short(MOST.words, words.tooLong(MOST.words)),
      permissions: short(MOST.words, words.tooLong(MOST.words)),
      keywords: short(MOST.keywords, words.tooLong(MOST.keywords)),
      needsMeeting: ticked,
      needsOperations: ticked,
      rentEffect: ticked,
      operationsHours: text.transform((value, context): number | null => {
        if (value === '') return null;
        const hours = /^-?\d{1,4}$/.test(value.replace('−', '-')) ? Number(value.replace('−', '-')) : Number.NaN;
        if (!(Math.abs(hours) <= 2000)) {
          context.addIssue({ code: 'custom', message: words.hoursUnreadable, continue: true });
        }
        return hours;
      }),
      licence: short(60, words.tooLong(60)),
      credit: short(120, words.tooLong(120)),
      version: z.coerce.number().int().default(0).catch(0),
      contactName: short(120, words.tooLong(120)),
      contactEmail: text.refine((value) => value === '' || isMailAddress(value), words.emailUnreadable),
      channel: z.enum(['self', 'paper', 'phone']).catch('self'),
    })
    .transform((typed) => ({
      version: typed.version,
      channel: typed.channel,
      contact: { name: typed.contactName, email: typed.contactEmail.toLowerCase() || null },
      facts: factsOf(typed),
      words: wordsOf(typed),
    }));
}

type Typed = Omit<CardFacts, 'budgetOre' | 'taskMinutes'> &
  Omit<CardWords, 'budget' | 'tasks'> & {
    readonly budget: readonly { readonly what: string; readonly amount: Ore }[];
    readonly tasks: readonly { readonly says: string; readonly minutes: number }[];
  };

function factsOf(typed: Typed): CardFacts {
  return {
    category: typed.category,
    doneBy: typed.doneBy,
    setting: typed.setting,
    effort: typed.effort,
    minutes: typed.minutes,
    helpers: typed.helpers,
    participants: typed.participants,
    months: typed.months,
    budgetOre: typed.budget.map(({ amount }) => amount),
    taskMinutes: typed.tasks.map(({ minutes }) => minutes),
    needsMeeting: typed.needsMeeting,
    needsOperations: typed.needsOperations,
    rentEffect: typed.rentEffect,
    operationsHours: typed.operationsHours,
    goals: typed.goals,
    licence: typed.licence || 'CC BY 4.0',
    credit: typed.credit,
  };
}

function wordsOf(typed: Typed): CardWords {
  return {
    title: typed.title,
    what: typed.what,
    why: typed.why,
    whoHelps: typed.whoHelps,
    permissions: typed.permissions,
    steps: typed.steps,
    needs: typed.needs,
    budget: typed.budget.map(({ what }) => what),
    tasks: typed.tasks.map(({ says }) => says),
    tips: typed.tips,
    keywords: typed.keywords,
  };
}

/** "Det vil vi også": how somebody wants it where they live. `usual`: as many as the card is for. */
export function takeForm(language: Language, usual: number) {
  const words = takingText(language);
  return z
    .object({
      title: short(MOST.title, words.nameTooLong).refine((value) => value !== '', words.nameMissing),
      where: z
        .array(z.string())
        .default([])
        .refine((chosen) => chosen.length > 0, words.whereMissing),
      participants: wholeNumber(1, 10_000, usual, words.participantsUnreadable),
      startsOn: optionalDayField(words.dayUnreadable),
      drive: ticked,
      named: ticked,
      withSteps: ticked,
    })
    .transform(({ where, ...typed }) => ({
      ...typed,
      wholeOrganisation: where.includes('alle'),
      departmentIds: where.includes('alle')
        ? []
        : where.map((one) => readId<'department'>(one)).filter((one): one is Id<'department'> => one !== null),
    }));
}

/** What a card asks when it comes to something that is begun already. */
export function addForm(language: Language, usual: number) {
  const words = takingText(language);
  return z.object({
    participants: wholeNumber(1, 10_000, usual, words.participantsUnreadable),
    startsOn: optionalDayField(words.dayUnreadable),
    withSteps: ticked,
  });
}

export function wordsForm(language: Language, required: boolean) {
  const words = editingText(language);
  return z.object({
    words: short(MOST.words, words.tooLong(MOST.words)).refine(
      (value) => !required || value !== '',
      words.declineWordsMissing,
    ),
  });
}

export function rulesForm(language: Language) {
  const words = editingText(language);
  return z.object({
    boardAbove: text.transform((value, context): Ore | null => {
      if (value === '') return null;
      const amount = readOre(value);
      if (amount === null || amount < 0)
        context.addIssue({ code: 'custom', message: words.amountUnreadable, continue: true });
      return amount;
    }),
    proposalDays: wholeNumber(0, 90, 14, words.daysUnreadable),
    words: short(MOST.line, words.tooLong(MOST.line)),
  });
}

export function fundingForm(language: Language) {
  const words = fundingText(language);
  const said = short(600, words.tooLong(600));
  return z
    .object({
      name: short(120, words.tooLong(120)).refine((value) => value !== '', words.nameMissing),
      supports: said.refine((value) => value !== '', words.supportsMissing),
      whoMay: said,
      terms: said,
      nameEn: short(120, words.tooLong(120)),
      supportsEn: said,
      whoMayEn: said,
      termsEn: said,
      url: text.refine((value) => value === '' || isWebAddress(value), words.urlUnreadable),
      deadlineOn: optionalDayField(words.dayUnreadable),
      categories: z.array(z.enum(CATEGORIES)).default([]).catch([]),
      example: ticked,
      version: z.coerce.number().int().default(0).catch(0),
    })
    .transform(({ name, supports, whoMay, terms, nameEn, supportsEn, whoMayEn, termsEn, ...typed }) => ({
      ...typed,
      words: {
        da: { name, supports, whoMay, terms },
        ...(nameEn ? { en: { name: nameEn, supports: supportsEn || supports, whoMay: whoMayEn, terms: termsEn } } : {}),
      },
    }));
}

/** An address that a reader can be sent to: nothing but the web, and no name or password in it. */
function isWebAddress(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && url.protocol === 'https:' && url.username === '' && value.length <= 300;
}
