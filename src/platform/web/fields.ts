import { z } from 'zod';
import { type Day, readDay } from '../../kernel/day.ts';

const text = z.string().default('');

/** A day in a form of `readForm`; `message` where it is empty or no day. */
export function dayField(message: string) {
  return optionalDayField(message).transform((day, context): Day => {
    if (day) return day;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/** The same, but empty is null. */
export function optionalDayField(message: string) {
  return text.transform((value, context): Day | null => {
    if (value === '') return null;
    const day = readDay(value);
    if (day) return day;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/** "17:30", "17.30" or "9:05" as "17:30" and "09:05"; `message` where it is empty or no time of day. */
export function clockField(message: string) {
  return optionalClockField(message).refine((clock) => clock !== '', message);
}

/** The same, but empty stays empty. */
export function optionalClockField(message: string) {
  return text.transform((value, context): string => {
    if (value === '') return '';
    const [, hours = '', minutes = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(value) ?? [];
    if (hours !== '' && Number(hours) < 24 && Number(minutes) < 60) return `${hours.padStart(2, '0')}:${minutes}`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/** A code that somebody typed, as `read` understands it; `message` where it cannot be one. */
export function codeField(read: (typed: string) => string | null, message: string) {
  return text.transform((value, context): string => {
    const code = read(value);
    if (code) return code;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}
