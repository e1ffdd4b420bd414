import { z } from 'zod';
import { readPostcode } from '../../kernel/address.ts';
import { isCvr } from '../../kernel/cvr.ts';
import { type Day, readDay } from '../../kernel/day.ts';
import { LANGUAGES, type Language } from '../../kernel/language.ts';
import { type Ore, readOre } from '../../kernel/money.ts';
import { readDate } from '../../kernel/written-values.ts';
import { readPhone } from '../housing/public.ts';
import { POSTS } from './rules/people.ts';
import { unknownWords } from './rules/wording.ts';
import { setupForms } from './text/forms.ts';
import { peopleText } from './text/people.ts';

const text = z.string().default('');
const ticked = text.transform((value) => value === 'ja');

function needed(message: string, long: string, most = 120) {
  return text.refine((value) => value !== '', message).refine((value) => value.length <= most, long);
}

function email(message: string) {
  return text
    .refine((value) => value === '' || z.email().safeParse(value).success, message)
    .transform((value) => value.toLowerCase());
}

/** `kind` of the organisation as in `housing`. */
export function houseForm(language: Language) {
  const words = setupForms(language).problems;
  return z
    .object({
      kind: z
        .enum(['housing_organisation', 'municipality', 'national_body', 'association'], words.kind)
        .default('housing_organisation'),
      name: needed(words.name, words.long),
      cvr: text
        .transform((value) => value.replace(/[\s.]/g, '').replace(/^DK-?/i, ''))
        .refine((value) => isCvr(value), words.cvr),
      streetLine: needed(words.street, words.long),
      postcode: text.transform((value) => readPostcode(value) ?? '').refine((value) => value !== '', words.postcode),
      city: needed(words.city, words.long),
      phone: text
        .refine((value) => value === '' || readPhone(value) !== null, words.phone)
        .transform((value) => readPhone(value) ?? ''),
      email: email(words.email),
      language: z.enum(LANGUAGES, words.language).default('da'),
    })
    .superRefine((typed, context) => {
      if (typed.phone === '' && typed.email === '')
        context.addIssue({ code: 'custom', path: ['phone'], message: words.contact });
    });
}

/** Who opens the house: without a mail that works nobody comes in. */
export function secretaryForm(language: Language) {
  const words = setupForms(language).problems;
  return z.object({
    name: needed(words.name, words.long),
    email: email(words.email).refine((value) => value !== '', words.email),
  });
}

export function lookForm(language: Language) {
  const { colour } = setupForms(language).problems;
  return z.object({
    colour: text
      .transform((value) => (value.startsWith('#') ? value : `#${value}`).toLowerCase())
      .refine((value) => /^#[0-9a-f]{6}$/.test(value), colour),
    without: ticked,
  });
}

/** One person by hand. What is wrong between fields is said by `readLine`. */
export function personForm(language: Language) {
  const people = peopleText(language);
  const { problems } = setupForms(language);
  return z.object({
    name: needed(people.problems.name, problems.long),
    email: email(people.problems.email),
    phone: text.refine((value) => value === '' || readPhone(value) !== null, people.problems.phone),
    post: z.enum(POSTS, people.problems.post),
    department: text,
    until: optionalDay(people.problems.day),
    invite: ticked,
  });
}

function optionalDay(message: string) {
  return text.transform((value, context): Day | null => {
    const found = value === '' ? null : (readDay(value) ?? readDate(value));
    if (value !== '' && !found) context.addIssue({ code: 'custom', message });
    return found;
  });
}

export function peopleListForm(language: Language) {
  const people = peopleText(language);
  const MOST = 60_000;
  return z.object({
    lines: text
      .refine((value) => value !== '', people.linesMissing)
      .refine((value) => value.length <= MOST, people.tooMany),
    invite: ticked,
  });
}

/** Words in braces that the rules may hold. */
const POLICY_WORDS = ['pulje', 'organisation', 'ialt', 'loft', 'frist', 'svar', 'fra', 'til', 'besluttet'];

export function fundForm(language: Language) {
  const { fund, problems } = setupForms(language);
  const amount = text.transform((value, context): Ore => {
    const read = readOre(value);
    if (read === null || read <= 0) context.addIssue({ code: 'custom', message: problems.amount });
    return read as Ore;
  });
  const day = text.transform((value, context): Day => {
    const read = readDay(value) ?? readDate(value);
    if (!read) context.addIssue({ code: 'custom', message: fund.dayMissing });
    return read as Day;
  });
  return z.object({
    name: needed(problems.name, problems.long),
    total: amount,
    projectMax: amount,
    startsOn: day,
    endsOn: day,
    closesOn: day,
    answersOn: day,
    approvedOn: day,
    approvedReference: text.refine((value) => value.length <= 120, problems.long),
    words: needed(problems.name, problems.long, 5000).superRefine((value, context) => {
      const unknown = unknownWords(value, POLICY_WORDS).map((word) => `{${word}}`);
      if (unknown.length > 0) context.addIssue({ code: 'custom', message: fund.unknownWord(unknown.join(', ')) });
    }),
  });
}

export function invitationForm(language: Language) {
  const { invitation, problems } = setupForms(language);
  return z.object({
    subject: needed(invitation.missing, problems.long),
    body: needed(invitation.missing, problems.long, 4000),
    signer: text.refine((value) => value.length <= 120, problems.long),
  });
}
