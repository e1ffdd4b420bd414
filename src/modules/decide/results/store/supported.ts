import { type RawBuilder, sql } from 'kysely';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { REFERENCE } from '../../fund/public.ts';
import type { ApplicationId } from '../rules/case.ts';
import { FEWEST } from '../rules/feedback.ts';
import { SUPPORTED_A_PAGE, type Supported, type SupportedFilter, type SupportedSums } from '../rules/supported.ts';

/** A page of what was supported, the newest yes first. */
export async function supportedPage(
  tx: TenantDb,
  filter: SupportedFilter,
  page: number,
  limit = SUPPORTED_A_PAGE,
): Promise<readonly Supported[]> {
  const { rows } = await sql<Supported>`
    select ${COLUMNS} ${FROM(tx)} ${where(filter)}
    order by d.on_day desc, d.id desc
    limit ${limit} offset ${(page - 1) * limit}`.execute(tx.sql);
  return rows;
}

export async function supportedById(tx: TenantDb, id: ApplicationId): Promise<Supported | null> {
  const { rows } = await sql<Supported>`select ${COLUMNS} ${FROM(tx)} and a.id = ${id}`.execute(tx.sql);
  return rows[0] ?? null;
}

export async function supportedSums(tx: TenantDb, filter: SupportedFilter): Promise<SupportedSums> {
  const { rows } = await sql<SupportedSums>`
    select count(*)::int as "count", coalesce(sum(d.amount_ore), 0)::bigint as "committed",
      coalesce(sum(p.paid), 0)::bigint as "paid", coalesce(sum(r.released), 0)::bigint as "released"
    ${FROM(tx)} ${where(filter)}`.execute(tx.sql);
  return rows[0] as SupportedSums;
}

/** The years in which something was supported, the newest first. */
export async function supportedYears(tx: TenantDb): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from d.on_day)::int as year
    from fund_decision d where d.tenant_id = ${tx.tenant.id} and d.result = 'commit'
    order by year desc`.execute(tx.sql);
  return rows.map((row) => row.year);
}

const FROM = (tx: TenantDb): RawBuilder<unknown> => sql`
  from fund_decision d
  join fund_application a on a.tenant_id = d.tenant_id and a.id = d.application_id
  join fund f on f.tenant_id = a.tenant_id and f.id = a.fund_id
  join fund_submission s on s.tenant_id = a.tenant_id and s.application_id = a.id
  left join initiative i on i.tenant_id = a.tenant_id and i.id = a.initiative_id
  left join fund_end e on e.tenant_id = a.tenant_id and e.application_id = a.id
  cross join lateral (
    select coalesce(sum(x.amount_ore), 0)::bigint as paid from fund_payment x
    where x.tenant_id = a.tenant_id and x.application_id = a.id
  ) p
  cross join lateral (
    select coalesce(sum(x.amount_ore), 0)::bigint as released from fund_release x
    where x.tenant_id = a.tenant_id and x.application_id = a.id
  ) r
  left join lateral (
    select x.id, x.came, x.best from fund_feedback x
    where x.tenant_id = a.tenant_id and x.application_id = a.id order by x.id desc limit 1
  ) b on true
  where d.tenant_id = ${tx.tenant.id} and d.result = 'commit' and (e.result is null or e.result = 'completed')`;

const COLUMNS = sql`
  a.id, ${REFERENCE} as "reference",
  f.name as "fundName", a.title, a.initiative_id as "initiativeId", d.on_day as "on", a.starts_on as "startsOn",
  a.grounds, i.category, d.amount_ore as "committed", p.paid, r.released, (e.result = 'completed') is true as "closed",
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

function where(filter: SupportedFilter): RawBuilder<unknown> {
  const { fundId, year, ground, departmentId, category } = filter;
  return sql`
    ${fundId ? sql`and a.fund_id = ${fundId}` : sql``}
    ${year ? sql`and d.on_day between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)` : sql``}
    ${ground ? sql`and a.grounds @> array[${ground}::text]` : sql``}
    ${category ? sql`and i.category = ${category}` : sql``}
    ${
      departmentId
        ? sql`and exists (
            select from fund_application_department x
            where x.tenant_id = a.tenant_id and x.application_id = a.id and x.department_id = ${departmentId}
          )`
        : sql``
    }`;
}
