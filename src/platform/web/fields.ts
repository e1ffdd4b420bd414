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

/** A code that somebody typed, as `read` understands it; `message` where it cannot be one. */
export function codeField(read: (typed: string) => string | null, message: string) {
  return text.transform((value, context): string => {
    const code = read(value);
    if (code) return code;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}
