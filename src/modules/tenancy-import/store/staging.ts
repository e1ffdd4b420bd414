import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Columns, Field, ImportRow, ProblemKind, RowProblem } from '../rules.ts';

export interface FileColumn {
  readonly heading: string;
  readonly example: string;
}

/** One file on its way in. `content` is gone when the import is done. */
export interface Import {
  readonly id: Id<'tenancy_import'>;
  readonly organisationId: Id<'organisation'>;
  readonly fileName: string;
  readonly columns: Columns;
  /** The heading of each column in the file, and the first thing that stands under it. */
  readonly fileColumns: readonly FileColumn[];
  readonly uploadedAt: Date;
  readonly confirmedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly absent: number;
  readonly refused: number;
  /** It is as if it had never been brought in. */
  readonly takenBackAt: Date | null;
}

const IMPORT = [
  'id',
  'organisation_id as organisationId',
  'file_name as fileName',
  'columns',
  'uploaded_at as uploadedAt',
  'confirmed_at as confirmedAt',
  'finished_at as finishedAt',
  'rows_total as rowsTotal',
  'rows_done as rowsDone',
  'created',
  'changed',
  'unchanged',
  'absent',
  'refused',
  'taken_back_at as takenBackAt',
] as const;

function asImport<Row extends { columns: unknown }>(
  row: Row,
): Omit<Row, 'columns'> & Pick<Import, 'columns' | 'fileColumns'> {
  const { fields = {}, file = [] } = row.columns as { fields?: Columns; file?: FileColumn[] };
  return { ...row, columns: fields, fileColumns: file };
}

export async function importById(tx: TenantDb, id: Id<'tenancy_import'>): Promise<Import | null> {
  const row = await tx.sql
    .selectFrom('tenancy_import')
    .select(IMPORT)
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? asImport(row) : null;
}

export async function lockImport(tx: TenantDb, id: Id<'tenancy_import'>): Promise<Import | null> {
  const row = await tx.sql
    .selectFrom('tenancy_import')
    .select(IMPORT)
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? asImport(row) : null;
}

/** The newest first. */
export async function latestImports(tx: TenantDb, limit: number): Promise<Import[]> {
  const rows = await tx.sql
    .selectFrom('tenancy_import')
    .select(IMPORT)
    .where('tenant_id', '=', tx.tenant.id)
    .orderBy('uploaded_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(asImport);
}

export async function insertImport(
  tx: TenantDb,
  file: { organisationId: Id<'organisation'>; name: string; content: Uint8Array; uploadedBy: Id<'person'> | null },
): Promise<Id<'tenancy_import'>> {
  const row = await tx.sql
    .insertInto('tenancy_import')
    .values({
      tenant_id: tx.tenant.id,
      organisation_id: file.organisationId,
      file_name: file.name,
      content: Buffer.from(file.content),
      uploaded_at: tx.now,
      uploaded_by: file.uploadedBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The file as it was sent; null when it has been used up. */
export async function contentOf(tx: TenantDb, id: Id<'tenancy_import'>): Promise<Uint8Array | null> {
  const row = await tx.sql
    .selectFrom('tenancy_import')
    .select('content')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.content ?? null;
}

export async function saveColumns(
  tx: TenantDb,
  id: Id<'tenancy_import'>,
  fields: Columns,
  file: readonly FileColumn[],
): Promise<void> {
  await tx.sql
    .updateTable('tenancy_import')
    .set({ columns: JSON.stringify({ fields, file }) })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Forgets what was staged before, and the file's numbers. */
export async function clearStage(tx: TenantDb, id: Id<'tenancy_import'>): Promise<void> {
  await tx.sql
    .deleteFrom('tenancy_import_row')
    .where('tenant_id', '=', tx.tenant.id)
    .where('import_id', '=', id)
    .execute();
  await tx.sql
    .deleteFrom('tenancy_import_problem')
    .where('tenant_id', '=', tx.tenant.id)
    .where('import_id', '=', id)
    .execute();
}

export async function deleteImport(tx: TenantDb, id: Id<'tenancy_import'>): Promise<void> {
  await tx.sql.deleteFrom('tenancy_import').where('tenant_id', '=', tx.tenant.id).where('id', '=', id).execute();
}

const AT_ONCE = 5000;

/** The rows that can come in, in a handful of statements. */
export async function stageRows(
  tx: TenantDb,
  id: Id<'tenancy_import'>,
  rows: readonly (ImportRow & { row: number })[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const json = JSON.stringify(rows.slice(at, at + AT_ONCE));
    await sql`
      insert into tenancy_import_row (
        tenant_id, import_id, row, department_number, department_name, municipality, number, street, house_number,
        floor, door, postcode, city, building_key, address_key, kind, rooms, area_m2, from_day, until_day
      )
      select ${tx.tenant.id}, ${id}, r.row, r."departmentNumber", r."departmentName", r.municipality, r.number, r.street,
        r."houseNumber", r.floor, r.door, r.postcode, r.city, r."buildingKey", r."addressKey", r.kind, r.rooms,
        r."areaM2", r."from", r.until
      from jsonb_to_recordset(${json}::jsonb) as r (
        row integer, "departmentNumber" text, "departmentName" text, municipality text, number text, street text,
        "houseNumber" text, floor text, door text, postcode text, city text, "buildingKey" text, "addressKey" text,
        kind text, rooms numeric, "areaM2" numeric, "from" date, until date
      )
    `.execute(tx.sql);
  }
}

export async function stageProblems(
  tx: TenantDb,
  id: Id<'tenancy_import'>,
  problems: readonly (RowProblem & { row: number; departmentNumber: string; number: string })[],
): Promise<void> {
  for (let at = 0; at < problems.length; at += AT_ONCE) {
    const json = JSON.stringify(problems.slice(at, at + AT_ONCE));
    await sql`
      insert into tenancy_import_problem (tenant_id, import_id, row, field, value, problem, department_number, number)
      select ${tx.tenant.id}, ${id}, r.row, r.field, left(r.value, 200), r.problem, r."departmentNumber", r.number
      from jsonb_to_recordset(${json}::jsonb) as r (
        row integer, field text, value text, problem text, "departmentNumber" text, number text
      )
    `.execute(tx.sql);
  }
}

export interface StagedProblem {
  readonly row: number;
  readonly field: Field;
  readonly value: string;
  readonly problem: ProblemKind;
}

/** What was wrong, in the order of the file. */
export async function problemsOf(tx: TenantDb, id: Id<'tenancy_import'>, limit: number): Promise<StagedProblem[]> {
  const rows = await tx.sql
    .selectFrom('tenancy_import_problem')
    .select(['row', 'field', 'value', 'problem'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('import_id', '=', id)
    .orderBy('row')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows as StagedProblem[];
}

export async function saveCounts(
  tx: TenantDb,
  id: Id<'tenancy_import'>,
  counts: Pick<Import, 'rowsTotal' | 'created' | 'changed' | 'unchanged' | 'absent' | 'refused'>,
): Promise<void> {
  const { rowsTotal, ...rest } = counts;
  await tx.sql
    .updateTable('tenancy_import')
    .set({ rows_total: rowsTotal, ...rest })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

export async function markConfirmed(tx: TenantDb, id: Id<'tenancy_import'>): Promise<void> {
  await tx.sql
    .updateTable('tenancy_import')
    .set({ confirmed_at: tx.now, content: null })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

export async function saveProgress(tx: TenantDb, id: Id<'tenancy_import'>, rowsDone: number): Promise<void> {
  await tx.sql
    .updateTable('tenancy_import')
    .set({ rows_done: rowsDone })
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

/** Is another import at work? One that has not moved for an hour has died and does not count. */
export async function anotherRunning(tx: TenantDb, id: Id<'tenancy_import'>): Promise<boolean> {
  const hourAgo = new Date(tx.now.getTime() - 3_600_000);
  const row = await tx.sql
    .selectFrom('tenancy_import')
    .select('id')
    .where('tenant_id', '=', tx.tenant.id)
    .where('id', '!=', id)
    .where('confirmed_at', '>', hourAgo)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
