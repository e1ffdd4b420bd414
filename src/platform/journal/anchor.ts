import { sql } from 'kysely';
import type { TenantDb } from '../db/tenant-db.ts';
import { hex } from './chain.ts';

/** The end of a tenant's chain, as it is told outside the journal. */
export interface Head {
  readonly seq: number;
  /** Lower-case hex, 64 characters; from a printed head the first 16. */
  readonly hash: string;
}

/**
 * The end of the chain to print in a letter (the weekly digest, the yearly report): who rewrites the journal later would
 * have to collect the letters too. Also kept in a table. Null while nothing has happened.
 */
export async function anchorJournal(tx: TenantDb, toldIn: string): Promise<Head | null> {
  const head = await tx.sql.selectFrom('journal_head').select(['seq', 'hash']).executeTakeFirst();
  if (!head || head.seq === 0) return null;
  await sql`
    insert into journal_anchor (seq, hash, told_in, told_at)
    select ${head.seq}, ${head.hash}, ${toldIn}, ${tx.now}
    where not exists (select from journal_anchor where seq = ${head.seq} and told_in = ${toldIn})`.execute(tx.sql);
  return { seq: head.seq, hash: hex(head.hash) };
}

/** `1204:9f86d081884c7d65`, for print. */
export function printHead({ seq, hash }: Head): string {
  return `${seq}:${hash.slice(0, 16)}`;
}

/** Reads a printed head, whole or cut to at least 16 characters. Null when it is none. */
export function readHead(text: string): Head | null {
  const match = /^(\d{1,15}):([0-9a-f]{16,64})$/.exec(text.trim().toLowerCase());
  return match ? { seq: Number(match[1]), hash: match[2] as string } : null;
}
