import { z } from 'zod';
import type { Language } from '../../kernel/language.ts';
import { MOST_NOTE } from './rules.ts';
import { sharingText } from './text.ts';

const text = z.string().default('');

function note(language: Language) {
  return text.refine((value) => value.length <= MOST_NOTE, sharingText(language).noteTooLong(MOST_NOTE));
}

export function shareForm(language: Language) {
  return z.object({
    house: text.refine((value) => value !== '', sharingText(language).receiverMissing),
    parts: z.array(z.string()).default([]),
    looked: text.transform((value) => value === 'ja'),
    contact: text.transform((value) => value === 'ja'),
    note: note(language),
    seal: text,
  });
}

export function answerForm(language: Language) {
  return z.object({
    svar: z.enum(['accepted', 'declined'], { error: sharingText(language).answerMissing }),
    words: note(language),
  });
}

export function recallForm(language: Language) {
  return z.object({ words: note(language) });
}
