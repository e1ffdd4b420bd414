import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { deleteFile, type FileRefusal, saveFile } from '../../../../platform/files/files.ts';
import { record } from '../../../../platform/journal/journal.ts';
import { closeTurns, openTurn } from '../../../turns/public.ts';
import type { Card } from '../rules/card.ts';
import {
  answerBy,
  MOST_PHOTO_BYTES,
  MOST_PHOTOS,
  MOST_REMARKS,
  PHOTO_EDGE,
  type Photo,
  type Remark,
} from '../rules/voices.ts';
import { lockCard } from '../store/cards.ts';
import { deletePhoto, insertPhoto, photosOn } from '../store/photos.ts';
import { endRemark, insertRemark, remarksOn } from '../store/remarks.ts';

/** The editors want to know what the card asks of the caretakers. */
export async function askOperations(tx: TenantDb, id: Card['id']): Promise<void> {
  await openTurn(tx, {
    kind: 'catalogue.operations',
    subject: { kind: 'catalogue_card', id },
    assignee: { role: 'operations', departmentId: null },
    due: answerBy(tx.today),
  });
  note(tx, 'operations_asked', id);
}

/** What the caretakers say to it, from now on on the card and among the first steps of whoever begins it. */
export async function remark(
  tx: TenantDb,
  id: Card['id'],
  said: Pick<Remark, 'departmentId' | 'words'>,
): Promise<Outcome<Remark['id'], 'full'>> {
  await lockCard(tx, id);
  if ((await remarksOn(tx, id)).length >= MOST_REMARKS) return refused('full');
  const made = await insertRemark(tx, id, said);
  await closeTurns(tx, { kind: 'catalogue.operations', subject: { kind: 'catalogue_card', id } });
  note(tx, 'remarked', id);
  return ok(made);
}

/** It does not hold any more. False when it was gone. */
export async function takeRemarkAway(tx: TenantDb, id: Card['id'], remarkId: Remark['id']): Promise<boolean> {
  if (!(await endRemark(tx, id, remarkId))) return false;
  note(tx, 'remark_gone', id);
  return true;
}

/** A picture, without the camera's place and time. */
export async function addPhoto(
  tx: TenantDb,
  id: Card['id'],
  picture: { readonly bytes: Uint8Array; readonly name: string; readonly alt: string; readonly credit: string },
): Promise<Outcome<Photo['id'], FileRefusal | 'full'>> {
  await lockCard(tx, id);
  if ((await photosOn(tx, id)).length >= MOST_PHOTOS) return refused('full');
  const file = await saveFile(tx, {
    bytes: picture.bytes,
    name: picture.name,
    purpose: 'catalogue_photo',
    allow: ['jpeg', 'png', 'webp', 'heic'],
    maxBytes: MOST_PHOTO_BYTES,
    pictures: { longestEdge: PHOTO_EDGE },
  });
  if (!file.ok) return file;
  const { alt, credit } = picture;
  const photo = await insertPhoto(tx, { cardId: id, fileId: file.value.id, alt, credit });
  note(tx, 'photo_added', id, { photo });
  return ok(photo);
}

/** Somebody does not want it any more: it is gone from every page at once. */
export async function removePhoto(tx: TenantDb, { id, cardId, fileId }: Photo): Promise<void> {
  await deletePhoto(tx, id);
  await deleteFile(tx, fileId);
  note(tx, 'photo_gone', cardId, { photo: id });
}

function note(
  tx: TenantDb,
  what: string,
  id: Id<'catalogue_card'>,
  facts: Readonly<Record<string, string>> = {},
): void {
  record(tx, { kind: `catalogue.${what}`, subject: { kind: 'catalogue_card', id }, facts });
}
