import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aPerson } from '../../modules/housing/seed.ts';
import { testDatabase } from '../../testing/database.ts';
import { removeTenant } from '../db/tenants.ts';
import { layOutLooks, sawPeople } from './looks.ts';

const { db, newTenant } = await testDatabase();

/** Signe has seen Mette and Karen. */
async function seen() {
  const { tenant, tx } = await newTenant();
  const [signe, mette, karen] = [await tx(aPerson), await tx(aPerson), await tx(aPerson)];
  await tx((inside) => {
    const actor = { kind: 'person', personId: signe, name: 'Signe', grants: [] } as const;
    return sawPeople({ ...inside, actor }, 'search', [mette, karen]);
  });
  const looks = async () => {
    await tx(layOutLooks);
    const { rows } = await db.pool.query<{ person_id: string }>(
      'select person_id from privacy_look where tenant_id = $1',
      [tenant.id],
    );
    return new Set(rows.map((row) => row.person_id));
  };
  return { tenant, tx, signe, mette, karen, looks };
}

test('when somebody’s row goes, what was seen of them goes with it, and nothing else', async () => {
  const { mette, karen, looks } = await seen();
  assert.deepEqual(await looks(), new Set([mette, karen]));
  await db.pool.query('delete from person where id = $1', [karen]);
  assert.deepEqual(await looks(), new Set([mette]));
});

test('who went before the list was laid out has no look, and the others have theirs', async () => {
  const { mette, karen, looks } = await seen();
  await db.pool.query('delete from person where id = $1', [karen]);
  assert.deepEqual(await looks(), new Set([mette]));
});

test('a list that was shown can be taken away by nobody: whoever tries makes the looks of it', async () => {
  const { mette, karen, tx, looks } = await seen();
  await assert.rejects(
    tx((inside) => inside.sql.updateTable('privacy_look_list').set({ why: 'page' }).execute()),
    /permission denied/,
  );
  await tx((inside) => inside.sql.deleteFrom('privacy_look_list').execute());
  assert.deepEqual(await looks(), new Set([mette, karen]));
});

test('who has seen others cannot be taken out of the house while that is remembered', async () => {
  const { signe, mette, karen, looks } = await seen();
  const goes = () => db.pool.query('delete from person where id = $1', [signe]);
  await assert.rejects(goes(), { code: '23503' }, 'before the list is laid out');
  await looks();
  await assert.rejects(goes(), { code: '23503' }, 'and after');
  assert.deepEqual(await looks(), new Set([mette, karen]));
});

test('a house in which somebody was seen can be taken away', async () => {
  const { tenant, looks } = await seen();
  await removeTenant(db, tenant.id);
  assert.deepEqual(await looks(), new Set());
});
