import { z } from 'zod';
import type { Channel } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { refused } from '../../../../kernel/outcome.ts';
import { readReceiptCode } from '../../../../kernel/typed-code.ts';
import { isMailAddress } from '../../../../platform/mail/mail.ts';
import { codeField } from '../../../../platform/web/fields.ts';
import { readForm } from '../../../../platform/web/form.ts';
import { readPhone } from '../../../housing/public.ts';
import { MOST_WHY } from '../rules/panel.ts';
import { LANGUAGES, TENURES, tellsOfHealth } from '../rules/people.ts';
import { joinText } from '../text/join.ts';

const text = z.string().default('');
const ticked = text.transform((value) => value === 'ja');
const SHORT = 120;
const WISH = 200;

/** What is asked of somebody who signs up; staff who write in for others say how it came, and may leave the contact out. */
function signUpForm(language: Language, { byStaff }: { readonly byStaff: boolean }) {
  const words = joinText(language);
  const bounded = (most: number) => text.refine((value) => value.length <= most, words.tooLong(most));
  return (
    z
      .object({
        channel: byStaff
          ? z.enum(['paper', 'phone', 'self'], { error: words.channelMissing })
          : z.literal('self').catch('self'),
        name: bounded(SHORT).refine((value) => value !== '', words.nameMissing),
        birthYear: text
          .refine((value) => /^(18[9]\d|19\d\d|20\d\d)$/.test(value), words.birthYearUnreadable)
          .transform(Number),
        language: z.enum(LANGUAGES, { error: words.languageMissing }),
        why: bounded(MOST_WHY),
        anyway: ticked,
        address: bounded(SHORT).refine((value) => value !== '', words.addressMissing),
        department: text.transform((value) => readId<'department'>(value)),
        tenure: z.enum(TENURES, { error: words.tenureMissing }),
        email: text
          .transform((value) => value.toLowerCase())
          .refine((value) => value === '' || (isMailAddress(value) && value.length <= SHORT), words.emailUnreadable)
          .transform((value) => value || null),
        phone: text
          .refine((value) => value === '' || readPhone(value) !== null, words.phoneUnreadable)
          .transform((value) => readPhone(value)),
        diet: bounded(WISH),
        accessNeeds: bounded(WISH),
        onBoard: ticked,
        consent: ticked.refine((value) => value, words.consentMissing),
        once: text.transform((value) => value.slice(0, 60)),
      })
      // Both are told at once with all else that is missing, and so of answers that may be no texts.
      .refine(({ email, phone, channel }) => Boolean(email || phone) || channel !== 'self', {
        path: ['email'],
        message: words.reachMissing,
        when: () => true,
      })
      .refine(({ why, anyway }) => anyway || typeof why !== 'string' || !tellsOfHealth(why), {
        path: ['why'],
        message: words.health,
        when: () => true,
      })
      .transform(({ consent: _, anyway: __, channel, ...rest }) => ({
        ...rest,
        onBehalf: channel === 'self' ? null : (channel as Channel),
      }))
  );
}

const ORDER = ['channel', 'name', 'birthYear', 'language', 'why', 'address', 'department', 'tenure', 'email', 'phone'];

/** The form as it was posted; what is wrong in it comes in the order of the page. */
export function readSignUp(language: Language, form: FormData, who: { readonly byStaff: boolean }) {
  const read = readForm(signUpForm(language, who), form);
  if (read.ok) return read;
  const place = ({ field }: { readonly field: string }) =>
    (ORDER.indexOf(field) + ORDER.length + 1) % (ORDER.length + 1);
  return refused({ ...read.refusal, messages: read.refusal.messages.toSorted((a, b) => place(a) - place(b)) });
}

export function codeForm(language: Language) {
  const words = joinText(language);
  return z.object({
    kode: codeField(readReceiptCode, words.codeUnreadable),
  });
}
