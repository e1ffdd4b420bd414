import type { JournalKinds, Telling } from '../../platform/journal/journal.ts';
import type { StepName } from './rules/steps.ts';
import { stepsText } from './text/steps.ts';

/** What opening the house writes in the journal: which step, never what was written in it. */
export const setupJournal: JournalKinds = {
  'setup.done': { sentence: (one) => stepsText(one.language).journal.done(one.actor, titleOf(one)), audience: 'staff' },
  'setup.undone': {
    sentence: (one) => stepsText(one.language).journal.undone(one.actor, titleOf(one)),
    audience: 'staff',
  },
  'setup.skipped': {
    sentence: (one) => stepsText(one.language).journal.skipped(one.actor, titleOf(one)),
    audience: 'staff',
  },
};

function titleOf({ language, facts }: Telling): string {
  return stepsText(language).steps[String(facts.step) as StepName].title;
}
