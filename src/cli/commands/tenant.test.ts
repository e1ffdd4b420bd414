import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holds, isStaff, SYSTEM } from '../../kernel/actor.ts';
import { loadActor, personByContact } from '../../modules/housing/public.ts';
import { allTenants, tenantBySlug } from '../../platform/db/tenants.ts';
import { testDatabase } from '../../testing/database.ts';
import { grobund, type Said, urlOf } from '../../testing/grobund.ts';

const { db, connection } = await testDatabase();

function typed(...args: string[]): Promise<Said> {
  return grobund(args, { DATABASE_URL: urlOf(connection) });
}

const BAKKEN = ['tenant', 'add', '--slug', 'bakken', '--name', 'Boligforeningen Bakken'];
const KAREN = ['person', 'add', '--tenant', 'bakken', '--name', 'Karen Mose', '--email', 'Karen@Bakken.test'];

test('an operator opens a house and lets its first employee in, who may then register others', async () => {
  const added = await typed(...BAKKEN, '--host', 'Bakken.test', '--colour', '#AA3300', '--json');
  assert.deepEqual([added.code, added.err], [0, '']);
  const { slug, host, colour, language } = JSON.parse(added.out);
  assert.deepEqual([slug, host, colour, language], ['bakken', 'bakken.test', '#aa3300', 'da']);

  const karen = await typed(...KAREN);
  assert.deepEqual([karen.code, karen.err, karen.out], [0, '', '✔ Karen Mose can sign in with karen@bakken.test\n']);
  const tenant = await tenantBySlug(db, 'bakken');
  assert.ok(tenant);
  const actor = await db.asTenant({ tenant, actor: SYSTEM, now: new Date(), origin: '' }, async (tx) => {
    const person = await personByContact(tx, { email: 'karen@bakken.test' });
    return person && loadActor(tx, person.id);
  });
  assert.ok(actor && isStaff(actor) && holds(actor, 'secretariat'));
});

test('what is taken, missing or misspelt is refused in one line, and nothing is written', async () => {
  const before = await allTenants(db);
  const [taken, twice, ...misspelt] = await Promise.all([
    typed(...BAKKEN),
    typed(...KAREN),
    typed('tenant', 'add', '--slug', 'mosen', '--name', 'Mosen', '--host', 'https://mosen.test/'),
    typed(...KAREN, '--role', 'organisation_board'),
    typed('tenant', 'add', '--slug', 'lyngbakken', '--name', 'Lyngbakken'),
    typed('tenant', 'add', '--slug', 'initiativer', '--name', 'Initiativer'),
  ]);
  assert.match(taken.err, /^Cannot open "bakken": its slug or host belongs to Boligforeningen Bakken already\n$/);
  assert.match(twice.err, /^Cannot let Karen Mose in: somebody in the house has karen@bakken\.test already\n$/);
  assert.deepEqual([taken.code, twice.code], [1, 1]);
  for (const { code, out, err } of misspelt) assert.deepEqual([code, out], [2, ''], err);
  assert.deepEqual(await allTenants(db), before);
});

test('a house goes away only when it is meant, and takes no other with it', async () => {
  assert.equal((await typed('tenant', 'add', '--slug', 'mosen', '--name', 'Mosen')).code, 0);
  const asked = await typed('tenant', 'remove', 'bakken');
  assert.deepEqual([asked.code, asked.out], [1, '']);
  assert.match(asked.err, /Boligforeningen Bakken away for good\. If it is meant, add --yes\n$/);
  assert.equal((await typed('tenant', 'remove', 'bakken', '--yes')).code, 0);
  const list = await typed('tenant', 'list', '--json');
  const { tenants } = JSON.parse(list.out) as { tenants: { slug: string }[] };
  assert.deepEqual(
    tenants.map(({ slug }) => slug),
    ['mosen'],
  );
});

test('a database that was never made ready says so in one line', async () => {
  const empty = await grobund(BAKKEN, { DATABASE_URL: urlOf({ ...connection, database: 'postgres' }) });
  assert.deepEqual([empty.code, empty.out], [1, '']);
  assert.equal(empty.err, 'The database is not up to this version of Grobund. First: grobund migrate\n');
});
