import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Known } from '../rules/story.ts';
import { KNOWN } from './known.ts';

/** Something that was held, in a department that is not the reader's own. */
export interface Tried {
  readonly initiativeId: Id<'initiative'>;
  readonly title: string;
  readonly departments: readonly string[];
  readonly known: Known;
  /** Its story, where one is published. */
  readonly storyId: Id<'story'> | null;
}

const A_FEW = 8;

/** What ended well after that day in other departments than those where the person lives, the newest first. */
export async function triedSince(tx: TenantDb, personId: Id<'person'>, since: Day): Promise<readonly Tried[]> {
  const { rows } = await sql<Tried>`
    select i.id as "initiativeId", i.title, ${KNOWN} as known, array(
        select d.name from initiative_department m
        join department d on d.tenant_id = m.tenant_id and d.id = m.department_id
        where m.tenant_id = i.tenant_id and m.initiative_id = i.id order by d.name
      ) as departments, (
        select s.id from story s
        where s.tenant_id = i.tenant_id and s.initiative_id = i.id and (
          select x.state from story_state x
          where x.tenant_id = s.tenant_id and x.story_id = s.id order by x.id desc limit 1
        ) = 'published'
      ) as "storyId"
    from initiative_end n
    join initiative i on i.tenant_id = n.tenant_id and i.id = n.initiative_id
    where n.tenant_id = ${tx.tenant.id} and n.result = 'done' and n.on_day > ${since} and not i.whole_organisation
      and exists (
        select from initiative_department m where m.tenant_id = i.tenant_id and m.initiative_id = i.id
      )
      and not exists (
        select from initiative_department m
        join tenancy t on t.tenant_id = m.tenant_id and t.department_id = m.department_id
        join residency r on r.tenant_id = t.tenant_id and r.tenancy_id = t.id
        where m.tenant_id = i.tenant_id and m.initiative_id = i.id and r.person_id = ${personId}
          and r.from_day <= ${tx.today} and (r.until_day is null or r.until_day >= ${tx.today})
      )
    order by n.on_day desc, i.id
    limit ${A_FEW}`.execute(tx.sql);
  return rows;
}
