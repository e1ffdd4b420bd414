import type { Telling } from '../../../platform/journal/journal.ts';
import type { AskWords, TurnKinds } from '../../turns/public.ts';
import { toldText } from './text/told.ts';
import { jobPlace } from './urls.ts';

/** What the smallest tasks can want of somebody. What the job and the task are called lies on their rows. */
export const turnsOfTasks = (jobs: AskWords, tasks: AskWords): TurnKinds => ({
  'task.mine': {
    sentence: (t) => words(t).turnMine,
    action: (language) => toldText(language).turnMineAction,
    place: (_subject, facts) => jobPlace({ job: String(facts.job) }),
    more: tasks,
    errand: true,
  },
  'task.unclaimed': {
    sentence: (t) => words(t).turnUnclaimed(Number(t.facts.open)),
    action: (language) => toldText(language).turnUnclaimedAction,
    place: ({ id }) => jobPlace({ job: id }),
    more: jobs,
    errand: true,
    instant: true,
  },
  'task.after': {
    sentence: (t) => words(t).turnAfter,
    action: (language) => toldText(language).turnAfterAction,
    place: ({ id }) => jobPlace({ job: id }),
    more: jobs,
    errand: true,
  },
});

function words({ language }: Telling) {
  return toldText(language);
}
