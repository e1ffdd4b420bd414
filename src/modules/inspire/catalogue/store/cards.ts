import { type RawBuilder, sql } from 'kysely';
import { type Day, yearOf } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Asked, pageOf } from '../../../../platform/resources/resource.ts';
import {
  BELOW,
  CARDS_A_PAGE,
  type Card,
  type CardFilter,
  type CardState,
  DESK_A_PAGE,
  EVENING_MINUTES,
  type ListedCard,
  monthsOf,
} from '../rules/card.ts';

/** Where it stands: the newest row (s); none, and it is a proposal. */
const STATE = sql`
  left join lateral (
    select x.state, x.review_on from catalogue_card_state x
    where x.tenant_id = c.tenant_id and x.card_id = c.id order by x.id desc limit 1
  ) s on true`;

/** Cards whole, with their words in every language. */
const CARDS = sql`
  select c.id, c.deck_key as "deckKey", c.category, c.done_by as "doneBy", c.setting, c.effort, c.minutes, c.helpers,
    c.participants, c.months, c.budget_ore as "budgetOre", c.task_minutes as "taskMinutes", c.cost_ore as "cost",
    c.needs_meeting as "needsMeeting", c.needs_operations as "needsOperations", c.rent_effect as "rentEffect",
    c.operations_hours as "operationsHours", c.goals, c.licence, c.credit, c.initiative_id as "initiativeId", c.version,
    c.owner_id as "ownerId", coalesce(s.state, 'proposed') as "state", s.review_on as "reviewOn", (
      select jsonb_object_agg(t.language, jsonb_build_object(
        'title', t.title, 'what', t.what, 'why', t.why, 'whoHelps', t.who_helps, 'permissions', t.permissions,
        'steps', t.steps, 'needs', t.needs, 'budget', t.budget, 'tasks', t.tasks, 'tips', t.tips, 'keywords', t.keywords
      ))
      from catalogue_card_text t where t.tenant_id = c.tenant_id and t.card_id = c.id
    ) as "words"
  from catalogue_card c ${STATE}`;

export function cardById(tx: TenantDb, id: Card['id']): Promise<Card | null> {
  return theCard(tx, sql`c.id = ${id}`);
}

/** One of the cards that came with Grobund, by its key. */
export function cardByKey(tx: TenantDb, key: string): Promise<Card | null> {
  return theCard(tx, sql`c.deck_key = ${key}`);
}

/** The card that a finished initiative has become, if it has. */
export function cardFrom(tx: TenantDb, initiativeId: Id<'initiative'>): Promise<Card | null> {
  return theCard(tx, sql`c.initiative_id = ${initiativeId}`);
}

async function theCard(tx: TenantDb, which: RawBuilder<unknown>): Promise<Card | null> {
  const { rows } = await sql<Card>`${CARDS} where c.tenant_id = ${tx.tenant.id} and ${which}`.execute(tx.sql);
  return rows[0] ?? null;
}

/** The card that a command changes, held until the transaction ends. */
export async function lockCard(tx: TenantDb, id: Card['id']): Promise<Card | null> {
  await sql`select from catalogue_card where tenant_id = ${tx.tenant.id} and id = ${id} for update`.execute(tx.sql);
  return cardById(tx, id);
}

/** All that is published, in the order of an edition: by category and name. */
export async function publishedCards(tx: TenantDb, most: number): Promise<readonly Card[]> {
  const { rows } = await sql<Card>`
    ${CARDS} ${titleIn(tx.tenant.language)}
    where c.tenant_id = ${tx.tenant.id} and s.state = 'published'
    order by array_position(array['homes', 'green', 'people'], c.category), c.done_by = 'resident',
      n.title collate "da-x-icu", c.id
    limit ${most}`.execute(tx.sql);
  return rows;
}

/** What it is called in a language, or in the one it has (n). */
export function titleIn(language: Language): RawBuilder<unknown> {
  return sql`
    join lateral (
      select t.title, t.what, t.language from catalogue_card_text t
      where t.tenant_id = c.tenant_id and t.card_id = c.id
      order by t.language = ${language} desc, t.language limit 1
    ) n on true`;
}

const pinned = (tx: TenantDb) => sql`exists (
  select from catalogue_pin p
  where p.tenant_id = c.tenant_id and p.card_id = c.id and p.year = ${yearOf(tx.today)}
)`;

/** What stands on the card among others. */
function listed(tx: TenantDb, language: Language): RawBuilder<unknown> {
  return sql`
    c.id, c.deck_key as "deckKey", c.category, c.done_by as "doneBy", c.setting, c.minutes, c.effort, c.months, c.participants,
    c.cost_ore as "cost", c.needs_meeting as "needsMeeting", n.title, n.what, n.language as "lang",
    coalesce(s.state, 'proposed') as "state", s.review_on as "reviewOn", c.proposed_at as "proposedAt",
    ${pinned(tx)} as "pinned", c.taken
    from catalogue_card c ${STATE} ${titleIn(language)}`;
}

/** Published cards that answer the filter: this year's first, then those that most have begun with, then by name. */
export async function cardPage(
  tx: TenantDb,
  language: Language,
  filter: CardFilter & { readonly ids: readonly string[] | null },
  page: number,
  limit = CARDS_A_PAGE,
): Promise<{ readonly cards: readonly ListedCard[]; readonly total: number }> {
  const { rows } = await sql<ListedCard & { total: number }>`
    select found.*, count(*) over ()::int as total
    from (select ${listed(tx, language)} where ${matching(tx, filter)}) found
    order by ${filter.ids ? sql`array_position(${[...filter.ids]}::uuid[], found.id),` : sql``}
      found.pinned desc, found.taken desc, found.title collate "da-x-icu", found.id
    limit ${limit} offset ${(page - 1) * limit}`.execute(tx.sql);
  const total = rows[0]?.total ?? (page > 1 ? (await cardPage(tx, language, filter, 1, 1)).total : 0);
  return { cards: rows, total };
}

function matching(
  { tenant }: TenantDb,
  filter: CardFilter & { readonly ids: readonly string[] | null },
): RawBuilder<unknown> {
  const { category, price, evening, setting, season, effort, meeting, doneBy, ids } = filter;
  const conditions = [
    sql`c.tenant_id = ${tenant.id} and s.state = 'published'`,
    ...(category ? [sql`c.category = ${category}`] : []),
    ...(price ? [price === 'free' ? sql`c.cost_ore = 0` : sql`c.cost_ore < ${BELOW[price]}`] : []),
    ...(evening ? [sql`c.minutes <= ${EVENING_MINUTES}`] : []),
    ...(setting ? [sql`c.setting in ('either', ${setting})`] : []),
    ...(season ? [sql`(c.months = '{}' or c.months && ${[...monthsOf(season)]}::integer[])`] : []),
    ...(effort ? [sql`c.effort = ${effort}`] : []),
    ...(meeting === null ? [] : [sql`c.needs_meeting = ${meeting}`]),
    ...(doneBy === 'resident' ? [sql`c.done_by = 'resident'`] : []),
    ...(doneBy === 'together' ? [sql`c.done_by <> 'resident'`] : []),
    ...(ids ? [sql`c.id = any(${[...ids]}::uuid[])`] : []),
  ];
  return sql.join(conditions, sql` and `);
}

/** Cards of a state for the editors: proposals the oldest first, published ones by when they are due. */
export async function deskPage(
  tx: TenantDb,
  language: Language,
  state: CardState,
  page: number,
  limit = DESK_A_PAGE,
): Promise<readonly ListedCard[]> {
  const order = state === 'published' ? sql`found."reviewOn", found.id` : sql`found."proposedAt", found.id`;
  const { rows } = await sql<ListedCard>`
    select found.* from (
      select ${listed(tx, language)} where c.tenant_id = ${tx.tenant.id} and coalesce(s.state, 'proposed') = ${state}
    ) found
    order by ${order} limit ${limit + 1} offset ${(page - 1) * limit}`.execute(tx.sql);
  return rows;
}

export interface Due {
  readonly id: Card['id'];
  readonly ownerId: Id<'person'> | null;
  readonly reviewOn: Day;
}

/** Published, and due within the notice: whoever answers for them is asked. */
export async function cardsDue(tx: TenantDb, until: Day): Promise<readonly Due[]> {
  // Whoever has left the office is not asked any more.
  const { rows } = await sql<Due>`
    select c.id, s.review_on as "reviewOn", case when exists (
      select from role_grant r
      where r.tenant_id = c.tenant_id and r.person_id = c.owner_id and r.role in ('consultant', 'secretariat', 'catalogue_editor')
        and r.from_day <= ${tx.today} and (r.until_day is null or r.until_day >= ${tx.today})
    ) then c.owner_id end as "ownerId"
    from catalogue_card c ${STATE}
    where c.tenant_id = ${tx.tenant.id} and s.state = 'published' and s.review_on <= ${until}
    order by s.review_on, c.id limit 500`.execute(tx.sql);
  return rows;
}

/**
 * Some that suit the season, for the front page: this year's first; the rest in an order that changes by the month. Put in
 * order by what lies on the card itself (`offset 0`), so that states and words are looked up of those alone that are shown.
 */
export async function seasonable(tx: TenantDb, language: Language, limit: number): Promise<readonly ListedCard[]> {
  const { rows } = await sql<ListedCard>`
    select found.* from (
      select ${listed(tx, language)} where c.tenant_id = ${tx.tenant.id} and c.id = any(array(
        select w.id
        from (
          select c.tenant_id, c.id, ${pinned(tx)} as pinned, c.taken, ${byMonth(tx, sql`c.id`)} as place
          from catalogue_card c
          where c.tenant_id = ${tx.tenant.id} and c.done_by <> 'resident'
            and (c.months = '{}' or extract(month from ${tx.today}::date)::integer = any(c.months))
          order by pinned desc, taken desc, place offset 0
        ) w
        cross join lateral (
          select x.state from catalogue_card_state x
          where x.tenant_id = w.tenant_id and x.card_id = w.id order by x.id desc limit 1
        ) s
        where s.state = 'published'
        order by w.pinned desc, w.taken desc, w.place limit ${sql.lit(limit)}
      ))
    ) found
    order by found.pinned desc, found.taken desc, ${byMonth(tx, sql`found.id`)}`.execute(tx.sql);
  return rows;
}

const byMonth = (tx: TenantDb, id: RawBuilder<unknown>) => sql`md5(${id}::text || ${tx.today.slice(0, 7)})`;

/** Who proposed it, and how they are reached. For its editors only. */
export interface Proposer {
  readonly personId: Id<'person'> | null;
  readonly name: string;
  readonly email: string | null;
  readonly deckKey: string | null;
}

export async function proposerOf(tx: TenantDb, id: Card['id']): Promise<Proposer> {
  return tx.sql
    .selectFrom('catalogue_card')
    .select(['proposed_by as personId', 'contact_name as name', 'contact_email as email', 'deck_key as deckKey'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** Published cards as other systems read them, by id. */
export async function cardsAfter(tx: TenantDb, asked: Asked): Promise<readonly Card[]> {
  const { rows } = await sql<Card>`
    ${CARDS}
    where c.tenant_id = ${tx.tenant.id} and s.state = 'published' ${pageOf(asked, sql`c.id`)}`.execute(tx.sql);
  return rows;
}
