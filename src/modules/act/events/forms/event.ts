import { z } from 'zod';
import { addDays, type Day } from '../../../../kernel/day.ts';
import { readId } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { dayField, optionalDayField } from '../../../../platform/web/fields.ts';
import { readPhone } from '../../../housing/public.ts';
import { DAYS_BEFORE, DUTIES, type DutyCode, type DutyRule } from '../rules/duties.ts';
import { ASPECTS, EVERYWHERE, type EventText, MOST_PEOPLE, REASONS, TEXT_LANGUAGES } from '../rules/event.ts';
import { dutiesText } from '../text/duties.ts';
import { editingText } from '../text/editing.ts';

const text = z.string().default('');
const ticked = text.transform((value) => value === 'ja');
const SHORT = 120;
const TITLE = 80;
const LONG = 2000;
const LONGEST_DAYS = 31;
const CLOCK = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/;

/** "17.30", "17:30" or "9:00" → "17:30". Null when it is no time of day. */
function readClock(value: string): string | null {
  const match = CLOCK.exec(value);
  return match ? `${match[1]?.padStart(2, '0')}:${match[2]}` : null;
}

/** "40" or "1.200". Empty: nobody has said. */
function peopleField(message: string) {
  return text.transform((value, context): number | null => {
    if (value === '') return null;
    const count = /^\d[\d. ]*$/.test(value) ? Number(value.replace(/[. ]/g, '')) : 0;
    if (count < 1 || count > MOST_PEOPLE) context.addIssue({ code: 'custom', message });
    return count;
  });
}

/** What the organisers write. A day that has passed is refused, unless it stood there before (`was`). */
export function eventForm(language: Language, { today, was }: { readonly today: Day; readonly was: Day | null }) {
  const words = editingText(language);
  const bounded = (most: number) => text.refine((value) => value.length <= most, words.tooLong(most));
  return z
    .object({
      title: bounded(TITLE).refine((value) => value !== '', words.titleMissing),
      what: bounded(LONG).refine((value) => value !== '', words.saysMissing),
      place: bounded(SHORT).refine((value) => value !== '', words.placeMissing),
      on: dayField(words.onMissing).refine((day) => day >= today || day === was, words.onPast),
      until: optionalDayField(words.untilUnreadable),
      starts: text.transform((value, context) => {
        const time = readClock(value);
        if (!time) context.addIssue({ code: 'custom', message: words.startsMissing });
        return time ?? '';
      }),
      ends: text.transform((value, context) => {
        const time = value === '' ? null : readClock(value);
        if (value !== '' && !time) context.addIssue({ code: 'custom', message: words.endsUnreadable });
        return time;
      }),
      where: z.array(z.string()).default([]),
      closed: ticked,
      signUp: ticked,
      capacity: peopleField(words.countUnreadable),
      expected: peopleField(words.countUnreadable),
      signUpBy: optionalDayField(words.signUpByUnreadable),
      aspects: z.array(z.string()).default([]),
      callWho: bounded(SHORT),
      phone: text
        .refine((value) => value === '' || readPhone(value) !== null, words.phoneUnreadable)
        .transform((value) => readPhone(value)),
      version: z.coerce.number().int().default(0).catch(0),
    })
    .refine(({ where }) => where.length > 0, { path: ['where'], message: words.departmentsMissing })
    .refine(({ on, until }) => !until || until >= on, { path: ['until'], message: words.untilBefore })
    .refine(({ on, until }) => !until || until <= addDays(on, LONGEST_DAYS), {
      path: ['until'],
      message: words.untilLong,
    })
    .refine(({ on, until, signUpBy }) => !signUpBy || signUpBy <= (until ?? on), {
      path: ['signUpBy'],
      message: words.signUpByLate,
    })
    .refine(({ phone, callWho }) => !phone || callWho !== '', { path: ['callWho'], message: words.phoneAlone })
    .transform(({ version, where, closed, until, aspects, ...rest }) => ({
      version,
      words: {
        ...rest,
        until: until ?? rest.on,
        wholeOrganisation: where.includes(EVERYWHERE),
        departmentIds: where.includes(EVERYWHERE) ? [] : where.flatMap((id) => readId<'department'>(id) ?? []),
        openToAll: !closed,
        aspects: ASPECTS.filter((one) => aspects.includes(one)),
      },
    }));
}

export function cancelForm(language: Language) {
  const words = editingText(language);
  return z.object({
    reason: z.enum(REASONS, { error: words.reasonMissing }),
    words: text.refine((value) => value.length <= LONG, words.tooLong(LONG)),
  });
}

/** The invitation in each further language: `title_en`, `what_en`. */
export function textsForm(language: Language, own: Language) {
  const words = editingText(language);
  const shape = Object.fromEntries(
    TEXT_LANGUAGES.filter((one) => one !== own).flatMap((one) => [
      [`title_${one}`, text.refine((value) => value.length <= TITLE, words.tooLong(TITLE))],
      [`what_${one}`, text.refine((value) => value.length <= LONG, words.tooLong(LONG))],
    ]),
  );
  return z.object(shape).transform((typed, context): readonly EventText[] =>
    TEXT_LANGUAGES.filter((one) => one !== own).map((one) => {
      const title = String(typed[`title_${one}`] ?? '');
      const what = String(typed[`what_${one}`] ?? '');
      if ((title === '') !== (what === '')) {
        const path = [title === '' ? `title_${one}` : `what_${one}`];
        context.addIssue({ code: 'custom', path, message: words.textHalf });
      }
      return { language: one, title, what };
    }),
  );
}

/** How the house does each thing on the checklist: `active_food`, `days_food`, `words_food`. */
export function rulesForm(language: Language) {
  const words = dutiesText(language);
  const days = text.refine((value) => /^\d{1,3}$/.test(value) && Number(value) <= 180, words.daysUnreadable);
  const shape = Object.fromEntries(
    DUTIES.flatMap((code) => [
      [`active_${code}`, text],
      [`days_${code}`, days],
      [`words_${code}`, text.refine((value) => value.length <= SHORT, words.tooLong(SHORT))],
    ]),
  );
  return z.object(shape).transform(
    (typed): ReadonlyMap<DutyCode, DutyRule> =>
      new Map(
        DUTIES.map((code) => [
          code,
          {
            active: typed[`active_${code}`] === 'ja',
            daysBefore: Number(typed[`days_${code}`] ?? DAYS_BEFORE[code]),
            words: String(typed[`words_${code}`] ?? ''),
          },
        ]),
      ),
  );
}
