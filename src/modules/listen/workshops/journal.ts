import type { EntryKind, JournalKinds, Telling } from '../../../platform/journal/journal.ts';
import { toldText } from './text/told.ts';

/** What happens in workshops. Staff read it. */
export const workshopsJournal: JournalKinds = {
  'workshop.opened': staff((t) => words(t).opened(t.actor)),
  'workshop.changed': staff((t) => words(t).changed(t.actor)),
  'workshop.template_saved': staff((t) => words(t).templateSaved(t.actor)),
  'workshop.tables_added': staff((t) => words(t).tablesAdded(t.actor)),
  'workshop.table_changed': staff((t) => words(t).tableChanged(t.actor)),
  'workshop.table_code': staff((t) => words(t).tableCode(t.actor)),
  'workshop.table_begun': staff((t) => words(t).tableBegun(String(t.facts.table))),
  'workshop.set_aside': staff((t) => words(t).setAside(t.actor, String(t.facts.table))),
  'workshop.put_back': staff((t) => words(t).putBack(t.actor, String(t.facts.table))),
  'workshop.link_closed': staff((t) => words(t).linkClosed(t.actor)),
  'workshop.link_opened': staff((t) => words(t).linkOpened(t.actor)),
  'workshop.link_renewed': staff((t) => words(t).linkRenewed(t.actor)),
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
  'workshop.insight_shown': staff((t) => words(t).insightShown(t.actor)),
  'workshop.insight_hidden': staff((t) => words(t).insightHidden(t.actor)),
  'workshop.quotes_asked': staff((t) => words(t).quotesAsked(t.actor, String(t.facts.quotes))),
  'workshop.quote_answered': staff((t) => (t.facts.approved ? words(t).quoteYes : words(t).quoteNo)),
  'workshop.quote_removed': staff((t) => words(t).quoteRemoved(t.actor)),
  'workshop.pledged': staff((t) => words(t).pledged),
  'workshop.pledge_asked': staff((t) => words(t).pledgeAsked),
  'workshop.pledge_answered': staff((t) => words(t).pledgeAnswered),
  'workshop.pledge_hidden': staff((t) => words(t).pledgeHidden(t.actor)),
  'workshop.chosen': staff((t) => words(t).chosen(String(t.facts.choices))),
  'workshop.choice_removed': staff((t) => words(t).choiceRemoved(t.actor)),
  'workshop.names_off': staff((t) => words(t).namesOff(t.actor, Number(t.facts.names))),
  'workshop.signed_up': staff((t) => words(t).signedUp),
  // On the initiative's thread, where everybody may read where it came from.
  'workshop.became_initiative': { icon: 'people', audience: 'public', sentence: (t) => words(t).becameInitiative },
  'workshop.became_idea': staff((t) => words(t).becameIdea(t.actor)),
  'workshop.programme': staff((t) => words(t).programme(t.actor)),
  'workshop.ticked': staff((t) => words(t).ticked(t.actor)),
  'workshop.invited': staff((t) => (t.facts.unasked ? words(t).cameUnasked(t.actor) : words(t).invited(t.actor))),
  'workshop.invitation_answered': staff((t) => (t.facts.answer === 'yes' ? words(t).saidYes : words(t).saidNo)),
  'workshop.invitation_removed': staff((t) => words(t).invitationRemoved(t.actor)),
  'workshop.seated': staff((t) => words(t).seated(t.actor, String(t.facts.people))),
  'workshop.attendance': staff((t) => words(t).attendance(t.actor, String(t.facts.came))),
  'workshop.returned': staff((t) => words(t).returned(t.actor, String(t.facts.tables))),
  'workshop.released': staff((t) => words(t).released(t.actor)),
};

function staff(sentence: (telling: Telling) => string): EntryKind {
  return { sentence, audience: 'staff' };
}

function words({ language }: Telling) {
  return toldText(language);
}
