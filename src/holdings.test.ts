import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOLDINGS } from './holdings.ts';
import type { Holding, Keeping, Link } from './platform/privacy/holdings.ts';
import { testDatabase } from './testing/database.ts';

const { db } = await testDatabase();

interface ColumnFound {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  /** A list of codes is checked by the database itself. */
  readonly codes: boolean;
  readonly generated: boolean;
  /** The table that it refers to. */
  readonly to: string | null;
  readonly updatable: boolean;
  readonly deletable: boolean;
  readonly tenants: boolean;
}

const columns = (
  await db.pool.query<ColumnFound>(`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type,
      exists (
        select from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
          and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%'
      ) as codes,
      a.attgenerated <> '' as generated,
      (
        select k.confrelid::regclass::text from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey) limit 1
      ) as "to",
      has_column_privilege('grobund_app', c.oid, a.attnum, 'update') as updatable,
      has_table_privilege('grobund_app', c.oid, 'delete') as deletable,
      exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id') as tenants
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    order by 1, 2`)
).rows;

const TEXTS = new Set(['text', 'text[]', 'character varying', 'citext', 'jsonb', 'json', 'xml', 'inet', 'bytea']);
const LOOKS_PERSONAL = /birth|cpr|gender|email|phone|mobile|ip_address/;
const TENANT_COLUMN = 'tenant_id';

/** What must be told of: text in any form, whoever it refers to, and ids that refer to nothing that the database knows. */
function mustBeTold({ table, column, type, codes, generated, to }: ColumnFound): boolean {
  if (column === TENANT_COLUMN || generated) return false;
  if (type === 'uuid')
    return to === 'person' || (to === null && column !== 'id') || (table === 'person' && column === 'id');
  return (TEXTS.has(type) && !codes) || LOOKS_PERSONAL.test(column);
}

/** What is no tenant's: the list of tenants, what the clock has started, and which migrations have run. */
const NOT_OF_PEOPLE = new Set(['tenant', 'scheduled_run', 'migration']);

const holdings: readonly Holding[] = HOLDINGS.flatMap((activity) => activity.holdings);

test('every table with text or people in it is told of, once, by the module that keeps it', () => {
  const told = holdings.map((one) => one.table as string);
  const tables = new Set(columns.filter((one) => one.tenants).map((one) => one.table));
  const untold = [...tables].filter((table) => !told.includes(table));
  assert.deepEqual(untold, [], 'tables that no holdings.ts tells of');
  assert.deepEqual(
    told.filter((table, at) => told.indexOf(table) !== at),
    [],
    'told of twice',
  );
  assert.deepEqual(
    told.filter((table) => !tables.has(table)),
    [],
    'tables that are not there',
  );
  const others = new Set(columns.filter((one) => !one.tenants).map((one) => one.table));
  assert.deepEqual(
    [...others].filter((table) => !NOT_OF_PEOPLE.has(table)),
    [],
  );
});

test('every column that can hold something about a person has its meaning', () => {
  const untold = holdings.flatMap(({ table, columns: meanings }) =>
    columns
      .filter((one) => one.table === table && mustBeTold(one) && !(one.column in meanings))
      .map((one) => `${table}.${one.column}`),
  );
  assert.deepEqual(untold, []);
});

test('the test above would see a new column with a name, an e-mail, a person or free text', async () => {
  const would = (column: string, type: string, to: string | null = null) =>
    mustBeTold({
      table: 'x',
      column,
      type,
      codes: false,
      generated: false,
      to,
      updatable: true,
      deletable: true,
      tenants: true,
    });
  assert.ok(would('helper_name', 'text'));
  assert.ok(would('email', 'text'));
  assert.ok(would('helper_id', 'uuid', 'person'));
  assert.ok(would('seen_by', 'uuid'));
  assert.ok(would('notes', 'jsonb'));
  assert.ok(would('birth_year', 'smallint'));
  assert.ok(!would('department_id', 'uuid', 'department'));
  assert.ok(!would('on_day', 'date'));
});

test('a reference to a person is told of as a person, and a column with a telling name never as a plain one', () => {
  const wrong = holdings.flatMap(({ table, columns: meanings, erased }) =>
    columns
      .filter((one) => one.table === table && one.column in meanings)
      .filter(({ column, to }) => {
        const meaning = meanings[column];
        if (to === 'person') return meaning !== 'subject' && meaning !== 'actor';
        return erased !== 'nobody' && meaning === 'plain' && /email|(^|_)phone|person_name|applicant_/.test(column);
      })
      .map((one) => `${table}.${one.column}: ${meanings[one.column]}`),
  );
  assert.deepEqual(wrong, []);
});

test('what is told of can be done: the columns are there, and the program may change them', () => {
  const there = (table: string, column: string) => columns.find((one) => one.table === table && one.column === column);
  const wrong: string[] = [];
  const need = (table: string, column: string, why: string) => {
    if (!there(table, column)) wrong.push(`${table}.${column} is not there (${why})`);
  };
  const needLink = (from: string, link: Link) => {
    need(from, link.own, 'link');
    need(link.table, link.theirs, `link from ${from}`);
  };
  for (const one of holdings) {
    for (const column of Object.keys(one.columns)) need(one.table, column, 'meaning');
    for (const [column, meaning] of Object.entries(one.columns)) {
      if (meaning.startsWith('by ')) need(one.table, meaning.slice(3), `author of ${column}`);
      const blanked =
        one.erased === 'unnamed' && ['name', 'email', 'phone', 'address', 'fact', 'words'].includes(meaning);
      if (blanked && !there(one.table, column)?.updatable && one.table !== 'fund_feedback') {
        wrong.push(`${one.table}.${column} must be blanked, and the program may not`);
      }
    }
    const goes = one.erased === 'goes' || one.keeps.some((keep) => 'rows' in keep && keep.rows === 'goes');
    if (goes && !columns.some(({ table, deletable }) => table === one.table && deletable)) {
      wrong.push(`${one.table} must go, and the program may not delete there`);
    }
    if (one.through) needLink(one.table, one.through);
    if (one.draftWithout) needLink(one.table, one.draftWithout);
    for (const voucher of one.stays?.vouchers ?? []) {
      needLink(one.table, voucher);
      need(voucher.table, voucher.day, 'voucher');
    }
    for (const keep of one.keeps) wrong.push(...whatLacks(one, keep, need, needLink));
    const subject = Object.values(one.columns).some((meaning) => ['subject', 'email', 'phone'].includes(meaning));
    if (one.erased !== 'nobody' && !subject && !one.through)
      wrong.push(`${one.table} belongs to nobody, but is erased`);
  }
  assert.deepEqual(wrong, []);
});

function whatLacks(
  one: Holding,
  keep: Keeping,
  need: (table: string, column: string, why: string) => void,
  needLink: (from: string, link: Link) => void,
): string[] {
  if (!('after' in keep)) return [];
  need(one.table, keep.after, 'keeping');
  for (const link of [...(keep.unless ?? []), ...(keep.given ?? [])]) needLink(one.table, link);
  const personal = Object.values(one.columns).some((meaning) => !['plain', 'secret', 'actor'].includes(meaning));
  return keep.rows === 'unnamed' && !personal ? [`${one.table} has nothing to take away`] : [];
}

test('every heading says what, whose, why and who else, in both languages', () => {
  for (const { key, holdings: kept, ...words } of HOLDINGS) {
    for (const [name, said] of Object.entries(words)) {
      assert.ok(said.da.length > 2 && said.en.length > 2, `${key}.${name}`);
    }
    for (const { table, called } of kept) assert.ok(called.da && called.en, table);
  }
});
