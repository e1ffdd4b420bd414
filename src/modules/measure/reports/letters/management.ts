import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Block, Column } from '../../../../platform/documents/spec.ts';
import { hundredthsOf } from '../../../../platform/figures/count.ts';
import { showCount, showHundredths } from '../../../../platform/figures/words.ts';
import type { StrategyYear } from '../../strategy/public.ts';
import { type CountedFigure, toldOf } from '../rules/counted.ts';
import { ROOM_ORDER } from '../rules/dashboard.ts';
import { dashboardText } from '../text/dashboard.ts';
import { managementText } from '../text/management.ts';

type AreaYear = StrategyYear['areas'][number];
type Value = AreaYear['metrics'][number]['now'];

/** Every figure that Grobund counts, room by room: bars of what is counted in heads and things, and a table of the rest. */
export function countedBlocks(all: readonly CountedFigure[], year: number, language: Language): readonly Block[] {
  const words = managementText(language);
  const counted = toldOf(all);
  if (counted.length === 0) return [];
  return [
    { kind: 'heading', text: words.counted },
    { kind: 'paragraph', text: words.countedIntro },
    ...ROOM_ORDER.flatMap((room) => {
      const here = counted.filter((one) => one.room === room);
      return here.length === 0 ? [] : roomBlocks(dashboardText(language).rooms[room], here, year, language);
    }),
  ];
}

function roomBlocks(room: string, here: readonly CountedFigure[], year: number, language: Language): readonly Block[] {
  const words = managementText(language);
  const [drawn, read] = split(here);
  const years = [String(year), String(year - 1)] as const;
  const table: Block = {
    kind: 'table',
    caption: '',
    columns: [{ title: words.figure }, ...years.map(right)],
    rows: read.map(({ name, unit, now, before }) => [
      name[language],
      showCount(unit, now, language),
      showCount(unit, before, language),
    ]),
  };
  return [
    { kind: 'subheading', text: room },
    ...(drawn.length > 0 ? [yearPairs(drawn, { caption: '', alt: words.pairsAlt, years, language })] : []),
    ...(read.length > 0 ? [table] : []),
  ];
}

/** What bars tell, and what is better read: money, shares, and what nothing was counted of this year. */
function split(here: readonly CountedFigure[]): readonly [readonly CountedFigure[], readonly CountedFigure[]] {
  const isDrawn = ({ unit, now }: CountedFigure) =>
    ['number', 'persons', 'households'].includes(unit) && now.kind === 'counted';
  return [here.filter(isDrawn), here.filter((one) => !isDrawn(one))];
}

/** Each figure beside last year's, on a scale of its own. */
export function yearPairs(
  figures: readonly CountedFigure[],
  made: {
    readonly caption: string;
    readonly alt: string;
    readonly years: readonly [string, string];
    readonly language: Language;
  },
): Block {
  const { caption, alt, years, language } = made;
  return {
    kind: 'pairs',
    caption,
    alt,
    names: years,
    pairs: figures.map(({ name, unit, now, before }) => ({
      label: name[language],
      bars: [bar(unit, now, language), bar(unit, before, language)],
    })),
  };
}

function bar(unit: CountedFigure['unit'], count: CountedFigure['now'], language: Language) {
  const value = count.kind === 'counted' ? hundredthsOf(unit, count) / 100 : null;
  return { value, shown: showCount(unit, count, language) };
}

/** The strategy: metrics with last year's beside, plans, and the evaluation with last year's words. */
export function strategyBlocks(strategy: StrategyYear | null, year: number, language: Language): readonly Block[] {
  const words = managementText(language);
  const heading: Block = { kind: 'heading', text: words.strategy };
  if (!strategy) return [heading, { kind: 'paragraph', text: words.noStrategy }];
  const { approved } = strategy;
  const standing = approved
    ? words.approved(formatDay(approved.decidedOn, language), approved.decision)
    : words.notApproved;
  return [
    heading,
    { kind: 'paragraph', text: `${words.strategyIs(strategy.title)} ${standing}` },
    ...strategy.areas.flatMap((area) => areaBlocks(area, year, language)),
  ];
}

function areaBlocks(area: AreaYear, year: number, language: Language): readonly Block[] {
  return [
    { kind: 'subheading', text: area.title },
    ...(area.metrics.length > 0 ? [metricTable(area, year, language)] : []),
    ...(area.plans.length > 0 ? [planTable(area, language)] : []),
    ...evaluated(area, year, language),
  ];
}

function metricTable({ metrics }: AreaYear, year: number, language: Language): Block {
  const words = managementText(language);
  return {
    kind: 'table',
    caption: '',
    columns: [
      { title: words.metric },
      right(String(year)),
      right(String(year - 1)),
      right(words.target),
      { title: words.status },
    ],
    rows: metrics.map(({ name, unit, now, before, target, off }) => [
      name,
      valueText(unit, now, language),
      valueText(unit, before, language),
      target ? `${showHundredths(unit, target.hundredths, language)} (${target.year})` : '–',
      off === null ? words.followed : off ? words.off : words.on,
    ]),
  };
}

/** "44 %", "mangler", "færre end fem". */
export function valueText(unit: AreaYear['metrics'][number]['unit'], value: Value, language: Language): string {
  if (value.kind !== 'measured') return managementText(language)[value.kind];
  return showHundredths(unit, value.hundredths, language);
}

function planTable({ plans }: AreaYear, language: Language): Block {
  const words = managementText(language);
  return {
    kind: 'table',
    caption: '',
    columns: [{ title: words.plan }, { title: words.deadline }, { title: words.status }],
    rows: plans.map(({ title, deadline, state, late }) => [
      title,
      formatDay(deadline, language, 'short'),
      late ? `${words.states[state]}, ${words.late}` : words.states[state],
    ]),
  };
}

function evaluated({ evaluation, evaluationBefore }: AreaYear, year: number, language: Language): readonly Block[] {
  const words = managementText(language);
  const said: Block[] = evaluation
    ? [
        { kind: 'paragraph', text: `${words.done} ${evaluation.done}` },
        ...(evaluation.learned ? [{ kind: 'paragraph' as const, text: `${words.learned} ${evaluation.learned}` }] : []),
        { kind: 'paragraph', text: words.courses[evaluation.course] },
      ]
    : [{ kind: 'paragraph', text: words.unwritten }];
  if (!evaluationBefore) return said;
  const before = `${evaluationBefore.done} ${words.courses[evaluationBefore.course]}`;
  return [...said, { kind: 'callout', label: words.lastYear(year - 1), text: before }];
}

function right(title: string): Column {
  return { title, align: 'right' };
}
