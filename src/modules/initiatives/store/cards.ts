import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
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
  type Status,
} from '../rules.ts';

/** A page of cards, the newest first, and how many there are in all. */
export async function cardPage(
  tx: TenantDb,
  filter: CardFilter,
  page = 1,
  limit = CARDS_A_PAGE,
): Promise<{ readonly cards: readonly Card[]; readonly total: number }> {
  const rows = await cardRows(tx, filter)
    .select(sql<number>`count(*) over ()`.as('total'))
    .orderBy('c.id', 'desc')
    .limit(limit)
    .offset((page - 1) * limit)
    .execute();
  const total = rows[0]?.total ?? (page > 1 ? (await cardPage(tx, filter, 1, 1)).total : 0);
  return { cards: rows.map(toCard), total };
}

/** The newest cards alone: not counting the others lets the server stop when it has found them. */
export async function newestCards(tx: TenantDb, filter: CardFilter, limit: number): Promise<readonly Card[]> {
  const rows = await cardRows(tx, filter).orderBy('c.id', 'desc').limit(limit).execute();
  return rows.map(toCard);
}

/** Those that this person drives, the newest first. */
export async function cardsDrivenBy(tx: TenantDb, personId: Id<'person'>): Promise<readonly Card[]> {
  const rows = await cardRows(tx, { status: 'open' })
    .where((row) =>
      row.exists(
        row
          .selectFrom('initiative_driver as d')
          .select('d.id')
          .whereRef('d.tenant_id', '=', 'c.tenant_id')
          .whereRef('d.initiative_id', '=', 'c.id')
          .where('d.person_id', '=', personId)
          .where('d.from_day', '<=', tx.today)
          .where((d) => d.or([d('d.stopped_on', 'is', null), d('d.stopped_on', '>', tx.today)])),
      ),
    )
    .orderBy('c.id', 'desc')
    .limit(CARDS_A_PAGE)
    .execute();
  return rows.map(toCard);
}

/** Open ones, the one that has been still for longest first. The journal knows when something last happened. */
export async function quietPage(
  tx: TenantDb,
  page = 1,
  limit = CARDS_A_PAGE,
): Promise<{ readonly cards: readonly QuietCard[]; readonly total: number }> {
  const rows = await cardRows(tx, { status: 'open' })
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('journal_entry as j')
          .select(sql<Day>`(j.at at time zone 'Europe/Copenhagen')::date`.as('last'))
          .whereRef('j.tenant_id', '=', 'c.tenant_id')
          .whereRef('j.thread_id', '=', 'c.id')
          .orderBy('j.seq', 'desc')
          .limit(1)
          .as('heard'),
      (join) => join.onTrue(),
    )
    .select(['heard.last', sql<number>`count(*) over ()`.as('total')])
    .orderBy(sql`heard.last nulls first`)
    .orderBy('c.id')
    .limit(limit)
    .offset((page - 1) * limit)
    .execute();
  return { cards: rows.map((row) => ({ ...toCard(row), lastHeard: row.last })), total: rows[0]?.total ?? 0 };
}

/** How many there are of each status. */
export async function statusCounts(tx: TenantDb): Promise<Readonly<Record<Status, number>>> {
  const rows = await tx.sql
    .selectFrom(standing(tx).as('c'))
    .select((row) => ['c.status', row.fn.countAll<number>().as('count')])
    .groupBy('c.status')
    .execute();
  const counts = new Map(rows.map((row) => [row.status, row.count]));
  return Object.fromEntries(STATUSES.map((status) => [status, counts.get(status) ?? 0])) as Record<Status, number>;
}

/** The same reading as `statusOf` in rules.ts, for many at once; a property test holds the two together. */
export function statusIn(today: Day): RawBuilder<Status> {
  return sql<Status>`case
    when e.result is not null then case e.result when 'done' then 'done' else 'ended' end
    when exists (
      select from initiative_parking p
      left join initiative_waking w on w.tenant_id = p.tenant_id and w.parking_id = p.id
      where p.tenant_id = i.tenant_id and p.initiative_id = i.id
      and p.from_day <= ${today}::date and (w.on_day is null or w.on_day > ${today}::date)
    ) then 'parked'
    when exists (
      select from initiative_driver d
      where d.tenant_id = i.tenant_id and d.initiative_id = i.id
      and d.from_day <= ${today}::date and (d.stopped_on is null or d.stopped_on > ${today}::date)
    ) then case when i.ends_on < ${today}::date then 'done' else 'under_way' end
    when exists (
      select from initiative_driver_ask a where a.tenant_id = i.tenant_id and a.initiative_id = i.id
    ) or exists (
      select from initiative_driver d where d.tenant_id = i.tenant_id and d.initiative_id = i.id
    ) then 'looking'
    else 'idea' end`;
}

function standing(tx: TenantDb) {
  return tx.sql
    .selectFrom('initiative as i')
    .leftJoin('initiative_end as e', (join) =>
      join
        .onRef('e.tenant_id', '=', 'i.tenant_id')
        .onRef('e.initiative_id', '=', 'i.id')
        .on('e.on_day', '<=', tx.today),
    )
    .select(['i.tenant_id', 'i.id', 'i.title', 'i.what', 'i.category', 'i.place', 'i.whole_organisation'])
    .select(['i.starts_on', 'i.ends_on'])
    .select(statusIn(tx.today).as('status'))
    .where('i.tenant_id', '=', tx.tenant.id);
}

function cardRows(tx: TenantDb, filter: CardFilter) {
  let from = standing(tx);
  if (filter.category) from = from.where('i.category', '=', filter.category);
  if (filter.ids) from = from.where('i.id', '=', sql<Id<'initiative'>>`any(${[...filter.ids]}::uuid[])`);
  const departmentId = filter.departmentId;
  if (departmentId) {
    from = from.where((row) =>
      row.or([
        row('i.whole_organisation', '=', true),
        row.exists(
          row
            .selectFrom('initiative_department as m')
            .select('m.initiative_id')
            .whereRef('m.tenant_id', '=', 'i.tenant_id')
            .whereRef('m.initiative_id', '=', 'i.id')
            .where('m.department_id', '=', departmentId),
        ),
      ]),
    );
  }
  let cards = tx.sql
    .selectFrom(from.as('c'))
    .select(['c.id', 'c.title', 'c.what', 'c.category', 'c.place', 'c.whole_organisation', 'c.starts_on', 'c.ends_on'])
    .select('c.status')
    .select((row) =>
      row
        .selectFrom('initiative_department as m')
        .select(sql<Id<'department'>[] | null>`array_agg(m.department_id)`.as('ids'))
        .whereRef('m.tenant_id', '=', 'c.tenant_id')
        .whereRef('m.initiative_id', '=', 'c.id')
        .as('department_ids'),
    );
  if (filter.status === 'open') cards = cards.where('c.status', 'in', OPEN_STATUSES);
  else if (filter.status === 'growing') cards = cards.where('c.status', 'in', GROWING_STATUSES);
  else if (filter.status) cards = cards.where('c.status', '=', filter.status);
  if (filter.seeksHelp) cards = cards.where(seeksHelp);
  return cards;
}

/** Nobody drives it yet, or a step stands open that nobody has taken. */
const seeksHelp = sql<boolean>`(c.status in ('idea', 'looking') or (c.status = 'under_way' and exists (
  select from initiative_step s
  left join initiative_step_end f on f.tenant_id = s.tenant_id and f.step_id = s.id
  where s.tenant_id = c.tenant_id and s.initiative_id = c.id and s.person_id is null and f.step_id is null
)))`;

type CardRow = Awaited<ReturnType<ReturnType<typeof cardRows>['executeTakeFirstOrThrow']>>;

function toCard(row: CardRow): Card {
  return {
    id: row.id,
    title: row.title,
    what: row.what,
    category: row.category,
    place: row.place,
    wholeOrganisation: row.whole_organisation,
    departmentIds: row.department_ids ?? [],
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    status: row.status,
  };
}
