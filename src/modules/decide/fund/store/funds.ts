import { sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Fund, Policy, Terms } from '../rules/policy.ts';

/** All funds of the house, the organisation's and the municipality's, by name. */
export async function funds(tx: TenantDb): Promise<Fund[]> {
  const { rows } = await sql<Fund>`${FUNDS(tx)} order by name collate "da-x-icu", id`.execute(tx.sql);
  return rows;
}

/** A fund that nothing hangs on is as if never opened; its rows, which are otherwise only added to, go. False: something does. */
export async function deleteUnusedFund(tx: TenantDb, id: Id<'fund'>): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select take_back_fund(${id}) as done`.execute(tx.sql);
  return rows[0]?.done ?? false;
}

export async function fundById(tx: TenantDb, id: Id<'fund'>): Promise<Fund | null> {
  const { rows } = await sql<Fund>`${FUNDS(tx)} and id = ${id}`.execute(tx.sql);
  return rows[0] ?? null;
}

/** The same, held until the transaction ends: whoever moves the fund's money at the same moment waits, and then counts anew. */
export async function lockFund(tx: TenantDb, id: Id<'fund'>): Promise<Fund | null> {
  const { rows } = await sql<Fund>`${FUNDS(tx)} and id = ${id} for update`.execute(tx.sql);
  return rows[0] ?? null;
}

/** The policy in force on a day: the newest version for the period that the day lies in. */
export async function policyOn(tx: TenantDb, fundId: Id<'fund'>, day: Day): Promise<Policy | null> {
  const { rows } = await sql<Policy>`${POLICIES(tx)} and p.fund_id = ${fundId} and ${inForce(day)}
    order by p.number desc limit 1`.execute(tx.sql);
  return rows[0] ?? null;
}

/** The policy in force on a day, of every fund that has one; one query. */
export async function policiesOn(tx: TenantDb, day: Day): Promise<ReadonlyMap<Id<'fund'>, Policy>> {
  const { rows } = await sql<Policy & { fundId: Id<'fund'> }>`${POLICIES(tx)} and ${inForce(day)} and not exists (
    select from fund_policy x where x.tenant_id = p.tenant_id and x.period_id = p.period_id and x.number > p.number
  )`.execute(tx.sql);
  return new Map(rows.map(({ fundId, ...policy }) => [fundId, policy]));
}

/** Every version there was, the newest first. */
export async function policiesOf(tx: TenantDb, fundId: Id<'fund'>): Promise<Policy[]> {
  const { rows } = await sql<Policy>`${POLICIES(tx)} and p.fund_id = ${fundId} order by p.number desc`.execute(tx.sql);
  return rows;
}

export async function insertFund(tx: TenantDb, fund: Omit<Fund, 'id'>): Promise<Id<'fund'>> {
  const { id } = await tx.sql
    .insertInto('fund')
    .values({
      tenant_id: tx.tenant.id,
      organisation_id: fund.organisationId,
      name: fund.name,
      prefix: fund.prefix,
      opened_on: tx.today,
      opened_by: personIdOf(tx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface Period {
  readonly id: Id<'fund_period'>;
  readonly startsOn: Day;
  readonly endsOn: Day;
}

/** The fund's periods, the first first. */
export async function periodsOf(tx: TenantDb, fundId: Id<'fund'>): Promise<Period[]> {
  const { rows } = await sql<Period>`
    select id, starts_on as "startsOn", ends_on as "endsOn" from fund_period
    where tenant_id = ${tx.tenant.id} and fund_id = ${fundId}
    order by starts_on`.execute(tx.sql);
  return rows;
}

export async function insertPeriod(
  tx: TenantDb,
  fundId: Id<'fund'>,
  period: { readonly startsOn: Day; readonly endsOn: Day },
): Promise<Id<'fund_period'>> {
  const { id } = await tx.sql
    .insertInto('fund_period')
    .values({ tenant_id: tx.tenant.id, fund_id: fundId, starts_on: period.startsOn, ends_on: period.endsOn })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertPolicy(
  tx: TenantDb,
  fundId: Id<'fund'>,
  periodId: Id<'fund_period'>,
  terms: Terms,
): Promise<Id<'fund_policy'>> {
  const { id } = await tx.sql
    .insertInto('fund_policy')
    .values({
      tenant_id: tx.tenant.id,
      fund_id: fundId,
      period_id: periodId,
      number: nextNumber(fundId, tx),
      total_ore: terms.total,
      project_max_ore: terms.projectMax,
      grounds: [...terms.grounds],
      applicants: [...terms.applicants],
      deciding_role: terms.decidingRole,
      delegated_role: terms.delegatedRole,
      delegated_limit_ore: terms.delegatedLimit,
      answer_days: terms.answerDays,
      co_financing_per_mille: terms.coFinancingPerMille,
      allocation: terms.allocation,
      report_due_days: terms.reportDueDays,
      carries_over: terms.carriesOver,
      amounts_include_vat: terms.amountsIncludeVat,
      allows_private_outlays: terms.allowsPrivateOutlays,
      asks_own_board: terms.asksOwnBoard,
      tells_municipality: terms.tellsMunicipality,
      words: terms.words,
      approved_on: terms.approvedOn,
      approved_reference: terms.approvedReference,
      recorded_by: personIdOf(tx.actor),
      recorded_at: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (terms.rounds.length > 0) {
    const rounds = terms.rounds.map((round) => ({
      tenant_id: tx.tenant.id,
      policy_id: id,
      closes_on: round.closesOn,
      answers_on: round.answersOn,
    }));
    await tx.sql.insertInto('fund_round').values(rounds).execute();
  }
  return id;
}

export async function insertTopUp(
  tx: TenantDb,
  periodId: Id<'fund_period'>,
  topUp: { readonly amount: Ore; readonly decisionReference: string },
): Promise<void> {
  await tx.sql
    .insertInto('fund_top_up')
    .values({
      tenant_id: tx.tenant.id,
      period_id: periodId,
      amount_ore: topUp.amount,
      decision_reference: topUp.decisionReference,
      on_day: tx.today,
      recorded_by: personIdOf(tx.actor),
    })
    .execute();
}

export async function insertCarryOver(
  tx: TenantDb,
  carried: { readonly from: Id<'fund_period'>; readonly to: Id<'fund_period'>; readonly amount: Ore },
): Promise<void> {
  await tx.sql
    .insertInto('fund_carry_over')
    .values({
      tenant_id: tx.tenant.id,
      from_period_id: carried.from,
      to_period_id: carried.to,
      amount_ore: carried.amount,
      on_day: tx.today,
      recorded_by: personIdOf(tx.actor),
    })
    .execute();
}

// Text, not built from parts: these stand behind every page of the fund.
const FUNDS = (tx: TenantDb) => sql`
  select id, organisation_id as "organisationId", name, prefix from fund where tenant_id = ${tx.tenant.id}`;

const POLICIES = (tx: TenantDb) => sql`
  select p.id, p.fund_id as "fundId", p.period_id as "periodId", p.number, d.starts_on as "startsOn",
    d.ends_on as "endsOn", p.total_ore as "total", p.project_max_ore as "projectMax", p.grounds, p.applicants,
    p.deciding_role as "decidingRole", p.delegated_role as "delegatedRole", p.delegated_limit_ore as "delegatedLimit",
    p.answer_days as "answerDays", p.co_financing_per_mille as "coFinancingPerMille", p.allocation,
    p.report_due_days as "reportDueDays", p.carries_over as "carriesOver", p.amounts_include_vat as "amountsIncludeVat",
    p.allows_private_outlays as "allowsPrivateOutlays", p.asks_own_board as "asksOwnBoard",
    p.tells_municipality as "tellsMunicipality", p.words, p.approved_on as "approvedOn",
    p.approved_reference as "approvedReference", coalesce((
      select json_agg(json_build_object('closesOn', r.closes_on, 'answersOn', r.answers_on) order by r.closes_on)
      from fund_round r where r.tenant_id = p.tenant_id and r.policy_id = p.id
    ), '[]') as "rounds"
  from fund_policy p
  join fund_period d on d.tenant_id = p.tenant_id and d.id = p.period_id
  where p.tenant_id = ${tx.tenant.id}`;

const inForce = (day: Day) => sql`${day}::date between d.starts_on and d.ends_on`;

function nextNumber(fundId: Id<'fund'>, tx: TenantDb) {
  return sql<number>`(
    select coalesce(max(number), 0) + 1 from fund_policy where tenant_id = ${tx.tenant.id} and fund_id = ${fundId}
  )`;
}
