import { type RawBuilder, sql } from 'kysely';
import { dayOf } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Initiative } from '../rules.ts';

/** One initiative with all its rows, in one round trip. */
export async function initiativeById(tx: TenantDb, id: Id<'initiative'>): Promise<Initiative | null> {
  const { rows } = await sql<Row>`
    select i.id, i.title, i.what, i.why, i.category, i.place, i.starts_on as "startsOn", i.ends_on as "endsOn",
      i.whole_organisation as "wholeOrganisation", i.version, i.created_at, i.created_by as "createdBy", i.channel,
      i.registered_by as "registeredBy", ${DEPARTMENTS} as "departmentIds", ${ASKS} as asks, ${DRIVERS} as drivers,
      ${PARKINGS} as parkings, ${END} as "end", ${STEPS} as steps, ${ORIGINS} as origins,
      ${JOINING} as joining, ${QUESTION} as question
    from initiative i
    where i.tenant_id = ${tx.tenant.id} and i.id = ${id}
  `.execute(tx.sql);
  const row = rows[0];
  if (!row) return null;
  const { created_at, ...rest } = row;
  return { ...rest, createdOn: dayOf(created_at) };
}

/** The same, held until the transaction ends: whoever comes at the same moment waits and sees what was done. */
export async function lockInitiative(tx: TenantDb, id: Id<'initiative'>): Promise<Initiative | null> {
  await tx.sql
    .selectFrom('initiative')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return initiativeById(tx, id);
}

/** Which initiative a question belongs to. */
export async function initiativeOfAsk(tx: TenantDb, askId: string): Promise<Id<'initiative'> | null> {
  const row = await tx.sql
    .selectFrom('initiative_driver_ask')
    .select('initiative_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', askId as Id<'initiative_driver_ask'>)
    .executeTakeFirst();
  return row?.initiative_id ?? null;
}

/** Titles as rows of `kind`, `id` and `name`: a question that is asked together with other names. */
export function titlesAsked(
  tx: TenantDb,
  ids: readonly string[],
): RawBuilder<{ readonly kind: string; readonly id: string; readonly name: string }> {
  return sql`
    select 'initiative', id, title from initiative where tenant_id = ${tx.tenant.id} and id = any(${ids}::uuid[])`;
}

type Row = Omit<Initiative, 'createdOn'> & { readonly created_at: Date };

// Written as text, since every page of an initiative asks for it: building it from parts cost as much as asking.
const DEPARTMENTS = sql`array(
  select d.department_id from initiative_department d
  where d.tenant_id = i.tenant_id and d.initiative_id = i.id order by d.department_id)`;

const ASKS = listOf(sql`
  select a.id, a.person_id as "personId", a.words, a.replaces_id as "replacesId", a.asked_by as "askedBy",
    a.answer_by as "answerBy", b.answer, coalesce(b.words, '') as "answerWords",
    coalesce(b.name_public, false) as "namePublic"
  from initiative_driver_ask a
  left join initiative_driver_answer b on b.tenant_id = a.tenant_id and b.ask_id = a.id
  where a.tenant_id = i.tenant_id and a.initiative_id = i.id order by a.id`);

const DRIVERS = listOf(sql`
  select d.id, d.person_id as "personId", d.name_public as "namePublic", d.from_day as "from",
    d.stopped_on as "stoppedOn", d.stopped_words as "stoppedWords"
  from initiative_driver d
  where d.tenant_id = i.tenant_id and d.initiative_id = i.id order by d.id`);

const PARKINGS = listOf(sql`
  select p.id, p.reason, p.from_day as "from", p.ask_again_on as "askAgainOn", w.on_day as "wokenOn",
    coalesce(w.words, '') as "wakingWords"
  from initiative_parking p
  left join initiative_waking w on w.tenant_id = p.tenant_id and w.parking_id = p.id
  where p.tenant_id = i.tenant_id and p.initiative_id = i.id order by p.id`);

const END = sql`(
  select json_build_object('result', e.result, 'on', e.on_day, 'words', e.words) from initiative_end e
  where e.tenant_id = i.tenant_id and e.initiative_id = i.id)`;

const STEPS = listOf(sql`
  select s.id, s.says, s.person_id as "personId", s.due_on as "dueOn", e.outcome,
    coalesce(e.words, '') as "outcomeWords"
  from initiative_step s
  left join initiative_step_end e on e.tenant_id = s.tenant_id and e.step_id = s.id
  where s.tenant_id = i.tenant_id and s.initiative_id = i.id order by s.id`);

const ORIGINS = listOf(sql`
  select o.source_kind as "sourceKind", o.source_id as "sourceId", o.sentence
  from initiative_origin o
  where o.tenant_id = i.tenant_id and o.initiative_id = i.id order by o.id`);

const JOINING = sql`(
  select count(*) from initiative_interest n
  where n.tenant_id = i.tenant_id and n.initiative_id = i.id)::int`;

const QUESTION = sql`(
  select json_build_object('id', q.id, 'askedOn', q.asked_on, 'settledOn', q.settled_on, 'answer', q.answer,
    'words', q.words, 'answeredBy', q.answered_by, 'helpedOn', q.helped_on)
  from initiative_question q
  where q.tenant_id = i.tenant_id and q.initiative_id = i.id order by q.quiet_since desc limit 1)`;

function listOf(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select coalesce(json_agg(one), '[]') from (${rows}) one)`;
}

/** The departments of an initiative, as an answer for another question to build upon. */
export function departmentsOf(tx: TenantDb, id: Id<'initiative'>): RawBuilder<readonly Id<'department'>[]> {
  return sql`array(
    select d.department_id from initiative_department d where d.tenant_id = ${tx.tenant.id} and d.initiative_id = ${id})`;
}
