import { z } from 'zod';
import { isGln, isIban } from '../../../engines/invoice/check-digits.ts';
import { isCvr } from '../../../kernel/cvr.ts';
import { type Day, readDay } from '../../../kernel/day.ts';
import { readId } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Ore, readOre, toOre } from '../../../kernel/money.ts';
import { isSlipReference } from '../../../kernel/slip-reference.ts';
import { RULES } from './rules/check.ts';
import { type Facts, NO_FACTS, type PaymentFacts } from './rules/facts.ts';
import { formText } from './text/forms.ts';

const text = z.string().default('');
const EMAIL = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]+$/u;

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

const amount = (value: string): Ore | null => {
  const read = readOre(value);
  return read !== null && read >= 0 ? read : null;
};
const email = (value: string) => (EMAIL.test(value) && value.length <= 254 ? value.toLowerCase() : null);
const spaceless = (value: string) => value.replace(/[\s.-]/g, '');
const cvr = (value: string) => {
  const bare = spaceless(value).replace(/^DK/i, '');
  return isCvr(bare) ? bare : null;
};
const gln = (value: string) => (isGln(spaceless(value)) ? spaceless(value) : null);
const iban = (value: string) => {
  const bare = spaceless(value).toUpperCase();
  return isIban(bare) ? bare : null;
};

const SLIP = /^\+?(71|73|75|01|04|15)<?(\d{15,16})?\+?(\d{7,8})<?$/;

/** The line at the bottom of a slip, with or without its signs; the check digit of the reference must fit. */
function slip(value: string): PaymentFacts['fik'] {
  const [, kind = '', reference = null, creditor = ''] = SLIP.exec(value.replace(/\s/g, '')) ?? [];
  if (kind === '') return null;
  if (kind === '73' || kind === '01') return reference ? null : { kind, reference: null, creditor };
  const digits = kind === '71' ? 15 : 16;
  return reference?.length === digits && isSlipReference(reference) ? { kind, reference, creditor } : null;
}

/** What stands on a paper. Only what cannot be read, the supplier and the amount are problems; the rules judge the rest. */
export function factsForm(language: Language) {
  const words = formText(language);
  return z
    .object({
      kind: z.enum(['invoice', 'creditNote', 'outlay']).catch('invoice'),
      outlay: short(400, words.tooLong),
      supplierName: short(120, words.tooLong).refine((value) => value !== '', words.supplierNameMissing),
      supplierCvr: reading(cvr, words.cvrWrong),
      supplierEmail: reading(email, words.emailWrong),
      supplierPhone: short(30, words.tooLong),
      buyerName: short(160, words.tooLong),
      buyerCvr: reading(cvr, words.cvrWrong),
      buyerGln: reading(gln, words.glnWrong),
      number: short(40, words.tooLong),
      preceding: short(40, words.tooLong),
      issueDate: reading<Day>(readDay, words.dayWrong),
      dueDate: reading<Day>(readDay, words.dayWrong),
      deliveryFrom: reading<Day>(readDay, words.dayWrong),
      deliveryUntil: reading<Day>(readDay, words.dayWrong),
      reference: short(120, words.tooLong),
      payable: reading(amount, words.amountWrong),
      vat: reading(amount, words.amountWrong),
      currency: text
        .transform((value) => value.toUpperCase())
        .refine((value) => /^(?:[A-Z]{3})?$/.test(value), words.currencyWrong),
      what: short(2000, words.tooLong),
      reg: short(10, words.tooLong),
      account: short(20, words.tooLong),
      iban: reading(iban, words.ibanWrong),
      fik: reading(slip, words.fikWrong),
      version: z.coerce.number().int().catch(1),
    })
    .superRefine((typed, context) => {
      const say = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
      const { deliveryFrom: from, deliveryUntil: until } = typed;
      if (typed.kind === 'outlay' && typed.outlay === '') say('outlay', words.wordsMissing);
      if (!typed.payable) say('payable', words.payableMissing);
      if (typed.payable && typed.vat && typed.vat > typed.payable) say('vat', words.vatOver);
      if (from && until && until < from) say('deliveryUntil', words.deliveryOrder);
      const account = typed.reg !== '' || typed.account !== '';
      if (account && !accountOf(typed.reg, typed.account)) say('account', words.accountWrong);
      if ([account, typed.iban, typed.fik].filter(Boolean).length > 1) say('iban', words.paymentOne);
    })
    .transform(({ version, ...typed }) => ({ version, facts: toFacts(typed) }));
}

type Typed = Readonly<{
  kind: 'invoice' | 'creditNote' | 'outlay';
  outlay: string;
  supplierName: string;
  supplierCvr: string | null;
  supplierEmail: string | null;
  supplierPhone: string;
  buyerName: string;
  buyerCvr: string | null;
  buyerGln: string | null;
  number: string;
  preceding: string;
  issueDate: Day | null;
  dueDate: Day | null;
  deliveryFrom: Day | null;
  deliveryUntil: Day | null;
  reference: string;
  payable: Ore | null;
  vat: Ore | null;
  currency: string;
  what: string;
  reg: string;
  account: string;
  iban: string | null;
  fik: PaymentFacts['fik'];
}>;

function toFacts(typed: Typed): Facts {
  const account = accountOf(typed.reg, typed.account);
  const { iban: number, fik, payable, vat } = typed;
  return {
    ...NO_FACTS,
    kind: typed.kind === 'creditNote' ? 'creditNote' : 'invoice',
    outlay: typed.kind === 'outlay' ? typed.outlay : null,
    number: typed.number || null,
    precedingInvoice: typed.preceding || null,
    issueDate: typed.issueDate,
    dueDate: typed.dueDate,
    deliveryFrom: typed.deliveryFrom ?? typed.deliveryUntil,
    deliveryUntil: typed.deliveryUntil ?? typed.deliveryFrom,
    reference: typed.reference || null,
    currency: typed.currency || 'DKK',
    supplier: {
      name: typed.supplierName,
      cvr: typed.supplierCvr,
      email: typed.supplierEmail,
      phone: typed.supplierPhone || null,
    },
    buyer: { name: typed.buyerName || null, cvr: typed.buyerCvr, gln: typed.buyerGln },
    payable,
    vat,
    net: payable && toOre(payable - (vat ?? 0)),
    lines: typed.what
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => ({ name, quantity: null, net: null })),
    payment: account || number || fik ? { means: null, iban: number, account, fik } : null,
  };
}

function accountOf(reg: string, account: string): PaymentFacts['account'] {
  const [bank, number] = [spaceless(reg), spaceless(account)];
  return /^\d{4}$/.test(bank) && /^\d{1,10}$/.test(number) ? { reg: bank, number } : null;
}

/** From a supplier without an account. */
export function sendForm(language: Language) {
  const words = formText(language);
  return z.object({
    reference: short(80, words.tooLong),
    email: reading(email, words.emailWrong),
    words: short(1000, words.tooLong),
  });
}

export const matchForm = z.object({
  application: text.transform((value) => readId<'fund_application'>(value)),
  reference: text,
  none: text,
});

export function answerForm(language: Language) {
  const words = formText(language);
  return z.object({
    rule: z.enum(RULES),
    // The journal keeps it: a code of ours, never words.
    code: text.refine((value) => /^[a-z_]{1,60}$/.test(value), words.wordsMissing),
    words: short(1000, words.tooLong),
  });
}

export function payForm(language: Language) {
  return z.object({ part: text.transform((value) => value === 'ja'), words: short(1000, formText(language).tooLong) });
}

export function returnForm(language: Language) {
  const words = formText(language);
  return z.object({
    to: reading(email, words.emailWrong),
    subject: short(200, words.tooLong).refine((value) => value !== '', words.subjectMissing),
    body: short(5000, words.tooLong).refine((value) => value !== '', words.wordsMissing),
  });
}

export function wordsForm(language: Language) {
  const words = formText(language);
  return z.object({ words: short(1000, words.tooLong).refine((value) => value !== '', words.wordsMissing) });
}

export function settingsForm(language: Language) {
  const words = formText(language);
  const lines = (value: string) =>
    value
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  return z.object({
    glns: text
      .transform((value) => lines(value).map(spaceless))
      .refine((all) => all.every((one) => isGln(one)), words.glnWrong),
    otherNames: short(2000, words.tooLong).transform(lines),
    mailAddress: reading(email, words.emailWrong).transform((value) => value ?? ''),
  });
}
