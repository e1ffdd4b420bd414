import { z } from 'zod';
import type { Language } from '../../../kernel/language.ts';
import { REPORT_FORMS } from './rules/edition.ts';
import { pagesText } from './text/pages.ts';

export const MOST_STORY = 4000;
const MOST_REASON = 500;
const number = z.coerce.number().int().min(0).max(100_000).catch(0);

export const storyForm = (language: Language) =>
  z.object({ words: z.string().max(MOST_STORY, pagesText(language).storyLong).default(''), version: number });

export const publishForm = (language: Language) =>
  z.object({ reason: z.string().max(MOST_REASON, pagesText(language).reasonLong).default(''), number });

/** Which edition as which file; edition 0: the figures as they stand now. */
export const fileForm = z.object({ form: z.enum(REPORT_FORMS).catch('pdf'), edition: number });
