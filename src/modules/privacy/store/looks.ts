import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { type LookReason, layOutLooks } from '../../../platform/privacy/looks.ts';

/** Somebody saw somebody's data. */
export interface Look {
  readonly at: Date;
  readonly seenBy: Id<'person'>;
  readonly personId: Id<'person'>;
  readonly why: LookReason;
  readonly people: number;
}

export const LOOKS_A_PAGE = 50;

/** At whom (`person`), or by or at whom (`either`); both left out: everything. */
export interface LookFilter {
  readonly person?: readonly Id<'person'>[] | undefined;
  readonly either?: readonly Id<'person'>[] | undefined;
}

/** Looks, the newest first, and whether there are more. */
export async function looksAt(
  tx: TenantDb,
  { person, either }: LookFilter,
  page: number,
): Promise<{ readonly looks: readonly Look[]; readonly more: boolean }> {
  await layOutLooks(tx);
  let rows = tx.sql
    .selectFrom('privacy_look')
    .select(['at', 'seen_by as seenBy', 'person_id as personId', 'why', 'people'])
    .where('tenant_id', '=', tx.tenant.id);
  if (person) rows = rows.where('person_id', 'in', person.length > 0 ? person : [NOBODY]);
  if (either) {
    const people = either.length > 0 ? either : [NOBODY];
    rows = rows.where((where) => where.or([where('person_id', 'in', people), where('seen_by', 'in', people)]));
  }
  const found = await rows
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(LOOKS_A_PAGE + 1)
    .offset((page - 1) * LOOKS_A_PAGE)
    .execute();
  return { looks: found.slice(0, LOOKS_A_PAGE), more: found.length > LOOKS_A_PAGE };
}

const NOBODY = '00000000-0000-0000-0000-000000000000' as Id<'person'>;
