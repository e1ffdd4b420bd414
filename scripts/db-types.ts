// npm run db:types: writes src/platform/db/tables.ts and db/schema.sql from the migrations.
// npm run db:types -- --check: only says whether they are stale (exit code 1).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../src/platform/db/database.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { databaseFolder } from '../src/platform/db/migration-files.ts';
import { scratchServer } from '../src/testing/scratch-server.ts';
import { type Catalogue, readCatalogue } from './db-catalogue.ts';
import { schemaText } from './db-schema.ts';
import { tableTypes } from './db-tables.ts';

const root = join(databaseFolder(), '..');
const catalogue = await catalogueOfMigrations();
const stale = [
  { path: 'src/platform/db/tables.ts', text: tableTypes(catalogue) },
  { path: 'db/schema.sql', text: schemaText(catalogue) },
].filter(({ path, text }) => read(join(root, path)) !== text);

if (process.argv.includes('--check')) {
  for (const { path } of stale) process.stderr.write(`${path} is stale: run "npm run db:types"\n`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const { path, text } of stale) writeFileSync(join(root, path), text);
  process.stdout.write(
    stale.length > 0 ? `Wrote ${stale.map(({ path }) => path).join(' and ')}\n` : 'Nothing to change\n',
  );
}

async function catalogueOfMigrations(): Promise<Catalogue> {
  const server = await scratchServer();
  const name = `types_${process.pid}`;
  const admin = new pg.Client({ ...server.connection, database: 'postgres' });
  await admin.connect();
  await admin.query(`create database ${name} strategy file_copy`);
  const database = openDatabase({ connection: { ...server.connection, database: name } });
  try {
    await migrate(database);
    return await database.asOwner((_, client) => readCatalogue(client));
  } finally {
    await database.close();
    await admin.query(`drop database ${name}`);
    await admin.end();
    await server.stop();
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
