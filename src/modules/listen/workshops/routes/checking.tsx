import { layOut } from '../../../../engines/sheet/layout.ts';
import { type Actor, personIdOf } from '../../../../kernel/actor.ts';
import { formatMoment } from '../../../../kernel/format.ts';
import { readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Web } from '../../../../platform/web/web.ts';
import { staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { checkSheet } from '../commands/checking.ts';
import { sheetForm } from '../forms.ts';
import { type Check, mayCheck, type Said, suggestionsFor, verdictOf } from '../rules/checking.ts';
import { contested, leading } from '../rules/several.ts';
import { type Photo, readTogether, type SheetStanding } from '../rules/sheets.ts';
import { fieldsOf, hasWords, themesOn } from '../rules/template.ts';
import { ROWS_A_PAGE, type Workshop } from '../rules/workshop.ts';
import { openChecks, saidOn } from '../store/checks.ts';
import { readingsOf } from '../store/photos.ts';
import { type Edition, editionsOf, sheetsToCheck, standingOf } from '../store/sheets.ts';
import { tableById, tablesOf } from '../store/tables.ts';
import { severalOf, witnessesOf } from '../store/witnesses.ts';
import { photosText } from '../text/photos.ts';
import { workshopsText } from '../text/workshops.ts';
import { checkingPlace, checkPlace, flatPlace, photoFilePlace } from '../urls.ts';
import { CheckingPage } from '../views/checking.tsx';
import { type FlatSheet, SheetPage, type SheetProps } from '../views/sheet.tsx';
import { sheetName } from '../views/sheets.tsx';
import { tableNames, themeName } from './names.ts';
import { type Of, run } from './seen.ts';
import { trailTo } from './workshops.tsx';

/** Going through what was read: a person says yes before anything counts. */
export function checkingRoutes(web: Web): void {
  web.get(checkingPlace, staff, list);
  web.get(checkPlace, staff, async (visit) => sheetPage(visit, await sheetIn(visit)));
  web.post(checkPlace, staff, postCheck);
}

async function list(visit: Of): Promise<Response> {
  const { tx, language, actor, page } = visit;
  const workshop = await run(visit);
  const [sheets, tables, editions, several] = await Promise.all([
    sheetsToCheck(tx, workshop.id, personIdOf(actor), ROWS_A_PAGE),
    tablesOf(tx, workshop.id),
    editionsOf(tx, workshop.id),
    severalOf(tx, workshop.id),
  ]);
  const names = await tableNames(tx, language, tables);
  const words = workshopsText(language);
  const view = CheckingPage({
    language,
    id: workshop.id,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      table: sheet.tableId ? (names.get(sheet.tableId) ?? '') : words.spare,
      theme: themeName(language, editions, sheet),
      pictures: several.get(sheet.id) ?? 1,
      mine: workshop.twoPeople && sheet.checks === 1 && sheet.mine,
    })),
  });
  const title = photosText(language).checkingTitle;
  return page({ title, trail: trailTo(language, workshop), wide: true }, view);
}

type OfSheet = Omit<Of, 'params'> & { readonly params: { readonly id: string; readonly sheet: string } };

interface Opened {
  readonly workshop: Workshop;
  readonly sheet: SheetStanding;
  readonly edition: Edition;
}

async function sheetIn(visit: OfSheet): Promise<Opened> {
  const workshop = await run(visit);
  const id = readId<'workshop_sheet'>(visit.params.sheet) ?? missing();
  const sheet = (await standingOf(visit.tx, workshop.id, id)) ?? missing();
  const editions = await editionsOf(visit.tx, workshop.id);
  return { workshop, sheet, edition: editions.find((one) => one.id === sheet.editionId) ?? missing() };
}

async function sheetPage(visit: OfSheet, opened: Opened, problems?: FormProblems): Promise<Response> {
  const { tx, language, actor, page } = visit;
  const { workshop, sheet, edition } = opened;
  const [witnesses, checks, tables] = await Promise.all([
    witnessesOf(tx, sheet.id),
    openChecks(tx, sheet.id),
    tablesOf(tx, workshop.id),
  ]);
  const fields = fieldsOf({ themes: themesOn(edition.template, sheet.paper, sheet.page) });
  const chosen = witnesses.find(({ id }) => id === visit.query.get('billede')) ?? null;
  const photo = chosen ?? leading(witnesses);
  const [readings, names, settled] = await Promise.all([
    photo ? photo.readings : sheet.photoId ? readingsOf(tx, sheet.photoId) : [],
    tableNames(tx, language, tables),
    sheet.confirmed ? saidOn(tx, sheet.id) : [],
  ]);
  const { mode, disputed, known } = modeOf(opened, checks, settled, actor);
  const differing = mode === 'first' ? contested(witnesses, settled) : new Map();
  const view = SheetPage({
    language,
    id: workshop.id,
    sheetId: sheet.id,
    // Who has chosen a picture goes by it; else what is said differently is asked.
    boxes: suggestionsFor(fields, readings, chosen ? undefined : differing),
    contested: differing,
    pictures: witnesses.map((one) => ({
      id: one.id,
      href: checkPlace({ id: workshop.id, sheet: sheet.id }, { billede: one.id }),
      cameBy: one.cameBy,
      came: formatMoment(one.uploadedAt, language),
      shown: one.id === photo?.id,
    })),
    wordFields: fields.filter(hasWords),
    lang: edition.template.lang,
    known,
    disputed,
    mode,
    changed: sheet.confirmed && sheet.changed,
    flat: photo?.flatFileId ? flatOf(opened, photo) : null,
    picture: photo?.fileId ? photoFilePlace({ id: workshop.id, photo: photo.id }) : null,
    tables: sheet.tableId ? null : tables.map(({ id }) => ({ value: id, label: names.get(id) ?? '' })),
    seen: sheet.confirmationId ?? '',
    problems,
  });
  const words = photosText(language);
  const trail = [
    ...trailTo(language, workshop),
    { href: checkingPlace({ id: workshop.id }), label: words.checkingTitle },
  ];
  const table = sheet.tableId ? names.get(sheet.tableId) : workshopsText(language).spare;
  const title = [table, themeName(language, [edition], sheet), sheetName(language, sheet)].filter(Boolean).join(', ');
  return page({ title, trail, wide: true, status: problems ? 422 : 200 }, view);
}

/** What the reader is to do here, and what stands in the fields when they come. */
function modeOf(
  { workshop, sheet }: Opened,
  checks: readonly Check[],
  settled: readonly Said[],
  actor: Actor,
): Pick<SheetProps, 'mode' | 'disputed' | 'known'> {
  const person = personIdOf(actor) ?? missing();
  const verdict = verdictOf(checks, workshop.twoPeople);
  if (verdict.kind === 'disputed')
    return { mode: 'settling', disputed: verdict.fields, known: checks.at(-1)?.said ?? [] };
  if (!mayCheck(checks, workshop.twoPeople, person)) return { mode: 'again', disputed: [], known: [] };
  if (sheet.confirmed && !sheet.changed) return { mode: 'correction', disputed: [], known: settled };
  // What one has said of it is not shown to the other: that is the point of two. Words that were copied once stay.
  return { mode: 'first', disputed: [], known: settled.map((said) => ({ ...said, answer: null })) };
}

function flatOf({ workshop, sheet, edition }: Opened, photo: Photo): FlatSheet | null {
  const laid = sheet.paper ? layOut(edition.template, sheet.paper, () => 0) : null;
  const page = laid?.ok ? laid.value[sheet.page] : undefined;
  if (!page) return null;
  return {
    href: flatPlace({ id: workshop.id, photo: photo.id }),
    page: page.page,
    places: new Map([...page.boxes, ...page.notes].map(({ id, x, y, w, h }) => [id, { x, y, w, h }])),
    lines: new Map(page.boxes.flatMap(({ id, text, words }) => (text === null ? [[id, words] as const] : []))),
  };
}

async function postCheck(visit: OfSheet): Promise<Response> {
  const { tx, language, form } = visit;
  const opened = await sheetIn(visit);
  const { workshop, sheet, edition } = opened;
  const fields = fieldsOf({ themes: themesOn(edition.template, sheet.paper, sheet.page) });
  const read = readForm(sheetForm(language, fields, false), form);
  if (!read.ok) return sheetPage(visit, opened, read.refusal);
  const table = readId<'workshop_table'>(String(form.get('table') ?? ''));
  const known = table && (await tableById(tx, workshop.id, table));
  const seen = readId<'workshop_confirmation'>(String(form.get('seen') ?? ''));
  const shown = String(form.get('pictures') ?? '');
  const confirming = {
    said: read.value,
    tableId: known?.id ?? null,
    seen,
    pictures: shown === '' ? null : readTogether(shown),
  };
  const checked = await checkSheet(tx, workshop, sheet, edition, confirming);
  const words = photosText(language);
  if (!checked.ok) {
    const [field, problem] = checked.refusal === 'whose' ? ['table', words.whoseMissing] : ['', words[checked.refusal]];
    return sheetPage(visit, await sheetIn(visit), problemIn(form, field, problem));
  }
  const said = { settled: words.settled, more: words.more, disputed: words.disputed }[checked.value];
  const to =
    checked.value === 'disputed'
      ? checkPlace({ id: workshop.id, sheet: sheet.id })
      : await nextAfter(visit, workshop, sheet);
  return visit.redirect(to, said);
}

/** Straight to the next sheet that this person can go through; to the list when there is none. */
async function nextAfter(visit: OfSheet, workshop: Workshop, sheet: SheetStanding) {
  const waiting = await sheetsToCheck(visit.tx, workshop.id, personIdOf(visit.actor), ROWS_A_PAGE);
  const next = waiting.find(({ id, mine }) => id !== sheet.id && !(workshop.twoPeople && mine));
  return next ? checkPlace({ id: workshop.id, sheet: next.id }) : checkingPlace({ id: workshop.id });
}
