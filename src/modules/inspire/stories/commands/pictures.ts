import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { deleteFile, type FileRefusal } from '../../../../platform/files/files.ts';
import { saveInTwoSizes } from '../../../../platform/files/two-sizes.ts';
import { MOST, type OnPicture, type PhotoId } from '../rules/story.ts';
import { dropPhoto, outdateForms } from '../store/changes.ts';
import { deletePicture, insertPicture } from '../store/pictures.ts';
import { held, note } from './entries.ts';

export interface NewPicture {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly alt: string;
  readonly people: OnPicture;
  /** The words that were agreed to, in the language they were read in. */
  readonly consent: string;
}

export type PictureRefusal = FileRefusal | 'too_many';

/** A picture of the story's own, without the camera's place and time, in two sizes. It is in the story at once. */
export async function addPicture(
  tx: TenantDb,
  id: Id<'story'>,
  picture: NewPicture,
): Promise<Outcome<Id<'story_picture'>, PictureRefusal>> {
  const story = await held(tx, id);
  if (story.photos.length >= MOST.photos) return refused('too_many');
  const kept = await saveInTwoSizes(tx, { ...picture, purpose: 'story_picture' });
  if (!kept.ok) return kept;
  const { alt, people, consent } = picture;
  const { large: fileId, small: smallFileId } = kept.value;
  const added = await insertPicture(tx, id, { fileId, smallFileId, alt, people, consent });
  note(tx, 'picture_added', story, { picture: added });
  return ok(added);
}

/**
 * Somebody on it says no again. A picture of the story's own is deleted; one of a case stays there, where it can be deleted. False when it
 * was not in the story.
 */
export async function takePhotoOut(tx: TenantDb, id: Id<'story'>, photoId: PhotoId): Promise<boolean> {
  const story = await held(tx, id);
  const files = await deletePicture(tx, id, photoId);
  for (const file of files ?? []) await deleteFile(tx, file);
  if (!files && !(await dropPhoto(tx, id, photoId as Id<'fund_photo'>))) return false;
  await outdateForms(tx, id);
  note(tx, 'photo_out', story, { photo: photoId });
  return true;
}
