import { type CellValue, writeXlsx } from '../../../../engines/table/write-table.ts';
import { personIdOf } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import { brandOf } from '../../../../platform/documents/brand.ts';
import { renderPdf } from '../../../../platform/documents/pdf.ts';
import type { ReportSpec } from '../../../../platform/documents/spec.ts';
import { readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { signedIn, staff } from '../../../../platform/web/who.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { giveBack, release } from '../commands/planning.ts';
import { type Room, roomOf } from '../commands/room.ts';
import { returnsForm } from '../forms/plan.ts';
import { type Counted, type Own, ownReport, resultReport } from '../letters/result.ts';
import { returnBy } from '../rules/after.ts';
import { type Invitation, isTheirs } from '../rules/plan.ts';
import { answersOfVoice, cellsOf, gapScore, mayCompare, voiceOf } from '../rules/result.ts';
import type { Table } from '../rules/sheets.ts';
import { fieldsOf } from '../rules/template.ts';
import type { Workshop } from '../rules/workshop.ts';
import { wordsOn } from '../store/answers.ts';
import { insightsOf } from '../store/insights.ts';
import { invitationsFor, returnsOf } from '../store/plan.ts';
import { pledgeCounts } from '../store/pledges.ts';
import { quotesOf } from '../store/quotes.ts';
import { resultText } from '../text/results.ts';
import { ownSheetPlace, releasePlace, resultExcelPlace, resultPdfPlace, resultPlace, returnedPlace } from '../urls.ts';
import { ResultPage } from '../views/result.tsx';
import { voiceNames } from './names.ts';
import { type Of, run, seen } from './seen.ts';
import { trailTo } from './workshops.tsx';

/** What a room of people wants, on the page and on paper. */
export function resultRoutes(web: Web): void {
  web.get(resultPlace, signedIn, resultPage);
  web.get(resultPdfPlace, signedIn, totalPdf);
  web.get(resultExcelPlace, staff, excel);
  web.get(ownSheetPlace, signedIn, ownPdf);
  web.post(releasePlace, staff, postRelease);
  web.post(returnedPlace, staff, postReturned);
}

async function resultPage(visit: Of): Promise<Response> {
  const { tx, actor, language, page } = visit;
  const { workshop, seat } = await seen(visit);
  const { id } = workshop;
  const personId = personIdOf(actor);
  const [room, said, returned, invitations] = await Promise.all([
    roomOf(tx, workshop),
    saidAt(visit, workshop),
    returnsOf(tx, id),
    personId && !seat.host ? invitationsFor(tx, id, personId) : [],
  ]);
  const names = await voiceNames(tx, language, room.tables);
  const mine = seat.host ? firstOfEach(room.tables) : ownTables(room.tables, invitations);
  const view = ResultPage({
    language,
    id,
    lang: workshop.template.lang,
    result: seat.host ? room.result : room.open,
    tables: room.tables.length,
    shown: room.shown,
    waiting: room.waiting,
    host: seat.host,
    released: workshop.released,
    returnBy: returnBy(workshop),
    ...said,
    own: mine.map((table) => ({
      table: table.id,
      name: names.get(table.id) ?? '',
      returned: returned.has(table.id),
    })),
  });
  const title = resultText(language).title;
  return page({ title, trail: trailTo(language, workshop), wide: true, unlisted: true }, view);
}

/** Quotes that their tables have said yes to, what people take home, and how the first steps go. */
async function saidAt({ tx }: Pick<Visit, 'tx'>, { id }: Workshop) {
  const [quotes, insights, pledges] = await Promise.all([
    quotesOf(tx, id),
    insightsOf(tx, id, 'on the wall'),
    pledgeCounts(tx, id),
  ]);
  return {
    quotes: quotes.filter(({ approved }) => approved).map(({ quote }) => quote),
    insights: insights.map(({ words }) => words),
    pledges,
  };
}

/** One table for each voice: an organisation's first, and every mixed one. */
function firstOfEach(tables: readonly Table[]): readonly Table[] {
  return tables.filter((table, at) => tables.findIndex((other) => voiceOf(other) === voiceOf(table)) === at);
}

/** Those of somebody who is invited by name: their table, or their organisation's. */
export function ownTables(tables: readonly Table[], invitations: readonly Invitation[]): readonly Table[] {
  return firstOfEach(tables.filter((table) => invitations.some((one) => isTheirs(one, table))));
}

async function totalPdf(visit: Of): Promise<Response> {
  const { tx, language } = visit;
  const { workshop, seat } = await seen(visit);
  const room = await roomOf(tx, workshop);
  if (!seat.host && !(workshop.released && room.shown)) missing();
  const counted = { ...countedIn(visit, workshop, room), ...(seat.host ? {} : { result: room.open }) };
  const spec = resultReport(counted, await saidAt(visit, workshop), room.shown);
  return answerPdf(visit, spec, `${resultText(language).title} ${workshop.name}`);
}

/** By the page of somebody with an account; `table`: any table of theirs. */
async function ownPdf(
  visit: Omit<Of, 'params'> & { readonly params: { readonly id: string; readonly table: string } },
): Promise<Response> {
  const { tx, actor, params } = visit;
  const { workshop, seat } = await seen(visit);
  const room = await roomOf(tx, workshop);
  const id = readId<'workshop_table'>(params.table) ?? missing();
  const personId = personIdOf(actor);
  const mayHave = seat.host
    ? room.tables
    : workshop.released && personId
      ? ownTables(room.tables, await invitationsFor(tx, workshop.id, personId))
      : [];
  const table = mayHave.find((one) => one.id === id) ?? missing();
  return answerOwn(visit, workshop, room, table);
}

/** The answer of the voice that a table speaks for, as a PDF. */
export async function answerOwn(
  visit: Pick<Visit, 'tx' | 'language' | 'file'>,
  workshop: Workshop,
  room: Room,
  table: Table,
): Promise<Response> {
  const { tx, language } = visit;
  const voice = voiceOf(table);
  const theirs = new Set(room.tables.filter((one) => voiceOf(one) === voice).map(({ id }) => id));
  const names = await voiceNames(tx, language, room.tables);
  const own: Own = {
    who: names.get(table.id) ?? '',
    answers: answersOfVoice(room.tables, room.answers, voice),
    words: (await wordsOn(tx, workshop.id))
      .filter(({ tableId }) => tableId && theirs.has(tableId))
      .map(({ field, words }) => ({ field: fieldName(room, field, language), words })),
  };
  // It is theirs to keep, and to lay beside the wall: the others stand in it as on the wall.
  const spec = ownReport({ ...countedIn(visit, workshop, room), result: room.open }, own);
  return answerPdf(visit, spec, `${resultText(language).yourAnswer} ${own.who}`);
}

/** "De fysiske rammer", or the question that was asked: where words stood. */
export function fieldName({ templates }: Pick<Room, 'templates'>, id: string, language: Visit['language']): string {
  const newestFirst = templates.toReversed();
  const field = newestFirst.flatMap((template) => fieldsOf(template)).find((one) => one.id === id);
  const theme = newestFirst.flatMap(({ themes }) => themes).find((one) => id.startsWith(`${one.id}.`));
  return field?.text || theme?.title || resultText(language).theme;
}

function countedIn({ tx, language }: Pick<Visit, 'tx' | 'language'>, workshop: Workshop, room: Room): Counted {
  return { workshop, result: room.result, tables: room.tables.length, today: tx.today, language };
}

async function answerPdf(
  { tx, language, file }: Pick<Visit, 'tx' | 'language' | 'file'>,
  spec: ReportSpec,
  name: string,
): Promise<Response> {
  const printed = await renderPdf(spec, await brandOf(tx, await ownOrganisation(tx)));
  if (!printed.ok)
    return file({ bytes: resultText(language).noPdf, type: 'text/plain; charset=utf-8', name: `${name}.txt` });
  return file({ bytes: printed.value, type: 'application/pdf', name: `${name}.pdf` });
}

/** Theme by theme; each organisation in a column of its own where there are enough of them to hold up against each other. */
async function excel(visit: Of): Promise<Response> {
  const { tx, language, file } = visit;
  const workshop = await run(visit);
  const room = await roomOf(tx, workshop);
  const words = resultText(language);
  const names = await voiceNames(tx, language, room.tables);
  const voices = mayCompare(room.result) ? firstOfEach(room.tables) : [];
  const answers = voices.map((table) => answersOfVoice(room.tables, room.answers, voiceOf(table)));
  const titles = new Map(room.result.themes.map(({ id, title }) => [id, title]));
  const rows: CellValue[][] = [
    [words.theme, words.option, words.does, words.could, words.gap, ...voices.map(({ id }) => names.get(id) ?? '')],
    ...cellsOf(room.result).map((cell): CellValue[] => [
      titles.get(cell.theme) ?? '',
      cell.text,
      cell.does,
      cell.could,
      gapScore(cell),
      ...answers.map((said) => said.get(cell.field) ?? ''),
    ]),
  ];
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const name = `${resultText(language).title} ${workshop.name}.xlsx`;
  return file({ bytes: await writeXlsx(words.title, rows), type, name });
}

async function postRelease(visit: Of): Promise<Response> {
  const workshop = await run(visit);
  await release(visit.tx, workshop);
  return visit.redirect(resultPlace({ id: workshop.id }), resultText(visit.language).released);
}

async function postReturned(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const workshop = await run(visit);
  const read = readForm(returnsForm, form);
  const wanted = new Set(read.ok ? read.value.tables : []);
  const known = (await roomOf(tx, workshop)).tables.filter(({ id }) => wanted.has(id));
  await giveBack(
    tx,
    workshop,
    known.map(({ id }) => id),
  );
  return visit.redirect(resultPlace({ id: workshop.id }), resultText(language).givenBack(known.length));
}
