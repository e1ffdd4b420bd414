import type { JournalKinds } from '../../platform/journal/journal.ts';
import { sharingText } from './text.ts';

/** What copies leave in the journal. Staff read it. */
export const sharingJournal: JournalKinds = {
  'copy.sent': { sentence: (t) => sharingText(t.language).journal.sent(t.actor), audience: 'staff' },
  'copy.arrived': { sentence: (t) => sharingText(t.language).journal.arrived, audience: 'staff' },
  'copy.accepted': { sentence: (t) => sharingText(t.language).journal.accepted(t.actor), audience: 'staff' },
  'copy.declined': { sentence: (t) => sharingText(t.language).journal.declined(t.actor), audience: 'staff' },
  'copy.answered': {
    sentence: (t) => sharingText(t.language).journal.answered(t.facts.answer === 'accepted'),
    audience: 'staff',
  },
  'copy.recalled': { sentence: (t) => sharingText(t.language).journal.recalled(t.actor), audience: 'staff' },
  'copy.recall_came': { sentence: (t) => sharingText(t.language).journal.recallCame, audience: 'staff' },
};
