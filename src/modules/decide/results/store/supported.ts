import { type RawBuilder, sql } from 'kysely';
import { FEWEST } from '../../../../kernel/small-groups.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { REFERENCE } from '../../fund/public.ts';
import type { ApplicationId } from '../rules/case.ts';
import { SUPPORTED_A_PAGE, type Supported, type SupportedFilter, type SupportedSums } from '../rules/supported.ts';

/** A page of what was supported, the newest yes first. */
export async function supportedPage(
  tx: TenantDb,
  filter: SupportedFilter,
  page: number,
  limit = SUPPORTED_A_PAGE,
): Promise<readonly Supported[]> {
  const { rows } = await sql<Supported>`
    select ${COLUMNS}
    from (
      select c.* ${chosen(tx, filter)}
      order by c.since desc, c.number desc
      limit ${limit} offset ${(page - 1) * limit}
    ) c ${WITH}
    order by c.since desc, c.number desc`.execute(tx.sql);
  return rows;
}

export async function supportedById(tx: TenantDb, id: ApplicationId): Promise<Supported | null> {
  const { rows } = await sql<Supported>`
    select ${COLUMNS}
    from fund_standing c ${WITH}
    where c.tenant_id = ${tx.tenant.id} and c.application_id = ${id} and ${IS_SUPPORTED}`.execute(tx.sql);
  return rows[0] ?? null;
}

/** What all of it comes to. Of a fund and a year it is kept; a narrower choice is added up from its rows. */
export async function supportedSums(tx: TenantDb, filter: SupportedFilter): Promise<SupportedSums> {
  const { fundId, year, ground, departmentId, category } = filter;
  const narrow = ground !== null || departmentId !== null || category !== null;
  const { rows } = await sql<SupportedSums>`${
    narrow
      ? sql`
        select count(*)::int as "count", coalesce(sum(c.committed_ore), 0)::bigint as "committed",
          coalesce(sum(c.paid_ore), 0)::bigint as "paid", coalesce(sum(c.released_ore), 0)::bigint as "released"
        ${chosen(tx, filter)}`
      : sql`
        select coalesce(sum(c.cases), 0)::int as "count", coalesce(sum(c.committed_ore), 0)::bigint as "committed",
          coalesce(sum(c.paid_ore), 0)::bigint as "paid", coalesce(sum(c.released_ore), 0)::bigint as "released"
        from fund_supported_sum c
        where c.tenant_id = ${tx.tenant.id} ${fundId ? sql`and c.fund_id = ${fundId}` : sql``}
          ${year ? sql`and c.year = ${year}` : sql``}`
  }`.execute(tx.sql);
  return rows[0] as SupportedSums;
}

/** The years in which something was supported, the newest first. */
export async function supportedYears(tx: TenantDb): Promise<readonly number[]> {
  const rows = await tx.sql
    .selectFrom('fund_supported_sum')
    .select('year')
    .distinct()
    .where('tenant_id', '=', tx.tenant.id)
    .where('cases', '>', 0)
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ year }) => year);
}

/** Promised, and not ended without being carried through: as the index `fund_standing_results` says. */
const IS_SUPPORTED = sql`c.status in ('committed', 'partly_committed', 'on_terms', 'settled', 'completed')`;

/** The standing (c) of all that the filter finds. */
function chosen(tx: TenantDb, { fundId, year, ground, departmentId, category }: SupportedFilter): RawBuilder<unknown> {
  const conditions = [sql`c.tenant_id = ${tx.tenant.id}`, IS_SUPPORTED];
  if (fundId) conditions.push(sql`c.fund_id = ${fundId}`);
  if (year) conditions.push(sql`c.since between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`);
  if (ground) conditions.push(sql`a.grounds @> array[${ground}::text]`);
  if (category) conditions.push(sql`i.category = ${category}`);
  if (departmentId)
    conditions.push(sql`exists (
      select from fund_application_department x
      where x.tenant_id = c.tenant_id and x.application_id = c.application_id and x.department_id = ${departmentId}
    )`);
  return sql`
    from fund_standing c
    ${ground || category ? sql`join fund_application a on a.tenant_id = c.tenant_id and a.id = c.application_id` : sql``}
    ${category ? sql`join initiative i on i.tenant_id = a.tenant_id and i.id = a.initiative_id` : sql``}
    where ${sql.join(conditions, sql` and `)}`;
}

/** What else is shown of each (c). */
const WITH = sql`
  join fund_application a on a.tenant_id = c.tenant_id and a.id = c.application_id
  join fund f on f.tenant_id = a.tenant_id and f.id = a.fund_id
  join fund_submission s on s.tenant_id = a.tenant_id and s.application_id = a.id
  left join initiative i on i.tenant_id = a.tenant_id and i.id = a.initiative_id
  left join lateral (
    select x.id, x.came, x.best from fund_feedback x
    where x.tenant_id = a.tenant_id and x.application_id = a.id order by x.id desc limit 1
  ) b on true`;

const COLUMNS = sql`
  a.id, ${REFERENCE} as "reference",
  f.name as "fundName", a.title, a.initiative_id as "initiativeId", c.since as "on", a.starts_on as "startsOn",
  a.grounds, i.category, c.committed_ore as "committed", c.paid_ore as "paid", c.released_ore as "released", c.status = 'completed' as "closed",
  array(
    select x.department_id from fund_application_department x
    where x.tenant_id = a.tenant_id and x.application_id = a.id order by x.department_id
  ) as "departmentIds",
  case when b.came < ${FEWEST}::int then to_jsonb('few'::text) else to_jsonb(b.came) end as "came",
  case when b.best <> '' and (
    select x.shown from fund_showing x where x.tenant_id = a.tenant_id and x.feedback_id = b.id order by x.id desc limit 1
  ) then b.best end as "best",
  coalesce((
    select jsonb_agg(jsonb_build_object('id', x.id, 'alt', x.alt) order by x.id)
    from fund_photo x
    where x.tenant_id = a.tenant_id and x.application_id = a.id and x.may_be_public and (
      select z.shown from fund_showing z where z.tenant_id = x.tenant_id and z.photo_id = x.id order by z.id desc limit 1
    )
  ), '[]'::jsonb) as "photos"`;
