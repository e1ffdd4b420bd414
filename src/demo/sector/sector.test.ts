import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { allTenants } from '../../platform/db/tenants.ts';
import { verifyJournal } from '../../platform/journal/verify.ts';
import { testDatabase } from '../../testing/database.ts';
import { generateSector } from './generate.ts';
import { planSector } from './sizes.ts';

test('five hundred organisations have six hundred thousand homes, and a tenth has a tenth', () => {
  const homes = (organisations: number) => planSector(organisations).reduce((sum, { factor }) => sum + factor * 440, 0);
  assert.ok(Math.abs(homes(500) - 600_000) < 12_000, `${homes(500)}`);
  assert.ok(Math.abs(homes(50) - 60_000) < 9_000, `${homes(50)}`);
  assert.equal(planSector(500).length, 500);
  assert.equal(new Set(planSector(500).map(({ slug }) => slug)).size, 500);
});

describe('a small sector', async () => {
  const { db, connection } = await testDatabase();
  const now = new Date('2026-05-03T12:00:00+02:00');
  const url = `postgresql://${connection.user}@localhost/${connection.database}?${new URLSearchParams({
    host: String(connection.host),
    port: String(connection.port),
  })}`;

  before(async () => {
    await generateSector({ url, organisations: 2, now });
  });

  const counted = async (table: string): Promise<number[]> => {
    const { rows } = await db.pool.query<{ rows: number }>(
      `select (select count(*)::int from "${table}" x where x.tenant_id = t.id) as rows from tenant t order by slug`,
    );
    return rows.map(({ rows: count }) => count);
  };

  test('every home has somebody, and two years have left their traces', async () => {
    const [twice = 0, once = 0] = await counted('person');
    assert.ok(once > 600, `${once} people`);
    assert.ok(twice > 1.8 * once && twice < 2.2 * once, `${twice} people in a house twice as large`);
    for (const table of ['event', 'event_sign_up', 'task', 'task_ask', 'catalogue_taking', 'evaluation_answer']) {
      const [two = 0, one = 0] = await counted(table);
      assert.ok(one > 0 && two === 2 * one, `${table}: ${one}, and ${two} in a house twice as large`);
    }
    const { rows } = await db.pool.query<{ first: number; homes: number }>(
      `select (max(on_day) - min(on_day))::int as first,
         (select count(*)::int from tenancy t where not exists (
            select from residency r where r.tenant_id = t.tenant_id and r.tenancy_id = t.id)) as homes
       from fund_submission`,
    );
    assert.equal(rows[0]?.homes, 0, 'homes without anybody');
    assert.ok(await counted('initiative').then(([count = 0]) => count > 30));
    assert.ok(await counted('payment_result').then(([count = 0]) => count >= 6));
  });

  test('the journal of each house is a chain of its own that holds', async () => {
    const heads: string[] = [];
    for (const tenant of await allTenants(db)) {
      const { problems, entries, head } = await verifyJournal(db, tenant);
      assert.deepEqual(problems, []);
      assert.ok(entries > 1500, `${entries} entries`);
      heads.push(head.hash);
    }
    assert.equal(new Set(heads).size, 2);
  });

  test('no row points at a row that is not there, though triggers slept', async () => {
    const { rows: keys } = await db.pool.query<{ name: string; table: string; target: string; pairs: string[][] }>(`
      select c.conname as name, c.conrelid::regclass::text as table, c.confrelid::regclass::text as target,
        (select json_agg(json_build_array(a.attname, f.attname))
         from unnest(c.conkey, c.confkey) as k(own, theirs)
         join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own
         join pg_attribute f on f.attrelid = c.confrelid and f.attnum = k.theirs) as pairs
      from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`);
    assert.ok(keys.length > 100);
    const broken: string[] = [];
    for (const { name, table, target, pairs } of keys) {
      const known = pairs.map(([own]) => `x.${own} is not null`).join(' and ');
      const same = pairs.map(([own, theirs]) => `y.${theirs} = x.${own}`).join(' and ');
      const { rowCount } = await db.pool.query(
        `select from ${table} x where ${known} and not exists (select from ${target} y where ${same}) limit 1`,
      );
      if (rowCount) broken.push(`${table}: ${name}`);
    }
    assert.deepEqual(broken, []);
  });

  test('what triggers keep is what they would have kept', async () => {
    const kept = ['initiative_standing', 'invoice_standing', 'payment_standing'];
    const all = async () => {
      const { rows } = await db.pool.query(
        `${kept.map((table) => `select to_jsonb(x) as row from ${table} x`).join(' union all ')} order by 1`,
      );
      return rows;
    };
    const generated = await all();
    assert.ok(generated.length > 100);
    await db.pool.query(`
      select read_initiative_standing(tenant_id, id) from initiative;
      select read_invoice_standing(tenant_id, id) from invoice;
      select read_payment_standing(tenant_id, id) from payment`);
    assert.deepEqual(await all(), generated);
  });

  test('a run that was broken off goes on, and one that is done changes nothing', async () => {
    const before = await counted('journal_entry');
    await generateSector({ url, organisations: 2, now });
    assert.deepEqual(await counted('journal_entry'), before);
  });
});
