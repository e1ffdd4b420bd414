import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { testDatabase } from '../../testing/database.ts';
import { handOver } from './across.ts';

const { db, newTenant } = await testDatabase();

/** Functions that work with the owner's rights. Each of the others asks for, or keeps to, the tenant of the transaction. */
const OWNERS_RIGHTS = new Map([
  ['enqueue_job', 'puts a job in for its own tenant'],
  ['finish_job', 'finishes a job of its own tenant'],
  ['hand_over', 'the one door'],
]);

test('one function alone writes rows for another tenant, and one file alone calls it', async () => {
  const { rows } = await db.pool.query<{ name: string; source: string }>(
    `select p.proname as name, p.prosrc as source from pg_proc p
     where p.prosecdef and p.prorettype <> 'trigger'::regtype and p.pronamespace = 'public'::regnamespace and has_function_privilege('grobund_app', p.oid, 'execute')
     order by 1`,
  );
  const strangers = rows.filter(({ name, source }) => !OWNERS_RIGHTS.has(name) && !source.includes('current_tenant()'));
  assert.deepEqual(
    strangers.map(({ name }) => name),
    [],
    'functions with the owner’s rights that do not ask which tenant it is',
  );
  const into = rows.filter(({ source }) => /(insert into|update|delete from) (public\.)?handover/.test(source));
  assert.deepEqual(
    into.map(({ name }) => name),
    ['hand_over'],
  );
  const callers = execFileSync('grep', ['-rlE', 'hand_over\\(', 'src', '--include=*.ts', '--include=*.tsx']);
  assert.deepEqual(
    String(callers)
      .trim()
      .split('\n')
      .filter((file) => !file.endsWith('.test.ts')),
    ['src/platform/across/across.ts'],
  );
});

test('what may cross is a short list, and the same in the database and in the program', async () => {
  const { rows } = await db.pool.query<{ says: string }>(
    `select pg_get_constraintdef(oid) as says from pg_constraint where conrelid = 'handover'::regclass and contype = 'c'`,
  );
  const kinds = [...(rows[0]?.says ?? '').matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, kind]) => kind);
  const told = String(execFileSync('grep', ['-oE', "'(house|copy)\\.[a-z_]+'", 'src/platform/across/across.ts']));
  assert.deepEqual(new Set(kinds), new Set(told.trim().replaceAll("'", '').split('\n')));
});

test('a house reads its own letter box alone, and writes into none', async () => {
  const [nord, syd, third] = [await newTenant(), await newTenant(), await newTenant()];
  await nord.tx((tx) => handOver(tx, { to: syd.tenant.id, kind: 'copy.recalled', body: { reference: 'aa' } }));
  const box = (house: typeof nord) => house.tx((tx) => tx.sql.selectFrom('handover').select('house_id').execute());
  assert.deepEqual(await box(syd), [{ house_id: nord.tenant.id }]);
  assert.deepEqual([await box(nord), await box(third)], [[], []]);
  const forged = third.tx((tx) =>
    tx.sql
      .insertInto('handover')
      .values({
        tenant_id: syd.tenant.id,
        house_id: nord.tenant.id,
        kind: 'copy.recalled',
        body: {},
        sent_at: tx.now,
        holds_until: tx.now,
      })
      .execute(),
  );
  await assert.rejects(forged, /permission denied/);
  await assert.rejects(
    third.tx((tx) => handOver(tx, { to: third.tenant.id, kind: 'copy.recalled', body: {} })),
    /to the house itself/,
  );
});
