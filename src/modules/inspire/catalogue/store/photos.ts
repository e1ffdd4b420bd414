import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Card } from '../rules/card.ts';
import type { Photo } from '../rules/voices.ts';

function photos(tx: TenantDb) {
  return tx.sql
    .selectFrom('catalogue_photo')
    .select(['id', 'card_id as cardId', 'file_id as fileId', 'alt', 'credit'])
    .where('tenant_id', '=', tx.tenant.id);
}

export function photosOn(tx: TenantDb, cardId: Card['id']): Promise<readonly Photo[]> {
  return photos(tx).where('card_id', '=', cardId).orderBy('id').execute();
}

export async function photoById(tx: TenantDb, id: Photo['id']): Promise<Photo | null> {
  return (await photos(tx).where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function insertPhoto(tx: TenantDb, photo: Omit<Photo, 'id'>): Promise<Photo['id']> {
  const { id } = await tx.sql
    .insertInto('catalogue_photo')
    .values({
      tenant_id: tx.tenant.id,
      card_id: photo.cardId,
      file_id: photo.fileId,
      alt: photo.alt,
      credit: photo.credit,
      on_day: tx.today,
      added_by: personIdOf(tx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function deletePhoto(tx: TenantDb, id: Id<'catalogue_photo'>): Promise<void> {
  await tx.sql.deleteFrom('catalogue_photo').where('tenant_id', '=', tx.tenant.id).where('id', '=', id).execute();
}
