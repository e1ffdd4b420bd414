import { restore } from '../../platform/backup/restore.ts';
import { type Database, RUNNING_APP } from '../../platform/db/database.ts';
import { type Command, WrongUse } from '../command.ts';
import { withDatabase } from '../database.ts';
import { backupKey, KEY_FILE } from '../key.ts';

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Put a backup in the place of an empty database',
  details:
    'Stop Grobund first. The file is checked from end to end before anything is touched, and a restore that fails has\n' +
    'changed nothing. A backup of an older Grobund is brought up to this one. Afterwards: grobund journal verify',
  arguments: [{ name: 'file', help: 'The backup' }],
  options: {
    replace: { help: 'Take away what the database holds' },
    'without-jobs': { help: 'Leave out letters and mails that waited to be sent' },
    'as-it-was': { help: 'Leave it as old as the backup is, to try an upgrade on it' },
    ...KEY_FILE,
  },
  json: true,
  async run(call) {
    const [name] = call.args;
    if (!name) throw new WrongUse('Say which file to restore.');
    const path = call.file(name);
    const file = { path, key: backupKey(call) };
    const options = {
      replace: call.flag('replace'),
      withoutJobs: call.flag('without-jobs'),
      asItWas: call.flag('as-it-was'),
    };
    const summary = await withDatabase(call.config(), async (database) => {
      await refuseWhileServing(database);
      return restore(database, file, options);
    });
    call.say(`✔ ${summary.rows} rows of ${summary.tables} tables, as they were at ${summary.madeAt}`);
    for (const migration of summary.migrated) call.say(`  Brought up to date: ${migration}`);
    call.answer({ file: path, ...summary });
    return undefined;
  },
};

/** People would read and write on while everything is exchanged under them. */
async function refuseWhileServing(database: Database): Promise<void> {
  const { rows } = await database.pool.query(
    'select from pg_stat_activity where datname = current_database() and application_name = $1 limit 1',
    [RUNNING_APP],
  );
  if (rows.length > 0) throw new Error('A Grobund serves people from this database: stop it first.');
}
