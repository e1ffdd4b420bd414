import type { Id } from '../../../../kernel/id.ts';
import { liesIn } from '../../../../platform/figures/count.ts';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { caseHref, fundsOf } from '../../../decide/fund/public.ts';
import { fundsRead, HAPPENING_NAMES, projectPlace, readHappening, yearRows } from '../../../decide/results/public.ts';
import { departments } from '../../../housing/public.ts';
import { ideaPlace, insidePlace } from '../../../initiatives/public.ts';
import { mayWriteReports } from '../access.ts';
import {
  CATEGORIES,
  IDEA_FIGURES,
  type IdeaRow,
  type InitiativeRow,
  ideasBehind,
  initiativesBehind,
  LIFE_FIGURES,
} from '../rules/rows.ts';
import { countedTo, firstDay } from '../rules/year.ts';
import { rowsOfYear } from '../store/rows.ts';
import { fundText } from '../text/fund.ts';
import { pagesText } from '../text/pages.ts';
import { reportText } from '../text/report.ts';
import { behindPlace, FIGURE_NAMES, fundBehindPlace, readFigure, WHOLE } from '../urls.ts';
import { BehindPage, type BehindProps } from '../views/behind.tsx';
import { FundBehindPage } from '../views/fund-behind.tsx';
import { readers, yearIn } from './reading.tsx';

const ROWS_A_PAGE = 50;

/** The rows behind each figure. */
export function behindRoutes(web: Web): void {
  web.get(behindPlace, readers, behind);
  web.get(fundBehindPlace, readers, fundBehind);
}

type OneFigure = Omit<Visit, 'params'> & { readonly params: { readonly year: string; readonly figure: string } };

async function behind(visit: OneFigure): Promise<Response> {
  const { tx, actor, language, params, query } = visit;
  const year = await yearIn(visit);
  const figure = readFigure(params.figure) ?? missing();
  const places = new Map((await departments(tx)).map((one) => [one.id as string, one.name]));
  const narrow = narrowing(query, places, language);
  const rows = await rowsOfYear(tx, year);
  const reading = { year, today: tx.today };
  const page = pageNumber(query);
  const cut = <Row,>(all: readonly Row[]) => all.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE);
  const ideaFigure = IDEA_FIGURES.find((one) => one === figure);
  const lifeFigure = LIFE_FIGURES.find((one) => one === figure);
  const ideas: readonly IdeaRow[] = ideaFigure ? ideasBehind(rows, ideaFigure) : [];
  const lives: readonly InitiativeRow[] = lifeFigure
    ? initiativesBehind(rows, lifeFigure, reading).filter(narrow.keeps)
    : [];
  const total = ideaFigure ? ideas.length : lives.length;
  const props: BehindProps = {
    language,
    year,
    figure,
    narrowed: ideaFigure ? null : narrow.name,
    rows: ideaFigure ? { kind: 'ideas', shown: cut(ideas) } : { kind: 'initiatives', shown: cut(lives) },
    total,
    page,
    pages: Math.ceil(total / ROWS_A_PAGE),
    pageHref: (to) =>
      behindPlace({ year: String(year), figure: FIGURE_NAMES[figure] }, { ...narrow.query, side: to > 1 ? to : null }),
    departments: places,
    initiativeHref: (id) => insidePlace({ id }),
    ideaHref: mayWriteReports(actor) ? (id) => ideaPlace({ id }) : null,
  };
  const title = pagesText(language).behindTitle(pagesText(language).behind[figure], year);
  return visit.page({ title, heading: false, wide: true }, BehindPage(props));
}

interface Narrowing {
  readonly query: Readonly<Record<string, string>>;
  readonly name: string | null;
  readonly keeps: (initiative: InitiativeRow) => boolean;
}

/** What is not a choice is as if nothing was chosen. */
function narrowing(
  query: URLSearchParams,
  places: ReadonlyMap<string, string>,
  language: Visit['language'],
): Narrowing {
  const words = reportText(language);
  const category = CATEGORIES.find((one) => one === query.get('emne'));
  if (category) {
    return { query: { emne: category }, name: words.categories[category], keeps: (one) => one.category === category };
  }
  const place = query.get('afdeling') ?? '';
  if (place === WHOLE) return { query: { afdeling: WHOLE }, name: words.whole, keeps: (one) => liesIn(one, null) };
  const name = places.get(place);
  if (!name) return { query: {}, name: null, keeps: () => true };
  return { query: { afdeling: place }, name, keeps: (one) => liesIn(one, place as Id<'department'>) };
}

/** Who looks into the fund opens the application; everybody else reads what the public page tells of what was supported. */
async function fundBehind(visit: OneFigure): Promise<Response> {
  const { tx, actor, language, params, query } = visit;
  const year = await yearIn(visit);
  const kind = readHappening(params.figure) ?? missing();
  const fund = (await fundsOf(tx)).find(({ id }) => id === query.get('pulje')) ?? null;
  const page = pageNumber(query);
  const span = { from: firstDay(year), to: countedTo(year, tx.today) };
  const cut = { limit: ROWS_A_PAGE, offset: (page - 1) * ROWS_A_PAGE };
  const { rows, count, amount } = await yearRows(tx, span, { kind, fundId: fund?.id ?? null }, cut);
  const read = await fundsRead(tx, actor);
  return visit.page(
    { title: fundText(language).behind(fundText(language).kinds[kind], year), heading: false, wide: true },
    FundBehindPage({
      language,
      year,
      kind,
      narrowed: fund?.name ?? null,
      rows,
      total: count,
      amount,
      page,
      pages: Math.ceil(count / ROWS_A_PAGE),
      pageHref: (to) =>
        fundBehindPlace(
          { year: String(year), figure: HAPPENING_NAMES[kind] },
          { pulje: fund?.id ?? null, side: to > 1 ? to : null },
        ),
      hrefOf: ({ applicationId, fundId, supported }) =>
        read.has(fundId) ? caseHref(applicationId) : supported ? projectPlace({ id: applicationId }) : null,
    }),
  );
}
