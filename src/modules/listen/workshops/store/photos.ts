import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Reading } from '../rules/checking.ts';
import type { CameBy, Photo, PhotoOutcome } from '../rules/sheets.ts';
import { ROWS_A_PAGE } from '../rules/workshop.ts';

const PHOTO = [
  'p.id',
  'p.sheet_id as sheetId',
  'p.table_id as tableId',
  'p.file_id as fileId',
  'p.flat_file_id as flatFileId',
  'p.came_by as cameBy',
  'p.outcome',
  'p.reason',
  'p.uploaded_at as uploadedAt',
] as const;

/** All pictures of the house, to ask among. */
export function photos(tx: TenantDb) {
  return tx.sql
    .selectFrom('workshop_photo as p')
    .select([...PHOTO, sql<boolean>`p.gone_at is not null`.as('gone')])
    .where('p.tenant_id', '=', tx.tenant.id);
}

/** The newest first, a page of them. */
export async function photoPage(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  page: number,
): Promise<{ rows: Photo[]; more: boolean }> {
  const found = await photos(tx)
    .where('p.workshop_id', '=', workshop)
    .orderBy('p.id', 'desc')
    .limit(ROWS_A_PAGE + 1)
    .offset((page - 1) * ROWS_A_PAGE)
    .execute();
  return { rows: found.slice(0, ROWS_A_PAGE), more: found.length > ROWS_A_PAGE };
}

export async function photoById(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  id: Id<'workshop_photo'>,
): Promise<Photo | null> {
  return (await photos(tx).where('p.workshop_id', '=', workshop).where('p.id', '=', id).executeTakeFirst()) ?? null;
}

/** A picture wherever it belongs, for the job that reads it. */
export async function anyPhoto(
  tx: TenantDb,
  id: Id<'workshop_photo'>,
): Promise<(Photo & { readonly workshopId: Id<'workshop'> }) | null> {
  const row = await photos(tx).select('p.workshop_id as workshopId').where('p.id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** How many are kept; what has gone takes no room. */
export async function photoCount(tx: TenantDb, workshop: Id<'workshop'>): Promise<number> {
  const row = await tx.sql
    .selectFrom('workshop_photo')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .where('gone_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Why a picture's files are gone. */
type GoneWhy = 'confirmed' | 'days' | 'removed';

/** The one that was sent before with the same content; null when there is none. */
export async function photoWithContent(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  sha256: Buffer,
): Promise<{ readonly id: Id<'workshop_photo'>; readonly goneWhy: GoneWhy | null } | null> {
  const row = await tx.sql
    .selectFrom('workshop_photo')
    .select(['id', 'gone_why as goneWhy'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row ?? null;
}

interface NewPhoto {
  readonly workshopId: Id<'workshop'>;
  readonly tableId: Id<'workshop_table'> | null;
  readonly fileId: Id<'file'> | null;
  readonly sha256: Buffer;
  readonly cameBy: CameBy;
  readonly by: Id<'person'> | null;
}

/** A picture that was taken away is sent again: it waits to be read, as if it had never been here. Its id. */
export async function bringBack(
  tx: TenantDb,
  id: Id<'workshop_photo'>,
  photo: NewPhoto,
): Promise<Id<'workshop_photo'>> {
  await tx.sql
    .deleteFrom('workshop_reading')
    .where('tenant_id', '=', tx.tenant.id)
    .where('photo_id', '=', id)
    .execute();
  await tx.sql
    .updateTable('workshop_photo')
    .set({
      ...{ sheet_id: null, table_id: photo.tableId, file_id: photo.fileId, came_by: photo.cameBy },
      ...{ outcome: null, reason: '', ms: null, read_at: null, gone_at: null, gone_why: null },
      ...{ uploaded_at: tx.now, uploaded_by: photo.by },
    })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
  return id;
}

export async function insertPhoto(tx: TenantDb, photo: NewPhoto): Promise<Id<'workshop_photo'>> {
  const row = await tx.sql
    .insertInto('workshop_photo')
    .values({
      tenant_id: tx.tenant.id,
      workshop_id: photo.workshopId,
      table_id: photo.tableId,
      file_id: photo.fileId,
      sha256: photo.sha256,
      came_by: photo.cameBy,
      uploaded_at: tx.now,
      uploaded_by: photo.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** What came of reading it. False when it is read already, or gone. */
export async function saveReading(
  tx: TenantDb,
  id: Id<'workshop_photo'>,
  read: {
    readonly outcome: PhotoOutcome;
    readonly reason: string;
    readonly sheetId: Id<'workshop_sheet'> | null;
    readonly flatFileId: Id<'file'> | null;
    readonly ms: number;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('workshop_photo')
    .set({
      outcome: read.outcome,
      reason: read.reason,
      sheet_id: read.sheetId,
      flat_file_id: read.flatFileId,
      ms: Math.round(read.ms),
      read_at: tx.now,
    })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .where('gone_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertReadings(
  tx: TenantDb,
  photo: Id<'workshop_photo'>,
  readings: readonly Reading[],
): Promise<void> {
  if (readings.length === 0) return;
  await tx.sql
    .insertInto('workshop_reading')
    .values(readings.map((one) => ({ tenant_id: tx.tenant.id, photo_id: photo, ...one })))
    .execute();
}

export async function readingsOf(tx: TenantDb, photo: Id<'workshop_photo'>): Promise<Reading[]> {
  return tx.sql
    .selectFrom('workshop_reading')
    .select(['field', 'label', 'confidence'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('photo_id', '=', photo)
    .orderBy('field')
    .execute();
}

/** Somebody says which sheet it shows: that is a way of reading it too. False while the reader is at it, or when it has gone. */
export async function setSheetOfPhoto(
  tx: TenantDb,
  id: Id<'workshop_photo'>,
  sheet: Id<'workshop_sheet'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('workshop_photo')
    .set({ sheet_id: sheet, outcome: 'read' })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('outcome', 'is not', null)
    .where('gone_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The picture's row stays, its files are no longer its own. Answers them, to be deleted. */
export async function letGo(tx: TenantDb, id: Id<'workshop_photo'>, why: GoneWhy): Promise<Id<'file'>[]> {
  const { rows } = await sql<{ fileId: Id<'file'> | null; flatFileId: Id<'file'> | null }>`
    update workshop_photo p set file_id = null, flat_file_id = null, gone_at = ${tx.now}, gone_why = ${why}
    from workshop_photo before
    where p.tenant_id = ${tx.tenant.id} and p.id = ${id} and p.gone_at is null
      and before.tenant_id = p.tenant_id and before.id = p.id
    returning before.file_id as "fileId", before.flat_file_id as "flatFileId"`.execute(tx.sql);
  return rows.flatMap(({ fileId, flatFileId }) => [fileId, flatFileId].filter((one) => one !== null));
}

/** Pictures of a sheet that are still here. */
export async function keptPhotosOf(tx: TenantDb, sheet: Id<'workshop_sheet'>): Promise<Id<'workshop_photo'>[]> {
  const rows = await tx.sql
    .selectFrom('workshop_photo')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('sheet_id', '=', sheet)
    .where('gone_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Pictures of a sheet that were not good enough. */
export async function photosAgain(tx: TenantDb, sheet: Id<'workshop_sheet'>): Promise<Id<'workshop_photo'>[]> {
  const rows = await tx.sql
    .selectFrom('workshop_photo')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('sheet_id', '=', sheet)
    .where('outcome', '=', 'retake')
    .where('gone_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Pictures that have been here for as many days as their workshop keeps them. */
export async function outlivedPhotos(
  tx: TenantDb,
  limit: number,
): Promise<{ readonly id: Id<'workshop_photo'>; readonly workshopId: Id<'workshop'> }[]> {
  const { rows } = await sql<{ id: Id<'workshop_photo'>; workshopId: Id<'workshop'> }>`
    select p.id, p.workshop_id as "workshopId" from workshop_photo p
    join workshop w on w.tenant_id = p.tenant_id and w.id = p.workshop_id
    where p.tenant_id = ${tx.tenant.id} and p.gone_at is null
      and p.uploaded_at < ${tx.now}::timestamptz - make_interval(days => w.picture_days)
    order by p.uploaded_at limit ${limit}`.execute(tx.sql);
  return rows;
}
