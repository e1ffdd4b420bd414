import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { casesCarriedBy, fundsOf, referenceOf } from '../../decide/fund/public.ts';
import { rolesOf } from '../../housing/public.ts';
import type { Matter } from '../rules/requests.ts';

/**
 * What is in the way of forgetting somebody: an office that they hold, and cases of money that are not over (GDPR art.
 * 17(3)). To live here is no office.
 */
export async function mattersOf(tx: TenantDb, people: readonly Id<'person'>[]): Promise<readonly Matter[]> {
  const matters: Matter[] = [];
  for (const id of people) {
    for (const { role, until } of await rolesOf(tx, id)) {
      if (role !== 'resident' && (until === null || until >= tx.today)) matters.push({ kind: 'role', role });
    }
  }
  const cases = await casesCarriedBy(tx, people);
  if (cases.length === 0) return matters;
  const funds = new Map((await fundsOf(tx)).map((fund) => [fund.id as string, fund]));
  for (const one of cases) {
    const fund = funds.get(one.fundId);
    if (fund) matters.push({ kind: 'case', reference: referenceOf(fund, one.number) });
  }
  return matters;
}
