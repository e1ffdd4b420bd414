import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Witness } from '../rules/several.ts';
import { MOST_TOGETHER, type Photo } from '../rules/sheets.ts';
import { photos } from './photos.ts';

/** Some pictures in the order asked for, with the names their files had on the telephone; those of other workshops are left out. */
export async function photosSent(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  ids: readonly Id<'workshop_photo'>[],
): Promise<(Photo & { readonly name: string | null })[]> {
  const rows = await photos(tx)
    .leftJoin('file as f', (join) => join.onRef('f.tenant_id', '=', 'p.tenant_id').onRef('f.id', '=', 'p.file_id'))
    .select('f.name')
    .where('p.workshop_id', '=', workshop)
    .where('p.id', 'in', [...ids])
    .execute();
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** Pictures of a sheet that could be read and are still here, in the order in which they came. */
export function picturesOf(tx: TenantDb, sheet: Id<'workshop_sheet'>): Promise<Photo[]> {
  return photos(tx)
    .where('p.sheet_id', '=', sheet)
    .where('p.outcome', '=', 'read')
    .where('p.gone_at', 'is', null)
    .orderBy('p.id')
    .limit(MOST_TOGETHER)
    .execute();
}

/** The same, with what was read. */
export async function witnessesOf(tx: TenantDb, sheet: Id<'workshop_sheet'>): Promise<(Photo & Witness)[]> {
  const shown = await picturesOf(tx, sheet);
  if (shown.length === 0) return [];
  const readings = await tx.sql
    .selectFrom('workshop_reading')
    .select(['photo_id as photo', 'field', 'label', 'confidence'])
    .where('tenant_id', '=', tx.tenant.id)
    .where(
      'photo_id',
      'in',
      shown.map(({ id }) => id),
    )
    .orderBy('field')
    .execute();
  return shown.map((photo) => ({ ...photo, readings: readings.filter((one) => one.photo === photo.id) }));
}

/** Sheets of a workshop that several pictures speak for, and how many. */
export async function severalOf(tx: TenantDb, workshop: Id<'workshop'>): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ sheet: string; count: number }>`
    select p.sheet_id as sheet, count(*)::int as count from workshop_photo p
    where p.tenant_id = ${tx.tenant.id} and p.workshop_id = ${workshop} and p.outcome = 'read' and p.gone_at is null
      and p.sheet_id is not null
    group by p.sheet_id having count(*) > 1`.execute(tx.sql);
  return new Map(rows.map(({ sheet, count }) => [sheet, count]));
}
