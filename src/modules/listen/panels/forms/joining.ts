import { z } from 'zod';
import type { Channel } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { readPhone } from '../../../housing/public.ts';
import { MOST_WHY } from '../rules/panel.ts';
import { LANGUAGES, TENURES, tellsOfHealth } from '../rules/people.ts';
import { joinText } from '../text/join.ts';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const text = z.string().default('');
const ticked = text.transform((value) => value === 'ja');
const SHORT = 120;
const WISH = 200;

/** What is asked of somebody who signs up; staff who write in for others say how it came, and may leave the contact out. */
export function signUpForm(language: Language, { byStaff }: { readonly byStaff: boolean }) {
  const words = joinText(language);
  const bounded = (most: number) => text.refine((value) => value.length <= most, words.tooLong(most));
  return z
    .object({
      name: bounded(SHORT).refine((value) => value !== '', words.nameMissing),
      why: bounded(MOST_WHY),
      anyway: ticked,
      birthYear: text
        .refine((value) => /^(18[9]\d|19\d\d|20\d\d)$/.test(value), words.birthYearUnreadable)
        .transform(Number),
      address: bounded(SHORT).refine((value) => value !== '', words.addressMissing),
      department: text.transform((value) => readId<'department'>(value)),
      tenure: z.enum(TENURES, { error: words.tenureMissing }),
      language: z.enum(LANGUAGES, { error: words.languageMissing }),
      email: text
        .transform((value) => value.toLowerCase())
        .refine((value) => value === '' || (EMAIL.test(value) && value.length <= SHORT), words.emailUnreadable)
        .transform((value) => value || null),
      phone: text
        .refine((value) => value === '' || readPhone(value) !== null, words.phoneUnreadable)
        .transform((value) => readPhone(value)),
      diet: bounded(WISH),
      accessNeeds: bounded(WISH),
      onBoard: ticked,
      consent: ticked.refine((value) => value, words.consentMissing),
      channel: byStaff
        ? z.enum(['paper', 'phone', 'self'], { error: words.channelMissing })
        : z.literal('self').catch('self'),
      once: text.transform((value) => value.slice(0, 60)),
    })
    .refine(({ email, phone, channel }) => email !== null || phone !== null || channel !== 'self', {
      path: ['email'],
      message: words.reachMissing,
    })
    .refine(({ why, anyway }) => anyway || !tellsOfHealth(why), { path: ['why'], message: words.health })
    .transform(({ consent: _, anyway: __, channel, ...rest }) => ({
      ...rest,
      onBehalf: channel === 'self' ? null : (channel as Channel),
    }));
}

export function codeForm(language: Language) {
  const words = joinText(language);
  return z.object({
    kode: text.transform((value, context) => {
      const code = readReceiptCode(value);
      if (!code) context.addIssue({ code: 'custom', message: words.codeUnreadable });
      return code ?? '';
    }),
  });
}

/** "abcd-efgh-jkmn" → "ABCDEFGHJKMN". Null when it cannot be one. */
export function readReceiptCode(value: string): string | null {
  const bare = value.replace(/[\s-]/g, '').toUpperCase();
  return /^[2-9A-Z]{12}$/.test(bare) ? bare : null;
}
