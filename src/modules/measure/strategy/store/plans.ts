import { type RawBuilder, sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { FigureSpan } from '../../../../platform/figures/figures.ts';
import type { Plan, PlanLink, PlanState, PlanWords, StateChange } from '../rules/plan.ts';
import type { Area } from '../rules/version.ts';

/** Those of some areas, the nearest deadline first. A house has a few dozen. */
export async function plansOf(tx: TenantDb, areas: readonly Area['id'][]): Promise<readonly Plan[]> {
  return plansWhere(tx, sql`and p.area_id = any(${areas}::uuid[])`);
}

/** Every plan that is not done. */
export async function openPlans(tx: TenantDb): Promise<readonly Plan[]> {
  return (await plansWhere(tx, sql``)).filter(({ state }) => state === 'planned' || state === 'under_way');
}

export async function planById(tx: TenantDb, id: Plan['id']): Promise<Plan | null> {
  return (await plansWhere(tx, sql`and p.id = ${id}`))[0] ?? null;
}

const MOST = 500;

async function plansWhere(tx: TenantDb, where: RawBuilder<unknown>): Promise<readonly Plan[]> {
  const { rows } = await sql<Plan>`
    select p.id, p.area_id as "areaId", p.title, p.activities, p.owner_id as "ownerId", p.deadline_on as "deadline",
      p.budget_ore as "budget", p.version, coalesce(s.state, 'planned') as state, coalesce(s.on_day, p.created_on) as "stateOn"
    from strategy_plan p
    left join lateral (
      select s.state, s.on_day from strategy_plan_state s
      where s.tenant_id = p.tenant_id and s.plan_id = p.id
      order by s.id desc limit 1
    ) s on true
    where p.tenant_id = ${tx.tenant.id} ${where}
    order by p.deadline_on, p.id limit ${MOST}
  `.execute(tx.sql);
  return rows;
}

/** Plans whose deadline was in the span and has come, and whether they were closed by it. */
export async function plansDueIn(
  tx: TenantDb,
  { from, until }: FigureSpan,
): Promise<readonly { readonly id: Plan['id']; readonly title: string; readonly on: Day; readonly inTime: boolean }[]> {
  const { rows } = await sql<{ id: Plan['id']; title: string; on: Day; inTime: boolean }>`
    select p.id, p.title, p.deadline_on as "on", coalesce(s.state in ('done', 'dropped'), false) as "inTime"
    from strategy_plan p
    left join lateral (
      select s.state from strategy_plan_state s
      where s.tenant_id = p.tenant_id and s.plan_id = p.id and s.on_day <= p.deadline_on
      order by s.id desc limit 1
    ) s on true
    where p.tenant_id = ${tx.tenant.id} and p.deadline_on between ${from} and least(${until}::date, ${tx.today}::date)
    order by p.deadline_on, p.id
  `.execute(tx.sql);
  return rows;
}

/** Had any plan its deadline by that day? Before, nothing could be late. */
export async function anyPlanDueBy(tx: TenantDb, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from strategy_plan p
    where p.tenant_id = ${tx.tenant.id} and p.deadline_on <= least(${day}::date, ${tx.today}::date)
    limit 1
  `.execute(tx.sql);
  return rows.length > 0;
}

export async function changesOf(tx: TenantDb, id: Plan['id']): Promise<readonly StateChange[]> {
  const { rows } = await sql<StateChange>`
    select s.state, s.words, s.on_day as "on", s.set_by as "by" from strategy_plan_state s
    where s.tenant_id = ${tx.tenant.id} and s.plan_id = ${id}
    order by s.id desc limit 50
  `.execute(tx.sql);
  return rows;
}

export async function insertPlan(tx: TenantDb, areaId: Area['id'], words: PlanWords): Promise<Plan['id']> {
  const { id } = await tx.sql
    .insertInto('strategy_plan')
    .values({
      ...columnsOf(words),
      tenant_id: tx.tenant.id,
      area_id: areaId,
      created_on: tx.today,
      made_by: personIdOf(tx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False when somebody saved it in the meantime. */
export async function updatePlan(tx: TenantDb, id: Plan['id'], version: number, words: PlanWords): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('strategy_plan')
    .set({ ...columnsOf(words), version: version + 1 })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function columnsOf({ title, activities, ownerId, deadline, budget }: PlanWords) {
  return { title, activities, owner_id: ownerId, deadline_on: deadline, budget_ore: budget };
}

export async function insertState(tx: TenantDb, id: Plan['id'], state: PlanState, words: string): Promise<void> {
  await tx.sql
    .insertInto('strategy_plan_state')
    .values({ tenant_id: tx.tenant.id, plan_id: id, state, words, on_day: tx.today, set_by: personIdOf(tx.actor) })
    .execute();
}

/** What these plans do it with: a card by its title in the house's language, an initiative by its own. */
export async function linksOf(
  tx: TenantDb,
  plans: readonly Plan['id'][],
): Promise<readonly (PlanLink & { readonly planId: Plan['id'] })[]> {
  const { rows } = await sql<PlanLink & { readonly planId: Plan['id'] }>`
    select l.id, l.plan_id as "planId", case when l.card_id is null then 'initiative' else 'card' end as kind,
      coalesce(l.card_id, l.initiative_id) as target, coalesce(i.title, (
        select t.title from catalogue_card_text t
        where t.tenant_id = l.tenant_id and t.card_id = l.card_id
        order by t.language = ${tx.tenant.language} desc limit 1
      )) as title
    from strategy_plan_link l
    left join initiative i on i.tenant_id = l.tenant_id and i.id = l.initiative_id
    where l.tenant_id = ${tx.tenant.id} and l.plan_id = any(${plans}::uuid[])
    order by l.id
  `.execute(tx.sql);
  return rows;
}

/** What can be linked: published cards and initiatives, by title. */
export async function linkable(tx: TenantDb): Promise<readonly Pick<PlanLink, 'kind' | 'target' | 'title'>[]> {
  const { rows } = await sql<Pick<PlanLink, 'kind' | 'target' | 'title'>>`
    (select 'card' as kind, c.id as target, t.title from catalogue_card c
    join catalogue_card_text t on t.tenant_id = c.tenant_id and t.card_id = c.id and t.language = ${tx.tenant.language}
    where c.tenant_id = ${tx.tenant.id} and (
      select s.state from catalogue_card_state s
      where s.tenant_id = c.tenant_id and s.card_id = c.id
      order by s.id desc limit 1
    ) = 'published'
    order by t.title limit 200)
    union all
    (select 'initiative', i.id, i.title from initiative i
    where i.tenant_id = ${tx.tenant.id}
    order by i.id desc limit 100)
  `.execute(tx.sql);
  return rows;
}

export async function insertLink(
  tx: TenantDb,
  id: Plan['id'],
  { kind, target }: Pick<PlanLink, 'kind' | 'target'>,
): Promise<void> {
  const column = kind === 'card' ? sql`card_id` : sql`initiative_id`;
  const table = kind === 'card' ? sql`catalogue_card` : sql`initiative`;
  await sql`
    insert into strategy_plan_link (tenant_id, plan_id, ${column})
    select t.tenant_id, ${id}, t.id from ${table} t where t.tenant_id = ${tx.tenant.id} and t.id = ${target}
    on conflict do nothing
  `.execute(tx.sql);
}

export async function deleteLink(tx: TenantDb, planId: Plan['id'], id: string): Promise<void> {
  await sql`
    delete from strategy_plan_link where tenant_id = ${tx.tenant.id} and plan_id = ${planId} and id = ${id}
  `.execute(tx.sql);
}
