import type { Id } from '../../kernel/id.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import type { Tie } from './rules.ts';

const MOST_TIES = 20;

/** The other houses that a person is tied to, by name. */
export async function tiesOf(tx: TenantDb, personId: Id<'person'>): Promise<Tie[]> {
  const rows = await tx.sql
    .selectFrom('house_tie as t')
    .innerJoin('tenant as h', 'h.id', 't.house_id')
    .select(['h.slug', 'h.name', 't.tied_at as tiedAt'])
    .where('t.tenant_id', '=', tx.tenant.id)
    .where('t.person_id', '=', personId)
    .orderBy('h.name')
    .limit(MOST_TIES)
    .execute();
  return rows.map(({ slug, name, tiedAt }) => ({ slug, name, tied: tiedAt !== null }));
}

export interface KnownTie {
  readonly personId: Id<'person'>;
  readonly house: Id<'tenant'>;
  readonly secret: Uint8Array;
  readonly tied: boolean;
}

export async function tieTo(tx: TenantDb, personId: Id<'person'>, house: Id<'tenant'>): Promise<KnownTie | null> {
  return one(ties(tx).where('person_id', '=', personId).where('house_id', '=', house));
}

/** All of a person's ties, also those that nobody has answered. */
export async function allTies(tx: TenantDb, personId: Id<'person'>): Promise<KnownTie[]> {
  return (await ties(tx).where('person_id', '=', personId).execute()).map(asTie);
}

/** All of a person's ties that hold. */
export async function heldTies(tx: TenantDb, personId: Id<'person'>): Promise<KnownTie[]> {
  return (await allTies(tx, personId)).filter(({ tied }) => tied);
}

/** Whose secret it is, in letters that come from that house. */
export async function tieBySecret(tx: TenantDb, house: Id<'tenant'>, secret: Uint8Array): Promise<KnownTie | null> {
  return one(ties(tx).where('house_id', '=', house).where('secret', '=', Buffer.from(secret)));
}

type Row = Omit<KnownTie, 'tied'> & { readonly tiedAt: Date | null };

const asTie = ({ tiedAt, ...row }: Row): KnownTie => ({ ...row, tied: tiedAt !== null });

async function one(query: { executeTakeFirst(): Promise<Row | undefined> }): Promise<KnownTie | null> {
  const row = await query.executeTakeFirst();
  return row ? asTie(row) : null;
}

function ties(tx: TenantDb) {
  return tx.sql
    .selectFrom('house_tie')
    .select(['person_id as personId', 'house_id as house', 'secret', 'tied_at as tiedAt'])
    .where('tenant_id', '=', tx.tenant.id);
}

/** Writes a tie, in place of one to the same house. `tied` is null while the other house has not answered. */
export async function saveTie(
  tx: TenantDb,
  tie: {
    readonly personId: Id<'person'>;
    readonly house: Id<'tenant'>;
    readonly secret: Uint8Array;
    readonly tiedAt: Date | null;
  },
): Promise<void> {
  const fresh = { secret: Buffer.from(tie.secret), tied_at: tie.tiedAt };
  await tx.sql
    .insertInto('house_tie')
    .values({ tenant_id: tx.tenant.id, person_id: tie.personId, house_id: tie.house, ...fresh })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id', 'house_id']).doUpdateSet(fresh))
    .execute();
}

/** The other house has answered. */
export async function markTied(tx: TenantDb, house: Id<'tenant'>, secret: Uint8Array): Promise<void> {
  await tx.sql
    .updateTable('house_tie')
    .set({ tied_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('house_id', '=', house)
    .where('secret', '=', Buffer.from(secret))
    .execute();
}

export async function deleteTie(tx: TenantDb, house: Id<'tenant'>, secret: Uint8Array): Promise<void> {
  await tx.sql
    .deleteFrom('house_tie')
    .where('tenant_id', '=', tx.tenant.id)
    .where('house_id', '=', house)
    .where('secret', '=', Buffer.from(secret))
    .execute();
}
