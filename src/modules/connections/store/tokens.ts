import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Token, TokenId } from '../rules/tokens.ts';

const SHOWN = 100;

function tokens(tx: TenantDb) {
  return tx.sql
    .selectFrom('api_token as t')
    .leftJoin('api_token_end as e', (join) =>
      join.onRef('e.tenant_id', '=', 't.tenant_id').onRef('e.token_id', '=', 't.id'),
    )
    .select([
      't.id',
      't.name',
      't.areas',
      't.reason',
      't.made_at as madeAt',
      't.made_by as madeBy',
      't.expires_on as expiresOn',
      't.last_used_at as lastUsedAt',
      'e.ended_at as endedAt',
    ])
    .where('t.tenant_id', '=', tx.tenant.id);
}

/** Those that open first, so that none of them hides behind the closed; the newest first. */
export function allTokens(tx: TenantDb): Promise<readonly Token[]> {
  const open = sql<boolean>`e.ended_at is null and t.expires_on >= ${tx.today}`;
  return tokens(tx).orderBy(open, 'desc').orderBy('t.id', 'desc').limit(SHOWN).execute();
}

/** Whatever its state; of another house it is nobody's. */
export async function tokenByHash(tx: TenantDb, hash: Buffer): Promise<Token | null> {
  return (await tokens(tx).where('t.token_hash', '=', hash).executeTakeFirst()) ?? null;
}

export async function insertToken(
  tx: TenantDb,
  token: {
    readonly name: string;
    readonly hash: Buffer;
    readonly areas: readonly string[];
    readonly reason: string;
    readonly expiresOn: Day;
    readonly madeBy: Id<'person'>;
  },
): Promise<TokenId> {
  const row = await tx.sql
    .insertInto('api_token')
    .values({
      tenant_id: tx.tenant.id,
      name: token.name,
      token_hash: token.hash,
      areas: [...token.areas],
      reason: token.reason,
      made_at: tx.now,
      made_by: token.madeBy,
      expires_on: token.expiresOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** False when it has ended already. */
export async function insertTokenEnd(tx: TenantDb, id: TokenId, by: Id<'person'>): Promise<boolean> {
  const row = await tx.sql
    .insertInto('api_token_end')
    .values({ tenant_id: tx.tenant.id, token_id: id, ended_at: tx.now, ended_by: by })
    .onConflict((clash) => clash.doNothing())
    .returning('token_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function markUsed(tx: TenantDb, id: TokenId): Promise<void> {
  await tx.sql
    .updateTable('api_token')
    .set({ last_used_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}
