import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type pg from 'pg';
import { holds, isStaff, SYSTEM } from '../../kernel/actor.ts';
import { loadActor, personByContact } from '../../modules/housing/public.ts';
import { allTenants, tenantBySlug } from '../../platform/db/tenants.ts';
import { testDatabase } from '../../testing/database.ts';

const { db, connection } = await testDatabase();

const HOOK = pathToFileURL(join(import.meta.dirname, '../../../scripts/hook.mjs')).href;
const MAIN = pathToFileURL(join(import.meta.dirname, '../main.ts')).href;
const PROGRAM = `import { runCommandLine } from '${MAIN}';
process.exitCode = await runCommandLine(process.argv.slice(1), process.env);`;

function urlOf({ host, port, user, password, database }: pg.ClientConfig): string {
  const word = password ? `:${encodeURIComponent(String(password))}` : '';
  return `postgresql://${user}${word}@localhost/${database}?host=${encodeURIComponent(host ?? '')}&port=${port ?? 5432}`;
}

/** `grobund …` in a process of its own. */
function grobund(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return grobundOn(connection, ...args);
}

function grobundOn(database: pg.ClientConfig, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { PATH: process.env.PATH ?? '', DATABASE_URL: urlOf(database) };
  const words = ['--import', HOOK, '--input-type=module', '--eval', PROGRAM, '--', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, words, { env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

const BAKKEN = ['tenant', 'add', '--slug', 'bakken', '--name', 'Boligforeningen Bakken'];
const KAREN = ['person', 'add', '--tenant', 'bakken', '--name', 'Karen Mose', '--email', 'Karen@Bakken.test'];

test('an operator opens a house and lets its first employee in, who may then register others', async () => {
  const added = await grobund(...BAKKEN, '--host', 'Bakken.test', '--colour', '#AA3300', '--json');
  assert.deepEqual([added.code, added.err], [0, '']);
  const { slug, host, colour, language } = JSON.parse(added.out);
  assert.deepEqual([slug, host, colour, language], ['bakken', 'bakken.test', '#aa3300', 'da']);

  const karen = await grobund(...KAREN);
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
    grobund(...BAKKEN),
    grobund(...KAREN),
    grobund('tenant', 'add', '--slug', 'mosen', '--name', 'Mosen', '--host', 'https://mosen.test/'),
    grobund(...KAREN, '--role', 'organisation_board'),
    grobund('tenant', 'add', '--slug', 'lyngbakken', '--name', 'Lyngbakken'),
    grobund('tenant', 'add', '--slug', 'initiativer', '--name', 'Initiativer'),
  ]);
  assert.match(taken.err, /^Cannot open "bakken": its slug or host belongs to Boligforeningen Bakken already\n$/);
  assert.match(twice.err, /^Cannot let Karen Mose in: somebody in the house has karen@bakken\.test already\n$/);
  assert.deepEqual([taken.code, twice.code], [1, 1]);
  for (const { code, out, err } of misspelt) assert.deepEqual([code, out], [2, ''], err);
  assert.deepEqual(await allTenants(db), before);
});

test('a house goes away only when it is meant, and takes no other with it', async () => {
  assert.equal((await grobund('tenant', 'add', '--slug', 'mosen', '--name', 'Mosen')).code, 0);
  const asked = await grobund('tenant', 'remove', 'bakken');
  assert.deepEqual([asked.code, asked.out], [1, '']);
  assert.match(asked.err, /Boligforeningen Bakken away for good\. If it is meant, add --yes\n$/);
  assert.equal((await grobund('tenant', 'remove', 'bakken', '--yes')).code, 0);
  const list = await grobund('tenant', 'list', '--json');
  const { tenants } = JSON.parse(list.out) as { tenants: { slug: string }[] };
  assert.deepEqual(
    tenants.map(({ slug }) => slug),
    ['mosen'],
  );
});

test('a database that was never made ready says so in one line', async () => {
  const empty = await grobundOn({ ...connection, database: 'postgres' }, ...BAKKEN);
  assert.deepEqual([empty.code, empty.out], [1, '']);
  assert.equal(empty.err, 'The database is not up to this version of Grobund. First: grobund migrate\n');
});
