import { ms, table } from './report.ts';
import type { SectorBench } from './sector.ts';

const MOST_RATIO = 1.5;

/** The goals that were missed, a sentence each: a house of the demo story's size is to be as quick in the sector. */
export function missedInSector({ pages }: SectorBench): string[] {
  return pages
    .filter(({ ratios }) => (ratios[1] ?? 0) > MOST_RATIO)
    .map(({ name, ratios }) => `${name}: ${ratios[1]?.toFixed(2)} times as slow in the sector, at most ${MOST_RATIO}`);
}

/** The numbers as tables in Markdown. */
export function writeSector({ organisations, startMs, houses, pages, processes }: SectorBench): string {
  const [alone = 0, sector = 0] = startMs;
  const [story = '', ordinary = '', largest = ''] = houses.map(({ called }) => called);
  return [
    `${organisations} organisations. Start: ${(alone / 1000).toFixed(2)} s with the demo story alone, ${(sector / 1000).toFixed(2)} s with the sector.`,
    ...houses.map(({ called, holds }) => `* ${called}: ${holds}.`),
    '',
    table(
      ['One client: p50 in ms', story, ordinary, 'ratio', largest, 'ratio', 'processor time: story', ordinary, largest],
      pages.map(({ name, p50, ratios, cpu }) => [
        name,
        ms(p50[0] ?? 0),
        ms(p50[1] ?? 0),
        (ratios[1] ?? 0).toFixed(2),
        ms(p50[2] ?? 0),
        (ratios[2] ?? 0).toFixed(2),
        ...cpu.map(ms),
      ]),
    ),
    '',
    table(
      ['Eight clients: pages a second', 'one process', 'two', 'ratio'],
      processes.map(({ name, one, two }) => [name, one.toFixed(0), two.toFixed(0), (two / one).toFixed(2)]),
    ),
  ].join('\n');
}
