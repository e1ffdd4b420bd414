import { randomBytes } from 'node:crypto';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { hashOfCode } from '../../../platform/secret/code.ts';
import { ATTEMPT_MINUTES, type AttemptKind } from '../rules/ways.ts';

/** What a browser has begun. */
export interface Attempt {
  readonly kind: AttemptKind;
  /** Whose it is, where somebody was signed in. */
  readonly personId: Id<'person'> | null;
  readonly held: Readonly<Record<string, string | boolean | null>>;
}

/** Writes down what a browser begins, and answers the secret that it is to hold. */
export async function beginAttempt(tx: TenantDb, attempt: Attempt): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await tx.sql
    .insertInto('sign_in_attempt')
    .values({
      tenant_id: tx.tenant.id,
      kind: attempt.kind,
      token_hash: hashOfCode(secret),
      person_id: attempt.personId,
      held: attempt.held,
      expires_at: new Date(tx.now.getTime() + ATTEMPT_MINUTES[attempt.kind] * 60_000),
    })
    .execute();
  return secret;
}

/** Takes it away, so that it comes to its end once, from however many windows. Null when there is none, or its time is over. */
export async function takeAttempt(tx: TenantDb, kind: AttemptKind, secret: string | null): Promise<Attempt | null> {
  if (!secret) return null;
  const row = await tx.sql
    .deleteFrom('sign_in_attempt')
    .where('tenant_id', '=', tx.tenant.id)
    .where('token_hash', '=', hashOfCode(secret))
    .where('kind', '=', kind)
    .returning(['kind', 'person_id as personId', 'held', 'expires_at as expiresAt'])
    .executeTakeFirst();
  return row && row.expiresAt > tx.now ? row : null;
}

/**
 * Gives the identity that this browser holds to whoever has signed in here, so that it is offered to them and to nobody who
 * comes after. Null when there is none, or it was offered to somebody else.
 */
export async function claimIdentity(
  tx: TenantDb,
  personId: Id<'person'>,
  secret: string | null,
): Promise<(Attempt & { readonly begunAt: Date }) | null> {
  if (!secret) return null;
  const row = await tx.sql
    .updateTable('sign_in_attempt')
    .set({ person_id: personId })
    .where('tenant_id', '=', tx.tenant.id)
    .where('token_hash', '=', hashOfCode(secret))
    .where('kind', '=', 'identity')
    .where('expires_at', '>', tx.now)
    .where((where) => where.or([where('person_id', 'is', null), where('person_id', '=', personId)]))
    .returning(['kind', 'person_id as personId', 'held', 'expires_at as expiresAt'])
    .executeTakeFirst();
  return row ? { ...row, begunAt: new Date(row.expiresAt.getTime() - ATTEMPT_MINUTES.identity * 60_000) } : null;
}

export async function deleteOldAttempts(tx: TenantDb): Promise<void> {
  await tx.sql
    .deleteFrom('sign_in_attempt')
    .where('tenant_id', '=', tx.tenant.id)
    .where('expires_at', '<', tx.now)
    .execute();
}
