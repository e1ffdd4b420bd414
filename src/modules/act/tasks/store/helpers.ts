import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { signingKey } from '../../../../platform/secret/signing-key.ts';
import type { Cap, OptIn, Willing } from '../rules/asking.ts';
import { USUAL_CAP } from '../rules/asking.ts';

const PURPOSE = 'ask address';

/** What stands here for an e-mail or telephone: keyed, so that nobody can try all eight-figure numbers against it. */
export async function markOf(tx: TenantDb, address: string): Promise<Buffer> {
  const key = await signingKey(tx, PURPOSE);
  return createHmac('sha256', key).update(address.trim().toLowerCase()).digest();
}

export interface Helper {
  readonly id: Id<'task_helper'>;
  readonly personId: Id<'person'> | null;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

const HELPER = ['id', 'person_id as personId', 'name', 'email', 'phone'] as const;

export async function helperById(tx: TenantDb, id: Id<'task_helper'>): Promise<Helper | null> {
  const row = await tx.sql
    .selectFrom('task_helper')
    .select(HELPER)
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function helperOfPerson(tx: TenantDb, personId: Id<'person'>): Promise<Helper | null> {
  const row = await tx.sql
    .selectFrom('task_helper')
    .select(HELPER)
    .where('tenant_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ?? null;
}

/** A person as a helper; the same row each time. */
export async function ensureHelper(tx: TenantDb, personId: Id<'person'>): Promise<Id<'task_helper'>> {
  const known = await helperOfPerson(tx, personId);
  if (known) return known.id;
  await tx.sql
    .insertInto('task_helper')
    .values({ tenant_id: tx.tenant.id, person_id: personId, since: tx.now })
    .onConflict((clash) => clash.doNothing())
    .execute();
  const made = await helperOfPerson(tx, personId);
  if (!made) throw new Error('Cannot find the helper that was just made');
  return made.id;
}

/** What somebody without an account says of themselves. */
export interface Contact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Somebody without an account. By their address it is the same row as last time; without one, a new row. */
export async function saveGuest(tx: TenantDb, { name, email, phone }: Contact): Promise<Id<'task_helper'>> {
  const address = email ?? phone;
  const mark = address ? await markOf(tx, address) : null;
  const row = await tx.sql
    .insertInto('task_helper')
    .values({ tenant_id: tx.tenant.id, name, email, phone, mark, since: tx.now })
    .onConflict((clash) => clash.columns(['tenant_id', 'mark']).doUpdateSet({ name, email, phone }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** "Spørg mig aldrig": nothing but the marks. */
export async function insertNever(tx: TenantDb, marks: readonly Buffer[]): Promise<void> {
  if (marks.length === 0) return;
  await tx.sql
    .insertInto('task_never')
    .values(marks.map((mark) => ({ tenant_id: tx.tenant.id, mark, since: tx.today })))
    .onConflict((clash) => clash.doNothing())
    .execute();
}

/** How often those with one of these marks, or this helper, were asked from a day on, and whether they want never to be. */
export async function askedSince(
  tx: TenantDb,
  who: { readonly marks: readonly Buffer[]; readonly helperId: Id<'task_helper'> | null },
  from: Day,
): Promise<{ readonly asked: number; readonly never: boolean }> {
  const marks = [...who.marks];
  const { rows } = await sql<{ asked: number; never: boolean }>`
    select (
      select count(*)::int from task_ask q
      where q.tenant_id = ${tx.tenant.id} and q.asked_on >= ${from}
        and (q.mark = any(${marks}::bytea[]) or q.helper_id = ${who.helperId}::uuid)
    ) as asked, exists (
      select from task_never n where n.tenant_id = ${tx.tenant.id} and n.mark = any(${marks}::bytea[])
    ) as never`.execute(tx.sql);
  return rows[0] ?? { asked: 0, never: false };
}

export async function capOf(tx: TenantDb): Promise<Cap> {
  const row = await tx.sql
    .selectFrom('task_cap')
    .select(['asks', 'days'])
    .where('tenant_id', '=', tx.tenant.id)
    .executeTakeFirst();
  return row ?? USUAL_CAP;
}

export async function saveCap(tx: TenantDb, cap: Cap, by: Id<'person'> | null): Promise<void> {
  const set = { ...cap, set_at: tx.now, set_by: by };
  await tx.sql
    .insertInto('task_cap')
    .values({ tenant_id: tx.tenant.id, ...set })
    .onConflict((clash) => clash.columns(['tenant_id']).doUpdateSet(set))
    .execute();
}

export async function saveOptIn(tx: TenantDb, helperId: Id<'task_helper'>, one: OptIn): Promise<void> {
  const set = {
    kinds: [...one.kinds],
    times: [...one.times],
    most_minutes: one.mostMinutes,
    department_id: one.departmentId,
  };
  await tx.sql
    .insertInto('task_opt_in')
    .values({ tenant_id: tx.tenant.id, helper_id: helperId, since: tx.today, ...set })
    .onConflict((clash) => clash.columns(['tenant_id', 'helper_id']).doUpdateSet(set))
    .execute();
}

export async function deleteOptIn(tx: TenantDb, helperId: Id<'task_helper'>): Promise<boolean> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom('task_opt_in')
    .where('tenant_id', '=', tx.tenant.id)
    .where('helper_id', '=', helperId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function optInOf(tx: TenantDb, helperId: Id<'task_helper'>): Promise<OptIn | null> {
  const row = await tx.sql
    .selectFrom('task_opt_in')
    .select(['kinds', 'times', 'most_minutes as mostMinutes', 'department_id as departmentId'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('helper_id', '=', helperId)
    .executeTakeFirst();
  return row ? (row as OptIn) : null;
}

/** Rows of the list that are looked at for one suggestion: those who have been asked least lately. */
const LOOKED_AT = 200;

/** "Spørg mig gerne": everybody on it but one, with how often they have been asked from a day on. */
export async function willing(
  tx: TenantDb,
  but: { readonly from: Day; readonly not: Id<'person'> | null; readonly task: Id<'task'> },
): Promise<readonly Willing[]> {
  const { rows } = await sql<Willing>`
    select o.helper_id as "helperId", h.person_id as "personId", h.name, o.kinds, o.times,
      o.most_minutes as "mostMinutes", o.department_id as "departmentId", o.since,
      coalesce(q.lately, 0) as asked, coalesce(q.ever, 0) > 0 as "askedBefore"
    from task_opt_in o
    join task_helper h on h.tenant_id = o.tenant_id and h.id = o.helper_id
    left join lateral (
      select count(*) filter (where q.asked_on >= ${but.from})::int as lately, count(*)::int as ever,
        bool_or(q.task_id = ${but.task}) as this
      from task_ask q where q.tenant_id = o.tenant_id and q.helper_id = o.helper_id
    ) q on true
    where o.tenant_id = ${tx.tenant.id} and (h.person_id is null or h.person_id is distinct from ${but.not}::uuid)
      and q.this is not true
    order by coalesce(q.lately, 0), o.since limit ${LOOKED_AT}`.execute(tx.sql);
  return rows;
}

/**
 * Forgets names and addresses of those without an account, 30 days after the last they took: unless they would like to be
 * asked again. That there was somebody stays.
 */
export async function forgetGuests(tx: TenantDb, before: Day): Promise<number> {
  const { numAffectedRows } = await sql`
    update task_helper h set name = '', email = null, phone = null
    where h.tenant_id = ${tx.tenant.id} and h.person_id is null
      and (h.name <> '' or h.email is not null or h.phone is not null) and h.since < ${before}::date
      and not exists (select from task_opt_in o where o.tenant_id = h.tenant_id and o.helper_id = h.id)
      and not exists (
        select from task_claim c
        join task t on t.tenant_id = c.tenant_id and t.id = c.task_id
        left join task_claim_end e on e.tenant_id = c.tenant_id and e.claim_id = c.id
        where c.tenant_id = h.tenant_id and c.helper_id = h.id
          and greatest(c.on_day, coalesce(t.due_on, c.on_day), coalesce(e.on_day, c.on_day)) >= ${before}
      )`.execute(tx.sql);
  return Number(numAffectedRows ?? 0n);
}
