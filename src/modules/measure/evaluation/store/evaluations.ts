import { type RawBuilder, sql } from 'kysely';
import { personIdOf } from '../../../../kernel/actor.ts';
import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { eventPlace } from '../../../act/events/public.ts';
import { initiativePlace } from '../../../initiatives/public.ts';
import { type About, EVENT_DAYS, type Evaluation, INITIATIVE_DAYS } from '../rules/evaluation.ts';

type EvaluationId = Id<'evaluation'>;

export async function evaluationOf(tx: TenantDb, { kind, id }: About): Promise<Evaluation | null> {
  const wanted = kind === 'event' ? sql`v.event_id = ${id}` : sql`v.initiative_id = ${id}`;
  return (await evaluations(tx, sql`and ${wanted}`))[0] ?? null;
}

export async function evaluationById(tx: TenantDb, id: EvaluationId): Promise<Evaluation | null> {
  return (await evaluations(tx, sql`and v.id = ${id}`))[0] ?? null;
}

export async function evaluationByCode(tx: TenantDb, code: string): Promise<Evaluation | null> {
  return (await evaluations(tx, sql`and v.code = ${code}`))[0] ?? null;
}

/** Held until the transaction ends: nobody answers while it is ended. */
export async function lockEvaluation(tx: TenantDb, id: EvaluationId): Promise<Evaluation | null> {
  await sql`
    select from evaluation where tenant_id = ${tx.tenant.id} and id = ${id} for update
  `.execute(tx.sql);
  return evaluationById(tx, id);
}

/** Of these events, those that are asked about, by the event. */
export async function evaluationsOfEvents(
  tx: TenantDb,
  ids: readonly Id<'event'>[],
): Promise<ReadonlyMap<string, Evaluation>> {
  const found = await evaluations(tx, sql`and v.event_id = any(${[...ids]}::uuid[])`);
  return new Map(found.map((one) => [one.about.id, one]));
}

/** Their time is up, and nobody has ended them. What was called off has no end. */
export async function overdue(tx: TenantDb, limit: number): Promise<readonly Evaluation[]> {
  return evaluations(
    tx,
    sql`
      and not exists (select from evaluation_end x where x.tenant_id = v.tenant_id and x.evaluation_id = v.id)
      and not exists (select from event_cancellation c where c.tenant_id = e.tenant_id and c.event_id = e.id)
      and ${LAST_DAY} < ${tx.today}
      order by v.id limit ${limit}`,
  );
}

/** The last day to answer: `rules/evaluation.ts` says how long. */
const LAST_DAY = sql<Day>`coalesce(e.last_day + ${EVENT_DAYS}::int, v.opened_on + ${INITIATIVE_DAYS}::int)`;

/** An evaluation `v` with its event `e` or its initiative `i`. */
export const WITH_ABOUT: RawBuilder<unknown> = sql`
  evaluation v
  left join event e on e.tenant_id = v.tenant_id and e.id = v.event_id
  left join initiative i on i.tenant_id = v.tenant_id and i.id = v.initiative_id`;

async function evaluations(tx: TenantDb, wanted: RawBuilder<unknown>): Promise<readonly Evaluation[]> {
  const { rows } = await sql<Row>`
    select v.id, v.code, v.event_id as "eventId", v.initiative_id as "ownInitiative",
      coalesce(e.title, i.title) as title, coalesce(e.initiative_id, v.initiative_id) as "initiativeId",
      coalesce(e.on_day, v.opened_on) as "on", ${LAST_DAY} as "until",
      exists (select from event_cancellation c where c.tenant_id = e.tenant_id and c.event_id = e.id) as "calledOff",
      (select a.parties from evaluation_ask a where a.tenant_id = v.tenant_id and a.evaluation_id = v.id) as "askedParties",
      (select x.ended_on from evaluation_end x where x.tenant_id = v.tenant_id and x.evaluation_id = v.id) as "endedOn",
      (
        select count(*)::int from evaluation_answer a where a.tenant_id = v.tenant_id and a.evaluation_id = v.id
      ) as answers
    from ${WITH_ABOUT}
    where v.tenant_id = ${tx.tenant.id} ${wanted}
  `.execute(tx.sql);
  return rows.map(({ eventId, ownInitiative, ...row }) => ({ ...row, about: aboutOf(eventId, ownInitiative) }));
}

type Row = Omit<Evaluation, 'about'> & {
  readonly eventId: Id<'event'> | null;
  readonly ownInitiative: Id<'initiative'> | null;
};

export function aboutOf(eventId: Id<'event'> | null, initiativeId: Id<'initiative'> | null): About {
  return eventId ? { kind: 'event', id: eventId } : { kind: 'initiative', id: initiativeId as Id<'initiative'> };
}

/** The page that everybody reads of it. */
export function pageOf({ kind, id }: About): Path {
  return kind === 'event' ? eventPlace({ id }) : initiativePlace({ id });
}

/** Answers whether it was new: another may have made the link meanwhile. */
export async function insertEvaluation(tx: TenantDb, about: About, code: string): Promise<boolean> {
  const row = await tx.sql
    .insertInto('evaluation')
    .values({
      tenant_id: tx.tenant.id,
      event_id: about.kind === 'event' ? about.id : null,
      initiative_id: about.kind === 'initiative' ? about.id : null,
      code,
      opened_on: tx.today,
      opened_by: personIdOf(tx.actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** No answers but those by links of one's own, and another code: the old one opens nothing any more. Held by `lockEvaluation`. */
export async function clearAnswers(tx: TenantDb, id: EvaluationId, code: string): Promise<void> {
  await tx.sql
    .deleteFrom('evaluation_answer')
    .where('tenant_id', '=', tx.tenant.id)
    .where('evaluation_id', '=', id)
    .where('own_link', '=', false)
    .execute();
  await tx.sql
    .updateTable('evaluation')
    .set({ code })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

export async function insertAsk(tx: TenantDb, id: EvaluationId, parties: number): Promise<void> {
  await tx.sql
    .insertInto('evaluation_ask')
    .values({ tenant_id: tx.tenant.id, evaluation_id: id, asked_on: tx.today, parties })
    .execute();
}

export async function insertEnd(tx: TenantDb, id: EvaluationId): Promise<void> {
  await tx.sql
    .insertInto('evaluation_end')
    .values({ tenant_id: tx.tenant.id, evaluation_id: id, ended_on: tx.today, ended_by: personIdOf(tx.actor) })
    .execute();
}

/** Words that nobody chose to show, of what ended so long ago. How many went? */
export async function forgetWords(tx: TenantDb, keptDays: number): Promise<number> {
  const { rows } = await sql`
    update evaluation_answer a set words = ''
    where a.tenant_id = ${tx.tenant.id} and a.words <> ''
      and not exists (select from evaluation_quote q where q.tenant_id = a.tenant_id and q.answer_id = a.id)
      and exists (
        select from evaluation_end x
        where x.tenant_id = a.tenant_id and x.evaluation_id = a.evaluation_id and x.ended_on <= ${addDays(tx.today, -keptDays)}
      )
    returning a.id
  `.execute(tx.sql);
  return rows.length;
}
