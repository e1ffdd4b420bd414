import { sql } from 'kysely';
import type { TenantDb } from '../../src/platform/db/tenant-db.ts';
import { hashOfCode, newTypedCode } from '../../src/platform/secret/code.ts';

/** The code on the slip of a neighbour who has not answered: kept as a hash alone, so it is made anew. */
export async function taskCodesOf(tx: TenantDb): Promise<{ taskAskCode: string }> {
  const taskAskCode = newTypedCode(10);
  await sql`update task_ask set code_hash = ${hashOfCode(`task ask ${taskAskCode}`)}
    where tenant_id = ${tx.tenant.id} and id = (
      select q.id from task_ask q where q.tenant_id = ${tx.tenant.id} and q.expires_on >= ${tx.today}
        and not exists (select from task_claim c where c.tenant_id = q.tenant_id and c.ask_id = q.id)
      order by q.id desc limit 1)`.execute(tx.sql);
  return { taskAskCode };
}
