import { formatMoment } from '../../../../kernel/format.ts';
import { readId } from '../../../../kernel/id.ts';
import { readFile } from '../../../../platform/files/files.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Web } from '../../../../platform/web/web.ts';
import { staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { namePhoto, removePhotos } from '../commands/photos.ts';
import { namingForm, onBehalfForm } from '../forms.ts';
import { isStray, type Photo } from '../rules/sheets.ts';
import { ROWS_A_PAGE, type Workshop } from '../rules/workshop.ts';
import { photoById, photoPage } from '../store/photos.ts';
import { editionsOf, sheetById, standingSheets } from '../store/sheets.ts';
import { tableById, tablesOf } from '../store/tables.ts';
import { photosText } from '../text/photos.ts';
import {
  ALL_SHOWN,
  checkPlace,
  flatPlace,
  namePhotoPlace,
  photoFilePlace,
  photosPlace,
  removePhotoPlace,
} from '../urls.ts';
import { PhotosPage } from '../views/photos.tsx';
import { sheetName } from '../views/sheets.tsx';
import { tableNames, themeName } from './names.ts';
import { type Of, run, runAt } from './seen.ts';
import { photoPost, receiveAll } from './sending.ts';
import { trailTo } from './workshops.tsx';

/** What was sent, for those who run it, and what came to them by SMS or e-mail. */
export function photoRoutes(web: Web): void {
  web.get(photosPlace, staff, async (visit) => photosPage(visit, await run(visit)));
  web.post(photosPlace, staff, postOnBehalf, photoPost(runAt));
  web.get(photoFilePlace, staff, (visit) => picture(visit, 'fileId'));
  web.get(flatPlace, staff, (visit) => picture(visit, 'flatFileId'));
  web.post(namePhotoPlace, staff, postName);
  web.post(removePhotoPlace, staff, postRemove);
}

async function photosPage(
  visit: Of,
  workshop: Workshop,
  problems?: FormProblems,
  unnamed: string | null = null,
): Promise<Response> {
  const { tx, language, query, page } = visit;
  const at = pageNumber(query);
  const [{ rows, more }, sheets, tables, editions] = await Promise.all([
    photoPage(tx, workshop.id, at),
    standingSheets(tx, workshop.id),
    tablesOf(tx, workshop.id),
    editionsOf(tx, workshop.id),
  ]);
  const names = await tableNames(tx, language, tables);
  const called = new Map(
    sheets.map((sheet) => {
      const table = sheet.tableId && names.get(sheet.tableId);
      return [sheet.id, [table, themeName(language, editions, sheet)].filter(Boolean).join(', ')] as const;
    }),
  );
  const view = PhotosPage({
    language,
    id: workshop.id,
    photos: rows.map((photo) => ({
      ...photo,
      shows: showsOf(photo, called, names),
      came: formatMoment(photo.uploadedAt, language),
    })),
    sheets: sheets.map((sheet) => ({
      value: sheet.id,
      label: `${sheetName(language, sheet)}: ${called.get(sheet.id) ?? ''}`,
    })),
    tables: tables.map(({ id }) => ({ value: id, label: names.get(id) ?? '' })),
    page: at,
    more,
    unnamed,
    problems,
  });
  const title = photosText(language).title;
  return page({ title, trail: trailTo(language, workshop), wide: true, status: problems ? 422 : 200 }, view);
}

function showsOf(
  { sheetId, tableId }: Photo,
  sheets: ReadonlyMap<string, string>,
  tables: ReadonlyMap<string, string>,
): string | null {
  return (sheetId && sheets.get(sheetId)) || (tableId && tables.get(tableId)) || null;
}

async function postOnBehalf(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const workshop = await run(visit);
  const read = readForm(onBehalfForm(language), form);
  if (!read.ok) return photosPage(visit, workshop, read.refusal);
  const { cameBy, table } = read.value;
  const known = table && (await tableById(tx, workshop.id, table));
  const received = await receiveAll(visit, workshop, { cameBy, tableId: known?.id ?? null });
  if (!received.ok) return photosPage(visit, workshop, problemIn(form, 'photos', received.refusal));
  return visit.redirect(photosPlace({ id: workshop.id }), photosText(language).received(received.value.length));
}

type OfPhoto = Omit<Of, 'params'> & { readonly params: { readonly id: string; readonly photo: string } };

async function photoIn(visit: OfPhoto): Promise<{ workshop: Workshop; photo: Photo }> {
  const workshop = await run(visit);
  const id = readId<'workshop_photo'>(visit.params.photo) ?? missing();
  return { workshop, photo: (await photoById(visit.tx, workshop.id, id)) ?? missing() };
}

async function picture(visit: OfPhoto, which: 'fileId' | 'flatFileId'): Promise<Response> {
  const { photo } = await photoIn(visit);
  const id = photo[which] ?? missing();
  return visit.file((await readFile(visit.tx, id)) ?? missing());
}

async function postName(visit: OfPhoto): Promise<Response> {
  const { tx, language, form } = visit;
  const { workshop, photo } = await photoIn(visit);
  const read = readForm(namingForm, form);
  if (!read.ok) return photosPage(visit, workshop, read.refusal, photo.id);
  const sheet = read.value.sheet && (await sheetById(tx, workshop.id, read.value.sheet));
  if (!sheet) return photosPage(visit, workshop, problemIn(form, 'sheet', photosText(language).sheetMissing), photo.id);
  if (!(await namePhoto(tx, workshop, photo, sheet)))
    return photosPage(visit, workshop, problemIn(form, '', photosText(language).readMeanwhile));
  return visit.redirect(checkPlace({ id: workshop.id, sheet: sheet.id }), photosText(language).named);
}

async function postRemove(visit: OfPhoto): Promise<Response> {
  if (visit.params.photo === ALL_SHOWN) return removeStrays(visit);
  const { workshop, photo } = await photoIn(visit);
  await removePhotos(visit.tx, workshop, [photo]);
  return removed(visit, workshop, 1);
}

/** What the page showed; of these nothing is taken away that has been seen to be a sheet meanwhile. */
async function removeStrays(visit: OfPhoto): Promise<Response> {
  const workshop = await run(visit);
  const ids = visit.form.getAll('billeder[]').flatMap((id) => readId<'workshop_photo'>(String(id)) ?? []);
  const shown = await Promise.all(ids.slice(0, ROWS_A_PAGE).map((id) => photoById(visit.tx, workshop.id, id)));
  const strays = shown.flatMap((photo) => (photo && isStray(photo) ? [photo] : []));
  await removePhotos(visit.tx, workshop, strays);
  return removed(visit, workshop, strays.length);
}

function removed(visit: Pick<Of, 'redirect' | 'language'>, { id }: Workshop, count: number): Response {
  return visit.redirect(photosPlace({ id }), photosText(visit.language).removed(count));
}
