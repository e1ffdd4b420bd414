import type { JournalKinds, Telling } from '../../platform/journal/journal.ts';
import { toldText } from './text/told.ts';

const PERSON = { person: 'person' } as const;
const person = ({ name, facts }: Telling): string => name('person', String(facts.person));

/** What working together leaves in the journal. Staff read it. */
export const gatheringsJournal: JournalKinds = {
  'gathering.opened': { sentence: (t) => toldText(t.language).opened(t.actor), audience: 'staff' },
  'gathering.changed': { sentence: (t) => toldText(t.language).changed(t.actor), audience: 'staff' },
  'gathering.invited': {
    sentence: (t) => toldText(t.language).invited(t.actor, person(t)),
    names: PERSON,
    audience: 'staff',
  },
  'gathering.guest_ended': {
    sentence: (t) => toldText(t.language).ended(t.actor, person(t)),
    names: PERSON,
    audience: 'staff',
  },
  'gathering.carded': {
    sentence: (t) => toldText(t.language).carded(t.actor, person(t)),
    names: PERSON,
    audience: 'staff',
  },
  'gathering.entered': { sentence: (t) => toldText(t.language).entered(person(t)), names: PERSON, audience: 'staff' },
  'gathering.wrote': { sentence: (t) => toldText(t.language).wrote(t.actor), audience: 'staff' },
  'gathering.note_removed': { sentence: (t) => toldText(t.language).removedNote(t.actor), audience: 'staff' },
  'gathering.paper_added': { sentence: (t) => toldText(t.language).added(t.actor), audience: 'staff' },
  'gathering.paper_removed': { sentence: (t) => toldText(t.language).removedPaper(t.actor), audience: 'staff' },
  'gathering.named': {
    sentence: (t) => toldText(t.language).named(t.actor, t.facts.shown === true),
    audience: 'staff',
  },
};
