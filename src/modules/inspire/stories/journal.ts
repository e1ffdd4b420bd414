import type { EntryKind, JournalKinds } from '../../../platform/journal/journal.ts';
import { toldText } from './text/told.ts';

type Told = ReturnType<typeof toldText>;

/** What stories leave in the thread of their initiative: that one is told, everybody reads; the writing, those inside. */
export const storiesJournal: JournalKinds = {
  'story.published': { audience: 'public', icon: 'star', sentence: (t) => toldText(t.language).published },
  'story.begun': byActor((words) => words.begun),
  // Every pressing of "save" is one: too much for a thread.
  'story.edited': { ...byActor((words) => words.edited), audience: 'staff' },
  'story.sent': byActor((words) => words.sent),
  'story.read': byActor((words) => words.read),
  'story.withdrawn': byActor((words) => words.withdrawn),
  'story.picture_added': byActor((words) => words.pictureAdded),
  'story.photo_out': byActor((words) => words.photoOut),
  'story.name_out': byActor((words) => words.nameOut),
  'story.reader_asked': {
    audience: 'members',
    icon: 'hand',
    names: { person: 'person' },
    sentence: (t) => toldText(t.language).readerAsked(t.actor, t.name('person', String(t.facts.person))),
  },
};

function byActor(sentence: (words: Told) => (actor: string) => string): EntryKind {
  return { audience: 'members', icon: 'document', sentence: (t) => sentence(toldText(t.language))(t.actor) };
}
