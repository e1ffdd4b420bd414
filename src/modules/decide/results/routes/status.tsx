import { type Day, readDay, yearOf } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { brandOf } from '../../../../platform/documents/brand.ts';
import { renderPdf, typstAvailable } from '../../../../platform/documents/pdf.ts';
import { renderWord, WORD_TYPE } from '../../../../platform/documents/word.ts';
import { printHead } from '../../../../platform/journal/anchor.ts';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { departments, ownOrganisation } from '../../../housing/public.ts';
import { caseHref, type Fund, fundsOf, fundsPlace, mayHandle } from '../../fund/public.ts';
import { mayReadStatus } from '../access.ts';
import { sealStatus } from '../commands/status.ts';
import { statusDocument } from '../letters/status.ts';
import {
  type HappeningKind,
  keeps,
  type Narrow,
  quartersOf,
  type Span,
  type Status,
  statusFigures,
  yearBefore,
} from '../rules/status.ts';
import { CATEGORIES, GROUNDS } from '../rules/supported.ts';
import { happenings, periodsOf, waitingOn } from '../store/status.ts';
import { statusText } from '../text/status.ts';
import { supportedText } from '../text/supported.ts';
import { HAPPENING_NAMES, readHappening, statusBehindPlace, statusFilePlace, statusPlace } from '../urls.ts';
import { StatusPage } from '../views/status.tsx';
import { StatusRowsPage } from '../views/status-rows.tsx';

const HAPPENINGS_A_PAGE = 50;
const NONE = 'ingen';

/** The fund in figures: on screen, behind each figure, and on paper. */
export function statusRoutes(web: Web): void {
  web.get(statusPlace, signedIn, (visit) => statusPage(visit));
  web.get(statusBehindPlace, signedIn, behind);
  web.post(statusFilePlace, signedIn, file, { rate: { times: 30, minutes: 10 } });
}

/** The funds whose figures the reader may see; none answers as if there were no such page. */
async function ownFunds({ tx, actor }: Pick<Visit, 'tx' | 'actor'>): Promise<readonly [Fund, ...Fund[]]> {
  const [first, ...rest] = (await fundsOf(tx)).filter((fund) =>
    mayReadStatus(actor, fund.organisationId, mayHandle(actor, fund)),
  );
  return first ? [first, ...rest] : missing();
}

interface Asked {
  readonly funds: readonly Fund[];
  readonly fund: Fund;
  readonly span: Span;
  readonly periods: readonly Span[];
  readonly problems: FormProblems | undefined;
}

/** What is asked for; without days, the period that runs, or the calendar year. */
async function askedOf(visit: Visit, asked: { get(name: string): unknown }): Promise<Asked> {
  const { tx, language } = visit;
  const words = statusText(language);
  const funds = await ownFunds(visit);
  const wanted = text(asked, 'pulje');
  // An address can be written by anybody, and nonsense in it narrows nothing; a form of ours names a fund that is there.
  const fund = funds.find(({ id }) => id === wanted) ?? (visit.form.has('pulje') ? missing() : funds[0]);
  const periods = await periodsOf(tx, fund.id);
  const year = tx.today.slice(0, 4);
  const usual = periods.find(({ from, to }) => from <= tx.today && tx.today <= to) ?? {
    from: `${year}-01-01` as Day,
    to: `${year}-12-31` as Day,
  };
  const typed = { fra: text(asked, 'fra'), til: text(asked, 'til') };
  const [from, to] = [readDay(typed.fra), readDay(typed.til)];
  const messages = [
    ...(typed.fra !== '' && !from ? [{ field: 'fra', message: words.dayUnreadable }] : []),
    ...(typed.til !== '' && !to ? [{ field: 'til', message: words.dayUnreadable }] : []),
    ...(from && to && to < from ? [{ field: 'til', message: words.toBeforeFrom }] : []),
  ];
  if (messages.length > 0) return { funds, fund, span: usual, periods, problems: { values: typed, messages } };
  const span = from && to ? { from, to } : usual;
  return { funds, fund, span, periods, problems: undefined };
}

function text(asked: { get(name: string): unknown }, name: string): string {
  const value = asked.get(name);
  return typeof value === 'string' ? value : '';
}

async function statusOf(visit: Visit, { fund, span, periods }: Asked): Promise<Status> {
  const { tx } = visit;
  const places = new Map((await departments(tx)).map((one) => [one.id as string, one.name]));
  const ids = [...places.keys()] as Id<'department'>[];
  const earlier = yearBefore(span);
  const measured = periods.some(({ from, to }) => from <= earlier.to && to >= earlier.from);
  return {
    fundName: fund.name,
    span,
    now: statusFigures(await happenings(tx, fund.id, span), ids),
    before: measured ? statusFigures(await happenings(tx, fund.id, earlier), ids) : null,
    waiting: await waitingOn(tx, fund.id, span.to),
    departments: places,
  };
}

async function statusPage(visit: Visit, notice: string | null = null): Promise<Response> {
  const { tx, language } = visit;
  const asked = await askedOf(visit, visit.form.has('pulje') ? visit.form : visit.query);
  const { funds, fund, span, periods, problems } = asked;
  const words = statusText(language);
  const [earlier = tx.today] = [span.to, tx.today].toSorted();
  const year = yearOf(earlier);
  const same = { pulje: fund.id, fra: span.from, til: span.to };
  return visit.page(
    {
      title: funds.length > 1 ? words.titleOf(fund.name) : words.title,
      wide: true,
      trail: [{ href: fundsPlace({}), label: words.fundRoom }],
      status: problems || notice ? 422 : 200,
    },
    StatusPage({
      language,
      fundId: fund.id,
      funds,
      status: await statusOf(visit, asked),
      periods,
      quarters: quartersOf(year).map((quarter, at) => ({ ...quarter, year, number: at + 1 })),
      behind: (kind: HappeningKind, narrow = {}) =>
        statusBehindPlace({ figure: HAPPENING_NAMES[kind] }, { ...same, ...narrow }),
      notice,
      problems,
    }),
  );
}

async function behind(visit: Visit<'/pulje/status/bag/:figure'>): Promise<Response> {
  const { tx, language, params, query } = visit;
  const words = statusText(language);
  const kind = readHappening(params.figure) ?? missing();
  const { fund, span, problems } = await askedOf(visit, query);
  if (problems) missing();
  const narrow = narrowing(query);
  const rows = (await happenings(tx, fund.id, span)).filter((row) => row.kind === kind && keeps(row, narrow));
  const page = pageNumber(query);
  const same = Object.fromEntries([...query].filter(([name]) => name !== 'side'));
  return visit.page(
    {
      title: words.behind(words.figures[kind]) + (await narrowedName(visit, narrow)),
      wide: true,
      trail: [{ href: statusPlace({}, { pulje: fund.id, fra: span.from, til: span.to }), label: words.title }],
    },
    StatusRowsPage({
      language,
      kind,
      rows: rows.slice((page - 1) * HAPPENINGS_A_PAGE, page * HAPPENINGS_A_PAGE),
      all: rows,
      total: rows.length,
      page,
      pages: Math.max(1, Math.ceil(rows.length / HAPPENINGS_A_PAGE)),
      pageHref: (to) => statusBehindPlace({ figure: params.figure }, { ...same, side: to }),
      caseHref,
    }),
  );
}

function narrowing(query: URLSearchParams): Narrow {
  const ground = GROUNDS.find((one) => one === query.get('grund'));
  const category = query.get('emne') === NONE ? null : CATEGORIES.find((one) => one === query.get('emne'));
  const place = query.get('afdeling');
  return {
    ...(ground ? { ground } : {}),
    ...(category === undefined ? {} : { category }),
    ...(place === null ? {} : { departmentId: place === NONE ? null : (place as Id<'department'>) }),
  };
}

async function narrowedName({ tx, language }: Visit, narrow: Narrow): Promise<string> {
  const named = supportedText(language);
  const words = statusText(language);
  const place = narrow.departmentId
    ? (await departments(tx)).find(({ id }) => id === narrow.departmentId)?.name
    : narrow.departmentId === null && words.noDepartment;
  const parts = [
    narrow.ground && named.grounds[narrow.ground],
    place,
    narrow.category === undefined ? '' : narrow.category ? named.categories[narrow.category] : words.noCategory,
  ].filter(Boolean);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

async function file(visit: Visit): Promise<Response> {
  const { tx, language, form: typed } = visit;
  const asked = await askedOf(visit, typed);
  const { fund, span, problems } = asked;
  const form = typed.get('form') === 'docx' ? 'docx' : 'pdf';
  if (problems) return statusPage(visit);
  if (form === 'pdf' && !typstAvailable()) return statusPage(visit, statusText(language).wordOnly);
  const status = await statusOf(visit, asked);
  const head = printHead(await sealStatus(tx, { ...span, fundId: fund.id, form }));
  const command = `grobund journal verify --tenant ${tx.tenant.slug} --head ${head}`;
  const document = statusDocument(status, { language, day: tx.today, head, command });
  const brand = await brandOf(tx, await ownOrganisation(tx));
  const name = `pulje-status-${span.from}-${span.to}.${form}`;
  if (form === 'docx') return visit.file({ bytes: await renderWord(document, brand), type: WORD_TYPE, name });
  const pdf = await renderPdf(document, brand);
  if (!pdf.ok) throw new Error(`Cannot print the status of fund ${fund.id}: ${pdf.refusal}`);
  return visit.file({ bytes: pdf.value, type: 'application/pdf', name });
}
