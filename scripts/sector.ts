import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { generateSector } from '../src/demo/sector/generate.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { startEmbedded } from '../src/platform/embedded/embedded.ts';

const HELP = `npm run sector -- --data FOLDER [--organisations N]
  Fills the embedded database of a folder with the whole sector: 500 organisations, 600,000 homes, a million people and
  two years of life, for measuring. A run that was broken off goes on where it was. Take away the folder afterwards.
  --data FOLDER        where the database is to lie; never one that is in use
  --organisations N    500 unless said; 50 are a tenth of the sector`;

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    organisations: { type: 'string', default: '500' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (options.help || !options.data || !/^[1-9]\d{0,3}$/.test(options.organisations)) {
  console.log(HELP);
  process.exitCode = options.help ? 0 : 1;
} else await main(options.data, Number(options.organisations));

async function main(dataDir: string, organisations: number): Promise<void> {
  const begun = performance.now();
  mkdirSync(dataDir, { recursive: true });
  const embedded = await startEmbedded({ dataDir });
  try {
    await generateSector({ url: embedded.url, organisations, now: new Date() }, say);
    const database = openDatabase({ url: embedded.url });
    for (const line of await measure(database)) say(line);
    await database.close();
  } finally {
    await embedded.stop();
  }
  say(`In all ${((performance.now() - begun) / 1000).toFixed(0)} s`);
}

function say(line: string): void {
  console.log(line);
}

/** How large it has become: rows and bytes of the largest tables, and what takes most room in them. */
async function measure({ pool }: ReturnType<typeof openDatabase>): Promise<string[]> {
  const { rows: whole } = await pool.query<{ size: string }>(
    'select pg_size_pretty(pg_database_size(current_database())) as size',
  );
  const { rows } = await pool.query<{ name: string; tuples: number; heap: string; indexes: string }>(`
    select c.relname as name, c.reltuples::bigint::float8 as tuples, pg_size_pretty(pg_table_size(c.oid)) as heap,
      pg_size_pretty(pg_indexes_size(c.oid)) as indexes
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    order by pg_total_relation_size(c.oid) desc limit 16`);
  return [
    `Database: ${whole[0]?.size}`,
    ...rows.map(({ name, tuples, heap, indexes }) => `${name}: ${tuples} rows, ${heap}, indexes ${indexes}`),
  ];
}
