import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, unitOfMoney } from '../../../../kernel/money.ts';
import type { Block, Column, ReportSpec } from '../../../../platform/documents/spec.ts';
import {
  decimal,
  type FiguresByKind,
  HAPPENINGS,
  keptShare,
  type Status,
  type StatusFigures,
  yearBefore,
} from '../rules/status.ts';
import { statusText } from '../text/status.ts';
import { supportedText } from '../text/supported.ts';

/** The paper for the board: the same figures as on the screen, with bars. */
export function statusDocument(
  status: Status,
  made: { readonly language: Language; readonly day: Day; readonly head: string; readonly command: string },
): ReportSpec {
  const { language } = made;
  const words = statusText(language);
  const { span } = status;
  const before = yearBefore(span);
  const said = (on: Day) => formatDay(on, language);
  return {
    kind: 'report',
    language,
    title: words.titleOf(status.fundName),
    subtitle: words.span(said(span.from), said(span.to)),
    day: made.day,
    foot: made.head,
    body: [
      { kind: 'paragraph', text: words.beside(said(before.from), said(before.to)) },
      ...money(status, language),
      ...answers(status, language),
      ...feedback(status, language),
      ...divided(status, language),
      { kind: 'heading', text: words.howCounted },
      { kind: 'list', items: words.method },
      { kind: 'callout', label: words.sealLabel, text: words.sealText(made.head, made.command) },
    ],
  };
}

const BARS = ['sought', 'committed', 'paid', 'released'] as const;

function money({ now, before, waiting }: Status, language: Language): readonly Block[] {
  const words = statusText(language);
  const right = (title: string): Column => ({ title, align: 'right' });
  return [
    { kind: 'heading', text: words.money },
    {
      kind: 'chart',
      caption: words.money,
      alt: words.moneySummary,
      unit: unitOfMoney(language),
      bars: BARS.map((kind) => ({
        label: words.figures[kind],
        value: now.all[kind].amount,
        shown: formatOre(now.all[kind].amount, language),
      })),
    },
    {
      kind: 'table',
      caption: words.money,
      columns: [
        { title: words.figure },
        right(`${words.number}, ${words.now.toLowerCase()}`),
        right(`${words.number}, ${words.before.toLowerCase()}`),
        right(`${words.amount}, ${words.now.toLowerCase()}`),
        right(`${words.amount}, ${words.before.toLowerCase()}`),
      ],
      rows: HAPPENINGS.map((kind) => [
        words.figures[kind],
        String(now.all[kind].count),
        before ? String(before.all[kind].count) : words.missing,
        kind === 'told' ? '' : formatOre(now.all[kind].amount, language),
        kind === 'told' ? '' : before ? formatOre(before.all[kind].amount, language) : words.missing,
      ]),
    },
    { kind: 'paragraph', text: `${words.waiting}: ${waiting}.` },
  ];
}

function answers({ now, before }: Status, language: Language): readonly Block[] {
  const words = statusText(language);
  if (now.answers.answered === 0) {
    return [
      { kind: 'heading', text: words.answers },
      { kind: 'paragraph', text: words.noAnswers },
    ];
  }
  const both = [now.answers, before?.answers ?? null];
  return [
    { kind: 'heading', text: words.answers },
    { kind: 'paragraph', text: words.answersIntro },
    {
      kind: 'table',
      caption: words.answers,
      columns: [{ title: words.figure }, { title: words.now, align: 'right' }, { title: words.before, align: 'right' }],
      rows: [
        [words.median, ...both.map((one) => decimal(one?.medianDays ?? null, language) ?? words.missing)],
        [words.kept, ...both.map((one) => keptShown(one, language))],
      ],
    },
  ];
}

function keptShown(one: StatusFigures['answers'] | null, language: Language): string {
  const words = statusText(language);
  const share = one && keptShare(one);
  return !one || share === null ? words.missing : words.keptOf(one.kept, one.answered, share);
}

function feedback({ now }: Status, language: Language): readonly Block[] {
  const words = statusText(language);
  const { people, counted, few } = now.came;
  const told = counted + few === 0 ? words.noFeedback : `${words.came}: ${people} (${words.cameFrom(counted)}).`;
  return [
    { kind: 'heading', text: words.feedback },
    { kind: 'paragraph', text: few > 0 ? `${told} ${words.few(few)}` : told },
  ];
}

function divided(status: Status, language: Language): readonly Block[] {
  const words = statusText(language);
  const named = supportedText(language);
  const { byGround, byDepartment, byCategory } = status.now;
  return [
    ...part(
      words.byGround,
      words.byGroundIntro,
      words.ground,
      byGround,
      ({ ground }) => named.grounds[ground],
      language,
    ),
    ...part(
      words.byDepartment,
      words.byDepartmentIntro,
      words.department,
      byDepartment.filter(({ departmentId, sought }) => departmentId !== null || sought.count > 0),
      ({ departmentId }) => (departmentId && status.departments.get(departmentId)) ?? words.noDepartment,
      language,
    ),
    ...part(
      words.byCategory,
      words.byCategoryIntro,
      words.category,
      byCategory,
      ({ category }) => (category ? named.categories[category] : words.noCategory),
      language,
    ),
  ];
}

function part<Row extends FiguresByKind>(
  heading: string,
  intro: string,
  label: string,
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  language: Language,
): readonly Block[] {
  const words = statusText(language);
  return [
    { kind: 'heading', text: heading },
    { kind: 'paragraph', text: intro },
    {
      kind: 'chart',
      caption: `${heading}: ${words.figures.committed.toLowerCase()}`,
      alt: words.chartCommitted,
      unit: unitOfMoney(language),
      bars: rows.map((row) => ({
        label: nameOf(row),
        value: row.committed.amount,
        shown: formatOre(row.committed.amount, language),
      })),
    },
    {
      kind: 'table',
      caption: heading,
      columns: [{ title: label }, ...BARS.map((kind): Column => ({ title: words.figures[kind], align: 'right' }))],
      rows: rows.map((row) => [nameOf(row), ...BARS.map((kind) => formatOre(row[kind].amount, language))]),
    },
  ];
}
