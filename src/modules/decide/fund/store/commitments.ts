import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { holdersOf, housematesOf } from '../../../housing/public.ts';
import type { ApplicationId } from '../rules/application.ts';
import type { Commitment, CommitmentFilter } from '../rules/commitments.ts';
import { readReferences, referenceOf } from '../rules/reference.ts';
import { statusIn } from './cases.ts';

/** A commitment as the fund's own rows say. */
interface Row extends Omit<Commitment, 'reference' | 'householdIds' | 'deciderIds'> {
  readonly prefix: string;
  readonly decidingRole: Role;
  /** Who decided or advised. */
  readonly weighedBy: readonly Id<'person'>[];
}

const A_PAGE = 50;

type Wanted = CommitmentFilter & { readonly applicationId?: ApplicationId };

/** The commitments that fulfil all of the filter, the newest first; three queries, however many. */
export async function commitments(tx: TenantDb, filter: Wanted): Promise<readonly Commitment[]> {
  const rows = await commitmentRows(tx, filter);
  if (rows.length === 0) return [];
  const homes = await housematesOf(tx, [...new Set(rows.flatMap(applicantsOf))]);
  const bodies = await holdersOf(tx, [...new Set(rows.map((row) => row.decidingRole))], []);
  return rows.map((row) => {
    const { prefix, decidingRole, weighedBy, ...commitment } = row;
    const body = bodies.filter((one) => one.role === decidingRole && !row.recusedIds.includes(one.id));
    return {
      ...commitment,
      reference: referenceOf({ prefix }, row.number),
      householdIds: [...new Set(applicantsOf(row).flatMap((id) => homes.get(id) ?? []))],
      deciderIds: [...new Set([...weighedBy, ...body.map((one) => one.id)])],
    };
  });
}

function applicantsOf({ applicantId, carrierId, coApplicants }: Row): Id<'person'>[] {
  const ids = [applicantId, carrierId, ...coApplicants.map((one) => one.personId)];
  return ids.filter((id) => id !== null);
}

async function commitmentRows(tx: TenantDb, filter: Wanted): Promise<readonly Row[]> {
  const wanted = conditionsOf(tx, filter);
  if (!wanted) return [];
  const limit = filter.limit ?? A_PAGE;
  const left = filter.open ? sql`d.amount_ore - r.released - p.paid - q.claimed > 0` : sql`true`;
  const { rows } = await sql<Row>`
    select a.id as "applicationId", a.fund_id as "fundId", f.organisation_id as "organisationId", f.prefix, s.number,
      a.title, a.initiative_id as "initiativeId", a.applicant_name as "applicantName", a.applicant_id as "applicantId",
      coalesce(${TAKEN_OVER_BY}, a.applicant_id) as "carrierId", a.starts_on as "startsOn", a.ends_on as "endsOn",
      d.on_day as "committedOn", d.expires_on as "expiresOn", d.terms, d.amount_ore as "amount",
      r.released, p.paid, q.claimed, d.amount_ore - r.released - p.paid - q.claimed as "remaining",
      ${statusIn(tx.today)} as "status", y.deciding_role as "decidingRole",
      array(
        select m.department_id from fund_application_department m
        where m.tenant_id = a.tenant_id and m.application_id = a.id order by m.department_id
      ) as "departmentIds",
      ${listOf(sql`jsonb_build_object('name', m.name, 'personId', ${HAS_A_PART})`, 'fund_co_applicant')} as "coApplicants",
      ${listOf(sql`jsonb_build_object('what', m.what, 'supplier', m.supplier, 'amount', m.amount_ore)`, 'fund_budget_line')} as "lines",
      array(
        select m.decided_by from fund_decision m where m.tenant_id = a.tenant_id and m.application_id = a.id
        union
        select m.recommended_by from fund_recommendation m where m.tenant_id = a.tenant_id and m.application_id = a.id
      ) as "weighedBy",
      array(
        select m.person_id from fund_recusal m where m.tenant_id = a.tenant_id and m.application_id = a.id
      ) as "recusedIds"
    from fund_decision d
    join fund_application a on a.tenant_id = d.tenant_id and a.id = d.application_id
    join fund_submission s on s.tenant_id = a.tenant_id and s.application_id = a.id
    join fund f on f.tenant_id = a.tenant_id and f.id = a.fund_id
    join fund_policy y on y.tenant_id = d.tenant_id and y.id = d.policy_id
    left join fund_end e on e.tenant_id = a.tenant_id and e.application_id = a.id
    cross join lateral (
      select coalesce(sum(x.amount_ore), 0)::bigint as released
      from fund_release x where x.tenant_id = a.tenant_id and x.application_id = a.id
    ) r
    cross join lateral (
      select coalesce(sum(x.amount_ore), 0)::bigint as paid
      from fund_payment x where x.tenant_id = a.tenant_id and x.application_id = a.id
    ) p
    cross join lateral (
      select coalesce(sum(c.amount_ore), 0)::bigint as claimed
      from fund_claim c
      where c.tenant_id = a.tenant_id and c.application_id = a.id and c.amount_ore > 0 and (
        select coalesce(sum(case when x.result = 'bounced' then -1 else 1 end), 0) = 0
        from fund_claim_end x where x.tenant_id = c.tenant_id and x.claim_id = c.id
      )
    ) q
    where d.tenant_id = ${tx.tenant.id} and d.result = 'commit'
      and d.application_id = any(array(${candidates(tx, wanted, limit)})) and ${left}
    order by d.id desc
    limit ${limit}
  `.execute(tx.sql);
  return rows;
}

const TAKEN_OVER_BY = sql`(
  select x.to_person_id from fund_take_over x
  where x.tenant_id = a.tenant_id and x.application_id = a.id order by x.id desc limit 1
)`;

/** Whom the applicant named is theirs to say until somebody has found that it is not so. */
const HAS_A_PART = sql`(
  select m.person_id where not exists (
    select from fund_naming_answer x
    where x.tenant_id = m.tenant_id and x.application_id = m.application_id and x.person_id = m.person_id
      and x.result = 'rejected'
  )
)`;

function listOf(one: RawBuilder<unknown>, table: 'fund_co_applicant' | 'fund_budget_line') {
  return sql`coalesce((
    select jsonb_agg(${one} order by m.id) from ${sql.table(table)} m
    where m.tenant_id = a.tenant_id and m.application_id = a.id
  ), '[]')`;
}

/** Which cases it can be, the newest first: found by indexes, before any money is counted. */
function candidates(tx: TenantDb, wanted: readonly RawBuilder<unknown>[], limit: number): RawBuilder<unknown> {
  return sql`
    select c.application_id from fund_standing c
    where c.tenant_id = ${tx.tenant.id} and c.committed_ore is not null and ${sql.join(wanted, sql` and `)}
    order by c.application_id desc limit ${limit * SPARE}`;
}
/** Some of those that stand open have nothing left. */
const SPARE = 4;

/** What must hold; null when nothing can. */
function conditionsOf(tx: TenantDb, filter: Wanted): RawBuilder<unknown>[] | null {
  const { fundId, applicationId, reference, open, amount, supplier, applicant } = filter;
  const wanted = [sql`true`];
  const here = sql`x.tenant_id = ${tx.tenant.id}`;
  const among = (ids: RawBuilder<unknown>) =>
    wanted.push(sql`c.application_id = any(array(${ids} order by 1 desc limit ${MOST_ALIKE}))`);
  if (fundId) wanted.push(sql`c.fund_id = ${fundId}`);
  if (applicationId) wanted.push(sql`c.application_id = ${applicationId}`);
  if (open) wanted.push(sql`c.status in ('committed', 'partly_committed', 'on_terms', 'cancelled')`);
  if (reference !== undefined) {
    const read = readReferences(reference);
    if (read.length === 0) return null;
    among(sql`
      select x.application_id
      from unnest(${read.map((one) => one.prefix)}::text[], ${read.map((one) => one.number)}::integer[]) w (prefix, number)
      join fund o on o.prefix = w.prefix
      join fund_submission x on x.tenant_id = o.tenant_id and x.fund_id = o.id and x.number = w.number
      where ${here}`);
  }
  if (amount !== undefined) {
    among(sql`
      select x.application_id from fund_decision x where ${here} and x.result = 'commit' and x.amount_ore = ${amount}
      union select x.application_id from fund_budget_line x where ${here} and x.amount_ore = ${amount}`);
  }
  if (supplier !== undefined) {
    among(sql`select x.application_id from fund_budget_line x where ${here} and x.supplier_key = lower(${supplier})`);
  }
  if (applicant !== undefined) {
    among(sql`select x.id from fund_application x where ${here} and x.applicant_key = lower(${applicant})`);
  }
  return wanted;
}
/** A name or an amount that more have than this says nothing by itself: only the newest are looked at. */
const MOST_ALIKE = 2000;
