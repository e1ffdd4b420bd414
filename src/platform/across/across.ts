import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { isPractice } from '../db/house-settings.ts';
import type { Tenant, TenantDb } from '../db/tenant-db.ts';
import type { JobKind } from '../jobs/jobs.ts';
import { hashOfCode } from '../secret/code.ts';

/**
 * What can pass from one house to another. This file is the only way: `hand_over` in the database puts a letter into the
 * other's box and says by itself whom it comes from; a house reads and empties its own box, and no other.
 */
export type HandoverKind =
  | 'house.switch'
  | 'house.ask'
  | 'house.tied'
  | 'house.untied'
  | 'house.signed_out'
  | 'copy.sent'
  | 'copy.answered'
  | 'copy.recalled';

type Body = Readonly<Record<string, unknown>>;

export interface HandoverFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A letter that came. */
export interface Handover {
  readonly id: Id<'handover'>;
  readonly from: Id<'tenant'>;
  readonly kind: HandoverKind;
  readonly body: Body;
  readonly sentAt: Date;
  readonly files: readonly HandoverFile[];
}

/** A word in a letter's body; empty when it is none: another house may have been less careful. */
export function textIn({ body }: Handover, name: string): string {
  const text = body[name];
  return typeof text === 'string' ? text : '';
}

/** Bytes in a letter's body, written there as hex. */
export function bytesIn(letter: Handover, name: string): Buffer {
  return Buffer.from(textIn(letter, name), 'hex');
}

/** A letter without a code is delivered by a job, and waits this long should the house be away. */
const DELIVERY_DAYS = 30;

/**
 * Puts a letter into the box of another house, when the caller's transaction commits. With `code` it waits for whoever
 * brings the code, and only so many minutes; without, a job delivers it. Throws when there is no such house.
 */
export async function handOver(
  tx: TenantDb,
  letter: {
    readonly to: Id<'tenant'>;
    readonly kind: HandoverKind;
    readonly body: Body;
    readonly code?: { readonly secret: string; readonly minutes: number };
    readonly files?: readonly HandoverFile[];
  },
): Promise<void> {
  const { to, kind, body, code, files = [] } = letter;
  const minutes = code?.minutes ?? DELIVERY_DAYS * 24 * 60;
  const until = new Date(tx.now.getTime() + minutes * 60_000);
  await sql`
    select hand_over(
      ${to}, ${kind}, ${JSON.stringify(body)}::jsonb, ${code ? hashOfCode(code.secret) : null}, ${tx.now}, ${until},
      ${files.map(({ name }) => name)}::text[], ${files.map(({ bytes }) => Buffer.from(bytes))}::bytea[]
    )`.execute(tx.sql);
}

/** The letter of that code, left where it is. Null when there is none, or its time is over. */
export async function lookAtHandover(tx: TenantDb, code: string): Promise<Handover | null> {
  const row = await letters(tx).where('key_hash', '=', hashOfCode(code)).executeTakeFirst();
  return row ? { ...row, files: [] } : null;
}

/** Takes the letter of that code: once, from however many windows. */
export async function takeHandover(tx: TenantDb, code: string): Promise<Handover | null> {
  const found = await lookAtHandover(tx, code);
  return found && (await emptied(tx, found));
}

async function emptied(tx: TenantDb, found: Handover): Promise<Handover | null> {
  const files = await tx.sql
    .selectFrom('handover_file')
    .select(['name', 'content as bytes'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('handover_id', '=', found.id)
    .orderBy('place')
    .execute();
  const { numDeletedRows } = await tx.sql
    .deleteFrom('handover')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', found.id)
    .executeTakeFirst();
  return numDeletedRows > 0n ? { ...found, files } : null;
}

function letters(tx: TenantDb) {
  return tx.sql
    .selectFrom('handover')
    .select(['id', 'house_id as from', 'kind', 'body', 'sent_at as sentAt'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('holds_until', '>', tx.now);
}

/** What is done with a letter that a job delivers, by its kind. */
export type Receivers = Partial<Readonly<Record<HandoverKind, (tx: TenantDb, letter: Handover) => Promise<void>>>>;

/** Delivers one letter, in one transaction with all that the receiver writes: so each counts once. */
export function deliverJob(receivers: Receivers): JobKind<{ handover: string }> {
  return {
    name: 'across.deliver',
    async run(tx, { handover }) {
      const row = await letters(tx)
        .where('id', '=', handover as Id<'handover'>)
        .executeTakeFirst();
      const letter = row && (await emptied(tx, { ...row, files: [] }));
      const receive = letter && receivers[letter.kind];
      if (letter && receive) await receive(tx, letter);
    },
  };
}

/** Throws away what nobody fetched in time. */
export const acrossTidyJob: JobKind<Record<never, never>> = {
  name: 'across.tidy',
  async run(tx) {
    await tx.sql
      .deleteFrom('handover')
      .where('tenant_id', '=', tx.tenant.id)
      .where('holds_until', '<=', tx.now)
      .execute();
  },
};

/** Another house of this installation, as everybody may know it. */
export type Neighbour = Pick<Tenant, 'id' | 'slug' | 'name' | 'host'>;

const MOST_NEIGHBOURS = 50;

/** The other houses whose name holds these letters, by name; the first fifty. A house to practise in has no neighbours, and is none. */
export async function neighbours(tx: TenantDb, name = ''): Promise<Neighbour[]> {
  if (isPractice(tx.tenant)) return [];
  const query = housesBeside(tx).orderBy('name').limit(MOST_NEIGHBOURS);
  if (name === '') return query.execute();
  return query.where(sql<boolean>`position(${name.toLowerCase()} in lower(name)) > 0`).execute();
}

export async function neighbourBySlug(tx: TenantDb, slug: string): Promise<Neighbour | null> {
  if (isPractice(tx.tenant)) return null;
  return (await housesBeside(tx).where('slug', '=', slug).executeTakeFirst()) ?? null;
}

/** As `neighbourBySlug`, for a house that a row names. */
export async function neighbourById(tx: TenantDb, id: Id<'tenant'>): Promise<Neighbour | null> {
  return (await housesBeside(tx).where('id', '=', id).executeTakeFirst()) ?? null;
}

function housesBeside(tx: TenantDb) {
  return tx.sql
    .selectFrom('tenant')
    .select(['id', 'slug', 'name', 'host'])
    .where('id', '!=', tx.tenant.id)
    .where(sql<boolean>`coalesce(settings->>'practice', '') <> 'true'`);
}
