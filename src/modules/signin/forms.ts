import { z } from 'zod';
import type { Language } from '../../kernel/language.ts';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import { isMailAddress } from '../../platform/mail/mail.ts';
import { problemIn, readForm } from '../../platform/web/form.ts';
import type { FormProblems } from '../../ui/forms/problems.ts';
import { readPhone } from '../housing/public.ts';
import { MOST_DIRECTORY_DAYS, MOST_SMS_A_DAY, NAME_LENGTH, type OpenWays } from './rules/ways.ts';
import { type CodeRefusal, type LetterRefusal, readCode, readLetterCode, type SendTo } from './rules.ts';
import { signinText } from './text/sign-in.ts';
import { waysText } from './text/ways.ts';

/** An e-mail or a telephone, whichever was typed. Null when it is neither. */
function readAddress(text: string): SendTo | null {
  if (text.includes('@')) {
    const address = text.toLowerCase();
    return isMailAddress(address) ? { channel: 'mail', address } : null;
  }
  const phone = readPhone(text);
  return phone ? { channel: 'sms', address: phone } : null;
}

function addressField(language: Language) {
  const { problem } = signinText(language);
  return z
    .string(problem.addressMissing)
    .min(1, problem.addressMissing)
    .transform(readAddress)
    .refine((address): address is SendTo => address !== null, problem.addressWrong);
}

function codeField(language: Language) {
  const { problem } = signinText(language);
  return z
    .string(problem.codeMissing)
    .min(1, problem.codeMissing)
    .transform(readCode)
    .refine((code): code is string => code !== null, problem.wrong);
}

export function readAsk(form: FormData, language: Language): Outcome<{ adresse: SendTo }, FormProblems> {
  return readForm(z.object({ adresse: addressField(language) }), form);
}

/** The code for a wish that the page knows. */
export function readWishCode(form: FormData, language: Language): Outcome<{ kode: string }, FormProblems> {
  return readForm(z.object({ kode: codeField(language) }), form);
}

/** The code on another device: with the address that it was sent to. */
export function readAddressCode(
  form: FormData,
  language: Language,
): Outcome<{ adresse: SendTo; kode: string }, FormProblems> {
  return readForm(z.object({ adresse: addressField(language), kode: codeField(language) }), form);
}

/** The code to one or two new addresses of one's own; `derefter` waits for its own code. */
export function readConfirmation(
  form: FormData,
  language: Language,
): Outcome<{ adresse: SendTo; kode: string; derefter: SendTo | null }, FormProblems> {
  const next = z.string().default('').transform(readAddress);
  return readForm(z.object({ adresse: addressField(language), kode: codeField(language), derefter: next }), form);
}

export function readLetter(form: FormData, language: Language): Outcome<{ kode: string }, FormProblems> {
  return readForm(z.object({ kode: letterField(language) }), form);
}

function letterField(language: Language) {
  const { problem } = signinText(language);
  return z
    .string(problem.letterMissing)
    .min(1, problem.letterMissing)
    .transform(readLetterCode)
    .refine((code): code is string => code !== null, problem.unknown);
}

export interface HouseholdForm {
  readonly kode: string;
  readonly navn: string;
  readonly email: string | null;
  readonly telefon: string | null;
  readonly alder: 'ja' | 'nej';
}

export function readHousehold(form: FormData, language: Language): Outcome<HouseholdForm, FormProblems> {
  const { problem } = signinText(language);
  const schema = z.object({
    kode: letterField(language),
    navn: z.string(problem.nameMissing).min(2, problem.nameMissing).max(120, problem.nameMissing),
    email: z
      .string()
      .default('')
      .refine((text) => text === '' || isMailAddress(text), problem.emailWrong)
      .transform((text) => text.toLowerCase() || null),
    telefon: z
      .string()
      .default('')
      .refine((text) => text === '' || readPhone(text) !== null, problem.phoneWrong)
      .transform((text) => (text ? readPhone(text) : null)),
    alder: z.enum(['ja', 'nej'], problem.ageMissing),
  });
  return readForm(schema, form);
}

export interface PrintForm {
  readonly afdeling: string;
  readonly adresse: string;
  readonly som: 'kort' | 'breve';
}

export function readPrint(form: FormData, language: Language): Outcome<PrintForm, FormProblems> {
  const schema = z.object({
    afdeling: z.string().default(''),
    adresse: z.string().default(''),
    som: z.enum(['kort', 'breve']).catch('kort'),
  });
  const read = readForm(schema, form);
  if (read.ok && !read.value.afdeling && !read.value.adresse) {
    return refused(problemIn(form, 'afdeling', signinText(language).problem.departmentMissing));
  }
  return read;
}

/** A refused code as a problem at its field. */
export function codeProblem(
  form: FormData,
  refusal: CodeRefusal | LetterRefusal | 'tomorrow',
  language: Language,
): FormProblems {
  return problemIn(form, 'kode', signinText(language).problem[refusal]);
}

export function readPasskeyName(form: FormData, language: Language): Outcome<{ navn: string }, FormProblems> {
  const { nameMissing } = waysText(language);
  return readForm(z.object({ navn: z.string(nameMissing).min(1, nameMissing).max(NAME_LENGTH, nameMissing) }), form);
}

export function readWaySettings(form: FormData, language: Language): Outcome<OpenWays, FormProblems> {
  const { smsADayWrong, directoryDaysWrong } = waysText(language);
  const box = z.literal('ja').optional();
  const schema = z.object({
    sms: box,
    passkey: box,
    mitid: box,
    entra: box,
    loft: z
      .string(smsADayWrong)
      .transform((text) => text.replace(/[.\s]/g, ''))
      .refine((text) => /^\d{1,6}$/.test(text) && Number(text) <= MOST_SMS_A_DAY, smsADayWrong)
      .transform(Number),
    dage: z
      .string(directoryDaysWrong)
      .refine((text) => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MOST_DIRECTORY_DAYS, directoryDaysWrong)
      .transform(Number),
  });
  const read = readForm(schema, form);
  if (!read.ok) return read;
  const { sms, passkey, mitid, entra, loft, dage } = read.value;
  return ok({ sms: !!sms, passkey: !!passkey, mitid: !!mitid, entra: !!entra, smsADay: loft, directoryDays: dage });
}
