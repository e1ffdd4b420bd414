import { readDay } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Subject } from '../../../platform/db/tenant-db.ts';
import type { Facts } from '../../../platform/journal/journal.ts';
import type { Path } from '../../../platform/web/path.ts';
import type { TurnKind, TurnKinds } from '../../turns/public.ts';
import { periodName } from './text/periods.ts';
import { toldText } from './text/told.ts';
import { evaluationPlace, metricPlace, planPlace, wheelPlace } from './urls.ts';

type Told = ReturnType<typeof toldText>;

const toPlan = (subject: Subject) => planPlace({ plan: subject.id });
const toMetric = (subject: Subject) => metricPlace({ metric: subject.id });

/** What the strategy can want of a person. */
export const strategyTurns: TurnKinds = {
  'strategy.plan': errand(
    (w) => w.turnPlan,
    (w) => w.turnPlanAction,
    toPlan,
  ),
  'strategy.plan_late': errand(
    (w) => w.turnPlanLate,
    (w) => w.turnPlanLateAction,
    toPlan,
  ),
  'strategy.measure': errand(
    (w, facts, language) => w.turnMeasure(periodIn(facts, language)),
    (w) => w.turnMeasureAction,
    toMetric,
  ),
  'strategy.measure_late': errand(
    (w, facts, language) => w.turnMeasureLate(periodIn(facts, language)),
    (w) => w.turnMeasureLateAction,
    toMetric,
  ),
  'strategy.off_track': errand(
    (w) => w.turnOff,
    (w) => w.turnOffAction,
    toMetric,
  ),
  'strategy.evaluate': errand(
    (w, facts) => w.turnEvaluate(Number(facts.year)),
    (w) => w.turnEvaluateAction,
    (subject) => evaluationPlace({ year: subject.id }),
  ),
  'strategy.wheel': errand(
    (w) => w.turnWheel,
    (w) => w.turnWheelAction,
    () => wheelPlace({}),
  ),
};

function errand(
  says: (words: Told, facts: Facts, language: Language) => string,
  action: (words: Told) => string,
  place: (subject: Subject) => Path,
): TurnKind {
  return {
    sentence: ({ language, facts }) => says(toldText(language), facts, language),
    action: (language) => action(toldText(language)),
    place,
    errand: true,
  };
}

function periodIn({ from, until }: Facts, language: Language): string {
  const [first, last] = [readDay(String(from)), readDay(String(until))];
  return first && last ? periodName({ from: first, until: last }, language) : '';
}
