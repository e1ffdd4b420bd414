import { brandOf } from '../../../../platform/documents/brand.ts';
import { renderPdf, typstAvailable } from '../../../../platform/documents/pdf.ts';
import { renderWord, WORD_TYPE } from '../../../../platform/documents/word.ts';
import type { Figure } from '../../../../platform/figures/figures.ts';
import { printHead } from '../../../../platform/journal/anchor.ts';
import { readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import type { Who } from '../../../../platform/web/who.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { mayReadReports, mayWriteReports } from '../access.ts';
import { countYear, readable, sealReport } from '../commands.ts';
import { fileForm } from '../forms.ts';
import { reportDocument } from '../letters/report.ts';
import { residentsPage } from '../letters/residents.ts';
import { type EditionLine, fileName, type Report } from '../rules/edition.ts';
import { readYear, yearsBetween } from '../rules/year.ts';
import { editionLines, editionOf, storyOf } from '../store/editions.ts';
import { journalSpan } from '../store/rows.ts';
import { pagesText } from '../text/pages.ts';
import { reportText } from '../text/report.ts';
import { filePlace, NOW, reportPlace, reportsPlace } from '../urls.ts';
import { ReportPage, ReportsPage } from '../views/report.tsx';

export const readers: Who = { name: 'staff, organisation_board', allows: mayReadReports };

/** The years, a year as it stands or was published, and the paper. */
export function readingRoutes(web: Web, figures: readonly Figure[]): void {
  web.get(reportsPlace, readers, list);
  web.get(reportPlace, readers, (visit) => reportPage(visit, figures));
  web.post(filePlace, readers, (visit) => file(visit, figures), { rate: { times: 30, minutes: 10 } });
}

export type OneYear = Omit<Visit, 'params'> & { readonly params: { readonly year: string } };

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
export async function yearIn(visit: OneYear): Promise<number> {
  const year = readYear(visit.params.year) ?? missing();
  const span = await journalSpan(visit.tx);
  if (!span || !yearsBetween(span.first, span.last).includes(year)) missing();
  return year;
}

async function editionsIn(visit: OneYear, year: number): Promise<readonly EditionLine[]> {
  return (await editionLines(visit.tx)).filter((edition) => edition.year === year);
}

/** An edition, or with number 0 the figures and the story as they stand now. */
async function reportOf({ tx }: OneYear, own: readonly Figure[], year: number, number: number): Promise<Report> {
  if (number === 0)
    return { figures: await countYear(tx, year, own), story: (await storyOf(tx, year)).words, edition: null };
  const edition = (await editionOf(tx, year, number)) ?? missing();
  return { figures: await readable(tx, edition.figures), story: edition.story, edition };
}

async function reportPage(visit: OneYear, own: readonly Figure[], notice: string | null = null): Promise<Response> {
  const { language, query } = visit;
  const year = await yearIn(visit);
  const editions = await editionsIn(visit, year);
  const wanted = query.get('udgave');
  const number = wanted === NOW ? 0 : wanted === null ? (editions[0]?.number ?? 0) : numberIn(wanted);
  const report = await reportOf(visit, own, year, number);
  return visit.page(
    { title: reportText(language).title(year), heading: false, wide: true, ...(notice ? { status: 422 } : {}) },
    ReportPage({ language, report, editions, may: { write: mayWriteReports(visit.actor) }, notice }),
  );
}

function numberIn(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : missing();
}

async function file(visit: OneYear, own: readonly Figure[]): Promise<Response> {
  const { tx, language } = visit;
  const year = await yearIn(visit);
  const read = readForm(fileForm, visit.form);
  if (!read.ok) return reportPage(visit, own);
  const { form, edition } = read.value;
  const asWord = form.endsWith('docx');
  if (!asWord && !typstAvailable()) return reportPage(visit, own, pagesText(language).wordOnly);
  const report = await reportOf(visit, own, year, edition);
  const head = printHead(await sealReport(tx, { year, edition: edition || null, form }));
  const command = `grobund journal verify --tenant ${tx.tenant.slug} --head ${head}`;
  const made = { language, day: tx.today };
  const document = form.startsWith('residents-')
    ? residentsPage(report, { ...made, origin: tx.origin.replace(/^https?:\/\//, '') })
    : reportDocument(report, { ...made, seal: { head, command } });
  const brand = await brandOf(visit.tx, await ownOrganisation(visit.tx));
  const name = fileName(report, form);
  if (asWord) return visit.file({ bytes: await renderWord(document, brand), type: WORD_TYPE, name });
  const pdf = await renderPdf(document, brand);
  if (!pdf.ok) throw new Error(`Cannot print the report of ${year}: ${pdf.refusal}`);
  return visit.file({ bytes: pdf.value, type: 'application/pdf', name });
}
