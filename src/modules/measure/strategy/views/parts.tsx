import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Unit } from '../../../../platform/figures/figures.ts';
import { showHundredths } from '../../../../platform/figures/words.ts';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { newestMeasured, offTwice, type Point, type Value } from '../rules/metric.ts';
import { isLate, type Plan } from '../rules/plan.ts';
import { strategyText } from '../text/strategy.ts';

/** "42", "38 %", "mangler", "færre end fem". */
export function valueText(unit: Unit, value: Value, language: Language): string {
  const words = strategyText(language);
  if (value.kind !== 'measured') return words[value.kind];
  return showHundredths(unit, value.hundredths, language);
}

export function PlanTag(props: {
  readonly plan: Pick<Plan, 'state' | 'deadline'>;
  readonly language: Language;
  readonly today: Day;
}): Html {
  const { plan, language } = props;
  const words = strategyText(language);
  if (isLate(plan, props.today)) return <StatusTag state="waiting">{words.late}</StatusTag>;
  const state = { planned: 'resting', under_way: 'going', done: 'good', dropped: 'stopped' } as const;
  return <StatusTag state={state[plan.state]}>{words.states[plan.state]}</StatusTag>;
}

/** On the way, behind, or only followed; nothing where nothing was measured. */
export function TrackTag({
  points,
  language,
}: {
  readonly points: readonly Point[];
  readonly language: Language;
}): Html | null {
  const words = strategyText(language);
  const newest = newestMeasured(points.filter(({ running }) => !running));
  if (!newest) return null;
  if (offTwice(points)) return <StatusTag state="stopped">{words.offTwice}</StatusTag>;
  if (newest.off === null) return <StatusTag state="resting">{words.noTrack}</StatusTag>;
  return newest.off ? (
    <StatusTag state="waiting">{words.offTrack}</StatusTag>
  ) : (
    <StatusTag state="good">{words.onTrack}</StatusTag>
  );
}

/** As somebody wrote it: Danish, a blank line between paragraphs. */
export function Paragraphs({ text }: { readonly text: string }): Html {
  return (
    <div lang="da">
      {text
        .split(/\n\s*\n/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph) => (
          <p>{paragraph}</p>
        ))}
    </div>
  );
}
