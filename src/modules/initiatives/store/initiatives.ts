import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { dayOf } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Initiative } from '../rules.ts';

type Row = ExpressionBuilder<Tables & { i: Tables['initiative'] }, 'i'>;

/** One initiative with all its rows, in one round trip. */
export async function initiativeById(tx: TenantDb, id: Id<'initiative'>): Promise<Initiative | null> {
  const row = await tx.sql
    .selectFrom('initiative as i')
    .select([
      'i.id',
      'i.title',
      'i.what',
      'i.why',
      'i.category',
      'i.place',
      'i.starts_on as startsOn',
      'i.ends_on as endsOn',
      'i.whole_organisation as wholeOrganisation',
      'i.version',
      'i.created_at',
      'i.created_by as createdBy',
      'i.channel',
      'i.registered_by as registeredBy',
    ])
    .select((row) => [
      departmentsOf(row).as('departments'),
      asksOf(row).as('asks'),
      driversOf(row).as('drivers'),
      parkingsOf(row).as('parkings'),
      endOf(row).as('end'),
      stepsOf(row).as('steps'),
      originsOf(row).as('origins'),
    ])
    .where('i.tenant_id', '=', tx.tenant.id)
    .where('i.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { created_at, departments, ...rest } = row;
  return { ...rest, createdOn: dayOf(created_at), departmentIds: departments.map((one) => one.id) } as Initiative;
}

/** The same, held until the transaction ends: whoever comes at the same moment waits and sees what was done. */
export async function lockInitiative(tx: TenantDb, id: Id<'initiative'>): Promise<Initiative | null> {
  await tx.sql
    .selectFrom('initiative')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return initiativeById(tx, id);
}

/** Which initiative a question belongs to. */
export async function initiativeOfAsk(tx: TenantDb, askId: string): Promise<Id<'initiative'> | null> {
  const row = await tx.sql
    .selectFrom('initiative_driver_ask')
    .select('initiative_id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', askId as Id<'initiative_driver_ask'>)
    .executeTakeFirst();
  return row?.initiative_id ?? null;
}

/** The titles, by id; what does not exist is left out. */
export async function initiativeNames(tx: TenantDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('initiative')
    .select(['id', 'title'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', 'in', ids as readonly Id<'initiative'>[])
    .execute();
  return new Map(rows.map((row) => [row.id, row.title]));
}

function departmentsOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('initiative_department as d')
      .select('d.department_id as id')
      .whereRef('d.tenant_id', '=', 'i.tenant_id')
      .whereRef('d.initiative_id', '=', 'i.id')
      .orderBy('d.department_id'),
  );
}

function asksOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('initiative_driver_ask as a')
      .leftJoin('initiative_driver_answer as b', (join) =>
        join.onRef('b.tenant_id', '=', 'a.tenant_id').onRef('b.ask_id', '=', 'a.id'),
      )
      .select(['a.id', 'a.person_id as personId', 'a.words', 'a.replaces_id as replacesId', 'a.asked_by as askedBy'])
      .select(['a.answer_by as answerBy', 'b.answer'])
      .select(sql<string>`coalesce(b.words, '')`.as('answerWords'))
      .select(sql<boolean>`coalesce(b.name_public, false)`.as('namePublic'))
      .whereRef('a.tenant_id', '=', 'i.tenant_id')
      .whereRef('a.initiative_id', '=', 'i.id')
      .orderBy('a.id'),
  );
}

function driversOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('initiative_driver as d')
      .select(['d.id', 'd.person_id as personId', 'd.name_public as namePublic', 'd.from_day as from'])
      .select(['d.stopped_on as stoppedOn', 'd.stopped_words as stoppedWords'])
      .whereRef('d.tenant_id', '=', 'i.tenant_id')
      .whereRef('d.initiative_id', '=', 'i.id')
      .orderBy('d.id'),
  );
}

function parkingsOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('initiative_parking as p')
      .leftJoin('initiative_waking as w', (join) =>
        join.onRef('w.tenant_id', '=', 'p.tenant_id').onRef('w.parking_id', '=', 'p.id'),
      )
      .select(['p.id', 'p.reason', 'p.from_day as from', 'p.ask_again_on as askAgainOn', 'w.on_day as wokenOn'])
      .select(sql<string>`coalesce(w.words, '')`.as('wakingWords'))
      .whereRef('p.tenant_id', '=', 'i.tenant_id')
      .whereRef('p.initiative_id', '=', 'i.id')
      .orderBy('p.id'),
  );
}

function endOf(row: Row) {
  return jsonObjectFrom(
    row
      .selectFrom('initiative_end as e')
      .select(['e.result', 'e.on_day as on', 'e.words'])
      .whereRef('e.tenant_id', '=', 'i.tenant_id')
      .whereRef('e.initiative_id', '=', 'i.id'),
  );
}

function stepsOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('initiative_step as s')
      .leftJoin('initiative_step_end as e', (join) =>
        join.onRef('e.tenant_id', '=', 's.tenant_id').onRef('e.step_id', '=', 's.id'),
      )
      .select(['s.id', 's.says', 's.person_id as personId', 's.due_on as dueOn', 'e.outcome'])
      .select(sql<string>`coalesce(e.words, '')`.as('outcomeWords'))
      .whereRef('s.tenant_id', '=', 'i.tenant_id')
      .whereRef('s.initiative_id', '=', 'i.id')
      .orderBy('s.id'),
  );
}

function originsOf(row: Row) {
  return jsonArrayFrom(
    row
      .selectFrom('initiative_origin as o')
      .select(['o.source_kind as sourceKind', 'o.source_id as sourceId', 'o.sentence'])
      .whereRef('o.tenant_id', '=', 'i.tenant_id')
      .whereRef('o.initiative_id', '=', 'i.id')
      .orderBy('o.id'),
  );
}
