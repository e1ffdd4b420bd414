import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { emptied, type NamedRule } from '../rules/whose.ts';
import { type Condition, has, ofTenant } from './belonging.ts';
import type { Natures, Placeholders } from './columns.ts';
import { emptyColumns } from './erasing.ts';

/** The rows that a rule is done with, from the first day that is still kept. */
function isOver(tx: TenantDb, { rule }: NamedRule, firstKept: Day): Condition {
  const lacks = (rule.unless ?? []).map((link) => sql`and not ${has(tx, 't', link, 'day' in link ? firstKept : null)}`);
  const given = (rule.given ?? []).map((link) => sql`and ${has(tx, 't', link, null)}`);
  return sql`${sql.ref(`t.${rule.after}`)} < ${firstKept}::date ${sql.join([...lacks, ...given], sql` `)}`;
}

/** Does what a rule says to what is over. Answers how many rows it touched. */
export async function runRule(
  tx: TenantDb,
  named: NamedRule,
  firstKept: Day,
  how: { readonly natures: Natures; readonly put: Placeholders },
): Promise<number> {
  const { holding, rule } = named;
  const over = isOver(tx, named, firstKept);
  if (rule.rows === 'unnamed') return emptyColumns(tx, how, holding, emptied(holding), over);
  const { numAffectedRows } = await sql`
    delete from ${sql.table(holding.table)} t where ${ofTenant(tx, 't')} and ${over}
  `.execute(tx.sql);
  return Number(numAffectedRows ?? 0);
}

/** A rule, when it last ran, and what it did then and in all. */
export interface Run {
  readonly rule: string;
  readonly ranAt: Date;
  readonly rowsChanged: number;
  readonly rowsEver: number;
}

export async function noteRun(tx: TenantDb, rule: string, rows: number): Promise<void> {
  await sql`
    insert into privacy_retention_run (tenant_id, rule, ran_at, rows_changed, rows_ever)
    values (${tx.tenant.id}, ${rule}, ${tx.now}, ${rows}, ${rows})
    on conflict (tenant_id, rule) do update
    set ran_at = excluded.ran_at, rows_changed = excluded.rows_changed,
      rows_ever = privacy_retention_run.rows_ever + excluded.rows_changed
  `.execute(tx.sql);
}

export async function runs(tx: TenantDb): Promise<ReadonlyMap<string, Run>> {
  const rows = await tx.sql
    .selectFrom('privacy_retention_run')
    .select(['rule', 'ran_at as ranAt', 'rows_changed as rowsChanged', 'rows_ever as rowsEver'])
    .where('tenant_id', '=', tx.tenant.id)
    .execute();
  return new Map(rows.map((row) => [row.rule, { ...row, rowsEver: Number(row.rowsEver) }]));
}

/** When the clock last started each job, by its name. */
export async function lastStarted(tx: TenantDb): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ name: string; ranAt: Date }>`select name, ran_at as "ranAt" from scheduled_run`.execute(
    tx.sql,
  );
  return new Map(rows.map((row) => [row.name, row.ranAt]));
}

/** How many rows there are under each rule now, in one question. */
export async function rowsNow(tx: TenantDb, rules: readonly NamedRule[]): Promise<ReadonlyMap<string, number>> {
  const tables = [...new Set(rules.map(({ holding }) => holding.table))];
  const parts = tables.map(
    (table) =>
      sql`select ${table}::text as table, count(*)::integer as rows from ${sql.table(table)} t where ${ofTenant(tx, 't')}`,
  );
  const { rows } = await sql<{ table: string; rows: number }>`${sql.join(parts, sql` union all `)}`.execute(tx.sql);
  return new Map(rows.map((row) => [row.table, row.rows]));
}
