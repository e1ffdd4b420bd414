import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Asked, pageOf } from '../../../../platform/resources/resource.ts';
import { type PhotoId, STORIES_A_PAGE, type Story, type StoryFilter, type StoryState } from '../rules/story.ts';
import { KNOWN, MAY_BE_SHOWN } from './known.ts';

/** Stories whole, as they may be shown this moment: (s) with its initiative (i) and its newest state (z). */
const COLUMNS: RawBuilder<unknown> = sql`
  s.id, s.initiative_id as "initiativeId", s.version, s.heading, s.lead, s.body, s.edited_at as "editedAt",
  s.begun_by as "begunBy", coalesce(z.state, 'draft') as state,
  case when z.state = 'published' then z.on_day end as "publishedOn",
  (
    select jsonb_build_object('said', q.said, 'name', q.name, 'personId', q.person_id)
    from story_quote q where q.tenant_id = s.tenant_id and q.story_id = s.id
  ) as quote,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', f.id, 'alt', f.alt, 'own', f.own) order by f.own, f.id)
    from (
      select p.id, p.alt, false as own
      from story_photo x
      join fund_photo p on p.tenant_id = x.tenant_id and p.id = x.photo_id
      where x.tenant_id = s.tenant_id and x.story_id = s.id and ${MAY_BE_SHOWN}
      union all
      select o.id, o.alt, true from story_picture o where o.tenant_id = s.tenant_id and o.story_id = s.id
    ) f
  ), '[]'::jsonb) as photos,
  i.category, i.whole_organisation as "wholeOrganisation", array(
    select m.department_id from initiative_department m
    where m.tenant_id = i.tenant_id and m.initiative_id = i.id order by m.department_id
  ) as "departmentIds", ${KNOWN} as known`;

const STATE = sql`
  join initiative i on i.tenant_id = s.tenant_id and i.id = s.initiative_id
  left join lateral (
    select x.id, x.state, x.on_day from story_state x
    where x.tenant_id = s.tenant_id and x.story_id = s.id order by x.id desc limit 1
  ) z on true`;

export function storyById(tx: TenantDb, id: Id<'story'>): Promise<Story | null> {
  return theStory(tx, sql`s.id = ${id}`);
}

/** The story of an initiative, wherever it stands. */
export function storyOf(tx: TenantDb, initiativeId: Id<'initiative'>): Promise<Story | null> {
  return theStory(tx, sql`s.initiative_id = ${initiativeId}`);
}

async function theStory(tx: TenantDb, which: RawBuilder<unknown>): Promise<Story | null> {
  const { rows } = await sql<Story>`
    select ${COLUMNS} from story s ${STATE} where s.tenant_id = ${tx.tenant.id} and ${which}`.execute(tx.sql);
  return rows[0] ?? null;
}

/** The story that a command changes, held until the transaction ends. */
export async function lockStory(tx: TenantDb, id: Id<'story'>): Promise<Story | null> {
  await sql`select from story where tenant_id = ${tx.tenant.id} and id = ${id} for update`.execute(tx.sql);
  return storyById(tx, id);
}

/** Published stories that answer the filter, the newest first. One more than the page holds, where there are more. */
export async function publishedPage(
  tx: TenantDb,
  { departmentId, category }: StoryFilter,
  page: number,
  limit = STORIES_A_PAGE,
): Promise<readonly Story[]> {
  const wanted = [
    ...(category ? [sql`i.category = ${category}`] : []),
    ...(departmentId
      ? [
          sql`(i.whole_organisation or exists (
            select from initiative_department m
            where m.tenant_id = i.tenant_id and m.initiative_id = i.id and m.department_id = ${departmentId}))`,
        ]
      : []),
  ];
  // Read from the newest and no further than the page: only where nothing has happened to the story since.
  const { rows } = await sql<Story>`
    select ${COLUMNS}
    from (
      select n.tenant_id, n.story_id, n.id as state_id
      from story_state n
      join lateral (
        select x.id from story_state x
        where x.tenant_id = n.tenant_id and x.story_id = n.story_id order by x.id desc limit 1
      ) l on l.id = n.id
      ${
        wanted.length === 0
          ? sql``
          : sql`
      join story o on o.tenant_id = n.tenant_id and o.id = n.story_id
      join initiative i on i.tenant_id = o.tenant_id and i.id = o.initiative_id and ${sql.join(wanted, sql` and `)}`
      }
      where n.tenant_id = ${tx.tenant.id} and n.state = 'published'
      order by n.id desc
      limit ${limit + 1} offset ${(page - 1) * limit}
    ) n
    join story s on s.tenant_id = n.tenant_id and s.id = n.story_id ${STATE}
    order by n.state_id desc`.execute(tx.sql);
  return rows;
}

/** For the editors: stories of a state, the oldest change first. One more than the page holds, where there are more. */
export async function deskPage(
  tx: TenantDb,
  state: StoryState,
  page: number,
  limit = STORIES_A_PAGE,
): Promise<readonly Story[]> {
  const { rows } = await sql<Story>`
    select ${COLUMNS} from story s ${STATE}
    where s.tenant_id = ${tx.tenant.id} and coalesce(z.state, 'draft') = ${state}
    order by z.id ${state === 'published' ? sql`desc` : sql`nulls last`}, s.id
    limit ${limit + 1} offset ${(page - 1) * limit}`.execute(tx.sql);
  return rows;
}

/** Published stories as other systems read them, by id. */
export async function storiesAfter(tx: TenantDb, asked: Asked): Promise<readonly Story[]> {
  const { rows } = await sql<Story>`
    select ${COLUMNS} from story s ${STATE}
    where s.tenant_id = ${tx.tenant.id} and z.state = 'published' ${pageOf(asked, sql`s.id`)}`.execute(tx.sql);
  return rows;
}

/** The files of a picture that the story shows or, for those who write it, can show. Null where it may not be seen. */
export async function photoFiles(
  tx: TenantDb,
  storyId: Id<'story'>,
  photoId: PhotoId,
): Promise<{ readonly large: Id<'file'>; readonly small: Id<'file'>; readonly chosen: boolean } | null> {
  const { rows } = await sql<{ large: Id<'file'>; small: Id<'file'>; chosen: boolean }>`
    select p.file_id as large, p.small_file_id as small, exists (
      select from story_photo x where x.tenant_id = s.tenant_id and x.story_id = s.id and x.photo_id = p.id
    ) as chosen
    from story s
    join fund_application a on a.tenant_id = s.tenant_id and a.initiative_id = s.initiative_id
    join fund_photo p on p.tenant_id = a.tenant_id and p.application_id = a.id and ${MAY_BE_SHOWN}
    where s.tenant_id = ${tx.tenant.id} and s.id = ${storyId} and p.id = ${photoId}
    union all
    select o.file_id, o.small_file_id, true from story_picture o
    where o.tenant_id = ${tx.tenant.id} and o.story_id = ${storyId} and o.id = ${photoId}`.execute(tx.sql);
  return rows[0] ?? null;
}

/** What stories are called, for the turns about them: a question that is asked together with others. */
export const storyHeadings = (tx: TenantDb, stories: readonly string[]): RawBuilder<unknown> => sql`
  select id, heading as words from story where tenant_id = ${tx.tenant.id} and id = any(${stories}::uuid[])`;
