import { type RawBuilder, sql } from 'kysely';
import { type Day, dayOf } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import {
  CARDS_A_PAGE,
  type Card,
  type CardFilter,
  GROWING_STATUSES,
  OPEN_STATUSES,
  type QuietCard,
  STATUSES,
  STORIES_A_PAGE,
  type Status,
} from '../rules.ts';

/** A page of cards, the newest first, and how many there are in all. Twelve drawings fill rows of two, three and four. */
export async function cardPage(
  tx: TenantDb,
  filter: CardFilter,
  page = 1,
  limit = STORIES_A_PAGE,
): Promise<{ readonly cards: readonly Card[]; readonly total: number }> {
  const { rows } = await cards<{ total: number }>(
    tx,
    // Counted apart, so that the page itself is read in the order of an index and no further than its end.
    sql`
      select ${CHOSEN}, (select count(*) ${STANDING} ${matching(tx, filter)}) as total
      ${STANDING} ${matching(tx, filter)}
      order by s.initiative_id desc limit ${sql.lit(limit)} offset ${(page - 1) * limit}`,
    sql`, c.total`,
  ).execute(tx.sql);
  const total = rows[0]?.total ?? (page > 1 ? (await cardPage(tx, filter, 1, 1)).total : 0);
  return { cards: rows.map(toCard), total };
}

/** The newest cards alone: not counting the others lets the server stop when it has found them. */
export async function newestCards(tx: TenantDb, filter: CardFilter, limit: number): Promise<readonly Card[]> {
  const newest = sql`
    select ${CHOSEN} ${STANDING} ${matching(tx, filter)}
    order by s.initiative_id desc limit ${sql.lit(limit)}`;
  return (await cards(tx, newest).execute(tx.sql)).rows.map(toCard);
}

/**
 * The newest open ones of a department, those for the whole organisation included: each of the two is read in the order of an
 * index, and no further than until there are enough.
 */
export async function newestOfDepartment(
  tx: TenantDb,
  departmentId: Id<'department'>,
  limit: number,
): Promise<readonly Card[]> {
  const newest = (ids: RawBuilder<unknown>) => sql`(
    select standing.* from (${ids}) which (id)
    cross join lateral (
      select s.tenant_id, s.initiative_id, s.status from initiative_standing s
      ${matching(tx, { status: 'open' })} and s.initiative_id = which.id limit 1
    ) standing
    order by which.id desc limit ${sql.lit(limit)}
  )`;
  const chosen = sql`
    ${newest(ofDepartment(tx, departmentId))} union ${newest(ofWholeHouse(tx))}
    order by initiative_id desc limit ${sql.lit(limit)}`;
  return (await cards(tx, chosen).execute(tx.sql)).rows.map(toCard);
}

/** Those that this person drives, the newest first. */
export async function cardsDrivenBy(tx: TenantDb, personId: Id<'person'>): Promise<readonly Card[]> {
  const driven = sql`
    select ${CHOSEN} ${STANDING} ${matching(tx, { status: 'open' })}
    and s.initiative_id in (
      select d.initiative_id from initiative_driver d
      where d.tenant_id = ${tx.tenant.id} and d.person_id = ${personId}
      and d.from_day <= ${tx.today} and (d.stopped_on is null or d.stopped_on > ${tx.today})
    )
    order by s.initiative_id desc limit ${sql.lit(CARDS_A_PAGE)}`;
  return (await cards(tx, driven).execute(tx.sql)).rows.map(toCard);
}

/** Open ones, the one that has been still for longest first. The journal knows when something last happened. */
export async function quietPage(
  tx: TenantDb,
  page = 1,
  limit = CARDS_A_PAGE,
): Promise<{ readonly cards: readonly QuietCard[]; readonly total: number }> {
  const { rows } = await cards<{ total: number; heard_at: Date | null }>(
    tx,
    sql`
      select ${CHOSEN}, count(*) over () as total, h.heard_at
      ${STANDING}
      left join thread_heard h on h.tenant_id = s.tenant_id and h.thread_id = s.initiative_id
      ${matching(tx, { status: 'open' })}
      order by h.heard_at nulls first, s.initiative_id limit ${sql.lit(limit)} offset ${(page - 1) * limit}`,
    sql`, c.total, c.heard_at`,
    sql`c.heard_at nulls first, i.id`,
  ).execute(tx.sql);
  const quiet = rows.map((row) => ({ ...toCard(row), lastHeard: row.heard_at && dayOf(row.heard_at) }));
  return { cards: quiet, total: rows[0]?.total ?? 0 };
}

/**
 * The open ones that have been still for longest, without counting the others: thread by thread in the order of an index
 * that has none that ended (migration 0052). Each initiative is told of in its thread when it begins, so none is left out.
 */
export async function stillest(tx: TenantDb, limit: number): Promise<readonly QuietCard[]> {
  // At most one standing holds on a day; said as a limit, PostgreSQL looks it up thread by thread.
  const { rows } = await cards<{ heard_at: Date }>(
    tx,
    sql`
      select h.tenant_id, h.thread_id as initiative_id, h.heard_at, standing.status
      from thread_heard h
      cross join lateral (
        select s.status ${STANDING} ${matching(tx, { status: 'open' })} and s.initiative_id = h.thread_id limit 1
      ) standing
      where h.tenant_id = ${tx.tenant.id} and not h.ended
      order by h.heard_at, h.thread_id limit ${sql.lit(limit)}`,
    sql`, c.heard_at`,
    sql`c.heard_at, i.id`,
  ).execute(tx.sql);
  return rows.map((row) => ({ ...toCard(row), lastHeard: dayOf(row.heard_at) }));
}

/** How many there are of each status. */
export async function statusCounts(tx: TenantDb): Promise<Readonly<Record<Status, number>>> {
  // Without the join, which an index that holds all that is counted would not serve.
  const { rows } = await sql<{ status: Status; count: number }>`
    select s.status, count(*) as count from initiative_standing s ${matching(tx, {})} group by s.status
  `.execute(tx.sql);
  const counts = new Map(rows.map((row) => [row.status, row.count]));
  return Object.fromEntries(STATUSES.map((status) => [status, counts.get(status) ?? 0])) as Record<Status, number>;
}

const CHOSEN = sql`s.tenant_id, s.initiative_id, s.status`;

/** Migration 0016 keeps where each stands, so that a list need not read the rows of all: counting reads an index alone. */
const STANDING = sql`from initiative_standing s`;

function matching(tx: TenantDb, filter: CardFilter): RawBuilder<unknown> {
  const { status, departmentId } = filter;
  const wanted = status === 'open' ? OPEN_STATUSES : status === 'growing' ? GROWING_STATUSES : status ? [status] : null;
  const conditions = [
    sql`s.tenant_id = ${tx.tenant.id} and s.from_day <= ${tx.today} and s.before_day > ${tx.today}`,
    ...(wanted ? [sql`s.status in (${sql.join(wanted.map((one) => sql.lit(one)))})`] : []),
    ...(filter.category ? [ofCategory(filter.category)] : []),
    ...(filter.ids ? [sql`s.initiative_id = any(${[...filter.ids]}::uuid[])`] : []),
    ...(departmentId ? [sql`s.initiative_id in (${concerning(tx, departmentId)})`] : []),
    ...(filter.seeksHelp ? [SEEKS_HELP] : []),
  ];
  return sql`where ${sql.join(conditions, sql` and `)}`;
}

function ofCategory(category: Card['category']): RawBuilder<unknown> {
  return sql`exists (
    select from initiative n
    where n.tenant_id = s.tenant_id and n.id = s.initiative_id and n.category = ${category}
  )`;
}

/** Those of the department, and those for the whole organisation. */
function concerning(tx: TenantDb, departmentId: Id<'department'>): RawBuilder<unknown> {
  return sql`${ofDepartment(tx, departmentId)} union all ${ofWholeHouse(tx)}`;
}

function ofDepartment(tx: TenantDb, departmentId: Id<'department'>): RawBuilder<unknown> {
  return sql`
    select m.initiative_id from initiative_department m
    where m.tenant_id = ${tx.tenant.id} and m.department_id = ${departmentId}`;
}

function ofWholeHouse(tx: TenantDb): RawBuilder<unknown> {
  return sql`select w.id from initiative w where w.tenant_id = ${tx.tenant.id} and w.whole_organisation`;
}

/** Nobody drives it yet, those who do asked for help, or a step stands open that nobody has taken. */
const SEEKS_HELP = sql`(s.status in ('idea', 'looking') or (s.status = 'under_way' and exists (
  select from initiative_question q
  where q.tenant_id = s.tenant_id and q.initiative_id = s.initiative_id and q.answer = 'help' and q.helped_on is null
)) or (s.status = 'under_way' and exists (
  select from initiative_step t
  left join initiative_step_end f on f.tenant_id = t.tenant_id and f.step_id = t.id
  where t.tenant_id = s.tenant_id and t.initiative_id = s.initiative_id and t.person_id is null and f.step_id is null
)))`;

/** What stands on the cards of those that were chosen: read of them alone, and not of all they were chosen from. */
function cards<More = object>(
  tx: TenantDb,
  chosen: RawBuilder<unknown>,
  more: RawBuilder<unknown> = sql``,
  order: RawBuilder<unknown> = sql`i.id desc`,
): RawBuilder<CardRow & More> {
  return sql<CardRow & More>`
    select i.id, i.title, i.what, i.category, i.place, i.whole_organisation, i.starts_on, i.ends_on, c.status,
      array(
        select m.department_id from initiative_department m where m.tenant_id = i.tenant_id and m.initiative_id = i.id
      ) as department_ids
      ${more}
    from (${chosen}) c
    join initiative i on i.tenant_id = c.tenant_id and i.id = c.initiative_id
    where i.tenant_id = ${tx.tenant.id}
    order by ${order}`;
}

interface CardRow {
  readonly id: Id<'initiative'>;
  readonly title: string;
  readonly what: string;
  readonly category: Card['category'];
  readonly place: string;
  readonly whole_organisation: boolean;
  readonly starts_on: Day | null;
  readonly ends_on: Day | null;
  readonly status: Status;
  readonly department_ids: readonly Id<'department'>[];
}

function toCard(row: CardRow): Card {
  return {
    id: row.id,
    title: row.title,
    what: row.what,
    category: row.category,
    place: row.place,
    wholeOrganisation: row.whole_organisation,
    departmentIds: row.department_ids,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    status: row.status,
  };
}
