import { z } from 'zod';
import { day, readDay } from '../../../kernel/day.ts';
import { readId } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { readOre } from '../../../kernel/money.ts';
import { UNITS } from '../../../platform/figures/figures.ts';
import { dayField } from '../../../platform/web/fields.ts';
import { COURSES } from './rules/evaluation.ts';
import { BETTER, type Goal, goalOf, readOutOf } from './rules/metric.ts';
import { FREQUENCIES } from './rules/period.ts';
import { PLAN_STATES } from './rules/plan.ts';
import { REPEATS } from './rules/wheel.ts';
import { evaluationText } from './text/evaluation.ts';
import { writingText } from './text/writing.ts';

const TITLE = 120;
const WORDS = 4000;
const text = z.string().default('');
const ticked = text.transform((value) => value === 'ja');
const version = z.coerce.number().int().min(0).catch(0);

function long(language: Language, most = WORDS) {
  return text.refine((value) => value.length <= most, writingText(language).tooLong(most));
}

function title(language: Language) {
  const words = writingText(language);
  return long(language, TITLE).refine((value) => value !== '', words.needTitle);
}

export const versionForm = (language: Language) =>
  z
    .object({
      title: title(language),
      words: long(language),
      from: dayField(writingText(language).needDay),
      until: dayField(writingText(language).needDay),
      version,
    })
    .refine(({ from, until }) => until >= from, { path: ['until'], message: writingText(language).untilFirst });

export const areaForm = (language: Language) =>
  z.object({ title: title(language), words: long(language), remove: ticked });

export const decisionForm = (language: Language) =>
  z.object({
    decidedOn: dayField(writingText(language).needDay),
    decision: long(language, 300).refine((value) => value !== '', writingText(language).needDecision),
  });

function owner(language: Language) {
  return text.transform((value, context) => {
    const id = readId<'person'>(value);
    if (id) return id;
    context.addIssue({ code: 'custom', message: writingText(language).needOwner });
    return z.NEVER;
  });
}

export const planForm = (language: Language) =>
  z.object({
    title: title(language),
    activities: long(language),
    owner: owner(language),
    deadline: dayField(writingText(language).needDay),
    budget: text.transform((value, context) => {
      const amount = value === '' ? null : readOre(value);
      if (value !== '' && (amount === null || amount < 0)) {
        context.addIssue({ code: 'custom', message: writingText(language).budgetUnreadable });
      }
      return amount;
    }),
    version,
  });

export const stateForm = (language: Language) =>
  z.object({ state: z.enum(PLAN_STATES, writingText(language).needState), words: long(language, 1000) });

/** "card:0198…" or "initiative:0198…"; `remove` is the link that goes. */
export const linkForm = z.object({
  to: text.transform((value) => {
    const [kind, target] = value.split(':');
    const id = readId(target ?? '');
    return id && (kind === 'card' || kind === 'initiative') ? ({ kind, target: id as string } as const) : null;
  }),
  remove: text.transform((value) => readId(value)),
});

/** Hundredths of what is read: "12,5" is 1250. Null where nothing is written. */
function hundredths(language: Language) {
  return text.transform((value, context): number | null => {
    if (value === '') return null;
    const read = readOre(value.replace(/%$/, '').trim());
    if (read === null) context.addIssue({ code: 'custom', message: writingText(language).valueUnreadable });
    return read;
  });
}

function year(language: Language) {
  return text.transform((value, context): number | null => {
    if (value === '') return null;
    const read = /^(19|20)\d\d$/.test(value) ? Number(value) : null;
    if (read === null) context.addIssue({ code: 'custom', message: writingText(language).yearUnreadable });
    return read;
  });
}

const goals = (language: Language) => ({
  baseline: hundredths(language),
  baselineYear: year(language),
  target: hundredths(language),
  targetYear: year(language),
});

interface TypedGoals {
  readonly baseline: number | null;
  readonly baselineYear: number | null;
  readonly target: number | null;
  readonly targetYear: number | null;
}

function halfGoals(typed: TypedGoals, context: z.core.$RefinementCtx, message: string): void {
  if ((typed.baseline === null) !== (typed.baselineYear === null)) {
    context.addIssue({ code: 'custom', path: ['baseline'], message });
  }
  if ((typed.target === null) !== (typed.targetYear === null)) {
    context.addIssue({ code: 'custom', path: ['target'], message });
  }
}

/** The two goals as they are kept. */
export function goalsOf(typed: TypedGoals): { readonly baseline: Goal | null; readonly target: Goal | null } {
  return { baseline: goalOf(typed.baseline, typed.baselineYear), target: goalOf(typed.target, typed.targetYear) };
}

export const metricForm = (language: Language) =>
  z
    .object({
      figure: text,
      name: long(language, TITLE),
      definition: long(language, 1000),
      unit: z.enum(UNITS).catch('number'),
      better: z.enum(BETTER).catch('up'),
      frequency: z.enum(FREQUENCIES).catch('year'),
      from: dayField(writingText(language).needDay),
      owner: owner(language),
      people: ticked,
      ...goals(language),
    })
    .superRefine((typed, context) => {
      halfGoals(typed, context, writingText(language).goalHalf);
      if (typed.figure === '' && typed.name === '') {
        context.addIssue({ code: 'custom', path: ['name'], message: writingText(language).needTitle });
      }
    });

export const definitionForm = (language: Language) =>
  z
    .object({
      name: title(language),
      definition: long(language, 1000),
      better: z.enum(BETTER).catch('up'),
      from: dayField(writingText(language).needDay),
      why: long(language, 500),
      ...goals(language),
    })
    .superRefine((typed, context) => halfGoals(typed, context, writingText(language).goalHalf));

export const measureForm = (language: Language) =>
  z
    .object({
      from: text.transform((value) => readDay(value) ?? day('1900-01-01')),
      value: hundredths(language),
      outOf: text.transform((value, context): number | null => {
        if (value === '') return null;
        const read = readOutOf(value);
        if (read === null) context.addIssue({ code: 'custom', message: writingText(language).outOfUnreadable });
        return read;
      }),
      words: long(language, 1000),
    })
    .refine(({ value, words }) => value !== null || words !== '', {
      path: ['value'],
      message: writingText(language).nothingTyped,
    });

export const evaluationForm = (language: Language) =>
  z.object({
    done: long(language).refine((value) => value !== '', evaluationText(language).needDone),
    learned: long(language),
    course: z.enum(COURSES, evaluationText(language).needCourse),
    version,
  });

export const wheelForm = (language: Language) =>
  z.object({
    title: title(language),
    words: long(language, 1000),
    on: dayField(writingText(language).needDay),
    repeats: z.enum(REPEATS).catch('year'),
  });

/** What was previewed, as it is taken in: one line for each row, as the file had it. */
export const takeInForm = z.object({ rows: z.string().max(500_000).default('') });
