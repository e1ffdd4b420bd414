import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { Ore } from '../../../../kernel/money.ts';
import { FEWEST } from '../../../../kernel/small-groups.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { BudgetLine, Card } from '../rules/card.ts';
import type { Counts, Done } from '../rules/done.ts';
import type { DepartmentRules } from '../rules/taking.ts';

/** What an initiative took from its card. */
export interface Taking {
  readonly cardId: Card['id'];
  readonly participants: number;
  readonly budget: readonly BudgetLine[];
}

export async function insertTaking(tx: TenantDb, initiativeId: Id<'initiative'>, taking: Taking): Promise<void> {
  await tx.sql
    .insertInto('catalogue_taking')
    .values({
      tenant_id: tx.tenant.id,
      initiative_id: initiativeId,
      card_id: taking.cardId,
      participants: taking.participants,
      budget: taking.budget.map(({ what }) => what),
      budget_ore: taking.budget.map(({ amount }) => amount),
      on_day: tx.today,
    })
    .execute();
}

export async function takingOf(tx: TenantDb, initiativeId: Id<'initiative'>): Promise<Taking | null> {
  const row = await tx.sql
    .selectFrom('catalogue_taking')
    .select(['card_id', 'participants', 'budget', 'budget_ore'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('initiative_id', '=', initiativeId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    cardId: row.card_id,
    participants: row.participants,
    budget: row.budget.map((what, at) => ({ what, amount: row.budget_ore[at] as Ore })),
  };
}

/** Those of them that no card has been taken for. */
export async function withoutCard(
  tx: TenantDb,
  ids: readonly Id<'initiative'>[],
): Promise<ReadonlySet<Id<'initiative'>>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.sql
    .selectFrom('catalogue_taking')
    .select('initiative_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('initiative_id', 'in', ids)
    .execute();
  const taken = new Set(rows.map((row) => row.initiative_id));
  return new Set(ids.filter((id) => !taken.has(id)));
}

/** What the fund said yes to, whatever came of it. */
const GRANTED = sql`s.status in ('committed', 'partly_committed', 'on_terms', 'settled', 'completed')`;
/** What was told last of how an application (a) went: the newest feedback (b). */
const LAST_FEEDBACK = sql`
  left join lateral (
    select x.came from fund_feedback x
    where x.tenant_id = a.tenant_id and x.application_id = a.id order by x.id desc limit 1
  ) b on true`;

/** How many were counted at the event of an initiative (i) to which most came. */
const AT_EVENTS = sql`(
    select max(k.adults + k.children)
    from event v
    join event_count k on k.tenant_id = v.tenant_id and k.event_id = v.id
    where v.tenant_id = i.tenant_id and v.initiative_id = i.id
      and not exists (select from event_cancellation x where x.tenant_id = v.tenant_id and x.event_id = v.id)
  )`;

const MOST_DONE = 50;

/**
 * Each time that it was carried through, the newest first: read from the finished initiatives, what was counted at their
 * events, and the fund's rows. Nobody types it for the catalogue. What a small group was is not told.
 */
export async function timesDone(tx: TenantDb, cardId: Card['id']): Promise<readonly Done[]> {
  const { rows } = await sql<Done>`
    select i.id as "initiativeId", i.title, i.whole_organisation as "wholeOrganisation",
      array(
        select m.department_id from initiative_department m
        where m.tenant_id = i.tenant_id and m.initiative_id = i.id order by m.department_id
      ) as "departmentIds",
      coalesce(e.on_day, i.ends_on, z.from_day) as "on", f.paid,
      case when h.came < ${FEWEST}::int then to_jsonb('few'::text) else to_jsonb(h.came) end as "came",
      exists (
        select from initiative_driver d
        where d.tenant_id = i.tenant_id and d.initiative_id = i.id and d.stopped_on is null
      ) as "askable"
    from (
      select k.tenant_id, k.initiative_id from catalogue_taking k
      where k.tenant_id = ${tx.tenant.id} and k.card_id = ${cardId}
      union
      select c.tenant_id, c.initiative_id from catalogue_card c
      where c.tenant_id = ${tx.tenant.id} and c.id = ${cardId} and c.initiative_id is not null
    ) made
    join initiative i on i.tenant_id = made.tenant_id and i.id = made.initiative_id
    join initiative_standing z on z.tenant_id = i.tenant_id and z.initiative_id = i.id
      and z.from_day <= ${tx.today} and z.before_day > ${tx.today} and z.status = 'done'
    left join initiative_end e on e.tenant_id = i.tenant_id and e.initiative_id = i.id
    left join lateral (
      select nullif(sum(s.paid_ore), 0)::bigint as paid, max(b.came) as came
      from fund_application a
      join fund_standing s on s.tenant_id = a.tenant_id and s.application_id = a.id
        and ${GRANTED}
      ${LAST_FEEDBACK}
      where a.tenant_id = i.tenant_id and a.initiative_id = i.id
    ) f on true
    cross join lateral (select greatest(f.came, ${AT_EVENTS}) as came) h
    order by "on" desc, i.id desc limit ${MOST_DONE}`.execute(tx.sql);
  return rows;
}

export async function countsOf(
  tx: TenantDb,
  cardId: Card['id'],
  year: number,
  personId: Id<'person'> | null,
): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select
      (select count(*)::int from catalogue_taking k where k.tenant_id = ${tx.tenant.id} and k.card_id = ${cardId}) as "taken",
      (select count(*)::int from catalogue_doing d where d.tenant_id = ${tx.tenant.id} and d.card_id = ${cardId}) as "doing",
      exists (
        select from catalogue_doing d
        where d.tenant_id = ${tx.tenant.id} and d.card_id = ${cardId} and d.person_id = ${personId}::uuid
      ) as "mine",
      exists (
        select from catalogue_pin p
        where p.tenant_id = ${tx.tenant.id} and p.card_id = ${cardId} and p.year = ${year}
      ) as "pinned"`.execute(tx.sql);
  return rows[0] as Counts;
}

/** What departments have said; those that have said nothing are absent. */
export async function departmentRules(
  tx: TenantDb,
): Promise<ReadonlyMap<Id<'department'>, Omit<DepartmentRules, 'departmentId'>>> {
  const rows = await tx.sql
    .selectFrom('catalogue_department_rules')
    .select(['department_id', 'board_above_ore as boardAbove', 'proposal_days as proposalDays', 'words'])
    .where('tenant_id', '=', tx.tenant.id)
    .execute();
  return new Map(rows.map(({ department_id, ...rules }) => [department_id, rules]));
}

export async function writeDepartmentRules(
  tx: TenantDb,
  { departmentId, boardAbove, proposalDays, words }: DepartmentRules,
  by: Id<'person'> | null,
): Promise<void> {
  const columns = {
    board_above_ore: boardAbove,
    proposal_days: proposalDays,
    words,
    set_at: tx.now,
    set_by: by,
  };
  await tx.sql
    .insertInto('catalogue_department_rules')
    .values({ tenant_id: tx.tenant.id, department_id: departmentId, ...columns })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'department_id']).doUpdateSet(columns))
    .execute();
}

/** Departments that have a board today. */
export async function departmentsWithBoard(tx: TenantDb): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct r.department_id as id from role_grant r
    where r.tenant_id = ${tx.tenant.id} and r.role = 'board_member' and r.department_id is not null
      and r.from_day <= ${tx.today} and (r.until_day is null or r.until_day >= ${tx.today})`.execute(tx.sql);
  return new Set(rows.map(({ id }) => id));
}

/** What came of it, for a card that is made of it: how many came and what the fund paid, and what was asked for. */
export async function resultOf(
  tx: TenantDb,
  initiativeId: Id<'initiative'>,
): Promise<{ readonly came: number | null; readonly expected: number | null; readonly budget: readonly BudgetLine[] }> {
  const { rows } = await sql<{ came: number | null; expected: number | null; budget: BudgetLine[] }>`
    select greatest(f.came, ${AT_EVENTS}) as came, f.expected, coalesce(f.budget, '[]'::jsonb) as budget
    from initiative i
    left join lateral (
      select b.came, a.participants as expected, (
        select jsonb_agg(jsonb_build_object('what', l.what, 'amount', l.amount_ore) order by l.id)
        from fund_budget_line l where l.tenant_id = a.tenant_id and l.application_id = a.id
      ) as budget
      from fund_application a
      join fund_standing s on s.tenant_id = a.tenant_id and s.application_id = a.id
      ${LAST_FEEDBACK}
      where a.tenant_id = i.tenant_id and a.initiative_id = i.id and ${GRANTED}
      order by a.id desc limit 1
    ) f on true
    where i.tenant_id = ${tx.tenant.id} and i.id = ${initiativeId}`.execute(tx.sql);
  return rows[0] ?? { came: null, expected: null, budget: [] };
}
