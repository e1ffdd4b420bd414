import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type Gathering, type GatheringWords, ROWS_A_PAGE } from '../rules.ts';

const GATHERING = [
  'gathering.id',
  'gathering.kind',
  'gathering.name',
  'gathering.about',
  'gathering.programme',
  'gathering.place',
  'gathering.from_day as from',
  'gathering.until_day as until',
  'gathering.grace_days as graceDays',
  'gathering.opened_by as openedBy',
  'gathering.version',
] as const;

/** The newest first, a page of them. */
export async function gatheringPage(tx: TenantDb, page: number): Promise<{ rows: Gathering[]; more: boolean }> {
  const found = await gatherings(tx)
    .orderBy('gathering.until_day', 'desc')
    .orderBy('gathering.id', 'desc')
    .limit(ROWS_A_PAGE + 1)
    .offset((page - 1) * ROWS_A_PAGE)
    .execute();
  return { rows: found.slice(0, ROWS_A_PAGE), more: found.length > ROWS_A_PAGE };
}

/** Those that a person is invited to and that have not closed. */
export async function gatheringsOf(tx: TenantDb, personId: Id<'person'>): Promise<Gathering[]> {
  return gatherings(tx)
    .innerJoin('gathering_guest as g', (join) =>
      join.onRef('g.tenant_id', '=', 'gathering.tenant_id').onRef('g.gathering_id', '=', 'gathering.id'),
    )
    .where('g.person_id', '=', personId)
    .where('g.ended_at', 'is', null)
    .where(sql<boolean>`gathering.until_day + gathering.grace_days >= ${tx.today}`)
    .orderBy('gathering.until_day')
    .limit(ROWS_A_PAGE)
    .execute();
}

export async function gatheringById(tx: TenantDb, id: Id<'gathering'>): Promise<Gathering | null> {
  return (await gatherings(tx).where('gathering.id', '=', id).executeTakeFirst()) ?? null;
}

/** Held until the transaction ends, so that two who invite do not pass the limit together. */
export async function lockGathering(tx: TenantDb, id: Id<'gathering'>): Promise<Gathering | null> {
  return (await gatherings(tx).where('gathering.id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

function gatherings(tx: TenantDb) {
  return tx.sql.selectFrom('gathering').select(GATHERING).where('gathering.tenant_id', '=', tx.tenant.id);
}

/** What each of these guests is invited to, by the guest's id: a question that is asked together with others. */
export const namesForGuests = (tx: TenantDb, guests: readonly string[]): RawBuilder<unknown> => sql`
  select g.id, e.name as words
  from gathering_guest g
  join gathering e on e.tenant_id = g.tenant_id and e.id = g.gathering_id
  where g.tenant_id = ${tx.tenant.id} and g.id = any(${guests}::uuid[])`;

function columnsOf(words: GatheringWords) {
  const { from, until, graceDays, ...rest } = words;
  return { ...rest, from_day: from, until_day: until, grace_days: graceDays };
}

export async function insertGathering(
  tx: TenantDb,
  words: GatheringWords,
  by: Id<'person'> | null,
): Promise<Id<'gathering'>> {
  const row = await tx.sql
    .insertInto('gathering')
    .values({ tenant_id: tx.tenant.id, ...columnsOf(words), opened_by: by, opened_at: tx.now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** False when somebody else has saved since `version` was read. */
export async function updateGathering(
  tx: TenantDb,
  id: Id<'gathering'>,
  words: GatheringWords,
  version: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('gathering')
    .set((set) => ({ ...columnsOf(words), version: set('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Which organisations take part: those of the guests, and those that were written down. */
export async function setOrganisations(
  tx: TenantDb,
  gathering: Id<'gathering'>,
  organisations: readonly Id<'organisation'>[],
): Promise<void> {
  await tx.sql
    .deleteFrom('gathering_organisation')
    .where('tenant_id', '=', tx.tenant.id)
    .where('gathering_id', '=', gathering)
    .execute();
  for (const organisation of organisations) await addOrganisation(tx, gathering, organisation);
}

export async function addOrganisation(
  tx: TenantDb,
  gathering: Id<'gathering'>,
  organisation: Id<'organisation'>,
): Promise<void> {
  await tx.sql
    .insertInto('gathering_organisation')
    .values({ tenant_id: tx.tenant.id, gathering_id: gathering, organisation_id: organisation })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function organisationsIn(tx: TenantDb, gathering: Id<'gathering'>): Promise<Id<'organisation'>[]> {
  const rows = await tx.sql
    .selectFrom('gathering_organisation')
    .select('organisation_id as id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('gathering_id', '=', gathering)
    .execute();
  return rows.map(({ id }) => id);
}

/** How many guests each has that are not ended, for a list of them. */
export async function guestCounts(tx: TenantDb, ids: readonly Id<'gathering'>[]): Promise<Map<string, number>> {
  const rows = await tx.sql
    .selectFrom('gathering_guest')
    .select((select) => ['gathering_id as id', select.fn.countAll<number>().as('guests')])
    .where('tenant_id', '=', tx.tenant.id)
    .where('gathering_id', '=', sql<Id<'gathering'>>`any(${[...ids]}::uuid[])`)
    .where('ended_at', 'is', null)
    .groupBy('gathering_id')
    .execute();
  return new Map(rows.map(({ id, guests: count }) => [id, Number(count)]));
}
