import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Round, RoundStairwell } from '../rules/rounds.ts';
import { ROWS_A_PAGE } from '../rules/task.ts';

const ROUND = ['id', 'department_id as departmentId', 'title', 'on_day as on', 'script'] as const;

export async function roundById(tx: TenantDb, id: Id<'door_round'>): Promise<Round | null> {
  const row = await tx.sql
    .selectFrom('door_round')
    .select(ROUND)
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** A round among others, with what came of it so far. */
export interface ListedRound extends Round {
  readonly opened: number;
  readonly talked: number;
  readonly saidYes: number;
}

/** The newest day first; one more than a page, so that it is seen whether there are more. */
export async function roundPage(tx: TenantDb, page: number): Promise<readonly ListedRound[]> {
  const { rows } = await sql<ListedRound>`
    select r.id, r.department_id as "departmentId", r.title, r.on_day as "on", r.script,
      coalesce(s.opened, 0) as opened, coalesce(s.talked, 0) as talked, coalesce(s.said_yes, 0) as "saidYes"
    from door_round r
    left join lateral (
      select sum(opened)::int as opened, sum(talked)::int as talked, sum(said_yes)::int as said_yes
      from door_round_stairwell w where w.tenant_id = r.tenant_id and w.round_id = r.id
    ) s on true
    where r.tenant_id = ${tx.tenant.id}
    order by r.on_day desc, r.id desc limit ${ROWS_A_PAGE + 1} offset ${(page - 1) * ROWS_A_PAGE}`.execute(tx.sql);
  return rows;
}

export async function insertRound(
  tx: TenantDb,
  round: Omit<Round, 'id'>,
  buildings: readonly Id<'building'>[],
  by: Id<'person'> | null,
): Promise<Id<'door_round'>> {
  const { id } = await tx.sql
    .insertInto('door_round')
    .values({
      tenant_id: tx.tenant.id,
      department_id: round.departmentId,
      title: round.title,
      on_day: round.on,
      script: round.script,
      made_at: tx.now,
      made_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx.sql
    .insertInto('door_round_stairwell')
    .values(buildings.map((building_id) => ({ tenant_id: tx.tenant.id, round_id: id, building_id })))
    .execute();
  return id;
}

/** The stairwells of a round as one walks, with the doors where nobody is to ring. */
export async function stairwellsOf(tx: TenantDb, id: Id<'door_round'>): Promise<readonly RoundStairwell[]> {
  const { rows } = await sql<RoundStairwell>`
    select w.building_id as building, b.street || ' ' || b.house_number as address, w.opened, w.talked,
      w.said_yes as "saidYes", (
        select count(*)::int from tenancy t
        where t.tenant_id = b.tenant_id and t.building_id = b.id and t.absent_since is null
      ) as homes, coalesce((
        select array_agg(trim(coalesce(nullif(t.floor, '') || '. ', '') || t.door) order by t.floor, t.door)
        from tenancy t
        where t.tenant_id = b.tenant_id and t.building_id = b.id and t.absent_since is null and exists (
          select from no_contact n where n.tenant_id = t.tenant_id and n.tenancy_id = t.id and n.lifted_on is null
        )
      ), '{}') as "leaveAlone"
    from door_round_stairwell w
    join building b on b.tenant_id = w.tenant_id and b.id = w.building_id
    where w.tenant_id = ${tx.tenant.id} and w.round_id = ${id}`.execute(tx.sql);
  return rows.toSorted((one, other) => walk.compare(one.address, other.address));
}

const walk = new Intl.Collator('da', { numeric: true });

export async function saveCount(
  tx: TenantDb,
  id: Id<'door_round'>,
  one: {
    readonly building: Id<'building'>;
    readonly opened: number;
    readonly talked: number;
    readonly saidYes: number;
  },
): Promise<void> {
  await tx.sql
    .updateTable('door_round_stairwell')
    .set({ opened: one.opened, talked: one.talked, said_yes: one.saidYes, counted_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('round_id', '=', id)
    .where('building_id', '=', one.building)
    .execute();
}
