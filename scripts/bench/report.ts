import type { MeasuredHouse } from './houses.ts';
import type { MeasuredPaper } from './papers.ts';
import type { Weight } from './weight.ts';

/** Times in milliseconds; lists have one number for each house, the smallest first. */
export interface MeasuredPage {
  readonly name: string;
  /** How large the houses were, the smallest first. */
  readonly sizes: readonly string[];
  readonly queriesOf: 'own' | 'none';
  /** Visitors are shown a page that was kept. `p50`, `p99` and those with `Anew` are of pages written anew all the same. */
  readonly kept: boolean;
  readonly queries: readonly number[];
  readonly p50: readonly number[];
  readonly p99: readonly number[];
  /** NaN, as `perSecond` and `share`, where nothing is kept. */
  readonly p50Met: number;
  readonly perSecond: number;
  readonly perSecondAnew: number;
  readonly perSecondBare: number;
  readonly share: number;
  readonly shareAnew: number;
  readonly weight: Weight;
}

export interface Bench {
  readonly start: { readonly firstMs: number; readonly laterMs: number };
  readonly houses: readonly Pick<MeasuredHouse, 'slug' | 'size' | 'holds'>[];
  readonly pages: readonly MeasuredPage[];
  readonly papers: readonly MeasuredPaper[];
}

const MOST_P50_MS = 5;
const MOST_GROWTH = 1.5;
const LEAST_SHARE = { own: 0.2, none: 0.5 };
const MOST_SCRIPT = 15_000;
const MOST_WEIGHT = 60_000;
/** A report of twenty pages; a longer one may take as much longer. */
const MOST_PAPER_MS = 2_000;
const PAPER_PAGES = 20;

/** The goals that were missed, a sentence each. */
export function missed(bench: Bench): string[] {
  return [...missedPages(bench), ...missedPapers(bench)];
}

function missedPapers({ papers }: Bench): string[] {
  return papers
    .filter(({ ms: taken, pages }) => taken > MOST_PAPER_MS * Math.max(1, pages / PAPER_PAGES))
    .map(({ size, ms: taken, pages }) => `yearly report, ${size}: ${pages} pages in ${ms(taken)} ms`);
}

function missedPages({ pages: measured }: Bench): string[] {
  return measured.flatMap(({ name, queriesOf, kept, queries, p50, share, weight }) => {
    const [first = 0] = p50;
    const growth = (p50.at(-1) ?? first) / first;
    const all = weight.html + weight.css + weight.script;
    return [
      first > MOST_P50_MS ? `${name}: p50 is ${ms(first)}, at most ${MOST_P50_MS} ms` : '',
      growth > MOST_GROWTH
        ? `${name}: ${growth.toFixed(2)} times as slow with the most data, at most ${MOST_GROWTH}`
        : '',
      kept && share < LEAST_SHARE[queriesOf]
        ? `${name}: ${percent(share)} of the bare server's rate, at least ${percent(LEAST_SHARE[queriesOf])}`
        : '',
      new Set(queries).size > 1 ? `${name}: asks ${queries.join(', ')} times, more data must not ask more` : '',
      weight.script > MOST_SCRIPT ? `${name}: ${kb(weight.script)} of script, at most ${kb(MOST_SCRIPT)}` : '',
      all > MOST_WEIGHT ? `${name}: ${kb(all)} in all, at most ${kb(MOST_WEIGHT)}` : '',
    ].filter(Boolean);
  });
}

/** The numbers as tables in Markdown. */
export function write({ start, houses, pages, papers }: Bench): string {
  return [
    `Start: ${(start.firstMs / 1000).toFixed(1)} s on an empty folder, with the demo story; ${(start.laterMs / 1000).toFixed(2)} s later.`,
    ...houses.map(({ size, holds }) => `${size}: ${holds}.`),
    '',
    ...[...new Set(pages.map(({ sizes }) => sizes.join()))].flatMap((sizes) => [
      oneClientTable(pages.filter((page) => page.sizes.join() === sizes)),
      '',
    ]),
    table(
      ['Eight clients: pages a second', 'as met', 'anew', 'bare node:http', 'share as met', 'share anew'],
      pages.map(({ name, kept, perSecond, perSecondAnew, perSecondBare, share, shareAnew }) => [
        name,
        kept ? perSecond.toFixed(0) : '',
        perSecondAnew.toFixed(0),
        perSecondBare.toFixed(0),
        kept ? percent(share) : '',
        percent(shareAnew),
      ]),
    ),
    '',
    table(
      ['Weight in kB, gzip', 'HTML', 'CSS', 'script', 'in all'],
      pages.map(({ name, weight: { html, css, script } }) => [
        name,
        ...[html, css, script, html + css + script].map((size) => (size / 1000).toFixed(1)),
      ]),
    ),
    '',
    table(
      ['The yearly report as a PDF', 'pages', 'ms'],
      papers.map(({ size, pages: count, ms: taken }) => [size, String(count), ms(taken)]),
    ),
  ].join('\n');
}

/** Pages that were measured in the same houses. */
function oneClientTable(pages: readonly MeasuredPage[]): string {
  const sizes = pages[0]?.sizes ?? [];
  return table(
    ['One client: p50 / p99 in ms', ...sizes.map((size) => `${size}, anew`), 'growth', 'as met', 'queries'],
    pages.map(({ name, kept, p50, p99, p50Met, queries }) => [
      name,
      ...p50.map((median, at) => `${ms(median)} / ${ms(p99[at] ?? Number.NaN)}`),
      `${((p50.at(-1) ?? 0) / (p50[0] ?? 1)).toFixed(2)}`,
      kept ? ms(p50Met) : '',
      [...new Set(queries)].join(', '),
    ]),
  );
}

/** A table in Markdown; numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

/** Milliseconds with three digits. */
export function ms(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}

function percent(part: number): string {
  return `${(part * 100).toFixed(0)} %`;
}

function kb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
