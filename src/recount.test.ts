import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCsv } from './engines/table/read-csv.ts';
import { FIGURES } from './figures.ts';
import { day } from './kernel/day.ts';
import { countFor, linesBehind, type Part, SEVERAL } from './modules/measure/reports/rules/dashboard.ts';
import type { Count } from './platform/figures/count.ts';
import type { Figure, FigureRow, FigureSpan, Unit } from './platform/figures/figures.ts';
import { oneLook } from './platform/figures/look.ts';
import { rowsByPeriod } from './platform/figures/periods.ts';
import { type House, testApp } from './testing/app.ts';
import { TODAY } from './testing/histories/calendar.ts';
import { liveHistory } from './testing/histories/live.ts';
import { type Found, foundIn, foundOf, type Model, talliesAt, talliesIn } from './testing/histories/model.ts';
import { RECOUNTS } from './testing/histories/recount.ts';
import type { Town } from './testing/histories/town.ts';
import { sample } from './testing/long.ts';

const { newHouse } = await testApp();

const span = (from: string, until: string): FigureSpan => ({ from: day(from), until: day(until) });
const YEARS = [span('2025-01-01', '2025-12-31'), span('2026-01-01', TODAY)];
const MONTHS = [span('2025-12-01', '2025-12-31'), span('2026-01-01', '2026-01-31'), span('2026-02-01', '2026-02-28')];
const AT_ONCE = 4;
/** Those that can be compared; the first test names the others. */
const KNOWN = FIGURES.filter(({ code }) => RECOUNTS[code]);

test('every figure has somebody who counts it again by hand, and nobody counts what is no figure', () => {
  const codes = FIGURES.map(({ code }) => code);
  const without = codes.filter((code) => !RECOUNTS[code]);
  assert.deepEqual(
    without,
    [],
    'live them in src/testing/histories, write them in its diary, and count them in recount.ts',
  );
  assert.deepEqual(
    Object.keys(RECOUNTS).filter((code) => !codes.includes(code)),
    [],
  );
});

test('every figure, in every part of the house, is what somebody finds who counts the diary by hand', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { minLength: AT_ONCE, maxLength: AT_ONCE }), async (seeds) => {
      const lived = await Promise.all(
        seeds.map(async (seed) => {
          const house = await newHouse();
          const town = await liveHistory(house, seed);
          await compare(town, seed);
          return { house, town, seed };
        }),
      );
      // The page shows what the figures say, which is compared for all four.
      for (const { house, town, seed } of lived.slice(0, 1)) await comparePage(house, town, seed);
    }),
    { seed: 7, numRuns: sample(1, 75, 'times four histories, with every figure counted again'), endOnFailure: true },
  );
});

async function compare(town: Town, seed: number): Promise<void> {
  for (const figure of KNOWN) {
    const model = modelOf(figure);
    assert.deepEqual([figure.way, figure.people], [model.way, model.people], `how ${figure.code} is read`);
  }
  const read = await town.house.tx(async (tx) => {
    const look = oneLook(tx);
    const found: { figure: Figure; days: FigureSpan; rows: readonly FigureRow[] | null }[] = [];
    for (const figure of KNOWN) {
      const years = await rowsByPeriod(look, figure, YEARS);
      // As a part of what was read, or asked for by itself.
      const months = await rowsByPeriod(seed % 2 === 0 ? look : tx, figure, MONTHS);
      found.push(...YEARS.map((days, at) => ({ figure, days, rows: years[at] ?? null })));
      found.push(...MONTHS.map((days, at) => ({ figure, days, rows: months[at] ?? null })));
    }
    return found;
  });
  for (const { figure, days, rows } of read) compareSpan(town, figure, days, rows, `history ${seed}`);
}

function compareSpan(
  { diary, departments }: Town,
  figure: Figure,
  days: FigureSpan,
  rows: readonly FigureRow[] | null,
  history: string,
): void {
  const model = modelOf(figure);
  const tallies = talliesIn(model, diary, days, TODAY);
  const apart = foundIn(model, tallies, departments.length);
  const parts: readonly Part[] = figure.perDepartment ? [null, ...departments, SEVERAL] : [null];
  for (const [at, part] of parts.entries()) {
    const where = `${history}: ${figure.code} from ${days.from} to ${days.until}, part ${at}`;
    const wanted = part === null ? foundOf(model, tallies) : apart[at - 1];
    const count = countFor(figure, rows, part, departments);
    assert.deepEqual(count.kind === 'counted' ? { value: count.value, of: count.of } : count.kind, wanted, where);
    const there = part === null ? tallies : talliesAt(model, tallies ?? [], part === SEVERAL ? null : at - 1);
    compareLines(figure, linesBehind(figure, rows ?? [], part, count), count, there ?? [], where);
  }
}

/** As many lines as there are things, and together they are the number. */
function compareLines(
  { people, way }: Figure,
  lines: ReturnType<typeof linesBehind>,
  count: Count,
  there: readonly { readonly thing: string }[],
  where: string,
): void {
  const things = count.kind === 'hidden' ? 0 : new Set(there.map(({ thing }) => thing)).size;
  assert.equal(lines.length, things, `${where}: lines behind it`);
  if (people || count.kind !== 'counted' || (way !== 'sum' && way !== 'share')) return;
  const counted = lines.flatMap((line) => (line.count.kind === 'counted' ? [line.count] : []));
  const added = (of: (one: (typeof counted)[number]) => number) => counted.reduce((sum, one) => sum + of(one), 0);
  assert.equal(
    added(({ value }) => value),
    count.value,
    `${where}: the lines added up`,
  );
  if (count.of === null) return;
  assert.equal(
    added(({ of }) => of ?? 0),
    count.of,
    `${where}: what they are parts of`,
  );
}

/** The dashboard of the whole house and of each department, as its own file shows it. */
async function comparePage(house: House, town: Town, seed: number): Promise<void> {
  const reader = await house.signedIn(town.signe);
  for (const [at, part] of [null, ...town.departments].entries()) {
    const response = await reader.fetch(`/tal?aar=2026&hent=csv${part ? `&afdeling=${part}` : ''}`);
    assert.equal(response.status, 200);
    const read = readCsv(new Uint8Array(await response.arrayBuffer()));
    const lines = new Map((read.ok ? read.value : []).map((cells) => [cells[1] ?? '', cells]));
    for (const figure of KNOWN.filter(({ perDepartment }) => part === null || perDepartment)) {
      const cells = lines.get(figure.name.da) ?? assert.fail(`the dashboard does not show ${figure.code}`);
      for (const [year, cell] of [cells[4], cells[2]].entries()) {
        const model = modelOf(figure);
        const tallies = talliesIn(model, town.diary, YEARS[year] as FigureSpan, TODAY);
        const found =
          part === null ? foundOf(model, tallies) : foundIn(model, tallies, town.departments.length)[at - 1];
        const where = `history ${seed}: ${figure.code} on the page, part ${at}, year ${year}`;
        assert.equal(cell, shown(figure.unit, found ?? 'missing'), where);
      }
    }
  }
}

function shown(unit: Unit, found: Found): string {
  if (found === 'missing') return 'mangler';
  if (found === 'hidden') return 'færre end fem';
  const { value, of } = found;
  const number = of === null ? (unit === 'ore' ? value / 100 : value) : Math.round((10_000 * value) / of) / 100;
  return String(number).replace('.', ',');
}

function modelOf({ code }: Figure): Model {
  return RECOUNTS[code] ?? assert.fail(`nobody counts ${code} by hand: see the test above`);
}
