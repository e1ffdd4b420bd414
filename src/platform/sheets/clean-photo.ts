import { createHash } from 'node:crypto';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import { cleanPicture, PICTURES, type Picture } from '../files/clean-picture.ts';
import { kindOf, nameFits } from '../files/kinds.ts';
import { decodePhoto } from '../files/photo.ts';
import { jpegOf } from './jpeg.ts';
import { askRoom, TOO_SLOW } from './room.ts';

/** A photo written anew: turned as the camera was held, no larger than wanted, without place and time. Never HEIC. */
export interface CleanPhoto {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Of the photo as it was sent: the same photo again is known by it. */
  readonly sha256: Uint8Array;
}

export type PhotoRefusal =
  | 'kind_unknown'
  | 'kind_not_allowed'
  | 'not_what_the_name_says'
  | 'picture_broken'
  | 'picture_too_many_pixels'
  | 'picture_too_slow';

/** The largest photo of a telephone takes two or three seconds. */
const CLEANING_MS = 20_000;

/**
 * Makes a photo clean on the thread of the sheets, one after the other; those of the same `whose` wait for each other, and
 * take turns with the rest. Must be called while no transaction is open: others may be in front.
 */
export async function cleanPhoto(
  photo: { readonly bytes: Uint8Array; readonly name: string; readonly longestEdge: number },
  whose: string,
  most = CLEANING_MS,
): Promise<Outcome<CleanPhoto, PhotoRefusal>> {
  const cleaned = await askRoom<Outcome<CleanPhoto, PhotoRefusal>>({ kind: 'clean', ...photo }, most, whose);
  return cleaned === TOO_SLOW ? refused('picture_too_slow') : cleaned;
}

/** The work itself, on the thread. */
export async function cleanHere(
  bytes: Uint8Array,
  name: string,
  longestEdge: number,
): Promise<Outcome<CleanPhoto, PhotoRefusal>> {
  const kind = await kindOf(bytes, name);
  if (!kind) return refused('kind_unknown');
  if (!PICTURES.includes(kind)) return refused('kind_not_allowed');
  if (!nameFits(name, kind)) return refused('not_what_the_name_says');
  const picture = kind === 'heic' ? await fromHeic(bytes) : ok(bytes);
  if (!picture.ok) return picture;
  const as = kind === 'heic' ? 'jpeg' : (kind as Picture);
  const cleaned = await cleanPicture(picture.value, as, { longestEdge });
  if (!cleaned.ok) return cleaned;
  const called = kind === 'heic' ? name.replace(/\.\w+$/, '.jpg') : name;
  return ok({ bytes: cleaned.value, name: called, sha256: createHash('sha256').update(bytes).digest() });
}

/** HEIC is taken apart here and written anew as a JPEG. */
async function fromHeic(bytes: Uint8Array): Promise<Outcome<Uint8Array, PhotoRefusal>> {
  const photo = await decodePhoto(bytes);
  if (!photo.ok) return refused(photo.refusal === 'too-large' ? 'picture_too_many_pixels' : 'picture_broken');
  return ok(await jpegOf(photo.value));
}
