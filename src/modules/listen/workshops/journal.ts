import type { EntryKind, JournalKinds, Telling } from '../../../platform/journal/journal.ts';
import { toldText } from './text/told.ts';

/** What happens in workshops. Staff read it. */
export const workshopsJournal: JournalKinds = {
  'workshop.opened': staff((t) => words(t).opened(t.actor)),
  'workshop.changed': staff((t) => words(t).changed(t.actor)),
  'workshop.template_saved': staff((t) => words(t).templateSaved(t.actor)),
  'workshop.table_added': staff((t) => words(t).tableAdded(t.actor)),
  'workshop.table_changed': staff((t) => words(t).tableChanged(t.actor)),
  'workshop.table_removed': staff((t) => words(t).tableRemoved(t.actor)),
  'workshop.sheets_made': staff((t) => words(t).sheetsMade(t.actor, String(t.facts.sheets))),
  'workshop.photo_sent': staff((t) => words(t).photoSent),
  'workshop.photo_read': staff((t) => words(t).photoRead),
  'workshop.photo_named': staff((t) => words(t).photoNamed(t.actor)),
  'workshop.photo_removed': staff((t) => words(t).photoRemoved(t.actor)),
  'workshop.photos_forgotten': staff((t) => words(t).photosForgotten(String(t.facts.photos))),
  'workshop.sheet_checked': staff((t) => words(t).sheetChecked(t.actor)),
  'workshop.sheet_confirmed': staff((t) => words(t).sheetConfirmed),
  'workshop.insight': staff((t) => words(t).insight),
  'workshop.insight_hidden': staff((t) => words(t).insightHidden(t.actor)),
};

function staff(sentence: (telling: Telling) => string): EntryKind {
  return { sentence, audience: 'staff' };
}

function words({ language }: Telling) {
  return toldText(language);
}
