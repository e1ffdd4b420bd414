import { z } from 'zod';
import { type Day, readDay } from '../../../../kernel/day.ts';
import { readId } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type Ore, readOre, ZERO_ORE } from '../../../../kernel/money.ts';
import { APPLICANT_KINDS, GROUNDS, ROUNDS, type Terms } from '../rules/policy.ts';
import { formWords } from '../text/forms.ts';
import { fundsText } from '../text/funds.ts';
import { ledgerText } from '../text/ledger.ts';
import { policyText } from '../text/policy.ts';

const text = z.string().default('');
const ticked = text.transform((value) => value === 'ja');

function short(most: number, message: string) {
  return text.refine((value) => value.length <= most, message);
}

/** Empty is null; what cannot be read is a problem. */
function reading<T>(read: (value: string) => T | null, message: string) {
  return text.transform((value, context): T | null => {
    const found = value === '' ? null : read(value);
    // All of it is looked at all the same, so that everything that is wrong is said at once.
    if (value !== '' && found === null) context.addIssue({ code: 'custom', message, continue: true });
    return found;
  });
}

function needed<T>(read: (value: string) => T | null, message: string, unreadable: string) {
  return text.transform((value, context): T => {
    const found = value === '' ? null : read(value);
    if (found === null) {
      context.addIssue({ code: 'custom', message: value === '' ? message : unreadable, continue: true });
    }
    return found as T;
  });
}

function positive(value: string): Ore | null {
  const amount = readOre(value);
  return amount !== null && amount >= 0 ? amount : null;
}

function within(least: number, most: number) {
  return (value: string): number | null => {
    const number = /^\d{1,4}$/.test(value) ? Number(value) : null;
    return number !== null && number >= least && number <= most ? number : null;
  };
}

/** The board puts more in. */
export function topUpForm(language: Language) {
  const words = ledgerText(language);
  const unreadable = formWords(language).amountUnreadable;
  return z.object({
    period: text.transform((value) => readId<'fund_period'>(value)),
    amount: needed(positive, words.amountMissing, unreadable).refine((value) => value > 0, words.amountMissing),
    reference: short(120, formWords(language).tooLong).refine((value) => value !== '', words.referenceMissing),
  });
}

export const carryOverForm = z.object({ period: text.transform((value) => readId<'fund_period'>(value)) });

const roundNumbers = Array.from({ length: ROUNDS }, (_, at) => at + 1);

/** Every rule of a policy. `opens`: the fund is opened together with it. */
export function policyForm(language: Language, options: { readonly opens: boolean }) {
  const words = formWords(language);
  const own = policyText(language);
  const amount = (label: string) => needed(positive, own.missing(label), words.amountUnreadable);
  const day = (label: string) => needed<Day>(readDay, own.missing(label), words.dayUnreadable);
  const days = (label: string) => needed(within(1, 365), own.missing(label), words.numberUnreadable);
  const anyDay = reading<Day>(readDay, words.dayUnreadable);
  const rounds = roundNumbers.flatMap((at) => [
    [`closes${at}`, anyDay],
    [`answers${at}`, anyDay],
  ]);
  return z
    .object({
      name: short(120, words.tooLong).refine((value) => !options.opens || value !== '', own.missing(own.name)),
      organisation: text.transform((value) => readId<'organisation'>(value)),
      prefix: text.transform((value) => value.toUpperCase()),
      total: amount(own.total),
      projectMax: amount(own.projectMax).refine((value) => value !== ZERO_ORE, words.amountUnreadable),
      startsOn: day(own.startsOn),
      endsOn: day(own.endsOn),
      grounds: z.array(z.enum(GROUNDS)).default([]).catch([]),
      applicants: z.array(z.enum(APPLICANT_KINDS)).default([]).catch([]),
      decidingRole: z.enum(['organisation_board', 'consultant', 'secretariat', 'municipal_officer'], {
        error: words.choose,
      }),
      delegatedRole: z.enum(['consultant', 'secretariat', 'municipal_officer']).nullable().catch(null),
      delegatedLimit: reading(positive, words.amountUnreadable),
      answerDays: days(own.answerDays),
      coFinancing: reading(within(0, 100), words.numberUnreadable),
      allocation: z.enum(['running', 'first_come', 'rounds']).catch('running'),
      reportDueDays: days(own.reportDueDays),
      carriesOver: ticked,
      includesVat: ticked,
      privateOutlays: ticked,
      asksOwnBoard: ticked,
      tellsMunicipality: ticked,
      words: short(5000, words.tooLong).refine((value) => value !== '', own.missing(own.words)),
      approvedOn: day(own.approvedOn),
      approvedReference: short(120, words.tooLong),
    })
    .extend(Object.fromEntries(rounds) as Record<never, never>)
    .superRefine((typed, context) => {
      for (const field of ['grounds', 'applicants'] as const) {
        if (typed[field].length === 0) context.addIssue({ code: 'custom', path: [field], message: own.choose });
      }
      if (options.opens && !/^[A-Z]{1,3}$/.test(typed.prefix)) {
        context.addIssue({ code: 'custom', path: ['prefix'], message: fundsText(language).prefixWrong });
      }
      for (const at of roundNumbers) {
        const { closesOn, answersOn } = roundOf(typed, at);
        if ((closesOn === null) === (answersOn === null)) continue;
        const path = [closesOn === null ? `closes${at}` : `answers${at}`];
        context.addIssue({ code: 'custom', path, message: own.roundLacks });
      }
    })
    .transform(({ name, organisation, prefix, ...typed }) => ({
      opening: { name, organisationId: organisation, prefix },
      terms: termsOf(typed),
    }));
}

type Typed = Omit<
  Terms,
  'rounds' | 'delegatedLimit' | 'coFinancingPerMille' | 'amountsIncludeVat' | 'allowsPrivateOutlays'
> & {
  readonly delegatedLimit: Ore | null;
  readonly coFinancing: number | null;
  readonly includesVat: boolean;
  readonly privateOutlays: boolean;
};

function termsOf(typed: Typed): Terms {
  const rounds = roundNumbers
    .map((at) => roundOf(typed, at))
    .filter((round): round is Terms['rounds'][number] => round.closesOn !== null && round.answersOn !== null)
    .sort((one, other) => one.closesOn.localeCompare(other.closesOn));
  return {
    startsOn: typed.startsOn,
    endsOn: typed.endsOn,
    total: typed.total,
    projectMax: typed.projectMax,
    grounds: typed.grounds,
    applicants: typed.applicants,
    decidingRole: typed.decidingRole,
    delegatedRole: typed.delegatedRole,
    delegatedLimit: typed.delegatedLimit ?? ZERO_ORE,
    answerDays: typed.answerDays,
    coFinancingPerMille: (typed.coFinancing ?? 0) * 10,
    allocation: typed.allocation,
    rounds: typed.allocation === 'rounds' ? rounds : [],
    reportDueDays: typed.reportDueDays,
    carriesOver: typed.carriesOver,
    amountsIncludeVat: typed.includesVat,
    allowsPrivateOutlays: typed.privateOutlays,
    asksOwnBoard: typed.asksOwnBoard,
    tellsMunicipality: typed.tellsMunicipality,
    words: typed.words,
    approvedOn: typed.approvedOn,
    approvedReference: typed.approvedReference,
  };
}

function roundOf(typed: object, at: number): { readonly closesOn: Day | null; readonly answersOn: Day | null } {
  const days = typed as Readonly<Record<string, Day | null>>;
  return { closesOn: days[`closes${at}`] ?? null, answersOn: days[`answers${at}`] ?? null };
}
