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
    .select((row) => [
      't.id',
      't.name',
      't.areas',
      't.reason',
      't.made_at as madeAt',
      't.keeper_id as keeper',
      row
        .exists(
          row
            .selectFrom('role_grant as g')
            .select('g.id')
            .whereRef('g.tenant_id', '=', 't.tenant_id')
            .whereRef('g.person_id', '=', 't.keeper_id')
            .where('g.role', '=', 'secretariat')
            .where('g.from_day', '<=', tx.today)
            .where((day) => day.or([day('g.until_day', 'is', null), day('g.until_day', '>=', tx.today)])),
        )
        .$castTo<boolean>()
        .as('kept'),
      't.expires_on as expiresOn',
      't.last_used_at as lastUsedAt',
      'e.ended_at as endedAt',
    ])
    .where('t.tenant_id', '=', tx.tenant.id);
}

/** How many could still open something, also those that nobody keeps. */
export async function countTokens(tx: TenantDb): Promise<number> {
  const row = await tx.sql
    .selectFrom('api_token as t')
    .select((select) => select.fn.countAll<number>().as('tokens'))
    .where('t.tenant_id', '=', tx.tenant.id)
    .where('t.expires_on', '>=', tx.today)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('api_token_end as e')
            .select('e.token_id')
            .whereRef('e.tenant_id', '=', 't.tenant_id')
            .whereRef('e.token_id', '=', 't.id'),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(row.tokens);
}

export async function tokenById(tx: TenantDb, id: TokenId): Promise<Token | null> {
  return (await tokens(tx).where('t.id', '=', id).executeTakeFirst()) ?? null;
}

export async function setKeeper(tx: TenantDb, id: TokenId, keeper: Id<'person'>): Promise<void> {
  await tx.sql
    .updateTable('api_token')
    .set({ keeper_id: keeper })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
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
      keeper_id: token.madeBy,
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
