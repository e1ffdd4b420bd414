import type { Id } from '../../kernel/id.ts';
import type { AnyJobKind, JobKind } from '../../platform/jobs/jobs.ts';
import { importLater, importNextRows } from './commands/import.ts';

const rows: JobKind<{ import: string; after: number }> = {
  name: 'tenancy_import.rows',
  async run(tx, payload) {
    const id = payload.import as Id<'tenancy_import'>;
    const last = await importNextRows(tx, id, payload.after);
    if (last !== null) await importLater(tx, id, last);
  },
};

export const tenancyImportJobs: readonly AnyJobKind[] = [rows];
