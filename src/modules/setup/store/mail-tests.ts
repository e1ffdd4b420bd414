import { timingSafeEqual } from 'node:crypto';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { hashOfCode } from '../../../platform/secret/code.ts';

/** A mail to oneself; its code is known by its hash alone. */
export interface MailTest {
  readonly id: Id<'setup_mail_test'>;
  readonly personId: Id<'person'>;
  readonly askedAt: Date;
  readonly tries: number;
  readonly arrivedAt: Date | null;
}

export async function insertMailTest(tx: TenantDb, personId: Id<'person'>): Promise<Id<'setup_mail_test'>> {
  const row = await tx.sql
    .insertInto('setup_mail_test')
    .values({ tenant_id: tx.tenant.id, person_id: personId, asked_at: tx.now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The newest; null when none was asked for. */
export async function latestMailTest(tx: TenantDb): Promise<MailTest | null> {
  const row = await tx.sql
    .selectFrom('setup_mail_test')
    .select(['id', 'person_id as personId', 'asked_at as askedAt', 'tries', 'arrived_at as arrivedAt'])
    .where('tenant_id', '=', tx.tenant.id)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function mailTestById(tx: TenantDb, id: Id<'setup_mail_test'>): Promise<MailTest | null> {
  const row = await tx.sql
    .selectFrom('setup_mail_test')
    .select(['id', 'person_id as personId', 'asked_at as askedAt', 'tries', 'arrived_at as arrivedAt'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function keepMailCode(tx: TenantDb, id: Id<'setup_mail_test'>, code: string): Promise<void> {
  await tx.sql
    .updateTable('setup_mail_test')
    .set({ code_hash: hashOfCode(`${id} ${code}`) })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Does the code fit? Each try counts. */
export async function tryMailCode(tx: TenantDb, id: Id<'setup_mail_test'>, code: string): Promise<boolean> {
  const row = await tx.sql
    .updateTable('setup_mail_test')
    .set((set) => ({ tries: set('tries', '+', 1) }))
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .returning('code_hash')
    .executeTakeFirst();
  return row?.code_hash ? timingSafeEqual(row.code_hash, hashOfCode(`${id} ${code}`)) : false;
}

export async function markArrived(tx: TenantDb, id: Id<'setup_mail_test'>): Promise<void> {
  await tx.sql
    .updateTable('setup_mail_test')
    .set({ arrived_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

export async function forgetMailTests(tx: TenantDb): Promise<void> {
  await tx.sql.deleteFrom('setup_mail_test').where('tenant_id', '=', tx.tenant.id).execute();
}
