import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { DrawHead, DrawResult, DrawRow, DrawState, Pooled, Press, Relaxed, Throw } from '../rules/draw.ts';
import { ROWS_A_PAGE } from '../rules/panel.ts';

type DrawId = Id<'panel_draw'>;
export type NewDraw = Pick<
  DrawRow,
  'panelId' | 'kind' | 'seats' | 'panels' | 'seed' | 'algorithm' | 'pool' | 'quotas' | 'boardMost'
>;

/** Null: one is under way already. */
export async function insertDraw(tx: TenantDb, draw: NewDraw, by: Id<'person'> | null): Promise<DrawId | null> {
  const row = await tx.sql
    .insertInto('panel_draw')
    .values({
      tenant_id: tx.tenant.id,
      panel_id: draw.panelId,
      kind: draw.kind,
      seats: draw.seats,
      panels: draw.panels,
      seed: draw.seed,
      algorithm: draw.algorithm,
      state: 'waiting',
      pool: JSON.stringify(draw.pool),
      quotas: JSON.stringify(draw.quotas),
      board_most: draw.boardMost,
      asked_at: tx.now,
      asked_by: by,
    })
    // Written out: with parameters the index is not found any more once the database plans the statement for any values.
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'panel_id']).where(sql<boolean>`state in ('waiting', 'running')`).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The newest first: all draws for seats, whatever was tried since, and the last that were tried. */
export async function drawsOf(tx: TenantDb, panelId: Id<'panel'>): Promise<readonly DrawHead[]> {
  const { rows } = await sql<DrawHead>`
    select d.id, d.kind, d.state, d.list_hash as "listHash", d.reserve_key as "reserveKey", d.number,
      d.asked_at as "askedAt", d.drawn_at as "drawnAt"
    from panel_draw d
    where d.tenant_id = ${tx.tenant.id} and d.panel_id = ${panelId} and (d.kind <> 'test' or d.id in (
      select t.id from panel_draw t
      where t.tenant_id = d.tenant_id and t.panel_id = ${panelId} and t.kind = 'test' order by t.id desc limit ${ROWS_A_PAGE}
    ))
    order by d.id desc
  `.execute(tx.sql);
  return rows;
}

export async function drawById(tx: TenantDb, id: DrawId): Promise<DrawRow | null> {
  return (await draws(tx, sql`and d.id = ${id}`))[0] ?? null;
}

export async function lockDraw(tx: TenantDb, id: DrawId): Promise<DrawRow | null> {
  await tx.sql
    .selectFrom('panel_draw')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return drawById(tx, id);
}

/** The draw in which a person's lot lay last, test draws not counted. */
export async function drawWithLot(tx: TenantDb, panelId: Id<'panel'>, lot: string): Promise<DrawRow | null> {
  const found = await draws(
    tx,
    sql`and d.panel_id = ${panelId} and d.kind <> 'test' and d.state in ('ready', 'drawn')
      and d.pool @> ${JSON.stringify([{ lot }])}::jsonb
      order by d.id desc limit 1`,
  );
  return found[0] ?? null;
}

async function draws(tx: TenantDb, wanted: RawBuilder<unknown>): Promise<readonly DrawRow[]> {
  const { rows } = await sql<Omit<DrawRow, 'pool' | 'result' | 'relaxations' | 'presses' | 'throws'> & Kept>`
    select d.id, d.panel_id as "panelId", d.kind, d.seats, d.panels, d.seed, d.algorithm, d.state, d.progress, d.pool,
      d.quotas, d.board_most as "boardMost", d.result, d.list_hash as "listHash", d.reserve_key as "reserveKey", d.number,
      d.asked_at as "askedAt", d.ended_at as "endedAt", d.drawn_at as "drawnAt", d.asked_by as "askedBy",
      coalesce((
        select jsonb_agg(jsonb_build_object('personId', p.person_id, 'nonce', p.nonce, 'at', p.pressed_at)
          order by p.pressed_at, p.person_id)
        from panel_press p where p.tenant_id = d.tenant_id and p.draw_id = d.id
      ), '[]') as presses,
      coalesce((
        select jsonb_agg(jsonb_build_object('personId', t.person_id, 'number', t.number, 'at', t.thrown_at) order by t.id)
        from panel_throw t where t.tenant_id = d.tenant_id and t.draw_id = d.id
      ), '[]') as throws
    from panel_draw d
    where d.tenant_id = ${tx.tenant.id} ${wanted}
  `.execute(tx.sql);
  return rows.map(({ result, presses, throws, pool, ...row }) => ({
    ...row,
    pool: pool.map((one) => ('traits' in one ? one : { ...FORGOTTEN, ...one })),
    result: result && 'panels' in result ? result : null,
    relaxations: result && 'relaxations' in result ? result.relaxations : [],
    presses: presses.map((press) => ({ ...press, at: new Date(press.at) })),
    throws: throws.map((one) => ({ ...one, at: new Date(one.at) })),
  }));
}

/** Of whom only the lot is left. */
const FORGOTTEN: Omit<Pooled, 'lot'> = {
  id: null,
  traits: { age: '', department: '', dwelling: '', language: '', tenure: '' },
  home: -1,
  board: false,
};

/**
 * Whose application is gone is only a lot in the pools of draws: neither who it was nor what they answered. Those that are being
 * calculated are left alone until they are done.
 */
export async function forgetPooled(tx: TenantDb): Promise<void> {
  await sql`
    update panel_draw d
    set pool = (
      select jsonb_agg(case when a.id is null then jsonb_build_object('lot', p.one -> 'lot') else p.one end order by p.place)
      from jsonb_array_elements(d.pool) with ordinality as p (one, place)
      left join panel_application a on a.tenant_id = d.tenant_id and a.id = (p.one ->> 'id')::uuid
    )
    where d.tenant_id = ${tx.tenant.id} and d.state not in ('waiting', 'running') and exists (
      select from jsonb_array_elements(d.pool) as p (one)
      where p.one ? 'traits' and not exists (
        select from panel_application a where a.tenant_id = d.tenant_id and a.id = (p.one ->> 'id')::uuid
      )
    )
  `.execute(tx.sql);
}

interface Kept {
  readonly pool: readonly (Pooled | Pick<Pooled, 'lot'>)[];
  readonly result: DrawResult | { readonly relaxations: readonly Relaxed[] } | null;
  readonly presses: readonly (Omit<Press, 'at'> & { readonly at: string })[];
  readonly throws: readonly (Omit<Throw, 'at'> & { readonly at: string })[];
}

/** False when it was stopped meanwhile, or another worker has taken it further. */
export async function moveDraw(
  tx: TenantDb,
  id: DrawId,
  from: readonly DrawState[],
  to: {
    readonly state: DrawState;
    readonly progress?: number;
    readonly result?: DrawResult | { readonly relaxations: readonly Relaxed[] };
    readonly listHash?: string;
    readonly reserveKey?: string;
  },
): Promise<boolean> {
  const ended = to.state !== 'waiting' && to.state !== 'running';
  const { numUpdatedRows } = await tx.sql
    .updateTable('panel_draw')
    .set({
      state: to.state,
      ...(to.progress === undefined ? {} : { progress: to.progress }),
      ...(to.result ? { result: JSON.stringify(to.result) } : {}),
      ...(to.listHash ? { list_hash: to.listHash } : {}),
      ...(to.reserveKey ? { reserve_key: to.reserveKey } : {}),
      ...(ended ? { ended_at: tx.now } : {}),
    })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The panel of this number it is. */
export async function saveNumber(tx: TenantDb, id: DrawId, number: number): Promise<void> {
  await tx.sql
    .updateTable('panel_draw')
    .set({ state: 'drawn', number, drawn_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('state', '=', 'ready')
    .execute();
}

/** False when this person has pressed already. */
export async function insertPress(
  tx: TenantDb,
  id: DrawId,
  press: { readonly personId: Id<'person'>; readonly nonce: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('panel_press')
    .values({
      tenant_id: tx.tenant.id,
      draw_id: id,
      person_id: press.personId,
      nonce: press.nonce,
      pressed_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** What one who selects read off the dice. */
export async function insertThrow(
  tx: TenantDb,
  id: DrawId,
  { personId, number }: Pick<Throw, 'personId' | 'number'>,
): Promise<void> {
  await tx.sql
    .insertInto('panel_throw')
    .values({ tenant_id: tx.tenant.id, draw_id: id, person_id: personId, number, thrown_at: tx.now })
    .execute();
}
