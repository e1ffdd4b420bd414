import { join } from 'node:path';
import type { Database } from '../db/database.ts';
import type { Migration } from '../db/migration-files.ts';
import { backup } from './backup.ts';

/**
 * For `migrate`: writes a backup into the folder before a database that holds something is changed for a new version, under
 * a name that says before what and when (`before-0024-2026-11-22T101500Z.grobund`). Null for the folder: none is written.
 */
export function backupFirst(
  database: Database,
  { folder, key }: { readonly folder: string | null; readonly key: string | null },
  say: (line: string) => void,
): (fresh: readonly Migration[]) => Promise<void> {
  return async ([first]) => {
    if (!folder || !first) return;
    const now = new Date();
    const when = now.toISOString().replace(/\.\d+|:/g, '');
    const path = join(folder, `before-${String(first.number).padStart(4, '0')}-${when}.grobund`);
    const { rows } = await backup(database, { path, key }, now).catch((error) => {
      throw new Error(`The database was left as it is, since no backup could be taken first: ${String(error.message)}`);
    });
    say(`Backup before the upgrade: ${rows} rows in ${path}`);
  };
}
