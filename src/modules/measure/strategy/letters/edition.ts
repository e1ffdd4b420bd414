import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, toOre } from '../../../../kernel/money.ts';
import type { Block, ReportSpec } from '../../../../platform/documents/spec.ts';
import type { Unit } from '../../../../platform/figures/figures.ts';
import { showHundredths } from '../../../../platform/figures/words.ts';
import type { Goal } from '../rules/metric.ts';
import type { Content, Version } from '../rules/version.ts';
import { papersText } from '../text/papers.ts';
import { periodsText } from '../text/periods.ts';
import { strategyText } from '../text/strategy.ts';

/** The strategy on paper, as the board approved it. */
export function editionDocument(
  version: Version,
  content: Content,
  made: { readonly language: Language; readonly day: Day },
): ReportSpec {
  const { language } = made;
  const words = strategyText(language);
  const { approval, number } = version;
  const approved = approval && words.approved(formatDay(approval.decidedOn, language), approval.decision);
  return {
    kind: 'report',
    language,
    title: content.title,
    subtitle: words.inForce(number, formatDay(content.from, language), formatDay(content.until, language)),
    day: approval?.decidedOn ?? made.day,
    foot: papersText(language).foot(number),
    body: [
      ...(approved ? [{ kind: 'callout' as const, label: papersText(language).decided, text: approved }] : []),
      ...paragraphs(content.words),
      ...content.areas.flatMap((area) => areaBlocks(area, language)),
    ],
  };
}

function areaBlocks(area: Content['areas'][number], language: Language): readonly Block[] {
  const words = strategyText(language);
  return [
    heading(area.title),
    ...paragraphs(area.words),
    ...(area.metrics.length > 0
      ? [{ kind: 'subheading' as const, text: words.metrics }, metricTable(area, language)]
      : []),
    ...(area.plans.length > 0 ? [{ kind: 'subheading' as const, text: words.plans }, planTable(area, language)] : []),
  ];
}

function metricTable({ metrics }: Content['areas'][number], language: Language): Block {
  const words = strategyText(language);
  return {
    kind: 'table',
    caption: '',
    columns: [
      { title: words.metric },
      { title: words.frequency },
      { title: words.baseline, align: 'right' },
      { title: words.target, align: 'right' },
    ],
    rows: metrics.map((metric) => [
      metric.definition ? `${metric.name}. ${metric.definition}` : metric.name,
      periodsText(language).frequencies[metric.frequency],
      goalText(metric.unit, metric.baseline, language),
      goalText(metric.unit, metric.target, language),
    ]),
  };
}

function planTable({ plans }: Content['areas'][number], language: Language): Block {
  const words = strategyText(language);
  return {
    kind: 'table',
    caption: '',
    columns: [
      { title: words.plan },
      { title: words.owner },
      { title: words.deadline },
      { title: words.budget, align: 'right' },
    ],
    rows: plans.map(({ title, activities, owner, deadline, budget }) => [
      [title, ...activities.split('\n').filter(Boolean)].join('. ').replaceAll('..', '.'),
      owner,
      formatDay(deadline, language, 'short'),
      budget === null ? '–' : formatOre(toOre(budget), language),
    ]),
  };
}

function goalText(unit: Unit, goal: Goal | null, language: Language): string {
  if (!goal) return '–';
  return strategyText(language).inYear(showHundredths(unit, goal.hundredths, language), goal.year);
}

function heading(text: string): Block {
  return { kind: 'heading', text };
}

function paragraphs(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/)
    .filter((one) => one.trim() !== '')
    .map((one) => ({ kind: 'paragraph', text: one.trim() }));
}
