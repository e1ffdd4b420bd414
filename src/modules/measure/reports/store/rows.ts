import { type RawBuilder, sql } from 'kysely';
import { type Day, dayOf } from '../../../../kernel/day.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { AskRow, Category, IdeaRow, InitiativeRow, YearRows } from '../rules/rows.ts';
import { firstDay } from '../rules/year.ts';

/** Everything that the figures of a year are counted from: three questions, however many rows. */
export async function rowsOfYear(tx: TenantDb, year: number): Promise<YearRows> {
  return {
    ideas: await ideasOf(tx, year),
    initiatives: await initiativesOf(tx, year),
    asks: await asksOf(tx, year),
  };
}

/** Midnight in Denmark at the beginning of a year, as an instant. */
function newYear(year: number): RawBuilder<Date> {
  return sql<Date>`make_timestamptz(${year}, 1, 1, 0, 0, 0, 'Europe/Copenhagen')`;
}

async function ideasOf(tx: TenantDb, year: number): Promise<readonly IdeaRow[]> {
  const rows = await tx.sql
    .selectFrom('idea as i')
    .leftJoin('idea_answer as a', (join) =>
      join.onRef('a.tenant_id', '=', 'i.tenant_id').onRef('a.idea_id', '=', 'i.id'),
    )
    .select(['i.id', 'i.department_id', 'i.posted_at', 'a.answered_at', 'a.answer', 'a.initiative_id'])
    .where('i.tenant_id', '=', tx.tenant.id)
    .where('i.posted_at', '>=', newYear(year))
    .where('i.posted_at', '<', newYear(year + 1))
    .orderBy('i.posted_at')
    .orderBy('i.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    departmentId: row.department_id,
    postedOn: dayOf(row.posted_at),
    answeredOn: row.answered_at && dayOf(row.answered_at),
    answer: row.answer as IdeaRow['answer'],
    initiativeId: row.initiative_id,
  }));
}

/** Those that had begun before the year was over, and had not ended before it began. */
async function initiativesOf(tx: TenantDb, year: number): Promise<readonly InitiativeRow[]> {
  const rows = await tx.sql
    .selectFrom('initiative as i')
    .leftJoin('initiative_end as e', (join) =>
      join.onRef('e.tenant_id', '=', 'i.tenant_id').onRef('e.initiative_id', '=', 'i.id'),
    )
    .select(['i.id', 'i.title', 'i.category', 'i.created_at', 'i.ends_on', 'e.result', 'e.on_day'])
    .select([departmentIds.as('departments'), drivers.as('drivers'), parkings.as('parkings')])
    .where('i.tenant_id', '=', tx.tenant.id)
    .where('i.created_at', '<', newYear(year + 1))
    // What was planned for December may first be written as held in January.
    .where((row) => row.or([row('e.on_day', 'is', null), row('e.on_day', '>=', firstDay(year))]))
    .orderBy('i.created_at')
    .orderBy('i.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    category: row.category as Category,
    departmentIds: row.departments,
    begunOn: dayOf(row.created_at),
    endsOn: row.ends_on,
    end: row.result && row.on_day ? { result: row.result as 'done' | 'stopped', on: row.on_day } : null,
    drivers: row.drivers,
    parkings: row.parkings,
  }));
}

const departmentIds = sql<InitiativeRow['departmentIds']>`array(
  select m.department_id from initiative_department m
  where m.tenant_id = i.tenant_id and m.initiative_id = i.id
  order by m.department_id
)`;

const drivers = sql<InitiativeRow['drivers']>`(
  select coalesce(jsonb_agg(jsonb_build_object('personId', d.person_id, 'from', d.from_day, 'stoppedOn', d.stopped_on)), '[]')
  from initiative_driver d
  where d.tenant_id = i.tenant_id and d.initiative_id = i.id
)`;

const parkings = sql<InitiativeRow['parkings']>`(
  select coalesce(jsonb_agg(jsonb_build_object('from', p.from_day, 'wokenOn', w.on_day)), '[]')
  from initiative_parking p
  left join initiative_waking w on w.tenant_id = p.tenant_id and w.parking_id = p.id
  where p.tenant_id = i.tenant_id and p.initiative_id = i.id
)`;

async function asksOf(tx: TenantDb, year: number): Promise<readonly AskRow[]> {
  const rows = await tx.sql
    .selectFrom('initiative_driver_ask as a')
    .leftJoin('initiative_driver_answer as n', (join) =>
      join.onRef('n.tenant_id', '=', 'a.tenant_id').onRef('n.ask_id', '=', 'a.id'),
    )
    .select(['a.initiative_id', 'a.person_id', 'n.answer'])
    .where('a.tenant_id', '=', tx.tenant.id)
    .where('a.asked_at', '>=', newYear(year))
    .where('a.asked_at', '<', newYear(year + 1))
    .execute();
  return rows.map((row) => ({
    initiativeId: row.initiative_id,
    personId: row.person_id,
    answer: row.answer as AskRow['answer'],
  }));
}

/** The first and the last day that anything stands in the journal. */
interface JournalSpan {
  readonly first: Day;
  readonly last: Day;
}

/** Null while it is empty. */
export async function journalSpan(tx: TenantDb): Promise<JournalSpan | null> {
  const end = (order: 'asc' | 'desc') =>
    tx.sql
      .selectFrom('journal_entry')
      .select('at')
      .where('tenant_id', '=', tx.tenant.id)
      .orderBy('seq', order)
      .limit(1)
      .executeTakeFirst();
  const [oldest, newest] = await Promise.all([end('asc'), end('desc')]);
  if (!oldest || !newest) return null;
  const [first, last] = [dayOf(oldest.at), dayOf(newest.at)];
  return first <= last ? { first, last } : { first: last, last: first };
}
