import { z } from 'zod';
import { type Day, readDay } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { FEATURES, type Traits } from '../rules/people.ts';
import { combinations, type KeptCell, plainCells } from '../rules/profile.ts';
import { chooseText } from '../text/choose.ts';
import { joinText } from '../text/join.ts';

const text = z.string().default('');
const SHORT = 120;

/** Three numbers for each group, by its id. */
export function profileForm(language: Language, all: readonly KeptCell[]) {
  const cells = plainCells(all);
  const words = chooseText(language);
  const whole = text.refine((value) => /^\d{1,6}$/.test(value), words.numberUnreadable).transform(Number);
  const fields = cells.flatMap(({ id }) => [
    [`people_${id}`, whole] as const,
    [`fewest_${id}`, whole] as const,
    [`most_${id}`, whole] as const,
  ]);
  return z
    .object(Object.fromEntries(fields))
    .superRefine((read, context) => {
      for (const { id } of cells) {
        if ((read[`most_${id}`] ?? 0) >= (read[`fewest_${id}`] ?? 0)) continue;
        context.addIssue({ code: 'custom', path: [`most_${id}`], message: words.mostBelow });
      }
    })
    .transform((read) => [
      ...cells.map((cell) => ({
        ...cell,
        people: read[`people_${cell.id}`] as number,
        fewest: read[`fewest_${cell.id}`] as number,
        most: read[`most_${cell.id}`] as number,
      })),
      ...combinations(all),
    ]);
}

/** Two groups, and how many of those who belong to both. */
export function combinationForm(language: Language) {
  const words = chooseText(language);
  const whole = text.refine((value) => /^\d{1,3}$/.test(value), words.numberUnreadable).transform(Number);
  const group = text.refine((value) => value !== '', words.groupMissing);
  return z.object({ one: group, other: group, atLeast: whole, atMost: whole }).superRefine((read, context) => {
    if (read.atMost < read.atLeast) context.addIssue({ code: 'custom', path: ['atMost'], message: words.mostBelow });
    if (read.atMost < 1) context.addIssue({ code: 'custom', path: ['atMost'], message: words.mostNothing });
  });
}

/** Where somebody lives, and which groups they belong to: known codes alone. */
export function groupsForm(language: Language, known: Readonly<Record<string, readonly string[]>>) {
  const words = joinText(language);
  const one = (feature: string) => text.transform((value) => ((known[feature] ?? []).includes(value) ? value : ''));
  return z
    .object({
      ...Object.fromEntries(FEATURES.map((feature) => [feature, one(feature)])),
      address: text
        .refine((value) => value !== '', words.addressMissing)
        .refine((value) => value.length <= SHORT, words.tooLong(SHORT)),
    })
    .transform((read) => read as unknown as Traits & { readonly address: string });
}

export const ACTS = [
  'yes',
  'no',
  'withdrawn',
  'dropped_out',
  'moved_out',
  'double',
  'pause',
  'back',
  'strike',
] as const;

/** What selectors write in for somebody, and how it came. */
export const actForm = z.object({
  act: z.enum(ACTS),
  channel: z.enum(['paper', 'phone']).catch('phone'),
});

export const lockForm = z.object({ sure: text.transform((value) => value === 'ja') });

/** What somebody does on their own page. A break ends after today, or nobody knows when. */
export function myActForm(language: Language, today: Day) {
  const later = (value: string): boolean => value === '' || (readDay(value) ?? today) > today;
  return z.object({
    act: z.enum(['pause', 'back', 'leave']),
    until: text.refine(later, joinText(language).pauseUnreadable).transform((value): Day | null => readDay(value)),
    moved: text.transform((value) => value === 'ja'),
  });
}
