import { sql } from 'kysely';
import type { TenantDb } from '../../src/platform/db/tenant-db.ts';
import { hashOfCode, newCode } from '../../src/platform/secret/code.ts';

/** The links in the letters of the workshop whose pictures are in: of a first step, and of an invitation. */
export async function workshopCodesOf(tx: TenantDb): Promise<{
  pledgeCode: string;
  invitationCode: string;
}> {
  const [pledgeCode, invitationCode] = [newCode(), newCode()];
  const at = sql`(select workshop_id from workshop_photo where tenant_id = ${tx.tenant.id} and gone_at is null limit 1)`;
  await sql`update workshop_pledge set code_hash = ${hashOfCode(pledgeCode)}
    where tenant_id = ${tx.tenant.id} and workshop_id = ${at}`.execute(tx.sql);
  await sql`update workshop_invitation set code_hash = ${hashOfCode(invitationCode)}
    where tenant_id = ${tx.tenant.id} and id = (
      select id from workshop_invitation where tenant_id = ${tx.tenant.id} and workshop_id = ${at} order by id limit 1)`.execute(
    tx.sql,
  );
  return { pledgeCode, invitationCode };
}
