import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { SYSTEM } from '../../kernel/actor.ts';
import {
  confirmImport,
  deleteImport,
  fileWords,
  type Import,
  importById,
  importNextRows,
  problemsOf,
  uploadTenancies,
} from '../../modules/tenancy-import/public.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Tenant, TenantDb } from '../../platform/db/tenant-db.ts';
import { tenantBySlug } from '../../platform/db/tenants.ts';
import { type Call, type Command, WrongUse } from '../command.ts';
import { withDatabase } from '../database.ts';
import { unreadable } from '../read.ts';

const FILE_PROBLEMS = {
  empty: 'there is nothing in it',
  unreadable: 'it is neither CSV nor XLSX, or it is damaged',
  too_big: 'it unpacks to more than 200 MB',
} as const;

const MOST_PROBLEMS = 1000;

export const importTenancies: Command = {
  name: 'import tenancies',
  summary: 'Bring in departments and homes from a file of the housing ERP',
  details:
    'CSV (";", "," or tab; UTF-8 or Windows-1252) or XLSX, one row for each home. Columns are known by their headings.\n' +
    'Homes are matched by address, then by number. Homes that the file no longer has are marked, never deleted.\n' +
    'Exit code 1 when rows were refused; the others have come in.\n\n' +
    '  grobund import tenancies lejemaal.xlsx --tenant lyngbakken --dry-run',
  arguments: [{ name: 'file', help: 'the exported list' }],
  options: {
    tenant: { value: 'slug', help: 'Whose homes they are, as in the address of the site' },
    'dry-run': { help: 'Only tell what would happen' },
  },
  json: true,
  async run(call) {
    const slug = call.option('tenant');
    if (!slug) throw new WrongUse('"grobund import tenancies" needs --tenant <slug>.');
    const path = call.file(call.args[0] as string);
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      throw new Error(unreadable(path, error));
    });
    return withDatabase(call.config(), async (database) => {
      const tenant = await tenantBySlug(database, slug);
      if (!tenant) throw new Error(`Cannot import: there is no tenant "${slug}"`);
      return bringIn(call, inTenant(database, tenant), { name: basename(path), bytes });
    });
  },
};

type InTenant = <T>(work: (tx: TenantDb) => Promise<T>) => Promise<T>;

function inTenant(database: Database, tenant: Tenant): InTenant {
  const visit = { tenant, actor: SYSTEM, channel: 'system', origin: '' } as const;
  return (work) => database.asTenant({ ...visit, now: new Date() }, work);
}

async function bringIn(call: Call, inside: InTenant, file: { name: string; bytes: Uint8Array }): Promise<number> {
  const uploaded = await inside((tx) => uploadTenancies(tx, file, fileWords(tx.tenant.language)));
  if (!uploaded.ok) throw new Error(`Cannot import ${file.name}: ${FILE_PROBLEMS[uploaded.refusal]}`);
  const id = uploaded.value;
  const find = () => inside(async (tx) => (await importById(tx, id)) as Import);
  const problems = await inside((tx) => problemsOf(tx, id, MOST_PROBLEMS));
  const preview = await find();
  const dryRun = call.flag('dry-run');
  if (dryRun || preview.rowsTotal === 0) await inside((tx) => deleteImport(tx, id));
  if (preview.rowsTotal === 0 && problems.length === 0) {
    throw new Error(`Cannot import ${file.name}: its columns for department, number and address were not recognised`);
  }
  const done = dryRun || preview.rowsTotal === 0 ? preview : await confirmAndRun(call, inside, preview, find);
  const { created, changed, unchanged, absent, refused } = done;
  call.answer({ dryRun, created, changed, unchanged, absent, refused, problems });
  call.say(
    `${dryRun ? 'Would bring in' : 'Brought in'} ${file.name}: ${created} new, ${changed} changed, ${unchanged} unchanged, ${absent} not in the file, ${refused} refused.`,
  );
  for (const one of problems)
    call.say(`  row ${one.row}, ${one.field} "${one.value}": ${one.problem.replaceAll('_', ' ')}`);
  return refused > 0 ? 1 : 0;
}

async function confirmAndRun(
  call: Call,
  inside: InTenant,
  preview: Import,
  find: () => Promise<Import>,
): Promise<Import> {
  const confirmed = await inside((tx) => confirmImport(tx, preview.id, fileWords(tx.tenant.language)));
  if (!confirmed.ok)
    throw new Error(
      `Cannot import ${preview.fileName}: ${confirmed.refusal === 'another' ? 'another import is under way' : confirmed.refusal}`,
    );
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    after = await inside((tx) => importNextRows(tx, preview.id, from));
    if (after !== null && !call.json) process.stderr.write(`  ${(await find()).rowsDone} of ${preview.rowsTotal}\n`);
  }
  return find();
}
