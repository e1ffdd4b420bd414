import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { deleteFile, type FileRefusal, saveFile } from '../../../../platform/files/files.ts';
import { enqueue } from '../../../../platform/jobs/jobs.ts';
import { type CleanPhoto, cleanPhoto, type PhotoRefusal as Unclean } from '../../../../platform/sheets/clean-photo.ts';
import { JOBS } from '../rules/jobs.ts';
import { type CameBy, LONGEST_EDGE, MOST_PHOTO_BYTES, MOST_PHOTOS, type Photo, type Sheet } from '../rules/sheets.ts';
import type { Workshop } from '../rules/workshop.ts';
import {
  bringBack,
  insertPhoto,
  letGo,
  outlivedPhotos,
  photoCount,
  photoWithContent,
  setSheetOfPhoto,
} from '../store/photos.ts';
import { lockWorkshop } from '../store/workshops.ts';
import { sheetSettled, sheetWaits } from './closing.ts';
import { told } from './telling.ts';

/** A picture that was sent, made clean. */
export interface SentPhoto {
  readonly clean: CleanPhoto;
  readonly cameBy: CameBy;
  /** Whose it is, when the sender says. */
  readonly tableId: Id<'workshop_table'> | null;
}

export type PhotoRefusal = FileRefusal | Unclean | 'full';

/**
 * Writes a picture anew: turned as the camera was held, no larger than reading needs, and without place and time. It takes
 * its time, so it is done while no transaction is open, and those of the same `whose` wait for each other.
 */
export async function developPhoto(
  bytes: Uint8Array,
  name: string,
  whose: string,
): Promise<Outcome<CleanPhoto, PhotoRefusal>> {
  if (bytes.length > MOST_PHOTO_BYTES) return refused('too_large');
  return cleanPhoto({ bytes, name, longestEdge: LONGEST_EDGE }, whose);
}

/**
 * Takes a picture, and has it read. The same picture once more is the one that is there, or was confirmed; one that was
 * taken away for another reason comes anew.
 */
export async function receivePhoto(
  tx: TenantDb,
  workshop: Workshop,
  { clean, cameBy, tableId }: SentPhoto,
): Promise<Outcome<Id<'workshop_photo'>, PhotoRefusal>> {
  await lockWorkshop(tx, workshop.id);
  const sha256 = Buffer.from(clean.sha256);
  const known = await photoWithContent(tx, workshop.id, sha256);
  if (known && known.goneWhy !== 'removed' && known.goneWhy !== 'days') return ok(known.id);
  // What strangers have filled by the link is no hindrance to those who run it.
  const most = cameBy === 'link' ? MOST_PHOTOS : 2 * MOST_PHOTOS;
  if ((await photoCount(tx, workshop.id)) >= most) return refused('full');
  const file = await saveFile(tx, {
    bytes: clean.bytes,
    name: clean.name,
    purpose: 'sheet_photo',
    allow: ['jpeg', 'png', 'webp'],
    maxBytes: MOST_PHOTO_BYTES,
    pictures: 'as_sent',
  });
  if (!file.ok) return file;
  const photo = { workshopId: workshop.id, tableId, fileId: file.value.id, sha256, cameBy, by: personIdOf(tx.actor) };
  const id = known ? await bringBack(tx, known.id, photo) : await insertPhoto(tx, photo);
  await enqueue(tx, JOBS.read, { photo: id }, { key: id });
  told(tx, 'workshop.photo_sent', workshop.id, { photo: id, came: cameBy });
  return ok(id);
}

/** Staff see which sheet it is, where the reader did not: somebody must go through it. False when the reader has, or it is gone. */
export async function namePhoto(tx: TenantDb, workshop: Workshop, photo: Photo, sheet: Sheet): Promise<boolean> {
  if (!(await setSheetOfPhoto(tx, photo.id, sheet.id))) return false;
  await sheetWaits(tx, workshop);
  told(tx, 'workshop.photo_named', workshop.id, { photo: photo.id, sheet: sheet.id });
  return true;
}

export async function removePhotos(tx: TenantDb, workshop: Workshop, photos: readonly Photo[]): Promise<void> {
  await lockWorkshop(tx, workshop.id);
  for (const { id } of photos) {
    await takeAway(tx, id, 'removed');
    told(tx, 'workshop.photo_removed', workshop.id, { photo: id });
  }
  await sheetSettled(tx, workshop);
}

/** The picture's files go, what was read from it stays. */
export async function takeAway(
  tx: TenantDb,
  photo: Id<'workshop_photo'>,
  why: 'confirmed' | 'days' | 'removed',
): Promise<void> {
  for (const file of await letGo(tx, photo, why)) await deleteFile(tx, file);
}

/** Each night: pictures that nobody has confirmed go when their days are over. */
export async function forgetPhotos(tx: TenantDb): Promise<void> {
  const gone = new Map<Id<'workshop'>, number>();
  for (const { id, workshopId } of await outlivedPhotos(tx, A_NIGHT)) {
    await takeAway(tx, id, 'days');
    gone.set(workshopId, (gone.get(workshopId) ?? 0) + 1);
  }
  for (const [workshop, photos] of gone) told(tx, 'workshop.photos_forgotten', workshop, { photos });
}
const A_NIGHT = 1000;
