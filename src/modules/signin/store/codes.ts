import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Updateable } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { oneAtATime } from '../../../platform/db/one-at-a-time.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { hashOfCode } from '../../../platform/secret/code.ts';
import { type Attempt, MAX_TRIES, type SendTo } from '../rules.ts';

/** What somebody asks for who wants a code. */
export interface Ask extends SendTo {
  readonly language: Language;
  readonly returnPath: string | null;
  /** By SMS, although an e-mail was typed. */
  readonly bySms?: boolean;
}

/** Somebody wants to sign in. The same row for known and unknown addresses. */
export async function insertWish(tx: TenantDb, wish: Ask & { readonly expiresAt: Date }): Promise<Id<'sign_in_code'>> {
  const row = await tx.sql
    .insertInto('sign_in_code')
    .values({
      tenant_id: tx.tenant.id,
      channel: wish.channel,
      address: wish.address,
      language: wish.language,
      return_path: wish.returnPath,
      by_sms: wish.bySms ?? false,
      asked_at: tx.now,
      expires_at: wish.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** How many codes were asked for to this address since then. */
export async function countWishes(tx: TenantDb, address: string, since: Date): Promise<number> {
  const row = await tx.sql
    .selectFrom('sign_in_code')
    .select((select) => select.fn.countAll<number>().as('wishes'))
    .where('tenant_id', '=', tx.tenant.id)
    .where('address', '=', address)
    .where('asked_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.wishes);
}

const WISH = [
  'id',
  'channel',
  'address',
  'language',
  'return_path as returnPath',
  'by_sms as bySms',
  'asked_at as askedAt',
  'expires_at as expiresAt',
  'person_id as personId',
  'code_hash as codeHash',
  'link_hash as linkHash',
  'tries',
  'used_at as usedAt',
  'sent_at as sentAt',
] as const;

export interface Wish extends SendTo {
  readonly id: Id<'sign_in_code'>;
  readonly language: string;
  readonly returnPath: string | null;
  readonly bySms: boolean;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly personId: Id<'person'> | null;
  readonly codeHash: Uint8Array | null;
  readonly linkHash: Uint8Array | null;
  readonly tries: number;
  readonly usedAt: Date | null;
  /** The message was taken at the other end. */
  readonly sentAt: Date | null;
}

export async function wishById(tx: TenantDb, id: Id<'sign_in_code'>): Promise<Wish | null> {
  return (await wishes(tx).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Held until the transaction ends, so that guesses are counted one at a time, from however many devices they come. */
export async function lockWish(tx: TenantDb, id: Id<'sign_in_code'>): Promise<Wish | null> {
  return (await wishes(tx).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

/**
 * The newest wish of an address that a code is sent for. Not: was sent for; that is so for known addresses only, and a
 * guesser would learn from the count of tries which those are.
 */
export async function newestWish(tx: TenantDb, address: string): Promise<Wish | null> {
  const newest = wishes(tx)
    .where('address', '=', address)
    .whereRef('expires_at', '>', 'asked_at')
    .orderBy('id', 'desc')
    .limit(1);
  return (await newest.executeTakeFirst()) ?? null;
}

export async function wishByLink(tx: TenantDb, token: string): Promise<Wish | null> {
  return (await wishes(tx).where('link_hash', '=', hashOfCode(token)).executeTakeFirst()) ?? null;
}

function wishes(tx: TenantDb) {
  return tx.sql.selectFrom('sign_in_code').select(WISH).where('tenant_id', '=', tx.tenant.id);
}

/** The wish as the rules look at it. `code` is six digits; null when it came by the link, which is right by being found. */
export function attemptOf(wish: Wish, code: string | null, guessedOut: boolean): Attempt {
  const right = code === null || (wish.codeHash !== null && timingSafeEqual(wish.codeHash, hashCode(wish.id, code)));
  const { tries, expiresAt, usedAt } = wish;
  return { by: code === null ? 'link' : 'code', right, tries, expiresAt, usedAt, guessedOut };
}

/** One at a time, until the transaction ends: wishes of one address, or sign-ins of one person. */
export async function lockTurn(tx: TenantDb, of: string): Promise<void> {
  await oneAtATime(tx, `signin ${of}`);
}

export async function countTry(tx: TenantDb, id: Id<'sign_in_code'>): Promise<void> {
  await tx.sql
    .updateTable('sign_in_code')
    .set((set) => ({ tries: set('tries', '+', 1) }))
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('tries', '<', MAX_TRIES)
    .execute();
}

/** Who has signed in needs no code or link that is still on its way or in a mailbox. */
export async function markAllUsed(tx: TenantDb, personId: Id<'person'>): Promise<void> {
  await tx.sql
    .updateTable('sign_in_code')
    .set({ used_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute();
}

/** Makes the code and the link's secret. Only their hashes stay here; they themselves go into the message. */
export async function makeSecrets(
  tx: TenantDb,
  id: Id<'sign_in_code'>,
  personId: Id<'person'>,
): Promise<{ code: string; link: string }> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const link = randomBytes(32).toString('base64url');
  await change(tx, id, { person_id: personId, code_hash: hashCode(id, code), link_hash: hashOfCode(link) });
  return { code, link };
}

/** Has this address been told since then, for another wish, that nobody has it? */
export async function wasToldUnknown(tx: TenantDb, { id, address }: Wish, since: Date): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('sign_in_code')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('address', '=', address)
    .where('id', '!=', id)
    .where('told_unknown_at', '>', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function markToldUnknown(tx: TenantDb, id: Id<'sign_in_code'>): Promise<void> {
  await change(tx, id, { told_unknown_at: tx.now });
}

/** Deletes codes that ended before then. */
export async function deleteOldCodes(tx: TenantDb, before: Date): Promise<void> {
  await tx.sql
    .deleteFrom('sign_in_code')
    .where('tenant_id', '=', tx.tenant.id)
    .where('expires_at', '<', before)
    .execute();
}

/** The message with the code was taken at the other end, or never will be: it is not written again. */
export async function markWishSent(tx: TenantDb, id: Id<'sign_in_code'>): Promise<void> {
  await change(tx, id, { sent_at: tx.now });
}

async function change(tx: TenantDb, id: Id<'sign_in_code'>, set: Updateable<Tables['sign_in_code']>): Promise<void> {
  await tx.sql
    .updateTable('sign_in_code')
    .set(set)
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

function hashCode(id: Id<'sign_in_code'>, code: string): Buffer {
  return hashOfCode(`${id} ${code}`);
}
