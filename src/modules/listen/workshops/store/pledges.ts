import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Pledge, PledgeOutcome } from '../rules/after.ts';
import { ROWS_A_PAGE } from '../rules/workshop.ts';

function pledges(tx: TenantDb) {
  return tx.sql
    .selectFrom('workshop_pledge')
    .select([
      'id',
      'workshop_id as workshopId',
      'table_id as tableId',
      'words',
      'person_name as personName',
      'email',
      'phone',
      'remind_on as remindOn',
      sql<boolean>`reminded_at is not null`.as('reminded'),
      'outcome',
      'outcome_words as outcomeWords',
      sql<boolean>`hidden_at is not null`.as('hidden'),
    ])
    .where('tenant_id', '=', tx.tenant.id);
}

/** The newest first, a page of them; `hiddenToo`: also what staff have taken off the wall. */
export async function pledgesOf(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  { hiddenToo, page = 1 }: { readonly hiddenToo: boolean; readonly page?: number },
): Promise<Pledge[]> {
  const all = pledges(tx).where('workshop_id', '=', workshop);
  const query = hiddenToo ? all : all.where('hidden_at', 'is', null);
  return query
    .orderBy('id', 'desc')
    .limit(ROWS_A_PAGE + 1)
    .offset((page - 1) * ROWS_A_PAGE)
    .execute();
}

export async function pledgeByCode(tx: TenantDb, hash: Buffer): Promise<Pledge | null> {
  return (await pledges(tx).where('code_hash', '=', hash).executeTakeFirst()) ?? null;
}

export async function pledgeById(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  id: Id<'workshop_pledge'>,
): Promise<Pledge | null> {
  return (await pledges(tx).where('workshop_id', '=', workshop).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** How many have promised something, and what they have said of it. */
export async function pledgeCounts(
  tx: TenantDb,
  workshop: Id<'workshop'>,
): Promise<{ readonly all: number; readonly asked: number } & Readonly<Record<PledgeOutcome, number>>> {
  const { rows } = await sql<{ all: number; asked: number; done: number; going: number; not_yet: number }>`
    select count(*)::int as all, count(reminded_at)::int as asked,
      (count(*) filter (where outcome = 'done'))::int as done,
      (count(*) filter (where outcome = 'going'))::int as going,
      (count(*) filter (where outcome = 'not_yet'))::int as not_yet
    from workshop_pledge where tenant_id = ${tx.tenant.id} and workshop_id = ${workshop}`.execute(tx.sql);
  return rows[0] ?? { all: 0, asked: 0, done: 0, going: 0, not_yet: 0 };
}

export async function insertPledge(
  tx: TenantDb,
  pledge: Pick<Pledge, 'workshopId' | 'tableId' | 'words' | 'personName' | 'email' | 'phone' | 'remindOn'> & {
    readonly codeHash: Buffer;
    /** They asked to hear when the result can be seen. */
    readonly hearsResult?: boolean;
  },
): Promise<Id<'workshop_pledge'>> {
  const row = await tx.sql
    .insertInto('workshop_pledge')
    .values({
      tenant_id: tx.tenant.id,
      workshop_id: pledge.workshopId,
      table_id: pledge.tableId,
      words: pledge.words,
      person_name: pledge.personName,
      email: pledge.email,
      phone: pledge.phone,
      pledged_at: tx.now,
      remind_on: pledge.remindOn,
      code_hash: pledge.codeHash,
      hears_result: pledge.hearsResult ?? false,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/**
 * Those whose day has come and who have not been asked: some of them, for one morning's round. What staff have taken down is
 * not asked about: anybody may have written it, with anybody's address.
 */
export async function lockPledgesDue(tx: TenantDb, most: number): Promise<Pledge[]> {
  return pledges(tx)
    .where('reminded_at', 'is', null)
    .where('hidden_at', 'is', null)
    .where('remind_on', '<=', tx.today)
    .orderBy('remind_on')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** They are asked, by this link; the one before does not work any more. */
export async function setReminded(tx: TenantDb, id: Id<'workshop_pledge'>, codeHash: Buffer): Promise<void> {
  await tx.sql
    .updateTable('workshop_pledge')
    .set({ reminded_at: tx.now, code_hash: codeHash })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

export async function setOutcome(
  tx: TenantDb,
  id: Id<'workshop_pledge'>,
  { outcome, words }: { readonly outcome: PledgeOutcome; readonly words: string },
): Promise<void> {
  await tx.sql
    .updateTable('workshop_pledge')
    .set({ outcome, outcome_words: words, outcome_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Answers how many of them there were. */
export async function hidePledges(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  ids: readonly Id<'workshop_pledge'>[],
): Promise<number> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('workshop_pledge')
    .set({ hidden_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** How many hang on the wall. */
export async function stepsUp(tx: TenantDb, workshop: Id<'workshop'>): Promise<number> {
  const { steps } = await tx.sql
    .selectFrom('workshop_pledge')
    .select(sql<number>`count(*)::int`.as('steps'))
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .where('hidden_at', 'is', null)
    .executeTakeFirstOrThrow();
  return steps;
}

/** How many steps somebody with this address has said already. None without an address. */
export async function stepsOfAddress(
  tx: TenantDb,
  workshop: Id<'workshop'>,
  { email, phone }: Pick<Pledge, 'email' | 'phone'>,
): Promise<number> {
  if (email === null && phone === null) return 0;
  const row = await tx.sql
    .selectFrom('workshop_pledge')
    .select((select) => select.fn.countAll<number>().as('steps'))
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .where(email === null ? 'phone' : 'email', '=', email ?? phone)
    .executeTakeFirstOrThrow();
  return Number(row.steps);
}

/** Steps of a workshop whose takers were asked, or are to be by staff, and have not answered. */
export async function unansweredWithoutAddress(tx: TenantDb, workshop: Id<'workshop'>): Promise<number> {
  const row = await tx.sql
    .selectFrom('workshop_pledge')
    .select((select) => select.fn.countAll<number>().as('left'))
    .where('tenant_id', '=', tx.tenant.id)
    .where('workshop_id', '=', workshop)
    .where('reminded_at', 'is not', null)
    .where('outcome', 'is', null)
    .where('email', 'is', null)
    .where('phone', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.left);
}
