import { z } from 'zod';
import { type Day, readDay } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Ore, readOre, ZERO_ORE } from '../../../kernel/money.ts';
import { REFUSAL_REASONS } from './rules/application.ts';
import { APPLICANT_KINDS, GROUNDS } from './rules/policy.ts';
import { formWords } from './text/forms.ts';
import { policyText } from './text/policy.ts';

const text = z.string().default('');
const ticked = text.transform((value) => value === 'ja');

function short(most: number, message: string) {
  return text.refine((value) => value.length <= most, message);
}

/** Empty is null; what cannot be read is a problem. */
function reading<T>(read: (value: string) => T | null, message: string) {
  return text.transform((value, context): T | null => {
    if (value === '') return null;
    const found = read(value);
    if (found === null) context.addIssue({ code: 'custom', message });
    return found;
  });
}

function positive(value: string): Ore | null {
  const amount = readOre(value);
  return amount !== null && amount >= 0 ? amount : null;
}

export function wordsForm(language: Language) {
  const words = formWords(language);
  return z.object({ words: short(1500, words.tooLong).refine((value) => value !== '', words.wordsMissing) });
}

export function withdrawForm(language: Language) {
  return z.object({ words: short(600, formWords(language).tooLong) });
}

export function asideForm(language: Language) {
  return z.object({
    reason: z.enum(['family', 'neighbour_group', 'own_interest'], { error: formWords(language).choose }),
  });
}

/** An advice or a decision: the answer, and the amount with a yes. */
export function answerForm(language: Language) {
  const words = formWords(language);
  return z
    .object({
      result: z.enum(['commit', 'wait', 'refuse'], { error: words.choose }),
      amount: reading(positive, words.amountUnreadable),
      terms: short(1000, words.tooLong),
      reason: z.enum(REFUSAL_REASONS).catch('other'),
      words: short(1500, words.tooLong),
      reference: short(120, words.tooLong),
    })
    .superRefine((typed, context) => {
      if (typed.result === 'commit' && !typed.amount) {
        context.addIssue({ code: 'custom', path: ['amount'], message: words.amountMissing });
      }
    });
}

function needed<T>(read: (value: string) => T | null, message: string, unreadable: string) {
  return text.transform((value, context): T => {
    const found = value === '' ? null : read(value);
    if (found === null) context.addIssue({ code: 'custom', message: value === '' ? message : unreadable });
    return found as T;
  });
}

function within(least: number, most: number) {
  return (value: string): number | null => {
    const number = /^\d{1,4}$/.test(value) ? Number(value) : null;
    return number !== null && number >= least && number <= most ? number : null;
  };
}

/** Every rule of a policy. `named`: the fund is opened together with it. */
export function policyForm(language: Language, options: { readonly named: boolean }) {
  const words = formWords(language);
  const own = policyText(language);
  const amount = needed(positive, own.missing, words.amountUnreadable);
  const day = needed<Day>(readDay, own.missing, words.dayUnreadable);
  const days = needed(within(1, 365), own.missing, words.numberUnreadable);
  return z
    .object({
      name: short(120, words.tooLong).refine((value) => !options.named || value !== '', own.missing),
      total: amount,
      projectMax: amount.refine((value) => value !== ZERO_ORE, words.amountUnreadable),
      startsOn: day,
      endsOn: day,
      grounds: z.array(z.enum(GROUNDS)).default([]).catch([]),
      applicants: z.array(z.enum(APPLICANT_KINDS)).default([]).catch([]),
      decidingRole: z.enum(['organisation_board', 'consultant', 'secretariat', 'municipal_officer'], {
        error: words.choose,
      }),
      delegatedRole: z.enum(['consultant', 'secretariat', 'municipal_officer']).nullable().catch(null),
      delegatedLimit: reading(positive, words.amountUnreadable),
      answerDays: days,
      coFinancing: reading(within(0, 100), words.numberUnreadable),
      allocation: z.enum(['running', 'first_come']).catch('running'),
      reportDueDays: days,
      carriesOver: ticked,
      includesVat: ticked,
      privateOutlays: ticked,
      words: short(5000, words.tooLong).refine((value) => value !== '', own.missing),
      approvedOn: day,
      approvedReference: short(120, words.tooLong),
    })
    .superRefine((typed, context) => {
      for (const field of ['grounds', 'applicants'] as const) {
        if (typed[field].length === 0) context.addIssue({ code: 'custom', path: [field], message: own.choose });
      }
    })
    .transform(({ coFinancing, includesVat, privateOutlays, delegatedLimit, ...typed }) => ({
      ...typed,
      rounds: [],
      delegatedLimit: delegatedLimit ?? ZERO_ORE,
      coFinancingPerMille: (coFinancing ?? 0) * 10,
      amountsIncludeVat: includesVat,
      allowsPrivateOutlays: privateOutlays,
    }));
}
