import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { publicInitiatives, statusCounts } from '../modules/initiatives/public.ts';
import { backup } from '../platform/backup/backup.ts';
import { restore } from '../platform/backup/restore.ts';
import { removeTenant, tenantBySlug } from '../platform/db/tenants.ts';
import { verifyJournal } from '../platform/journal/verify.ts';
import { testDatabase } from '../testing/database.ts';
import { sumOf } from '../testing/sums.ts';
import { PEOPLE } from './people.ts';
import { DEPARTMENTS } from './places.ts';
import { tellDemo } from './tell.ts';

const { db, newTenant } = await testDatabase();
const NOW = new Date('2026-11-22T10:30:00+01:00');

test('the story has six departments, 440 homes and some sixty people in all roles', () => {
  const homes = DEPARTMENTS.map(({ houses, homes }) => houses.length * homes.length);
  assert.deepEqual(homes, [84, 60, 132, 41, 96, 27]);
  assert.ok(PEOPLE.length >= 55);
});

test('it is told on any day of the year, with an initiative in every state, and its journal holds', async () => {
  const tenant = await tellDemo(db, NOW);
  const visit = { tenant, actor: { kind: 'system' }, now: NOW, origin: 'http://127.0.0.1' } as const;
  const counts = await db.asTenant(visit, (tx) => statusCounts(tx));
  assert.ok(
    Object.values(counts).every((count) => count > 0),
    JSON.stringify(counts),
  );
  assert.ok((await db.asTenant(visit, (tx) => publicInitiatives(tx, 20))).length >= 6);
  const verdict = await verifyJournal(db, tenant);
  assert.deepEqual(verdict.problems, []);
});

test('a backup of it comes back whole: money, invoices, letters and pictures too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'grobund-story-'));
  after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'lyngbakken.grobund');
  await backup(db, { path, key: null }, NOW);
  const there = await testDatabase();
  await restore(there.db, { path, key: null });
  const [sums, before] = [await sumOf(there.db), await sumOf(db)];
  assert.deepEqual(sums, before);
  const told = ['fund_claim', 'fund_letter', 'fund_photo', 'invoice', 'payment', 'payment_batch', 'file_blob'] as const;
  for (const table of told) assert.doesNotMatch(sums[table] ?? '0 ', /^0 /, table);
  const tenant = await tenantBySlug(there.db, 'lyngbakken');
  assert.ok(tenant);
  assert.deepEqual((await verifyJournal(there.db, tenant)).problems, []);
});

test('it is wiped without a trace, and nobody else loses anything', async () => {
  const other = await newTenant();
  const tenant = await tenantBySlug(db, 'lyngbakken');
  assert.ok(tenant);
  await removeTenant(db, tenant.id);
  assert.equal(await tenantBySlug(db, 'lyngbakken'), null);
  const { rows } = await db.pool.query('select count(*)::int as people from person where tenant_id = $1', [tenant.id]);
  assert.deepEqual(rows, [{ people: 0 }]);
  assert.ok(await tenantBySlug(db, other.tenant.slug));
  await tellDemo(db, new Date('2028-02-29T08:00:00+01:00'));
});
