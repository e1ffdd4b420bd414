// For kill.test.ts: opens the folder and commits one row after another, saying each number once it is acknowledged.
import pg from 'pg';
import { startEmbedded } from './embedded.ts';

const embedded = await startEmbedded({ dataDir: process.argv[2] as string });
const pool = new pg.Pool({ connectionString: embedded.url, max: 1 });
pool.on('error', () => {});
await pool.query('create table if not exists ledger (n integer primary key)');
const { rows } = await pool.query<{ n: number }>('select coalesce(max(n), 0) as n from ledger');
for (let n = (rows[0]?.n ?? 0) + 1; ; n += 1) {
  // While the database is down after a kill, the same number is tried again: it may have been written, unacknowledged.
  while (!(await write(n))) await new Promise((resolve) => setTimeout(resolve, 20));
  process.stdout.write(`${n}\n`);
}

async function write(n: number): Promise<boolean> {
  return pool.query('insert into ledger values ($1) on conflict do nothing', [n]).then(
    () => true,
    () => false,
  );
}
