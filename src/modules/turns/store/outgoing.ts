import type { Id } from '../../../kernel/id.ts';
import { type Language, readLanguage } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { MessagePart } from '../../../platform/mail/message.ts';
import type { DropReason, OutgoingChannel } from '../rules.ts';

/** A paper that goes with a message: which module knows it, and by which id. The paper itself is made when it leaves. */
export interface Enclosure {
  readonly kind: string;
  readonly id: string;
}

/** What a message says, as it is kept until 30 days after. */
export interface Said {
  readonly subject: string;
  readonly parts: readonly MessagePart[];
  readonly enclosure?: Enclosure | undefined;
}

export interface NewOutgoing {
  readonly personId: Id<'person'> | null;
  /** For somebody without an account: the e-mail or the telephone. */
  readonly address: string | null;
  readonly channel: OutgoingChannel;
  readonly topic: string;
  readonly turnId: Id<'turn'> | null;
  readonly language: Language;
  readonly said: Said;
  readonly notBefore: Date;
}

export interface Outgoing extends NewOutgoing {
  readonly id: Id<'outgoing'>;
  readonly tries: number;
  readonly createdAt: Date;
}

/** Null when this person has been told of this turn already. */
export async function insertOutgoing(tx: TenantDb, message: NewOutgoing): Promise<Id<'outgoing'> | null> {
  const row = await tx.sql
    .insertInto('outgoing')
    .values({
      tenant_id: tx.tenant.id,
      person_id: message.personId,
      address: message.address,
      channel: message.channel,
      topic: message.topic,
      turn_id: message.turnId,
      language: message.language,
      message: JSON.stringify(message.said),
      created_at: tx.now,
      not_before: message.notBefore,
    })
    .onConflict((clash) => clash.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

const COLUMNS = [
  'id',
  'person_id',
  'address',
  'channel',
  'topic',
  'turn_id',
  'language',
  'message',
  'not_before',
  'tries',
  'created_at',
] as const;

/** A message that still waits to leave, held until the transaction ends. Null when it has gone, or nobody knows it. */
export async function lockWaiting(tx: TenantDb, id: Id<'outgoing'>): Promise<Outgoing | null> {
  const row = await waiting(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? toOutgoing(row) : null;
}

/** Letters that wait to be printed, in the order in which they were written; those up to `until`, a letter of this house, when it is given. */
export async function waitingLetters(tx: TenantDb, limit: number, until?: Id<'outgoing'>): Promise<Outgoing[]> {
  let query = waiting(tx).where('channel', '=', 'print').orderBy('created_at').orderBy('id').limit(limit);
  if (until) {
    const last = tx.sql
      .selectFrom('outgoing')
      .select('id')
      .where('tenant_id', '=', tx.tenant.id)
      .where('id', '=', until);
    query = query.where('id', '<=', last);
  }
  return (await query.execute()).map(toOutgoing);
}

export async function countWaitingLetters(tx: TenantDb): Promise<number> {
  const row = await waiting(tx)
    .where('channel', '=', 'print')
    .clearSelect()
    .select((select) => select.fn.countAll<number>().as('letters'))
    .executeTakeFirstOrThrow();
  return Number(row.letters);
}

function waiting(tx: TenantDb) {
  return tx.sql
    .selectFrom('outgoing')
    .select(COLUMNS)
    .where('tenant_id', '=', tx.tenant.id)
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('dropped_at', 'is', null);
}

/** A message that could not be delivered. The address is what staff need to reach a visitor otherwise. */
export interface Undelivered extends Outgoing {
  readonly failure: string;
  readonly failedAt: Date;
}

/** Messages that did not arrive and that nobody has taken care of, oldest first. */
export async function undelivered(tx: TenantDb, limit: number): Promise<Undelivered[]> {
  const rows = await failed(tx).orderBy('failed_at').limit(limit).execute();
  return rows.map(toUndelivered);
}

export async function lockUndelivered(tx: TenantDb, id: Id<'outgoing'>): Promise<Undelivered | null> {
  const row = await failed(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? toUndelivered(row) : null;
}

function failed(tx: TenantDb) {
  return tx.sql
    .selectFrom('outgoing')
    .select([...COLUMNS, 'failure', 'failed_at'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('failed_at', 'is not', null)
    .where('sent_at', 'is', null)
    .where('dropped_at', 'is', null);
}

function toUndelivered(row: Row & { failure: string | null; failed_at: Date | null }): Undelivered {
  return { ...toOutgoing(row), failure: row.failure ?? '', failedAt: row.failed_at ?? row.created_at };
}

/** Nothing is kept of it, not even that it was. */
export async function deleteOutgoing(tx: TenantDb, id: Id<'outgoing'>): Promise<void> {
  await tx.sql.deleteFrom('outgoing').where('tenant_id', '=', tx.tenant.id).where('id', '=', id).execute();
}

/** It has left; a letter: it has been printed. A failed one: somebody passed the words on. */
export async function markSent(tx: TenantDb, ids: readonly Id<'outgoing'>[]): Promise<void> {
  if (ids.length > 0) await change(tx, ids, { sent_at: tx.now });
}

export async function markDropped(tx: TenantDb, ids: readonly Id<'outgoing'>[], why: DropReason): Promise<void> {
  if (ids.length > 0) await change(tx, ids, { dropped_at: tx.now, dropped_because: why });
}

/** The letters about these turns need not be printed any more. Answers how many that were. */
export async function dropLettersOf(tx: TenantDb, turns: readonly Id<'turn'>[]): Promise<number> {
  if (turns.length === 0) return 0;
  const why: DropReason = 'turn_over';
  const { numUpdatedRows } = await tx.sql
    .updateTable('outgoing')
    .set({ dropped_at: tx.now, dropped_because: why })
    .where('tenant_id', '=', tx.tenant.id)
    .where('turn_id', 'in', turns)
    .where('channel', '=', 'print')
    .where('sent_at', 'is', null)
    .where('dropped_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** `address` is the one that did not work, so that it is not tried again. */
export async function markFailed(tx: TenantDb, id: Id<'outgoing'>, why: string, address: string | null): Promise<void> {
  await change(tx, [id], { failed_at: tx.now, failure: why, address });
}

export async function markTried(tx: TenantDb, id: Id<'outgoing'>, tries: number, notBefore: Date): Promise<void> {
  await change(tx, [id], { tries, not_before: notBefore });
}

export async function changeChannel(tx: TenantDb, id: Id<'outgoing'>, channel: OutgoingChannel): Promise<void> {
  await change(tx, [id], { channel });
}

async function change(tx: TenantDb, ids: readonly Id<'outgoing'>[], set: Record<string, unknown>): Promise<void> {
  await tx.sql.updateTable('outgoing').set(set).where('tenant_id', '=', tx.tenant.id).where('id', 'in', ids).execute();
}

/** Has mail to this address of the person come back as unknown? */
export async function isDeadAddress(tx: TenantDb, personId: Id<'person'>, email: string): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('outgoing')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .where('address', '=', email)
    .where('failure', '=', 'no_address')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Deletes the words, and visitors' addresses, of what was made before then and waits no more. */
export async function forgetWords(tx: TenantDb, before: Date): Promise<void> {
  await tx.sql
    .updateTable('outgoing')
    .set({ message: null })
    .where('tenant_id', '=', tx.tenant.id)
    .where('created_at', '<', before)
    .where('message', 'is not', null)
    .where((where) =>
      where.or([
        where('sent_at', 'is not', null),
        where('failed_at', 'is not', null),
        where('dropped_at', 'is not', null),
      ]),
    )
    .execute();
  await tx.sql
    .deleteFrom('outgoing')
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', 'is', null)
    .where('message', 'is', null)
    .execute();
}

interface Row {
  readonly id: Id<'outgoing'>;
  readonly person_id: Id<'person'> | null;
  readonly address: string | null;
  readonly channel: OutgoingChannel;
  readonly topic: string;
  readonly turn_id: Id<'turn'> | null;
  readonly language: string;
  readonly message: unknown;
  readonly not_before: Date;
  readonly tries: number;
  readonly created_at: Date;
}

function toOutgoing(row: Row): Outgoing {
  return {
    id: row.id,
    personId: row.person_id,
    address: row.address,
    channel: row.channel,
    topic: row.topic,
    turnId: row.turn_id,
    language: readLanguage(row.language) ?? 'da',
    said: (row.message ?? { subject: '', parts: [] }) as Said,
    notBefore: row.not_before,
    tries: row.tries,
    createdAt: row.created_at,
  };
}
