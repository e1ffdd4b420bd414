import { formatOre, toOre } from '../../../kernel/money.ts';
import type { EntryKind, JournalKinds, Telling } from '../../../platform/journal/journal.ts';
import type { IconName } from '../../../ui/components/icon.tsx';
import { threadText } from './text/thread.ts';

/** What happens to invoices. Everybody reads of money; that something was sent back is for members, and the desk's own for staff. */
export const invoicesJournal: JournalKinds = {
  'invoice.arrived': entry('paper', 'staff', (t) => words(t).arrived),
  'invoice.received': entry('paper', 'members', (t) => words(t).received(amount(t))),
  'invoice.moved': entry('paper', 'staff', (t) => words(t).moved),
  'invoice.typed': entry('document', 'staff', (t) => words(t).typed(t.actor)),
  'invoice.pictured': entry('document', 'staff', (t) => words(t).pictured),
  'invoice.parted': entry('document', 'staff', (t) => words(t).parted(t.actor)),
  'invoice.answered': entry('chat', 'staff', (t) => words(t).answered(t.actor)),
  'invoice.accepted': entry('check', 'public', (t) => {
    const size = Number(t.facts.amount ?? 0);
    return size < 0 ? words(t).credited(amount(t)) : words(t).accepted(amount(t));
  }),
  'invoice.returned': entry('mail', 'members', (t) => words(t).returned),
  'invoice.rejected': entry('stop', 'members', (t) => words(t).rejected),
  'invoice.undone': entry('paper', 'members', (t) => words(t).undone),
  'invoice.settings_changed': entry('tool', 'staff', (t) => words(t).settingsChanged(t.actor)),
};

function entry(icon: IconName, audience: 'public' | 'members' | 'staff', sentence: EntryKind['sentence']): EntryKind {
  return { icon, audience, sentence };
}

function words(telling: Telling) {
  return threadText(telling.language);
}

function amount({ facts, language }: Telling): string {
  return formatOre(toOre(Math.abs(Number(facts.amount ?? 0))), language);
}
