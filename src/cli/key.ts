import { readFileSync } from 'node:fs';
import type { Call, Option } from './command.ts';

/** For commands that read or write a backup. */
export const KEY_FILE: Readonly<Record<string, Option>> = {
  'key-file': { value: 'file', help: 'The key is the first line of this file, instead of GROBUND_BACKUP_KEY' },
};

/** The key that seals and opens backups, where there is one. Throws one sentence when the file cannot be read. */
export function backupKey(call: Call): string | null {
  const file = call.option('key-file');
  if (!file) return call.config().backups.key;
  const path = call.file(file);
  const [line = ''] = readFileSync(path, 'utf8').split(/\r?\n/);
  if (line.trim() === '') throw new Error(`The first line of ${path} is empty: it should be the key`);
  return line.trim();
}
