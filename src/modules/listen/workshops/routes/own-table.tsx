import { readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { type Asked, missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { enterAtTable } from '../commands/checking.ts';
import { layoutsToRead } from '../commands/printing.ts';
import { answerForTable } from '../commands/quoting.ts';
import { beginAtTable } from '../commands/table-codes.ts';
import { quoteAnswerForm } from '../forms/after.ts';
import { linkPhotoForm, sheetForm, tableCodeForm } from '../forms.ts';
import type { Said } from '../rules/checking.ts';
import { sentTogether, type Table } from '../rules/sheets.ts';
import { boxName, fieldsOf, isBox, themesOn } from '../rules/template.ts';
import { HELD_MINUTES, isOpen, type Workshop } from '../rules/workshop.ts';
import { isConfirmed } from '../store/answers.ts';
import { linkSeatsOf } from '../store/aside.ts';
import { saidOn } from '../store/checks.ts';
import { quoteById, quotesOfTable } from '../store/quotes.ts';
import { type Edition, editionOnPaper, editionsOf, telephonePages, telephoneSheet } from '../store/sheets.ts';
import { tableByCode } from '../store/tables.ts';
import { linkText } from '../text/link.ts';
import { wallText } from '../text/wall.ts';
import {
  linkPlace,
  linkTablePlace,
  tableLayoutsPlace,
  tablePhotoPlace,
  tablePlace,
  tableQuotePlace,
  tableQuotesPlace,
  tableSentPlace,
  tableSheetPlace,
} from '../urls.ts';
import { BeginPage, EntryPage, TablePage, TableQuotesPage } from '../views/own-table.tsx';
import { type AtTable, type ByLink, LinkShut, LOOKS, numberedTable, ownTable } from './seen.ts';
import { photoPost, receiveAll } from './sending.ts';
import { answerSent, nowTogether, type Way } from './sent.tsx';
import { kindly } from './shut.tsx';

const POSTS = { rate: { times: 600, minutes: 15 } };
/** Typing a table's code: a table mistypes it a few times, and no more. */
const TRIES = { rate: { times: 120, minutes: 15 } };

/** A table answers on its telephones, and says whether its words may be shown: by its own code, and by no other. */
export function ownTableRoutes(web: Web): void {
  web.get(
    linkTablePlace,
    anyone,
    kindly((visit: Numbered) => beginPage(visit)),
    LOOKS,
  );
  web.post(linkTablePlace, anyone, kindly(postBegin), TRIES);
  web.get(tablePlace, anyone, (visit) => tablePage(visit), LOOKS);
  web.post(tablePhotoPlace, anyone, postPhotos, { ...POSTS, ...photoPost(openAt) });
  web.get(tableSentPlace, anyone, sentPage, LOOKS);
  web.get(tableLayoutsPlace, anyone, layouts, LOOKS);
  web.get(tableSheetPlace, anyone, async (visit) => entryPage(visit, await entryIn(visit)), LOOKS);
  web.post(tableSheetPlace, anyone, postEntry, POSTS);
  web.get(tableQuotesPlace, anyone, quotesPage, LOOKS);
  web.post(tableQuotePlace, anyone, postQuote, POSTS);
}

type Numbered = Pick<ByLink, 'tx' | 'language' | 'form' | 'page' | 'redirect'> &
  Pick<Visit, 'held' | 'hold'> & { readonly params: { readonly code: string; readonly number: string } };

/** Whose the table is: whoever has its code, or, where it has none, the first who says so. */
async function beginPage(visit: Numbered, problems?: FormProblems): Promise<Response> {
  const { tx, language, page, held } = visit;
  const { workshop, table } = await numberedTable(visit);
  const { code } = workshop;
  if (table.code && held === table.code) return visit.redirect(tablePlace({ code: table.code }));
  if (!isOpen(workshop, tx.today)) return visit.redirect(linkPlace({ code }));
  if (workshop.linkClosed && table.code === null) throw new LinkShut('closed');
  const seats = await linkSeatsOf(tx, workshop.id);
  const byLink = seats.some(({ tableId, seated }) => seated && tableId === table.id);
  const view = BeginPage({ language, code, number: table.number, begun: table.code !== null, byLink, problems });
  const trail = [{ href: linkPlace({ code }, { bord: table.number }), label: workshop.name }];
  const title = linkText(language).tableTitle(table.number);
  return page({ title, trail, unlisted: true, status: problems ? 422 : 200 }, view);
}

async function postBegin(visit: Numbered): Promise<Response> {
  const { tx, language, form } = visit;
  const { workshop, table } = await numberedTable(visit);
  if (!isOpen(workshop, tx.today)) missing();
  const words = linkText(language);
  if (!form.has('kode')) {
    if (workshop.linkClosed) throw new LinkShut('closed');
    // One telephone begins for one table: else whoever has the link could sit down at all of them.
    if (await hasOther(visit, workshop)) return beginPage(visit, problemIn(form, '', words.hasTable));
    const begun = await beginAtTable(tx, workshop, table);
    return begun.ok ? enter(visit, begun.value, words.begun) : beginPage(visit, problemIn(form, 'kode', words.taken));
  }
  const read = readForm(tableCodeForm(language), form);
  if (!read.ok) return beginPage(visit, read.refusal);
  if (table.code !== read.value.kode) return beginPage(visit, problemIn(form, 'kode', words.tableCodeUnknown));
  return enter(visit, table.code);
}

/** Does this telephone answer for another table of the workshop already? */
async function hasOther({ tx, held }: Pick<Numbered, 'tx' | 'held'>, { id }: Workshop): Promise<boolean> {
  const other = held === null ? null : await tableByCode(tx, held);
  return other?.workshopId === id;
}

/** This telephone is the table's from now on. */
function enter(visit: Pick<Numbered, 'hold' | 'redirect'>, code: string, said?: string): Response {
  visit.hold(code, HELD_MINUTES);
  return visit.redirect(tablePlace({ code }), said);
}

async function tablePage(visit: AtTable, problems?: FormProblems): Promise<Response> {
  const { tx, language, page, held } = visit;
  const { workshop, table } = await ownTable(visit);
  const code = table.code ?? missing();
  if (held !== code) visit.hold(code, HELD_MINUTES);
  const { template, id: editionId } = await editionNow(tx, workshop, table);
  const [answered, quotes] = await Promise.all([
    editionId ? telephonePages(tx, { tableId: table.id, editionId }) : new Set<number>(),
    quotesOfTable(tx, workshop.id, table.id),
  ]);
  const view = TablePage({
    language,
    code,
    workshopCode: workshop.code,
    address: tx.origin + tablePlace({ code }),
    table,
    lang: template.lang,
    open: isOpen(workshop, tx.today),
    themes: template.themes.map(({ title }, at) => ({ title, answered: answered.has(at) })),
    asked: quotes.some(({ approved }) => approved === null),
    quotes: quotes.length,
    problems,
  });
  const words = linkText(language);
  const trail = [{ href: linkPlace({ code: workshop.code }, { bord: table.number }), label: workshop.name }];
  return page({ title: words.tableTitle(table.number), trail, unlisted: true, status: problems ? 422 : 200 }, view);
}

async function openTable(visit: Pick<AtTable, 'tx' | 'params'>): ReturnType<typeof ownTable> {
  const own = await ownTable(visit);
  return isOpen(own.workshop, visit.tx.today) ? own : missing();
}

const openAt = async ({ tx, params }: Asked) => (await openTable({ tx, params: { code: params.code ?? '' } })).workshop;

/** A picture by the table's own code: it is theirs, whatever becomes of the link. */
async function postPhotos(visit: AtTable): Promise<Response> {
  const { language, form, params } = visit;
  const { workshop, table } = await openTable(visit);
  const received = await receiveAll(visit, workshop, { cameBy: 'table', tableId: table.id });
  const read = readForm(linkPhotoForm, form);
  const { together, again } = read.ok ? read.value : { together: '', again: '' };
  if (!received.ok) {
    const problems = problemIn(form, 'photos', received.refusal);
    if (again === '') return tablePage(visit, problems);
    return answerSent(visit, workshop, together, wayAtTable(visit, { workshop, table }, together), { again, problems });
  }
  const photo = sentTogether(nowTogether(received.value, { together, again }));
  const { code } = params;
  return visit.redirect(tableSentPlace({ code, photo }), linkText(language).sent(received.value.length));
}

async function sentPage(
  visit: Omit<AtTable, 'params'> & { readonly params: { readonly code: string; readonly photo: string } },
): Promise<Response> {
  const own = await ownTable(visit);
  const { photo } = visit.params;
  return answerSent(visit, own.workshop, photo, wayAtTable(visit, own, photo));
}

function wayAtTable(
  visit: Pick<AtTable, 'language' | 'params'>,
  own: Pick<Entry, 'workshop' | 'table'>,
  photo: string,
): Way {
  const { code } = visit.params;
  const backTo = tablePlace({ code });
  return {
    ...{ action: tablePhotoPlace({ code }), here: tableSentPlace({ code, photo }), backTo },
    trail: trailTo(visit, own),
  };
}

/** For the reader in the browser, as by the link. */
async function layouts(visit: AtTable & Pick<Visit, 'file'>): Promise<Response> {
  const { workshop } = await openTable(visit);
  const found = await layoutsToRead(visit.tx, workshop);
  return visit.file({ bytes: JSON.stringify(found), type: 'application/json', name: 'ark.json', inline: true });
}

/** What is asked of those at a table: what stands on their paper, else the newest. Nothing is frozen by looking. */
async function editionNow(
  tx: Visit['tx'],
  workshop: Workshop,
  table: Table,
): Promise<{ readonly template: Edition['template']; readonly id: Edition['id'] | null }> {
  const known = (await editionOnPaper(tx, table.id)) ?? (await editionsOf(tx, workshop.id)).at(-1);
  return known ?? { template: workshop.template, id: null };
}

type AtSheet = Omit<AtTable, 'params'> & { readonly params: { readonly code: string; readonly page: string } };

interface Entry {
  readonly workshop: Workshop;
  readonly table: Table;
  readonly page: number;
  readonly template: Edition['template'];
  readonly known: readonly Said[];
  /** Those who run the workshop have confirmed it: from here it stands as it is. */
  readonly confirmed: boolean;
}

async function entryIn(visit: AtSheet): Promise<Entry> {
  const { tx, params } = visit;
  const { workshop, table } = await ownTable(visit);
  if (!isOpen(workshop, tx.today)) missing();
  const page = /^([1-9]|1[0-2])$/.test(params.page) ? Number(params.page) - 1 : missing();
  const { template, id } = await editionNow(tx, workshop, table);
  if (page >= template.themes.length) missing();
  const sheet = id && (await telephoneSheet(tx, { tableId: table.id, editionId: id, page }));
  const fields = fieldsOf({ themes: themesOn(template, null, page) }).map((field) => field.id);
  const confirmed = await isConfirmed(tx, table.id, fields);
  return { workshop, table, page, template, known: sheet ? await saidOn(tx, sheet.id) : [], confirmed };
}

async function entryPage(visit: AtSheet, entry: Entry, problems?: FormProblems): Promise<Response> {
  const { language, page } = visit;
  const { table, template } = entry;
  const [theme] = themesOn(template, null, entry.page);
  const code = table.code ?? missing();
  const view = EntryPage({
    language,
    code,
    page: entry.page + 1,
    fields: fieldsOf({ themes: theme ? [theme] : [] }),
    lang: template.lang,
    known: entry.known,
    confirmed: entry.confirmed,
    problems,
  });
  const trail = trailTo(visit, entry);
  return page({ title: theme?.title ?? '', trail, unlisted: true, status: problems ? 422 : 200 }, view);
}

function trailTo({ language }: Pick<AtTable, 'language'>, { workshop, table }: Pick<Entry, 'workshop' | 'table'>) {
  return [
    { href: linkPlace({ code: workshop.code }, { bord: table.number }), label: workshop.name },
    { href: tablePlace({ code: table.code ?? '' }), label: linkText(language).tableTitle(table.number) },
  ];
}

async function postEntry(visit: AtSheet): Promise<Response> {
  const { tx, language, form } = visit;
  const entry = await entryIn(visit);
  const { workshop, table, page, template } = entry;
  const fields = fieldsOf({ themes: themesOn(template, null, page) });
  const read = readForm(sheetForm(language, fields, true), form);
  if (!read.ok) return entryPage(visit, entry, read.refusal);
  const entered = await enterAtTable(tx, workshop, table, page, read.value);
  if (!entered.ok) {
    if (entered.refusal === 'code') missing();
    const [first] = fields.filter(isBox);
    const name = first ? boxName(first) : '';
    return entryPage(visit, entry, problemIn(form, name, linkText(language).confirmedHere));
  }
  return visit.redirect(tablePlace({ code: table.code ?? missing() }), linkText(language).saved);
}

async function quotesPage(visit: AtTable): Promise<Response> {
  const { tx, language, page } = visit;
  const { workshop, table } = await ownTable(visit);
  const quotes = await quotesOfTable(tx, workshop.id, table.id);
  const view = TableQuotesPage({ language, code: table.code ?? missing(), quotes });
  const title = wallText(language).quotesTitle(table.number);
  return page({ title, trail: trailTo(visit, { workshop, table }), unlisted: true }, view);
}

async function postQuote(
  visit: Omit<AtTable, 'params'> & { readonly params: { readonly code: string; readonly quote: string } },
): Promise<Response> {
  const { tx, language, form, params } = visit;
  const { workshop, table } = await ownTable(visit);
  const id = readId<'workshop_quote'>(params.quote) ?? missing();
  const quote = (await quoteById(tx, workshop.id, id)) ?? missing();
  const read = readForm(quoteAnswerForm, form);
  if (quote.tableId !== table.id || !read.ok || read.value.answer === 'remove') return missing();
  await answerForTable(tx, workshop, quote, read.value.answer === 'yes');
  return visit.redirect(tableQuotesPlace({ code: table.code ?? missing() }), wallText(language).quoteAnswered);
}
