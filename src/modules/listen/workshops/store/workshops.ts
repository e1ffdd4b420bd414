import { sql, type Updateable } from 'kysely';
import type { SheetTemplate } from '../../../../engines/sheet/template.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Tables } from '../../../../platform/db/tables.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { ROWS_A_PAGE, type Workshop, type WorkshopWords } from '../rules/workshop.ts';

function workshops(tx: TenantDb) {
  return tx.sql
    .selectFrom('workshop as w')
    .leftJoin('workshop_release as r', (join) =>
      join.onRef('r.tenant_id', '=', 'w.tenant_id').onRef('r.workshop_id', '=', 'w.id'),
    )
    .leftJoin('workshop_link_closed as l', (join) =>
      join.onRef('l.tenant_id', '=', 'w.tenant_id').onRef('l.workshop_id', '=', 'w.id'),
    )
    .select([
      'w.id',
      'w.name',
      'w.about',
      'w.place',
      'w.on_day as on',
      'w.starts_at as startsAt',
      'w.ends_at as endsAt',
      'w.seats',
      'w.gathering_id as gatheringId',
      'w.code',
      'w.open_until as openUntil',
      sql<boolean>`l.workshop_id is not null`.as('linkClosed'),
      sql<SheetTemplate>`w.template`.as('template'),
      'w.paper',
      'w.two_people as twoPeople',
      'w.in_steps as inSteps',
      'w.picture_days as pictureDays',
      'w.opened_by as openedBy',
      sql<boolean>`r.workshop_id is not null`.as('released'),
      'w.version',
    ])
    .where('w.tenant_id', '=', tx.tenant.id);
}

/** The newest first, a page of them. */
export async function workshopPage(tx: TenantDb, page: number): Promise<{ rows: Workshop[]; more: boolean }> {
  const found = await workshops(tx)
    .orderBy('w.on_day', 'desc')
    .orderBy('w.id', 'desc')
    .limit(ROWS_A_PAGE + 1)
    .offset((page - 1) * ROWS_A_PAGE)
    .execute();
  return { rows: found.slice(0, ROWS_A_PAGE), more: found.length > ROWS_A_PAGE };
}

/** Those that a person is invited to by name, or through one of these gatherings. */
export async function workshopsOf(
  tx: TenantDb,
  personId: Id<'person'>,
  gatherings: readonly Id<'gathering'>[],
): Promise<Workshop[]> {
  return workshops(tx)
    .where(
      sql<boolean>`(w.gathering_id = any(${[...gatherings]}::uuid[]) or w.id in (
        select i.workshop_id from workshop_invitation i
        where i.tenant_id = ${tx.tenant.id} and i.person_id = ${personId}))`,
    )
    .orderBy('w.on_day', 'desc')
    .limit(ROWS_A_PAGE)
    .execute();
}

export async function workshopById(tx: TenantDb, id: Id<'workshop'>): Promise<Workshop | null> {
  return (await workshops(tx).where('w.id', '=', id).executeTakeFirst()) ?? null;
}

export async function workshopByCode(tx: TenantDb, code: string): Promise<Workshop | null> {
  return (await workshops(tx).where('w.code', '=', code).executeTakeFirst()) ?? null;
}

/**
 * Held until the transaction ends: what is printed, sent, settled or chosen at one workshop is so one at a time. Nobody passes
 * a limit together, and the last of several sees that it is the last.
 */
export async function lockWorkshop(tx: TenantDb, id: Id<'workshop'>): Promise<void> {
  await tx.sql
    .selectFrom('workshop')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function isInvited(tx: TenantDb, id: Id<'workshop'>, personId: Id<'person'>): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('workshop_invitation')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

function columnsOf(words: WorkshopWords) {
  return {
    name: words.name,
    about: words.about,
    place: words.place,
    on_day: words.on,
    starts_at: words.startsAt,
    ends_at: words.endsAt,
    seats: words.seats,
    gathering_id: words.gatheringId,
    open_until: words.openUntil,
    paper: words.paper,
    two_people: words.twoPeople,
    in_steps: words.inSteps,
    picture_days: words.pictureDays,
  };
}

/** Null when another workshop has the code already. */
export async function insertWorkshop(
  tx: TenantDb,
  words: WorkshopWords,
  rest: { readonly code: string; readonly template: SheetTemplate; readonly by: Id<'person'> | null },
): Promise<Id<'workshop'> | null> {
  const row = await tx.sql
    .insertInto('workshop')
    .values({
      tenant_id: tx.tenant.id,
      ...columnsOf(words),
      code: rest.code,
      template: { ...rest.template },
      opened_by: rest.by,
      opened_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'code']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** False when somebody else has saved since `version` was read. */
export function updateWorkshop(
  tx: TenantDb,
  id: Id<'workshop'>,
  words: WorkshopWords,
  version: number,
): Promise<boolean> {
  return update(tx, id, columnsOf(words), version);
}

/** False when somebody else has saved since `version` was read. */
export function updateTemplate(
  tx: TenantDb,
  id: Id<'workshop'>,
  template: SheetTemplate,
  version: number,
): Promise<boolean> {
  return update(tx, id, { template: { ...template } }, version);
}

async function update(
  tx: TenantDb,
  id: Id<'workshop'>,
  columns: Updateable<Tables['workshop']>,
  version: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('workshop')
    .set((set) => ({ ...columns, version: set('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
