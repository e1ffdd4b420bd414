import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Panel, type PanelWords, ROWS_A_PAGE } from '../rules/panel.ts';

const PANEL = [
  'panel.id',
  'panel.kind',
  'panel.name',
  'panel.purpose',
  'panel.practical',
  'panel.seats',
  'panel.opens_on as opensOn',
  'panel.closes_on as closesOn',
  'panel.min_age as minAge',
  'panel.offer_days as offerDays',
  'panel.board_limit as boardLimit',
  'panel.unchosen_months as unchosenMonths',
  'panel.member_months as memberMonths',
  'panel.ended_on as endedOn',
  'panel.version',
] as const;

function panels(tx: TenantDb) {
  return tx.sql
    .selectFrom('panel')
    .leftJoin('panel_lock as l', (join) =>
      join.onRef('l.tenant_id', '=', 'panel.tenant_id').onRef('l.panel_id', '=', 'panel.id'),
    )
    .select(PANEL)
    .select(sql<boolean>`l.panel_id is not null`.as('locked'))
    .where('panel.tenant_id', '=', tx.tenant.id);
}

/** The newest first, a page of them. */
export async function panelPage(tx: TenantDb, page: number): Promise<{ rows: Panel[]; more: boolean }> {
  const found = await panels(tx)
    .orderBy('panel.opens_on', 'desc')
    .orderBy('panel.id', 'desc')
    .limit(ROWS_A_PAGE + 1)
    .offset((page - 1) * ROWS_A_PAGE)
    .execute();
  return { rows: found.slice(0, ROWS_A_PAGE), more: found.length > ROWS_A_PAGE };
}

export async function panelById(tx: TenantDb, id: Id<'panel'>): Promise<Panel | null> {
  return (await panels(tx).where('panel.id', '=', id).executeTakeFirst()) ?? null;
}

/** Held until the transaction ends: who applies, locks and chooses does so one at a time. */
export async function lockPanel(tx: TenantDb, id: Id<'panel'>): Promise<Panel | null> {
  await tx.sql
    .selectFrom('panel')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return panelById(tx, id);
}

function columnsOf(words: PanelWords) {
  return {
    kind: words.kind,
    name: words.name,
    purpose: words.purpose,
    practical: words.practical,
    seats: words.seats,
    opens_on: words.opensOn,
    closes_on: words.closesOn,
    min_age: words.minAge,
    offer_days: words.offerDays,
    board_limit: words.boardLimit,
    unchosen_months: words.unchosenMonths,
    member_months: words.memberMonths,
  };
}

export async function insertPanel(tx: TenantDb, words: PanelWords, by: Id<'person'> | null): Promise<Id<'panel'>> {
  const row = await tx.sql
    .insertInto('panel')
    .values({ tenant_id: tx.tenant.id, ...columnsOf(words), created_at: tx.now, created_by: by })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** False when somebody else has saved since `version` was read. */
export async function updatePanel(tx: TenantDb, id: Id<'panel'>, words: PanelWords, version: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('panel')
    .set((set) => ({ ...columnsOf(words), version: set('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function endPanel(tx: TenantDb, id: Id<'panel'>): Promise<void> {
  await tx.sql
    .updateTable('panel')
    .set({ ended_on: tx.today })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

export async function lockPool(tx: TenantDb, id: Id<'panel'>, by: Id<'person'> | null): Promise<void> {
  await tx.sql
    .insertInto('panel_lock')
    .values({ tenant_id: tx.tenant.id, panel_id: id, locked_at: tx.now, locked_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function unlockPool(tx: TenantDb, id: Id<'panel'>): Promise<void> {
  await tx.sql.deleteFrom('panel_lock').where('tenant_id', '=', tx.tenant.id).where('panel_id', '=', id).execute();
}

export async function selectorsOf(tx: TenantDb, id: Id<'panel'>): Promise<Id<'person'>[]> {
  const rows = await tx.sql
    .selectFrom('panel_selector')
    .select('person_id as id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('panel_id', '=', id)
    .orderBy('since')
    .execute();
  return rows.map((row) => row.id);
}

export async function insertSelector(tx: TenantDb, id: Id<'panel'>, personId: Id<'person'>): Promise<void> {
  await tx.sql
    .insertInto('panel_selector')
    .values({ tenant_id: tx.tenant.id, panel_id: id, person_id: personId, since: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteSelector(tx: TenantDb, id: Id<'panel'>, personId: Id<'person'>): Promise<void> {
  await tx.sql
    .deleteFrom('panel_selector')
    .where('tenant_id', '=', tx.tenant.id)
    .where('panel_id', '=', id)
    .where('person_id', '=', personId)
    .execute();
}

/** Focus groups that a draw or a morning may concern: not ended, or ended with people in them. */
export async function panelsWithPeople(tx: TenantDb): Promise<Panel[]> {
  return panels(tx)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('panel_application as a')
          .select('a.id')
          .whereRef('a.tenant_id', '=', 'panel.tenant_id')
          .whereRef('a.panel_id', '=', 'panel.id'),
      ),
    )
    .execute();
}
