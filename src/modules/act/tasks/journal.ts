import type { EntryKind, JournalKinds, Telling } from '../../../platform/journal/journal.ts';
import { ANSWERS } from './rules/asking.ts';
import { toldText } from './text/told.ts';

/** What the smallest tasks leave in a thread: never a name, but of the one who asks. */
export const tasksJournal: JournalKinds = {
  'task.cut': everybody((t) => words(t).cut(Number(t.facts.tasks))),
  'task.added': inside((t) => words(t).added),
  'task.halved': inside((t) => words(t).halved),
  'task.put_away': inside((t) => words(t).putAway),
  'task.taken': inside((t) => (t.facts.asked === true ? words(t).takenAsked : words(t).taken)),
  'task.done': everybody((t) => words(t).done),
  'task.let_go': inside((t) => words(t).letGo),
  'task.missed': inside((t) => words(t).missed),
  'task.thanked': inside((t) => words(t).thanked),
  'task.asked': inside((t) => words(t).asked(t.actor)),
  'task.answered': inside((t) => words(t).answered[ANSWERS.find((one) => one === t.facts.answer) ?? 'later']),
  'task.opted_in': staff((t) => words(t).optedIn),
  'task.opted_out': staff((t) => words(t).optedOut),
  'task.cap_set': staff((t) => words(t).capSet(t.actor, String(t.facts.asks), String(t.facts.days))),
  'task.round_planned': inside((t) => words(t).round(t.actor)),
  'task.round_counted': inside((t) => words(t).counted(t.actor)),
};

function everybody(sentence: (telling: Telling) => string): EntryKind {
  return { audience: 'public', icon: 'people', sentence };
}

function inside(sentence: (telling: Telling) => string): EntryKind {
  return { audience: 'members', icon: 'people', sentence };
}

function staff(sentence: (telling: Telling) => string): EntryKind {
  return { audience: 'staff', sentence };
}

function words({ language }: Telling) {
  return toldText(language);
}
