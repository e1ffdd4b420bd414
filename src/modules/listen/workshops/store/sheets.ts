import { type RawBuilder, sql } from 'kysely';
import type { SheetTemplate } from '../../../../engines/sheet/template.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { NUMBERS, type Progress, type Sheet, type SheetStanding } from '../rules/sheets.ts';

export interface Edition {
  readonly id: Id<'workshop_edition'>;
  readonly number: number;
  readonly template: SheetTemplate;
}

/** The newest last. */
export async function editionsOf(tx: TenantDb, workshop: Id<'workshop'>): Promise<Edition[]> {
  return tx.sql
    .selectFrom('workshop_edition')
    .select(['id', 'number', sql<SheetTemplate>`template`.as('template')])
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .orderBy('number')
    .execute();
}

/** The edition that a table has on paper of its own, the newest; of spares where it has but those; null when it has none. */
export async function editionOnPaper(tx: TenantDb, table: Id<'workshop_table'>): Promise<Edition | null> {
  const row = await tx.sql
    .selectFrom('workshop_edition as e')
    .select(['e.id', 'e.number', sql<SheetTemplate>`e.template`.as('template')])
    .where('e.tenant_id', '=', tx.tenant.id)
    .innerJoin('workshop_sheet as s', (join) =>
      join.onRef('s.tenant_id', '=', 'e.tenant_id').onRef('s.edition_id', '=', 'e.id'),
    )
    .where('s.table_id', '=', table)
    .where('s.serial', 'is not', null)
    .orderBy('s.spare')
    .orderBy('e.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertEdition(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  edition: Omit<Edition, 'id'>,
  by: Id<'person'> | null,
): Promise<Id<'workshop_edition'>> {
  const row = await tx.sql
    .insertInto('workshop_edition')
    .values({
      tenant_id: tx.tenant.id,
      workshop_id: workshop,
      number: edition.number,
      template: { ...edition.template },
      frozen_at: tx.now,
      frozen_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The first of `count` serials that nobody else gets. `first`: where the house begins. */
export async function takeSerials(tx: TenantDb, count: number, first: number): Promise<number> {
  const row = await tx.sql
    .insertInto('workshop_numbering')
    .values({ tenant_id: tx.tenant.id, next_serial: first + count })
    .onConflict((conflict) =>
      conflict.column('tenant_id').doUpdateSet({ next_serial: sql<number>`workshop_numbering.next_serial + ${count}` }),
    )
    .returning('next_serial')
    .executeTakeFirstOrThrow();
  return row.next_serial - count;
}

export async function insertSheets(
  tx: TenantDb,
  sheets: readonly Omit<Sheet, 'id'>[],
  by: Id<'person'> | null,
): Promise<Id<'workshop_sheet'>[]> {
  const rows = await tx.sql
    .insertInto('workshop_sheet')
    .values(
      sheets.map((one) => ({
        tenant_id: tx.tenant.id,
        workshop_id: one.workshopId,
        edition_id: one.editionId,
        table_id: one.tableId,
        page: one.page,
        paper: one.paper,
        serial: one.serial,
        spare: one.spare,
        made_at: tx.now,
        made_by: by,
      })),
    )
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

const SHEET = [
  's.id',
  's.workshop_id as workshopId',
  's.edition_id as editionId',
  's.table_id as tableId',
  's.page',
  's.paper',
  's.serial',
  's.spare',
] as const;

function sheets(tx: TenantDb) {
  return tx.sql.selectFrom('workshop_sheet as s').select(SHEET).where('s.tenant_id', '=', tx.tenant.id);
}

/** Those on paper, in the order of their serials. */
export async function printedSheets(tx: TenantDb, workshop: Id<'workshop'>): Promise<Sheet[]> {
  return sheets(tx)
    .where('s.workshop_id', '=', workshop)
    .where('s.serial', 'is not', null)
    .orderBy('s.serial')
    .execute();
}

export async function sheetById(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  id: Id<'workshop_sheet'>,
): Promise<Sheet | null> {
  return (await sheets(tx).where('s.workshop_id', '=', workshop).where('s.id', '=', id).executeTakeFirst()) ?? null;
}

/** The sheet whose markers carry this number, the newest where numbers have begun again. */
export async function sheetByNumber(tx: TenantDb, workshop: Id<'workshop'>, number: number): Promise<Sheet | null> {
  const query = sheets(tx)
    .where('s.workshop_id', '=', workshop)
    .where(sql<boolean>`s.serial % ${NUMBERS} = ${number}`)
    .orderBy('s.serial', 'desc');
  return (await query.executeTakeFirst()) ?? null;
}

/** What a table has filled in on a telephone, where it has begun. */
export async function telephoneSheet(
  tx: TenantDb,
  { tableId, editionId, page }: Pick<Sheet, 'editionId' | 'page'> & { readonly tableId: Id<'workshop_table'> },
): Promise<Sheet | null> {
  const query = sheets(tx)
    .where('s.table_id', '=', tableId)
    .where('s.edition_id', '=', editionId)
    .where('s.page', '=', page)
    .where('s.serial', 'is', null);
  return (await query.executeTakeFirst()) ?? null;
}

/** The pages of an edition that a table has filled in on a telephone. */
export async function telephonePages(
  tx: TenantDb,
  { tableId, editionId }: Pick<Sheet, 'editionId'> & { readonly tableId: Id<'workshop_table'> },
): Promise<ReadonlySet<number>> {
  const rows = await sheets(tx)
    .where('s.table_id', '=', tableId)
    .where('s.edition_id', '=', editionId)
    .where('s.serial', 'is', null)
    .execute();
  return new Set(rows.map(({ page }) => page));
}

export async function setTableOfSheet(
  tx: TenantDb,
  id: Id<'workshop_sheet'>,
  table: Id<'workshop_table'>,
): Promise<void> {
  await tx.sql
    .updateTable('workshop_sheet')
    .set({ table_id: table })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** How every sheet that is not set aside stands: its newest picture, and the checks since it was last settled. One question. */
function standings(tx: TenantDb, workshop: Id<'workshop'>): RawBuilder<SheetStanding> {
  return sql<SheetStanding>`
    select s.id, s.workshop_id as "workshopId", s.edition_id as "editionId", s.table_id as "tableId", s.page,
      s.paper, s.serial, s.spare, p.id as "photoId", coalesce(k.checks, 0)::int as checks, c.id is not null as confirmed,
      c.id as "confirmationId",
      c.id is not null and p.id is not null and (p.gone_at is null or p.read_at > c.confirmed_at) as changed
    from workshop_sheet s
    left join lateral (
      select id, read_at, gone_at from workshop_photo p
      where p.tenant_id = s.tenant_id and p.sheet_id = s.id and p.outcome = 'read' and p.gone_why is distinct from 'removed'
      order by p.id desc limit 1
    ) p on true
    left join lateral (
      select id, check_id, confirmed_at from workshop_confirmation c
      where c.tenant_id = s.tenant_id and c.sheet_id = s.id order by c.id desc limit 1
    ) c on true
    left join lateral (
      select count(*) as checks from workshop_check k
      where k.tenant_id = s.tenant_id and k.sheet_id = s.id and (c.id is null or k.id > c.check_id)
    ) k on true
    where s.tenant_id = ${tx.tenant.id} and s.workshop_id = ${workshop} and not exists (
      select from workshop_aside x where x.tenant_id = s.tenant_id and x.sheet_id = s.id)`;
}

export async function standingSheets(tx: TenantDb, workshop: Id<'workshop'>): Promise<SheetStanding[]> {
  const { rows } = await sql<SheetStanding>`${standings(tx, workshop)} order by s.serial, s.id limit 2000`.execute(
    tx.sql,
  );
  return rows;
}

export async function standingOf(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  id: Id<'workshop_sheet'>,
): Promise<SheetStanding | null> {
  const { rows } = await sql<SheetStanding>`${standings(tx, workshop)} and s.id = ${id}`.execute(tx.sql);
  return rows[0] ?? null;
}

/** Sheets that have a picture or a check and are not settled, the oldest first; `mine`: this person has gone through it. */
export async function sheetsToCheck(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  person: Id<'person'> | null,
  limit: number,
): Promise<(SheetStanding & { readonly mine: boolean })[]> {
  const { rows } = await sql<SheetStanding & { readonly mine: boolean }>`
    select waiting.*, exists (
      select from workshop_check k
      where k.tenant_id = ${tx.tenant.id} and k.sheet_id = waiting.id and k.checked_by = ${person}
        and not exists (
          select from workshop_confirmation c
          where c.tenant_id = k.tenant_id and c.sheet_id = k.sheet_id and c.check_id >= k.id)
    ) as mine
    from (${standings(tx, workshop)}) waiting
    where ("photoId" is not null or checks > 0) and (not confirmed or changed)
    order by "photoId" nulls last, id limit ${limit}`.execute(tx.sql);
  return rows;
}

/** How far each of these workshops' sheets have come. */
export async function progressOf(
  tx: TenantDb,
  workshops: readonly Id<'workshop'>[],
): Promise<ReadonlyMap<string, Progress>> {
  const { rows } = await sql<Progress & { id: string }>`
    select w.id,
      (select count(*) from workshop_sheet s where s.tenant_id = w.tenant_id and s.workshop_id = w.id and s.serial is not null)::int
        as printed,
      (select count(distinct p.sheet_id) from workshop_photo p
        where p.tenant_id = w.tenant_id and p.workshop_id = w.id and p.outcome = 'read')::int
        as photographed,
      (select count(*) from workshop_photo p
        where p.tenant_id = w.tenant_id and p.workshop_id = w.id and p.outcome is null and p.gone_at is null)::int as waiting,
      (select count(distinct p.sheet_id) from workshop_photo p
        where p.tenant_id = w.tenant_id and p.workshop_id = w.id and p.outcome = 'read'
          and p.gone_why is distinct from 'removed' and not exists (
          select from workshop_confirmation c where c.tenant_id = p.tenant_id and c.sheet_id = p.sheet_id
            and p.gone_at is not null and c.confirmed_at >= p.read_at))::int as "toConfirm",
      (select count(distinct c.sheet_id) from workshop_confirmation c
        join workshop_sheet s on s.tenant_id = c.tenant_id and s.id = c.sheet_id
        where s.tenant_id = w.tenant_id and s.workshop_id = w.id and not exists (
          select from workshop_aside x where x.tenant_id = s.tenant_id and x.sheet_id = s.id))::int as confirmed,
      (select count(*) from workshop_photo p where p.tenant_id = w.tenant_id and p.workshop_id = w.id
        and p.outcome <> 'read' and p.gone_at is null)::int as unread
    from workshop w where w.tenant_id = ${tx.tenant.id} and w.id = any(${[...workshops]}::uuid[])`.execute(tx.sql);
  return new Map(rows.map(({ id, ...progress }) => [id, progress]));
}
