import type pg from 'pg';
import { createApp } from '../../src/app.tsx';
import type { Database } from '../../src/platform/db/database.ts';
import { openHints } from '../../src/platform/live/hints.ts';
import { loadAssets } from '../../src/platform/web/assets.ts';
import { openLog } from '../../src/platform/web/log.ts';
import { openDirectory } from '../../src/platform/web/tenants.ts';
import { anew, type MeasuredHouse } from './houses.ts';

const SITE = 'http://127.0.0.1';

/** How many questions each page asks a database that is newly opened, begin and commit left out, by page and then by house. */
export async function countQueries(
  database: Database,
  houses: readonly MeasuredHouse[],
  assetsFolder: string,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const asked = countOn(database.pool);
  const hints = openHints(database);
  const app = createApp({
    database,
    hints,
    directory: openDirectory(database, Number.POSITIVE_INFINITY),
    assets: loadAssets(assetsFolder),
    log: openLog('silent'),
    clock: () => new Date(),
    secret: 'a secret of the bench alone, long enough',
    reach: { publicUrl: null, loopbackOnly: true, behindProxy: false },
  });
  const counts = new Map<string, number[]>();
  for (const house of houses) {
    for (const { name, path, signedIn } of house.pages) {
      const cookie = signedIn ? house.cookie : anew(house);
      const request = () => new Request(`${SITE}/${house.slug}${path}`, { headers: { cookie } });
      // The directory of tenants is read once and kept.
      await app.fetch(request());
      const before = asked();
      const { status } = await app.fetch(request());
      if (status !== 200) throw new Error(`Cannot count: ${house.slug}${path} answers ${status}`);
      counts.set(name, [...(counts.get(name) ?? []), asked() - before]);
    }
  }
  await hints.close();
  return counts;
}

const FRAME = /^(begin|commit|rollback)/;

/** Counts what is asked on connections opened from now on. */
function countOn(pool: pg.Pool): () => number {
  let asked = 0;
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const counting = (...args: unknown[]): unknown => {
      const [first] = args as [string | { readonly text: string }];
      if (!FRAME.test(typeof first === 'string' ? first : first.text)) asked += 1;
      return query(...args);
    };
    client.query = counting as typeof client.query;
  });
  return () => asked;
}
