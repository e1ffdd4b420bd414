import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { testDatabase } from '../src/testing/database.ts';

const ROOT = join(import.meta.dirname, '..');
const { db } = await testDatabase();
const page = readFileSync(join(ROOT, 'docs/scale.md'), 'utf8');

/** What the first column of the table under this heading names in backquotes, sorted. */
function named(heading: string): string[] {
  const [, table = ''] = new RegExp(`^\\| ${heading} \\|.*\\n\\|[-|]+\\n((?:\\|.*\\n)+)`, 'm').exec(page) ?? [];
  const cells = table.split('\n').map((line) => line.split('|')[1] ?? '');
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)).toSorted();
}

/** Files below a folder, as paths from the root. */
function filesBelow(folder: string, end: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => end.test(path) && !/\.test\.tsx?$/.test(path) && !path.startsWith('src/testing'));
}

test('docs/scale.md says of every function what becomes of it on several machines', async () => {
  const { rows } = await db.pool.query<{ name: string }>(`
    select distinct p.proname as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`);
  assert.ok(rows.length > 20, 'the catalogue was read');
  assert.deepEqual(
    named('Function'),
    rows.map(({ name }) => name),
  );
});

test('docs/scale.md names every extension', async () => {
  const { rows } = await db.pool.query<{ name: string }>(
    `select extname as name from pg_extension where extname <> 'plpgsql' order by 1`,
  );
  // A server that lacks one goes without.
  const known = named('Extension');
  assert.deepEqual(
    rows.map(({ name }) => name).filter((name) => !known.includes(name)),
    [],
  );
});

test('docs/scale.md names every place that takes an advisory lock', () => {
  const places = [...filesBelow('src', /\.tsx?$/), ...filesBelow('db/migrations', /\.sql$/)];
  assert.ok(places.length > 200);
  const locking = places.filter((path) => /pg_(try_)?advisory/.test(readFileSync(join(ROOT, path), 'utf8')));
  assert.deepEqual(named('Advisory lock'), locking.toSorted());
});
