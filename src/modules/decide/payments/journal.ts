import { formatOre, toOre } from '../../../kernel/money.ts';
import type { EntryKind, JournalKinds, Telling } from '../../../platform/journal/journal.ts';
import type { IconName } from '../../../ui/components/icon.tsx';
import { threadText } from './text/thread.ts';

/** What happens to payments. Members read that it was sent, and that it bounced; who approved what is for staff. */
export const paymentsJournal: JournalKinds = {
  'payment.approved': entry('check', 'staff', approvedSentence),
  'payment.exported': entry('money', 'members', (t) => words(t).exported(amount(t))),
  'payment.bounced': entry('stop', 'members', (t) => words(t).bounced(amount(t))),
  'payment.undone': entry('stop', 'staff', (t) => words(t).undone(amount(t))),
  'payment.account_changed': entry('tool', 'staff', (t) => words(t).accountChanged(amount(t))),
  'payment.stopped': entry('stop', 'staff', (t) => words(t).stopped(amount(t))),
  'payment.settings_changed': entry('tool', 'staff', (t) => words(t).settingsChanged),
};

function entry(icon: IconName, audience: 'members' | 'staff', sentence: EntryKind['sentence']): EntryKind {
  return { icon, audience, sentence };
}

function approvedSentence(telling: Telling): string {
  const { step, of } = telling.facts;
  if (of === 1) return words(telling).approvedOne(amount(telling));
  return step === 1 ? words(telling).approvedFirst(amount(telling)) : words(telling).approvedSecond(amount(telling));
}

function words(telling: Telling) {
  return threadText(telling.language);
}

function amount({ facts, language }: Telling): string {
  return formatOre(toOre(Math.abs(Number(facts.amount ?? 0))), language);
}
