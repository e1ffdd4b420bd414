import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Block, Column, ReportSpec } from '../../../../platform/documents/spec.ts';
import {
  type Cell,
  FEWEST_ORGANISATIONS,
  GAPS_ON_WALL,
  gapScore,
  gapsOf,
  mayCompare,
  type Result,
} from '../rules/result.ts';
import type { Workshop } from '../rules/workshop.ts';
import { resultText } from '../text/results.ts';

/** What both papers are made of. */
export interface Counted {
  readonly workshop: Pick<Workshop, 'name' | 'on' | 'place'>;
  readonly result: Result;
  /** How many tables there are. */
  readonly tables: number;
  readonly today: Day;
  readonly language: Language;
}

/** What else was said, with no names: quotes only when their tables have said yes. */
export interface Said {
  readonly quotes: readonly string[];
  readonly insights: readonly string[];
  readonly pledges: { readonly all: number; readonly done: number; readonly going: number; readonly not_yet: number };
}

/** The whole result on paper: the gaps first, then theme by theme, then what was said. `shown`: the sums may be seen. */
export function resultReport(counted: Counted, said: Said, shown: boolean): ReportSpec {
  const { language, workshop, result, tables, today } = counted;
  const words = resultText(language);
  const gaps = gapsOf(result);
  return {
    kind: 'report',
    language,
    title: words.reportTitle(workshop.name),
    subtitle: placeAndDay(counted),
    day: today,
    body: [
      { kind: 'paragraph', text: words.lead },
      { kind: 'paragraph', text: words.counted(result.voices, tables) },
      ...(shown
        ? []
        : [{ kind: 'callout' as const, label: words.title, text: words.tooFewStaff(FEWEST_ORGANISATIONS) }]),
      ...(result.heldBack > 0 ? [{ kind: 'paragraph' as const, text: words.heldBack(FEWEST_ORGANISATIONS) }] : []),
      { kind: 'heading', text: words.gapsTitle },
      { kind: 'paragraph', text: gaps.length > 0 ? words.gapsLead : words.noGaps },
      ...gapChart(result, language),
      ...(gaps.length > 0
        ? [
            table(
              language,
              [right(words.couldShort), right(words.doesShort), right(words.gap)],
              [...gaps.map((cell) => [cell.text, `${cell.could}`, `${cell.does}`, `${gapScore(cell)}`])],
            ),
          ]
        : []),
      { kind: 'heading', text: words.heatTitle },
      ...result.themes.flatMap(({ title, cells }): Block[] => [
        { kind: 'subheading', text: title },
        table(
          language,
          [right(words.doesShort), right(words.couldShort)],
          cells.map(({ text, does, could }) => [text, `${does}`, `${could}`]),
        ),
      ]),
      ...whatWasSaid(said, language),
      { kind: 'heading', text: words.howCounted },
      { kind: 'list', items: words.method },
    ],
  };
}

function placeAndDay({ workshop, language }: Counted): string {
  return [formatDay(workshop.on, language), workshop.place].filter(Boolean).join(', ');
}

function gapChart(result: Result, language: Language): readonly Block[] {
  const words = resultText(language);
  const gaps = gapsOf(result, GAPS_ON_WALL);
  if (gaps.length === 0) return [];
  const bars = gaps.map((cell) => ({
    label: cell.text,
    value: gapScore(cell),
    shown: String(gapScore(cell)),
  }));
  return [{ kind: 'chart', caption: words.gapChart, alt: words.gapChartAlt, unit: '', bars }];
}

function whatWasSaid({ quotes, insights, pledges }: Said, language: Language): readonly Block[] {
  const words = resultText(language);
  const list = (title: string, items: readonly string[]): Block[] =>
    items.length === 0
      ? []
      : [
          { kind: 'heading', text: title },
          { kind: 'list', items: items.map((one) => `”${one}”`) },
        ];
  const went: Block[] =
    pledges.all === 0
      ? []
      : [
          { kind: 'heading', text: words.pledgesTitle },
          {
            kind: 'paragraph',
            text: `${words.pledgesSaid(pledges.all)} ${words.pledgesWent(pledges.done, pledges.going, pledges.not_yet)}`,
          },
        ];
  return [...list(words.quotesTitle, quotes), ...list(words.insightsTitle, insights), ...went];
}

/** What an organisation, or a mixed table, answered itself; beside it all of them, where they are enough. */
export interface Own {
  readonly who: string;
  readonly answers: ReadonlyMap<string, 'V' | 'X' | null>;
  /** What it wrote itself: where, and the words. */
  readonly words: readonly { readonly field: string; readonly words: string }[];
}

const NOBODY = { organisations: 0 };

export function ownReport(counted: Counted, own: Own): ReportSpec {
  const { language, workshop, result, today } = counted;
  const words = resultText(language);
  const compare = mayCompare(result);
  const beside = ({ field, does, could }: Cell) =>
    mayCompare(result.heard.get(field) ?? NOBODY) ? [`${does}`, `${could}`] : [words.few, words.few];
  const others: readonly Column[] = compare ? [right(words.doesShort), right(words.couldShort)] : [];
  return {
    kind: 'report',
    language,
    title: words.ownReportTitle(own.who),
    subtitle: `${workshop.name}, ${placeAndDay(counted)}`,
    day: today,
    body: [
      { kind: 'paragraph', text: words.ownReportLead },
      {
        kind: 'paragraph',
        text: compare ? words.compared(result.organisations) : words.notCompared(FEWEST_ORGANISATIONS),
      },
      ...result.themes.flatMap(({ title, cells }): Block[] => [
        { kind: 'heading', text: title },
        table(
          language,
          [{ title: words.yourAnswer }, ...others],
          cells.map((cell) => {
            const answer = own.answers.get(cell.field);
            const mine = answer ? words.answers[answer] : words.blank;
            return [cell.text, mine, ...(compare ? beside(cell) : [])];
          }),
        ),
      ]),
      ...(own.words.length > 0
        ? [
            { kind: 'heading' as const, text: words.ownWords },
            { kind: 'list' as const, items: own.words.map(({ field, words: said }) => `${field}: ${said}`) },
          ]
        : []),
    ],
  };
}

function table(language: Language, columns: readonly Column[], rows: readonly (readonly string[])[]): Block {
  return { kind: 'table', caption: '', columns: [{ title: resultText(language).option }, ...columns], rows };
}

function right(title: string): Column {
  return { title, align: 'right' };
}
