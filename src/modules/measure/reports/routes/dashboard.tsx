import { addDays, type Day, day, readDay, yearOf } from '../../../../kernel/day.ts';
import { type Id, readId } from '../../../../kernel/id.ts';
import { type Count, countIn, hundredthsOf, type Line } from '../../../../platform/figures/count.ts';
import type { Figure, FigureRow, FigureSpan } from '../../../../platform/figures/figures.ts';
import { editionOfCounts, keepCounts } from '../../../../platform/figures/kept.ts';
import { oneLook } from '../../../../platform/figures/look.ts';
import { rowsByPeriod } from '../../../../platform/figures/periods.ts';
import { showCount } from '../../../../platform/figures/words.ts';
import { FileLinks, type ListFile, listFile, onePage, wantedFile } from '../../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import type { Who } from '../../../../platform/web/who.ts';
import { departments } from '../../../housing/public.ts';
import { mayReadFigures, mayReadReports } from '../access.ts';
import { countFor, linesBehind, type Part, SEVERAL, type Shown, yearsOf } from '../rules/dashboard.ts';
import { journalSpan } from '../store/rows.ts';
import { dashboardText } from '../text/dashboard.ts';
import { dashboardPlace, figurePlace, WHOLE } from '../urls.ts';
import { DashboardPage } from '../views/dashboard.tsx';
import { FigureBehindPage } from '../views/figure-behind.tsx';

const LINES_A_PAGE = 50;

/** Staff, the organisation board, and boards for their own department. */
const figureReaders: Who = {
  name: 'staff, organisation_board, board_member',
  allows: (actor) =>
    mayReadReports(actor) || (actor.kind === 'person' && actor.grants.some(({ role }) => role === 'board_member')),
};

/** The figures of the house, and the rows behind each. */
export function dashboardRoutes(web: Web, figures: readonly Figure[]): void {
  const keep = keepCounts<readonly Shown[]>();
  web.get(dashboardPlace, figureReaders, (visit) => dashboard(visit, figures, keep));
  web.get(figurePlace, figureReaders, (visit) => behind(visit, figures));
}

interface Place {
  readonly id: Id<'department'>;
  readonly name: string;
}

/** Which part is asked for, of those the reader may see. A department's board begins with its own. */
async function partIn({ tx, actor, query, language }: Pick<Visit, 'tx' | 'actor' | 'query' | 'language'>) {
  const all: readonly Place[] = (await departments(tx)).map(({ id, name }) => ({ id, name }));
  const places = all.filter(({ id }) => mayReadFigures(actor, id));
  const mayWhole = mayReadFigures(actor, null);
  const place = query.get('afdeling') ?? '';
  const asked = place === WHOLE && mayWhole ? SEVERAL : readId<'department'>(place);
  const part: Part = asked ?? (mayWhole ? null : (places[0]?.id ?? missing()));
  if (part !== null && part !== SEVERAL && !places.some(({ id }) => id === part)) missing();
  const several = part === SEVERAL ? dashboardText(language).several : null;
  return {
    part,
    places,
    mayWhole,
    ids: all.map(({ id }) => id),
    name: all.find(({ id }) => id === part)?.name ?? several,
  };
}

/** As it stands in the address. */
function placeName(part: Part): string | null {
  return part === SEVERAL ? WHOLE : part;
}

/** The counts are the same for everybody who may see that part. */
async function dashboard(
  visit: Visit,
  figures: readonly Figure[],
  keep: ReturnType<typeof keepCounts<readonly Shown[]>>,
): Promise<Response> {
  const { tx, language, query } = visit;
  const { part, places, mayWhole, ids, name } = await partIn(visit);
  const [edition, span] = await Promise.all([editionOfCounts(tx), journalSpan(tx)]);
  const years = yearsSince(span ? yearOf(span.first) : yearOf(tx.today), tx.today);
  const year = years.find((one) => String(one) === query.get('aar')) ?? years[0] ?? yearOf(tx.today);
  const shown = await keep(`${tx.tenant.id} ${year} ${placeName(part) ?? ''}`, edition, () =>
    countAll(tx, figures, { year, part, ids }),
  );
  const words = dashboardText(language);
  const title = words.titleOf(name ?? words.whole, year);
  const format = wantedFile(query);
  if (format) return listFile(visit, format, figuresFile(title, shown, year, language));
  const [, { until }] = yearsOf(year, tx.today);
  return visit.page(
    { title, wide: true },
    <>
      <DashboardPage
        language={language}
        year={year}
        years={years}
        running={until < day(`${year}-12-31`)}
        part={part}
        places={places}
        mayWhole={mayWhole}
        shown={shown}
        behindHref={(figure, ofYear) =>
          figurePlace({ figure: figure.address }, { aar: ofYear, afdeling: placeName(part) })
        }
      />
      <FileLinks language={language} query={query} />
    </>,
  );
}

/** Every figure of the part in that year and the one before, in one look. */
function countAll(
  tx: Visit['tx'],
  figures: readonly Figure[],
  { year, part, ids }: { readonly year: number; readonly part: Part; readonly ids: readonly Id<'department'>[] },
): Promise<readonly Shown[]> {
  const look = oneLook(tx);
  return Promise.all(
    figures
      .filter(({ perDepartment }) => part === null || perDepartment)
      .map(async (figure): Promise<Shown> => {
        const [last, now] = await rowsByPeriod(look, figure, yearsOf(year, tx.today));
        const count = (rows: readonly FigureRow[] | null | undefined) => countFor(figure, rows ?? null, part, ids);
        return { figure, now: count(now), before: count(last) };
      }),
  );
}

/** From the first year that anything happened in, the newest first. */
function yearsSince(first: number, today: Day): readonly number[] {
  const last = yearOf(today);
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, at) => last - at);
}

function figuresFile(
  title: string,
  shown: readonly Shown[],
  year: number,
  language: Visit['language'],
): ListFile<Shown> {
  const words = dashboardText(language);
  const value = ({ figure }: Shown, count: Count) =>
    count.kind === 'counted' ? hundredthsOf(figure.unit, count) / 100 : showCount(figure.unit, count, language);
  const of = (count: Count) => (count.kind === 'counted' ? count.of : null);
  return {
    title,
    columns: [
      [words.room, ({ figure }) => words.rooms[figure.room]],
      [words.figure, ({ figure }) => figure.name[language]],
      [String(year), (one) => value(one, one.now)],
      [words.of(String(year)), ({ now }) => of(now)],
      [String(year - 1), (one) => value(one, one.before)],
      [words.of(String(year - 1)), ({ before }) => of(before)],
      [words.definition, ({ figure }) => figure.definition[language]],
    ],
    ...onePage(shown),
  };
}

type OneFigure = Omit<Visit, 'params'> & { readonly params: { readonly figure: string } };

async function behind(visit: OneFigure, figures: readonly Figure[]): Promise<Response> {
  const { tx, actor, language, params, query } = visit;
  const figure = figures.find(({ address }) => address === params.figure) ?? missing();
  const { part, ids, name, places } = await partIn(visit);
  if (part !== null && !figure.perDepartment) missing();
  const span = spanIn(query, tx.today) ?? missing();
  const [rows = null] = await rowsByPeriod(tx, figure, [span]);
  const earlier = yearBefore(span);
  const [rowsBefore = null] = await rowsByPeriod(tx, figure, [earlier]);
  const count = countFor(figure, rows, part, ids);
  const lines = linesBehind(figure, rows ?? [], part, count);
  const words = dashboardText(language);
  const heading = name ? `${figure.name[language]}, ${name}` : figure.name[language];
  const format = wantedFile(query);
  if (format) return listFile(visit, format, linesFile(figure, lines, language));
  const page = pageNumber(query);
  const chosen = { fra: span.from, til: span.until };
  const byPlace = part === null && figure.perDepartment ? countIn(figure, rows, [...ids, null]) : [];
  return visit.page(
    {
      title: heading,
      wide: true,
      trail: [{ href: dashboardPlace({}, { aar: yearOf(span.until), afdeling: placeName(part) }), label: words.title }],
    },
    <>
      <FigureBehindPage
        language={language}
        figure={figure}
        span={span}
        count={count}
        before={countFor(figure, rowsBefore, part, ids)}
        beforeHref={figurePlace(
          { figure: figure.address },
          { fra: earlier.from, til: earlier.until, afdeling: placeName(part) },
        )}
        byPlace={byPlace.map((one, at) => {
          const id = ids[at] ?? null;
          return {
            name: places.find((place) => place.id === id)?.name ?? words.several,
            count: one,
            href: figurePlace({ figure: figure.address }, { ...chosen, afdeling: id ?? WHOLE }),
          };
        })}
        lines={lines.slice((page - 1) * LINES_A_PAGE, page * LINES_A_PAGE)}
        total={lines.length}
        page={page}
        pages={Math.ceil(lines.length / LINES_A_PAGE)}
        pageHref={(to) =>
          figurePlace({ figure: figure.address }, { ...chosen, afdeling: placeName(part), side: to > 1 ? to : null })
        }
        mayOpen={mayReadReports(actor)}
      />
      {lines.length > 0 && <FileLinks language={language} query={query} />}
    </>,
  );
}

/** A year (`?aar=`), or any days (`?fra=&til=`); this year without. Null where the days are none. */
function spanIn(query: URLSearchParams, today: Day): FigureSpan | null {
  const [from, until] = [readDay(query.get('fra') ?? ''), readDay(query.get('til') ?? '')];
  if (from && until) return from <= until ? { from, until: until > today && from <= today ? today : until } : null;
  const year = /^2\d{3}$/.test(query.get('aar') ?? '') ? Number(query.get('aar')) : yearOf(today);
  return yearsOf(year, today)[1];
}

/** The same days a year before; the last day of a whole month or year stays the last. */
function yearBefore({ from, until }: FigureSpan): FigureSpan {
  const back = (on: Day) => readDay(`${yearOf(on) - 1}${on.slice(4)}`) ?? day(`${yearOf(on) - 1}-02-28`);
  return { from: back(from), until: addDays(back(addDays(until, 1)), -1) };
}

function linesFile(figure: Figure, lines: readonly Line[], language: Visit['language']): ListFile<Line> {
  const words = dashboardText(language);
  return {
    title: figure.name[language],
    columns: [
      [words.what, ({ title }) => title ?? words.untitled],
      [words.day, ({ on }) => ({ day: on })],
      [
        words.value,
        ({ count }) =>
          count.kind === 'counted' && count.of === null
            ? hundredthsOf(figure.unit, count) / 100
            : showCount(figure.unit, count, language),
      ],
    ],
    ...onePage(lines),
  };
}
