import { sql } from 'kysely';
import { growFund } from '../../src/demo/grow-fund.ts';
import { tellDemo } from '../../src/demo/tell.ts';
import type { Id } from '../../src/kernel/id.ts';
import { applicationPlace, applicationsPlace, fundPlace, ledgerPlace } from '../../src/modules/decide/fund/urls.ts';
import { invoicesPlace } from '../../src/modules/decide/invoices/urls.ts';
import { paymentsPlace } from '../../src/modules/decide/payments/urls.ts';
import { resultsPlace } from '../../src/modules/decide/results/urls.ts';
import type { Database } from '../../src/platform/db/database.ts';
import type { Tenant, TenantDb } from '../../src/platform/db/tenant-db.ts';
import { removeTenant, tenantBySlug } from '../../src/platform/db/tenants.ts';
import { inside, type MeasuredHouse, measured, type Page, page } from './houses.ts';

/** Houses whose fund has so many applications besides those of the story, unless the database has them. */
export async function settleFunds(
  database: Database,
  sizes: readonly number[],
  say: (line: string) => void,
): Promise<MeasuredHouse[]> {
  const houses: MeasuredHouse[] = [];
  for (const size of sizes) {
    const slug = `puljen-${size}`;
    const tenant = (await tenantBySlug(database, slug)) ?? (await settle(database, slug, size, say));
    houses.push(
      await measured(database, tenant, {
        size: `${size.toLocaleString('en')} applications`,
        pages: pagesOf(await inside(database, tenant, landmarks)),
        counted: { applications: 'fund_application' },
      }),
    );
  }
  return houses;
}

async function settle(database: Database, slug: string, size: number, say: (line: string) => void): Promise<Tenant> {
  const tenant = await tellDemo(database, new Date(), slug);
  const begun = performance.now();
  await fill(database, tenant, size).catch(async (error: unknown) => {
    // Half a house would be taken for a whole one the next time.
    await removeTenant(database, tenant.id);
    throw error;
  });
  say(`${slug}: ${size} applications in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return tenant;
}

async function fill(database: Database, tenant: Tenant, size: number): Promise<void> {
  await inside(database, tenant, async (tx) => {
    const { fund } = await landmarks(tx);
    // As owner, who may make a table for the moment, and need not look up what each row points at.
    await database.asOwner(async (owner) => {
      await sql`set local session_replication_role = replica`.execute(owner);
      await growFund({ ...tx, sql: owner }, fund, size);
    });
  });
}

interface Landmarks {
  readonly fund: Id<'fund'>;
  readonly application: Id<'fund_application'>;
}

/** The oldest application of the story that was granted, and its fund. */
export async function landmarks(tx: TenantDb): Promise<Landmarks> {
  const row = await tx.sql
    .selectFrom('fund_decision as d')
    .innerJoin('fund_submission as s', (join) =>
      join.onRef('s.tenant_id', '=', 'd.tenant_id').onRef('s.application_id', '=', 'd.application_id'),
    )
    .select(['s.fund_id as fund', 's.application_id as application'])
    .where('d.result', '=', 'commit')
    .orderBy('s.number')
    .orderBy('s.application_id')
    .executeTakeFirstOrThrow();
  return row;
}

/** The pages of the fund. */
export function pagesOf({ fund, application }: Landmarks): Page[] {
  return [
    page('fund, applications', applicationsPlace({}), true),
    page('fund, one case', applicationPlace({ id: application }), true),
    page('fund, public page', fundPlace({ fund }), false),
    page('fund, ledger', ledgerPlace({ fund }), true),
    page('invoices, accepted', invoicesPlace({}, { vis: 'accepted' }), true),
    page('payments, paid', paymentsPlace({}, { vis: 'paid' }), true),
    page('fund, results', resultsPlace({}), false),
  ];
}
