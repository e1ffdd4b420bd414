import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { hashOfCode } from '../../../platform/secret/code.ts';
import type { Guest, Part } from '../rules.ts';

function guests(tx: TenantDb) {
  return tx.sql
    .selectFrom('gathering_guest as g')
    .innerJoin('person as p', (join) => join.onRef('p.tenant_id', '=', 'g.tenant_id').onRef('p.id', '=', 'g.person_id'))
    .leftJoin('gathering_card as c', (join) =>
      join.onRef('c.tenant_id', '=', 'g.tenant_id').onRef('c.guest_id', '=', 'g.id'),
    )
    .select([
      'g.id',
      'g.person_id as personId',
      'g.organisation_id as organisationId',
      'g.part',
      'g.named',
      sql<boolean>`g.ended_at is not null`.as('ended'),
      sql<boolean>`p.email is not null or p.phone is not null`.as('hasAddress'),
      sql<boolean>`c.id is not null`.as('hasCard'),
    ])
    .where('g.tenant_id', '=', tx.tenant.id);
}

export async function guestsOf(tx: TenantDb, gathering: Id<'gathering'>): Promise<Guest[]> {
  return guests(tx).where('g.gathering_id', '=', gathering).orderBy('g.id').execute();
}

export async function guestOf(
  tx: TenantDb,
  gathering: Id<'gathering'>,
  personId: Id<'person'> | null,
): Promise<Guest | null> {
  if (!personId) return null;
  const query = guests(tx).where('g.gathering_id', '=', gathering).where('g.person_id', '=', personId);
  return (await query.executeTakeFirst()) ?? null;
}

export async function guestById(
  tx: TenantDb,
  gathering: Id<'gathering'>,
  id: Id<'gathering_guest'>,
): Promise<Guest | null> {
  return (await guests(tx).where('g.gathering_id', '=', gathering).where('g.id', '=', id).executeTakeFirst()) ?? null;
}

/** Has the person ever been anything here but somebody's guest? */
export async function isNewHere(tx: TenantDb, personId: Id<'person'>): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('gathering_guest')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .where('new_here', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}

/** Invites, or invites anew whoever was ended. */
export async function saveGuest(
  tx: TenantDb,
  guest: {
    readonly gatheringId: Id<'gathering'>;
    readonly personId: Id<'person'>;
    readonly organisationId: Id<'organisation'>;
    readonly part: Part;
    readonly newHere: boolean;
    readonly by: Id<'person'> | null;
  },
): Promise<Id<'gathering_guest'>> {
  const { organisationId, part } = guest;
  const row = await tx.sql
    .insertInto('gathering_guest')
    .values({
      tenant_id: tx.tenant.id,
      gathering_id: guest.gatheringId,
      person_id: guest.personId,
      organisation_id: organisationId,
      part,
      new_here: guest.newHere,
      invited_at: tx.now,
      invited_by: guest.by,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'gathering_id', 'person_id'])
        .doUpdateSet({ organisation_id: organisationId, part, ended_at: null, ended_by: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function endGuest(tx: TenantDb, id: Id<'gathering_guest'>, by: Id<'person'> | null): Promise<void> {
  await tx.sql
    .updateTable('gathering_guest')
    .set({ ended_at: tx.now, ended_by: by })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
  await tx.sql.deleteFrom('gathering_card').where('tenant_id', '=', tx.tenant.id).where('guest_id', '=', id).execute();
}

export async function saveNamed(tx: TenantDb, id: Id<'gathering_guest'>, named: boolean): Promise<void> {
  await tx.sql
    .updateTable('gathering_guest')
    .set({ named })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** The card's code in place of the one before. Only its hash stays here. */
export async function saveCard(
  tx: TenantDb,
  guest: Id<'gathering_guest'>,
  code: string,
  by: Id<'person'> | null,
): Promise<void> {
  const fresh = { code_hash: hashOfCard(code), made_at: tx.now, made_by: by, uses: 0 };
  await tx.sql
    .insertInto('gathering_card')
    .values({ tenant_id: tx.tenant.id, guest_id: guest, ...fresh })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'guest_id']).doUpdateSet(fresh))
    .execute();
}

/** Who a card lets in, and to what, held until its use is counted. Null when there is no such card. */
export async function lockCard(
  tx: TenantDb,
  code: string,
): Promise<{ id: Id<'gathering_card'>; uses: number; personId: Id<'person'>; gatheringId: Id<'gathering'> } | null> {
  const row = await tx.sql
    .selectFrom('gathering_card as c')
    .innerJoin('gathering_guest as g', (join) =>
      join.onRef('g.tenant_id', '=', 'c.tenant_id').onRef('g.id', '=', 'c.guest_id'),
    )
    .select(['c.id', 'c.uses', 'g.person_id as personId', 'g.gathering_id as gatheringId'])
    .where('c.tenant_id', '=', tx.tenant.id)
    .where('c.code_hash', '=', hashOfCard(code))
    .where('g.ended_at', 'is', null)
    .forUpdate('c')
    .executeTakeFirst();
  return row ?? null;
}

export async function countUse(tx: TenantDb, id: Id<'gathering_card'>): Promise<void> {
  await tx.sql
    .updateTable('gathering_card')
    .set((set) => ({ uses: set('uses', '+', 1) }))
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

function hashOfCard(code: string): Buffer {
  return hashOfCode(`gathering card ${code}`);
}
