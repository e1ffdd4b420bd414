import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';

/** Those that rest, and whose day to ask again has come. */
export async function parkingsToAskAbout(
  tx: TenantDb,
): Promise<readonly { readonly initiativeId: Id<'initiative'>; readonly askAgainOn: Day | null }[]> {
  return tx.sql
    .selectFrom('initiative_parking as p')
    .leftJoin('initiative_waking as w', (join) =>
      join.onRef('w.tenant_id', '=', 'p.tenant_id').onRef('w.parking_id', '=', 'p.id'),
    )
    .leftJoin('initiative_end as e', (join) =>
      join.onRef('e.tenant_id', '=', 'p.tenant_id').onRef('e.initiative_id', '=', 'p.initiative_id'),
    )
    .select(['p.initiative_id as initiativeId', 'p.ask_again_on as askAgainOn'])
    .where('p.tenant_id', '=', tx.tenant.id)
    .where('p.ask_again_on', '<=', tx.today)
    .where('w.parking_id', 'is', null)
    .where('e.initiative_id', 'is', null)
    .execute();
}

/** Those whose last day is over while nobody has told how it went, with each of their drivers. */
export async function endedPeriods(
  tx: TenantDb,
): Promise<readonly { readonly initiativeId: Id<'initiative'>; readonly personId: Id<'person'> }[]> {
  return tx.sql
    .selectFrom('initiative as i')
    .innerJoin('initiative_driver as d', (join) =>
      join.onRef('d.tenant_id', '=', 'i.tenant_id').onRef('d.initiative_id', '=', 'i.id'),
    )
    .leftJoin('initiative_end as e', (join) =>
      join.onRef('e.tenant_id', '=', 'i.tenant_id').onRef('e.initiative_id', '=', 'i.id'),
    )
    .select(['i.id as initiativeId', 'd.person_id as personId'])
    .where('i.tenant_id', '=', tx.tenant.id)
    .where('i.ends_on', '<', tx.today)
    .where('d.stopped_on', 'is', null)
    .where('e.initiative_id', 'is', null)
    .execute();
}
