import { type Database, openDatabase } from '../../platform/db/database.ts';
import { migrate } from '../../platform/db/migrate.ts';
import { allTenants } from '../../platform/db/tenants.ts';
import { putHouse } from './house.ts';
import { type PlannedHouse, planSector } from './sizes.ts';
import { readTemplates, type Template } from './template.ts';

/** What a sector is to be. */
export interface SectorWish {
  /** `postgresql://…`, of a superuser. */
  readonly url: string;
  /** At most 4000. 500 of them have 600,000 homes and a million people. */
  readonly organisations: number;
  /** When the two years end. */
  readonly now: Date;
}

/** Houses that are put in at once. */
const AT_ONCE = 2;

/**
 * Fills a database with a sector of housing organisations, each with two years behind it: people in all homes,
 * initiatives with their threads, ideas, turns, applications, invoices, payments, and a journal of its own that
 * verifies. A house is one transaction; those that are there already stay, so a run that was broken off goes on.
 */
export async function generateSector(
  { url, organisations, now }: SectorWish,
  say: (line: string) => void = () => undefined,
): Promise<readonly PlannedHouse[]> {
  const database = openDatabase({ url });
  try {
    await migrate(database);
    const plan = planSector(organisations);
    const known = new Set((await allTenants(database)).map(({ slug }) => slug));
    const wanted = plan.filter(({ slug }) => !known.has(slug));
    if (wanted.length === 0) return plan;
    const templates = await readTemplates(url, [...new Set(wanted.map(({ factor }) => factor))], now, say);
    await putAll(database, wanted, templates, say);
    say('Looking through all tables (vacuum analyze) …');
    await database.pool.query('vacuum analyze');
    return plan;
  } finally {
    await database.close();
  }
}

async function putAll(
  database: Database,
  wanted: readonly PlannedHouse[],
  templates: ReadonlyMap<number, Template>,
  say: (line: string) => void,
): Promise<void> {
  const begun = performance.now();
  const waiting = [...wanted];
  let done = 0;
  let rows = 0;
  const work = async () => {
    for (let house = waiting.shift(); house; house = waiting.shift()) {
      const template = templates.get(house.factor) as Template;
      const planned = house;
      const put = await database.asOwner(async (_, client) => {
        await client.query('set local synchronous_commit = off');
        return putHouse(client, template, planned, nameOf(planned.number));
      });
      rows += put;
      done += 1;
      if (done % 25 > 0 && done < wanted.length) continue;
      const seconds = (performance.now() - begun) / 1000;
      say(`${done} of ${wanted.length} houses, ${rows} rows, ${seconds.toFixed(0)} s`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

const FIRST = [
  'Ager',
  'Birke',
  'Bøge',
  'Dal',
  'Ege',
  'Eng',
  'Fyrre',
  'Gran',
  'Have',
  'Hassel',
  'Hede',
  'Hylde',
  'Kilde',
  'Kløver',
  'Linde',
  'Lyng',
  'Mark',
  'Mose',
  'Pile',
  'Poppel',
  'Rose',
  'Skov',
  'Sol',
  'Strand',
  'Sø',
];
const LAST = [
  'bakken',
  'bo',
  'engen',
  'gården',
  'hegnet',
  'holmen',
  'højen',
  'krogen',
  'lunden',
  'marken',
  'parken',
  'toften',
  'vangen',
  'vænget',
  'åsen',
];

/** Houses have invented names, many the same, as in the country. */
function nameOf(number: number): string {
  const first = FIRST[number % FIRST.length] ?? '';
  return first + (LAST[Math.floor(number / FIRST.length) % LAST.length] ?? '');
}
