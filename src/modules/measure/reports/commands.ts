import { personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { Subject, TenantDb } from '../../../platform/db/tenant-db.ts';
import { countOf } from '../../../platform/figures/count.ts';
import type { Figure } from '../../../platform/figures/figures.ts';
import { oneLook } from '../../../platform/figures/look.ts';
import { rowsByPeriod } from '../../../platform/figures/periods.ts';
import { anchorJournal, type Head } from '../../../platform/journal/anchor.ts';
import { flushJournal } from '../../../platform/journal/flush.ts';
import { record } from '../../../platform/journal/journal.ts';
import { fundYear, wordsShown } from '../../decide/results/public.ts';
import { departments } from '../../housing/public.ts';
import { strategyYear } from '../strategy/public.ts';
import { toldThread } from './letters/threads.ts';
import type { CountedFigure } from './rules/counted.ts';
import { yearsOf } from './rules/dashboard.ts';
import { type PublishRefusal, publishRefusal, type ReportForm } from './rules/edition.ts';
import { type Figures, figuresOf } from './rules/figures.ts';
import { heldOn, type InitiativeRow, initiativesBehind } from './rules/rows.ts';
import { chooseThreads, MOST_THREADS, stepsOf, type Thread, type YearThreads } from './rules/threads.ts';
import { firstDay } from './rules/year.ts';
import { editionLines, insertEdition, saveStoryRow, storyOf } from './store/editions.ts';
import { rowsOfYear } from './store/rows.ts';
import { beginningsOf, entriesIn } from './store/threads.ts';

/** The figures of a year as they stand now; `own`: all that Grobund can count by itself. */
export async function countYear(tx: TenantDb, year: number, own: readonly Figure[] = []): Promise<Figures> {
  const places = (await departments(tx)).map(({ id, name }) => ({ id, name }));
  const rows = await rowsOfYear(tx, year);
  const figures = figuresOf(rows, { year, today: tx.today }, places);
  // The strategy reads further back: what it has asked for, the figures of the year take from there.
  const look = oneLook(tx);
  const strategy = await strategyYear(look, own, year);
  return {
    ...figures,
    strategy,
    threads: await threadsOf(tx, initiativesBehind(rows, 'held', { year, today: tx.today }), places),
    fund: await fundYear(tx, { from: firstDay(year), to: figures.countedTo }),
    counted: await countOwn(look, year, own),
  };
}

/** The threads of what was held, in three questions, however many they are. */
async function threadsOf(
  tx: TenantDb,
  held: readonly InitiativeRow[],
  places: readonly { readonly id: string; readonly name: string }[],
): Promise<YearThreads> {
  const ids = held.map(({ id }) => id);
  const [entries, beginnings] = [await entriesIn(tx, ids), await beginningsOf(tx, ids)];
  const all = held.map((one): Thread => {
    const { id, title, departmentIds } = one;
    const here = new Set<string>(departmentIds);
    return {
      id,
      title,
      places: places.flatMap((place) => (here.has(place.id) ? [place.name] : [])),
      steps: stepsOf(entries.get(id) ?? [], beginnings.get(id) ?? null, heldOn(one, tx.today) ?? tx.today),
    };
  });
  const told = chooseThreads(all, MOST_THREADS).map(toldThread);
  return { told, more: all.length - told.length };
}

async function countOwn(look: TenantDb, year: number, own: readonly Figure[]): Promise<readonly CountedFigure[]> {
  return Promise.all(
    own.map(async (figure) => {
      const [last = null, now = null] = await rowsByPeriod(look, figure, yearsOf(year, look.today));
      const { code, address, room, name, unit, better } = figure;
      return { code, address, room, name, unit, better, now: countOf(figure, now), before: countOf(figure, last) };
    }),
  );
}

/** Frozen figures as they may be read today: what somebody took back of their own words is not shown again. */
export async function readable(tx: TenantDb, figures: Figures): Promise<Figures> {
  const { fund } = figures;
  if (!fund) return figures;
  const shown = await wordsShown(
    tx,
    fund.projects.flatMap(({ best }) => (best ? [best.feedbackId] : [])),
  );
  const projects = fund.projects.map((one) =>
    one.best && !shown.has(one.best.feedbackId) ? { ...one, best: null } : one,
  );
  return { ...figures, fund: { ...fund, projects } };
}

/** A few words about the year. Refused when somebody else has written since `version` was read. */
export async function saveStory(
  tx: TenantDb,
  story: { readonly year: number; readonly words: string; readonly version: number },
): Promise<Outcome<null, 'written_meanwhile'>> {
  if (!(await saveStoryRow(tx, { ...story, by: writer(tx) }))) return refused('written_meanwhile');
  record(tx, { kind: 'report.story_saved', subject: subjectOf(story.year), facts: { year: story.year } });
  return ok(null);
}

/** Freezes the figures and the story as edition `number` of the year. Refused when that number is taken. */
export async function publish(
  tx: TenantDb,
  wanted: { readonly year: number; readonly number: number; readonly reason: string },
  own: readonly Figure[] = [],
): Promise<Outcome<number, PublishRefusal>> {
  const { year, number, reason } = wanted;
  const refusal = publishRefusal(await nextNumber(tx, year), wanted);
  if (refusal) return refused(refusal);
  const { words } = await storyOf(tx, year);
  const edition = { number, reason: number > 1 ? reason : '', story: words, by: writer(tx) };
  if (!(await insertEdition(tx, { ...edition, figures: await countYear(tx, year, own) }))) {
    return refused('published_meanwhile');
  }
  record(tx, { kind: 'report.published', subject: subjectOf(year), facts: { year, edition: number } });
  return ok(number);
}

/**
 * Remembers that the report was made as a file, and gives the end of the journal to print in it. The entry is written
 * before the end is read, so that the paper also vouches for itself: nobody can take the last entry away unseen.
 */
export async function sealReport(
  tx: TenantDb,
  made: { readonly year: number; readonly edition: number | null; readonly form: ReportForm },
): Promise<Head> {
  record(tx, { kind: 'report.made', subject: subjectOf(made.year), facts: made });
  await flushJournal(tx);
  const head = await anchorJournal(tx, 'yearly_report');
  if (!head)
    throw new Error(`Cannot seal the report of ${made.year}: the journal has no end although it was written to`);
  return head;
}

/** The number that the next edition of a year gets. */
export async function nextNumber(tx: TenantDb, year: number): Promise<number> {
  const published = (await editionLines(tx)).filter((edition) => edition.year === year);
  return 1 + Math.max(0, ...published.map(({ number }) => number));
}

function subjectOf(year: number): Subject {
  return { kind: 'report', id: String(year) };
}

function writer(tx: TenantDb): Id<'person'> {
  const id = personIdOf(tx.actor);
  if (!id) throw new Error(`Cannot write in the yearly report as ${tx.actor.kind}: a person signs it`);
  return id;
}
