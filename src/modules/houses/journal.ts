import type { JournalKinds } from '../../platform/journal/journal.ts';
import { housesText } from './text.ts';

/** What going between houses leaves in the journal. Staff read it; which house the other is, it does not say. */
export const housesJournal: JournalKinds = {
  'houses.tied': { sentence: (t) => housesText(t.language).journal.tied(t.actor), audience: 'staff' },
  'houses.untied': { sentence: (t) => housesText(t.language).journal.untied(t.actor), audience: 'staff' },
  'houses.cut': { sentence: (t) => housesText(t.language).journal.cut, audience: 'staff' },
  'houses.untied_there': { sentence: (t) => housesText(t.language).journal.untiedThere, audience: 'staff' },
  'houses.signed_out': { sentence: (t) => housesText(t.language).journal.out, audience: 'staff' },
  'houses.switched': { sentence: (t) => housesText(t.language).journal.switched(t.actor), audience: 'staff' },
};
