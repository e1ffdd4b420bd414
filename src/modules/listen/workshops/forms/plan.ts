import { z } from 'zod';
import { readId } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { clockField } from '../../../../platform/web/fields.ts';
import { readContact } from '../../../housing/public.ts';
import { INVITED_PARTS, readCheckItem } from '../rules/plan.ts';
import { planText } from '../text/plan.ts';

const text = z.string().default('');
const LINE = 120;
const list = z.array(z.string()).default([]);

function line(language: Language) {
  return text.refine((value) => value.length <= LINE, planText(language).tooLong(LINE));
}

export function itemForm(language: Language) {
  const words = planText(language);
  return z.object({
    startsAt: clockField(words.clockMissing),
    title: line(language).refine((value) => value !== '', words.pointMissing),
    who: line(language),
    place: line(language),
  });
}

export const ticksForm = z.object({
  done: list.transform((items) => items.flatMap((one) => readCheckItem(one) ?? [])),
});

/** Somebody to invite. Who came unasked needs no address: nothing is sent. */
export function invitationForm(language: Language) {
  const words = planText(language);
  return z
    .object({
      name: line(language).refine((value) => value !== '', words.nameMissing),
      contact: text,
      organisation: text.transform((value) => readId<'organisation'>(value)),
      table: text.transform((value) => readId<'workshop_table'>(value)),
      part: z.enum(INVITED_PARTS).catch('participant'),
      unasked: text.transform((value) => value === 'ja'),
    })
    .transform(({ contact, ...rest }, context) => {
      const { email, phone } = readContact(contact, LINE);
      const message = contact !== '' ? words.contactUnreadable : words.contactMissing;
      if (!email && !phone && (contact !== '' || !rest.unasked))
        context.addIssue({ code: 'custom', path: ['contact'], message });
      return { ...rest, email, phone };
    });
}

export const invitationAnswerForm = z.object({ answer: z.enum(['yes', 'no']).catch('no') });

/** Who came, and where each sits: `seat` is "invitation table", or the invitation alone for no table. */
export const attendanceForm = z.object({
  came: list.transform((ids) => ids.flatMap((id) => readId<'workshop_invitation'>(id) ?? [])),
  seat: list.transform((seats) =>
    seats.flatMap((seat) => {
      const [one = '', table = ''] = seat.split(' ');
      const id = readId<'workshop_invitation'>(one);
      return id ? [{ id, tableId: readId<'workshop_table'>(table) }] : [];
    }),
  ),
});

export const returnsForm = z.object({
  tables: list.transform((ids) => ids.flatMap((id) => readId<'workshop_table'>(id) ?? [])),
});
