import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { BATCHES_A_PAGE } from '../rules/lists.ts';
import type { PaymentId } from '../rules/payment.ts';
import type { Format } from '../rules/settings.ts';

/** One file that went to the bank. */
export interface Batch {
  readonly id: Id<'payment_batch'>;
  readonly number: number;
  readonly organisationId: Id<'organisation'>;
  readonly format: Format;
  readonly bankFileId: Id<'file'> | null;
  readonly csvFileId: Id<'file'>;
  readonly payments: number;
  readonly sum: Ore;
  readonly madeAt: Date;
  readonly madeBy: Id<'person'>;
  readonly undone: { readonly words: string; readonly on: Day; readonly by: Id<'person'> } | null;
}

export async function batchById(tx: TenantDb, id: Id<'payment_batch'>): Promise<Batch | null> {
  const row = await batchRows(tx).where('b.id', '=', id).executeTakeFirst();
  return row ? toBatch(row) : null;
}

export async function lockBatch(tx: TenantDb, id: Id<'payment_batch'>): Promise<Batch | null> {
  await tx.sql
    .selectFrom('payment_batch')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return batchById(tx, id);
}

/** The newest first. */
export async function batchesOf(
  tx: TenantDb,
  organisations: readonly Id<'organisation'>[],
  page: number,
): Promise<Batch[]> {
  const rows = await batchRows(tx)
    .where('b.organisation_id', '=', sql<Id<'organisation'>>`any(${[...organisations]}::uuid[])`)
    .orderBy('b.number', 'desc')
    .limit(BATCHES_A_PAGE)
    .offset((page - 1) * BATCHES_A_PAGE)
    .execute();
  return rows.map(toBatch);
}

export async function countBatches(tx: TenantDb, organisations: readonly Id<'organisation'>[]): Promise<number> {
  const { count } = await tx.sql
    .selectFrom('payment_batch')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('tenant_id', '=', tx.tenant.id)
    .where('organisation_id', '=', sql<Id<'organisation'>>`any(${[...organisations]}::uuid[])`)
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertBatch(
  tx: TenantDb,
  batch: Pick<
    Batch,
    'number' | 'organisationId' | 'format' | 'bankFileId' | 'csvFileId' | 'payments' | 'sum' | 'madeBy'
  >,
): Promise<Id<'payment_batch'>> {
  const { id } = await tx.sql
    .insertInto('payment_batch')
    .values({
      number: batch.number,
      organisation_id: batch.organisationId,
      format: batch.format,
      bank_file_id: batch.bankFileId,
      csv_file_id: batch.csvFileId,
      payments: batch.payments,
      sum_ore: batch.sum,
      made_at: tx.now,
      made_by: batch.madeBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertExport(
  tx: TenantDb,
  one: {
    readonly paymentId: PaymentId;
    readonly batchId: Id<'payment_batch'>;
    readonly round: number;
    readonly endToEndId: string;
    readonly executeOn: Day;
    readonly digest: string;
    readonly byHand: boolean;
  },
): Promise<void> {
  await tx.sql
    .insertInto('payment_export')
    .values({
      payment_id: one.paymentId,
      batch_id: one.batchId,
      round: one.round,
      end_to_end_id: one.endToEndId,
      execute_on: one.executeOn,
      digest: Buffer.from(one.digest, 'hex'),
      by_hand: one.byHand,
    })
    .execute();
}

export async function insertUndo(tx: TenantDb, batchId: Id<'payment_batch'>, words: string): Promise<void> {
  const by = personIdOf(tx.actor);
  if (!by) throw new Error(`Cannot undo batch ${batchId}: nobody acts`);
  await tx.sql
    .insertInto('payment_batch_undo')
    .values({ batch_id: batchId, words, on_day: tx.today, undone_by: by })
    .execute();
}

function batchRows(tx: TenantDb) {
  return tx.sql
    .selectFrom('payment_batch as b')
    .leftJoin('payment_batch_undo as u', (join) =>
      join.onRef('u.tenant_id', '=', 'b.tenant_id').onRef('u.batch_id', '=', 'b.id'),
    )
    .select([
      'b.id',
      'b.number',
      'b.organisation_id as organisationId',
      'b.format',
      'b.bank_file_id as bankFileId',
      'b.csv_file_id as csvFileId',
      'b.payments',
      'b.sum_ore as sum',
      'b.made_at as madeAt',
      'b.made_by as madeBy',
      'u.words as undoneWords',
      'u.on_day as undoneOn',
      'u.undone_by as undoneBy',
    ])
    .where('b.tenant_id', '=', tx.tenant.id);
}

type BatchRow = Awaited<ReturnType<ReturnType<typeof batchRows>['executeTakeFirstOrThrow']>>;

function toBatch({ undoneWords, undoneOn, undoneBy, ...batch }: BatchRow): Batch {
  const undone = undoneBy && undoneOn ? { words: undoneWords ?? '', on: undoneOn, by: undoneBy } : null;
  return { ...batch, undone };
}
