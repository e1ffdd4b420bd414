import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { FigureSpan } from '../../../../platform/figures/figures.ts';
import { type Asked, pageOf } from '../../../../platform/resources/resource.ts';
import { NOTHING, type Tally } from '../rules/answers.ts';
import type { About } from '../rules/evaluation.ts';
import { talliesOf } from './answers.ts';
import { aboutOf, WITH_ABOUT } from './evaluations.ts';

/** An evaluation that has ended, as figures read it. */
export interface CountedEvaluation {
  readonly id: Id<'evaluation'>;
  readonly about: About;
  readonly title: string;
  readonly on: Day;
  readonly departmentIds: readonly Id<'department'>[];
  readonly tally: Tally;
}

/** Ended, and of something that was held in the span. Oldest first; two questions. */
export function endedIn(tx: TenantDb, { from, until }: FigureSpan): Promise<readonly CountedEvaluation[]> {
  return ended(tx, sql`and ${HELD_ON} between ${from} and ${until} order by ${HELD_ON}, v.id`);
}

/** Ended, as other systems read it, by id. */
export function evaluationsAfter(tx: TenantDb, asked: Asked): Promise<readonly CountedEvaluation[]> {
  return ended(tx, pageOf(asked, sql`v.id`));
}

const HELD_ON = sql<Day>`coalesce(e.on_day, v.opened_on)`;

async function ended(tx: TenantDb, wanted: RawBuilder<unknown>): Promise<readonly CountedEvaluation[]> {
  const { rows } = await sql<
    Omit<CountedEvaluation, 'about' | 'tally'> & {
      readonly eventId: Id<'event'> | null;
      readonly initiativeId: Id<'initiative'> | null;
    }
  >`
    select v.id, v.event_id as "eventId", v.initiative_id as "initiativeId", coalesce(e.title, i.title) as title,
      ${HELD_ON} as "on",
      array(
        select d.department_id from event_department d where d.tenant_id = v.tenant_id and d.event_id = v.event_id
        union all
        select d.department_id from initiative_department d
        where d.tenant_id = v.tenant_id and d.initiative_id = v.initiative_id
        order by 1
      ) as "departmentIds"
    from ${WITH_ABOUT}
    where v.tenant_id = ${tx.tenant.id}
      and exists (select from evaluation_end x where x.tenant_id = v.tenant_id and x.evaluation_id = v.id)
      ${wanted}
  `.execute(tx.sql);
  const tallies = await talliesOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ eventId, initiativeId, ...row }) => ({
    ...row,
    about: aboutOf(eventId, initiativeId),
    tally: tallies.get(row.id) ?? NOTHING,
  }));
}

/** Had anybody been asked about something of that day or before, and has it ended? Before, nothing was measured. */
export async function anyEndedBy(tx: TenantDb, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from ${WITH_ABOUT}
    join evaluation_end x on x.tenant_id = v.tenant_id and x.evaluation_id = v.id
    where v.tenant_id = ${tx.tenant.id} and ${HELD_ON} <= ${day} limit 1
  `.execute(tx.sql);
  return rows.length > 0;
}
