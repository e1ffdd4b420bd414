import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../src/testing/database.ts';
import { type Catalogue, readCatalogue } from './db-catalogue.ts';
import { breaches } from './db-rules.ts';

const { db } = await testDatabase();

/** The catalogue with these tables planted in it; they are gone again afterwards. */
async function catalogueWith(sql = ''): Promise<Catalogue> {
  const client = await db.pool.connect();
  try {
    await client.query(`begin; ${sql}`);
    return await readCatalogue(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('every table keeps tenants apart, and each foreign key can be followed from both sides', async () => {
  const catalogue = await catalogueWith();
  assert.ok(catalogue.tables.length > 10, 'the catalogue was read');
  assert.deepEqual(breaches(catalogue), []);
});

const GOOD = `create table good (tenant_id uuid not null, id uuid not null default new_id(), primary key (tenant_id, id));
  call protect_tenant_table('good');`;
const plants: { name: string; sql: string; finds: RegExp }[] = [
  {
    name: 'a table without tenant',
    sql: 'create table bad (id uuid primary key)',
    finds: /^bad: has no column "tenant_id/,
  },
  {
    name: 'a table that forgets its protection',
    sql: 'create table bad (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id))',
    finds: /^bad: is not under row-level security/,
  },
  {
    name: 'a policy taken away',
    sql: 'drop policy tenant_rows on good',
    finds: /^good: is not under row-level security/,
  },
  {
    name: 'a second policy that opens a door',
    sql: 'create policy everybody on good using (true)',
    finds: /^good: is not under row-level security/,
  },
  {
    name: 'protection switched off',
    sql: 'alter table good disable row level security',
    finds: /^good: is not under row/,
  },
  {
    name: 'a primary key across tenants',
    sql: `create table bad (tenant_id uuid not null, id uuid primary key); call protect_tenant_table('bad')`,
    finds: /^bad: has no primary key that begins with tenant_id/,
  },
  {
    name: 'a name that only one tenant can have',
    sql: `alter table good add name text; create unique index good_name on good (name)`,
    finds: /^good: good_name is unique across tenants/,
  },
  {
    name: 'a key into another tenant',
    sql: `create unique index on good (id); create table bad (tenant_id uuid not null, id uuid not null,
      good_id uuid references good (id), primary key (tenant_id, id)); call protect_tenant_table('bad')`,
    finds: /^bad: \(good_id\) can point into another tenant/,
  },
  {
    name: 'a foreign key without index',
    sql: `create table bad (tenant_id uuid not null, id uuid not null, good_id uuid, primary key (tenant_id, id),
      foreign key (tenant_id, good_id) references good (tenant_id, id)); call protect_tenant_table('bad')`,
    finds: /^bad: no index begins with \(tenant_id, good_id\)/,
  },
  {
    name: 'an index that covers some of the rows',
    sql: `create table bad (tenant_id uuid not null, id uuid not null, good_id uuid, primary key (tenant_id, id),
      foreign key (tenant_id, good_id) references good (tenant_id, id)); call protect_tenant_table('bad');
      create index on bad (tenant_id, good_id) where id is null`,
    finds: /^bad: no index begins with \(tenant_id, good_id\)/,
  },
  {
    name: 'an identity from a sequence',
    sql: `alter table good add number bigint generated always as identity`,
    finds: /^good: number is drawn from a sequence/,
  },
  {
    name: 'a serial',
    sql: `alter table good add number serial`,
    finds: /^good: number is drawn from a sequence/,
  },
  {
    name: 'an exclusion constraint',
    sql: `alter table good add booked tsrange, add constraint one_at_a_time exclude using gist (booked with &&)`,
    finds: /^good: one_at_a_time is an exclusion constraint/,
  },
  {
    name: 'a GiST index',
    sql: `alter table good add booked tsrange; create index good_booked on good using gist (booked)`,
    finds: /^good: good_booked is a gist index/,
  },
];

for (const { name, sql, finds } of plants) {
  test(`found before it is released: ${name}`, async () => {
    const found = breaches(await catalogueWith(`${GOOD} ${sql}`));
    assert.ok(
      found.some((breach) => finds.test(breach)),
      `found only ${JSON.stringify(found)}`,
    );
  });
}
