import { actingPerson } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { deleteFile, type FileRefusal } from '../../../../platform/files/files.ts';
import { saveInTwoSizes } from '../../../../platform/files/two-sizes.ts';
import type { ApplicationId } from '../rules/case.ts';
import { feedbackRefusal, MOST_PHOTOS, type OnPhoto, type Photo } from '../rules/feedback.ts';
import { endOf } from '../store/cases.ts';
import { deletePhoto, insertPhoto, insertShowing, photoById, photosOf } from '../store/photos.ts';
import { caseIn } from './ending.ts';
import { write } from './entries.ts';

export interface NewPhoto {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly alt: string;
  readonly people: OnPhoto;
  readonly mayBePublic: boolean;
  /** The words that were agreed to, in the language they were read in. */
  readonly consent: string;
}

export type PhotoRefusal = FileRefusal | 'too_many' | 'not_yet';

/** A picture, without the camera's place and time, in two sizes. */
export async function addPhoto(
  tx: TenantDb,
  id: ApplicationId,
  photo: NewPhoto,
): Promise<Outcome<Id<'fund_photo'>, PhotoRefusal>> {
  const one = await caseIn(tx, id);
  if (feedbackRefusal(one, await endOf(tx, id), tx.today)) return refused('not_yet');
  if ((await photosOf(tx, id)).length >= MOST_PHOTOS) return refused('too_many');
  const kept = await saveInTwoSizes(tx, { ...photo, purpose: 'fund_photo' });
  if (!kept.ok) return kept;
  const { alt, people, mayBePublic, consent } = photo;
  const photoId = await insertPhoto(tx, {
    applicationId: id,
    fileId: kept.value.large,
    smallFileId: kept.value.small,
    alt,
    people,
    mayBePublic,
    consent,
  });
  write(tx, one, 'photo_added', { photo: photoId });
  return ok(photoId);
}

/** Somebody does not want it any more: row, picture and small picture are gone, from every page at once. */
export async function takePhotoBack(tx: TenantDb, id: ApplicationId, photoId: Id<'fund_photo'>): Promise<boolean> {
  const photo = await photoOfCase(tx, id, photoId);
  if (!photo) return false;
  await deletePhoto(tx, photo.id);
  await deleteFile(tx, photo.fileId);
  await deleteFile(tx, photo.smallFileId);
  write(tx, await caseIn(tx, id), 'photo_removed', { photo: photo.id });
  return true;
}

/** Staff have looked at it, and say whether everybody may. Never against the wish of those on it. */
export async function showPhoto(
  tx: TenantDb,
  id: ApplicationId,
  photoId: Id<'fund_photo'>,
  shown: boolean,
): Promise<boolean> {
  const photo = await photoOfCase(tx, id, photoId);
  if (!photo || (shown && !photo.mayBePublic)) return false;
  await insertShowing(tx, { photoId: photo.id }, shown, actingPerson(tx));
  write(tx, await caseIn(tx, id), shown ? 'photo_shown' : 'photo_hidden', { photo: photo.id });
  return true;
}

async function photoOfCase(tx: TenantDb, id: ApplicationId, photoId: Id<'fund_photo'>): Promise<Photo | null> {
  const photo = await photoById(tx, photoId);
  return photo?.applicationId === id ? photo : null;
}
