import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';
import { ROLES } from '../../kernel/actor.ts';
import { isCvr } from '../../kernel/cvr.ts';
import { type Id, readId } from '../../kernel/id.ts';
import { LANGUAGES, type Language } from '../../kernel/language.ts';
import { isMailAddress } from '../../platform/mail/mail.ts';
import { optionalDayField } from '../../platform/web/fields.ts';
import { CONTACT_CHANNELS, ORGANISATION_KINDS, PUBLIC_DUTIES } from './rules.ts';
import { formText } from './text/forms.ts';
import { peopleText } from './text/people.ts';

/** "12 34 56 78", "+4512345678", "0046…" → E.164. Danish unless it says otherwise; null when it is no telephone number. */
export function readPhone(text: string): string | null {
  const number = parsePhoneNumberFromString(text.trim().replace(/^00/, '+'), 'DK');
  return number?.isValid() ? number.number : null;
}

/**
 * One way to reach somebody: "signe@example.dk" or "12 34 56 78". Both null when it is neither. `longest`: of a mail address, in
 * characters, where a list has no room for more.
 */
export function readContact(
  text: string,
  longest = Number.POSITIVE_INFINITY,
): { readonly email: string | null; readonly phone: string | null } {
  const email = text.length <= longest && isMailAddress(text) ? text.toLowerCase() : null;
  return { email, phone: email ? null : readPhone(text) };
}

const box = z
  .literal('ja')
  .optional()
  .transform((value) => value === 'ja');
const list = z.union([z.string().transform((value) => [value]), z.array(z.string())]).default([]);
const text = (limit: number) => z.string().max(limit).default('');

function required(message: string, limit = 120) {
  return z.string().min(1, message).max(limit, message);
}

/** Which record is the same human, that the person said so, and that what speaks against it has been seen. */
export function mergeForm(language: Language) {
  const words = peopleText(language);
  const known = (value: unknown) => readId<'person'>(typeof value === 'string' ? value : '');
  return z.object({
    other: z
      .string({ error: words.mergePickMissing })
      .refine((value) => known(value) !== null, words.mergePickMissing)
      .transform((value) => known(value) as Id<'person'>),
    asked: box.refine((ticked) => ticked, words.mergeAskedMissing),
    sure: box,
  });
}

function optionalEmail(message: string) {
  return z
    .string()
    .default('')
    .refine((value) => value === '' || z.email().safeParse(value).success, message)
    .transform((value) => value.toLowerCase() || null);
}

function optionalPhone(message: string) {
  return z
    .string()
    .default('')
    .refine((value) => value === '' || readPhone(value) !== null, message)
    .transform((value) => readPhone(value));
}

function optionalId<Entity extends string>() {
  return z
    .string()
    .default('')
    .transform((value) => readId<Entity>(value));
}

function birthYear(message: string) {
  return z
    .string()
    .default('')
    .refine(
      (value) => value === '' || (/^\d{4}$/.test(value) && Number(value) >= 1890 && Number(value) <= 2200),
      message,
    )
    .transform((value) => (value === '' ? null : Number(value)));
}

const details = (language: Language) => {
  const words = formText(language).problems;
  return {
    name: required(words.name),
    email: optionalEmail(words.email),
    phone: optionalPhone(words.phone),
    language: z.enum(LANGUAGES).default('da'),
  };
};

export const personForm = (language: Language) => {
  const words = formText(language).problems;
  return z.object({
    ...details(language),
    birthYear: birthYear(words.birthYear),
    protected: box,
    guardianName: text(120),
  });
};

/** `received`: how it came to staff. `address`: as written; `tenancyId` when a home was chosen from the list. */
export const newPersonForm = (language: Language) =>
  personForm(language).extend({
    received: z.enum(['web', 'paper', 'phone']).default('web'),
    address: text(200),
    tenancyId: optionalId<'tenancy'>(),
  });

/** E-mail and telephone are changed by a code sent there, not here. */
export const myDetailsForm = (language: Language) => z.object(details(language)).pick({ name: true, language: true });

export const preferenceForm = z.object({
  channel: z.enum(CONTACT_CHANNELS).default('mail'),
  largePrint: box,
  digitalExempt: box,
});

export const roleForm = (language: Language) => {
  const words = formText(language).problems;
  return z.object({
    role: z.enum(ROLES, words.role),
    departmentId: optionalId<'department'>(),
    organisationId: optionalId<'organisation'>(),
    from: optionalDayField(words.day),
    until: optionalDayField(words.day),
  });
};

export const dutyForm = (language: Language) => {
  const words = formText(language).problems;
  return z.object({
    duty: z.enum(PUBLIC_DUTIES, words.duty),
    organisationId: optionalId<'organisation'>(),
    until: optionalDayField(words.day),
  });
};

/** `day`: today when left open. `ending`: the roles that are to end with the home. */
const moving = (language: Language) => ({
  day: optionalDayField(formText(language).problems.day),
  ending: list.transform((values) => values.flatMap((value) => readId<'role_grant'>(value) ?? [])),
});

export const moveForm = (language: Language) =>
  z.object({ ...moving(language), address: text(200), tenancyId: optionalId<'tenancy'>() });

export const moveOutForm = (language: Language) => z.object(moving(language));

export const guardianForm = (language: Language) =>
  z.object({ guardianName: required(formText(language).problems.guardian) });

export const departmentForm = (language: Language) => {
  const words = formText(language).problems;
  return z.object({
    number: required(words.number, 20),
    name: required(words.name),
    municipality: text(80),
    startedOn: optionalDayField(words.day),
    hasBoard: box,
  });
};

export const organisationForm = (language: Language) => {
  const words = formText(language).problems;
  return z.object({
    kind: z.enum(ORGANISATION_KINDS, words.kind),
    name: required(words.name),
    cvr: z
      .string()
      .default('')
      .transform((value) => value.replace(/\s/g, '').replace(/^DK/i, '') || null)
      .refine((value) => value === null || isCvr(value), words.cvr),
    streetLine: text(120),
    postcode: text(10),
    city: text(60),
    phone: text(40),
    email: text(120),
  });
};

export const roleSettingsForm = z.object({ staffInOrganisationBoard: box, staffInDepartmentBoard: box });

/** Seats, the term's last day, and one office for each person: `office.<person id>`; empty for "not in the board". */
export const boardForm = (language: Language) => {
  const words = formText(language).problems;
  return z.object({
    seats: z
      .string()
      .default('')
      .refine((value) => /^\d{1,2}$/.test(value), words.seats)
      .transform(Number),
    until: optionalDayField(words.day),
  });
};
