import type { Language } from '../../../kernel/language.ts';
import { formatOre, toOre } from '../../../kernel/money.ts';
import type { Telling } from '../../../platform/journal/journal.ts';
import type { Path } from '../../../platform/web/path.ts';
import type { AskWords, TurnKind, TurnKinds } from '../../turns/public.ts';
import { caseHref } from '../fund/public.ts';
import type { ApplicationId } from './rules/case.ts';
import { threadText } from './text/thread.ts';
import { feedbackPlace, followUpPlace } from './urls.ts';

/**
 * What the end of a case can want of a person. How cases are called is asked for when a turn is shown: this file knows only how
 * they are told, and facts hold no words.
 */
export const turnsOfResults = (titles: AskWords): TurnKinds => ({
  'results.undecided': {
    ...onCase(
      (t) => words(t).turnUndecided(called(t)),
      (language) => threadText(language).turnUndecidedAction,
    ),
    instant: true,
  },
  'results.feedback': {
    ...onCase(
      (t) => words(t).turnFeedback(called(t)),
      (language) => threadText(language).turnFeedbackAction,
    ),
    place: (subject) => feedbackPlace({ id: subject.id }),
    more: titles,
  },
  'results.feedback_late': onCase(
    (t) => words(t).turnFeedbackLate(called(t)),
    (language) => threadText(language).turnFeedbackLateAction,
  ),
  'results.no_invoice': {
    ...onCase(
      (t) => words(t).turnNoInvoice(called(t)),
      (language) => threadText(language).turnNoInvoiceAction,
    ),
    more: titles,
  },
  'results.no_invoice_staff': onCase(
    (t) => words(t).turnNoInvoiceStaff(called(t)),
    (language) => threadText(language).turnNoInvoiceStaffAction,
  ),
  'results.release': onCase(
    (t) => words(t).turnRelease(called(t)),
    (language) => threadText(language).turnReleaseAction,
  ),
  'results.close': onCase(closeSentence, (language) => threadText(language).turnCloseAction),
  'results.card': {
    ...onCase(
      (t) => words(t).turnCard(called(t)),
      (language) => threadText(language).turnCardAction,
    ),
    place: () => followUpPlace({}, { mangler: 'feedback' }),
  },
});

function onCase(sentence: (telling: Telling) => string, action: (language: Language) => string): TurnKind {
  return { sentence, action, errand: true, place: (subject): Path => caseHref(subject.id as ApplicationId) };
}

function closeSentence(telling: Telling): string {
  const left = Number(telling.facts.left ?? 0);
  if (left <= 0) return words(telling).turnCloseNothing(called(telling));
  return words(telling).turnClose(called(telling), formatOre(toOre(left), telling.language));
}

function words(telling: Telling) {
  return threadText(telling.language);
}

/** "P-0004". A turn that was opened before the facts held the reference has the bare number. */
function called({ facts, language }: Telling): string {
  return facts.reference ? String(facts.reference) : threadText(language).bare(String(facts.number ?? ''));
}
