import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { movedOutLately } from '../../../housing/public.ts';
import { openTurn } from '../../../turns/public.ts';
import { policyOn } from '../store/funds.ts';
import { casesCarriedBy } from '../store/movings.ts';
import { referenceOfCase } from '../store/reference.ts';
import { attendingRole } from './case.ts';

/** Who moved out lately and lives nowhere here today, carries a case no more by themselves: the consultant is asked. */
export async function askAboutMoved(tx: TenantDb): Promise<void> {
  for (const one of await casesCarriedBy(tx, await movedOutLately(tx))) {
    const policy = await policyOn(tx, one.fundId, tx.today);
    await openTurn(tx, {
      kind: 'fund.moved_out',
      subject: { kind: 'fund_application', id: one.id },
      thread: one.initiativeId,
      assignee: { role: attendingRole(policy), departmentId: null },
      facts: { reference: await referenceOfCase(tx, one.id), person: one.carrierId },
    });
  }
}
