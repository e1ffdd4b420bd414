import { sql } from 'kysely';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { SYSTEM } from '../../kernel/actor.ts';
import { type BackupTable, quoted, tablesToKeep } from '../../platform/backup/manifest.ts';
import { type Database, openDatabase } from '../../platform/db/database.ts';
import { migrate } from '../../platform/db/migrate.ts';
import type { Tenant, TenantDb } from '../../platform/db/tenant-db.ts';
import { allTenants } from '../../platform/db/tenants.ts';
import { grow } from '../grow.ts';
import { growFund } from '../grow-fund.ts';
import { tellDemo } from '../tell.ts';
import { type Happening, openHistory, readHistory, tellGrownCases } from './history.ts';
import { settleHomes } from './settlers.ts';

/** A whole house as text, to be said again for each house of its size. */
export interface Template {
  readonly tenantId: string;
  readonly tables: readonly TemplateTable[];
  /** Everything that happened in it, oldest first. */
  readonly history: readonly Happening[];
  /** Ids of initiatives that have ended, and of what hangs on them: they happened in earlier years as well. */
  readonly ended: ReadonlySet<string>;
}

export interface TemplateTable {
  readonly name: string;
  /** Those that are written, quoted. */
  readonly columns: string;
  /** As COPY writes them, a line a row. */
  readonly rows: string;
}

const STORY = 'sector_story';
/** Two years of a fund: twenty cases for each 440 homes beside those of the story, the first this many days ago. */
const CASES = 20;
const DAYS = 730;

/** A table that each house gets anew, or that only means something to the house it was made in. */
const OWN = new Set(['journal_entry', 'journal_head', 'rate_limit']);

/**
 * Makes a house of each size in databases of their own, reads it, and takes them away again. The server's user must be
 * allowed to make databases, and be superuser: triggers sleep while so much is put in.
 */
export async function readTemplates(
  url: string,
  factors: readonly number[],
  now: Date,
  say: (line: string) => void,
): Promise<ReadonlyMap<number, Template>> {
  await onDatabase(url, 'postgres', async ({ pool }) => {
    await pool.query(`drop database if exists ${STORY} with (force)`);
    await pool.query(`create database ${STORY}`);
  });
  const templates = new Map<number, Template>();
  try {
    await onDatabase(url, STORY, async (database) => {
      await migrate(database);
      await tellDemo(database, now);
    });
    for (const factor of factors) {
      const begun = performance.now();
      templates.set(factor, await readTemplate(url, factor, now));
      say(`The story ${factor} times: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    }
  } finally {
    await onDatabase(url, 'postgres', ({ pool }) => pool.query(`drop database if exists ${STORY} with (force)`));
  }
  return templates;
}

async function readTemplate(url: string, factor: number, now: Date): Promise<Template> {
  const name = `${STORY}_${factor}`;
  const without = ({ pool }: Database) => pool.query(`drop database if exists ${name} with (force)`);
  await onDatabase(url, 'postgres', async (database) => {
    await without(database);
    await database.pool.query(`create database ${name} template ${STORY}`);
  });
  try {
    return await onDatabase(url, name, async (database) => {
      const [tenant] = await allTenants(database);
      if (!tenant) throw new Error(`Cannot grow ${name}: the story has no house`);
      await live(database, tenant, factor, now);
      return read(database, tenant);
    });
  } finally {
    await onDatabase(url, 'postgres', without);
  }
}

/** The story, grown, with people in every home, and with the fund's cases of two years. */
async function live(database: Database, tenant: Tenant, factor: number, now: Date): Promise<void> {
  const visit = { tenant, actor: SYSTEM, channel: 'system', now, origin: `http://127.0.0.1/${tenant.slug}` } as const;
  await database.asTenant(visit, async (tx) => {
    await grow(tx, factor);
    await thinOut(tx);
  });
  await database.asTenant(visit, (tx) =>
    database.asOwner(async (owner) => {
      const asOwner = { ...tx, sql: owner };
      await openHistory(asOwner);
      await settleHomes(asOwner);
      await sql`update outgoing set sent_at = created_at where sent_at is null and failed_at is null and dropped_at is null`.execute(
        owner,
      );
      const { fund } = await owner
        .selectFrom('fund_submission')
        .select('fund_id as fund')
        .groupBy('fund_id')
        .orderBy(({ fn }) => fn.countAll(), 'desc')
        .limit(1)
        .executeTakeFirstOrThrow();
      await sql`set local session_replication_role = replica`.execute(owner);
      await growFund(asOwner, fund, CASES * factor, DAYS);
      await tellGrownCases(asOwner);
    }),
  );
}

/** A house has not as many consultants as it has copies of its story. */
async function thinOut(tx: TenantDb): Promise<void> {
  await sql`
    delete from role_grant
    where department_id is null and role in ('consultant', 'secretariat', 'finance', 'operations', 'municipal_officer')
      and substr(id::text, 20, 1) = 'a' and hashtext(id::text) % 16 <> 0
  `.execute(tx.sql);
}

function read(database: Database, tenant: Tenant): Promise<Template> {
  return database.asOwner(async (owner, client) => {
    await client.query(`set local timezone = 'UTC'`);
    const tables: TemplateTable[] = [];
    for (const table of await tablesToKeep(client)) {
      if (table.schema !== 'public' || OWN.has(table.name)) continue;
      if (!table.columns.includes('tenant_id') && table.name !== 'tenant') continue;
      const { rows, columns } = await copyOut(client, table);
      if (rows !== '') tables.push({ name: table.name, columns, rows });
    }
    return { tenantId: tenant.id, tables, history: await readHistory(owner), ended: await readEnded(client) };
  });
}

async function copyOut(client: pg.ClientBase, { name, columns }: BackupTable): Promise<Omit<TemplateTable, 'name'>> {
  const written = columns.map((column) => quoted(column)).join(', ');
  const pieces: Buffer[] = [];
  for await (const piece of client.query(copyTo(`copy (select ${written} from ${quoted(name)}) to stdout`)))
    pieces.push(piece as Buffer);
  return { columns: written, rows: Buffer.concat(pieces).toString('utf8') };
}

async function readEnded(client: pg.ClientBase): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>(`
    select initiative_id as id from initiative_end
    union all select s.id from initiative_step s join initiative_end e on e.initiative_id = s.initiative_id
    union all select d.id from initiative_driver d join initiative_end e on e.initiative_id = d.initiative_id
    union all select a.id from initiative_driver_ask a join initiative_end e on e.initiative_id = a.initiative_id
    union all select p.id from initiative_parking p join initiative_end e on e.initiative_id = p.initiative_id`);
  return new Set(rows.map(({ id }) => id));
}

/** Another database of the same server, for as long as the work takes. */
async function onDatabase<T>(url: string, name: string, work: (database: Database) => Promise<T>): Promise<T> {
  const other = new URL(url);
  other.pathname = `/${name}`;
  const database = openDatabase({ url: other.href });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
