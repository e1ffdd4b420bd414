import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { FigureSpan } from '../../../../platform/figures/figures.ts';

/** A story on the day that it was published for the first time. */
export interface CountedStory {
  readonly id: Id<'story'>;
  readonly on: Day;
  readonly heading: string;
  readonly departmentIds: readonly Id<'department'>[];
}

/** Published for the first time in the span, and not withdrawn since. Oldest first. */
export async function storiesIn(tx: TenantDb, { from, until }: FigureSpan): Promise<readonly CountedStory[]> {
  const { rows } = await sql<CountedStory>`
    select s.id, n.on_day as "on", s.heading, array(
      select m.department_id from initiative_department m
      where m.tenant_id = s.tenant_id and m.initiative_id = s.initiative_id order by m.department_id
    ) as "departmentIds"
    from story_state n
    join story s on s.tenant_id = n.tenant_id and s.id = n.story_id
    where n.tenant_id = ${tx.tenant.id} and n.state = 'published' and n.on_day between ${from} and ${until}
      and not exists (
        select from story_state x
        where x.tenant_id = n.tenant_id and x.story_id = n.story_id and x.state = 'published' and x.id < n.id
      )
      and (
        select x.state from story_state x
        where x.tenant_id = n.tenant_id and x.story_id = n.story_id order by x.id desc limit 1
      ) = 'published'
    order by n.on_day, s.id`.execute(tx.sql);
  return rows;
}

/** Was anything published by that day? Before, there was nothing to count. */
export async function anyStoryBy(tx: TenantDb, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from story_state where tenant_id = ${tx.tenant.id} and state = 'published' and on_day <= ${day} limit 1
  `.execute(tx.sql);
  return rows.length > 0;
}
