import type { Id } from '../../../kernel/id.ts';
import { brandOf } from '../../../platform/documents/brand.ts';
import { renderPdf, typstAvailable } from '../../../platform/documents/pdf.ts';
import { renderWord } from '../../../platform/documents/word.ts';
import { printHead } from '../../../platform/journal/anchor.ts';
import { problemIn, readForm } from '../../../platform/web/form.ts';
import { pageNumber } from '../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { staff, type Who } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { departments, ownOrganisation } from '../../housing/public.ts';
import { ideaPlace, insidePlace } from '../../initiatives/public.ts';
import { mayReadReports, mayWriteReports } from './access.ts';
import { countYear, nextNumber, publish, saveStory, sealReport } from './commands.ts';
import { fileForm, MOST_STORY, publishForm, storyForm } from './forms.ts';
import { reportDocument } from './letters.ts';
import { type EditionLine, fileName, type Report } from './rules/edition.ts';
import { liesIn } from './rules/figures.ts';
import {
  CATEGORIES,
  IDEA_FIGURES,
  type IdeaRow,
  type InitiativeRow,
  ideasBehind,
  initiativesBehind,
  LIFE_FIGURES,
} from './rules/rows.ts';
import { countedTo, lastDay, readYear, yearsBetween } from './rules/year.ts';
import { editionLines, editionOf, storyOf } from './store/editions.ts';
import { journalSpan, rowsOfYear } from './store/rows.ts';
import { pagesText } from './text/pages.ts';
import { reportText } from './text/report.ts';
import {
  behindPlace,
  FIGURE_NAMES,
  filePlace,
  NOW,
  publishPlace,
  readFigure,
  reportPlace,
  reportsPlace,
  storyPlace,
  WHOLE,
} from './urls.ts';
import { BehindPage, type BehindProps } from './views/behind.tsx';
import { ReportPage, ReportsPage } from './views/report.tsx';
import { PublishPage, StoryPage } from './views/writing.tsx';

const ROWS_A_PAGE = 50;
const readers: Who = { name: 'staff, organisation_board', allows: mayReadReports };

/** The yearly report: figures that open to their rows, a story, editions that never change, and the paper. */
export function reportsRoutes(web: Web): void {
  web.get(reportsPlace, readers, list);
  web.get(reportPlace, readers, (visit) => reportPage(visit));
  web.get(behindPlace, readers, behind);
  web.post(filePlace, readers, file, { rate: { times: 30, minutes: 10 } });
  web.get(storyPlace, staff, (visit) => storyPage(visit));
  web.post(storyPlace, staff, postStory);
  web.get(publishPlace, staff, (visit) => publishPage(visit));
  web.post(publishPlace, staff, postPublish);
}

type OneYear = Omit<Visit, 'params'> & { readonly params: { readonly year: string } };

async function list(visit: Visit): Promise<Response> {
  const span = await journalSpan(visit.tx);
  const editions = await editionLines(visit.tx);
  const years = (span ? yearsBetween(span.first, span.last) : []).map((year) => ({
    year,
    edition: editions.find((edition) => edition.year === year) ?? null,
  }));
  const { language } = visit;
  return visit.page({ title: pagesText(language).reports }, ReportsPage({ language, years }));
}

/** A year that something stands in the journal about. */
async function yearIn(visit: OneYear): Promise<number> {
  const year = readYear(visit.params.year) ?? missing();
  const span = await journalSpan(visit.tx);
  if (!span || !yearsBetween(span.first, span.last).includes(year)) missing();
  return year;
}

async function editionsIn(visit: OneYear, year: number): Promise<readonly EditionLine[]> {
  return (await editionLines(visit.tx)).filter((edition) => edition.year === year);
}

/** An edition, or with number 0 the figures and the story as they stand now. */
async function reportOf({ tx }: OneYear, year: number, number: number): Promise<Report> {
  if (number === 0)
    return { figures: await countYear(tx, year), story: (await storyOf(tx, year)).words, edition: null };
  const edition = (await editionOf(tx, year, number)) ?? missing();
  return { figures: edition.figures, story: edition.story, edition };
}

async function reportPage(visit: OneYear, notice: string | null = null): Promise<Response> {
  const { language, query } = visit;
  const year = await yearIn(visit);
  const editions = await editionsIn(visit, year);
  const wanted = query.get('udgave');
  const number = wanted === NOW ? 0 : wanted === null ? (editions[0]?.number ?? 0) : numberIn(wanted);
  const report = await reportOf(visit, year, number);
  return visit.page(
    { title: reportText(language).title(year), heading: false, wide: true, ...(notice ? { status: 422 } : {}) },
    ReportPage({ language, report, editions, may: { write: mayWriteReports(visit.actor) }, notice }),
  );
}

function numberIn(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : missing();
}

async function file(visit: OneYear): Promise<Response> {
  const { tx, language } = visit;
  const year = await yearIn(visit);
  const read = readForm(fileForm, visit.form);
  if (!read.ok) return reportPage(visit);
  const { form, edition } = read.value;
  if (form === 'pdf' && !typstAvailable()) return reportPage(visit, pagesText(language).wordOnly);
  const report = await reportOf(visit, year, edition);
  const head = printHead(await sealReport(tx, { year, edition: edition || null, form }));
  const command = `grobund journal verify --tenant ${tx.tenant.slug} --head ${head}`;
  const document = reportDocument(report, { language, day: tx.today, seal: { head, command } });
  const brand = brandOf(visit.tx.tenant, await ownOrganisation(visit.tx), visit.tx.origin);
  const name = fileName(report, form);
  if (form === 'docx') return visit.file({ bytes: await renderWord(document, brand), type: WORD, name });
  const pdf = await renderPdf(document, brand);
  if (!pdf.ok) throw new Error(`Cannot print the report of ${year}: ${pdf.refusal}`);
  return visit.file({ bytes: pdf.value, type: 'application/pdf', name });
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function storyPage(visit: OneYear, problems?: FormProblems): Promise<Response> {
  const { tx, language } = visit;
  const year = await yearIn(visit);
  const story = await storyOf(tx, year);
  const meanwhile = problems?.messages.some(({ message }) => message === pagesText(language).storyMeanwhile) ?? false;
  return visit.page(
    { title: pagesText(language).storyTitle(year), heading: false, status: problems ? 422 : 200 },
    StoryPage({ language, year, story, most: MOST_STORY, problems, meanwhile }),
  );
}

async function postStory(visit: OneYear): Promise<Response> {
  const { tx, language } = visit;
  const year = await yearIn(visit);
  const words = pagesText(language);
  const read = readForm(storyForm(language), visit.form);
  if (!read.ok) return storyPage(visit, read.refusal);
  const saved = await saveStory(tx, { year, ...read.value });
  if (!saved.ok) return storyPage(visit, problemIn(visit.form, 'words', words.storyMeanwhile));
  return visit.redirect(reportPlace({ year: String(year) }, { udgave: NOW }), words.storySaved);
}

async function publishPage(visit: OneYear, problems?: FormProblems): Promise<Response> {
  const { tx, language } = visit;
  const year = await yearIn(visit);
  const number = await nextNumber(tx, year);
  const running = countedTo(year, tx.today) < lastDay(year);
  return visit.page(
    { title: pagesText(language).publishTitle(year), heading: false, status: problems ? 422 : 200 },
    PublishPage({ language, year, number, running, problems }),
  );
}

async function postPublish(visit: OneYear): Promise<Response> {
  const { tx, language } = visit;
  const year = await yearIn(visit);
  const words = pagesText(language);
  const read = readForm(publishForm(language), visit.form);
  if (!read.ok) return publishPage(visit, read.refusal);
  const published = await publish(tx, { year, ...read.value });
  if (published.ok) return visit.redirect(reportPlace({ year: String(year) }), words.published(year));
  return published.refusal === 'reason_missing'
    ? publishPage(visit, problemIn(visit.form, 'reason', words.reasonMissing))
    : publishPage(visit, problemIn(visit.form, '', words.publishedMeanwhile));
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
