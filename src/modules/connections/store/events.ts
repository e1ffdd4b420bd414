import { sql } from 'kysely';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Entry } from '../rules/events.ts';

/** What the journal says of these kinds after a number, in its own order; what is about a person is left out. */
export async function entriesAfter(
  tx: TenantDb,
  kinds: readonly string[],
  asked: { readonly after: number; readonly limit: number; readonly only?: number },
): Promise<readonly Entry[]> {
  const { rows } = await sql<Omit<Entry, 'subject'> & { subject_kind: string; subject_id: string }>`
    select seq, at, kind, subject_kind, subject_id, thread_id as thread, facts
    from journal_entry
    where tenant_id = ${tx.tenant.id} and seq > ${asked.after} and kind = any(${[...kinds]}::text[])
      and subject_kind <> 'person' ${asked.only === undefined ? sql`` : sql`and seq = ${asked.only}`}
    order by seq limit ${asked.limit}
  `.execute(tx.sql);
  return rows.map(({ subject_kind, subject_id, ...row }) => ({
    ...row,
    subject: { kind: subject_kind, id: subject_id },
  }));
}

/** The number of the newest entry; 0 before the first. */
export async function newestSeq(tx: TenantDb): Promise<number> {
  const row = await tx.sql
    .selectFrom('journal_head')
    .select('seq')
    .where('tenant_id', '=', tx.tenant.id)
    .executeTakeFirst();
  return row?.seq ?? 0;
}
