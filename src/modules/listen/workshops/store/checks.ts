import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Check, Said, Source } from '../rules/checking.ts';

/** Those since the sheet was last settled, in their order. */
export async function openChecks(tx: TenantDb, sheet: Id<'workshop_sheet'>): Promise<Check[]> {
  const { rows } = await sql<Check>`
    select k.id, k.source, k.checked_by as by, (
      select coalesce(jsonb_agg(jsonb_build_object('field', f.field, 'answer', f.answer, 'words', f.words) order by f.field), '[]')
      from workshop_check_field f where f.tenant_id = k.tenant_id and f.check_id = k.id
    ) as said
    from workshop_check k
    where k.tenant_id = ${tx.tenant.id} and k.sheet_id = ${sheet} and not exists (
      select from workshop_confirmation c
      where c.tenant_id = k.tenant_id and c.sheet_id = k.sheet_id and c.check_id >= k.id)
    order by k.id`.execute(tx.sql);
  return rows;
}

export async function insertCheck(
  tx: TenantDb,
  check: {
    readonly sheetId: Id<'workshop_sheet'>;
    readonly photoId: Id<'workshop_photo'> | null;
    readonly source: Source;
    readonly by: Id<'person'> | null;
    readonly said: readonly Said[];
  },
): Promise<Id<'workshop_check'>> {
  const { id } = await tx.sql
    .insertInto('workshop_check')
    .values({
      tenant_id: tx.tenant.id,
      sheet_id: check.sheetId,
      photo_id: check.photoId,
      source: check.source,
      checked_at: tx.now,
      checked_by: check.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (check.said.length > 0)
    await tx.sql
      .insertInto('workshop_check_field')
      .values(check.said.map((one) => ({ tenant_id: tx.tenant.id, check_id: id, ...one })))
      .execute();
  return id;
}

/** With this check the sheet says so, whatever it said before. Words that are said again keep their id: a quote may hang on them. */
export async function settle(
  tx: TenantDb,
  sheet: Id<'workshop_sheet'>,
  check: Id<'workshop_check'>,
  said: readonly Said[],
): Promise<void> {
  const at = { tenant_id: tx.tenant.id, sheet_id: sheet };
  await tx.sql
    .insertInto('workshop_confirmation')
    .values({ ...at, check_id: check, confirmed_at: tx.now })
    .execute();
  await tx.sql
    .deleteFrom('workshop_answer')
    .where('tenant_id', '=', tx.tenant.id)
    .where('sheet_id', '=', sheet)
    .execute();
  const answers = said.flatMap(({ field, answer }) => (answer ? [{ ...at, field, answer }] : []));
  if (answers.length > 0) await tx.sql.insertInto('workshop_answer').values(answers).execute();
  const written = said.flatMap(({ field, words }) =>
    words === null ? [] : [{ ...at, field, words, unreadable: words === '' }],
  );
  await tx.sql
    .deleteFrom('workshop_words')
    .where('tenant_id', '=', tx.tenant.id)
    .where('sheet_id', '=', sheet)
    .where(sql<boolean>`field <> all(${written.map(({ field }) => field)}::text[])`)
    .execute();
  if (written.length === 0) return;
  await tx.sql
    .insertInto('workshop_words')
    .values(written)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'sheet_id', 'field']).doUpdateSet({
        words: sql<string>`excluded.words`,
        unreadable: sql<boolean>`excluded.unreadable`,
      }),
    )
    .execute();
}

/** What a settled sheet says now. */
export async function saidOn(tx: TenantDb, sheet: Id<'workshop_sheet'>): Promise<Said[]> {
  const { rows } = await sql<Said>`
    select coalesce(a.field, w.field) as field, a.answer, w.words
    from (select field, answer from workshop_answer where tenant_id = ${tx.tenant.id} and sheet_id = ${sheet}) a
    full join (select field, words from workshop_words where tenant_id = ${tx.tenant.id} and sheet_id = ${sheet}) w
      on w.field = a.field
    order by 1`.execute(tx.sql);
  return rows;
}
