import type { JournalKinds } from '../../platform/journal/journal.ts';
import { journalText } from './text/journal.ts';

/** What people's rights write in the journal. The subject is the person; of what was in a copy nothing is told. */
export const privacyJournal: JournalKinds = {
  'privacy.export_asked': {
    sentence: ({ language, actor, facts, name }) =>
      journalText(language).exportAsked(actor, name('person', String(facts.person))),
    names: { person: 'person' },
    audience: 'staff',
  },
  'privacy.export_fetched': {
    sentence: ({ language, actor, facts, name }) =>
      journalText(language).exportFetched(actor, name('person', String(facts.person))),
    names: { person: 'person' },
    audience: 'staff',
  },
  'privacy.erasure_asked': {
    sentence: ({ language, actor }) => journalText(language).erasureAsked(actor),
    audience: 'staff',
  },
  'privacy.erasure_taken_back': {
    sentence: ({ language, actor }) => journalText(language).takenBack(actor),
    audience: 'staff',
  },
  'privacy.erasure_refused': {
    sentence: ({ language, actor }) => journalText(language).refused(actor),
    audience: 'staff',
  },
  'privacy.erased': {
    sentence: ({ language, facts }) => journalText(language).erased(Number(facts.rows ?? 0)),
    audience: 'staff',
  },
  'privacy.consents_changed': {
    sentence: ({ language, actor }) => journalText(language).consents(actor),
    audience: 'staff',
  },
  'privacy.statement_saved': {
    sentence: ({ language, actor }) => journalText(language).statement(actor),
    audience: 'staff',
  },
  'privacy.settings_saved': {
    sentence: ({ language, actor }) => journalText(language).settings(actor),
    audience: 'staff',
  },
};
