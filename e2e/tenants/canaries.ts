import type pg from 'pg';

/** Work in one connection as the owner of the database, past row-level security and triggers. */
export async function asOwner<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('set session_replication_role = replica');
    return await work(client);
  } finally {
    await client.query('reset session_replication_role');
    client.release();
  }
}

const CHECK_VIOLATION = '23514';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** Made by the database of the row's other columns. */
  readonly generated: boolean;
}

/** Every table with rows of a tenant. */
export async function tenantTables(client: pg.ClientBase): Promise<string[]> {
  const columns = await columnsOf(client);
  return [...new Set(columns.map(({ table }) => table))];
}

async function columnsOf(client: pg.ClientBase): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select c.table_name as "table", c.column_name as name, c.udt_name as type,
       c.is_nullable = 'NO' and c.column_default is null and c.is_generated = 'NEVER' and c.is_identity = 'NO' as required,
       c.is_generated = 'ALWAYS' as generated
     from information_schema.columns c
     join information_schema.columns t
       on t.table_schema = c.table_schema and t.table_name = c.table_name and t.column_name = 'tenant_id'
     join information_schema.tables b on b.table_schema = c.table_schema and b.table_name = c.table_name
     where c.table_schema = 'public' and b.table_type = 'BASE TABLE'
     order by c.table_name, c.ordinal_position`,
  );
  return rows;
}

/** Gives the tenant a row in every table where it has none, made up from the table's own rules. */
export async function fillEveryTable(client: pg.ClientBase, tenantId: string): Promise<void> {
  const columns = await columnsOf(client);
  const rules = await rulesOf(client);
  const waiting = new Map<string, unknown>(columns.map(({ table }) => [table, null]));
  // A table can be filled when those it refers to have been.
  for (let before = Number.POSITIVE_INFINITY; waiting.size > 0 && waiting.size < before; ) {
    before = waiting.size;
    for (const table of [...waiting.keys()]) {
      const own = columns.filter((column) => column.table === table);
      const problem = await fill(client, table, own, rules, tenantId).then(
        () => null,
        (error: unknown) => error,
      );
      if (problem) waiting.set(table, problem);
      else waiting.delete(table);
    }
  }
  if (waiting.size === 0) return;
  const problems = [...waiting].map(([table, problem]) => `${table}: ${(problem as Error).message}`);
  throw new Error(`Cannot make up rows:\n  ${problems.join('\n  ')}`);
}

async function fill(
  client: pg.ClientBase,
  table: string,
  columns: readonly Column[],
  rules: Rules,
  tenantId: string,
): Promise<void> {
  const { rowCount } = await client.query(`select from ${table} where tenant_id = $1 limit 1`, [tenantId]);
  if (rowCount) return;
  const wanted = columns.filter(({ name, required, type }) => name !== 'tenant_id' && (required || type === 'text'));
  const names = wanted.map(({ name }) => `, "${name}"`).join('');
  let values = '';
  for (const column of wanted) {
    const holdsFile = rules.references.get(`${table}.${column.name}`)?.[0] === 'file';
    values += `, ${holdsFile ? await ownFile(client, tenantId) : madeUp(column, rules, tenantId)}`;
  }
  const insert = `insert into ${table} (tenant_id${names}) values ('${tenantId}'${values})`;
  try {
    await client.query(insert);
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code !== CHECK_VIOLATION) throw error;
    // A rule across columns that made-up values cannot know: nothing here asks whether the row makes sense.
    await client.query(`alter table ${table} drop constraint ${constraint}`);
    await fill(client, table, columns, rules, tenantId);
  }
}

/** A file that no other row has, since a page may take it away with its row. */
async function ownFile(client: pg.ClientBase, tenantId: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into file (tenant_id, sha256, name, kind, size, purpose, saved_at)
     select tenant_id, sha256, name, kind, size, purpose, saved_at from file where tenant_id = $1 limit 1 returning id`,
    [tenantId],
  );
  const [made] = rows;
  if (!made) throw new Error('The house has no file to copy');
  return `'${made.id}'`;
}

interface Rules {
  /** `table.column` → table whose column it must be. */
  readonly references: ReadonlyMap<string, readonly [table: string, column: string]>;
  /** `table.column` → the first value that its check allows. */
  readonly choices: ReadonlyMap<string, string>;
}

async function rulesOf(client: pg.ClientBase): Promise<Rules> {
  const { rows: foreign } = await client.query<{ from: string; to: string; column: string }>(
    `select c.conrelid::regclass || '.' || a.attname as "from", c.confrelid::regclass::text as "to", f.attname as "column"
     from pg_constraint c
     cross join lateral unnest(c.conkey, c.confkey) as k(own, other)
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own
     join pg_attribute f on f.attrelid = c.confrelid and f.attnum = k.other
     where c.contype = 'f' and a.attname <> 'tenant_id' and c.connamespace = 'public'::regnamespace`,
  );
  const { rows: checks } = await client.query<{ table: string; says: string }>(
    `select conrelid::regclass::text as "table", pg_get_constraintdef(oid) as says
     from pg_constraint
     where contype = 'c' and connamespace = 'public'::regnamespace`,
  );
  const choices = checks.flatMap(({ table, says }) => {
    const found = /^CHECK \(\((\w+) = ANY \(ARRAY\['([^']*)'/.exec(says);
    return found ? [[`${table}.${found[1]}`, found[2] ?? ''] as const] : [];
  });
  return {
    references: new Map(foreign.map(({ from, to, column }) => [from, [to, column]])),
    choices: new Map(choices),
  };
}

function madeUp({ table, name, type }: Column, { references, choices }: Rules, tenantId: string): string {
  const key = `${table}.${name}`;
  const reference = references.get(key);
  if (reference) return `(select ${reference[1]} from ${reference[0]} where tenant_id = '${tenantId}' limit 1)`;
  const choice = choices.get(key);
  if (choice !== undefined) return `'${choice}'`;
  const byType: Readonly<Record<string, string>> = {
    text: `'noget'`,
    _text: `array['noget']`,
    _uuid: 'array[new_id()]',
    uuid: 'new_id()',
    jsonb: `'{"hvad": "noget"}'`,
    bytea: `sha256('${tenantId}')`,
    bool: 'true',
    date: 'current_date',
    timestamptz: 'now()',
  };
  return byType[type] ?? '1';
}

/** Is there a rule in the database about which words may stand there? */
async function allowsOnlyCertainWords(client: pg.ClientBase, table: string, column: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_constraint
     where contype = 'c' and conrelid = $1::regclass and pg_get_constraintdef(oid) ~ ('\\m' || $2 || '\\M')`,
    [table, column],
  );
  return (rowCount ?? 0) > 0;
}

/**
 * Writes the canary into every text of the tenant: before what stands there, so that shortening keeps it. Answers which
 * columns could not take it, though the database does not say that only certain words may stand there.
 */
export async function plantCanary(
  client: pg.ClientBase,
  tenantId: string,
  canary: string,
  only: (table: string, column: string) => boolean = () => true,
): Promise<string[]> {
  const refused: string[] = [];
  for (const { table, name, type, generated } of await columnsOf(client)) {
    const write = WRITERS[type];
    if (!write || generated || !only(table, name)) continue;
    const value = write(`"${name}"`, canary);
    const into = `update ${table} set "${name}" = ${value} where tenant_id = $1`;
    const took = async (sql: string) => ((await client.query(sql, [tenantId]).catch(() => null))?.rowCount ?? 0) > 0;
    if (await took(`${into} and "${name}" is not null`)) continue;
    if (!(await took(into)) && !(await allowsOnlyCertainWords(client, table, name))) refused.push(`${table}.${name}`);
  }
  await client.query(`update tenant set name = $2 || ' ' || name where id = $1`, [tenantId, canary]);
  return refused;
}

const WRITERS: Readonly<Record<string, (column: string, canary: string) => string>> = {
  text: textWith,
  _text: (column, canary) => `array_append(${column}, '${canary}')`,
  jsonb: jsonWith,
};

/** An address stays an address. */
function textWith(column: string, canary: string): string {
  return `'${canary}' || case when ${column} ~ '^[^ ]+@' then '' else ' ' end || coalesce(${column}, '')`;
}

/** Every text inside, and one more where there is none. */
function jsonWith(column: string, canary: string): string {
  const inside = `regexp_replace(${column}::text, ': "((?:[^"\\\\]|\\\\.)*)"', ': "${canary} \\1"', 'g')::jsonb`;
  return `${inside} || '{"kanari": "${canary}"}'`;
}

/** Every id that stands in the tenant's rows, its own too. */
export async function idsOf(client: pg.ClientBase, tenantId: string): Promise<Set<string>> {
  const ids = new Set([tenantId]);
  for (const { table, name, type } of await columnsOf(client)) {
    if (type !== 'uuid') continue;
    const { rows } = await client.query<{ id: string | null }>(
      `select distinct "${name}" as id from ${table} where tenant_id = $1`,
      [tenantId],
    );
    for (const { id } of rows) if (id) ids.add(id);
  }
  return ids;
}

/** All that the tenant has, as text, table by table. */
export async function rowsOf(client: pg.ClientBase, tenantId: string): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const table of await tenantTables(client)) {
    const { rows } = await client.query<{ text: string | null }>(
      `select string_agg(whole::text, e'\\n' order by whole::text) as text from ${table} whole where tenant_id = $1`,
      [tenantId],
    );
    all.set(table, rows[0]?.text ?? '');
  }
  return all;
}
