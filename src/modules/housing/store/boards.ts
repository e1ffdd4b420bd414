import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Board, BoardMember, Office } from '../rules.ts';

/** Which board: a department's, or (null) the organisation's own. */
export interface BoardOf {
  readonly organisationId: Id<'organisation'>;
  readonly departmentId: Id<'department'> | null;
}

/** The same, with the organisation by its id or by a question whose answer it is. */
type WantedBoard = Pick<BoardOf, 'departmentId'> & {
  readonly organisationId: BoardOf['organisationId'] | RawBuilder<BoardOf['organisationId']>;
};

/**
 * The board of today: its newest constitution, and all who hold the role now, chair first. Somebody elected since the
 * board constituted itself stands as a plain member.
 */
export async function boardOf(tx: TenantDb, of: WantedBoard): Promise<Board> {
  const newest = newestBoard(tx, of);
  const [{ rows }, members] = await Promise.all([
    sql<Omit<Board, 'members'>>`select id, seats, constituted_on as "constitutedOn" ${newest}`.execute(tx.sql),
    boardMembers(tx, of, newest),
  ]);
  const [board] = rows;
  return {
    id: board?.id ?? null,
    seats: board?.seats ?? members.length,
    constitutedOn: board?.constitutedOn ?? null,
    members,
  };
}

function newestBoard(tx: TenantDb, of: WantedBoard): RawBuilder<unknown> {
  return sql`
    from board
    where tenant_id = ${tx.tenant.id} and organisation_id = ${of.organisationId} and ${ofDepartment(of)}
      and constituted_on <= ${tx.today}
    order by constituted_on desc, id desc limit 1`;
}

function ofDepartment({ departmentId }: WantedBoard): RawBuilder<unknown> {
  return departmentId ? sql`department_id = ${departmentId}` : sql`department_id is null`;
}

async function boardMembers(tx: TenantDb, of: WantedBoard, newest: RawBuilder<unknown>): Promise<BoardMember[]> {
  const role = of.departmentId ? 'board_member' : 'organisation_board';
  const { rows } = await sql<BoardMember>`
    select p.id as "personId", g.id as "grantId", p.name, p.protected,
      coalesce(b.office, 'member') as office, g.from_day as "from", g.until_day as until
    from role_grant g
    join person p on p.tenant_id = g.tenant_id and p.id = g.person_id
    left join board_term b
      on b.tenant_id = g.tenant_id and b.role_grant_id = g.id and b.board_id = (select id ${newest})
    where g.tenant_id = ${tx.tenant.id} and g.organisation_id = ${of.organisationId} and g.${ofDepartment(of)}
      and g.role = ${role}
      and g.from_day <= ${tx.today} and (g.until_day is null or g.until_day >= ${tx.today})
    order by case b.office when 'chair' then 0 when 'vice_chair' then 1 else 2 end, p.name collate "da-x-icu"
  `.execute(tx.sql);
  return rows;
}

/** A seat in a department's board that nobody has sat in since its holder moved away from the department. */
export interface EmptiedSeat {
  readonly organisationId: Id<'organisation'>;
  readonly departmentId: Id<'department'>;
  /** Who sat there. */
  readonly personId: Id<'person'>;
}

/**
 * The seats that moves have emptied in the last month, where the board has not constituted itself since; one query. A
 * month, so that none is forgotten when a move is heard of late or the house was closed down for some days.
 */
export async function seatsEmptiedByMoving(tx: TenantDb): Promise<readonly EmptiedSeat[]> {
  const { rows } = await sql<EmptiedSeat>`
    select distinct g.organisation_id as "organisationId", g.department_id as "departmentId", g.person_id as "personId"
    from role_grant g
    where g.tenant_id = ${tx.tenant.id} and g.role = 'board_member' and g.department_id is not null
      and g.until_day between ${addDays(tx.today, -31)}::date and ${addDays(tx.today, -1)}::date
      and exists (${livesThere(sql`r.until_day < ${tx.today}::date`)})
      and not exists (${livesThere(sql`r.until_day is null or r.until_day >= ${tx.today}::date`)})
      and not exists (
        select from board b
        where b.tenant_id = g.tenant_id and b.department_id = g.department_id and b.constituted_on > g.until_day
      )
    order by 2, 3
  `.execute(tx.sql);
  return rows;
}

/** A home of the holder in the seat's department, for which `when` holds. */
function livesThere(when: RawBuilder<unknown>) {
  return sql`select from residency r join tenancy t on t.tenant_id = r.tenant_id and t.id = r.tenancy_id
    where r.tenant_id = g.tenant_id and r.person_id = g.person_id and t.department_id = g.department_id and (${when})`;
}

export async function insertBoard(
  tx: TenantDb,
  of: BoardOf,
  board: { seats: number; constitutedOn: Day },
): Promise<Id<'board'>> {
  const row = await tx.sql
    .insertInto('board')
    .values({
      tenant_id: tx.tenant.id,
      organisation_id: of.organisationId,
      department_id: of.departmentId,
      seats: board.seats,
      constituted_on: board.constitutedOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function insertTerm(
  tx: TenantDb,
  term: { boardId: Id<'board'>; grantId: Id<'role_grant'>; office: Office },
): Promise<void> {
  await tx.sql
    .insertInto('board_term')
    .values({ tenant_id: tx.tenant.id, board_id: term.boardId, role_grant_id: term.grantId, office: term.office })
    .execute();
}
