import { grow } from '../../src/demo/grow.ts';
import { tellDemo } from '../../src/demo/tell.ts';
import { SYSTEM } from '../../src/kernel/actor.ts';
import { eventPlace } from '../../src/modules/act/events/urls.ts';
import { peopleHolding } from '../../src/modules/housing/public.ts';
import { departmentPlace } from '../../src/modules/housing/urls.ts';
import { initiativePlace, insidePlace } from '../../src/modules/initiatives/urls.ts';
import { cataloguePlace } from '../../src/modules/inspire/catalogue/urls.ts';
import { dashboardPlace } from '../../src/modules/measure/reports/urls.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import type { Tenant, TenantDb } from '../../src/platform/db/tenant-db.ts';
import { removeTenant, tenantBySlug } from '../../src/platform/db/tenants.ts';
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

/** A tenant with the demo story, grown. */
export interface MeasuredHouse {
  /** How large it is among its like: `100×`, `10,000 applications`. */
  readonly size: string;
  readonly slug: string;
  /** Of a consultant's session. */
  readonly cookie: string;
  readonly pages: readonly Page[];
  /** What there is of it, in words. */
  readonly holds: string;
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
    const marks = await inside(database, tenant, landmarks);
    houses.push(
      await measured(database, tenant, {
        size: `${factor}×`,
        pages: pagesOf(marks),
        counted: {
          homes: 'tenancy',
          initiatives: 'initiative',
          events: 'event',
          'small tasks': 'task',
          'entries in the journal': 'journal_entry',
        },
      }),
    );
  }
  return houses;
}

/** What the server does by itself a minute after so much is new. */
export async function tidyUp(database: Database): Promise<void> {
  await database.pool.query('vacuum analyze');
}

async function settle(database: Database, slug: string, factor: number, say: (line: string) => void): Promise<Tenant> {
  const begun = performance.now();
  const tenant = await tellDemo(database, new Date(), slug);
  const told = performance.now();
  await inside(database, tenant, (tx) => grow(tx, factor)).catch(async (error: unknown) => {
    // Half a house would be taken for a whole one the next time.
    await removeTenant(database, tenant.id);
    throw error;
  });
  const { problems } = await verifyJournal(database, tenant);
  if (problems.length > 0) throw new Error(`Cannot measure: the journal of ${slug} does not hold`);
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
  say(`${slug}: told in ${seconds(begun, told)}, grown ${factor} times in ${seconds(told, performance.now())}`);
  return tenant;
}

/** One transaction in the house, as the program itself. */
export function inside<T>(database: Database, tenant: Tenant, work: (tx: TenantDb) => Promise<T>): Promise<T> {
  const origin = `http://127.0.0.1/${tenant.slug}`;
  return database.asTenant({ tenant, actor: SYSTEM, channel: 'system', now: new Date(), origin }, work);
}

type Countable = 'tenancy' | 'person' | 'initiative' | 'event' | 'task' | 'journal_entry' | 'fund_application';

/** The house as it is measured: with a consultant's session, and what there is of the tables, by what they are called. */
export function measured(
  database: Database,
  tenant: Tenant,
  known: Pick<MeasuredHouse, 'size' | 'pages'> & { readonly counted: Readonly<Record<string, Countable>> },
): Promise<MeasuredHouse> {
  return inside(database, tenant, async (tx) => {
    const [consultant] = await peopleHolding(tx, 'consultant', null);
    if (!consultant) throw new Error('Cannot measure: the story has no consultant');
    const cookies = readCookies(null, false);
    await beginSession(tx, cookies, consultant.id, 'bench', 'mail');
    const holds: string[] = [];
    for (const [called, table] of Object.entries(known.counted)) {
      const { rows } = await tx.sql
        .selectFrom(table)
        .select((row) => row.fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow();
      holds.push(`${rows} ${called}`);
    }
    return {
      size: known.size,
      slug: tenant.slug,
      cookie: cookies.lines()[0]?.split(';')[0] ?? '',
      pages: known.pages,
      holds: holds.join(', '),
    };
  });
}

/** The same initiative, department and event in every house. */
export async function landmarks(tx: TenantDb) {
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
  const event = await tx.sql
    .selectFrom('event_count as k')
    .innerJoin('event as e', (join) => join.onRef('e.tenant_id', '=', 'k.tenant_id').onRef('e.id', '=', 'k.event_id'))
    .select('e.id')
    .orderBy('e.on_day')
    .orderBy('e.id')
    .executeTakeFirstOrThrow();
  return { initiative, department, event };
}

/** The pages of the story. */
export function pagesOf({ initiative, department, event }: Awaited<ReturnType<typeof landmarks>>): Page[] {
  return [
    page('front page, visitor', '/', false),
    page('initiatives', '/initiativer', false),
    page('one initiative, public', initiativePlace(initiative), false),
    page('one initiative, inner', insidePlace(initiative), true),
    page('front page, consultant', '/', true),
    page('Din tur', '/din-tur', true),
    page('one department', departmentPlace(department), false),
    page('people', '/personer', true),
    page('one event', eventPlace(event), false),
    page('catalogue, search', cataloguePlace({}, { q: 'suppe' }), false),
    page('figures', dashboardPlace({}), true),
    page('figures of a department', dashboardPlace({}, { afdeling: department.id }), true),
    page('sign in', '/log-ind', false, 'none'),
  ];
}

export function page(name: string, path: string, signedIn: boolean, queries: Page['queries'] = 'own'): Page {
  return { name, path, signedIn, queries };
}
