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

/** Looks at it and leaves it. */
export async function attemptHeld(tx: TenantDb, kind: AttemptKind, secret: string | null): Promise<Attempt | null> {
  if (!secret) return null;
  const row = await tx.sql
    .selectFrom('sign_in_attempt')
    .select(['kind', 'person_id as personId', 'held'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('token_hash', '=', hashOfCode(secret))
    .where('kind', '=', kind)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst();
  return row ?? null;
}

export async function deleteOldAttempts(tx: TenantDb): Promise<void> {
  await tx.sql
    .deleteFrom('sign_in_attempt')
    .where('tenant_id', '=', tx.tenant.id)
    .where('expires_at', '<', tx.now)
    .execute();
}
