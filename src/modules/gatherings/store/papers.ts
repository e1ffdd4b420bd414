import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type Note, type Paper, ROWS_A_PAGE } from '../rules.ts';

/** The newest first, a page of them. */
export async function notesOf(tx: TenantDb, gathering: Id<'gathering'>): Promise<Note[]> {
  return tx.sql
    .selectFrom('gathering_note')
    .select(['id', 'person_id as personId', 'words', 'written_at as at'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('gathering_id', '=', gathering)
    .orderBy('id', 'desc')
    .limit(ROWS_A_PAGE)
    .execute();
}

export async function insertNote(
  tx: TenantDb,
  note: { readonly gatheringId: Id<'gathering'>; readonly personId: Id<'person'>; readonly words: string },
): Promise<void> {
  const { gatheringId, personId, words } = note;
  await tx.sql
    .insertInto('gathering_note')
    .values({ tenant_id: tx.tenant.id, gathering_id: gatheringId, person_id: personId, words, written_at: tx.now })
    .execute();
}

/** With `by`, only when that person wrote it. False when there is none. */
export async function deleteNote(
  tx: TenantDb,
  gathering: Id<'gathering'>,
  id: Id<'gathering_note'>,
  by: Id<'person'> | null,
): Promise<boolean> {
  const query = tx.sql
    .deleteFrom('gathering_note')
    .where('tenant_id', '=', tx.tenant.id)
    .where('gathering_id', '=', gathering)
    .where('id', '=', id);
  const { numDeletedRows } = await (by ? query.where('person_id', '=', by) : query).executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function papersOf(tx: TenantDb, gathering: Id<'gathering'>): Promise<Paper[]> {
  return papers(tx).where('gathering_id', '=', gathering).orderBy('id').limit(200).execute();
}

export async function paperById(
  tx: TenantDb,
  gathering: Id<'gathering'>,
  id: Id<'gathering_paper'>,
): Promise<Paper | null> {
  return (await papers(tx).where('gathering_id', '=', gathering).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** A paper wherever it lies, for who may see them all. */
export async function anyPaper(tx: TenantDb, id: Id<'gathering_paper'>): Promise<Paper | null> {
  return (await papers(tx).where('id', '=', id).executeTakeFirst()) ?? null;
}

function papers(tx: TenantDb) {
  return tx.sql
    .selectFrom('gathering_paper')
    .select(['id', 'file_id as fileId', 'title', 'added_at as addedOn'])
    .where('tenant_id', '=', tx.tenant.id);
}

export async function insertPaper(
  tx: TenantDb,
  paper: { readonly gatheringId: Id<'gathering'>; readonly fileId: Id<'file'>; readonly title: string },
  by: Id<'person'> | null,
): Promise<Id<'gathering_paper'>> {
  const { gatheringId, fileId, title } = paper;
  const row = await tx.sql
    .insertInto('gathering_paper')
    .values({
      tenant_id: tx.tenant.id,
      gathering_id: gatheringId,
      file_id: fileId,
      title,
      added_at: tx.now,
      added_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function deletePaper(tx: TenantDb, id: Id<'gathering_paper'>): Promise<void> {
  await tx.sql.deleteFrom('gathering_paper').where('tenant_id', '=', tx.tenant.id).where('id', '=', id).execute();
}
