import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { VouchedWay } from '../rules/ways.ts';

/** Somebody who vouches for a person. Whose word it is, and the word itself, are no business of a page. */
export interface Identity {
  readonly id: Id<'sign_in_identity'>;
  readonly way: VouchedWay;
  readonly addedAt: Date;
  readonly lastUsedAt: Date;
}

/** As another party knows a person. */
export interface KnownAs {
  readonly way: VouchedWay;
  readonly issuer: string;
  readonly subject: string;
  readonly level: string;
}

interface FoundIdentity {
  readonly id: Id<'sign_in_identity'>;
  readonly personId: Id<'person'>;
  /** Added by somebody who had come in by paper: it is worth no more. */
  readonly onPaper: boolean;
}

export async function identitiesOf(tx: TenantDb, personId: Id<'person'>): Promise<Identity[]> {
  return tx.sql
    .selectFrom('sign_in_identity')
    .select(['id', 'way', 'added_at as addedAt', 'last_used_at as lastUsedAt'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .orderBy('id')
    .limit(20)
    .execute();
}

/** Whose it is; null for nobody here. */
export async function findIdentity(
  tx: TenantDb,
  { issuer, subject }: Pick<KnownAs, 'issuer' | 'subject'>,
): Promise<FoundIdentity | null> {
  const row = await tx.sql
    .selectFrom('sign_in_identity')
    .select(['id', 'person_id as personId', 'on_paper as onPaper'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row ?? null;
}

/** Null when somebody has it already, also when two came at once. */
export async function insertIdentity(
  tx: TenantDb,
  personId: Id<'person'>,
  { onPaper, ...known }: KnownAs & { readonly onPaper: boolean },
): Promise<Id<'sign_in_identity'> | null> {
  const row = await tx.sql
    .insertInto('sign_in_identity')
    .values({
      tenant_id: tx.tenant.id,
      person_id: personId,
      ...known,
      on_paper: onPaper,
      added_at: tx.now,
      last_used_at: tx.now,
    })
    .onConflict((clash) => clash.columns(['tenant_id', 'issuer', 'subject']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function markIdentityUsed(tx: TenantDb, id: Id<'sign_in_identity'>, level: string): Promise<void> {
  await tx.sql
    .updateTable('sign_in_identity')
    .set({ last_used_at: tx.now, level })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Null when the person has none by that id. */
export async function deleteIdentity(
  tx: TenantDb,
  personId: Id<'person'>,
  id: Id<'sign_in_identity'>,
): Promise<VouchedWay | null> {
  const row = await tx.sql
    .deleteFrom('sign_in_identity')
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .returning('way')
    .executeTakeFirst();
  return row?.way ?? null;
}

/** All that these people have been vouched for by in that way. */
export async function deleteVouched(tx: TenantDb, ids: readonly Id<'person'>[], way: VouchedWay): Promise<void> {
  await tx.sql
    .deleteFrom('sign_in_identity')
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', 'in', ids)
    .where('way', '=', way)
    .execute();
}

/** The grants that the directory gave by this identity. */
export async function directoryGrants(
  tx: TenantDb,
  identityId: Id<'sign_in_identity'>,
): Promise<{ readonly grantId: Id<'role_grant'>; readonly role: string }[]> {
  return tx.sql
    .selectFrom('directory_role as d')
    .innerJoin('role_grant as g', (join) =>
      join.onRef('g.tenant_id', '=', 'd.tenant_id').onRef('g.id', '=', 'd.grant_id'),
    )
    .select(['d.grant_id as grantId', 'g.role'])
    .where('d.tenant_id', '=', tx.tenant.id)
    .where('d.identity_id', '=', identityId)
    .where((where) => where.or([where('g.until_day', 'is', null), where('g.until_day', '>=', tx.today)]))
    .execute();
}

/** Who has grants of the directory, and has not signed in by it since then. */
export async function lapsedIdentities(
  tx: TenantDb,
  since: Date,
): Promise<{ readonly id: Id<'sign_in_identity'>; readonly personId: Id<'person'> }[]> {
  return tx.sql
    .selectFrom('sign_in_identity as i')
    .select(['i.id', 'i.person_id as personId'])
    .where('i.tenant_id', '=', tx.tenant.id)
    .where('i.last_used_at', '<', since)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('directory_role as d')
          .select('d.id')
          .whereRef('d.tenant_id', '=', 'i.tenant_id')
          .whereRef('d.identity_id', '=', 'i.id'),
      ),
    )
    .orderBy('i.id')
    .execute();
}

export async function insertDirectoryGrant(
  tx: TenantDb,
  identityId: Id<'sign_in_identity'>,
  grantId: Id<'role_grant'>,
): Promise<void> {
  await tx.sql
    .insertInto('directory_role')
    .values({ tenant_id: tx.tenant.id, identity_id: identityId, grant_id: grantId })
    .execute();
}

export async function deleteDirectoryGrant(tx: TenantDb, grantId: Id<'role_grant'>): Promise<void> {
  await tx.sql
    .deleteFrom('directory_role')
    .where('tenant_id', '=', tx.tenant.id)
    .where('grant_id', '=', grantId)
    .execute();
}
