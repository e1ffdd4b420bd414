import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { addDays } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { hashOfCode } from '../../../../platform/secret/code.ts';
import { signingKey } from '../../../../platform/secret/signing-key.ts';

type EvaluationId = Id<'evaluation'>;

/** A link of one's own, before it is sent. */
export async function insertTicket(tx: TenantDb, id: EvaluationId, code: string): Promise<void> {
  await tx.sql
    .insertInto('evaluation_ticket')
    .values({ tenant_id: tx.tenant.id, evaluation_id: id, mark: hashOfCode(code), state: 'sent' })
    .execute();
}

/** Whose link is it, and has somebody answered by it? */
export async function ticketByCode(
  tx: TenantDb,
  code: string,
): Promise<{ readonly evaluationId: EvaluationId; readonly used: boolean } | null> {
  const row = await tx.sql
    .selectFrom('evaluation_ticket')
    .select(['evaluation_id', 'state'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('mark', '=', hashOfCode(code))
    .executeTakeFirst();
  return row ? { evaluationId: row.evaluation_id as EvaluationId, used: row.state !== 'sent' } : null;
}

/** Was it still unused? It is used now. */
export async function useTicket(tx: TenantDb, id: EvaluationId, code: string): Promise<boolean> {
  const { rows } = await sql`
    update evaluation_ticket set state = 'used'
    where tenant_id = ${tx.tenant.id} and evaluation_id = ${id} and mark = ${hashOfCode(code)} and state = 'sent'
    returning mark
  `.execute(tx.sql);
  return rows.length > 0;
}

/** Had this person not answered yet? They have now: by a mark that says nothing without the house's key. */
export async function usePerson(tx: TenantDb, id: EvaluationId, personId: Id<'person'>): Promise<boolean> {
  const key = await signingKey(tx, 'evaluation');
  const mark = createHmac('sha256', key).update(`${id} ${personId}`).digest();
  const row = await tx.sql
    .insertInto('evaluation_ticket')
    .values({ tenant_id: tx.tenant.id, evaluation_id: id, mark, state: 'signed_in' })
    .onConflict((conflict) => conflict.doNothing())
    .returning('state')
    .executeTakeFirst();
  return row !== undefined;
}

/** It has ended: nothing tells any more by which links somebody answered. The links still lead to the page that says so. */
export async function blankTickets(tx: TenantDb, id: EvaluationId): Promise<void> {
  await sql`
    delete from evaluation_ticket
    where tenant_id = ${tx.tenant.id} and evaluation_id = ${id} and state = 'signed_in'
  `.execute(tx.sql);
  await sql`
    update evaluation_ticket set state = 'sent'
    where tenant_id = ${tx.tenant.id} and evaluation_id = ${id} and state = 'used'
  `.execute(tx.sql);
}

/** The links of what ended so long ago. */
export async function dropTickets(tx: TenantDb, keptDays: number): Promise<void> {
  await sql`
    delete from evaluation_ticket t using evaluation_end x
    where t.tenant_id = ${tx.tenant.id} and x.tenant_id = t.tenant_id and x.evaluation_id = t.evaluation_id
      and x.ended_on <= ${addDays(tx.today, -keptDays)}
  `.execute(tx.sql);
}
