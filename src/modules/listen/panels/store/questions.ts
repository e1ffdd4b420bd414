import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { ROWS_A_PAGE } from '../rules/panel.ts';
import type { Method, Question } from '../rules/voting.ts';

/** The newest first, with what was given to each. */
export function questionsOf(tx: TenantDb, panelId: Id<'panel'>): Promise<readonly Question[]> {
  return questions(tx, sql`and q.panel_id = ${panelId} order by q.id desc limit ${ROWS_A_PAGE}`);
}

export async function questionById(tx: TenantDb, id: Id<'panel_question'>): Promise<Question | null> {
  return (await questions(tx, sql`and q.id = ${id}`))[0] ?? null;
}

async function questions(tx: TenantDb, wanted: RawBuilder<unknown>): Promise<readonly Question[]> {
  const { rows } = await sql<Question>`
    select q.id, q.panel_id as "panelId", q.asks, q.method, q.dots, q.asked_on as "askedOn", q.closed_on as "closedOn",
      coalesce((
        select jsonb_agg(jsonb_build_object('id', o.id, 'says', o.says, 'initiativeId', o.initiative_id,
          'points', coalesce(v.points, 0), 'voters', coalesce(v.voters, 0)) order by o.position)
        from panel_option o
        left join lateral (
          select sum(points)::int as points, (count(*) filter (where points > 0))::int as voters
          from panel_vote v where v.tenant_id = o.tenant_id and v.option_id = o.id
        ) v on true
        where o.tenant_id = q.tenant_id and o.question_id = q.id
      ), '[]') as options,
      (
        select count(distinct v.application_id)::int
        from panel_vote v join panel_option o on o.tenant_id = v.tenant_id and o.id = v.option_id
        where o.tenant_id = q.tenant_id and o.question_id = q.id
      ) as answered
    from panel_question q
    where q.tenant_id = ${tx.tenant.id} ${wanted}
  `.execute(tx.sql);
  return rows;
}

export async function insertQuestion(
  tx: TenantDb,
  panelId: Id<'panel'>,
  question: {
    readonly asks: string;
    readonly method: Method;
    readonly dots: number;
    readonly options: readonly { readonly says: string; readonly initiativeId: Id<'initiative'> | null }[];
  },
  by: Id<'person'> | null,
): Promise<Id<'panel_question'>> {
  const { asks, method, dots, options } = question;
  const row = await tx.sql
    .insertInto('panel_question')
    .values({ tenant_id: tx.tenant.id, panel_id: panelId, asks, method, dots, asked_on: tx.today, asked_by: by })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx.sql
    .insertInto('panel_option')
    .values(
      options.map(({ says, initiativeId }, position) => ({
        tenant_id: tx.tenant.id,
        question_id: row.id,
        says,
        initiative_id: initiativeId,
        position,
      })),
    )
    .execute();
  return row.id;
}

export async function closeQuestion(tx: TenantDb, id: Id<'panel_question'>): Promise<void> {
  await tx.sql
    .updateTable('panel_question')
    .set({ closed_on: tx.today })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('closed_on', 'is', null)
    .execute();
}

export async function saveVote(
  tx: TenantDb,
  applicationId: Id<'panel_application'>,
  votes: readonly { readonly optionId: Id<'panel_option'>; readonly points: number }[],
): Promise<void> {
  if (votes.length === 0) return;
  await tx.sql
    .insertInto('panel_vote')
    .values(
      votes.map(({ optionId, points }) => ({
        tenant_id: tx.tenant.id,
        option_id: optionId,
        application_id: applicationId,
        points,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'option_id', 'application_id'])
        .doUpdateSet((set) => ({ points: set.ref('excluded.points') })),
    )
    .execute();
}

/** What one member has given, by option. */
export async function votesBy(
  tx: TenantDb,
  applicationId: Id<'panel_application'>,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.sql
    .selectFrom('panel_vote')
    .select(['option_id as id', 'points'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('application_id', '=', applicationId)
    .execute();
  return new Map(rows.map(({ id, points }) => [id, points]));
}
