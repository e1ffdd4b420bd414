import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { FEWEST, type Known, type Offered } from '../rules/story.ts';

/**
 * What Grobund knows of how an initiative (i) went, as an object: how many came (as it was told to the fund, else as the
 * events were counted), how many did its small tasks, and what the fund paid. Small groups are told as `few`.
 */
export const KNOWN: RawBuilder<Known> = sql`(
  select jsonb_build_object(
    'came', ${shownAs(sql`coalesce(f.came, v.came)`)},
    'times', case when f.came is null and v.times > 0 then v.times else 1 end,
    'helpers', ${shownAs(sql`nullif(h.helpers, 0)`)},
    'paid', f.paid
  )
  from (
    select max(b.came) as came, nullif(sum(z.paid_ore), 0)::bigint as paid
    from fund_application a
    join fund_standing z on z.tenant_id = a.tenant_id and z.application_id = a.id
      and z.status in ('committed', 'partly_committed', 'on_terms', 'settled', 'completed')
    left join lateral (
      select x.came from fund_feedback x
      where x.tenant_id = a.tenant_id and x.application_id = a.id order by x.id desc limit 1
    ) b on true
    where a.tenant_id = i.tenant_id and a.initiative_id = i.id
  ) f, (
    select sum(k.adults + k.children)::int as came, count(*)::int as times
    from event e
    join event_count k on k.tenant_id = e.tenant_id and k.event_id = e.id and k.adults is not null
    where e.tenant_id = i.tenant_id and e.initiative_id = i.id
  ) v, (
    select count(distinct c.helper_id)::int as helpers
    from (
      select j.id from task_job j where j.tenant_id = i.tenant_id and j.initiative_id = i.id
      union
      select j.id from event e
      join task_job j on j.tenant_id = e.tenant_id and j.event_id = e.id
      where e.tenant_id = i.tenant_id and e.initiative_id = i.id
    ) w
    join task t on t.tenant_id = i.tenant_id and t.job_id = w.id
    join task_claim c on c.tenant_id = t.tenant_id and c.task_id = t.id
    join task_claim_end d on d.tenant_id = c.tenant_id and d.claim_id = c.id and d.outcome = 'done'
  ) h)`;

function shownAs(count: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when ${count} < ${sql.lit(FEWEST)} then to_jsonb('few'::text) else to_jsonb(${count}) end`;
}

/** May everybody see the picture (p)? Those on it have said so, and staff have not hidden it. */
export const MAY_BE_SHOWN: RawBuilder<unknown> = sql`p.may_be_public and coalesce((
  select z.shown from fund_showing z where z.tenant_id = p.tenant_id and z.photo_id = p.id order by z.id desc limit 1
), true)`;

/** How one initiative went. Null where there is none. */
export async function knownOf(tx: TenantDb, initiativeId: Id<'initiative'>): Promise<Known | null> {
  const { rows } = await sql<{ known: Known }>`
    select ${KNOWN} as known from initiative i where i.tenant_id = ${tx.tenant.id} and i.id = ${initiativeId}
  `.execute(tx.sql);
  return rows[0]?.known ?? null;
}

/** What was best, in the words of those who held it, where staff have shown them to everybody. */
export async function bestOf(tx: TenantDb, initiativeId: Id<'initiative'>): Promise<string | null> {
  const { rows } = await sql<{ best: string }>`
    select b.best
    from fund_application a
    join lateral (
      select x.id, x.best from fund_feedback x
      where x.tenant_id = a.tenant_id and x.application_id = a.id order by x.id desc limit 1
    ) b on b.best <> ''
    where a.tenant_id = ${tx.tenant.id} and a.initiative_id = ${initiativeId} and (
      select z.shown from fund_showing z
      where z.tenant_id = a.tenant_id and z.feedback_id = b.id order by z.id desc limit 1
    )
    order by a.id desc limit 1`.execute(tx.sql);
  return rows[0]?.best ?? null;
}

/** The pictures that a story of the initiative can show, the oldest first. */
export async function offeredPhotos(tx: TenantDb, initiativeId: Id<'initiative'>): Promise<readonly Offered[]> {
  const { rows } = await sql<Offered>`
    select p.id, p.alt, p.people <> 'nobody' as known
    from fund_application a
    join fund_photo p on p.tenant_id = a.tenant_id and p.application_id = a.id
    where a.tenant_id = ${tx.tenant.id} and a.initiative_id = ${initiativeId} and ${MAY_BE_SHOWN}
    order by p.id`.execute(tx.sql);
  return rows;
}

/** The case of the fund where its people add pictures; null where the fund was not asked. */
export async function caseOf(tx: TenantDb, initiativeId: Id<'initiative'>): Promise<Id<'fund_application'> | null> {
  const { rows } = await sql<{ id: Id<'fund_application'> }>`
    select a.id from fund_application a
    join fund_standing z on z.tenant_id = a.tenant_id and z.application_id = a.id
      and z.status in ('committed', 'partly_committed', 'on_terms', 'settled', 'completed')
    where a.tenant_id = ${tx.tenant.id} and a.initiative_id = ${initiativeId}
    order by a.id desc limit 1`.execute(tx.sql);
  return rows[0]?.id ?? null;
}
