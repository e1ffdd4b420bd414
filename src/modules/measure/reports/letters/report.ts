import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Guarded } from '../../../../kernel/small-groups.ts';
import type { Block, Column, ReportSpec } from '../../../../platform/documents/spec.ts';
import type { Report } from '../rules/edition.ts';
import { ASK_RESULTS, answersShown, decimal, type Figures, type Life, type Place } from '../rules/figures.ts';
import { IDEA_FIGURES, LIFE_FIGURES } from '../rules/rows.ts';
import { fundText } from '../text/fund.ts';
import { reportText } from '../text/report.ts';
import { fundBlocks } from './fund.ts';
import { countedBlocks, strategyBlocks } from './management.ts';
import { threadBlocks } from './threads.ts';

/** How the paper is sealed: the end of the journal, and the command that checks it. */
export interface Seal {
  readonly head: string;
  readonly command: string;
}

/** The yearly report as a document. */
export function reportDocument(report: Report, made: { language: Language; day: Day; seal: Seal }): ReportSpec {
  const { language, day, seal } = made;
  const { figures } = report;
  const words = reportText(language);
  return {
    kind: 'report',
    language,
    title: words.title(figures.year),
    subtitle: words.subtitle,
    day,
    foot: words.seal(seal.head),
    body: [
      ...standing(report, language),
      ...story(report, language),
      ...(figures.threads === undefined ? [] : threadBlocks(figures.threads, language)),
      ...ideas(figures, language),
      ...initiatives(figures, language),
      ...people(figures, language),
      ...(figures.fund === undefined ? [] : fundBlocks(figures.fund, language)),
      ...(figures.strategy === undefined ? [] : strategyBlocks(figures.strategy, figures.year, language)),
      ...countedBlocks(figures.counted ?? [], figures.year, language),
      { kind: 'heading', text: words.howCounted },
      { kind: 'list', items: [...words.method, ...fundText(language).method] },
      { kind: 'callout', label: words.sealLabel, text: words.sealText(seal.head, seal.command) },
    ],
  };
}

function standing({ edition, figures }: Report, language: Language): readonly Block[] {
  const words = reportText(language);
  const counted: Block = { kind: 'paragraph', text: words.countedTo(formatDay(figures.countedTo, language)) };
  if (!edition) return [{ kind: 'callout', label: words.draft, text: words.draftText }, counted];
  const published: Block = {
    kind: 'paragraph',
    text: words.edition(edition.number, formatDay(edition.publishedOn, language)),
  };
  if (edition.reason === '') return [published, counted];
  return [{ kind: 'callout', label: words.correction, text: edition.reason }, published, counted];
}

function story(report: Report, language: Language): readonly Block[] {
  if (report.story === '') return [];
  const paragraphs = report.story.split(/\n\s*\n/).filter((text) => text.trim() !== '');
  return [
    { kind: 'heading', text: reportText(language).story },
    ...paragraphs.map((text): Block => ({ kind: 'paragraph', text: text.trim() })),
  ];
}

function ideas(figures: Figures, language: Language): readonly Block[] {
  const words = reportText(language);
  const heading: Block = { kind: 'heading', text: words.ideas };
  const counted = figures.ideas;
  if (!counted) return [heading, { kind: 'paragraph', text: words.missingIdeas }];
  const rows = IDEA_FIGURES.map((figure) => [capital(words.figures[figure]), String(counted[figure])]);
  const wait = [words.medianRow, decimal(counted.medianDays, language) ?? words.missing];
  return [heading, { kind: 'paragraph', text: words.ideasIntro }, table('', twoColumns(language), [...rows, wait])];
}

function initiatives(figures: Figures, language: Language): readonly Block[] {
  const words = reportText(language);
  const heading: Block = { kind: 'heading', text: words.initiatives };
  const counted = figures.initiatives;
  if (!counted) return [heading, { kind: 'paragraph', text: words.missingInitiatives }];
  const columns = (title: string): Column[] => [
    { title },
    ...LIFE_FIGURES.map((figure) => ({ title: capital(words.figures[figure]), align: 'right' as const })),
  ];
  const lives = (life: Life) => LIFE_FIGURES.map((figure) => String(life[figure]));
  return [
    heading,
    { kind: 'paragraph', text: words.initiativesIntro },
    {
      kind: 'chart',
      caption: words.chartTitle,
      alt: words.chartSummary,
      unit: '',
      bars: counted.byCategory.map(({ category, begun }) => ({
        label: words.categories[category],
        value: begun,
        shown: String(begun),
      })),
    },
    table('', columns(words.category), [
      ...counted.byCategory.map((life) => [words.categories[life.category], ...lives(life)]),
      [words.all, ...lives(counted.all)],
    ]),
    { kind: 'subheading', text: words.byDepartment },
    { kind: 'paragraph', text: words.byDepartmentIntro },
    table(
      '',
      columns(words.department),
      counted.byDepartment.map((life) => [placeName(life, words.whole), ...lives(life)]),
    ),
  ];
}

function people(figures: Figures, language: Language): readonly Block[] {
  const words = reportText(language);
  const { drivers, asked } = figures;
  const shown = (count: Guarded) => (count === null ? words.hidden : String(count));
  const rows = [
    [capital(words.drivers), drivers ? shown(drivers.people) : words.missing],
    [capital(words.asked), asked ? shown(asked.people) : words.missing],
    ...(asked && answersShown(asked)
      ? ASK_RESULTS.map((result) => [capital(words.answers[result]), shown(asked.answers[result])])
      : []),
  ];
  const few: Block[] = asked && !answersShown(asked) ? [{ kind: 'paragraph', text: words.tooFewAnswers }] : [];
  return [
    { kind: 'heading', text: words.people },
    { kind: 'paragraph', text: words.peopleIntro },
    table('', twoColumns(language), rows),
    ...few,
    ...peopleByDepartment(figures, language),
  ];
}

function peopleByDepartment({ drivers, asked }: Figures, language: Language): readonly Block[] {
  const words = reportText(language);
  const heading: Block = { kind: 'subheading', text: words.peopleByDepartment };
  const places = (drivers ?? asked)?.byDepartment ?? [];
  if (places.length === 0) return [];
  const countsAt = (at: number) => [drivers, asked].map((one) => one?.byDepartment[at]?.people ?? null);
  const hidden = places.every((_, at) => countsAt(at).every((count) => count === null));
  if (hidden) return [heading, { kind: 'paragraph', text: words.tooFew }];
  const columns: Column[] = [
    { title: words.department },
    { title: words.peopleColumns.drivers, align: 'right' },
    { title: words.peopleColumns.asked, align: 'right' },
  ];
  const cell = (counted: boolean, count: Guarded | undefined) =>
    counted ? String(count ?? words.hidden) : words.missing;
  const rows = places.map((place, at) => [
    placeName(place, words.several),
    cell(drivers !== null, drivers?.byDepartment[at]?.people),
    cell(asked !== null, asked?.byDepartment[at]?.people),
  ]);
  return [heading, table('', columns, rows)];
}

function twoColumns(language: Language): Column[] {
  return [{ title: reportText(language).figure }, { title: reportText(language).count, align: 'right' }];
}

function table(caption: string, columns: readonly Column[], rows: readonly (readonly string[])[]): Block {
  return { kind: 'table', caption, columns, rows };
}

function placeName(place: Place, elsewhere: string): string {
  return place.id === null ? elsewhere : place.name;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
