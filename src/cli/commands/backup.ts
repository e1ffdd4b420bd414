import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup } from '../../platform/backup/backup.ts';
import { inspectBackup } from '../../platform/backup/restore.ts';
import { type Command, WrongUse } from '../command.ts';
import { withDatabase } from '../database.ts';
import { backupKey, KEY_FILE } from '../key.ts';

export const backupCommand: Command = {
  name: 'backup',
  summary: 'Write the whole database to one file, while Grobund runs',
  details:
    'Everything is in it: people, files, journal and the jobs that wait. With GROBUND_BACKUP_KEY set it is sealed with that\n' +
    'key, and worth nothing without it; otherwise keep it as you keep the database itself.\n' +
    'Example: grobund backup "sikkerhedskopi 2026-05-03.grobund"',
  arguments: [{ name: 'file', help: 'Where to write it' }],
  options: { overwrite: { help: 'Write over a file that is there' }, ...KEY_FILE },
  json: true,
  async run(call) {
    const [name] = call.args;
    if (!name) throw new WrongUse('Say which file to write.');
    const path = call.file(name);
    if (existsSync(path) && !call.flag('overwrite'))
      throw new Error(`${path} is there already. To write over it: --overwrite`);
    if (!existsSync(dirname(path))) throw new Error(`There is no folder ${dirname(path)}`);
    const key = backupKey(call);
    const summary = await withDatabase(call.config(), (database) => backup(database, { path, key }, new Date()));
    const megabytes = (summary.size / 1_000_000).toFixed(1);
    const how = key ? ', sealed' : '';
    call.say(`✔ ${summary.rows} rows of ${summary.tables} tables in ${path} (${megabytes} MB${how})`);
    call.answer({ file: path, ...summary, sealed: key !== null });
    return undefined;
  },
};

export const backupCheck: Command = {
  name: 'backup check',
  summary: 'Read a backup from end to end, and say whether it is whole',
  details: 'Touches no database. Whether it comes back is only seen by restoring it into an empty one.',
  arguments: [{ name: 'file', help: 'The backup' }],
  options: KEY_FILE,
  json: true,
  async run(call) {
    const [name] = call.args;
    if (!name) throw new WrongUse('Say which file to check.');
    const path = call.file(name);
    const { manifest, end } = await inspectBackup({ path, key: backupKey(call) });
    const newest = manifest.migrations.at(-1)?.name ?? 'no migration';
    call.say(`✔ whole: ${end.rows} rows of ${end.tables} tables, as they were at ${manifest.madeAt}`);
    call.say(`  From PostgreSQL ${manifest.server}, with migrations up to ${newest}`);
    call.answer({ file: path, rows: end.rows, tables: end.tables, ...manifest });
    return undefined;
  },
};
