import { sql } from 'kysely';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Application, carriedBy } from '../rules/application.ts';
import { referenceOf } from '../rules/reference.ts';
import type { SimilarCase } from '../rules/similar.ts';

const MOST = 10;

/** Live cases in any fund, around the same time, for the same initiative, by the same title or by the same applicant. */
export async function similarCases(tx: TenantDb, application: Application): Promise<readonly SimilarCase[]> {
  const { id, initiativeId, title, applicantName, startsOn } = application;
  const carrier = carriedBy(application);
  const here = sql`x.tenant_id = ${tx.tenant.id}`;
  // In each branch: whoever has applied for years has many others.
  const near = startsOn ? sql`and x.starts_on between ${startsOn}::date - 90 and ${startsOn}::date + 90` : sql``;
  const { rows } = await sql<Omit<SimilarCase, 'reference'> & { prefix: string; number: number }>`
    select a.id, a.fund_id as "fundId", f.prefix, c.number, a.title, coalesce(c.committed_ore, c.sought_ore) as "amount",
      bool_or(found.activity) as "sameActivity", bool_or(not found.activity) as "sameApplicant"
    from (
      select x.id, true as activity from fund_application x where ${here} and x.initiative_id = ${initiativeId} ${near}
      union all
      select x.id, true from fund_application x where ${here} and x.title_key = lower(${title}) and x.title_key <> '' ${near}
      union all
      select x.id, false from fund_application x where ${here} and x.applicant_id = ${carrier} ${near}
      union all
      select x.id, false from fund_application x
      where ${here} and x.applicant_key = lower(${applicantName}) and x.applicant_key <> '' ${near}
    ) found
    join fund_application a on a.id = found.id
    join fund_standing c on c.tenant_id = a.tenant_id and c.application_id = a.id
    join fund f on f.tenant_id = a.tenant_id and f.id = a.fund_id
    where a.tenant_id = ${tx.tenant.id} and a.id <> ${id}
      and c.status not in ('refused', 'withdrawn', 'cancelled', 'lapsed')
    group by a.id, a.fund_id, f.prefix, c.number, a.title, c.committed_ore, c.sought_ore
    order by a.id desc
    limit ${MOST}
  `.execute(tx.sql);
  return rows.map(({ prefix, number, ...one }) => ({ ...one, reference: referenceOf({ prefix }, number) }));
}
