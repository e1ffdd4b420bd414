import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { AcceptedInvoice } from '../rules/accepted.ts';
import type { Facts } from '../rules/facts.ts';

/** The accepted invoice; null when it is not there, or its outcome is another or was taken back. */
export async function acceptedById(tx: TenantDb, id: Id<'invoice'>): Promise<AcceptedInvoice | null> {
  const row = await acceptedRows(tx).where('o.invoice_id', '=', id).executeTakeFirst();
  return row ? toAccepted(row) : null;
}

function acceptedRows(tx: TenantDb) {
  return tx.sql
    .selectFrom('invoice_outcome as o')
    .innerJoin('invoice as i', (join) =>
      join.onRef('i.tenant_id', '=', 'o.tenant_id').onRef('i.id', '=', 'o.invoice_id'),
    )
    .leftJoin('invoice_undo as u', (join) =>
      join.onRef('u.tenant_id', '=', 'o.tenant_id').onRef('u.outcome_id', '=', 'o.id'),
    )
    .select([
      'i.id',
      'i.file_id as fileId',
      'i.picture_file_id as pictureId',
      sql<Facts>`i.facts`.as('facts'),
      'i.typed_by as typedBy',
    ])
    .select(['o.claim_id as claimId', 'o.application_id as applicationId', 'o.pay_ore as amount'])
    .select(['o.claimed_ore as claimed', 'o.part', 'o.decided_by as by', 'o.on_day as on', 'o.warnings'])
    .select(
      sql<readonly Id<'person'>[]>`array(
        select distinct x.answered_by from invoice_answer x
        where x.tenant_id = i.tenant_id and x.invoice_id = i.id
      )`.as('answeredBy'),
    )
    .where('o.tenant_id', '=', tx.tenant.id)
    .where('o.result', '=', 'accepted')
    .where('u.outcome_id', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof acceptedRows>['executeTakeFirstOrThrow']>>;

function toAccepted({ facts, ...row }: Row): AcceptedInvoice {
  const { claimId, applicationId, amount, claimed } = row;
  if (!claimId || !applicationId || amount === null || claimed === null) {
    throw new Error(`Cannot read accepted invoice ${row.id}: its outcome has no claim`);
  }
  const handlers = [row.by, row.typedBy, ...row.answeredBy].filter((one) => one !== null);
  return {
    invoiceId: row.id,
    claimId,
    applicationId,
    kind: facts.kind,
    supplier: { name: facts.supplier.name ?? '', cvr: facts.supplier.cvr },
    number: facts.number ?? '',
    precedingInvoice: facts.precedingInvoice,
    issueDate: facts.issueDate,
    dueDate: facts.dueDate,
    amount,
    claimed,
    part: row.part,
    payment: facts.payment,
    acceptedBy: row.by,
    acceptedOn: row.on,
    handlers: [...new Set(handlers)],
    fileId: row.fileId,
    pictureId: row.pictureId,
    warnings: row.warnings,
    outlay: facts.outlay,
  };
}
