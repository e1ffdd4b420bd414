import assert from 'node:assert/strict';
import test from 'node:test';
import { sql } from 'kysely';
import { day } from '../kernel/day.ts';
import { initiativesFigures, publicInitiatives, statusCounts } from '../modules/initiatives/public.ts';
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

test('the year before has ideas and initiatives of its own from its first months', async () => {
  const tenant = await tenantBySlug(db, 'lyngbakken');
  assert.ok(tenant);
  const visit = { tenant, actor: { kind: 'system' }, now: STORY_ENDS, origin: 'http://127.0.0.1' } as const;
  const span = { from: day('2027-01-01'), until: day('2027-03-31') };
  const counted = await db.asTenant(visit, async (tx) =>
    Promise.all(
      ['ideas_received', 'initiatives_begun', 'initiatives_held'].map(async (code) => {
        const figure = initiativesFigures.find((one) => one.code === code);
        return (await figure?.rows(tx, span))?.length;
      }),
    ),
  );
  assert.deepEqual(counted, [5, 5, 1]);
});

test('two quiet initiatives were asked how it goes: one has not answered yet, and one rests', async () => {
  const tenant = await tenantBySlug(db, 'lyngbakken');
  assert.ok(tenant);
  const visit = { tenant, actor: { kind: 'system' }, now: STORY_ENDS, origin: 'http://127.0.0.1' } as const;
  const asked = await db.asTenant(visit, (tx) =>
    sql<{ title: string; answer: string | null; status: string }>`
      select i.title, q.answer, s.status
      from initiative_question q
      join initiative i on i.id = q.initiative_id
      join initiative_standing s on s.initiative_id = i.id and s.from_day <= ${tx.today} and s.before_day > ${tx.today}
      order by i.title`.execute(tx.sql),
  );
  assert.deepEqual(asked.rows, [
    { title: 'Gågruppen Møllestien', answer: null, status: 'under_way' },
    { title: 'Højbede i hoftehøjde', answer: 'rests', status: 'parked' },
  ]);
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
