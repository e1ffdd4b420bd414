import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Board, BoardMember, Office } from '../rules.ts';

/** Which board: a department's, or (null) the organisation's own. */
export interface BoardOf {
  readonly organisationId: Id<'organisation'>;
  readonly departmentId: Id<'department'> | null;
}

/**
 * The board of today: its newest constitution, and all who hold the role now, chair first. Somebody elected since the
 * board constituted itself stands as a plain member.
 */
export async function boardOf(tx: TenantDb, of: BoardOf): Promise<Board> {
  const newest = await tx.sql
    .selectFrom('board')
    .select(['id', 'seats', 'constituted_on as constitutedOn'])
    .where('organisation_id', '=', of.organisationId)
    .where('department_id', of.departmentId ? '=' : 'is', of.departmentId)
    .where('constituted_on', '<=', tx.today)
    .orderBy('constituted_on', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const members = await boardMembers(tx, of, newest?.id ?? null);
  return {
    id: newest?.id ?? null,
    seats: newest?.seats ?? members.length,
    constitutedOn: newest?.constitutedOn ?? null,
    members,
  };
}

async function boardMembers(tx: TenantDb, of: BoardOf, boardId: Id<'board'> | null): Promise<BoardMember[]> {
  const role = of.departmentId ? 'board_member' : 'organisation_board';
  const { rows } = await sql<BoardMember>`
    select p.id as "personId", g.id as "grantId", p.name, p.protected,
      coalesce(b.office, 'member') as office, g.from_day as "from", g.until_day as until
    from role_grant g
    join person p on p.id = g.person_id
    left join board_term b on b.role_grant_id = g.id and b.board_id = ${boardId}
    where g.organisation_id = ${of.organisationId}
      and g.department_id is not distinct from ${of.departmentId}
      and g.role = ${role}
      and g.from_day <= ${tx.today} and (g.until_day is null or g.until_day >= ${tx.today})
    order by case b.office when 'chair' then 0 when 'vice_chair' then 1 else 2 end, p.name collate "da-x-icu"
  `.execute(tx.sql);
  return rows;
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
