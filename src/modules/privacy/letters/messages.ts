import type { Language } from '../../../kernel/language.ts';
import type { Saying } from '../../turns/public.ts';
import { journalText } from '../text/journal.ts';
import { myDataPlace } from '../urls.ts';

/** What stands in the place of a name, and of words that are gone. */
export function placeholders(language: Language): { readonly name: string; readonly words: string } {
  return { name: journalText(language).aResident, words: journalText(language).gone };
}

export function exportReady(days: number, language: Language): Saying {
  const words = journalText(language);
  return {
    subject: words.readySubject,
    paragraphs: [words.ready(days)],
    action: { label: words.readyAction, path: myDataPlace({}) },
  };
}

export function erasureAsked(day: string, language: Language): Saying {
  const words = journalText(language);
  return {
    subject: words.askedSubject,
    paragraphs: [words.asked(day), words.askedNot],
    action: { label: words.askedAction, path: myDataPlace({}) },
  };
}

/** Staff took the wish back. */
export function erasureStopped(language: Language): Saying {
  const words = journalText(language);
  return {
    subject: words.stoppedSubject,
    paragraphs: [words.stopped, words.stoppedNot],
    action: { label: words.refusedAction, path: myDataPlace({}) },
  };
}

export function erasureRefused(reason: string, language: Language): Saying {
  const words = journalText(language);
  return {
    subject: words.refusedSubject,
    paragraphs: [words.refusedText(reason), words.refusedRight],
    action: { label: words.refusedAction, path: myDataPlace({}) },
  };
}
