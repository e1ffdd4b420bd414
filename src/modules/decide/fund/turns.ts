import type { Language } from '../../../kernel/language.ts';
import type { Telling } from '../../../platform/journal/journal.ts';
import type { TurnKinds } from '../../turns/public.ts';
import { lettersText } from './text/letters.ts';
import { threadText } from './text/thread.ts';
import { applicationPlace } from './urls.ts';

/** What the fund can want of a person. */
export const fundTurns: TurnKinds = {
  'fund.handle': {
    ...ofCase((t) => words(t).turnHandle(called(t))),
    action: (language: Language) => threadText(language).turnHandleAction,
    instant: true,
  },
  'fund.answer': {
    sentence: (t) => words(t).turnAnswer(t.name('person', String(t.facts.asker))),
    action: (language) => threadText(language).turnAnswerAction,
    place: (_subject, facts) => applicationPlace({ id: String(facts.application) }),
    names: { asker: 'person' },
  },
  'fund.read_answer': {
    ...ofCase((t) => words(t).turnReadAnswer(called(t))),
    action: (language: Language) => threadText(language).turnReadAnswerAction,
  },
  'fund.decide': {
    ...ofCase((t) => words(t).turnDecide(called(t))),
    action: (language: Language) => threadText(language).turnDecideAction,
  },
  'fund.moved_out': {
    ...ofCase((t) => words(t).turnMovedOut(t.name('person', String(t.facts.person)), called(t))),
    action: (language: Language) => threadText(language).turnMovedOutAction,
    names: { person: 'person' },
  },
  'fund.next_in_line': {
    ...ofCase((t) => words(t).turnNextInLine(called(t))),
    action: (language: Language) => threadText(language).turnNextInLineAction,
  },
  'fund.hand_letter': {
    sentence: (t) => lettersText(t.language).turnHand(called(t)),
    action: (language: Language) => lettersText(language).turnHandAction,
    place: (_subject, facts) => applicationPlace({ id: String(facts.application) }),
    errand: true,
  },
};

function ofCase(sentence: (telling: Telling) => string) {
  return { sentence, place: (subject: { readonly id: string }) => applicationPlace({ id: subject.id }) };
}

function words(telling: Telling) {
  return threadText(telling.language);
}

/** "P-0004". */
function called({ facts }: Telling): string {
  return String(facts.reference ?? '');
}
