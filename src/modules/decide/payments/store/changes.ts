import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Approval, type Payment, type PaymentId, type Place, placeKey, type Result } from '../rules/payment.ts';

/** What a payment is opened with. */
export interface NewPayment
  extends Pick<
    Payment,
    | 'organisationId'
    | 'invoiceId'
    | 'claimId'
    | 'applicationId'
    | 'initiativeId'
    | 'payee'
    | 'invoiceNumber'
    | 'reference'
    | 'amount'
    | 'dueOn'
    | 'acceptedBy'
  > {
  /** The same supplier has the same key: their company number, else their name. */
  readonly payeeKey: string | null;
}

export async function insertPayment(
  tx: TenantDb,
  payment: NewPayment,
): Promise<{ readonly id: PaymentId; readonly number: number }> {
  const number = await nextNumber(tx, 'payment');
  const { id } = await tx.sql
    .insertInto('payment')
    .values({
      number,
      organisation_id: payment.organisationId,
      invoice_id: payment.invoiceId,
      claim_id: payment.claimId,
      application_id: payment.applicationId,
      initiative_id: payment.initiativeId,
      payee_name: payment.payee,
      payee_key: payment.payeeKey,
      invoice_number: payment.invoiceNumber,
      reference: payment.reference,
      amount_ore: payment.amount,
      due_on: payment.dueOn,
      accepted_by: payment.acceptedBy,
      opened_at: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, number };
}

/** The next number of its kind. Whoever asks at the same moment waits until this one is kept, so none is skipped. */
export async function nextNumber(tx: TenantDb, counts: 'payment' | 'batch'): Promise<number> {
  const { last } = await tx.sql
    .insertInto('payment_counter')
    .values({ counts, last: 1 })
    .onConflict((clash) =>
      clash.columns(['tenant_id', 'counts']).doUpdateSet({ last: sql<number>`payment_counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

export async function insertDestination(
  tx: TenantDb,
  paymentId: PaymentId,
  destination: {
    readonly number: number;
    readonly to: Place;
    readonly changed: boolean;
    readonly typedBy: Id<'person'> | null;
    readonly words: string;
  },
): Promise<void> {
  const { number, to, changed, typedBy, words } = destination;
  await tx.sql
    .insertInto('payment_destination')
    .values({
      payment_id: paymentId,
      number,
      iban: to.kind === 'account' ? to.iban : null,
      card_type: to.kind === 'slip' ? to.cardType : null,
      slip_reference: to.kind === 'slip' ? to.reference : null,
      creditor: to.kind === 'slip' ? to.creditor : null,
      place: placeKey(to),
      changed,
      typed_by: typedBy,
      words,
      on_day: tx.today,
    })
    .execute();
}

export async function insertApproval(
  tx: TenantDb,
  paymentId: PaymentId,
  approval: Pick<Approval, 'destination' | 'round' | 'digest' | 'step' | 'completes' | 'by'>,
): Promise<void> {
  const { destination, round, digest, step, completes, by } = approval;
  await tx.sql
    .insertInto('payment_approval')
    .values({
      payment_id: paymentId,
      destination,
      round,
      digest: Buffer.from(digest, 'hex'),
      step,
      completes,
      approved_by: by,
      approved_at: tx.now,
    })
    .execute();
}

export async function insertStop(tx: TenantDb, paymentId: PaymentId): Promise<void> {
  await tx.sql
    .insertInto('payment_stop')
    .values({ payment_id: paymentId, on_day: tx.today, stopped_by: personIdOf(tx.actor) })
    .execute();
}

export async function insertResult(
  tx: TenantDb,
  paymentId: PaymentId,
  result: Pick<Result, 'exportId' | 'result' | 'source' | 'words'> & { readonly on: Day },
): Promise<void> {
  await tx.sql
    .insertInto('payment_result')
    .values({
      payment_id: paymentId,
      export_id: result.exportId,
      result: result.result,
      on_day: result.on,
      source: result.source,
      words: result.words,
      recorded_on: tx.today,
      recorded_by: personIdOf(tx.actor),
    })
    .execute();
}
