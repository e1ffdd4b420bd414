import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../db/tenant-db.ts';
import { hashOfCode } from '../secret/code.ts';
import type { Cookies } from './cookies.ts';

const DAY = 86_400;
/** A device that has been quiet this long is signed out. */
export const IDLE_SECONDS = 30 * DAY;
/** However busy, a device signs in anew after this. */
const ABSOLUTE_SECONDS = 180 * DAY;
/** "Last seen" is written at most this often, so that reading pages does not write. */
const SEEN_EVERY_MS = 3_600_000;

/** How somebody signed in. `house`: as who they are in another house; `card`, `letter`: by a code on paper. */
export type SignInWay = 'mail' | 'sms' | 'passkey' | 'mitid' | 'entra' | 'house' | 'card' | 'letter';

const ON_PAPER: readonly SignInWay[] = ['card', 'letter'];

/** A signed-in device. The secret token lives in the cookie alone; the database knows its hash. */
export interface Session {
  readonly personId: Id<'person'>;
  readonly tokenHash: Buffer;
  /** Null: it began before that was written down. */
  readonly way: SignInWay | null;
}

/** Does it rest on a code on paper, which anybody may have read? Nobody knows of one from before ways were written down. */
export function isOnPaper({ way }: Pick<Session, 'way'>): boolean {
  return way === null || ON_PAPER.includes(way);
}

export function sessionCookie(tenantSlug: string): string {
  return `grobund-${tenantSlug}`;
}

/** The session behind the cookie, when it is known and still fresh. */
export async function findSession(tx: TenantDb, token: string | null): Promise<Session | null> {
  if (!token) return null;
  const tokenHash = hashOfCode(token);
  // Every page asks it: written as text, it need not be put together first.
  const { rows } = await sql<SessionRow>`
    select person_id, last_seen_at, expires_at, way
    from session
    where tenant_id = ${tx.tenant.id} and token_hash = ${tokenHash}
  `.execute(tx.sql);
  const [row] = rows;
  if (!row) return null;
  const quietFor = tx.now.getTime() - row.last_seen_at.getTime();
  if (row.expires_at <= tx.now || quietFor > IDLE_SECONDS * 1000) return null;
  if (quietFor > SEEN_EVERY_MS) await markSeen(tx, tokenHash);
  return { personId: row.person_id, tokenHash, way: row.way };
}

interface SessionRow {
  readonly person_id: Id<'person'>;
  readonly last_seen_at: Date;
  readonly expires_at: Date;
  readonly way: SignInWay | null;
}

/** Begins a session on this device. Whatever session the device had before ends: a token from before sign-in is worth nothing after. */
export async function beginSession(
  tx: TenantDb,
  cookies: Cookies,
  personId: Id<'person'>,
  device: string,
  way: SignInWay,
): Promise<void> {
  await endSession(tx, cookies);
  const token = randomBytes(32).toString('base64url');
  await tx.sql
    .insertInto('session')
    .values({
      tenant_id: tx.tenant.id,
      token_hash: hashOfCode(token),
      person_id: personId,
      created_at: tx.now,
      last_seen_at: tx.now,
      expires_at: new Date(tx.now.getTime() + ABSOLUTE_SECONDS * 1000),
      device,
      way,
    })
    .execute();
  cookies.set(sessionCookie(tx.tenant.slug), token, ABSOLUTE_SECONDS);
}

/** Ends the session of this device. */
export async function endSession(tx: TenantDb, cookies: Cookies): Promise<void> {
  const token = cookies.get(sessionCookie(tx.tenant.slug));
  if (!token) return;
  await tx.sql
    .deleteFrom('session')
    .where('tenant_id', '=', tx.tenant.id)
    .where('token_hash', '=', hashOfCode(token))
    .execute();
  cookies.set(sessionCookie(tx.tenant.slug), '', 0);
}

/** Ends every session of a person, on all devices. */
export async function endAllSessions(tx: TenantDb, personId: Id<'person'>): Promise<void> {
  await tx.sql.deleteFrom('session').where('tenant_id', '=', tx.tenant.id).where('person_id', '=', personId).execute();
}

/**
 * Ends those sessions of a person that rest on paper, or began nobody knows how, and the passkeys and ties that were added
 * from one: they are trusted with more from now on. They sign in again by something of their own.
 */
export async function endPaperSessions(tx: TenantDb, personId: Id<'person'>): Promise<void> {
  await tx.sql
    .deleteFrom('session')
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .where((row) => row.or([row('way', 'is', null), row('way', 'in', ON_PAPER)]))
    .execute();
  for (const added of ['passkey', 'sign_in_identity'] as const) {
    await tx.sql
      .deleteFrom(added)
      .where('tenant_id', '=', tx.tenant.id)
      .where('person_id', '=', personId)
      .where('on_paper', '=', true)
      .execute();
  }
}

/** The token that a form must carry to act for this session. Empty for visitors: they have nothing to misuse. */
export function formToken(secret: string, session: Session | null): string {
  if (!session) return '';
  return createHmac('sha256', secret).update('form').update(session.tokenHash).digest('base64url');
}

export function isFormToken(secret: string, session: Session, given: string): boolean {
  const right = Buffer.from(formToken(secret, session));
  const sent = Buffer.from(given);
  return right.length === sent.length && timingSafeEqual(right, sent);
}

async function markSeen(tx: TenantDb, tokenHash: Buffer): Promise<void> {
  await tx.sql
    .updateTable('session')
    .set({ last_seen_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('token_hash', '=', tokenHash)
    .execute();
}
