import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { PublicPasskey } from '../../../platform/passkey/passkey.ts';

/** A passkey as its owner sees it. */
export interface Passkey {
  readonly id: Id<'passkey'>;
  readonly name: string;
  readonly addedAt: Date;
  readonly lastUsedAt: Date | null;
}

export async function passkeysOf(tx: TenantDb, personId: Id<'person'>): Promise<Passkey[]> {
  return tx.sql
    .selectFrom('passkey')
    .select(['id', 'name', 'added_at as addedAt', 'last_used_at as lastUsedAt'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .orderBy('id')
    .limit(50)
    .execute();
}

/** So that the browser does not make a second one on the same device. */
export async function credentialsOf(tx: TenantDb, personId: Id<'person'>): Promise<Uint8Array[]> {
  const rows = await tx.sql
    .selectFrom('passkey')
    .select('credential_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .limit(50)
    .execute();
  return rows.map((row) => row.credential_id);
}

/** False when that very key is registered already. */
export async function insertPasskey(
  tx: TenantDb,
  personId: Id<'person'>,
  key: PublicPasskey,
  { name, onPaper }: { readonly name: string; readonly onPaper: boolean },
): Promise<boolean> {
  const row = await tx.sql
    .insertInto('passkey')
    .values({
      tenant_id: tx.tenant.id,
      person_id: personId,
      credential_id: Buffer.from(key.credentialId),
      public_key: Buffer.from(key.publicKey),
      counter: key.counter,
      transports: [...key.transports],
      name,
      added_at: tx.now,
      on_paper: onPaper,
    })
    .onConflict((clash) => clash.columns(['tenant_id', 'credential_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Held until the transaction ends, so that its counter is right with two uses at once. */
export async function lockPasskey(
  tx: TenantDb,
  credentialId: Uint8Array,
): Promise<
  (PublicPasskey & { readonly id: Id<'passkey'>; readonly personId: Id<'person'>; readonly onPaper: boolean }) | null
> {
  const row = await tx.sql
    .selectFrom('passkey')
    .select([
      'id',
      'person_id as personId',
      'credential_id as credentialId',
      'public_key as publicKey',
      'counter',
      'transports',
      'on_paper as onPaper',
    ])
    .where('tenant_id', '=', tx.tenant.id)
    .where('credential_id', '=', Buffer.from(credentialId))
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function markPasskeyUsed(tx: TenantDb, id: Id<'passkey'>, counter: number): Promise<void> {
  await tx.sql
    .updateTable('passkey')
    .set({ counter, last_used_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** False when the person has none by that id. */
export async function renamePasskey(
  tx: TenantDb,
  personId: Id<'person'>,
  id: Id<'passkey'>,
  name: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('passkey')
    .set({ name })
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deletePasskey(tx: TenantDb, personId: Id<'person'>, id: Id<'passkey'>): Promise<boolean> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom('passkey')
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Every passkey of these people. */
export async function deletePasskeys(tx: TenantDb, ids: readonly Id<'person'>[]): Promise<void> {
  await tx.sql.deleteFrom('passkey').where('tenant_id', '=', tx.tenant.id).where('person_id', 'in', ids).execute();
}
