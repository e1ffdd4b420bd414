import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Quote, StoryState, StoryWords } from '../rules/story.ts';

/** A story of an initiative that has none. Null when somebody began it at the same moment. */
export async function insertStory(
  tx: TenantDb,
  initiativeId: Id<'initiative'>,
  words: StoryWords,
): Promise<Id<'story'> | null> {
  const by = personIdOf(tx.actor);
  const row = await tx.sql
    .insertInto('story')
    .values({
      tenant_id: tx.tenant.id,
      initiative_id: initiativeId,
      heading: words.heading,
      lead: words.lead,
      body: words.body,
      begun_at: tx.now,
      begun_by: by,
      edited_at: tx.now,
      edited_by: by,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'initiative_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** False when somebody wrote in the meantime: then nothing is changed. */
export async function updateStory(
  tx: TenantDb,
  id: Id<'story'>,
  version: number,
  { heading, lead, body }: StoryWords,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('story')
    .set({ heading, lead, body, version: version + 1, edited_at: tx.now, edited_by: personIdOf(tx.actor) })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertState(tx: TenantDb, id: Id<'story'>, state: Exclude<StoryState, 'draft'>): Promise<void> {
  await tx.sql
    .insertInto('story_state')
    .values({
      tenant_id: tx.tenant.id,
      story_id: id,
      state,
      on_day: tx.today,
      at: tx.now,
      set_by: personIdOf(tx.actor),
    })
    .execute();
}

/** The story's quote from now on; null for none. `consent`: the words that were said yes to by whoever is named. */
export async function setQuote(
  tx: TenantDb,
  id: Id<'story'>,
  quote: (Quote & { readonly consent: string }) | null,
): Promise<void> {
  await tx.sql.deleteFrom('story_quote').where('tenant_id', '=', tx.tenant.id).where('story_id', '=', id).execute();
  if (!quote) return;
  await tx.sql
    .insertInto('story_quote')
    .values({
      tenant_id: tx.tenant.id,
      story_id: id,
      said: quote.said,
      name: quote.name,
      person_id: quote.personId,
      consent: quote.name === '' ? '' : quote.consent,
      on_day: tx.today,
      noted_by: personIdOf(tx.actor),
    })
    .execute();
}

/** A form that was opened before this moment cannot put back what was taken out. */
export async function outdateForms(tx: TenantDb, id: Id<'story'>): Promise<void> {
  await tx.sql
    .updateTable('story')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Nobody is named any more. False when nobody was. */
export async function dropName(tx: TenantDb, id: Id<'story'>): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('story_quote')
    .set({ name: '', consent: '', person_id: null })
    .where('tenant_id', '=', tx.tenant.id)
    .where('story_id', '=', id)
    .where('name', '<>', '')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** These pictures and no others. One that was chosen before keeps the yes it was chosen with. */
export async function setPhotos(
  tx: TenantDb,
  id: Id<'story'>,
  photos: readonly { readonly id: Id<'fund_photo'>; readonly consent: string }[],
): Promise<void> {
  const chosen = photos.map((photo) => photo.id);
  await sql`
    delete from story_photo where tenant_id = ${tx.tenant.id} and story_id = ${id} and photo_id <> all(${chosen}::uuid[])
  `.execute(tx.sql);
  for (const photo of photos) {
    await tx.sql
      .insertInto('story_photo')
      .values({
        tenant_id: tx.tenant.id,
        story_id: id,
        photo_id: photo.id,
        consent: photo.consent,
        on_day: tx.today,
        chosen_by: personIdOf(tx.actor),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** False when it was not in the story. */
export async function dropPhoto(tx: TenantDb, id: Id<'story'>, photoId: Id<'fund_photo'>): Promise<boolean> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom('story_photo')
    .where('tenant_id', '=', tx.tenant.id)
    .where('story_id', '=', id)
    .where('photo_id', '=', photoId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
