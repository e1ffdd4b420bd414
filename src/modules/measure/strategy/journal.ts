import { readDay } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/format.ts';
import type { EntryKind, JournalKinds, Telling } from '../../../platform/journal/journal.ts';
import type { IconName } from '../../../ui/components/icon.tsx';
import { PLAN_STATES } from './rules/plan.ts';
import { periodName } from './text/periods.ts';
import { strategyText } from './text/strategy.ts';
import { toldText } from './text/told.ts';

type Told = ReturnType<typeof toldText>;

/** What the strategy leaves in the journal. */
export const strategyJournal: JournalKinds = {
  'strategy.version_begun': told('document', (w, t) => w.versionBegun(t.actor, Number(t.facts.number))),
  'strategy.version_saved': told('document', (w, t) => w.versionSaved(t.actor, Number(t.facts.number))),
  'strategy.version_approved': told('star', (w, t) => {
    const on = readDay(String(t.facts.decided));
    return w.versionApproved(t.actor, Number(t.facts.number), on ? formatDay(on, t.language) : '');
  }),
  'strategy.plan_added': told('document', (w, t) => w.planAdded(t.actor)),
  'strategy.plan_edited': told('document', (w, t) => w.planEdited(t.actor)),
  'strategy.plan_state': told('leaf', (w, t) => {
    const state = PLAN_STATES.find((one) => one === t.facts.state) ?? 'planned';
    return w.planState(t.actor, strategyText(t.language).states[state].toLowerCase());
  }),
  'strategy.metric_added': told('document', (w, t) => w.metricAdded(t.actor)),
  'strategy.metric_stopped': told('document', (w, t) => w.metricStopped(t.actor)),
  'strategy.redefined': told('document', (w, t) => w.redefined(t.actor)),
  'strategy.measured': told('check', (w, t) => {
    const [from, until] = [readDay(String(t.facts.from)), readDay(String(t.facts.until))];
    return w.measured(t.actor, from && until ? periodName({ from, until }, t.language) : '');
  }),
  'strategy.evaluated': told('document', (w, t) => w.evaluated(t.actor, Number(t.facts.year))),
  'strategy.evaluation_approved': told('star', (w, t) => w.evaluationApproved(t.actor, Number(t.facts.year))),
  'strategy.wheel_added': told('clock', (w, t) => w.wheelAdded(t.actor)),
  'strategy.wheel_removed': told('clock', (w, t) => w.wheelRemoved(t.actor)),
};

function told(icon: IconName, says: (words: Told, telling: Telling) => string): EntryKind {
  return { icon, audience: 'staff', sentence: (telling) => says(toldText(telling.language), telling) };
}
