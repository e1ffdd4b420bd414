import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Fund } from '../rules/policy.ts';

export interface FundMeetingDate {
  readonly id: Id<'fund_meeting'>;
  readonly fundId: Id<'fund'>;
  readonly fundName: string;
  readonly on: Day;
  readonly reference: string;
}

const MOST = 200;

/** The meetings of these funds from a day on, the first of them first. */
export async function meetingsFrom(
  tx: TenantDb,
  funds: readonly Pick<Fund, 'id' | 'name'>[],
  since: Day,
): Promise<readonly FundMeetingDate[]> {
  const rows = await tx.sql
    .selectFrom('fund_meeting')
    .select(['id', 'fund_id as fundId', 'on_day as on', 'reference'])
    .where('tenant_id', '=', tx.tenant.id)
    .where(
      'fund_id',
      'in',
      funds.map(({ id }) => id),
    )
    .where('on_day', '>=', since)
    .orderBy('on_day')
    .orderBy('id')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({ ...row, fundName: funds.find(({ id }) => id === row.fundId)?.name ?? '' }));
}
