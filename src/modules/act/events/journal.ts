import type { EntryKind, JournalKinds, Telling } from '../../../platform/journal/journal.ts';
import { toldText } from './text/told.ts';

type Told = ReturnType<typeof toldText>;

const PERSON = { person: 'person' } as const;

/** What events leave in the journal: never who signed up. What stands in an initiative's thread, everybody reads. */
export const eventsJournal: JournalKinds = {
  'event.planned': open((_, words) => words.planned),
  'event.moved': open((_, words) => words.moved),
  'event.cancelled': open((_, words) => words.cancelled),
  'event.counted': open((t, words) => words.counted(Number(t.facts.people))),
  'event.not_counted': staff((_, words) => words.notCounted),
  'event.changed': byActor((words) => words.changed),
  'event.translated': byActor((words) => words.translated),
  'event.organiser_added': {
    ...staff((t, words) => words.organiserAdded(t.actor, t.name('person', String(t.facts.person)))),
    names: PERSON,
  },
  'event.organiser_left': {
    ...staff((t, words) => words.organiserLeft(t.actor, t.name('person', String(t.facts.person)))),
    names: PERSON,
  },
  'event.signed_up': {
    ...staff((t, words) => (t.facts.channel ? words.signedUpFor(t.actor) : words.signedUp)),
    together: ({ language, actor, facts }, all) => {
      const words = toldText(language);
      const people = all.reduce((sum, one) => sum + Number(one.people), 0);
      return facts.channel ? words.manySignedUpFor(actor, people) : words.manySignedUp(people);
    },
  },
  'event.sign_up_changed': staff((_, words) => words.signUpChanged),
  'event.left': staff((_, words) => words.left),
  'event.moved_up': staff((t, words) => words.movedUp(Number(t.facts.parties))),
  'event.list_printed': staff((t, words) => words.listPrinted(t.actor, Number(t.facts.parties))),
  'event.duty_done': byActor((words) => words.dutyDone),
  'event.duty_undone': byActor((words) => words.dutyUndone),
  'event.rules_set': byActor((words) => words.rulesSet),
  'event.forgotten': staff((t, words) => words.forgotten(Number(t.facts.parties))),
};

function open(sentence: (telling: Telling, words: Told) => string): EntryKind {
  return { audience: 'public', icon: 'calendar', sentence: (t) => sentence(t, toldText(t.language)) };
}

function staff(sentence: (telling: Telling, words: Told) => string): EntryKind {
  return { audience: 'staff', icon: 'calendar', sentence: (t) => sentence(t, toldText(t.language)) };
}

function byActor(sentence: (words: Told) => (actor: string) => string): EntryKind {
  return staff((t, words) => sentence(words)(t.actor));
}
