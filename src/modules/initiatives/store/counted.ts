import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { FigureSpan } from '../../../platform/figures/figures.ts';
import type { QuietAnswer } from '../rules/quiet.ts';

/** An initiative on the day that it is counted on. */
export interface CountedInitiative {
  readonly id: Id<'initiative'>;
  readonly title: string;
  readonly on: Day;
  /** Empty when it is for the whole organisation. */
  readonly departmentIds: readonly Id<'department'>[];
}

/** Those that began in the span. */
export function begunIn(tx: TenantDb, span: FigureSpan): Promise<readonly CountedInitiative[]> {
  return counted(tx, dayOfInstant(sql`i.created_at`), span);
}

/** Those that were held in the span: as planned, or on the day somebody wrote that it was, whichever came first. */
export function heldIn(tx: TenantDb, span: FigureSpan): Promise<readonly CountedInitiative[]> {
  return counted(tx, heldOn(tx.today), span);
}

/** Those that stopped in the span before they were held. */
export function stoppedIn(tx: TenantDb, span: FigureSpan): Promise<readonly CountedInitiative[]> {
  return counted(
    tx,
    sql<Day | null>`case when e.result = 'stopped' and e.on_day <= ${tx.today} then e.on_day end`,
    span,
  );
}

/** Without anybody's words it was held when somebody drove it past its last day. */
function heldOn(today: Day): RawBuilder<Day | null> {
  return sql<Day | null>`case
    when e.on_day <= ${today} then case when e.result = 'done' then least(i.ends_on, e.on_day) end
    when i.ends_on < ${today}
      and not exists (
        select from initiative_parking p
        left join initiative_waking w on w.tenant_id = p.tenant_id and w.parking_id = p.id
        where p.tenant_id = i.tenant_id and p.initiative_id = i.id
          and p.from_day <= i.ends_on + 1 and (w.on_day is null or w.on_day > i.ends_on + 1)
      )
      and exists (
        select from initiative_driver d
        where d.tenant_id = i.tenant_id and d.initiative_id = i.id
          and d.from_day <= i.ends_on + 1 and (d.stopped_on is null or d.stopped_on > i.ends_on + 1)
      )
    then i.ends_on
  end`;
}

async function counted(
  tx: TenantDb,
  on: RawBuilder<Day | null>,
  { from, until }: FigureSpan,
): Promise<readonly CountedInitiative[]> {
  const { rows } = await sql<CountedInitiative>`
    select c.id, c.title, c.on_day as "on", ${departmentsOf('c')} as "departmentIds"
    from (
      select i.tenant_id, i.id, i.title, ${on} as on_day
      from initiative i
      left join initiative_end e on e.tenant_id = i.tenant_id and e.initiative_id = i.id
      where i.tenant_id = ${tx.tenant.id}
    ) c
    where c.on_day between ${from} and ${until}
    order by c.on_day, c.id
  `.execute(tx.sql);
  return rows;
}

/** The departments of an initiative, which the query calls `alias`. */
function departmentsOf(alias: 'c' | 'i'): RawBuilder<readonly Id<'department'>[]> {
  return sql`array(
    select m.department_id from initiative_department m
    where m.tenant_id = ${sql.ref(`${alias}.tenant_id`)} and m.initiative_id = ${sql.ref(`${alias}.id`)}
    order by m.department_id
  )`;
}

/** Did the house have an initiative by that day? Before the first, nothing was measured. */
export async function anyInitiativeBy(tx: TenantDb, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from initiative i
    where i.tenant_id = ${tx.tenant.id} and ${dayOfInstant(sql`i.created_at`)} <= ${day}
    limit 1
  `.execute(tx.sql);
  return rows.length > 0;
}

function dayOfInstant(instant: RawBuilder<unknown>): RawBuilder<Day> {
  return sql<Day>`(${instant} at time zone 'Europe/Copenhagen')::date`;
}

/** An idea on the day that it is counted on. Never its words: they may name somebody. */
export interface CountedIdea {
  readonly id: Id<'idea'>;
  readonly on: Day;
  readonly departmentIds: readonly Id<'department'>[];
  /** Whole days until it was answered. */
  readonly days: number;
  readonly answer: 'made' | 'joined' | 'words' | null;
}

/** Ideas that came in the span. */
export function ideasIn(tx: TenantDb, span: FigureSpan): Promise<readonly CountedIdea[]> {
  return countedIdeas(tx, dayOfInstant(sql`i.posted_at`), span);
}

/** Ideas that were answered in the span. */
export function ideasAnsweredIn(tx: TenantDb, span: FigureSpan): Promise<readonly CountedIdea[]> {
  return countedIdeas(tx, dayOfInstant(sql`a.answered_at`), span);
}

async function countedIdeas(
  tx: TenantDb,
  on: RawBuilder<Day>,
  { from, until }: FigureSpan,
): Promise<readonly CountedIdea[]> {
  const { rows } = await sql<CountedIdea>`
    select c.id, c.on_day as "on", c.departments as "departmentIds", c.days, c.answer
    from (
      select i.id, ${on} as on_day, array_remove(array[i.department_id], null) as departments, a.answer,
        ${dayOfInstant(sql`a.answered_at`)} - ${dayOfInstant(sql`i.posted_at`)} as days
      from idea i
      left join idea_answer a on a.tenant_id = i.tenant_id and a.idea_id = i.id
      where i.tenant_id = ${tx.tenant.id}
    ) c
    where c.on_day between ${from} and ${until}
    order by c.on_day, c.id
  `.execute(tx.sql);
  return rows;
}

export async function anyIdeaBy(tx: TenantDb, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from idea i
    where i.tenant_id = ${tx.tenant.id} and ${dayOfInstant(sql`i.posted_at`)} <= ${day}
    limit 1
  `.execute(tx.sql);
  return rows.length > 0;
}

/** Somebody who began to drive something in the span, for the first time in the house or again. */
export interface CountedDriver extends CountedInitiative {
  readonly who: string;
  readonly first: boolean;
}

export async function driversBegunIn(tx: TenantDb, { from, until }: FigureSpan): Promise<readonly CountedDriver[]> {
  const { rows } = await sql<CountedDriver>`
    select i.id, i.title, d.from_day as "on", d.person_id as who, not exists (
      select from initiative_driver x
      where x.tenant_id = d.tenant_id and x.person_id = d.person_id and (x.from_day, x.id) < (d.from_day, d.id)
    ) as first, ${departmentsOf('i')} as "departmentIds"
    from initiative_driver d
    join initiative i on i.tenant_id = d.tenant_id and i.id = d.initiative_id
    where d.tenant_id = ${tx.tenant.id} and d.from_day between ${from} and ${until} and d.from_day <= ${tx.today}
    order by d.from_day, d.id
  `.execute(tx.sql);
  return rows;
}

/** A question to something quiet: on the day it was asked, and on the day it was answered. */
export interface CountedQuestion extends CountedInitiative {
  readonly answer: QuietAnswer | null;
}

export function questionsAskedIn(tx: TenantDb, span: FigureSpan): Promise<readonly CountedQuestion[]> {
  return countedQuestions(tx, sql`q.asked_on`, span);
}

export function questionsAnsweredIn(tx: TenantDb, span: FigureSpan): Promise<readonly CountedQuestion[]> {
  return countedQuestions(tx, sql`case when q.answer is not null then q.settled_on end`, span);
}

async function countedQuestions(
  tx: TenantDb,
  on: RawBuilder<unknown>,
  { from, until }: FigureSpan,
): Promise<readonly CountedQuestion[]> {
  const { rows } = await sql<CountedQuestion>`
    select i.id, i.title, ${on} as "on", q.answer, ${departmentsOf('i')} as "departmentIds"
    from initiative_question q
    join initiative i on i.tenant_id = q.tenant_id and i.id = q.initiative_id
    where q.tenant_id = ${tx.tenant.id} and ${on} between ${from} and ${until}
    order by ${on}, q.id
  `.execute(tx.sql);
  return rows;
}

/** Was anything asked by that day? Before the first, nothing was measured. */
export async function anyQuestionBy(tx: TenantDb, day: Day): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('initiative_question')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('asked_on', '<=', day)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
