import { z } from 'zod';
import type { Language } from '../../kernel/language.ts';
import { TOPICS } from './rules/consents.ts';
import { BOUNDS } from './rules/settings.ts';
import { officeText } from './text/office.ts';
import { pagesText } from './text/pages.ts';

const CHANNELS = ['paper', 'phone', 'mail'] as const;

/** How somebody asked staff: `channel`. */
export const onBehalfForm = (language: Language) =>
  z.object({ channel: z.enum(CHANNELS, pagesText(language).channelMissing) });

/** "Slet mig": never by a slip of the finger. */
export const erasureForm = (language: Language) =>
  z.object({ sure: z.literal('ja', pagesText(language).eraseSureMissing) });

export const theirErasureForm = (language: Language) => onBehalfForm(language).extend(erasureForm(language).shape);

export const refusalForm = (language: Language) =>
  z.object({
    words: z
      .string()
      .default('')
      .transform((text) => text.trim())
      .pipe(z.string().min(1, pagesText(language).refuseWordsMissing).max(1000, pagesText(language).refuseWordsLong)),
  });

const answer = z.enum(['ja', 'nej']).optional().catch(undefined);

/** One answer a topic: `mail=ja`; a topic without one has not been asked. */
export const consentForm = z.object(Object.fromEntries(TOPICS.map((topic) => [topic, answer])));

export const MOST_STATEMENT = 12_000;
const MOST_CONTACT = 600;
const version = z.coerce.number().int().min(0).catch(0);

export const statementForm = (language: Language) =>
  z.object({
    words: z
      .string()
      .default('')
      .pipe(z.string().min(1, officeText(language).wordsMissing).max(MOST_STATEMENT, officeText(language).wordsLong)),
    contact: z.string().max(MOST_CONTACT, officeText(language).contactLong).default(''),
    version,
  });

function between([least, most]: readonly [number, number], language: Language) {
  const message = officeText(language).between(least, most);
  return z
    .string()
    .default('')
    .transform((text, context) => {
      const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
      if (value >= least && value <= most) return value;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });
}

export const settingsForm = (language: Language) =>
  z.object({
    undoDays: between(BOUNDS.undoDays, language),
    exportDays: between(BOUNDS.exportDays, language),
    lookMonths: between(BOUNDS.lookMonths, language),
    guestMonths: between(BOUNDS.guestMonths, language),
    importDays: between(BOUNDS.importDays, language),
    version,
  });
