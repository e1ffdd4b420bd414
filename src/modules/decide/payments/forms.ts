import { z } from 'zod';
import { danishIban, isKroneIban } from '../../../engines/payment-file/accounts.ts';
import { readDay } from '../../../kernel/day.ts';
import { readId } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Ore, readOre, ZERO_ORE } from '../../../kernel/money.ts';
import { dayField } from '../../../platform/web/fields.ts';
import { readAccount, readSlip } from './rules/accounts.ts';
import type { When } from './rules/exporting.ts';
import type { PaymentId, Place } from './rules/payment.ts';
import { FIRST_ROLES, FORMATS, LEAST_LOOK_BACK, MOST_LOOK_BACK, SECOND_ROLES } from './rules/settings.ts';
import { batchText } from './text/batches.ts';
import { paymentsText } from './text/pages.ts';
import { settingsText } from './text/settings.ts';

const text = z.string().default('');

function short(most: number, message: string) {
  return text.refine((value) => value.length <= most, message);
}

export function digestForm() {
  return z.object({ digest: text });
}

export function wordsForm(language: Language) {
  const words = paymentsText(language);
  return z.object({ words: short(500, words.tooLong).refine((value) => value !== '', words.wordsMissing) });
}

export function paidForm(language: Language) {
  return z.object({ on: dayField(paymentsText(language).dayMissing) });
}

export function bouncedForm(language: Language) {
  return z.object({ bouncedOn: dayField(paymentsText(language).dayMissing), words: wordsForm(language).shape.words });
}

/** Another account, or a slip; what it is read as must be a place that kroner can be sent to. */
export function accountForm(language: Language) {
  const words = paymentsText(language);
  return z
    .object({
      way: z.enum(['account', 'slip']).catch('account'),
      account: text,
      slip: text,
      words: wordsForm(language).shape.words,
    })
    .transform((typed, context): { to: Exclude<Place, { kind: 'unknown' }>; words: string } => {
      const to = typed.way === 'account' ? accountPlace(typed.account) : readSlip(typed.slip);
      if (to) return { to, words: typed.words };
      context.addIssue({ code: 'custom', path: [typed.way], message: words.accountRefusals[typed.way] });
      return z.NEVER;
    });
}

function accountPlace(typed: string): Extract<Place, { kind: 'account' }> | null {
  const iban = ibanOf(typed);
  return iban ? { kind: 'account', iban } : null;
}

function ibanOf(typed: string): string | null {
  const read = readAccount(typed);
  if (!read) return null;
  const iban = 'iban' in read ? read.iban : danishIban(read.reg, read.account);
  return iban && isKroneIban(iban) ? iban : null;
}

export function exportForm(language: Language) {
  return z
    .object({
      payments: z.array(z.string()).default([]),
      when: z.enum(['due', 'on']).catch('due'),
      day: text,
    })
    .transform((typed, context): { ids: PaymentId[]; when: When } => {
      const ids = typed.payments.map((id) => readId<'payment'>(id)).filter((id) => id !== null);
      if (typed.when === 'due') return { ids, when: { kind: 'due' } };
      const day = readDay(typed.day);
      if (day) return { ids, when: { kind: 'on', day } };
      context.addIssue({ code: 'custom', path: ['day'], message: batchText(language).whichDay });
      return z.NEVER;
    });
}

export function settingsForm(language: Language) {
  const words = settingsText(language);
  return z.object({
    version: z.coerce.number().int().min(0).catch(0),
    singleLimit: text.transform((value, context): Ore => {
      if (value === '') return ZERO_ORE;
      const amount = readOre(value);
      if (amount !== null && amount >= 0) return amount;
      context.addIssue({ code: 'custom', message: words.amountWrong });
      return z.NEVER;
    }),
    firstRoles: z
      .array(z.enum(FIRST_ROLES))
      .default([])
      .refine((list) => list.length > 0, words.chooseRole),
    secondRoles: z
      .array(z.enum(SECOND_ROLES))
      .default([])
      .refine((list) => list.length > 0, words.chooseRole),
    payerName: short(70, words.tooLong).refine((value) => value !== '', words.nameMissing),
    iban: text.transform((value, context): string => {
      const iban = ibanOf(value);
      if (iban) return iban;
      context.addIssue({ code: 'custom', message: words.ibanWrong });
      return z.NEVER;
    }),
    bic: text
      .transform((value) => value.replace(/\s/g, '').toUpperCase())
      .refine((value) => value === '' || /^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?$/.test(value), words.bicWrong),
    agreement: short(35, words.tooLong),
    format: z.enum(FORMATS).catch('csv'),
    slipsInFile: text.transform((value) => value === 'ja'),
    accountCoding: short(200, words.tooLong),
    keepYears: text.transform((value, context): number => {
      const years = Number(value);
      if (Number.isInteger(years) && years >= 5 && years <= 30) return years;
      context.addIssue({ code: 'custom', message: words.yearsWrong });
      return z.NEVER;
    }),
    lookBackDays: text.transform((value, context): number => {
      const days = Number(value);
      if (Number.isInteger(days) && days >= LEAST_LOOK_BACK && days <= MOST_LOOK_BACK) return days;
      context.addIssue({ code: 'custom', message: words.daysWrong });
      return z.NEVER;
    }),
  });
}
