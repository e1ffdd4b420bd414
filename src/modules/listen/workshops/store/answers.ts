import { sql } from 'kysely';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Answer } from '../rules/checking.ts';
import type { Settling } from '../rules/steps.ts';

/** What one settled sheet of a table answers to one box. */
export interface AnswerRow {
  readonly tableId: Id<'workshop_table'>;
  readonly field: string;
  readonly answer: Answer;
}

/** Every settled answer of a workshop: all that its result is made of. A table with two sheets has two rows for a box. */
export async function answersOf(tx: TenantDb, workshop: Id<'workshop'>): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    select s.table_id as "tableId", a.field, a.answer
    from workshop_sheet s
    join workshop_answer a on a.tenant_id = s.tenant_id and a.sheet_id = s.id
    where s.tenant_id = ${tx.tenant.id} and s.workshop_id = ${workshop} and s.table_id is not null
    order by a.field, s.table_id`.execute(tx.sql);
  return rows;
}

/** Every settling of a workshop's sheets, in their order, with what each said: what was answered at any time can be told from it. */
export async function settlingsOf(tx: TenantDb, workshop: Id<'workshop'>): Promise<Settling[]> {
  const { rows } = await sql<Settling>`
    select s.id as sheet, s.table_id as "tableId", c.confirmed_at as at, (
      select coalesce(jsonb_agg(jsonb_build_object('field', f.field, 'answer', f.answer)), '[]')
      from workshop_check_field f
      where f.tenant_id = c.tenant_id and f.check_id = c.check_id and f.answer is not null
    ) as answers
    from workshop_sheet s
    join workshop_confirmation c on c.tenant_id = s.tenant_id and c.sheet_id = s.id
    where s.tenant_id = ${tx.tenant.id} and s.workshop_id = ${workshop} and s.table_id is not null
    order by c.id`.execute(tx.sql);
  return rows;
}

/** What somebody wrote on a settled sheet. */
export interface WordsRow {
  readonly id: Id<'workshop_words'>;
  readonly tableId: Id<'workshop_table'> | null;
  readonly field: string;
  readonly words: string;
}

/** Words that could be read, in the order of the fields. */
export async function wordsOn(tx: TenantDb, workshop: Id<'workshop'>): Promise<WordsRow[]> {
  const { rows } = await sql<WordsRow>`
    select w.id, s.table_id as "tableId", w.field, w.words
    from workshop_sheet s
    join workshop_words w on w.tenant_id = s.tenant_id and w.sheet_id = s.id
    where s.tenant_id = ${tx.tenant.id} and s.workshop_id = ${workshop} and not w.unreadable
      and not exists (select from workshop_aside x where x.tenant_id = s.tenant_id and x.sheet_id = s.id)
    order by w.field, w.id limit 2000`.execute(tx.sql);
  return rows;
}

/** Has somebody who runs the workshop confirmed what the table answers to one of these fields? */
export async function isConfirmed(
  tx: TenantDb,
  table: Id<'workshop_table'>,
  fields: readonly string[],
): Promise<boolean> {
  const { rows } = await sql<{ confirmed: boolean }>`
    select exists (
      select from workshop_sheet s
      join workshop_answer a on a.tenant_id = s.tenant_id and a.sheet_id = s.id
      join workshop_confirmation c on c.tenant_id = s.tenant_id and c.sheet_id = s.id
      join workshop_check k on k.tenant_id = c.tenant_id and k.id = c.check_id
      where s.tenant_id = ${tx.tenant.id} and s.table_id = ${table} and a.field = any(${[...fields]}::text[])
        and k.source <> 'table'
    ) as confirmed`.execute(tx.sql);
  return rows[0]?.confirmed ?? false;
}
