import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../testing/database.ts';
import { readReferences, referenceOf } from './rules/reference.ts';
import { REFERENCE } from './store/reference.ts';

const { newTenant } = await testDatabase();

test('a reference is found as suppliers write it, and nothing else is taken for one', () => {
  assert.equal(referenceOf({ prefix: 'P' }, 7), 'P-0007');
  const found = (text: string) => readReferences(text).map(({ prefix, number }) => referenceOf({ prefix }, number));
  for (const text of ['P-0007', 'p 7', 'P0007', 'Ref.: P-0007', 'Jeres ref P.7, tak', 'P–0007', 'sag P/7']) {
    assert.ok(found(text).includes('P-0007'), text);
  }
  assert.deepEqual(found('PB-0012 og p 3'), ['PB-0012', 'P-0003']);
  for (const text of ['', 'STOP-0007', 'P-', 'P-0000', 'skrap 7', 'Vesterby 12']) {
    assert.ok(!found(text).includes('P-0007'), text);
  }
});

test('the database writes a reference as the rules do', async () => {
  const house = await newTenant();
  const numbers = [1, 42, 9_999, 10_000, 1_234_567];
  const { rows } = await house.tx((tx) =>
    sql<{ reference: string }>`
      select ${REFERENCE} as reference from (select 'PB' as prefix) f
      cross join unnest(${numbers}::int[]) with ordinality s (number, at)
      order by s.at
    `.execute(tx.sql),
  );
  const written = rows.map((row) => row.reference);
  assert.deepEqual(
    written,
    numbers.map((number) => referenceOf({ prefix: 'PB' }, number)),
  );
});
