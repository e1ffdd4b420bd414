import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { ApplicationId } from '../rules/application.ts';

const LIVE = sql`('submitted', 'needs_information', 'under_review', 'recommended', 'waiting_list',
  'committed', 'partly_committed', 'on_terms')`;

/** A case that somebody carries. */
export interface CarriedCase {
  readonly id: ApplicationId;
  readonly fundId: Id<'fund'>;
  readonly number: number;
  readonly initiativeId: Id<'initiative'> | null;
  readonly carrierId: Id<'person'>;
}

/** The live cases that one of these people carries; one query. */
export async function casesCarriedBy(tx: TenantDb, people: readonly Id<'person'>[]): Promise<readonly CarriedCase[]> {
  if (people.length === 0) return [];
  const { rows } = await sql<CarriedCase>`
    select c.application_id as id, c.fund_id as "fundId", c.number, a.initiative_id as "initiativeId",
      c.carrier_id as "carrierId"
    from fund_standing c
    join fund_application a on a.tenant_id = c.tenant_id and a.id = c.application_id
    where c.tenant_id = ${tx.tenant.id} and c.carrier_id = any(${[...people]}::uuid[]) and c.status in ${LIVE}
    order by c.application_id
  `.execute(tx.sql);
  return rows;
}
