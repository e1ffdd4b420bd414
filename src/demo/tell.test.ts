import assert from 'node:assert/strict';
import test from 'node:test';
import { publicInitiatives, statusCounts } from '../modules/initiatives/public.ts';
import { removeTenant, tenantBySlug } from '../platform/db/tenants.ts';
import { verifyJournal } from '../platform/journal/verify.ts';
import { testDatabase } from '../testing/database.ts';
import { STORY_ENDS, theStory } from '../testing/story.ts';
import { PEOPLE } from './people.ts';
import { DEPARTMENTS } from './places.ts';

const { db, newTenant } = await testDatabase(theStory);

test('the story has six departments, 440 homes and some sixty people in all roles', () => {
  const homes = DEPARTMENTS.map(({ houses, homes }) => houses.length * homes.length);
  assert.deepEqual(homes, [84, 60, 132, 41, 96, 27]);
  assert.ok(PEOPLE.length >= 55);
});

test('it is told on any day of the year, with an initiative in every state, and its journal holds', async () => {
  const tenant = await tenantBySlug(db, 'lyngbakken');
  assert.ok(tenant);
  const visit = { tenant, actor: { kind: 'system' }, now: STORY_ENDS, origin: 'http://127.0.0.1' } as const;
  const counts = await db.asTenant(visit, (tx) => statusCounts(tx));
  assert.ok(
    Object.values(counts).every((count) => count > 0),
    JSON.stringify(counts),
  );
  assert.ok((await db.asTenant(visit, (tx) => publicInitiatives(tx, 20))).length >= 6);
  const verdict = await verifyJournal(db, tenant);
  assert.deepEqual(verdict.problems, []);
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
});
