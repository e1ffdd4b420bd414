import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type DigestTime, MONDAY_AT_8 } from '../rules.ts';

/** When this house sends its weekly digest: `settings.digest` of the tenant, else Monday at 8. */
export async function digestTime(tx: TenantDb): Promise<DigestTime> {
  const row = await tx.sql.selectFrom('tenant').select('settings').where('id', '=', tx.tenant.id).executeTakeFirst();
  const chosen = (row?.settings as { digest?: Partial<DigestTime> } | undefined)?.digest;
  const within = (value: unknown, from: number, to: number): value is number =>
    Number.isInteger(value) && (value as number) >= from && (value as number) <= to;
  return {
    weekday: within(chosen?.weekday, 1, 7) ? chosen.weekday : MONDAY_AT_8.weekday,
    hour: within(chosen?.hour, 8, 19) ? chosen.hour : MONDAY_AT_8.hour,
  };
}

/** Persons for whom something waits. */
export async function personsWithTurns(tx: TenantDb): Promise<Id<'person'>[]> {
  const rows = await tx.sql
    .selectFrom('turn')
    .select('person_id')
    .distinct()
    .where('tenant_id', '=', tx.tenant.id)
    .where('closed_at', 'is', null)
    .where('person_id', 'is not', null)
    .$narrowType<{ person_id: Id<'person'> }>()
    .execute();
  return rows.map((row) => row.person_id);
}

/** Roles for which something waits, and where. */
export async function rolesWithTurns(tx: TenantDb): Promise<{ role: Role; departmentId: Id<'department'> | null }[]> {
  const rows = await tx.sql
    .selectFrom('turn')
    .select(['role', 'department_id'])
    .distinct()
    .where('tenant_id', '=', tx.tenant.id)
    .where('closed_at', 'is', null)
    .where('role', 'is not', null)
    .execute();
  return rows.map((row) => ({ role: row.role as Role, departmentId: row.department_id }));
}

/** Notes that these people get the digest of the week, and answers those who had not been noted yet. */
export async function insertDigests(tx: TenantDb, week: Day, people: readonly Id<'person'>[]): Promise<Id<'person'>[]> {
  if (people.length === 0) return [];
  const rows = await tx.sql
    .insertInto('digest')
    .values(people.map((person) => ({ tenant_id: tx.tenant.id, person_id: person, week, made_at: tx.now })))
    .onConflict((clash) => clash.columns(['tenant_id', 'person_id', 'week']).doNothing())
    .returning('person_id')
    .execute();
  return rows.map((row) => row.person_id);
}

/** Takes the week's digest for this transaction. False when it has been made up already, or is being made elsewhere. */
export async function takeDigestWeek(tx: TenantDb, week: Day): Promise<boolean> {
  const row = await tx.sql
    .insertInto('digest_week')
    .values({ tenant_id: tx.tenant.id, week, made_at: tx.now })
    .onConflict((clash) => clash.doNothing())
    .returning('week')
    .executeTakeFirst();
  return row !== undefined;
}

/** When the digest before that of `week` was made up; null when none has been, or longer ago than `earliest`. */
export async function lastDigestBefore(tx: TenantDb, week: Day, earliest: Date): Promise<Date | null> {
  const row = await tx.sql
    .selectFrom('digest_week')
    .select('made_at')
    .where('tenant_id', '=', tx.tenant.id)
    .where('week', '<', week)
    .where('made_at', '>=', earliest)
    .orderBy('week', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.made_at ?? null;
}

/** Remembers which message the digest became. */
export async function linkDigest(
  tx: TenantDb,
  digest: { readonly personId: Id<'person'>; readonly week: Day },
  outgoing: Id<'outgoing'>,
): Promise<void> {
  await tx.sql
    .updateTable('digest')
    .set({ outgoing_id: outgoing })
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', digest.personId)
    .where('week', '=', digest.week)
    .execute();
}

/** Digests are kept a year, so that "what did you get, and when" has an answer. */
export async function deleteOldDigests(tx: TenantDb, before: Date): Promise<void> {
  await sql`delete from digest where tenant_id = ${tx.tenant.id} and made_at < ${before}`.execute(tx.sql);
  await sql`delete from digest_week where tenant_id = ${tx.tenant.id} and made_at < ${before}`.execute(tx.sql);
}
