import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { ApplicationId } from '../rules/case.ts';
import type { OnPhoto, Photo } from '../rules/feedback.ts';

export async function photosOf(tx: TenantDb, id: ApplicationId): Promise<Photo[]> {
  const rows = await photoRows(tx).where('p.application_id', '=', id).orderBy('p.id').execute();
  return rows.map(toPhoto);
}

export async function photoById(tx: TenantDb, id: Id<'fund_photo'>): Promise<Photo | null> {
  const row = await photoRows(tx).where('p.id', '=', id).executeTakeFirst();
  return row ? toPhoto(row) : null;
}

export async function insertPhoto(
  tx: TenantDb,
  photo: Pick<Photo, 'applicationId' | 'fileId' | 'smallFileId' | 'alt' | 'people' | 'mayBePublic'> & {
    readonly consent: string;
  },
): Promise<Id<'fund_photo'>> {
  const { id } = await tx.sql
    .insertInto('fund_photo')
    .values({
      tenant_id: tx.tenant.id,
      application_id: photo.applicationId,
      file_id: photo.fileId,
      small_file_id: photo.smallFileId,
      alt: photo.alt,
      people: photo.people,
      consent: photo.consent,
      may_be_public: photo.mayBePublic,
      on_day: tx.today,
      added_by: personIdOf(tx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The row is gone, and with it every place that shows it; the files are the caller's to delete. */
export async function deletePhoto(tx: TenantDb, id: Id<'fund_photo'>): Promise<void> {
  await tx.sql.deleteFrom('fund_photo').where('tenant_id', '=', tx.tenant.id).where('id', '=', id).execute();
}

/** Staff say that everybody may see it, or that they may not any more. */
export async function insertShowing(
  tx: TenantDb,
  what: { readonly feedbackId: Id<'fund_feedback'> } | { readonly photoId: Id<'fund_photo'> },
  shown: boolean,
  by: Id<'person'>,
): Promise<void> {
  await tx.sql
    .insertInto('fund_showing')
    .values({
      tenant_id: tx.tenant.id,
      feedback_id: 'feedbackId' in what ? what.feedbackId : null,
      photo_id: 'photoId' in what ? what.photoId : null,
      shown,
      on_day: tx.today,
      shown_by: by,
    })
    .execute();
}

function photoRows(tx: TenantDb) {
  return tx.sql
    .selectFrom('fund_photo as p')
    .select(['p.id', 'p.application_id as applicationId', 'p.file_id as fileId', 'p.small_file_id as smallFileId'])
    .select(['p.alt', 'p.people', 'p.may_be_public as mayBePublic', 'p.on_day as on'])
    .select(
      sql<boolean>`p.may_be_public and coalesce((
        select x.shown from fund_showing x where x.tenant_id = p.tenant_id and x.photo_id = p.id
        order by x.id desc limit 1
      ), false)`.as('shown'),
    )
    .where('p.tenant_id', '=', tx.tenant.id);
}

function toPhoto(row: Omit<Photo, 'people'> & { readonly people: string }): Photo {
  return { ...row, people: row.people as OnPhoto };
}
