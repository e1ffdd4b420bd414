import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { OnPicture, PhotoId } from '../rules/story.ts';

export async function insertPicture(
  tx: TenantDb,
  storyId: Id<'story'>,
  picture: {
    readonly fileId: Id<'file'>;
    readonly smallFileId: Id<'file'>;
    readonly alt: string;
    readonly people: OnPicture;
    readonly consent: string;
  },
): Promise<Id<'story_picture'>> {
  const row = await tx.sql
    .insertInto('story_picture')
    .values({
      tenant_id: tx.tenant.id,
      story_id: storyId,
      file_id: picture.fileId,
      small_file_id: picture.smallFileId,
      alt: picture.alt,
      people: picture.people,
      consent: picture.consent,
      on_day: tx.today,
      added_by: personIdOf(tx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Answers its files, which are to go with it; null where it was no picture of the story's own. */
export async function deletePicture(
  tx: TenantDb,
  storyId: Id<'story'>,
  id: PhotoId,
): Promise<readonly Id<'file'>[] | null> {
  const row = await tx.sql
    .deleteFrom('story_picture')
    .where('tenant_id', '=', tx.tenant.id)
    .where('story_id', '=', storyId)
    .where('id', '=', id as Id<'story_picture'>)
    .returning(['file_id', 'small_file_id'])
    .executeTakeFirst();
  return row ? [row.file_id, row.small_file_id] : null;
}
