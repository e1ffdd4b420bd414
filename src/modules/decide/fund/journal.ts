import { formatOre, toOre } from '../../../kernel/money.ts';
import type { EntryKind, JournalKinds, Telling } from '../../../platform/journal/journal.ts';
import type { IconName } from '../../../ui/components/icon.tsx';
import { threadText } from './text/thread.ts';

/** What happens to funds and to applications. In a thread everybody reads of the money, members of the rest. */
export const fundJournal: JournalKinds = {
  'fund.opened': open('money', (t) => words(t).opened),
  'fund.taken_back': inside('money', (t) => words(t).takenBack),
  'fund.policy_approved': open('document', (t) => words(t).policyApproved(amount(t, 'total'))),
  'fund.topped_up': open('money', (t) => words(t).toppedUp(amount(t))),
  'fund.carried_over': open('money', (t) => words(t).carriedOver(amount(t))),
  'fund.meeting_called': inside('people', (t) => words(t).meetingCalled),
  'fund.present_written': inside('people', (t) => words(t).presentWritten(Number(t.facts.present))),
  'fund.submitted': open('document', (t) => words(t).submitted(amount(t, 'sought')) + cameBy(t)),
  'fund.corrected': inside('document', (t) => words(t).corrected),
  'fund.join_declined': inside('people', (t) => words(t).joinDeclined),
  'fund.taken_up': inside('hand', (t) => words(t).takenUp(t.actor)),
  'fund.asked': inside('chat', (t) => words(t).asked(t.actor)),
  'fund.answered': inside('chat', (t) => words(t).answered + cameBy(t)),
  'fund.recommended': { ...inside('document', (t) => words(t).recommended(t.actor)), audience: 'staff' },
  'fund.recused': inside('people', (t) => words(t).recused(t.name('person', String(t.facts.person)))),
  'fund.naming_rejected': inside('people', (t) => words(t).namingRejected(t.name('person', String(t.facts.person)))),
  'fund.municipality_told': inside('mail', (t) => words(t).municipalityTold),
  'fund.committed': open('check', committedSentence),
  'fund.put_in_line': inside('moon', (t) => words(t).putInLine),
  'fund.refused': inside('stop', (t) => words(t).refused),
  'fund.withdrawn': inside('stop', (t) => words(t).withdrawn),
  'fund.cancelled': open('stop', (t) => words(t).cancelled),
  'fund.lapsed': inside('stop', (t) => words(t).lapsed),
  'fund.released': open('money', (t) => words(t).released(amount(t))),
  'fund.paid': open('money', paidSentence),
  'fund.closed': open('check', (t) => words(t).closed),
  'fund.taken_over': inside('hand', (t) => words(t).takenOver(t.name('person', String(t.facts.person)))),
};

function open(icon: IconName, sentence: EntryKind['sentence']): EntryKind {
  return { icon, audience: 'public', sentence };
}

function inside(icon: IconName, sentence: EntryKind['sentence']): EntryKind {
  return { icon, audience: 'members', names: { person: 'person' }, sentence };
}

function words(telling: Telling) {
  return threadText(telling.language);
}

function amount({ facts, language }: Telling, fact = 'amount'): string {
  return formatOre(toOre(Math.abs(Number(facts[fact] ?? 0))), language);
}

function committedSentence(telling: Telling): string {
  const { facts } = telling;
  const part = Number(facts.amount) < Number(facts.sought);
  const said = part
    ? words(telling).committedPart(amount(telling), amount(telling, 'sought'))
    : words(telling).committed(amount(telling));
  return facts.on_terms === true ? said + words(telling).onTerms : said;
}

function paidSentence(telling: Telling): string {
  return Number(telling.facts.amount) < 0
    ? words(telling).paidBack(amount(telling))
    : words(telling).paid(amount(telling));
}

function cameBy(telling: Telling): string {
  const { channel } = telling.facts;
  if (channel === 'paper') return words(telling).onPaper;
  if (channel === 'phone') return words(telling).byPhone;
  return channel === 'mail' ? words(telling).byMail : '';
}
