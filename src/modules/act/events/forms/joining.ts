import { z } from 'zod';
import type { Channel } from '../../../../kernel/actor.ts';
import type { Language } from '../../../../kernel/language.ts';
import { readReceiptCode } from '../../../../kernel/typed-code.ts';
import { isMailAddress } from '../../../../platform/mail/mail.ts';
import { codeField } from '../../../../platform/web/fields.ts';
import { readContact, readPhone } from '../../../housing/public.ts';
import { WAYS_HERE, type WayHere } from '../rules/event.ts';
import { MOST_IN_ONE } from '../rules/signing-up.ts';
import { insideText } from '../text/inside.ts';
import { joiningText } from '../text/joining.ts';

const SHORT = 120;
const text = z.string().default('');

function partyField(message: string) {
  return text.transform((value, context): number => {
    if (value === '') return 0;
    const count = /^\d{1,2}$/.test(value) ? Number(value) : Number.NaN;
    if (!(count <= MOST_IN_ONE)) context.addIssue({ code: 'custom', message });
    return count;
  });
}

const cameByField = text.transform((value): WayHere | null => WAYS_HERE.find((way) => way === value) ?? null);

/** What is asked of somebody who signs up; those who write in for others say how it came, and may leave the contact out. */
export function signUpForm(language: Language, { forOthers }: { readonly forOthers: boolean }) {
  const words = joiningText(language);
  const bounded = (most: number) => text.refine((value) => value.length <= most, words.tooLong(most));
  return z
    .object({
      name: bounded(SHORT).refine((value) => value !== '', words.nameMissing),
      adults: partyField(words.countUnreadable),
      children: partyField(words.countUnreadable),
      email: text
        .transform((value) => value.toLowerCase())
        .refine((value) => value === '' || (isMailAddress(value) && value.length <= SHORT), words.emailUnreadable)
        .transform((value) => value || null),
      phone: text
        .refine((value) => value === '' || readPhone(value) !== null, words.phoneUnreadable)
        .transform((value) => readPhone(value)),
      home: bounded(SHORT),
      cameBy: cameByField,
      channel: forOthers
        ? z.enum(['paper', 'phone', 'self'], { error: words.channelMissing })
        : z.literal('self').catch('self'),
      once: text.transform((value) => value.slice(0, 60)),
    })
    .refine(({ adults, children }) => !(adults + children < 1), { path: ['adults'], message: words.nobody })
    .refine(({ email, phone, channel }) => email !== null || phone !== null || channel !== 'self', {
      path: ['email'],
      message: words.reachMissing,
    })
    .transform(({ channel, ...rest }) => ({
      ...rest,
      onBehalf: channel === 'self' ? null : (channel as Channel),
    }));
}

/** How many come after all. */
export function partyForm(language: Language) {
  const words = joiningText(language);
  return z
    .object({
      adults: partyField(words.countUnreadable),
      children: partyField(words.countUnreadable),
      cameBy: cameByField,
    })
    .refine(({ adults, children }) => !(adults + children < 1), { path: ['adults'], message: words.nobody });
}

/** Somebody who had not signed up. The button that was pressed says how they came. */
export function walkInForm(language: Language) {
  const words = insideText(language);
  return z
    .object({
      adults: partyField(words.countUnreadable),
      children: partyField(words.countUnreadable),
      way: cameByField,
    })
    .refine(({ adults, children }) => !(adults + children < 1), { path: ['adults'], message: words.walkInNobody })
    .transform(({ way, ...party }) => ({ ...party, cameBy: way }));
}

export function codeForm(language: Language) {
  const words = joiningText(language);
  return z.object({
    kode: codeField(readReceiptCode, words.codeUnreadable),
  });
}

/** One way to reach somebody who lives or works here. */
export function organiserForm(language: Language) {
  const words = insideText(language);
  return z.object({
    contact: text.transform((value, context): { email: string } | { phone: string } => {
      const { email, phone } = readContact(value);
      if (email) return { email };
      if (!phone) context.addIssue({ code: 'custom', message: words.organiserUnknown });
      return { phone: phone ?? '' };
    }),
  });
}
