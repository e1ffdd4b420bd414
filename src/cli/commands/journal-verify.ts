import type { Database } from '../../platform/db/database.ts';
import type { Tenant } from '../../platform/db/tenant-db.ts';
import { allTenants, tenantBySlug } from '../../platform/db/tenants.ts';
import { type Head, readHead } from '../../platform/journal/anchor.ts';
import { type JournalProblem, type JournalReport, verifyJournal } from '../../platform/journal/verify.ts';
import { type Command, WrongUse } from '../command.ts';
import { expectMigrated, withDatabase } from '../database.ts';

export const journalVerify: Command = {
  name: 'journal verify',
  summary: 'Walk the journal and say whether anything was changed, taken away or put in',
  details:
    'Each entry carries the hash of the one before it. The end of the chain also stands at the foot of the weekly digest\n' +
    'and of the yearly report ("1204:9f86d081884c7d65"): give it with --head, together with --tenant, and also what was\n' +
    'taken away at the end, or written anew from the start, is found. Exit code 1 when the journal does not hold.',
  options: {
    tenant: { help: 'Only this one; all unless said', value: 'slug' },
    head: { help: 'The end of the chain as printed in a digest or report', value: 'seq:hash' },
  },
  json: true,
  async run(call) {
    const heads = readHeads(call.option('head'), call.option('tenant'));
    const reports = await withDatabase(call.config(), async (database) => {
      await expectMigrated(database);
      const found: JournalReport[] = [];
      for (const tenant of await tenantsNamed(database, call.option('tenant'))) {
        const report = await verifyJournal(database, tenant, heads);
        for (const line of linesOf(report)) call.say(line);
        found.push(report);
      }
      return found;
    });
    if (reports.length === 0) call.say('There is no tenant yet, and so no journal.');
    const holds = reports.every(({ problems }) => problems.length === 0);
    call.answer({ holds, journals: reports });
    return holds ? 0 : 1;
  },
};

function readHeads(text: string | undefined, tenant: string | undefined): Head[] {
  if (text === undefined) return [];
  const head = readHead(text);
  if (!head) throw new WrongUse(`"${text}" is not the end of a journal. Write it as printed: 1204:9f86d081884c7d65.`);
  if (tenant === undefined) throw new WrongUse('--head belongs to one tenant: say which with --tenant.');
  return [head];
}

async function tenantsNamed(database: Database, slug: string | undefined): Promise<Tenant[]> {
  if (slug === undefined) return allTenants(database);
  const tenant = await tenantBySlug(database, slug);
  if (!tenant) throw new Error(`There is no tenant "${slug}".`);
  return [tenant];
}

function linesOf({ tenant, entries, head, problems }: JournalReport): string[] {
  if (problems.length === 0) return [`✔ ${tenant}: ${entries} entries hold, ending in ${head.seq}:${head.hash}`];
  return [`✖ ${tenant}: the journal does not hold`, ...problems.map((problem) => `  ${sentenceOf(problem)}`)];
}

function sentenceOf({ seq, what, toldIn }: JournalProblem): string {
  switch (what) {
    case 'altered':
      return `Entry ${seq} was changed after it was written.`;
    case 'missing':
      return `Entry ${seq} is missing.`;
    case 'broken':
      return `Entry ${seq} does not follow the entry before it.`;
    case 'end':
      return `The journal was to end with entry ${seq}, and does not.`;
    case 'anchor':
      return toldIn === 'head'
        ? `Entry ${seq} is not the one that the printed end tells of.`
        : `Entry ${seq} is not the one that was told of in ${toldIn}.`;
  }
}
