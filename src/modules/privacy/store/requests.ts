import type { Channel } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Erasure, ExportRequest } from '../rules/requests.ts';

/** The copies that are being made or lie ready, the newest first. */
export async function exportsOf(tx: TenantDb, personId: Id<'person'>): Promise<readonly ExportRequest[]> {
  return exportRows(tx)
    .where('person_id', '=', personId)
    .where((where) => where.or([where('goes_at', 'is', null), where('goes_at', '>', tx.now)]))
    .orderBy('asked_at', 'desc')
    .limit(20)
    .execute();
}

export async function exportById(tx: TenantDb, id: Id<'privacy_export'>): Promise<ExportRequest | null> {
  return (await exportRows(tx).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The same, held until the transaction ends. */
export async function lockExport(tx: TenantDb, id: Id<'privacy_export'>): Promise<ExportRequest | null> {
  return (await exportRows(tx).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

function exportRows(tx: TenantDb) {
  return tx.sql
    .selectFrom('privacy_export')
    .select([
      'id',
      'person_id as personId',
      'asked_at as askedAt',
      'asked_by as askedBy',
      'channel',
      'language',
      'goes_at as goesAt',
    ])
    .where('tenant_id', '=', tx.tenant.id);
}

export async function insertExport(
  tx: TenantDb,
  wish: {
    readonly personId: Id<'person'>;
    readonly askedBy: Id<'person'> | null;
    readonly channel: Channel;
    readonly language: 'da' | 'en';
  },
): Promise<Id<'privacy_export'>> {
  const { id } = await tx.sql
    .insertInto('privacy_export')
    .values({
      tenant_id: tx.tenant.id,
      person_id: wish.personId,
      asked_at: tx.now,
      asked_by: wish.askedBy,
      channel: wish.channel,
      language: wish.language,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function keepPackage(
  tx: TenantDb,
  id: Id<'privacy_export'>,
  bytes: Uint8Array,
  goesAt: Date,
): Promise<void> {
  await tx.sql
    .updateTable('privacy_export')
    .set({ content: Buffer.from(bytes), made_at: tx.now, goes_at: goesAt })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** The package, while its days run. */
export async function packageOf(tx: TenantDb, id: Id<'privacy_export'>): Promise<Uint8Array | null> {
  const row = await tx.sql
    .selectFrom('privacy_export')
    .select('content')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('goes_at', '>', tx.now)
    .executeTakeFirst();
  return row?.content ?? null;
}

export async function insertFetch(tx: TenantDb, id: Id<'privacy_export'>, by: Id<'person'>): Promise<void> {
  await tx.sql
    .insertInto('privacy_export_fetch')
    .values({ tenant_id: tx.tenant.id, export_id: id, fetched_at: tx.now, fetched_by: by })
    .execute();
}

export async function insertErasure(
  tx: TenantDb,
  wish: {
    readonly personId: Id<'person'>;
    readonly askedBy: Id<'person'> | null;
    readonly channel: Channel;
    readonly dueOn: Day;
  },
): Promise<Id<'privacy_erasure'>> {
  const { id } = await tx.sql
    .insertInto('privacy_erasure')
    .values({
      tenant_id: tx.tenant.id,
      person_id: wish.personId,
      asked_at: tx.now,
      asked_by: wish.askedBy,
      channel: wish.channel,
      due_on: wish.dueOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function erasureRows(tx: TenantDb) {
  return tx.sql
    .selectFrom('privacy_erasure as e')
    .leftJoin('privacy_erasure_end as d', (join) =>
      join.onRef('d.tenant_id', '=', 'e.tenant_id').onRef('d.erasure_id', '=', 'e.id'),
    )
    .select((column) => [
      'e.id',
      'e.person_id as personId',
      'e.asked_at as askedAt',
      'e.asked_by as askedBy',
      'e.channel',
      'e.due_on as dueOn',
      'e.waits_for as waitsFor',
      'e.tried_on as triedOn',
      'd.result',
      column.fn.coalesce('d.words', column.val('')).as('words'),
    ])
    .where('e.tenant_id', '=', tx.tenant.id);
}

/** The person's latest wish to be forgotten, open or over. */
export async function erasureOf(tx: TenantDb, personId: Id<'person'>): Promise<Erasure | null> {
  const row = await erasureRows(tx)
    .where('e.person_id', '=', personId)
    .orderBy('e.asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The wishes that are open, the one due first at the top. */
export async function openErasures(tx: TenantDb, limit: number): Promise<readonly Erasure[]> {
  return erasureRows(tx).where('d.result', 'is', null).orderBy('e.due_on').orderBy('e.id').limit(limit).execute();
}

export async function erasureById(tx: TenantDb, id: Id<'privacy_erasure'>): Promise<Erasure | null> {
  return (await erasureRows(tx).where('e.id', '=', id).executeTakeFirst()) ?? null;
}

export async function noteWaiting(tx: TenantDb, id: Id<'privacy_erasure'>, codes: readonly string[]): Promise<void> {
  await tx.sql
    .updateTable('privacy_erasure')
    .set({ waits_for: [...codes], tried_on: tx.today })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** False when it had ended already. */
export async function endErasure(
  tx: TenantDb,
  id: Id<'privacy_erasure'>,
  end: { readonly result: 'done' | 'taken_back' | 'refused'; readonly words: string; readonly by: Id<'person'> | null },
): Promise<boolean> {
  const row = await tx.sql
    .insertInto('privacy_erasure_end')
    .values({
      tenant_id: tx.tenant.id,
      erasure_id: id,
      result: end.result,
      words: end.words,
      at: tx.now,
      ended_by: end.by,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'erasure_id']).doNothing())
    .returning('erasure_id')
    .executeTakeFirst();
  return row !== undefined;
}
