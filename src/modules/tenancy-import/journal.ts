import type { JournalKinds } from '../../platform/journal/journal.ts';
import { text } from './text.ts';

/** The subject is the import. */
export const tenancyImportJournal: JournalKinds = {
  'tenancy_import.confirmed': {
    sentence: ({ language, actor, facts }) => text(language).journal.confirmed(actor, Number(facts.rows)),
    audience: 'staff',
  },
  'tenancy_import.advanced': {
    sentence: ({ language, facts }) => text(language).journal.advanced(Number(facts.done), Number(facts.rows)),
    audience: 'staff',
  },
  'tenancy_import.finished': {
    sentence: ({ language, facts }) =>
      text(language).journal.finished(Number(facts.created), Number(facts.changed), Number(facts.absent)),
    audience: 'staff',
  },
  'tenancy_import.taken_back': {
    sentence: ({ language, actor, facts }) => text(language).journal.takenBack(actor, Number(facts.homes)),
    audience: 'staff',
  },
};
