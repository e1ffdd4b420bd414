import { sql } from 'kysely';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { ApplicationId } from '../rules/application.ts';

/** `referenceOf` in SQL, for a question that calls the fund `f` and the submission `s`. A test holds the two together. */
export const REFERENCE = sql<string>`f.prefix || '-' || lpad(s.number::text, greatest(4, length(s.number::text)), '0')`;

/** "P-0007", by which people know a case among those of all funds; null before it is sent in. */
export async function referenceOfCase(tx: TenantDb, id: ApplicationId): Promise<string | null> {
  const { rows } = await sql<{ reference: string }>`
    select ${REFERENCE} as reference
    from fund_submission s
    join fund f on f.tenant_id = s.tenant_id and f.id = s.fund_id
    where s.tenant_id = ${tx.tenant.id} and s.application_id = ${id}
  `.execute(tx.sql);
  return rows[0]?.reference ?? null;
}
