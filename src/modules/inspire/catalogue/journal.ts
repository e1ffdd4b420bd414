import type { EntryKind, JournalKinds } from '../../../platform/journal/journal.ts';
import { toldText } from './text/told.ts';
import { voicesText } from './text/voices.ts';

type Told = ReturnType<typeof toldText>;

/** What the catalogue leaves in the journal. What stands in an initiative's thread, everybody reads; the rest the staff. */
export const catalogueJournal: JournalKinds = {
  'catalogue.proposed': { audience: 'staff', icon: 'idea', sentence: (t) => toldText(t.language).proposed },
  'catalogue.proposed_from': { audience: 'members', icon: 'idea', sentence: (t) => toldText(t.language).proposedFrom },
  'catalogue.grew': { audience: 'public', icon: 'star', sentence: (t) => toldText(t.language).publishedFrom },
  'catalogue.taken': { audience: 'public', icon: 'idea', sentence: (t) => toldText(t.language).taken },
  'catalogue.added': { audience: 'public', icon: 'idea', sentence: (t) => toldText(t.language).added },
  'catalogue.edited': byActor((words) => words.edited),
  'catalogue.published': byActor((words) => words.published),
  'catalogue.reviewed': byActor((words) => words.reviewed),
  'catalogue.declined': byActor((words) => words.declined),
  'catalogue.retired': byActor((words) => words.retired),
  'catalogue.pinned': byActor((words) => words.pinned),
  'catalogue.unpinned': byActor((words) => words.unpinned),
  'catalogue.funding_set': byActor((words) => words.fundingSet),
  'catalogue.funding_gone': byActor((words) => words.fundingGone),
  'catalogue.operations_asked': voiced((words) => words.operationsAskedTold),
  'catalogue.remarked': voiced((words) => words.remarkedTold),
  'catalogue.remark_gone': voiced((words) => words.remarkGoneTold),
  'catalogue.photo_added': voiced((words) => words.photoAddedTold),
  'catalogue.photo_gone': voiced((words) => words.photoGoneTold),
  'catalogue.asked': { audience: 'staff', icon: 'idea', sentence: (t) => voicesText(t.language).askedTold },
  'catalogue.answered': { audience: 'staff', icon: 'idea', sentence: (t) => voicesText(t.language).answeredTold },
  'catalogue.deck_put_in': counted((words) => words.deckPutIn, 'cards'),
  'catalogue.edition_made': counted((words) => words.editionMade, 'number'),
  'catalogue.rules_set': {
    audience: 'staff',
    icon: 'document',
    names: { department: 'department' },
    sentence: (t) => toldText(t.language).rulesSet(t.actor, t.name('department', String(t.facts.department))),
  },
};

function byActor(sentence: (words: Told) => (actor: string) => string): EntryKind {
  return { audience: 'staff', icon: 'document', sentence: (t) => sentence(toldText(t.language))(t.actor) };
}

function voiced(sentence: (words: ReturnType<typeof voicesText>) => (actor: string) => string): EntryKind {
  return { audience: 'staff', icon: 'document', sentence: (t) => sentence(voicesText(t.language))(t.actor) };
}

function counted(sentence: (words: Told) => (actor: string, count: number) => string, fact: string): EntryKind {
  return {
    audience: 'staff',
    icon: 'document',
    sentence: (t) => sentence(toldText(t.language))(t.actor, Number(t.facts[fact])),
  };
}
