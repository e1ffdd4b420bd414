import { readDay } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/format.ts';
import type { EntryKind, JournalKinds, Telling } from '../../../platform/journal/journal.ts';
import type { IconName } from '../../../ui/components/icon.tsx';
import { REMINDERS } from './rules/reminders.ts';
import { threadText } from './text/thread.ts';

/** What happens after the money was promised. How many came is public; who was reminded of what is not. */
export const resultsJournal: JournalKinds = {
  'feedback.given': { icon: 'people', audience: 'public', sentence: (t) => came(t, 'given') },
  'feedback.corrected': { icon: 'people', audience: 'public', sentence: (t) => came(t, 'corrected') },
  'feedback.photo_added': inside('camera', (t) => words(t).photoAdded),
  'feedback.photo_removed': inside('camera', (t) => words(t).photoRemoved),
  'feedback.photo_shown': staff('camera', (t) => words(t).photoShown(t.actor)),
  'feedback.photo_hidden': staff('camera', (t) => words(t).photoHidden(t.actor)),
  'feedback.words_shown': staff('chat', (t) => words(t).wordsShown(t.actor)),
  'feedback.words_hidden': staff('chat', (t) => words(t).wordsHidden(t.actor)),
  'feedback.waived': inside('check', (t) => words(t).waived(t.actor)),
  'feedback.release_waits': staff('clock', waits),
  'feedback.reminded': staff('clock', reminded),
  'feedback.days_set': staff('clock', (t) => words(t).daysSet(t.actor)),
  'feedback.card_printed': staff('document', (t) => words(t).cardsPrinted(t.actor)),
  'feedback.status_printed': staff('document', (t) => words(t).statusPrinted(t.actor)),
};

function inside(icon: IconName, sentence: EntryKind['sentence']): EntryKind {
  return { icon, audience: 'members', sentence };
}

function staff(icon: IconName, sentence: EntryKind['sentence']): EntryKind {
  return { icon, audience: 'staff', sentence };
}

function words(telling: Telling) {
  return threadText(telling.language);
}

/** Few are not counted aloud: the facts then hold no number. */
function came(telling: Telling, what: 'given' | 'corrected'): string {
  const { facts } = telling;
  const said =
    typeof facts.came === 'number' ? words(telling)[`${what}Came`](String(facts.came)) : words(telling)[what];
  if (facts.channel === 'paper') return said + words(telling).onPaper;
  return facts.channel === 'phone' ? said + words(telling).byPhone : said;
}

function waits(telling: Telling): string {
  const until = readDay(String(telling.facts.until ?? ''));
  return words(telling).releaseWaits(telling.actor, until ? formatDay(until, telling.language) : '');
}

function reminded(telling: Telling): string {
  const kind = REMINDERS.find((one) => one === telling.facts.what) ?? 'feedback';
  return words(telling).reminded[kind];
}
