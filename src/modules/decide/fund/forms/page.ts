import { z } from 'zod';
import { type Day, readDay } from '../../../../kernel/day.ts';
import { type Id, readId } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type Ore, readOre, ZERO_ORE } from '../../../../kernel/money.ts';
import { isMailAddress } from '../../../../platform/mail/mail.ts';
import { readPhone } from '../../../housing/public.ts';
import {
  APPLICANT_AGES,
  type BudgetLine,
  CO_APPLICANTS,
  type CoApplicant,
  LINES,
  REMAINS_OWNERS,
} from '../rules/application.ts';
import { APPLICANT_KINDS, GROUNDS, type Ground } from '../rules/policy.ts';
import { formWords } from '../text/forms.ts';

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
    // The whole page is looked at all the same, so that everything that is wrong is said at once.
    if (found === null) context.addIssue({ code: 'custom', message, continue: true });
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

function mailAddress(value: string): string | null {
  return isMailAddress(value) ? value.toLowerCase() : null;
}

const upTo = (most: number) => Array.from({ length: most }, (_, at) => at + 1);

/** The one page. What is not written yet is empty; only what cannot be read is a problem. */
export function pageForm(language: Language) {
  return fieldsOf(language)
    .superRefine((typed, context) => {
      for (const [field, message] of amiss(typed, language)) {
        context.addIssue({ code: 'custom', path: [field], message });
      }
    })
    .transform((typed) => ({
      page: pageOf(typed),
      fundId: typed.fund,
      initiativeId: typed.initiative,
      version: typed.version,
      shownLines: typed.lines,
      wish: typed.do,
      channel: typed.channel,
    }));
}
export type PageTyped = z.output<ReturnType<typeof pageForm>>;

function fieldsOf(language: Language) {
  const words = formWords(language);
  return z.object({
    ...applicantFields(language),
    ...projectFields(language),
    ...numbered(upTo(LINES.most), (at) => [
      [`what${at}`, short(120, words.tooLong)],
      [`supplier${at}`, short(120, words.tooLong)],
      [`amount${at}`, reading(positive, words.amountOfLineUnreadable(at))],
    ]),
    ...numbered(upTo(CO_APPLICANTS), (at) => [
      [`with${at}`, short(120, words.tooLong)],
      [`withEmail${at}`, reading(mailAddress, words.emailUnreadable)],
    ]),
    fund: text.transform((value) => readId<'fund'>(value)),
    version: z.coerce.number().int().catch(1),
    lines: z.coerce.number().int().min(LINES.first).max(LINES.most).catch(LINES.first),
    do: z.enum(['save', 'send', 'look', 'more', 'page']).catch('save'),
    channel: z.enum(['self', 'paper', 'phone']).catch('self'),
  });
}
type Fields = z.output<ReturnType<typeof fieldsOf>>;

function applicantFields(language: Language) {
  const words = formWords(language);
  return {
    name: short(120, words.tooLong),
    email: reading(mailAddress, words.emailUnreadable),
    phone: reading(readPhone, words.phoneUnreadable),
    address: short(160, words.tooLong),
    kind: z.enum(APPLICANT_KINDS).catch('resident'),
    age: z.enum(APPLICANT_AGES).catch('adult'),
    guardian: short(120, words.tooLong),
    guardianContact: short(120, words.tooLong),
    receivedOn: reading<Day>(readDay, words.dayUnreadable),
  };
}

function projectFields(language: Language) {
  const words = formWords(language);
  return {
    title: short(80, words.tooLong),
    initiative: text.transform((value) => readId<'initiative'>(value)),
    purpose: short(5000, words.tooLong),
    participants: reading(wholeNumber, words.numberUnreadable),
    startsOn: reading<Day>(readDay, words.dayUnreadable),
    endsOn: reading<Day>(readDay, words.dayUnreadable),
    otherMoney: reading(positive, words.amountUnreadable),
    otherMoneyWords: short(200, words.tooLong),
    grounds: z.array(z.enum(GROUNDS)).default([]).catch([]),
    groundReason: short(600, words.tooLong),
    departments: z.array(z.string()).default([]),
    whoBuys: short(120, words.tooLong),
    remains: short(400, words.tooLong),
    remainsOwner: z.enum(['', ...REMAINS_OWNERS]).catch(''),
    minors: ticked,
    nonResidents: ticked,
  };
}

/** What each field reads well and the page as a whole does not: the field that is to be mended, and how. */
function amiss(typed: Fields, language: Language): [field: string, message: string][] {
  const words = formWords(language);
  const days = typed.startsOn && typed.endsOn && typed.endsOn < typed.startsOn;
  return [
    ...(days ? [pair('endsOn', words.endsBeforeStart)] : []),
    ...upTo(LINES.most).flatMap((at) => {
      const { what, supplier, amount } = lineOf(typed, at);
      if (what === '' && (supplier !== '' || amount !== ZERO_ORE)) return [pair(`what${at}`, words.lineLacksWhat(at))];
      return what !== '' && amount === ZERO_ORE ? [pair(`amount${at}`, words.lineLacksAmount(at))] : [];
    }),
    ...upTo(CO_APPLICANTS).flatMap((at) => {
      const { name, email } = coApplicantOf(typed, at);
      return name === '' && email ? [pair(`with${at}`, words.coNameLacks)] : [];
    }),
  ];
}

function pair(field: string, message: string): [field: string, message: string] {
  return [field, message];
}

function pageOf(typed: Fields) {
  return {
    title: typed.title,
    applicantName: typed.name,
    applicantEmail: typed.email,
    applicantPhone: typed.phone,
    applicantAddress: typed.address,
    applicantKind: typed.kind,
    applicantAge: typed.age,
    guardianName: typed.age === 'child' ? typed.guardian : '',
    guardianContact: typed.age === 'child' ? typed.guardianContact : '',
    coApplicants: upTo(CO_APPLICANTS)
      .map((at) => coApplicantOf(typed, at))
      .filter((one) => one.name !== ''),
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
    whoBuys: typed.whoBuys,
    remains: typed.remains,
    remainsOwner: typed.remains === '' ? ('' as const) : typed.remainsOwner,
    minors: typed.minors,
    nonResidents: typed.nonResidents,
    receivedOn: typed.receivedOn,
    lines: upTo(LINES.most)
      .map((at) => lineOf(typed, at))
      .filter((line) => line.what !== ''),
  };
}

/** Fields that come several times, with a number after their name; read by `lineOf` and `coApplicantOf`. */
function numbered(
  numbers: readonly number[],
  fields: (at: number) => readonly (readonly [string, z.ZodType])[],
): Record<never, never> {
  return Object.fromEntries(numbers.flatMap(fields));
}

type Typed = Readonly<Record<string, unknown>>;

function lineOf(typed: Typed, at: number): BudgetLine {
  return {
    what: (typed[`what${at}`] ?? '') as string,
    supplier: (typed[`supplier${at}`] ?? '') as string,
    amount: (typed[`amount${at}`] ?? ZERO_ORE) as Ore,
  };
}

function coApplicantOf(typed: Typed, at: number): CoApplicant {
  return {
    name: (typed[`with${at}`] ?? '') as string,
    personId: null,
    email: (typed[`withEmail${at}`] ?? null) as string | null,
    declinedOn: null,
  };
}
