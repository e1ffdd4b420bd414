import { grow } from '../../src/demo/grow.ts';
import { tellDemo } from '../../src/demo/tell.ts';
import { SYSTEM } from '../../src/kernel/actor.ts';
import { peopleHolding } from '../../src/modules/housing/public.ts';
import { departmentPlace } from '../../src/modules/housing/urls.ts';
import { initiativePlace, insidePlace } from '../../src/modules/initiatives/urls.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import type { Tenant, TenantDb } from '../../src/platform/db/tenant-db.ts';
import { tenantBySlug } from '../../src/platform/db/tenants.ts';
import { verifyJournal } from '../../src/platform/journal/verify.ts';
import { readCookies } from '../../src/platform/web/cookies.ts';
import { beginSession, sessionCookie } from '../../src/platform/web/session.ts';

/** A page that is measured. `own` when it asks for more than what the frame around every page needs. */
export interface Page {
  readonly name: string;
  readonly path: string;
  readonly signedIn: boolean;
  readonly queries: 'own' | 'none';
}

/** A tenant with `factor` times the demo story. */
export interface MeasuredHouse {
  readonly factor: number;
  readonly slug: string;
  /** Of a consultant's session. */
  readonly cookie: string;
  readonly pages: readonly Page[];
  readonly homes: number;
  readonly initiatives: number;
  readonly entries: number;
}

/** The cookie of a session that has ended: its bearer sees what visitors see, written anew each time. */
export function anew({ slug }: { readonly slug: string }): string {
  return `${sessionCookie(slug)}=ended`;
}

/** Tells the story once for each factor, unless the database has it, and lets it grow. Says how long that took. */
export async function settleHouses(
  database: Database,
  factors: readonly number[],
  say: (line: string) => void,
): Promise<MeasuredHouse[]> {
  await migrate(database);
  const houses: MeasuredHouse[] = [];
  for (const factor of factors) {
    const slug = factor === 1 ? 'lyngbakken' : `lyngbakken-x${factor}`;
    const tenant = (await tenantBySlug(database, slug)) ?? (await settle(database, slug, factor, say));
    houses.push(await measured(database, tenant, factor));
  }
  // What the server does by itself a minute after so much is new.
  await database.pool.query('vacuum analyze');
  return houses;
}

async function settle(database: Database, slug: string, factor: number, say: (line: string) => void): Promise<Tenant> {
  const begun = performance.now();
  const tenant = await tellDemo(database, new Date(), slug);
  const told = performance.now();
  await inside(database, tenant, (tx) => grow(tx, factor));
  const { problems } = await verifyJournal(database, tenant);
  if (problems.length > 0) throw new Error(`Cannot measure: the journal of ${slug} does not hold`);
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
  say(`${slug}: told in ${seconds(begun, told)}, grown ${factor} times in ${seconds(told, performance.now())}`);
  return tenant;
}

function inside<T>(database: Database, tenant: Tenant, work: (tx: TenantDb) => Promise<T>): Promise<T> {
  const origin = `http://127.0.0.1/${tenant.slug}`;
  return database.asTenant({ tenant, actor: SYSTEM, channel: 'system', now: new Date(), origin }, work);
}

async function measured(database: Database, tenant: Tenant, factor: number): Promise<MeasuredHouse> {
  return inside(database, tenant, async (tx) => {
    const initiative = await tx.sql
      .selectFrom('initiative')
      .select('id')
      .where('title', '=', 'Suppeaften i gården')
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const department = await tx.sql
      .selectFrom('department')
      .select('id')
      .where('name', '=', 'Kærhaven')
      .executeTakeFirstOrThrow();
    const [consultant] = await peopleHolding(tx, 'consultant', null);
    if (!consultant) throw new Error('Cannot measure: the story has no consultant');
    const cookies = readCookies(null, false);
    await beginSession(tx, cookies, consultant.id, 'bench');
    const count = async (table: 'tenancy' | 'initiative' | 'journal_entry') => {
      const { rows } = await tx.sql
        .selectFrom(table)
        .select((row) => row.fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow();
      return rows;
    };
    return {
      factor,
      slug: tenant.slug,
      cookie: cookies.lines()[0]?.split(';')[0] ?? '',
      pages: pagesOf(initiative, department),
      homes: await count('tenancy'),
      initiatives: await count('initiative'),
      entries: await count('journal_entry'),
    };
  });
}

function pagesOf(initiative: { readonly id: string }, department: { readonly id: string }): Page[] {
  const page = (name: string, path: string, signedIn: boolean, queries: Page['queries'] = 'own'): Page => ({
    name,
    path,
    signedIn,
    queries,
  });
  return [
    page('front page, visitor', '/', false),
    page('initiatives', '/initiativer', false),
    page('one initiative, public', initiativePlace(initiative), false),
    page('one initiative, inner', insidePlace(initiative), true),
    page('front page, consultant', '/', true),
    page('Din tur', '/din-tur', true),
    page('one department', departmentPlace(department), false),
    page('people', '/personer', true),
    page('sign in', '/log-ind', false, 'none'),
  ];
}
