import type { EntryKind, JournalKinds, Telling } from '../../../platform/journal/journal.ts';
import { toldText } from './text/told.ts';

type Told = ReturnType<typeof toldText>;

const PERSON = { person: 'person' } as const;

/** What focus groups leave in the journal: never who signed up. Staff read it; that an initiative grew, everybody. */
export const panelsJournal: JournalKinds = {
  'panel.opened': byActor((words) => words.opened),
  'panel.changed': byActor((words) => words.changed),
  'panel.ended': byActor((words) => words.ended),
  'panel.selector_added': {
    ...staff((t, words) => words.selectorAdded(t.actor, t.name('person', String(t.facts.person)))),
    names: PERSON,
  },
  'panel.selector_left': {
    ...staff((t, words) => words.selectorLeft(t.actor, t.name('person', String(t.facts.person)))),
    names: PERSON,
  },
  'panel.profiled': byActor((words) => words.profiled),
  'panel.applied': staff((t, words) => (t.facts.channel ? words.appliedFor(t.actor) : words.applied)),
  'panel.corrected': byActor((words) => words.corrected),
  'panel.struck': byActor((words) => words.struck),
  'panel.seen': staff((t, words) => words.seen(t.actor, Number(t.facts.people))),
  'panel.locked': staff((t, words) => words.locked(t.actor, Number(t.facts.people))),
  'panel.unlocked': byActor((words) => words.unlocked),
  'panel.draw_asked': byActor((words) => words.drawAsked),
  'panel.draw_ready': staff((_, words) => words.drawReady),
  'panel.draw_stopped': byActor((words) => words.drawStopped),
  'panel.draw_failed': staff((_, words) => words.drawFailed),
  'panel.pressed': byActor((words) => words.pressed),
  'panel.thrown': staff((t, words) => words.thrown(t.actor, String(t.facts.number).padStart(3, '0'))),
  'panel.drawn': staff((t, words) => words.drawn(String(t.facts.number).padStart(3, '0'))),
  'panel.offered': staff((t, words) => words.offered(Number(t.facts.people))),
  'panel.reserve_called': staff((t, words) => words.reserveCalled(t.actor, Number(t.facts.place))),
  'panel.accepted': staff((_, words) => words.accepted),
  'panel.declined': staff((_, words) => words.declined),
  'panel.lapsed': staff((_, words) => words.lapsed),
  'panel.left': staff((_, words) => words.left),
  'panel.paused': staff((_, words) => words.paused),
  'panel.came_back': staff((_, words) => words.cameBack),
  'panel.meeting_called': byActor((words) => words.meetingCalled),
  'panel.meeting_changed': byActor((words) => words.meetingChanged),
  'panel.came': staff((t, words) => words.came(Number(t.facts.people))),
  'panel.question_asked': byActor((words) => words.questionAsked),
  'panel.question_closed': byActor((words) => words.questionClosed),
  'panel.recommended': staff((_, words) => words.recommended),
  'panel.answered': byActor((words) => words.answered),
  'panel.grew': { audience: 'public', icon: 'people', sentence: (t) => toldText(t.language).grew },
  'panel.forgotten': staff((t, words) => words.forgotten(Number(t.facts.people))),
};

function staff(sentence: (telling: Telling, words: Told) => string): EntryKind {
  return { audience: 'staff', icon: 'people', sentence: (t) => sentence(t, toldText(t.language)) };
}

function byActor(sentence: (words: Told) => (actor: string) => string): EntryKind {
  return staff((t, words) => sentence(words)(t.actor));
}
