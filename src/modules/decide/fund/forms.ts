import { z } from 'zod';
import { type Day, readDay } from '../../../kernel/day.ts';
import { type Id, readId } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Ore, readOre, ZERO_ORE } from '../../../kernel/money.ts';
import { readPhone } from '../../housing/public.ts';
import { type BudgetLine, REFUSAL_REASONS } from './rules/application.ts';
import { APPLICANT_KINDS, GROUNDS, type Ground } from './rules/policy.ts';
import { formWords } from './text/forms.ts';
import { policyText } from './text/policy.ts';

/** How many lines the page has room for. */
export const LINES = 6;

const text = z.string().default('');
const ticked = text.transform((value) => value === 'ja');
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

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

function wholeNumber(value: string): number | null {
  return /^\d{1,6}$/.test(value) && Number(value) > 0 ? Number(value) : null;
}

/** The one page. What is not written yet is empty; only what cannot be read is a problem. */
export function pageForm(language: Language) {
  const words = formWords(language);
  const lines = Object.fromEntries(
    Array.from({ length: LINES }, (_, at) => [
      [`what${at + 1}`, short(120, words.tooLong)],
      [`supplier${at + 1}`, short(120, words.tooLong)],
      [`amount${at + 1}`, reading(positive, words.amountUnreadable)],
    ]).flat(),
  );
  return z
    .object({
      title: short(80, words.tooLong),
      initiative: text.transform((value) => readId<'initiative'>(value)),
      name: short(120, words.tooLong),
      email: reading((value) => (EMAIL.test(value) ? value.toLowerCase() : null), words.emailUnreadable),
      phone: reading(readPhone, words.phoneUnreadable),
      kind: z.enum(APPLICANT_KINDS).catch('resident'),
      purpose: short(2500, words.tooLong),
      participants: reading(wholeNumber, words.numberUnreadable),
      startsOn: reading<Day>(readDay, words.dayUnreadable),
      endsOn: reading<Day>(readDay, words.dayUnreadable),
      otherMoney: reading(positive, words.amountUnreadable),
      otherMoneyWords: short(200, words.tooLong),
      grounds: z.array(z.enum(GROUNDS)).default([]).catch([]),
      groundReason: short(600, words.tooLong),
      departments: z.array(z.string()).default([]),
      remains: short(400, words.tooLong),
      minors: ticked,
      nonResidents: ticked,
      version: z.coerce.number().int().catch(1),
      do: z.enum(['save', 'send']).catch('save'),
      channel: z.enum(['self', 'paper', 'phone']).catch('self'),
    })
    .extend(lines as Record<never, never>)
    .superRefine((typed, context) => {
      if (typed.startsOn && typed.endsOn && typed.endsOn < typed.startsOn) {
        context.addIssue({ code: 'custom', path: ['endsOn'], message: words.endsBeforeStart });
      }
      for (let at = 1; at <= LINES; at += 1) {
        const line = lineOf(typed, at);
        if ((line.what === '') !== (line.amount === ZERO_ORE)) {
          context.addIssue({ code: 'custom', path: [`what${at}`], message: words.lineLacks });
        }
      }
    })
    .transform((typed) => ({
      title: typed.title,
      applicantName: typed.name,
      applicantEmail: typed.email,
      applicantPhone: typed.phone,
      applicantKind: typed.kind,
      purpose: typed.purpose,
      participants: typed.participants,
      startsOn: typed.startsOn,
      endsOn: typed.endsOn,
      otherMoney: typed.otherMoney ?? ZERO_ORE,
      otherMoneyWords: typed.otherMoneyWords,
      grounds: typed.grounds as readonly Ground[],
      groundReason: typed.groundReason,
      departmentIds: typed.departments
        .map((one) => readId<'department'>(one))
        .filter((one): one is Id<'department'> => one !== null),
      remains: typed.remains,
      minors: typed.minors,
      nonResidents: typed.nonResidents,
      lines: Array.from({ length: LINES }, (_, at) => lineOf(typed, at + 1)).filter((line) => line.what !== ''),
      version: typed.version,
      initiativeId: typed.initiative,
      send: typed.do === 'send',
      channel: typed.channel,
    }));
}
export type PageTyped = z.output<ReturnType<typeof pageForm>>;

function lineOf(typed: Readonly<Record<string, unknown>>, at: number): BudgetLine {
  return {
    what: (typed[`what${at}`] ?? '') as string,
    supplier: (typed[`supplier${at}`] ?? '') as string,
    amount: (typed[`amount${at}`] ?? ZERO_ORE) as Ore,
  };
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
