import type { EntryKind, JournalKinds } from '../../../platform/journal/journal.ts';
import type { IconName } from '../../../ui/components/icon.tsx';
import { journalText } from './text/journal.ts';

/** What is done with the yearly report. */
export const reportsJournal: JournalKinds = {
  'report.story_saved': told('document', ({ actor, facts, language }) =>
    journalText(language).storySaved(actor, Number(facts.year)),
  ),
  'report.published': told('star', ({ actor, facts, language }) => {
    const words = journalText(language);
    const edition = Number(facts.edition);
    return edition > 1
      ? words.corrected(actor, Number(facts.year), edition)
      : words.published(actor, Number(facts.year));
  }),
  'report.made': told('paper', ({ actor, facts, language }) =>
    journalText(language).made(actor, Number(facts.year), String(facts.form).endsWith('docx') ? 'Word' : 'PDF'),
  ),
};

function told(icon: IconName, sentence: EntryKind['sentence']): EntryKind {
  return { icon, audience: 'staff', sentence };
}
